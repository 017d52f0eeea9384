"""Several files are put into a folder together: all of them, or none, and whatever else lies there stays."""

import errno
import os
import secrets
import shutil
from collections.abc import Iterable
from pathlib import Path


def put_together(folder: Path, files: Iterable[tuple[str, bytes]]) -> list[str]:
    """Write files by their names below a folder, which is made if there is none, and return the names.

    A file that is there is replaced. OSError where one cannot be written, with its path; the folder is then as it was.
    """
    made = _missing(folder)
    if os.path.lexists(folder) and not folder.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(folder))
    folder.mkdir(parents=True, exist_ok=True)
    apart = folder / f".{secrets.token_hex(8)}.part"
    done = False
    try:
        names = []
        for name, raw in files:
            _write(apart / "new" / name, raw)
            names.append(name)
        _move(folder, apart, names)
        done = True
        return names
    finally:
        shutil.rmtree(apart, ignore_errors=True)
        if not done:
            for one in made:
                _leave(one)


def _missing(folder: Path) -> list[Path]:
    """Return the folders that have to be made, the innermost first."""
    return [one for one in (folder, *folder.parents) if not one.exists()]


def _leave(folder: Path) -> None:
    try:
        folder.rmdir()
    except OSError:
        return  # somebody has put something there


def _write(path: Path, raw: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as file:
        file.write(raw)
        file.flush()
        os.fsync(file.fileno())


def _move(folder: Path, apart: Path, names: list[str]) -> None:
    """Give all files their places; where one cannot have its own, give back what was there."""
    moved: list[tuple[Path, Path | None]] = []
    try:
        for name in names:
            place = folder / name
            if place.is_dir():
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(place))
            place.parent.mkdir(parents=True, exist_ok=True)
            before = None
            if os.path.lexists(place):
                before = apart / "old" / name
                before.parent.mkdir(parents=True, exist_ok=True)
                os.replace(place, before)
            moved.append((place, before))
            os.replace(apart / "new" / name, place)
    except BaseException:
        for place, before in reversed(moved):
            place.unlink(missing_ok=True)
            if before is not None:
                os.replace(before, place)
        raise
