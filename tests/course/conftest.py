"""The folders that the tests of the store play on."""

import itertools
import os
import subprocess
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path

import pytest

from game.course.store import VARIABLE, Store, open_store
from tests.course.cluster import Cluster, NoServer
from tests.course.desk import Desk


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A fresh machine's data folder, not made yet; its name has blanks and Chinese as people's folders do."""
    return tmp_path / "数据 folder #1"


@pytest.fixture(scope="session")
def started() -> Iterator[Cluster]:
    """A PostgreSQL server, one for all tests of this process; where none can be had, the test is left out."""
    try:
        running = Cluster()
    except NoServer as reason:
        pytest.skip(str(reason))
    yield running
    running.remove()


@pytest.fixture
def cluster(started: Cluster) -> Cluster:
    """The PostgreSQL server, running, whatever the test before has done to it."""
    started.run()
    return started


@pytest.fixture
def schema(cluster: Cluster, monkeypatch: pytest.MonkeyPatch) -> str:
    """A schema that `open_store` opens, with nothing in it yet."""
    name = cluster.schema()
    monkeypatch.setenv(VARIABLE, cluster.address(name))
    return name


@pytest.fixture(params=["sqlite", "postgresql"])
def fresh(request: pytest.FixtureRequest, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], Desk]:
    """New desks: each call gives the way to open a store of its own, the first one in `folder` where it is a file."""
    if request.param == "sqlite":
        folders = (folder.with_name(folder.name + " again" * count) for count in itertools.count())
        return lambda: partial(open_store, next(folders))
    server: Cluster = request.getfixturevalue("cluster")

    def enrolled() -> Desk:
        monkeypatch.setenv(VARIABLE, server.address(server.schema()))
        return open_store

    return enrolled


@pytest.fixture
def desk(fresh: Callable[[], Desk]) -> Desk:
    """The way to open one store: in a file, and on a server. What is promised is promised for both."""
    return fresh()


@pytest.fixture
def store(desk: Desk) -> Iterator[Store]:
    """A store in which nothing has been kept yet."""
    with desk() as opened:
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
