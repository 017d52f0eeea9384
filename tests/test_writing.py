"""Files that are written whole or not at all."""

import os
import stat
import sys
from pathlib import Path

import pytest

from game.writing import write


def test_what_is_written_is_there(tmp_path: Path) -> None:
    """A new file and one that was there hold what was written, and nothing else lies beside them."""
    for text in ("第一次", "the second time"):
        write(tmp_path / "复盘.html", text.encode())
        assert (tmp_path / "复盘.html").read_text(encoding="utf-8") == text
    assert [path.name for path in tmp_path.iterdir()] == ["复盘.html"]


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_disk_that_fails_costs_nothing(tmp_path: Path, step: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the disk takes no more, the old file stays, a new one is not there, and the reason names the file."""

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    old, new = tmp_path / "old.html", tmp_path / "new.html"
    old.write_bytes(b"old")
    monkeypatch.setattr(os, step, full)
    for path in (old, new):
        with pytest.raises(OSError, match="No space left on device.*" + path.name):
            write(path, b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["old.html"]
    assert old.read_bytes() == b"old"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other rights and links")
def test_who_may_read_a_file_stays_as_it_was(tmp_path: Path) -> None:
    """A file keeps its rights, a new one has those of any new file, and a link stays a link."""
    kept, link, new, other = (tmp_path / name for name in ("kept", "link", "new", "other"))
    kept.write_bytes(b"")
    kept.chmod(0o600)
    link.symlink_to(kept)
    other.write_bytes(b"")
    for path in (link, new):
        write(path, b"whole")
    assert (link.is_symlink(), kept.read_bytes()) == (True, b"whole")
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert stat.S_IMODE(new.stat().st_mode) == stat.S_IMODE(other.stat().st_mode)
