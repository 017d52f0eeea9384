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
    if os.path.lexists(folder) and not folder.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(folder))
    made = _make(folder)
    apart = folder / f".{secrets.token_hex(8)}.part"
    try:
        names = []
        for name, raw in files:
            _write(apart / "new" / name, raw)
            names.append(name)
        _move(folder, apart, names, made)
    except BaseException:
        shutil.rmtree(apart, ignore_errors=True)
        for one in reversed(made):
            _leave(one)
        raise
    shutil.rmtree(apart, ignore_errors=True)
    return names


def _make(folder: Path) -> list[Path]:
    """Make a folder with all that it lies in, and return what was not there before, the outermost first."""
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    return missing[::-1]


def _leave(folder: Path) -> None:
    """Take an empty folder away."""
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


def _move(folder: Path, apart: Path, names: list[str], made: list[Path]) -> None:
    """Give all files their places; where one cannot have its own, give back what was there.

    The folders that it takes are added to `made`.
    """
    moved: list[tuple[Path, Path | None]] = []
    try:
        for name in names:
            place = folder / name
            if place.is_dir():
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(place))
            made += _make(place.parent)
            before = _put_aside(place, apart / "old" / name)
            moved.append((place, before))
            os.replace(apart / "new" / name, place)
    except BaseException:
        for place, before in reversed(moved):
            place.unlink(missing_ok=True)
            if before is not None:
                os.replace(before, place)
        raise


def _put_aside(place: Path, aside: Path) -> Path | None:
    """Move a file out of the way and return where it is now; None where there was none."""
    if not os.path.lexists(place):
        return None
    aside.parent.mkdir(parents=True, exist_ok=True)
    os.replace(place, aside)
    return aside
