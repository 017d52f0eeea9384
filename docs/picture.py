"""Draws the README's pictures from a real play: `python docs/picture.py` writes `docs/pictures/*.png`."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

ROOT: Final = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

if TYPE_CHECKING:
    from game.desktop.app import App
    from game.desktop.clock import WoundClock

FILE: Final = ROOT / "scenarios" / "heating" / "burst-pipe.yaml"
PICKS: Final = (
    "beside-her", "ask-worst", "three-way", "honest-time", "speak-up", "assess", "call-early", "good-and-bad", "bear",
    "measured",
)  # fmt: skip
SHOWN: Final = 4
"""After so many picks the talk is drawn: a promise is open then, and the whole picture has something to show."""
SEED: Final = 4
SIZE: Final = (1280, 720)
FOLDER: Final = ROOT / "docs" / "pictures"


def main() -> int:
    """Play the best way, and write what a trainee sees of a talk in Chinese and of its debrief in English."""
    os.environ |= {"SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "dummy", "PYGAME_HIDE_SUPPORT_PROMPT": "1"}
    FOLDER.mkdir(exist_ok=True)
    _talk()
    _debrief()
    return 0


def _app(language: str) -> "tuple[App, WoundClock]":
    """Return the window's app on no display, and the clock that it goes by."""
    import pygame

    from game.desktop.app import App
    from game.desktop.clock import WoundClock
    from game.desktop.errands import AtOnce
    from game.desktop.settings import Settings
    from game.desktop.sitting import Sitting
    from game.desktop.sound import Sounds
    from game.desktop.unkept import Unkept
    from game.engine import standard
    from game.session import Session

    pygame.display.init()
    clock = WoundClock()
    session = Session((), Unkept(), language, False, standard(), seed=SEED)
    settings = Settings(language=language, gauges=True, sound=False)
    sitting = Sitting(settings, clock, Sounds(), AtOnce(), lambda: session)
    sitting.opened = session
    return App(sitting, pygame.display.set_mode(SIZE)), clock


def _talk() -> None:
    from game.desktop.conversation import Conversation
    from game.desktop.flow import Flow
    from game.desktop.screens.talk import Talk
    from game.engine import begin
    from game.scenario import read

    scenario, _ = read(FILE.read_bytes(), FILE.name)
    assert scenario is not None
    app, clock = _app("zh")
    sitting = app.sitting
    talk = Conversation(begin(scenario, None, SEED), "none", "practice", sitting.session.notebook, clock)
    talk.catch_up(PICKS[:SHOWN])
    sitting.begin(Flow(Talk(sitting, talk)))
    _write(app, clock, "talk-zh.png")


def _debrief() -> None:
    from game.desktop.flow import Flow
    from game.desktop.screens.debrief import DebriefScreen
    from game.engine import begin, choose
    from game.scenario import read

    scenario, _ = read(FILE.read_bytes(), FILE.name)
    assert scenario is not None
    play = begin(scenario, None, SEED)
    for pick in PICKS:
        choose(play, pick)
    app, clock = _app("en")
    app.sitting.begin(Flow(DebriefScreen(app.sitting, play, "none", "practice")))
    _write(app, clock, "debrief-en.png")


def _write(app: "App", clock: "WoundClock", name: str) -> None:
    """Let all words appear and all bars come to rest, and write what is on the screen."""
    from PIL import Image

    app.step([])
    for _ in range(40):
        clock.wind(0.5)
        app.step([])
    app.paint()
    import pygame

    picture = Image.frombytes("RGB", SIZE, pygame.image.tobytes(app.surface, "RGB"))
    picture.quantize(256, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(FOLDER / name, optimize=True)


if __name__ == "__main__":
    sys.exit(main())
