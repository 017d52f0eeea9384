"""Measures the window: the first frame against a bare SDL2 window in C, an idle talk, busy frames, an hour of play.

Each is measured in a process of its own: `python tests/bench/window.py first|idle|frames|hour FOLDER`.
"""

import contextlib
import json
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
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
    around = {
        **os.environ,
        "DISPLAY": name,
        "SDL_VIDEODRIVER": "x11",
        "SDL_AUDIODRIVER": "dummy",
        "YUQI_HOME": str(folder),
    }
    begun = time.monotonic()
    done = subprocess.run(command, env=around, capture_output=True, text=True, check=True)
    return float(done.stdout.split()[-1]) - begun


def own(what: str, folder: Path) -> list[str]:
    """Return the command that measures one thing in a process of its own."""
    return [sys.executable, str(HERE), what, str(folder)]


def report(rounds: int = 9) -> int:
    """Print what the window takes, each against its goal; 0, or 1 where something to measure with is missing."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        try:
            with display() as screen:
                _told_first(screen, folder, rounds)
                print(f"idle talk: {idle(screen, folder):.2f} % of a core (goal: under 2 %)")
        except NotHere as missing:
            print(f"not measured, for want of {missing}")
            return 1
        count, middle, late, longest = _asked("frames", folder)
        print(f"busy frames at 1920 × 1080, {count:.0f} of them: {middle} ms in the middle, 99th percentile {late} ms "
              f"(goal: under 16 ms), longest {longest} ms")  # fmt: skip
        memory, talks = _asked("hour", folder)
        print(f"memory after an hour of play, {talks:.0f} talks: {memory:.0f} MB (goal: under 200 MB)")
    return 0


def _told_first(screen: str, folder: Path, rounds: int) -> None:
    """Print how long the first frame takes, beside the bare window's: they take turns, and the first round warms up."""
    bare, game = [str(hello(folder))], own("first", folder)
    pairs = [(until_first_frame(bare, screen, folder), until_first_frame(game, screen, folder)) for _ in range(rounds)]
    times = [statistics.median(column) for column in zip(*pairs[1:], strict=True)]
    ratio = statistics.median(ours / theirs for theirs, ours in pairs[1:])
    print(f"first frame: {times[1]:.3f} s, bare SDL2 in C {times[0]:.3f} s: {ratio:.2f} times (goal: at most 3)")


def _asked(what: str, folder: Path) -> list[float]:
    """Return the numbers that a measuring process prints last."""
    done = subprocess.run(own(what, folder), capture_output=True, text=True, check=True)
    return [float(number) for number in done.stdout.splitlines()[-1].split()]


def idle(screen: str, folder: Path) -> float:
    """Return what a talk takes of a core while the trainee thinks, in percent."""
    from tests.desktop.real import RealWindow

    settings = {"language": "en", "speed": "at-once", "toured": True, "sound": False}
    (folder / "window.json").write_text(json.dumps(settings), encoding="utf-8")
    with RealWindow(screen, folder, "play", "late-parcel", "--seed", "7", "--lang", "en") as window:
        before = window.caption
        for _ in range(2):
            window.key("Return")
        while window.caption == before:
            pass
        _spent(window.process.pid, IDLE / 4)  # the pictures of what may come next are drawn meanwhile
        return 100 * _spent(window.process.pid, IDLE) / IDLE


def _spent(process: int, seconds: float) -> float:
    """Return the processor seconds that a process takes in so many seconds."""

    def ticks() -> int:
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
        return int(fields[11]) + int(fields[12])

    before = ticks()
    time.sleep(seconds)
    return (ticks() - before) / os.sysconf("SC_CLK_TCK")


# In the process that is measured


def first(folder: Path) -> None:
    """Open the game as `main.py` does, and print when its first frame was on the screen."""
    import pygame

    flip = pygame.display.flip

    def seen() -> None:
        flip()
        print(f"{time.monotonic():.6f}", flush=True)
        os._exit(0)

    pygame.display.flip = seen
    from game.cli import main

    main(["play"])


class Beside:
    """Errands that are done between two frames, as they are beside the window on another core."""

    def __init__(self) -> None:
        self._waiting: list[Any] = []

    def send(self, work: Any) -> Any:
        """Have work done before the next frame."""
        from game.desktop.errands import Errand

        errand: Any = Errand(work)
        self._waiting.append(errand)
        return errand

    def done(self) -> None:
        """Do all that waits."""
        while self._waiting:
            self._waiting.pop(0).run()


def _booth(folder: Path, **changes: Any) -> Any:
    os.environ |= {"SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "dummy"}
    from tests.desktop.booth import opened, shelf
    from tests.desktop.talks import talk

    return opened(folder, lambda sitting: talk(sitting, shelf()[0], None), LARGE, **changes)


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
            beside.done()

    screen, beside = booth.screen, Beside()
    booth.sitting.errands = beside
    while not screen.talk.over:
        pass_by(READS)
        choices = [choice.id for choice in screen.talk.moment.offered if choice.id != "silence"]
        booth.app.send(Pick(draw.choice(choices)) if choices else Pick("silence"))
        pass_by(READS / 2)
        booth.app.send(GoOn())


def frames(folder: Path) -> None:
    """Print the 50th and 99th percentile and the longest of the busy frames of some talks, in milliseconds."""
    from tests.desktop.booth import shelf
    from tests.desktop.talks import talk

    taken: list[float] = []
    with _booth(folder, gauges=True) as booth:
        for number in range(TALKS):
            entry = shelf()[number % len(shelf())]
            booth.show(talk(booth.sitting, entry, None))
            _played(booth, random.Random(number), taken)
    taken.sort()
    shown = (taken[len(taken) // 2], taken[len(taken) * 99 // 100], taken[-1])
    print(len(taken), *(f"{1000 * one:.2f}" for one in shown))


def hour(folder: Path) -> None:
    """Play for an hour of the clock, and print the peak memory in MB and how many talks that were."""
    from tests.desktop.booth import shelf
    from tests.desktop.talks import talk

    draw, talks = random.Random(1), 0
    with _booth(folder, gauges=True) as booth:
        end = booth.clock.now() + HOUR
        while booth.clock.now() < end:
            entry = draw.choice(shelf())
            booth.show(talk(booth.sitting, entry, draw.choice(entry.scenario.personas).id))
            _played(booth, draw, [])
            talks += 1
    print(f"{peak():.0f}", talks)


if __name__ == "__main__":
    {"first": first, "frames": frames, "hour": hour}[sys.argv[1]](Path(sys.argv[2]))
