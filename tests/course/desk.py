"""What the tests of the store lay out again and again."""

import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from game.course.attempt import Attempt
from game.course.store import FILE_NAME, Store, StoreTrouble, open_store

Desk = Callable[[], Store]
"""Opens the same store each time."""

ROOT = Path(__file__).parents[2]
SOURCE = "id: cold-flat\n# 暖气不热\n".encode()


def begin(store: Store, **changed: Any) -> Attempt:
    """Give a new attempt of an ordinary kind, but for what is `changed`."""
    ordinary: dict[str, Any] = {
        "scenario": "heating-cold-flat",
        "source": SOURCE,
        "rulebook": "standard",
        "rulebook_version": 1,
        "persona": None,
        "mode": "practice",
        "language": "zh",
        "seed": 7,
        "trainee": "小李",
    }
    return store.begin(**ordinary | changed)


def played(place: Path | Desk, picks: int = 3) -> Attempt:
    """Give an attempt with some picks, kept in a store that is closed again."""
    with _opened(place) as store:
        attempt = begin(store)
        for turn in range(1, picks + 1):
            store.keep(attempt.id, turn, f"response-{turn}", 1000 * turn)
        return store.attempt(attempt.id)


def _opened(place: Path | Desk) -> Store:
    return open_store(place) if isinstance(place, Path) else place()


def everything(place: Path | Desk) -> list[Attempt]:
    """Give all attempts that a fresh start finds."""
    with _opened(place) as store:
        return store.attempts()


def trouble_of(work: Callable[[], object]) -> StoreTrouble:
    """Give the trouble that the work runs into; any other error, or none, fails the test."""
    try:
        result = work()
    except StoreTrouble as trouble:
        return trouble
    if isinstance(result, Store):
        result.close()
    raise AssertionError("no trouble at all")


def pragma(store: Store, setting: str) -> Any:
    """Set or read a pragma on the very connection that the store works with."""
    with closing(store._database.engine.raw_connection()) as connection, closing(connection.cursor()) as cursor:
        cursor.execute(f"PRAGMA {setting}")
        row = cursor.fetchone()
    return row[0] if row else None


def by_hand(folder: Path, *statements: str) -> None:
    """Change the store's file behind its back, as someone with an SQLite browser would."""
    with closing(sqlite3.connect(folder / FILE_NAME, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def in_child(work: Callable[[], object], *, ordinary: bool = False) -> str:
    """Give what the work says in a process of its own, as an ordinary user even where the tests run as root."""
    return _said(*_child(work, ordinary=ordinary))


def all_at_once(works: list[Callable[[], object]]) -> list[str]:
    """Give what the works say, each in a process of its own, all at the same time."""
    return [_said(*child) for child in [_child(work) for work in works]]


def _child(work: Callable[[], object], *, ordinary: bool = False) -> tuple[int, int]:
    """Give the pid of a process that does the work, and the end of the pipe in which it says what came of it."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(reading)
            if ordinary and os.geteuid() == 0:
                os.setgroups([])
                os.setgid(65534)
                os.setuid(65534)
            os.write(writing, str(work()).encode())
        except BaseException as error:
            os.write(writing, f"{type(error).__name__}: {error}".encode())
        finally:
            os._exit(0)
    os.close(writing)
    return child, reading


def _said(child: int, reading: int) -> str:
    with os.fdopen(reading, "rb") as pipe:
        said = pipe.read().decode()
    os.waitpid(child, 0)
    return said


def yuqi(*arguments: str, typed: str = "") -> subprocess.CompletedProcess[str]:
    """Give what the program says, run as a person runs it."""
    return subprocess.run(
        [sys.executable, "main.py", *arguments],
        cwd=ROOT, input=typed, capture_output=True, encoding="utf-8", env=os.environ | {"PYTHONUTF8": "1"}, check=False,
    )  # fmt: skip


@contextmanager
def public_folder() -> Iterator[Path]:
    """Give a folder that every user of the machine can reach, unlike pytest's own."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        try:
            yield folder
        finally:
            for path in (folder, *folder.iterdir()):
                path.chmod(0o755)
