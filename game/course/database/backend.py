"""What the store stands on: a file in a folder of this machine, or a server that a class shares."""

from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol

from sqlalchemy import Connection, Engine

from game.course.database.troubles import StoreNotice


class Database(Protocol):
    """A database that is sound, has the tables of today, and says its troubles as `StoreTrouble`."""

    @property
    def place(self) -> Path | str:
        """Where it is, in words that a person may read: never with a password."""

    @property
    def engine(self) -> Engine: ...

    @property
    def notices(self) -> tuple[StoreNotice, ...]: ...

    def transaction(self) -> AbstractContextManager[Connection]:
        """Give a connection whose work is on the disk, all of it or none, when the block is left."""

    def snapshot(self) -> AbstractContextManager[Connection]:
        """Give a connection for reading only, to which nothing changes until the block is left."""

    def traces(self, name: str) -> bool:
        """Give whether a person's name stands in a backup, or in a file that was put aside."""

    def sweep(self, name: str, known: bool) -> tuple[str, ...]:
        """Leave nothing readable of rows that were deleted, nor of a person in any backup; tell what was removed.

        `known` is whether there were any such rows.
        """

    def close(self) -> None:
        """Let go of everything; a second time does nothing."""
