"""A second copy, a read-only folder, a full disk, a folder out of reach: a clear trouble, nothing lost."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path

import platformdirs
import pytest

from game.course.attempt import Attempt
from game.course.database.backups import backups
from game.course.store import FILE_NAME, Store, StoreTrouble, home, open_store
from tests.course.desk import begin, everything, in_child, played, pragma, public_folder, trouble_of

Disk = Callable[[str], Path]
users = pytest.mark.skipif(os.name == "nt", reason="rights of folders and ordinary users are other ones on Windows")


@pytest.fixture
def store(folder: Path) -> Iterator[Store]:
    """A store in the folder, and nowhere else."""
    with open_store(folder) as opened:
        yield opened


def _kind_at_start(folder: Path) -> str:
    return trouble_of(lambda: open_store(folder)).kind


def _remount(place: Path, option: str) -> None:
    subprocess.run(["mount", "-o", f"remount,{option}", str(place)], check=True, capture_output=True)


def _fill(place: Path) -> Path:
    """Leave not one byte free on the disk; the file that took them is given."""
    ballast = place / "ballast"
    with ballast.open("wb", buffering=0) as heap, suppress(OSError):
        while heap.write(bytes(4096)):
            continue
    return ballast


# --- where the store lives ---


def test_yuqi_home_names_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`YUQI_HOME` says where the data lies, `~` included; without it, or empty, it is the user's data folder."""
    monkeypatch.setenv("YUQI_HOME", str(tmp_path / "here"))
    assert home() == tmp_path / "here"
    with open_store() as store:
        assert store.path == tmp_path / "here" / FILE_NAME
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    monkeypatch.setenv("YUQI_HOME", "~/there")
    assert home() == tmp_path / "there"
    usual = Path(platformdirs.user_data_dir("yuqi", appauthor=False))
    monkeypatch.setenv("YUQI_HOME", "")
    assert home() == usual
    monkeypatch.delenv("YUQI_HOME")
    assert home() == usual


# --- one running copy ---


def test_a_second_copy_is_refused_with_the_pid_of_the_first(folder: Path, store: Store) -> None:
    """While one copy runs, another program that starts is told which process has the store; the first goes on."""
    attempt = begin(store)
    program = (
        "import sys, pathlib; from game.course.store import open_store, StoreTrouble\n"
        "try: open_store(pathlib.Path(sys.argv[1]))\n"
        "except StoreTrouble as trouble: print(trouble.kind, trouble.pid, trouble.detail)"
    )
    second = subprocess.run(
        [sys.executable, "-c", program, folder],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
    )
    assert second.stdout.split() == ["locked", str(os.getpid()), "pid", str(os.getpid())]
    assert second.stderr == ""
    assert _kind_at_start(folder) == "locked"
    store.keep(attempt.id, 1, "a", 5)


def test_a_closed_store_can_be_opened_by_another_copy(folder: Path) -> None:
    """After closing, and after a start that failed, the folder is free again and no pid is left behind."""
    attempt = played(folder)
    assert not (folder / "yuqi.pid").exists()
    (folder / "backups").write_text("a file where a folder should be")
    assert _kind_at_start(folder) == "unreachable"
    (folder / "backups").unlink()
    assert everything(folder) == [attempt]


def test_another_program_writing_is_a_lock(folder: Path, store: Store) -> None:
    """If another program holds the file itself, a pick is refused as locked, and is kept once the file is free."""
    attempt = begin(store)
    pragma(store, "busy_timeout = 0")
    with closing(sqlite3.connect(folder / FILE_NAME, isolation_level=None)) as browser:
        browser.execute("BEGIN IMMEDIATE")
        assert trouble_of(lambda: store.keep(attempt.id, 1, "a", 5)).kind == "locked"
        browser.execute("ROLLBACK")
    store.keep(attempt.id, 1, "a", 5)
    assert len(store.attempt(attempt.id).picks) == 1


# --- read-only ---


def test_a_read_only_disk_is_said_so(disk: Disk) -> None:
    """On a disk mounted read-only the start is refused as read-only; once it can be written, all is there."""
    place = disk("size=1m")
    attempt = played(place / "yuqi")
    _remount(place, "ro")
    assert _kind_at_start(place / "yuqi") == "read-only"
    assert _kind_at_start(place / "new" / "yuqi") == "read-only"
    _remount(place, "rw")
    assert everything(place / "yuqi") == [attempt]


@users
def test_a_folder_without_the_right_to_write_is_said_so() -> None:
    """In a folder that the person may read but not write, the start is refused as read-only and nothing is lost."""
    with public_folder() as place:
        attempt = played(place)
        (place / "yuqi.lock").unlink()
        place.chmod(0o555)
        assert in_child(lambda: _kind_at_start(place), ordinary=True) == "read-only"
        assert in_child(lambda: _kind_at_start(place / "new"), ordinary=True) == "read-only"
        place.chmod(0o755)
        assert everything(place) == [attempt]


def test_a_store_that_turns_read_only_is_said_so(store: Store) -> None:
    """If the store turns read-only during the play, the pick is refused as read-only, and can be kept afterwards."""
    attempt = begin(store)
    store.keep(attempt.id, 1, "a", 5)
    pragma(store, "query_only = ON")
    assert trouble_of(lambda: store.keep(attempt.id, 2, "b", 5)).kind == "read-only"
    pragma(store, "query_only = OFF")
    store.keep(attempt.id, 2, "b", 5)
    assert [pick.response for pick in store.attempt(attempt.id).picks] == ["a", "b"]


# --- full ---


def _until_full(store: Store, attempt: Attempt, first: int) -> int:
    """Keep wordy picks from this turn on until there is no room; give the last turn that was acknowledged."""
    for turn in range(first, 10_000):
        try:
            store.keep(attempt.id, turn, "long-winded-" * 100, 5)
        except StoreTrouble as trouble:
            if trouble.kind != "full":
                raise
            return turn - 1
    raise AssertionError("never full")


def test_a_database_at_its_limit_keeps_what_it_acknowledged(folder: Path) -> None:
    """When there is no page left, the pick is refused as full; every earlier one is there, and it goes on with room."""
    with open_store(folder) as store:
        attempt = begin(store)
        pragma(store, f"max_page_count = {pragma(store, 'page_count')}")
        acknowledged = _until_full(store, attempt, 1)
        assert acknowledged > 0
        assert len(store.attempt(attempt.id).picks) == acknowledged
        assert trouble_of(lambda: begin(store, source=bytes(100_000))).kind == "full"
        pragma(store, "max_page_count = 100000")
        store.keep(attempt.id, acknowledged + 1, "room again", 5)
    (kept,) = everything(folder)
    assert len(kept.picks) == acknowledged + 1


def test_a_full_disk_loses_nothing_in_play(disk: Disk) -> None:
    """When the disk runs full in the middle of a play, all acknowledged picks stay, and with room it goes on."""
    place = disk("size=256k")
    with open_store(place) as store:
        attempt = begin(store)
        store.keep(attempt.id, 1, "a", 5)
        ballast = _fill(place)
        assert trouble_of(lambda: store.keep(attempt.id, 2, "b", 5)).kind == "full"
        assert trouble_of(lambda: begin(store)).kind == "full"
        ballast.unlink()
        store.keep(attempt.id, 2, "b", 5)
        acknowledged = _until_full(store, attempt, 3)
    roomy = place.parent / "roomy"
    roomy.mkdir()
    shutil.copy(place / FILE_NAME, roomy)
    (kept,) = everything(roomy)
    assert len(kept.picks) == acknowledged


def test_a_full_disk_at_start_leaves_no_half_backup(disk: Disk) -> None:
    """When there is no room for the backup, the start says that the disk is full; with room again, all is there."""
    place = disk("size=512k")
    attempt = played(place)
    ballast = _fill(place)
    assert _kind_at_start(place) == "full"
    assert list((place / "backups").glob("*")) == []
    ballast.unlink()
    assert everything(place) == [attempt]
    assert [backup.read_bytes() for backup in backups(place / FILE_NAME)] == [(place / FILE_NAME).read_bytes()]


def test_a_damaged_store_waits_for_room(disk: Disk) -> None:
    """A damaged store on a full disk stays where it is until there is room to restore it; then it is put aside."""
    place = disk("size=1m")
    attempt = played(place)
    everything(place)
    spoilt = b"no database" * 100
    (place / FILE_NAME).write_bytes(spoilt)
    ballast = _fill(place)
    assert _kind_at_start(place) == "full"
    assert (place / FILE_NAME).read_bytes() == spoilt
    ballast.unlink()
    with open_store(place) as store:
        assert store.attempts() == [attempt]
        assert store.notices[0].moved_to is not None


def test_a_disk_without_room_for_a_folder_is_full(disk: Disk) -> None:
    """On a disk that has no room left for even a folder or a file, the start says that it is full."""
    place = disk("nr_inodes=2")
    assert _kind_at_start(place / "a" / "yuqi") == "full"
    assert _kind_at_start(place) == "full"
    assert _kind_at_start(place / "a") == "full"


# --- out of reach ---


def test_a_file_where_the_folder_should_be_is_out_of_reach(tmp_path: Path) -> None:
    """If `YUQI_HOME` is a file, or lies below one, the start says that the folder cannot be reached."""
    file = tmp_path / "file"
    file.write_text("mine")
    for folder in (file, file / "below", tmp_path / ("long" * 100)):
        trouble = trouble_of(lambda at=folder: open_store(at))  # type: ignore[misc] # a default binds this round's folder
        assert (trouble.kind, trouble.path) == ("unreachable", folder)
        assert trouble.detail
    assert file.read_text() == "mine"


@pytest.mark.parametrize("name", [FILE_NAME, "yuqi.lock"])
def test_a_folder_where_a_file_should_be_is_a_trouble(folder: Path, name: str) -> None:
    """If a folder lies where a file of the store should be, the start is refused, and the folder left as it is."""
    (folder / name).mkdir(parents=True)
    (folder / name / "precious").write_text("kept")
    assert _kind_at_start(folder) == "unreachable"
    assert [path.read_text() for path in folder.rglob("precious")] == ["kept"]


@users
def test_a_folder_that_may_not_be_entered_is_out_of_reach() -> None:
    """A folder of someone else that the person may not even look into cannot be reached."""
    with public_folder() as place:
        played(place / "private")
        (place / "private").chmod(0o000)
        assert in_child(lambda: _kind_at_start(place / "private"), ordinary=True) == "unreachable"
        assert in_child(lambda: _kind_at_start(place / "private" / "below"), ordinary=True) == "unreachable"


def test_damage_met_in_play_is_said_so(folder: Path) -> None:
    """If the file goes bad while it is open, the next pick says that it is damaged; the next start mends it."""
    attempt = played(folder)
    with open_store(folder) as store:
        (folder / FILE_NAME).write_bytes(b"spoilt" * 10_000)
        assert trouble_of(lambda: store.keep(attempt.id, 4, "a", 5)).kind == "damaged"
    assert everything(folder) == [attempt]
