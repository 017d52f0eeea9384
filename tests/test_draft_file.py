"""A file that is watched: all that editors and disks do to it, and never half of it."""

import os
import sys
from pathlib import Path

import pytest

from game.draft_file import MOST, PATIENT, SETTLED, UNSURE, Sight, Trouble, Watch


def looked(watch: Watch, times: int) -> list[Sight | None]:
    """What a watch tells when it looks so often."""
    return [watch.look() for _ in range(times)]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file that is there."""
    path = tmp_path / "a.yaml"
    path.write_bytes(b"one")
    return path


def test_a_save_is_told_once_and_soon(file: Path) -> None:
    """New bytes are told at the second look at them, and then no more."""
    watch = Watch(file)
    assert watch.told == b"one"
    file.write_bytes(b"two")
    assert looked(watch, 4) == [None, b"two", None, None]
    file.write_bytes(b"one")
    assert looked(watch, 2) == [None, b"one"]


def test_a_file_that_is_being_written_is_not_told(file: Path) -> None:
    """While each look finds more of it nothing is told; what was emptied and filled again is told whole."""
    watch = Watch(file)
    for text in (b"", b"t", b"tw"):
        file.write_bytes(text)
        assert watch.look() is None
    file.write_bytes(b"two")
    assert looked(watch, SETTLED) == [None, b"two"]


def test_an_editor_that_saves_by_renaming(file: Path) -> None:
    """A file that is moved into the place of the old one is told, and its short absence is not."""
    watch = Watch(file)
    new = file.with_suffix(".tmp")
    new.write_bytes(b"two")
    file.rename(file.with_suffix(".bak"))
    assert looked(watch, 4) == [None] * 4
    new.rename(file)
    assert looked(watch, SETTLED) == [None, b"two"]
    other = file.with_suffix(".tmp")
    other.write_bytes(b"new")
    os.replace(other, file)
    assert looked(watch, SETTLED) == [None, b"new"]


def test_a_save_within_the_same_tick_of_the_disk(file: Path) -> None:
    """Bytes that changed without a new time or size are seen all the same, for a while after a change."""
    watch = Watch(file)
    now = file.stat()
    file.write_bytes(b"two")
    looked(watch, SETTLED)
    file.write_bytes(b"six")
    os.utime(file, ns=(now.st_atime_ns, file.stat().st_mtime_ns))
    assert b"six" in looked(watch, SETTLED)


def test_a_file_at_rest_is_not_read_again(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A preview that is left open all day does not read the file all day."""
    watch, reads = Watch(file), 0
    read = watch._read

    def counted() -> Sight:
        nonlocal reads
        reads += 1
        return read()

    monkeypatch.setattr(watch, "_read", counted)
    looked(watch, 10 * UNSURE)
    assert reads <= UNSURE
    file.write_bytes(b"two")
    assert b"two" in looked(watch, SETTLED)


def test_a_file_that_cannot_be_read_is_told_with_its_reason(file: Path) -> None:
    """Gone, a folder, a pipe: each is told after a moment of patience, and the file when it is back."""
    watch = Watch(file)
    file.unlink()
    assert looked(watch, PATIENT) == [None] * (PATIENT - 1) + [Trouble("gone")]
    file.mkdir()
    assert Trouble("no-file") in looked(watch, PATIENT)
    file.rmdir()
    assert Trouble("gone") in looked(watch, PATIENT)
    file.write_bytes(b"one")
    assert looked(watch, SETTLED) == [None, b"one"]
    assert Watch(file.parent / "nothing").told == Trouble("gone")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
def test_a_pipe_in_the_place_of_the_file_does_not_hang(file: Path) -> None:
    """What is no file any more is never waited for."""
    watch = Watch(file)
    file.unlink()
    os.mkfifo(file)
    assert Trouble("no-file") in looked(watch, PATIENT)


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_one_may_not_read(file: Path) -> None:
    """A file without the right to read it is told as that."""
    watch = Watch(file)
    file.chmod(0)
    assert Trouble("closed") in looked(watch, PATIENT + UNSURE)


def test_no_more_is_read_than_a_scenario_can_have(file: Path) -> None:
    """A file that grows without end is read as far as the reader needs to refuse it."""
    with file.open("wb") as out:
        out.truncate(100 * MOST)
    told = Watch(file).told
    assert isinstance(told, bytes)
    assert len(told) == MOST
