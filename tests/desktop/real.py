"""A real window on a display of its own: the game as a process under Xvfb, driven by xdotool as by a hand."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).resolve().parents[2]
PATIENCE: Final = 40.0
"""So long something may take on a busy machine, in seconds."""
HAND: Final = "0.35"
"""So long a hand takes from seeing to pressing, in seconds: the game takes no faster press for one that is meant."""

wanted = pytest.mark.skipif(
    not (shutil.which("Xvfb") and shutil.which("xdotool")), reason="Xvfb and xdotool are not installed here"
)


class Gone(AssertionError):
    """What was waited for did not come."""


def until(holds: Callable[[], bool], what: Callable[[], str]) -> None:
    """Wait for something to hold; `Gone` with `what` where it does not in time."""
    ends = time.monotonic() + PATIENCE
    while not holds():
        if time.monotonic() > ends:
            raise Gone(what())


@contextmanager
def display(size: tuple[int, int] = (1280, 720)) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """Give the name of a display of its own and the server behind it."""
    reading, writing = os.pipe()
    screen = f"{size[0]}x{size[1]}x24"
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", screen, "-nolisten", "tcp", "-noreset"]
    server = subprocess.Popen(command, pass_fds=(writing,), stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as pipe:
            yield f":{pipe.readline().strip()}", server
    finally:
        server.kill()
        server.wait()


class RealWindow:
    """The game in a window of its own. What it writes is kept in `home`."""

    def __init__(self, name: str, home: Path, *arguments: str) -> None:
        self.environment = {
            **os.environ, "DISPLAY": name, "SDL_VIDEODRIVER": "x11", "SDL_AUDIODRIVER": "dummy",
            "YUQI_HOME": str(home), "PYTHONUTF8": "1",
        }  # fmt: skip
        self.log = home / f"said-{time.monotonic_ns()}.txt"
        with self.log.open("wb") as said:
            self.process = subprocess.Popen(
                [sys.executable, str(ROOT / "main.py"), *arguments], env=self.environment, stdin=subprocess.DEVNULL,
                stdout=said, stderr=subprocess.STDOUT, cwd=ROOT,
            )  # fmt: skip
        self.window = ""

    def __enter__(self) -> "RealWindow":
        until(self._found, lambda: f"no window; the game said: {self.said}")
        self._xdotool("windowfocus", "--sync", self.window)
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    @property
    def said(self) -> str:
        """What the game wrote to its terminal."""
        return self.log.read_text(encoding="utf-8", errors="replace")

    def _found(self) -> bool:
        if self.process.poll() is not None:
            raise Gone(f"the game ended with {self.process.returncode}: {self.said}")
        found = self._xdotool("search", "--onlyvisible", "--pid", str(self.process.pid), check=False).split()
        self.window = found[-1] if found else ""
        return bool(found)

    def _xdotool(self, *words: str, check: bool = True) -> str:
        done = subprocess.run(["xdotool", *words], env=self.environment, capture_output=True, text=True, check=check)
        return done.stdout

    @property
    def caption(self) -> str:
        """What the window is called now."""
        return self._xdotool("getwindowname", self.window, check=False).strip()

    def becomes(self, caption: str) -> None:
        """Wait until the window is called so."""
        until(lambda: self.caption == caption, lambda: f"{self.caption!r} instead of {caption!r}; {self.said}")

    def click(self, point: tuple[int, int]) -> None:
        """Click at a point of the window."""
        x, y = map(str, point)
        self._xdotool("mousemove", "--window", self.window, x, y, "sleep", HAND, "click", "1")

    def key(self, name: str) -> None:
        """Press a key, by X's name of it."""
        self._xdotool("sleep", HAND, "key", name)

    def type(self, text: str) -> None:
        """Type a text of plain letters."""
        self._xdotool("sleep", HAND, "type", text)
