"""A file that somebody is writing, watched: its new bytes once they have settled, or why it cannot be read."""

import errno
import os
import stat
from pathlib import Path
from typing import Final, Literal

from msgspec import Struct

MOST: Final = 4 * 1024 * 1024 + 1
"""A scenario is smaller. What is larger is refused by the reader, which needs to see no more of it."""
SETTLED: Final = 2
"""Bytes count when they were found so often in a row: an editor may be in the middle of writing them."""
PATIENT: Final = 5
"""A file that cannot be read may be about to come back: editors write another one and rename it."""
UNSURE: Final = 30
"""So often after a change the file is read whatever its time says: some disks count time in steps of two seconds."""


class Trouble(Struct, frozen=True):
    """Why there are no bytes; `detail` is the system's name for it, such as EIO, where the reason is "other"."""

    reason: Literal["gone", "no-file", "closed", "other"]
    detail: str = ""


Sight = bytes | Trouble


class Watch:
    """Looks at a file now and then, and tells what is new."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.told: Sight = self._read()
        self._last, self._times = self.told, SETTLED
        self._stamp = self._stamped()
        self._sure = 0

    @property
    def settling(self) -> bool:
        """Whether the file is another than was told, and it is still to be seen what becomes of it."""
        return self._last != self.told

    def look(self) -> Sight | None:
        """Return what the file has become; None where it is what was last told, or has not settled."""
        seen = self._seen()
        self._times = self._times + 1 if seen == self._last else 1
        self._last = seen
        if seen == self.told or self._times < (SETTLED if isinstance(seen, bytes) else PATIENT):
            return None
        self.told = seen
        return seen

    def _seen(self) -> Sight:
        """Return what the file is now, unread where nothing speaks for a change."""
        stamp = self._stamped()
        self._sure = self._sure + 1 if stamp == self._stamp else 0
        self._stamp = stamp
        return self._last if self._sure > UNSURE else self._read()

    def _stamped(self) -> tuple[int, int, int] | None:
        try:
            now = self.path.stat()
        except OSError:
            return None
        return now.st_mtime_ns, now.st_size, now.st_ino

    def _read(self) -> Sight:
        try:
            with open(self.path, "rb", opener=_opened) as file:
                if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                    return Trouble("no-file")
                return file.read(MOST)
        except FileNotFoundError:
            return Trouble("gone")
        except IsADirectoryError:
            return Trouble("no-file")
        except PermissionError:
            return Trouble("no-file" if self.path.is_dir() else "closed")
        except OSError as error:
            return Trouble("other", errno.errorcode.get(error.errno or 0, str(error)))


def _opened(path: str, flags: int) -> int:
    """Open without waiting: what was a file may have become a pipe that nobody writes to."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
