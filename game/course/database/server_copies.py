"""Copies of a server's tables, made before an upgrade, each in a schema of its own."""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Final

from sqlalchemy import Connection, MetaData, Table, inspect, text

from game.course.database.forgetting import forget_rows
from game.course.database.tables import metadata

KEPT: Final = 5
# A name has 63 characters at most; what is added to the schema's own takes 39 of them.
_LONGEST: Final = 24


def copies(connection: Connection) -> list[str]:
    """Give the schemas with copies of this store's tables, newest first."""
    pattern = re.compile(re.escape(_stem(connection)) + r"\d{6}_step\d+_\d{8}t\d{6}z")
    return sorted((name for name in inspect(connection).get_schema_names() if pattern.fullmatch(name)), reverse=True)


def copy_tables(connection: Connection, step: int) -> str:
    """Give the name of a fresh schema that holds all of our tables as they are; the newest `KEPT` of all are kept.

    The tables are this transaction's alone from then on.
    """
    have = copies(connection)
    stem = _stem(connection)
    number = int(have[0][len(stem) : len(stem) + 6]) + 1 if have else 1
    fresh = f"{stem}{number:06d}_step{step}_{datetime.now(UTC):%Y%m%dt%H%M%Sz}"
    there = inspect(connection).get_table_names()
    names = [table.name for table in metadata.sorted_tables if table.name in there]
    quoted = connection.dialect.identifier_preparer.quote
    connection.execute(text(f"LOCK TABLE {', '.join(map(quoted, names))} IN ACCESS EXCLUSIVE MODE"))
    connection.execute(text(f"CREATE SCHEMA {quoted(fresh)}"))
    for name in map(quoted, names):
        connection.execute(text(f"CREATE TABLE {quoted(fresh)}.{name} AS TABLE {name}"))
    for old in have[KEPT - 1 :]:
        connection.execute(text(f"DROP SCHEMA {quoted(old)} CASCADE"))
    return fresh


def copied(connection: Connection) -> Iterator[Mapping[str, Table]]:
    """Give the tables of each copy, newest first, as they were at their step."""
    for schema in copies(connection):
        there = MetaData()
        there.reflect(connection, schema=schema)
        yield {table.name: table for table in there.tables.values()}


def sweep_copies(connection: Connection, name: str) -> None:
    """Take a person out of all copies of the tables, which are written anew without what was deleted."""
    quoted = connection.dialect.identifier_preparer.quote
    for tables in copied(connection):
        forget_rows(connection, name, tables)
        for table in tables.values():
            schema, fresh, old = quoted(table.schema or ""), quoted(f"{table.name}_swept"), quoted(table.name)
            connection.execute(text(f"CREATE TABLE {schema}.{fresh} AS TABLE {schema}.{old}"))
            connection.execute(text(f"DROP TABLE {schema}.{old}"))
            connection.execute(text(f"ALTER TABLE {schema}.{fresh} RENAME TO {old}"))


def _stem(connection: Connection) -> str:
    """Give what the names of the copies begin with: several stores may live in schemas of one database."""
    here: str = connection.execute(text("SELECT current_schema()")).scalar_one()
    return f"{here[:_LONGEST]}_yuqi_"
