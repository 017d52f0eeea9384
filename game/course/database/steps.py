"""The numbered steps from one shape of the store to the next, and which one a store has reached.

What a step makes stands here as it was when the step was added, whatever `game.course.database.tables` has become
since: a store that took it then and one that takes it today have the same tables.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Final

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Connection,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    UniqueConstraint,
    false,
    insert,
    inspect,
    select,
    text,
)
from sqlalchemy import func as sql
from sqlalchemy.schema import CreateColumn

from game.course.database import tables
from game.course.database.columns import AnyInteger, FreeText, Moment

_one = MetaData()

Table(
    "schema_steps",
    _one,
    Column("step", Integer, primary_key=True, autoincrement=False),
    Column("done", Moment, nullable=False),
)

Table(
    "sources",
    _one,
    Column("sha256", String(64), primary_key=True),
    Column("content", LargeBinary, nullable=False),
)

_attempts = Table(
    "attempts",
    _one,
    Column("number", Integer, primary_key=True),
    Column("id", String(36), nullable=False, unique=True),
    Column("scenario", FreeText, nullable=False, index=True),
    Column("sha256", String(64), ForeignKey("sources.sha256"), nullable=False),
    Column("rulebook", FreeText, nullable=False),
    Column("rulebook_version", Integer, nullable=False),
    Column("rulebook_sha256", String(64), ForeignKey("sources.sha256")),
    Column("persona", FreeText),
    Column("mode", String(16), CheckConstraint("mode IN ('practice', 'exam')"), nullable=False),
    Column("language", String(32), nullable=False),
    Column("seed", AnyInteger, nullable=False),
    Column("trainee", FreeText, nullable=False, index=True),
    Column("started", Moment, nullable=False),
    Column("ended", Moment),
    Column("abandoned", Boolean, nullable=False),
    Column("seconds_left", Float),
)

Table(
    "picks",
    _one,
    Column("attempt", ForeignKey("attempts.number"), primary_key=True),
    Column("turn", Integer, primary_key=True, autoincrement=False),
    Column("response", FreeText, nullable=False),
    Column("milliseconds", BigInteger, nullable=False),
)

Table(
    "answers",
    _one,
    Column("attempt", ForeignKey("attempts.number"), primary_key=True),
    Column("turning_point", FreeText, nullable=False),
    Column("guess", Integer),
    Column("next_time", FreeText, nullable=False),
)


def first_tables(connection: Connection) -> None:
    """Step 1: attempts with their picks and answers, and the bytes that they were played on."""
    _one.create_all(connection)


_two = MetaData()

_course_columns: Final = (
    Column("course", FreeText),
    Column("course_sha256", String(64)),
    Column("task", FreeText, nullable=False, server_default=text("''")),
    Column("time_left", Float),
    Column("expired", Boolean, nullable=False, server_default=false()),
    Column("signer", FreeText),
    Column("imported", Moment),
)
_numbered = Table("attempts", _two, Column("number", Integer, primary_key=True), Column("course", FreeText))

_members = Table(
    "members",
    _two,
    Column("attempt", ForeignKey("attempts.number"), primary_key=True),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("name", FreeText, nullable=False, index=True),
)

_hands = Table(
    "hands",
    _two,
    Column("attempt", ForeignKey("attempts.number"), primary_key=True),
    Column("turn", Integer, primary_key=True, autoincrement=False),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("response", FreeText, nullable=False),
    Column("count", Integer, nullable=False),
)


def courses(connection: Connection) -> None:
    """Step 2: what an attempt is for in a course, who took part in a group's, shown hands, and where it came from."""
    for column in _course_columns:
        kept = " REFERENCES sources (sha256)" if column.name == "course_sha256" else ""
        described = CreateColumn(column).compile(dialect=connection.dialect)
        connection.exec_driver_sql(f"ALTER TABLE attempts ADD COLUMN {described}{kept}")
    Index("ix_attempts_course", _numbered.c.course).create(connection)
    _two.create_all(connection, [_members, _hands])


_three = MetaData()
Table("attempts", _three, Column("number", Integer, primary_key=True))

_outbox = Table(
    "outbox",
    _three,
    Column("number", Integer, primary_key=True),
    Column("attempt", ForeignKey("attempts.number", ondelete="CASCADE"), nullable=False, index=True),
    Column("server", FreeText, nullable=False),
    Column("statement", String(36), nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("state", String(16), CheckConstraint("state IN ('waiting', 'delivered', 'aside')"), nullable=False),
    Column("fault", FreeText),
    UniqueConstraint("server", "statement"),
    Index("ix_outbox_waiting", "server", "state"),
)


def outbox(connection: Connection) -> None:
    """Step 3: statements about attempts on their way to a learning record store."""
    _three.create_all(connection, [_outbox])


_four = MetaData()

Table(
    "secrets",
    _four,
    Column("name", String(32), primary_key=True),
    Column("content", LargeBinary, nullable=False),
)


def secrets(connection: Connection) -> None:
    """Step 4: what the store alone knows, such as what the codes in place of names are made with."""
    _four.create_all(connection)


# Steps are only ever added at the end: the number of a step is its place here, from 1.
STEPS: Final[list[Callable[[Connection], None]]] = [first_tables, courses, outbox, secrets]


def step_of(connection: Connection) -> int:
    """Give the number of the last step that the store has taken; 0 if it has none of our tables."""
    if not inspect(connection).has_table(tables.schema_steps.name):
        return 0
    return int(connection.execute(select(sql.coalesce(sql.max(tables.schema_steps.c.step), 0))).scalar_one())


def upgrade(connection: Connection) -> None:
    """Take all steps that the store has not taken yet, in order, within the connection's one transaction."""
    for number in range(step_of(connection) + 1, len(STEPS) + 1):
        STEPS[number - 1](connection)
        connection.execute(insert(tables.schema_steps).values(step=number, done=datetime.now(UTC)))
