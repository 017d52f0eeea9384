"""The tables of the store as they are today, in SQLAlchemy Core; `game.course.database.steps` makes them."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    UniqueConstraint,
)

from game.course.database.columns import AnyInteger, FreeText, Moment

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
    Column("course", FreeText, index=True),
    Column("course_sha256", String(64), ForeignKey("sources.sha256")),
    Column("task", FreeText, nullable=False, default=""),
    Column("time_left", Float),
    Column("expired", Boolean, nullable=False, default=False),
    Column("signer", FreeText),
    Column("imported", Moment),
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

members = Table(
    "members",
    metadata,
    Column("attempt", ForeignKey("attempts.number"), primary_key=True),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("name", FreeText, nullable=False, index=True),
)

hands = Table(
    "hands",
    metadata,
    Column("attempt", ForeignKey("attempts.number"), primary_key=True),
    Column("turn", Integer, primary_key=True, autoincrement=False),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("response", FreeText, nullable=False),
    Column("count", Integer, nullable=False),
)

outbox = Table(
    "outbox",
    metadata,
    # What was put in first is sent first.
    Column("number", Integer, primary_key=True),
    # Whoever is forgotten takes along what was told about them.
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

secrets = Table(
    "secrets",
    metadata,
    Column("name", String(32), primary_key=True),
    Column("content", LargeBinary, nullable=False),
)
