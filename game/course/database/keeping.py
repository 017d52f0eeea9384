"""What is written about attempts: the rows of a new one, what hangs on it, and the bytes that it is played on."""

import hashlib
import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table, insert, select
from sqlalchemy.dialects import postgresql, sqlite

from game.course.attempt import Answers, Enrolment, Hands
from game.course.database.tables import answers, attempts, hands, members, sources


def keep_sources(connection: Connection, contents: Iterable[bytes]) -> dict[bytes, str]:
    """Give the SHA-256 of each of the contents, which are kept once."""
    named = {content: hashlib.sha256(content).hexdigest() for content in contents}
    # In one order for all: two desks that keep the same ones at once must not wait for each other for ever.
    for content, sha256 in sorted(named.items(), key=lambda one: one[1]):
        # Looked for first: the bytes of a scenario need not travel with each of its attempts.
        if connection.execute(select(sources.c.sha256).where(sources.c.sha256 == sha256)).first() is None:
            insert_new(connection, sources, {"sha256": sha256, "content": content})
    return named


def insert_new(connection: Connection, table: Table, row: Mapping[str, Any]) -> bool:
    """Insert a row unless one of the same key is there; give whether it was new.

    Another desk that is inserting the same one just now is waited for.
    """
    fresh = _unless_there(connection, table).values(row).returning(*table.primary_key)
    return connection.execute(fresh).first() is not None


def insert_missing(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows but for those whose keys are there, such as another desk has put in just now."""
    if rows:
        connection.execute(_unless_there(connection, table), rows)


def _unless_there(connection: Connection, table: Table) -> Any:
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    return dialect.insert(table).on_conflict_do_nothing()


def number_of(connection: Connection, attempt_id: str) -> int:
    """Give the number of the attempt of this very id, or raise `KeyError`. It is this transaction's until its end."""
    wanted = select(attempts.c.number).where(attempts.c.id == attempt_id).with_for_update()
    number = connection.execute(wanted).scalar()
    if number is None:
        raise KeyError(attempt_id)
    return int(number)


def open_number(connection: Connection, attempt_id: str) -> int:
    """Give the number of an attempt that has not ended, or raise `ValueError`."""
    number = number_of(connection, attempt_id)
    if connection.execute(select(attempts.c.ended).where(attempts.c.number == number)).scalar() is not None:
        raise ValueError(f"attempt {attempt_id} has ended")
    return number


def keep_answers(connection: Connection, number: int, said: Answers) -> None:
    """Keep answers where none are."""
    words = {"turning_point": said.turning_point, "guess": said.guess, "next_time": said.next_time}
    connection.execute(insert(answers).values(attempt=number, **words))


def keep_members(connection: Connection, number: int, names: Iterable[str]) -> None:
    """Keep the names of those who take part, in their order."""
    rows = [{"attempt": number, "place": place, "name": name} for place, name in enumerate(names, start=1)]
    if rows:
        connection.execute(insert(members), rows)


def keep_hands(connection: Connection, number: int, shown: Hands) -> None:
    """Keep the counts of one turn where none are."""
    rows = [
        {"attempt": number, "turn": shown.turn, "place": place, "response": response, "count": count}
        for place, (response, count) in enumerate(shown.counts, start=1)
    ]
    if rows:
        connection.execute(insert(hands), rows)


def enrolled(course: Enrolment | None) -> dict[str, Any]:
    """Give what an attempt's row says of its course."""
    if course is None:
        return {"task": ""}
    return {"course": course.course, "task": course.task} | {"time_left": seconds_of(course.seconds)}


def limit(time_left: float | None) -> dict[str, Any]:
    """Give the change of an attempt's time limit: none where nothing is said of it."""
    return {} if time_left is None else {"time_left": seconds_of(time_left)}


def seconds_of(seconds: float | None) -> float | None:
    """Give a time that is left, if there can be such a time: `ValueError` below 0 and for what has no end."""
    if seconds is not None and not 0 <= seconds < math.inf:
        raise ValueError(f"{seconds} seconds left")
    return seconds
