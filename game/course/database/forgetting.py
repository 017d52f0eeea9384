"""A person taken out of the tables: their attempts with all that hangs on them, and their name in groups."""

import json
from collections.abc import Mapping
from typing import Any, Final

from sqlalchemy import Connection, Table, delete, select, update

from game.course.database.tables import metadata

_IN_PLACE: Final = "…"
TODAY: Final[Mapping[str, Table]] = metadata.tables


def named(connection: Connection, name: str, tables: Mapping[str, Table] = TODAY) -> bool:
    """Give whether the person of this name has an attempt, or is in a group."""
    columns = [tables["attempts"].c.trainee, *([tables["members"].c.name] if "members" in tables else [])]
    return any(connection.execute(select(column).where(column == name).limit(1)).first() for column in columns)


def forget_rows(connection: Connection, name: str, tables: Mapping[str, Table] = TODAY) -> tuple[int, int]:
    """Give how many attempts of the person of this name were deleted, and how many groups they were taken out of.

    What hangs on an attempt goes with it. A group's attempt stays, without the name; so do the bytes of scenarios.
    `tables` may be those of an older step.
    """
    attempts = tables["attempts"]
    numbers = select(attempts.c.number).where(attempts.c.trainee == name)
    for table in tables.values():
        if "attempt" in table.c:
            connection.execute(delete(table).where(table.c.attempt.in_(numbers)))
    gone = connection.execute(delete(attempts).where(attempts.c.trainee == name)).rowcount
    return gone, _leave_groups(connection, name, tables) if "members" in tables else 0


def _leave_groups(connection: Connection, name: str, tables: Mapping[str, Table]) -> int:
    """Take the name out of the groups that the person was in: members, the group's own name, statements."""
    members, attempts, outbox = tables["members"], tables["attempts"], tables.get("outbox")
    groups = connection.execute(select(members.c.attempt).where(members.c.name == name)).scalars().all()
    connection.execute(delete(members).where(members.c.name == name))
    for number in groups:
        group = connection.execute(select(attempts.c.trainee).where(attempts.c.number == number)).scalar_one()
        unnamed = group.replace(name, _IN_PLACE)
        connection.execute(update(attempts).where(attempts.c.number == number).values(trainee=unnamed))
        if outbox is not None:
            _withdraw(connection, name, outbox, number)
    return len(groups)


def _withdraw(connection: Connection, name: str, outbox: Table, attempt: int) -> None:
    """Delete the statements about an attempt that hold the name."""
    spellings = {name.encode(), json.dumps(name)[1:-1].encode(), json.dumps(name, ensure_ascii=False)[1:-1].encode()}
    told: Any = connection.execute(select(outbox.c.number, outbox.c.body).where(outbox.c.attempt == attempt))
    found = [number for number, body in told if any(spelling in bytes(body) for spelling in spellings)]
    connection.execute(delete(outbox).where(outbox.c.number.in_(found)))
