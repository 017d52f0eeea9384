"""The embedded database: SQLite set up so that what it has acknowledged survives a killed process and a lost current.

All that is SQLite's alone stands here; the rest of the store is SQLAlchemy Core.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sqlalchemy import URL, Connection, Engine, create_engine, event, text
from sqlalchemy.exc import DBAPIError

from game.course.database import steps
from game.course.database.troubles import StoreTrouble, kind_of_disk, kind_of_sqlite

# Companions that SQLite may leave beside a database file and that belong to it alone.
COMPANIONS: Final = ("-journal", "-wal", "-shm")
# What is deleted is written over: a person who is forgotten does not stay readable in the gaps.
_PRAGMAS: Final = ("foreign_keys = ON", "journal_mode = DELETE", "synchronous = EXTRA", "secure_delete = ON")
_SOUND: Final = "ok"


@dataclass(frozen=True, slots=True)
class Finding:
    """What a look at a database file found: what is wrong with it (None: it is sound), and its schema step."""

    wrong: str | None
    step: int


@contextmanager
def told_apart(path: Path) -> Iterator[None]:
    """Turn what SQLite, SQLAlchemy or the disk raises in the block into a `StoreTrouble` of the right kind."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        cause = error.orig if isinstance(error, DBAPIError) else error
        kind = kind_of_sqlite(cause, path.parent) if isinstance(cause, sqlite3.Error) else None
        if kind is None:
            raise
        raise StoreTrouble(kind, path, str(cause)) from error
    except OSError as error:
        raise StoreTrouble(kind_of_disk(error, path.parent), path, str(error)) from error


def connect(path: Path) -> Engine:
    """Give an engine of one connection on the file; each of its transactions may write from its very start."""
    engine = _onlooker(path)
    event.listen(engine, "begin", _begin)
    return engine


def vacuum(path: Path) -> None:
    """Have the file written anew, without the gaps that deleted rows have left. Nothing else may have it open."""
    engine = _onlooker(path)
    try:
        with told_apart(path), engine.connect() as connection:
            connection.execute(text("VACUUM"))
    finally:
        engine.dispose()


def _onlooker(path: Path) -> Engine:
    """Give an engine that begins no transactions: even an empty one would write a first page into an empty file."""
    engine = create_engine(URL.create("sqlite", database=str(path)), pool_size=1, max_overflow=0)
    event.listen(engine, "connect", _prepare)
    return engine


def _prepare(connection: sqlite3.Connection, _record: object) -> None:
    # The driver would open transactions of its own, deferred and too late; with None it leaves them to `_begin`.
    connection.isolation_level = None
    # A spoilt letter in a name must not keep all other attempts from being read.
    connection.text_factory = _lenient
    with closing(connection.cursor()) as cursor:
        for pragma in _PRAGMAS:
            cursor.execute(f"PRAGMA {pragma}")


def _lenient(raw: bytes) -> str:
    return raw.decode("utf-8", errors="replace")


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def examine(path: Path) -> Finding:
    """Look through the whole file; SQLite rolls back what a killed process left half done, and that is no damage.

    Raises `StoreTrouble` if the file cannot be looked at for another reason than damage.
    """
    engine = _onlooker(path)
    try:
        with told_apart(path), engine.connect() as connection:
            said = connection.execute(text("PRAGMA integrity_check")).scalars().all()
            if said != [_SOUND]:
                return Finding("; ".join(map(str, said[:3])), 0)
            step = steps.step_of(connection)
    except StoreTrouble as trouble:
        if trouble.kind != "damaged":
            raise
        return Finding(trouble.detail, 0)
    finally:
        engine.dispose()
    return Finding(None if step else "no tables of Yuqi in it", step)
