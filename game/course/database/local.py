"""The store in a folder of this machine: one file, its backups beside it, and one running copy at a time."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from sqlalchemy import Connection

from game.course.database.backups import sweep, traces
from game.course.database.embedded import told_apart, vacuum
from game.course.database.folder import Claim, furnish
from game.course.database.opening import prepare

FILE_NAME: Final = "yuqi.db"


class Local:
    """The database in a folder, made, checked, backed up and upgraded as need be; raises `StoreTrouble`."""

    def __init__(self, folder: Path) -> None:
        self.place = folder / FILE_NAME
        furnish(folder)
        self._claim = Claim(folder)
        try:
            self.engine, self.notices = prepare(self.place)
        except BaseException:
            self._claim.release()
            raise

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """Give a connection whose work is on the disk, all of it or none, when the block is left."""
        with told_apart(self.place), self.engine.begin() as connection:
            yield connection

    snapshot = transaction  # nobody else writes into the file meanwhile

    def traces(self, name: str) -> bool:
        """Give whether a name stands in the file, or in any copy of it."""
        self.engine.dispose()  # nothing may have the file open that is going to be read; the next transaction opens it
        return traces(self.place, name)

    def sweep(self, name: str, known: bool) -> tuple[str, ...]:
        """Write the file anew without what was deleted, and keep it as the only backup; give the files removed.

        Where nobody of this name has left a trace, everything stays as it is.
        """
        if not (known or self.traces(name)):
            return ()
        self.engine.dispose()
        vacuum(self.place)
        return tuple(str(path) for path in sweep(self.place))

    def close(self) -> None:
        """Let go of the file and of the claim on its folder; a second time does nothing."""
        self.engine.dispose()
        self._claim.release()
