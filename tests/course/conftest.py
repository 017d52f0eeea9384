"""The folders that the tests of the store play on."""

import os
import subprocess
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from game.course.store import Store, open_store


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A fresh machine's data folder, not made yet; its name has blanks and Chinese as people's folders do."""
    return tmp_path / "数据 folder #1"


@pytest.fixture
def store(folder: Path) -> Iterator[Store]:
    """A store on a fresh machine."""
    with open_store(folder) as opened:
        yield opened


Disk = Callable[[str], Path]


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    """Real small disks, made on demand with the mount options given, and taken away after the test."""
    with ExitStack() as mounts:

        def mount(options: str) -> Path:
            place = tmp_path / f"disk-{options.replace('=', '-').replace(',', '-')}"
            place.mkdir()
            if os.name == "nt" or not _ran("mount", "-t", "tmpfs", "-o", options, "yuqi-test", str(place)):
                pytest.skip("this user may not mount a disk; the variant beside this test runs everywhere")
            mounts.callback(_ran, "umount", "--lazy", str(place))
            return place

        yield mount


def _ran(*command: str) -> bool:
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        return False
