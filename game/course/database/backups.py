"""Backups of the store's file, and what is done when that file is damaged or gone.

Nothing here runs while a connection is open: closing a file that SQLite has open elsewhere in the same process would
take SQLite's own locks away.
"""

import filecmp
import os
import re
import shutil
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from game.course.database.embedded import COMPANIONS, examine, told_apart
from game.course.database.troubles import StoreNotice

KEPT: Final = 5
FOLDER_NAME: Final = "backups"
_NAME: Final = re.compile(r"yuqi-(\d+)-.*\.db")
_DAMAGED: Final = "yuqi-damaged-"
RESTORING: Final = "yuqi-restoring.db"
PART: Final = "yuqi.part"
_TIME: Final = "%Y%m%dT%H%M%SZ"


def backups(store: Path) -> list[Path]:
    """Give the backups of the store at this path, newest first.

    The running number in a name orders them, not its time: a clock set back must not make an old one the newest.
    """
    folder = store.parent / FOLDER_NAME
    with told_apart(folder):
        found = [path for path in folder.iterdir() if _NAME.fullmatch(path.name)] if folder.exists() else []
    return sorted(found, key=_number, reverse=True)


def rotate(store: Path) -> Path | None:
    """Keep one more backup of a store found sound, if it differs from the newest, and the newest `KEPT` of all.

    Gives the new backup, or None if the newest already holds the very same.
    """
    have = backups(store)
    with told_apart(store):
        if have and filecmp.cmp(store, have[0], shallow=False):
            return None
        fresh = _one_more(store, have)
        for old in have[KEPT - 1 :]:
            old.unlink(missing_ok=True)
    return fresh


def sweep(store: Path) -> tuple[Path, ...]:
    """Make one fresh backup of the store and remove all other copies of it; give the files that were removed.

    Those are the older backups, damaged files that were put aside, and what a start that was killed has left.
    """
    gone = _copies(store)
    with told_apart(store):
        _one_more(store, backups(store))
        for path in gone:
            path.unlink(missing_ok=True)
        _settle(store.parent)
    return tuple(gone)


def traces(store: Path, name: str) -> bool:
    """Give whether a name stands in the store's file, or in any copy of it, in the bytes that SQLite would write."""
    with told_apart(store):
        return any(name.encode() in path.read_bytes() for path in (store, *_copies(store)))


def _copies(store: Path) -> list[Path]:
    """Give the backups, what was put aside, and what a start that was killed has left."""
    folder = store.parent
    left_over = (folder / RESTORING, folder / PART, folder / FOLDER_NAME / PART)
    aside = sorted(path for suffix in ("", *COMPANIONS) for path in folder.glob(f"{_DAMAGED}*.db{suffix}"))
    return [path for path in (*backups(store), *aside, *left_over) if os.path.lexists(path)]


def _one_more(store: Path, have: list[Path]) -> Path:
    """Give a fresh backup, numbered after those that we have, newest first."""
    folder = store.parent / FOLDER_NAME
    folder.mkdir(exist_ok=True)
    number = _number(have[0]) + 1 if have else 1
    fresh = folder / f"yuqi-{number:06d}-{_now()}.db"
    _copy(store, fresh)
    return fresh


def mend(store: Path, damage: str | None) -> StoreNotice | None:
    """Put the newest sound backup in the place of a store that is damaged (`damage` says how) or gone (None).

    The damaged file is put aside first, never deleted. Without a sound backup the place is left free for a new store.
    Gives what to tell the person, or None if there was nothing to lose: no file, no backup, none put aside earlier.
    """
    candidate = store.with_name(RESTORING)
    source = _copy_of_soundest(store, candidate)
    with told_apart(store):
        moved_to = _put_aside(store)
        if source is not None:
            os.replace(candidate, store)
            _settle(store.parent)
    if damage is None and source is None and moved_to is None:
        return None
    return StoreNotice("missing" if damage is None else "damaged", store, moved_to, source, damage or "")


def _copy_of_soundest(store: Path, candidate: Path) -> Path | None:
    """Leave a copy of the newest sound backup at `candidate` and give that backup; None if none is sound.

    The copy is what gets examined, because the copy is what will be played on.
    """
    for backup in backups(store):
        with told_apart(store):
            _copy(backup, candidate)
        if examine(candidate).wrong is None:
            return backup
        candidate.unlink()
    return None


def _put_aside(store: Path) -> Path | None:
    """Move the store's file and its companions aside and give the new path.

    The file goes first: a killed process must never leave it without the journal that it needs. A file that an
    earlier start put aside just before it was killed is given too, so that somebody hears of it.
    """
    target = _free(store)
    for suffix in ("", *COMPANIONS):
        if os.path.lexists(_beside(store, suffix)):
            os.replace(_beside(store, suffix), _beside(target, suffix))
    _settle(store.parent)
    return target if target.exists() else max(store.parent.glob(f"{_DAMAGED}*.db"), default=None)


def _free(store: Path) -> Path:
    """Give a path to put the store aside at that nothing lies at yet."""
    stem = f"{_DAMAGED}{_now()}"
    names = [stem, *(f"{stem}-{count}" for count in range(2, 1000))]
    paths = (store.with_name(f"{name}.db") for name in names)
    return next(path for path in paths if not any(os.path.lexists(_beside(path, s)) for s in ("", *COMPANIONS)))


def _beside(path: Path, suffix: str) -> Path:
    return path.with_name(path.name + suffix)


def _number(backup: Path) -> int:
    found = _NAME.fullmatch(backup.name)
    return int(found[1]) if found else 0


def _now() -> str:
    return datetime.now(UTC).strftime(_TIME)


def _copy(source: Path, target: Path) -> None:
    """Leave a whole copy at `target`, on the disk, or none at all."""
    # One name for all: what a killed copy left behind is written over by the next.
    part = target.with_name(PART)
    try:
        shutil.copyfile(source, part)
        with part.open("rb+") as copied:
            os.fsync(copied.fileno())
        os.replace(part, target)
    finally:
        part.unlink(missing_ok=True)
    _settle(target.parent)


def _settle(folder: Path) -> None:
    """Have the folder's names on the disk too; Windows does so by itself and cannot be asked."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
