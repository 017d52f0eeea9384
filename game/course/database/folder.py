"""Where the store lives, and the claim of the one running copy on it."""

import os
from pathlib import Path
from typing import Final

from filelock import FileLock, Timeout

from game.course.database.troubles import StoreTrouble, kind_of_disk
from game.places import HOME_VARIABLE, home

__all__ = ["HOME_VARIABLE", "Claim", "furnish", "home"]

LOCK_NAME: Final = "yuqi.lock"
PID_NAME: Final = "yuqi.pid"


def furnish(folder: Path) -> None:
    """Leave the folder there to be used, or raise `StoreTrouble` with the reason why it cannot be."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        # A folder that was there already says only now that it may not be looked into.
        next(folder.iterdir(), None)
    except OSError as error:
        raise StoreTrouble(kind_of_disk(error, _nearest(folder)), folder, str(error)) from error


def _nearest(folder: Path) -> Path:
    """Give the closest folder above that is there, since that one refused to hold the new one."""
    return next((above for above in (folder, *folder.parents) if os.path.lexists(above)), folder)


class Claim:
    """The right to be the one running copy on a folder; the system takes it back when the process dies."""

    def __init__(self, folder: Path) -> None:
        """Take the claim, or raise `StoreTrouble`: "locked" with the other copy's pid, or what the disk says."""
        self._pid_file = folder / PID_NAME
        # Not per thread: a window may close the store from another thread than the one that opened it.
        self._lock = FileLock(folder / LOCK_NAME, timeout=0, thread_local=False)
        try:
            self._lock.acquire()
        except Timeout as error:
            pid = _read_pid(self._pid_file)
            raise StoreTrouble("locked", folder, f"pid {pid}" if pid else "", pid=pid) from error
        except OSError as error:
            raise StoreTrouble(kind_of_disk(error, folder), folder, str(error)) from error
        self._sign()

    def release(self) -> None:
        """Give the claim back; a second time does nothing."""
        if self._lock.is_locked:
            self._forget()
            self._lock.release()

    def _sign(self) -> None:
        # Beside the lock, not in it: Windows lets nobody read a locked file. It only helps the message of a second
        # copy, so a disk that has no room for it is no reason to stop; but an older number would mislead.
        try:
            self._pid_file.write_text(str(os.getpid()), encoding="ascii")
        except OSError:
            self._forget()

    def _forget(self) -> None:
        try:
            self._pid_file.unlink(missing_ok=True)
        except OSError:
            return


def _read_pid(path: Path) -> int | None:
    """Give the pid that the holder wrote down, or None if it cannot be read."""
    try:
        return int(path.read_text(encoding="ascii"))
    except (OSError, ValueError):
        return None
