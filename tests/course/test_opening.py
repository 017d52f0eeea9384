"""What a start looks at, saves and mends."""

import os
import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Connection

from game.course.attempt import Attempt
from game.course.database import steps
from game.course.database.backups import FOLDER_NAME, KEPT, backups
from game.course.store import FILE_NAME, open_store
from tests.course.desk import begin, by_hand, everything, played, trouble_of


def _contents(paths: list[Path]) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in paths}


def _with_backup(folder: Path) -> Attempt:
    """Give an attempt that is in the store and in its only backup."""
    attempt = played(folder)
    with open_store(folder):
        pass
    assert len(backups(folder / FILE_NAME)) == 1
    return attempt


def _not_sqlite(path: Path) -> None:
    path.write_bytes("这不是数据库".encode() * 500)


def _cut_in_half(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def _emptied(path: Path) -> None:
    path.write_bytes(b"")


def _spoilt_inside(path: Path) -> None:
    whole = bytearray(path.read_bytes())
    whole[4096 : 4096 * 3] = random.Random(1).randbytes(4096 * 2)
    path.write_bytes(whole)


def _another_database(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE recipes (name TEXT)")


def _a_page_out_of_place(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("DELETE FROM sqlite_master WHERE name = 'ix_attempts_trainee'")


DAMAGES = [_a_page_out_of_place, _not_sqlite, _cut_in_half, _spoilt_inside, _emptied, _another_database]


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_store_is_put_aside_and_restored(folder: Path, damage: Callable[[Path], None]) -> None:
    """A damaged file is put aside as it is, the newest backup takes its place, and the person is told both."""
    attempt = _with_backup(folder)
    damage(folder / FILE_NAME)
    spoilt = (folder / FILE_NAME).read_bytes()
    with open_store(folder) as store:
        (notice,) = store.notices
        assert store.attempts() == [attempt]
        store.keep(attempt.id, 4, "on", 5)
    assert (notice.kind, notice.path) == ("damaged", folder / FILE_NAME)
    assert notice.restored_from == backups(folder / FILE_NAME)[0]
    assert notice.moved_to is not None
    assert notice.moved_to.name.startswith("yuqi-damaged-")
    assert notice.moved_to.read_bytes() == spoilt
    assert notice.detail
    with open_store(folder) as store:
        assert store.notices == ()


@pytest.mark.parametrize("damage", [damage for damage in DAMAGES if damage is not _emptied])
def test_without_a_backup_a_new_store_is_started_and_said_so(folder: Path, damage: Callable[[Path], None]) -> None:
    """Where no backup is there, the damaged file is put aside and a new store started, and the person is told."""
    played(folder)
    damage(folder / FILE_NAME)
    spoilt = (folder / FILE_NAME).read_bytes()
    with open_store(folder) as store:
        (notice,) = store.notices
        assert store.attempts() == []
    assert notice.restored_from is None
    assert notice.moved_to is not None
    assert notice.moved_to.read_bytes() == spoilt


def test_several_damaged_files_are_all_kept(folder: Path) -> None:
    """A file damaged twice within a second is put aside twice, under two names."""
    _with_backup(folder)
    for words in (b"first", b"second"):
        (folder / FILE_NAME).write_bytes(words * 1000)
        everything(folder)
    assert sorted(path.read_bytes()[:5] for path in folder.glob("yuqi-damaged-*.db")) == [b"first", b"secon"]


def test_a_damaged_backup_is_passed_over(folder: Path) -> None:
    """If the newest backups are damaged too, the newest sound one is taken, and the bad ones are not deleted."""
    attempts = [_with_backup(folder)]
    for _ in range(2):
        attempts.append(played(folder))
        everything(folder)
    newest, middle, oldest = backups(folder / FILE_NAME)
    _not_sqlite(newest)
    _emptied(middle)
    _cut_in_half(folder / FILE_NAME)
    with open_store(folder) as store:
        (notice,) = store.notices
        assert store.attempts() == attempts[:1]
    assert notice.restored_from == oldest
    assert {newest, middle, oldest} <= set(backups(folder / FILE_NAME))


def test_damage_drives_no_good_backup_out(folder: Path) -> None:
    """However often a damaged file is met at start, the backups stay as they were."""
    for _ in range(KEPT + 1):
        played(folder)
    before = _contents(backups(folder / FILE_NAME))
    assert len(before) == KEPT
    for damage in DAMAGES:
        damage(folder / FILE_NAME)
        everything(folder)
        assert _contents(backups(folder / FILE_NAME)) == before


def test_a_damaged_file_takes_its_journal_along(folder: Path) -> None:
    """The journal of a damaged file goes aside with it, and never rolls old pages into the restored one."""
    attempt = _with_backup(folder)
    _not_sqlite(folder / FILE_NAME)
    (folder / f"{FILE_NAME}-journal").write_bytes(b"\0" * 600)
    with open_store(folder) as store:
        (notice,) = store.notices
        assert store.attempts() == [attempt]
    assert notice.moved_to is not None
    assert notice.moved_to.with_name(notice.moved_to.name + "-journal").exists()
    assert not (folder / f"{FILE_NAME}-journal").exists()


def test_a_missing_file_is_restored_and_said_so(folder: Path) -> None:
    """If the file is gone but a backup is there, the backup is taken and the person is told."""
    attempt = _with_backup(folder)
    (folder / FILE_NAME).unlink()
    with open_store(folder) as store:
        (notice,) = store.notices
        assert store.attempts() == [attempt]
    assert (notice.kind, notice.moved_to) == ("missing", None)
    assert notice.restored_from == backups(folder / FILE_NAME)[0]


def test_a_start_killed_while_mending_is_still_told(folder: Path) -> None:
    """If the start that put a damaged file aside was killed before it could say so, the next start says it."""
    played(folder)
    aside = (folder / FILE_NAME).rename(folder / "yuqi-damaged-20260101T000000Z.db")
    with open_store(folder) as store:
        (notice,) = store.notices
    assert (notice.kind, notice.moved_to, notice.restored_from) == ("missing", aside, None)


@pytest.mark.parametrize("seed", range(25))
def test_no_damage_ends_in_a_bare_error(folder: Path, seed: int) -> None:
    """Wherever bytes go bad, the next start works: either the store is sound enough to be read, or it was mended."""
    attempt = _with_backup(folder)
    chance = random.Random(seed)
    whole = bytearray((folder / FILE_NAME).read_bytes())
    at = chance.randrange(len(whole))
    whole[at : at + 400] = chance.randbytes(min(400, len(whole) - at))
    (folder / FILE_NAME).write_bytes(whole)
    with open_store(folder) as store:
        assert [kept.id for kept in store.attempts()] == [attempt.id] or store.notices
        assert begin(store) in store.unfinished()


def test_a_fresh_machine_has_nothing_to_tell(folder: Path) -> None:
    """A first start makes the folder and the store and tells nothing."""
    with open_store(folder) as store:
        assert store.notices == ()
        assert store.attempts() == []
    assert (folder / FILE_NAME).is_file()


def test_five_backups_are_kept_one_for_each_changed_start(folder: Path) -> None:
    """Each start backs up what changed since the last, once; the newest five are kept, each a store of its moment."""
    for made in range(1, KEPT + 4):
        played(folder)
        have = backups(folder / FILE_NAME)
        assert len(have) == min(made - 1, KEPT)
    for past, backup in enumerate(backups(folder / FILE_NAME), start=1):
        with closing(sqlite3.connect(backup)) as connection:
            assert connection.execute("SELECT count(*) FROM attempts").fetchone() == (KEPT + 3 - past,)


def test_an_unchanged_store_is_not_backed_up_again(folder: Path) -> None:
    """Starts in which nothing was kept make one backup, not one each, so that they drive no older one out."""
    _with_backup(folder)
    before = _contents(backups(folder / FILE_NAME))
    for _ in range(3):
        everything(folder)
    assert _contents(backups(folder / FILE_NAME)) == before


def test_a_clock_set_back_drives_no_new_backup_out(folder: Path) -> None:
    """The backups made last are the newest, whatever times their names tell."""
    for _ in range(KEPT + 1):
        played(folder)
    oldest = backups(folder / FILE_NAME)[-1]
    renamed = oldest.rename(oldest.with_name(oldest.name[:12] + "29990101T000000Z.db"))
    assert backups(folder / FILE_NAME)[-1] == renamed
    played(folder)
    assert renamed not in backups(folder / FILE_NAME)
    assert len(backups(folder / FILE_NAME)) == KEPT


def test_other_files_among_the_backups_are_left_alone(folder: Path) -> None:
    """A copy that a person put into the folder under a name of their own is never rotated away."""
    _with_backup(folder)
    own = folder / FOLDER_NAME / "before the course.db"
    own.write_bytes(b"mine")
    for _ in range(KEPT + 2):
        played(folder)
    assert own.read_bytes() == b"mine"


def _ratings(connection: Connection) -> None:
    connection.exec_driver_sql("ALTER TABLE attempts ADD COLUMN rating INTEGER")


def _ratings_that_fail(connection: Connection) -> None:
    _ratings(connection)
    raise RuntimeError("half way")


def test_an_older_store_is_backed_up_and_upgraded(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A store of an older Yuqi takes the steps it lacks, once, after a backup of what it was; its attempts stay."""
    attempt = played(folder)
    old = (folder / FILE_NAME).read_bytes()
    monkeypatch.setattr(steps, "STEPS", [*steps.STEPS, _ratings])
    for _ in range(2):
        with open_store(folder) as store:
            assert store.attempts() == [attempt]
    assert backups(folder / FILE_NAME)[-1].read_bytes() == old
    with closing(sqlite3.connect(folder / FILE_NAME)) as connection:
        assert connection.execute("SELECT rating FROM attempts").fetchall() == [(None,)]
        assert connection.execute("SELECT step FROM schema_steps ORDER BY step").fetchall() == [
            (step,) for step in range(1, len(steps.STEPS) + 1)
        ]


def test_an_upgrade_that_fails_leaves_the_store_as_it_was(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A step that fails half way is undone with all its changes, and the older Yuqi can go on with the store."""
    attempt = played(folder)
    old = (folder / FILE_NAME).read_bytes()
    with monkeypatch.context() as patched:
        patched.setattr(steps, "STEPS", [*steps.STEPS, _ratings_that_fail])
        with pytest.raises(RuntimeError, match="half way"):
            open_store(folder)
    assert (folder / FILE_NAME).read_bytes() == old
    assert everything(folder) == [attempt]


def test_a_newer_store_is_refused_and_left_alone(folder: Path) -> None:
    """A store that a newer Yuqi has written is not opened, not backed up and not touched; the newer Yuqi can go on."""
    played(folder)
    by_hand(folder, "INSERT INTO schema_steps VALUES (99, '2030-01-01 00:00:00.000000')")
    before = (folder / FILE_NAME).read_bytes()
    for _ in range(2):
        trouble = trouble_of(lambda: open_store(folder))
        assert (trouble.kind, trouble.path) == ("newer", folder / FILE_NAME)
    assert (folder / FILE_NAME).read_bytes() == before
    assert backups(folder / FILE_NAME) == []


def test_a_newer_backup_is_refused_like_a_newer_store(folder: Path) -> None:
    """A damaged store whose backup a newer Yuqi has written gets that backup back, and is then refused, not mangled."""
    played(folder)
    by_hand(folder, "INSERT INTO schema_steps VALUES (99, '2030-01-01 00:00:00.000000')")
    newer = (folder / FILE_NAME).read_bytes()
    (folder / FOLDER_NAME).mkdir()
    (folder / FOLDER_NAME / "yuqi-000001-x.db").write_bytes(newer)
    _not_sqlite(folder / FILE_NAME)
    trouble = trouble_of(lambda: open_store(folder))
    assert trouble.kind == "newer"
    assert (folder / FILE_NAME).read_bytes() == newer
    (aside,) = folder.glob("yuqi-damaged-*.db")
    assert trouble.moved_to == aside
