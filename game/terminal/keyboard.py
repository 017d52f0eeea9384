"""What is typed, line by line, from a terminal or a pipe; on a terminal with a time within which a line must come."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final, Protocol, TextIO

TICK: Final = 5.0
"""After so many seconds the one who waits is told what is left."""
GLANCE: Final = 0.05
"""How often a Windows console is asked for a key, in seconds."""
ECHO_INPUT: Final = 0x0004
"""The bit of a Windows console's mode by which it shows what is typed."""

Tick = Callable[[float], None]


class EndOfInput(Exception):
    """Nothing more will be typed."""


class TimeUp(Exception):
    """No line came in time. What was half typed is thrown away."""


class Keyboard(Protocol):
    """Where lines come from."""

    def line(self, seconds: float | None = None, tick: Tick | None = None) -> str:
        """Return the next line without its end. EndOfInput; TimeUp after `seconds`, `tick` being told what is left."""


class Pipe:
    """Lines of a pipe or a file, in UTF-8 or else in the system's encoding. Time does not run."""

    def __init__(self, stream: TextIO | None) -> None:
        self.stream = stream

    def line(self, seconds: float | None = None, tick: Tick | None = None) -> str:
        """Return the next line."""
        if self.stream is None:
            raise EndOfInput
        buffer = getattr(self.stream, "buffer", None)
        line = self.stream.readline() if buffer is None else self._decoded(buffer.readline())
        if not line:
            raise EndOfInput
        return line.removeprefix("\ufeff").rstrip("\r\n")

    def _decoded(self, line: bytes) -> str:
        try:
            return line.decode("utf-8")
        except UnicodeDecodeError:
            encoding = self.stream.encoding if self.stream is not None else "utf-8"
            return line.decode(encoding or "utf-8", errors="replace")


class Terminal:
    """Lines of a POSIX terminal, read from its descriptor so that waiting and reading see the same."""

    def __init__(self, stream: TextIO) -> None:
        self.descriptor = stream.fileno()
        self.encoding = stream.encoding or "utf-8"
        self.typed = b""

    def line(self, seconds: float | None = None, tick: Tick | None = None) -> str:
        """Return the next line."""
        ends = None if seconds is None else time.monotonic() + seconds
        while b"\n" not in self.typed:
            if ends is not None:
                self._wait(ends, tick)
            self._read()
        line, _, self.typed = self.typed.partition(b"\n")
        return line.decode(self.encoding, errors="replace").rstrip("\r")

    def _wait(self, ends: float, tick: Tick | None) -> None:
        import select

        while (left := ends - time.monotonic()) > 0:
            ready, _, _ = select.select([self.descriptor], [], [], min(TICK, left))
            if ready:
                return
            if tick is not None:
                tick(max(0.0, ends - time.monotonic()))
        self._forget()
        raise TimeUp

    def _forget(self) -> None:
        import termios

        self.typed = b""
        termios.tcflush(self.descriptor, termios.TCIFLUSH)

    def _read(self) -> None:
        import os

        try:
            more = os.read(self.descriptor, 4096)
        except OSError:
            # The terminal's window has been closed.
            more = b""
        if not more:
            raise EndOfInput
        self.typed += more


class WindowsConsole:
    """Lines of a Windows console. Time runs until the first key; a line that is finished too late is too late, too."""

    def __init__(self, stream: TextIO) -> None:
        self.stream = stream

    def line(self, seconds: float | None = None, tick: Tick | None = None) -> str:
        """Return the next line."""
        ends = None if seconds is None else time.monotonic() + seconds
        if ends is not None:
            self._wait(ends, tick)
        line = self.stream.readline()
        if not line:
            raise EndOfInput
        if ends is not None and time.monotonic() > ends:
            raise TimeUp
        return line.rstrip("\r\n")

    def _wait(self, ends: float, tick: Tick | None) -> None:
        if sys.platform == "win32":
            import msvcrt

            told = time.monotonic()
            while not msvcrt.kbhit():
                now = time.monotonic()
                if now > ends:
                    raise TimeUp
                if tick is not None and now - told >= TICK:
                    told = now
                    tick(ends - now)
                time.sleep(GLANCE)


def keyboard(stream: TextIO | None, piped: bool) -> Keyboard:
    """Return the keyboard of standard input as it is here."""
    if stream is None or piped or not stream.isatty():
        return Pipe(stream)
    return WindowsConsole(stream) if sys.platform == "win32" else Terminal(stream)


@contextmanager
def unseen(stream: TextIO | None) -> Iterator[None]:
    """Let nothing of what is typed show on the terminal meanwhile."""
    if stream is None or not stream.isatty():
        yield
        return
    if sys.platform == "win32":
        with _unseen_on_windows(stream.fileno()):
            yield
        return
    import termios

    before = termios.tcgetattr(stream)
    veiled = [*before[:3], before[3] & ~termios.ECHO, *before[4:]]
    termios.tcsetattr(stream, termios.TCSADRAIN, veiled)
    try:
        yield
    finally:
        termios.tcsetattr(stream, termios.TCSADRAIN, before)


@contextmanager
def _unseen_on_windows(descriptor: int) -> Iterator[None]:
    """Let a Windows console show nothing of the lines that it reads meanwhile."""
    if sys.platform == "win32":
        import ctypes
        import msvcrt

        kernel, console = ctypes.windll.kernel32, ctypes.c_void_p(msvcrt.get_osfhandle(descriptor))
        before = ctypes.c_ulong()
        if kernel.GetConsoleMode(console, ctypes.byref(before)):
            kernel.SetConsoleMode(console, before.value & ~ECHO_INPUT)
            try:
                yield
            finally:
                kernel.SetConsoleMode(console, before.value)
            return
    yield
