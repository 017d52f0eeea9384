"""How the window opens: the display first, then the first screen, and everything else while that is seen."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from game.desktop import settings, window
from game.desktop.app import App
from game.desktop.clock import WallClock
from game.desktop.errands import Threads
from game.desktop.flow import Flow
from game.desktop.screens.start import Start
from game.desktop.sitting import Sitting
from game.desktop.sound import Sounds
from game.i18n import words

if TYPE_CHECKING:
    from game.desktop.settings import Settings
    from game.session import Session


def play(
    fetch: "Callable[[], Session]", folder: Path, language: str, *, asked: bool = False, last_words: str = ""
) -> int:
    """Play until the trainee leaves, and return the exit code."""
    kept = settings.load(folder, language)
    if asked:
        kept = replace(kept, language=language)
    surface = window.opened(words(kept.language)("window.title"), kept.full_screen)
    sitting = _sitting(kept, fetch, folder)
    try:
        window.show(sitting, App(sitting, surface), last_words)
    finally:
        _leave(sitting)
        window.close()
    return 0


def _sitting(kept: "Settings", fetch: "Callable[[], Session]", folder: Path) -> Sitting:
    errands = Threads(window.nudge)
    sounds = Sounds(errands.send)
    sitting = Sitting(kept, WallClock(), sounds, errands, fetch, partial(settings.save, folder))
    sounds.wanted = lambda exam: sitting.settings.sound and (sitting.settings.exam_sound or not exam)
    sitting.begin(Flow(Start(sitting)))
    return sitting


def _leave(sitting: Sitting) -> None:
    """Let go of all, and keep what is left of the patience of a talk that is under way."""
    sitting.sounds.close()
    if any(screen.name == "talk" for screen in sitting.flow.stack):
        from game.desktop.screens.talk import Talk

        for screen in sitting.flow.stack:
            if isinstance(screen, Talk):
                screen.talk.leave()
