"""What can go wrong with the store, in kinds a person can act on; the words are the shell's."""

import errno
import os
import sqlite3
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

TroubleKind = Literal[
    "locked",
    "read-only",
    "full",
    "damaged",
    "newer",
    "unreachable",
    # Of a server: its address is none, its driver is not installed, it does not answer, it lets nobody in, nothing can
    # be written there, others hold it up, it cannot keep all characters.
    "address",
    "driver",
    "away",
    "refused",
    "denied",
    "busy",
    "encoding",
]


class StoreTrouble(Exception):
    """The store cannot do what was asked; all that was acknowledged before is still there.

    `path` is the file or folder in question, or a server's address without its password, `detail` the cause as the
    system words it, `moved_to` where a damaged file was put, `pid` the process that holds a locked store, where known.
    """

    def __init__(
        self,
        kind: TroubleKind,
        path: Path | str,
        detail: str = "",
        moved_to: Path | None = None,
        pid: int | None = None,
    ) -> None:
        super().__init__(f"{kind}: {path}: {detail}" if detail else f"{kind}: {path}")
        self.kind: TroubleKind = kind
        self.path = path
        self.detail = detail
        self.moved_to = moved_to
        self.pid = pid


@dataclass(frozen=True, slots=True)
class StoreNotice:
    """One thing to tell the person at start: the store's file was damaged, or gone, and what was done about it.

    `moved_to` is where the damaged file now lies (None if the file was simply gone); `restored_from` is the backup
    that took its place, None if a new store was started because no backup was any good.
    """

    kind: Literal["damaged", "missing"]
    path: Path
    moved_to: Path | None
    restored_from: Path | None
    detail: str


_BY_ERRNO: Final[dict[int, TroubleKind]] = {
    errno.ENOSPC: "full",
    getattr(errno, "EDQUOT", errno.ENOSPC): "full",
    errno.EROFS: "read-only",
}

# The low byte of an SQLite code is its family; the rest says where in SQLite it happened.
_FAMILY: Final = 0xFF
_BY_SQLITE: Final[dict[int, TroubleKind]] = {
    sqlite3.SQLITE_FULL: "full",
    sqlite3.SQLITE_READONLY: "read-only",
    sqlite3.SQLITE_PERM: "read-only",
    sqlite3.SQLITE_CORRUPT: "damaged",
    sqlite3.SQLITE_NOTADB: "damaged",
    sqlite3.SQLITE_BUSY: "locked",
    sqlite3.SQLITE_LOCKED: "locked",
}
# SQLite reports these alike for a full disk, a read-only one and one that went away: only the disk itself can tell.
_ASK_THE_DISK: Final = frozenset({sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_IOERR})
_PAGE: Final = 4096


def kind_of_disk(error: OSError, folder: Path) -> TroubleKind:
    """Give the kind of trouble that an error of the file system is."""
    if isinstance(error, PermissionError):
        readable = folder.is_dir() and os.access(folder, os.R_OK | os.X_OK)
        return "read-only" if readable else "unreachable"
    return _BY_ERRNO.get(error.errno or 0, "unreachable")


def kind_of_sqlite(error: sqlite3.Error, folder: Path) -> TroubleKind | None:
    """Give the kind of trouble that an error of SQLite is, or None for one that only our own mistake can cause."""
    family = getattr(error, "sqlite_errorcode", 0) & _FAMILY
    if family in _ASK_THE_DISK:
        return _asked(folder)
    return _BY_SQLITE.get(family)


def _asked(folder: Path) -> TroubleKind:
    """Give the kind of trouble that writing one page into the folder meets."""
    try:
        with tempfile.TemporaryFile(dir=folder) as page:
            page.write(bytes(_PAGE))
            page.flush()
            os.fsync(page.fileno())
    except OSError as error:
        return kind_of_disk(error, folder)
    return "unreachable"


# By SQLSTATE, or its first two characters: https://www.postgresql.org/docs/current/errcodes-appendix.html
_BY_STATE: Final[dict[str, TroubleKind]] = {
    "25006": "denied",  # a read-only transaction
    "42501": "denied",  # no privilege
    "3F000": "denied",  # no schema that one may use
    "42P01": "damaged",  # a table is gone
    "42703": "damaged",  # a column is gone
    "53100": "full",
    "55P03": "busy",  # a lock was not to be had in time
    "57014": "busy",  # cancelled, as by a time limit
    "08": "away",
    "25": "away",  # the server has ended a transaction that stood still for too long
    "28": "refused",
    "3D": "refused",  # no such database
    "40": "busy",  # two transactions stood in each other's way
    "53": "busy",  # no room for another connection, no memory
    "57": "away",  # shut down, or not up yet
    "58": "away",
    "XX": "damaged",
}
_NOT_UP_YET: Final = ("starting up", "shutting down", "recovery mode")


def kind_of_server(error: BaseException | None) -> TroubleKind | None:
    """Give the kind of trouble that an error of PostgreSQL's driver is, or None for one that is our own mistake."""
    state = getattr(error, "sqlstate", None)
    if state:
        return _BY_STATE.get(state) or _BY_STATE.get(state[:2])
    if type(error).__name__ not in ("OperationalError", "ConnectionTimeout", "InterfaceError"):
        return None
    # Before a session has begun the driver gives no state: only the server's own words, and whether it was shown a
    # password, tell one that answers from one that does not.
    said = str(error)
    if any(words in said for words in _NOT_UP_YET):
        return "away"
    shown = getattr(getattr(error, "pgconn", None), "used_password", False)
    return "refused" if "FATAL" in said or shown else "away"
