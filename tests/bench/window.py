"""Measures the window: the first frame against a bare SDL2 window in C, an idle talk, busy frames, an hour of play.

Each is measured in a process of its own: `python tests/bench/window.py first|idle|frames|hour FOLDER`.
"""

import contextlib
import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

if __name__ == "__main__":
    sys.path[0] = str(Path(__file__).resolve().parents[2])

from tests.bench.measure import peak

HERE: Final = Path(__file__).resolve()
LARGE: Final = (1920, 1080)
TALKS: Final = 6
IDLE: Final = 8.0
HOUR: Final = 3600.0
READS: Final = 12.0
"""So many seconds a trainee takes to read and choose, in the simulated hour."""


class NotHere(Exception):
    """Something is missing on this machine: it says what."""


@contextlib.contextmanager
def display() -> Iterator[str]:
    """Give the name of a display of its own, an Xvfb that is stopped afterwards."""
    if shutil.which("Xvfb") is None:
        raise NotHere("Xvfb")
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1920x1080x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=(writing,), stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as pipe:
            yield f":{pipe.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


def hello(folder: Path) -> Path:
    """Return the bare window in C, compiled."""
    target = folder / "hello"
    if shutil.which("cc") is None:
        raise NotHere("a C compiler")
    command = ["cc", "-O2", str(HERE.with_name("hello.c")), "-o", str(target), "-lSDL2"]
    if subprocess.run(command, capture_output=True, check=False).returncode:
        raise NotHere("SDL2 for C (libsdl2-dev)")
    return target


def until_first_frame(command: list[str], name: str, folder: Path) -> float:
    """Return the seconds from starting a process to its first frame; it prints when that was, by the same clock."""
    around = {**os.environ, "DISPLAY": name, "SDL_VIDEODRIVER": "x11", "SDL_AUDIODRIVER": "dummy", "YUQI_HOME": str(folder)}
    begun = time.monotonic()
    done = subprocess.run(command, env=around, capture_output=True, text=True, check=True)
    return float(done.stdout.split()[-1]) - begun


def own(what: str, folder: Path) -> list[str]:
    """Return the command that measures one thing in a process of its own."""
    return [sys.executable, str(HERE), what, str(folder)]


# In the process that is measured


class _Seen(Exception):
    """The first frame is on the screen."""


def first(folder: Path) -> None:
    """Open the game as `main.py` does, and print when its first frame was on the screen."""
    sys.argv = ["main.py"]
    from game import desktop
    from game.desktop import display as _  # noqa: F401
    import pygame

    flip = pygame.display.flip

    def seen() -> None:
        flip()
        print(f"{time.monotonic():.6f}", flush=True)
        os._exit(0)

    pygame.display.flip = seen
    from game.cli import main

    assert desktop
    main(["play"])


def _booth(folder: Path, **changes: Any) -> Any:
    os.environ |= {"SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "dummy"}
    from tests.desktop.booth import opened, shelf
    from tests.desktop.test_fits import talk

    return opened(folder, lambda sitting: talk(sitting, shelf()[0], None, ()), LARGE, **changes)


def _played(booth: Any, draw: random.Random, frames: list[float]) -> None:
    """Play a talk to its end, frame by frame where something moves, and note how long each frame took."""
    import pygame

    from game.desktop.screens.talk import GoOn, Pick

    def pass_by(seconds: float) -> None:
        end = booth.clock.now() + seconds
        while booth.clock.now() < end:
            rest = booth.app.rest()
            booth.clock.wind(min(max(rest, 1 / 60), end - booth.clock.now()) + 1e-9)
            painted, begun = booth.app.painted, time.perf_counter()
            booth.app.step([])
            if booth.app.painted != painted:
                pygame.display.flip()
                if rest <= 1 / 50:
                    frames.append(time.perf_counter() - begun)

    screen = booth.screen
    while not screen.talk.over:
        pass_by(READS)
        choices = [choice.id for choice in screen.talk.moment.offered if choice.id != "silence"]
        booth.app.send(Pick(draw.choice(choices)) if choices else Pick("silence"))
        pass_by(READS / 2)
        booth.app.send(GoOn())


def frames(folder: Path) -> None:
    """Print the 50th and 99th percentile and the longest of the busy frames of some talks, in milliseconds."""
    from tests.desktop.booth import shelf
    from tests.desktop.test_fits import talk

    taken: list[float] = []
    with _booth(folder, gauges=True) as booth:
        for number in range(TALKS):
            entry = shelf()[number % len(shelf())]
            booth.show(talk(booth.sitting, entry, None, ()))
            _played(booth, random.Random(number), taken)
    taken.sort()
    shown = (taken[len(taken) // 2], taken[len(taken) * 99 // 100], taken[-1])
    print(len(taken), *(f"{1000 * one:.2f}" for one in shown))


def hour(folder: Path) -> None:
    """Play for an hour of the clock, and print the peak memory in MB and how many talks that were."""
    from tests.desktop.booth import shelf
    from tests.desktop.test_fits import talk

    draw, talks = random.Random(1), 0
    with _booth(folder, gauges=True) as booth:
        end = booth.clock.now() + HOUR
        while booth.clock.now() < end:
            entry = draw.choice(shelf())
            booth.show(talk(booth.sitting, entry, draw.choice(entry.scenario.personas).id, ()))
            _played(booth, draw, [])
            talks += 1
    print(f"{peak():.0f}", talks)


if __name__ == "__main__":
    {"first": first, "frames": frames, "hour": hour}[sys.argv[1]](Path(sys.argv[2]))
