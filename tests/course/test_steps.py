"""A store of any age becomes one of today, and has then what every other one has."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import create_engine, inspect

from game.course.attempt import Answers, Pick
from game.course.database import steps
from game.course.database.tables import metadata
from game.course.store import FILE_NAME, VARIABLE, Store, open_store
from tests.course.cluster import Cluster
from tests.course.desk import SOURCE, Desk, begin

STORES = Path(__file__).parent / "stores"


def laid_out(folder: Path) -> Path:
    """Give the folder with a store in it that was written before there were courses."""
    folder.mkdir()
    with closing(sqlite3.connect(folder / FILE_NAME)) as connection:
        connection.executescript((STORES / "step-1.sqlite.sql").read_text(encoding="utf-8"))
    return folder


def laid_out_on(cluster: Cluster) -> str:
    """Give a schema with a store in it that was written before there were courses."""
    schema = cluster.schema()
    written = (STORES / "step-1.postgresql.sql").read_text(encoding="utf-8")
    cluster.asked(f"SET search_path = {schema}; {written}")
    return schema


@pytest.fixture(params=["sqlite", "postgresql"])
def old(request: pytest.FixtureRequest, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """The way to open a store that was written before there were courses."""
    if request.param == "sqlite":
        laid_out(folder)
        return lambda: open_store(folder)
    cluster: Cluster = request.getfixturevalue("cluster")
    monkeypatch.setenv(VARIABLE, cluster.address(laid_out_on(cluster)))
    return open_store


def test_a_store_from_before_courses_is_upgraded_in_place(old: Desk) -> None:
    """All that was kept before there were courses is there as it was, and new attempts go on behind it."""
    for _ in range(2):
        with old() as store:
            assert store.notices == ()
            abandoned, ann, ended = store.attempts()
    assert [pick.response for pick in ended.picks] == ["sorry-first", "promise-by-noon", "ask-back"]
    assert ended.picks[2] == Pick(3, "ask-back", 4500)
    assert ended.answers == Answers("第 2 轮", 64, "先听完")
    assert (ended.trainee, ended.persona, ended.mode, ended.seed) == ("小李", "furious", "exam", 10**20)
    assert ended.started == datetime(2026, 11, 22, 9, 12, 12, 457381, tzinfo=UTC)
    assert (ann.ended, ann.left, ann.language) == (None, 12.5, "en")
    assert abandoned.abandoned
    for attempt in (ended, ann, abandoned):
        assert (attempt.course, attempt.task, attempt.time_left, attempt.expired) == (None, "", None, False)
        assert (attempt.members, attempt.hands, attempt.signer, attempt.imported) == ((), (), None, None)
    with old() as store:
        assert store.source(ended.sha256) == SOURCE
        store.keep(ann.id, 2, "on", 5, time_left=3.5)
        assert [one.id for one in store.attempts()] == [abandoned.id, ann.id, ended.id]
        assert store.attempts()[1].time_left == 3.5
        new = begin(store)
        assert store.attempts()[0] == new


def _shape(store: Store) -> dict[str, object]:
    """Give all that the database knows of its tables."""
    with store.transaction() as connection:
        asked = inspect(connection)
        return {
            name: (
                sorted((column["name"], str(column["type"]), column["nullable"]) for column in asked.get_columns(name)),
                sorted(str(index["column_names"]) for index in asked.get_indexes(name)),
                sorted(str(key["constrained_columns"]) for key in asked.get_foreign_keys(name)),
            )
            for name in asked.get_table_names()
        }


def test_old_and_new_stores_have_the_same_tables(old: Desk, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """A store that was upgraded has the very tables, columns, keys and indexes of one that is made today."""
    with old() as store:
        upgraded = _shape(store)
    if "cluster" in request.fixturenames:
        cluster: Cluster = request.getfixturevalue("cluster")
        request.getfixturevalue("monkeypatch").setenv(VARIABLE, cluster.address(cluster.schema()))
        new: Callable[[], Store] = open_store
    else:
        new = lambda: open_store(tmp_path / "new")  # noqa: E731 # the other branch gives a function too
    with new() as store:
        assert _shape(store) == upgraded


def test_the_steps_make_what_the_store_works_with(store: Store) -> None:
    """Every table and column that the store reads and writes is there, with indexes where it looks things up."""
    with store.transaction() as connection:
        asked = inspect(connection)
        for table in metadata.sorted_tables:
            made = {column["name"]: column["nullable"] for column in asked.get_columns(table.name)}
            assert made == {column.name: column.nullable for column in table.columns}
            indexed = {tuple(index["column_names"]) for index in asked.get_indexes(table.name)}
            assert {tuple(index.columns.keys()) for index in table.indexes} <= indexed


def _normal(statement: str) -> str:
    return " ".join(statement.split())


def test_the_first_step_stays_what_it_was(tmp_path: Path) -> None:
    """The first step makes to the letter what it made when it was the only one, however the tables have grown."""
    engine = create_engine(f"sqlite:///{tmp_path / 'first.db'}")
    with engine.begin() as connection:
        steps.first_tables(connection)
    engine.dispose()
    found = []
    for file in (tmp_path / "first.db", laid_out(tmp_path / "old") / FILE_NAME):
        with closing(sqlite3.connect(file)) as connection:
            rows = connection.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")
            found.append(sorted(_normal(sql) for (sql,) in rows))
    assert found[0] == found[1]
