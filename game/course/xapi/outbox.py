"""The outbox: statements that are to reach a learning record store, kept until it has acknowledged them.

A statement is put in before it is sent and marked once the server has it, each time on the disk before anything else
happens. Whenever either side is killed, what is not marked is sent again under the same id, and with the same bytes.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, Literal, get_args

from msgspec import Struct
from sqlalchemy import Connection, select, update
from sqlalchemy import func as sql

from game.course.database.keeping import insert_missing
from game.course.database.tables import attempts, outbox
from game.course.store import Store
from game.course.xapi.statements import Statement

State = Literal["waiting", "delivered", "aside"]
STATES: Final[tuple[State, ...]] = get_args(State)
GONE: Final = b""
"""Stands for the bytes of what has been delivered: the server has them now."""


class Put(Struct, frozen=True):
    """How many statements were new, known already, and known in another form; the last stay as they went out first."""

    new: int = 0
    known: int = 0
    changed: int = 0


class Letter(Struct, frozen=True):
    """One statement on its way: its number in the outbox, its id, its bytes."""

    number: int
    statement: str
    raw: bytes


class Aside(Struct, frozen=True):
    """One statement that the server will not have, of which attempt it is, and what the server said."""

    statement: str
    attempt: str
    fault: str


class Outbox:
    """What is on its way to one server, by its address. Every call may raise `StoreTrouble`."""

    def __init__(self, store: Store, server: str) -> None:
        self.server = server
        self._store = store

    def put(self, statements: Sequence[Statement]) -> Put:
        """Put in what is not there yet; all of it is on the disk when this returns.

        Nothing is put in of an attempt that is no longer in the store: whoever it was has been forgotten meanwhile.
        """
        hashes = {one.id: hashlib.sha256(one.raw).hexdigest() for one in statements}
        with self._store.transaction() as connection:
            numbers = _numbers(connection, {one.attempt for one in statements})
            known = self._known(connection, hashes)
            rows = [
                {"attempt": numbers[one.attempt], "server": self.server, "statement": one.id}
                | {"sha256": hashes[one.id], "body": one.raw, "state": "waiting"}
                for one in statements
                if one.id not in known and one.attempt in numbers
            ]
            insert_missing(connection, outbox, rows)
        changed = sum(sha256 != hashes[id_] for id_, sha256 in known.items())
        return Put(len(rows), len(known) - changed, changed)

    def _known(self, connection: Connection, wanted: Mapping[str, str]) -> dict[str, str]:
        """Return the hashes of those statements that are there."""
        there = (outbox.c.server == self.server) & outbox.c.statement.in_(wanted)
        return {row.statement: row.sha256 for row in connection.execute(select(outbox).where(there))}

    def waiting(self, most: int, largest: int) -> tuple[Letter, ...]:
        """Return what is to be sent next, oldest first: at most so many, and so many bytes, but one in any case."""
        columns = (outbox.c.number, outbox.c.statement, outbox.c.body)
        query = select(*columns).where(self._in("waiting")).order_by(outbox.c.number).limit(most)
        letters: list[Letter] = []
        with self._store.transaction() as connection:
            for row in connection.execute(query):
                largest -= len(row.body)
                if letters and largest < 0:
                    break
                letters.append(Letter(row.number, row.statement, bytes(row.body)))
        return tuple(letters)

    def delivered(self, letters: Iterable[Letter]) -> None:
        """Mark what the server has acknowledged; it is on the disk when this returns."""
        self._mark(letters, {"state": "delivered", "body": GONE, "fault": None})

    def aside(self, letter: Letter, fault: str) -> None:
        """Put aside what the server will not have, with what it said; the others go on."""
        self._mark([letter], {"state": "aside", "fault": fault})

    def again(self) -> int:
        """Take up again what was put aside; return how many that were."""
        with self._store.transaction() as connection:
            taken = update(outbox).where(self._in("aside")).values(state="waiting", fault=None)
            return int(connection.execute(taken).rowcount)

    def _mark(self, letters: Iterable[Letter], values: dict[str, Any]) -> None:
        numbers = [letter.number for letter in letters]
        with self._store.transaction() as connection:
            connection.execute(update(outbox).where(outbox.c.number.in_(numbers)).values(values))

    def count(self) -> dict[State, int]:
        """Return how many statements are waiting, delivered and put aside."""
        query = select(outbox.c.state, sql.count().label("many")).where(outbox.c.server == self.server)
        with self._store.transaction() as connection:
            found = {row.state: row.many for row in connection.execute(query.group_by(outbox.c.state))}
        return {state: found.get(state, 0) for state in STATES}

    def asides(self) -> tuple[Aside, ...]:
        """Return what has been put aside, oldest first."""
        columns = (outbox.c.statement, attempts.c.id, outbox.c.fault)
        query = select(*columns).join_from(outbox, attempts).where(self._in("aside")).order_by(outbox.c.number)
        with self._store.transaction() as connection:
            return tuple(Aside(statement, id_, fault or "") for statement, id_, fault in connection.execute(query))

    def _in(self, state: State) -> Any:
        return (outbox.c.server == self.server) & (outbox.c.state == state)


def _numbers(connection: Connection, ids: Iterable[str]) -> dict[str, int]:
    """Return the numbers of attempts by their ids."""
    query = select(attempts.c.id, attempts.c.number).where(attempts.c.id.in_(list(ids)))
    return {row.id: row.number for row in connection.execute(query)}
