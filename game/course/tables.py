"""The tables of the store, in SQLAlchemy Core, and the numbered steps that lead from one shape of them to the next."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, Final

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Connection,
    DateTime,
    Dialect,
    Float,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    insert,
    inspect,
    select,
)
from sqlalchemy import func as sql
from sqlalchemy.types import TypeDecorator


class Moment(TypeDecorator[datetime]):
    """An aware time in UTC; SQLite keeps no zone, so it is put back on reading."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give the time in UTC."""
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give the time with its zone."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class FreeText(TypeDecorator[str]):
    """Text that a person typed; what no database takes (halves of broken characters, NUL) becomes U+FFFD."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """Give the text in characters that every database keeps."""
        return None if value is None else legible(value)


class AnyInteger(TypeDecorator[int]):
    """A whole number of any size: a seed may be longer than a database's integers."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: int | None, dialect: Dialect) -> str | None:
        """Give the number in digits."""
        return None if value is None else str(value)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> int | None:
        """Give the number."""
        return None if value is None else int(value)


def legible(text: str) -> str:
    """Give the text with U+FFFD for every character that cannot be kept."""
    return "".join("\ufffd" if char == "\0" or "\ud800" <= char <= "\udfff" else char for char in text)


metadata = MetaData()

schema_steps = Table(
    "schema_steps",
    metadata,
    Column("step", Integer, primary_key=True, autoincrement=False),
    Column("done", Moment, nullable=False),
)

sources = Table(
    "sources",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("content", LargeBinary, nullable=False),
)

attempts = Table(
    "attempts",
    metadata,
    # Clocks are set back now and then; the number tells the order in which attempts were begun.
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
    Column("abandoned", Boolean, nullable=False, default=False),
    Column("seconds_left", Float),
)

picks = Table(
    "picks",
    metadata,
    Column("attempt", ForeignKey("attempts.number"), primary_key=True),
    Column("turn", Integer, primary_key=True, autoincrement=False),
    Column("response", FreeText, nullable=False),
    Column("milliseconds", BigInteger, nullable=False),
)

answers = Table(
    "answers",
    metadata,
    Column("attempt", ForeignKey("attempts.number"), primary_key=True),
    Column("turning_point", FreeText, nullable=False),
    Column("guess", Integer),
    Column("next_time", FreeText, nullable=False),
)


def first_tables(connection: Connection) -> None:
    """Step 1: the tables above, as they were when the store was first made."""
    metadata.create_all(connection)


# Steps are only ever added at the end: the number of a step is its place here, from 1.
STEPS: Final[list[Callable[[Connection], None]]] = [first_tables]


def step_of(connection: Connection) -> int:
    """Give the number of the last step that the store has taken; 0 if it has none of our tables."""
    if not inspect(connection).has_table(schema_steps.name):
        return 0
    return int(connection.execute(select(sql.coalesce(sql.max(schema_steps.c.step), 0))).scalar_one())


def upgrade(connection: Connection) -> None:
    """Take all steps that the store has not taken yet, in order, within the connection's one transaction."""
    for number in range(step_of(connection) + 1, len(STEPS) + 1):
        STEPS[number - 1](connection)
        connection.execute(insert(schema_steps).values(step=number, done=datetime.now(UTC)))
