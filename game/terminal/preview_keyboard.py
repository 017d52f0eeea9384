"""What is typed while a file is watched: lines as in play, with a glance at the file while there are none."""

import os
import sys
import time
from collections.abc import Callable
from typing import Final, Protocol, TextIO

from game.terminal.keyboard import EndOfInput, Pipe

GLANCE: Final = 0.1
"""Seconds between two looks at the file."""

Glance = Callable[[], None]


class Typing(Protocol):
    """Where lines come from."""

    def line(self, glance: Glance) -> str:
        """Return the next line without its end; `glance` is called while there is none. EndOfInput."""

    def forget(self) -> None:
        """Throw away what was half typed, since the screen that showed it is gone."""


class Descriptor:
    """Lines of a terminal or a pipe of a POSIX system."""

    def __init__(self, stream: TextIO) -> None:
        self.descriptor = stream.fileno()
        self.encoding = stream.encoding or "utf-8"
        self.typed = b""

    def line(self, glance: Glance) -> str:
        """Return the next line; the last one of all need not have an end."""
        import select

        while b"\n" not in self.typed:
            while not select.select([self.descriptor], [], [], GLANCE)[0]:
                glance()
            more = self._more()
            if not more and not self.typed:
                raise EndOfInput
            self.typed += more or b"\n"
        line, _, self.typed = self.typed.partition(b"\n")
        return line.decode(self.encoding, errors="replace").removeprefix("\ufeff").rstrip("\r")

    def _more(self) -> bytes:
        try:
            return os.read(self.descriptor, 4096)
        except OSError:
            # The terminal's window has been closed.
            return b""

    def forget(self) -> None:
        """Throw away what was half typed on a terminal; what came through a pipe stays."""
        if sys.platform != "win32" and os.isatty(self.descriptor):
            import termios

            termios.tcflush(self.descriptor, termios.TCIFLUSH)


class Console:
    """Lines of a Windows console: the file is looked at until the first key of a line."""

    def __init__(self, stream: TextIO) -> None:
        self.stream = stream

    def line(self, glance: Glance) -> str:
        """Return the next line."""
        if sys.platform == "win32":
            import msvcrt

            while not msvcrt.kbhit():
                glance()
                time.sleep(GLANCE)
        line = self.stream.readline()
        if not line:
            raise EndOfInput
        return line.rstrip("\r\n")

    def forget(self) -> None:
        """Nothing is half typed when the file is looked at."""


class Given:
    """Lines of a stream that cannot be waited for: the file is looked at before each."""

    def __init__(self, stream: TextIO | None) -> None:
        self.pipe = Pipe(stream)

    def line(self, glance: Glance) -> str:
        """Return the next line."""
        glance()
        return self.pipe.line()

    def forget(self) -> None:
        """What was given stays."""


def typing(stream: TextIO | None) -> Typing:
    """Return where lines come from on standard input as it is here."""
    if stream is None or not _has_descriptor(stream):
        return Given(stream)
    if sys.platform == "win32":
        return Console(stream) if stream.isatty() else Given(stream)
    return Descriptor(stream)


def _has_descriptor(stream: TextIO) -> bool:
    try:
        stream.fileno()
    except (OSError, ValueError):
        return False
    return True
