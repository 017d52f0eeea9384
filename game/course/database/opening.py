"""The opening of the store: everything that is looked at, saved or mended before the first attempt is read."""

from pathlib import Path

from sqlalchemy import Engine

from game.course.database import steps
from game.course.database.backups import backups, mend, rotate
from game.course.database.embedded import Finding, connect, examine, told_apart
from game.course.database.troubles import StoreNotice, StoreTrouble


def prepare(path: Path) -> tuple[Engine, tuple[StoreNotice, ...]]:
    """Give an engine on a sound store of today's shape, and what the person must hear about how it came to be.

    A damaged or missing file is put aside and mended from the backups; a sound one is backed up before it is upgraded.
    Raises `StoreTrouble`; a store written by a newer Yuqi is left as it is.
    """
    with told_apart(path):
        notice = _mended(path)
        if path.exists() and path.stat().st_size:
            rotate(path)
    engine = connect(path)
    try:
        with told_apart(path), engine.begin() as connection:
            steps.upgrade(connection)
    except BaseException:
        engine.dispose()
        raise
    return engine, () if notice is None else (notice,)


def _mended(path: Path) -> StoreNotice | None:
    """Leave a sound file of a shape that we know, or none, at the path; give the notice if that took mending."""
    if not path.exists():
        notice = mend(path, None)
    else:
        finding = _not_newer(path)
        # A start that was killed before the first tables were there leaves an empty file, in which nothing was lost.
        if finding.wrong is None or (path.stat().st_size == 0 and not backups(path)):
            return None
        notice = mend(path, finding.wrong)
    if notice is not None and notice.restored_from is not None:
        _not_newer(path, notice.moved_to)
    return notice


def _not_newer(path: Path, moved_to: Path | None = None) -> Finding:
    """Give what a look at the file finds, or raise `StoreTrouble` if a newer Yuqi has written it.

    `moved_to` is where a damaged file went just before, so that the person hears of it in any case.
    """
    finding = examine(path)
    if finding.step > len(steps.STEPS):
        raise StoreTrouble("newer", path, f"{finding.step} > {len(steps.STEPS)}", moved_to)
    return finding
