"""A store on a server that an older version has made becomes one of today, once, and with a copy of what it was."""

import os

import psycopg
import pytest
from sqlalchemy import Connection

from game.course.database import steps
from game.course.database.server_copies import KEPT, copies
from game.course.store import VARIABLE, open_store
from tests.course.cluster import Cluster
from tests.course.desk import all_at_once, everything, played, trouble_of
from tests.course.test_steps import laid_out_on

forks = pytest.mark.skipif(not hasattr(os, "fork"), reason="desks are made by forking here")


def test_an_older_store_is_copied_before_it_is_upgraded(cluster: Cluster, monkeypatch: pytest.MonkeyPatch) -> None:
    """Before an upgrade all tables are copied as they were into a schema that says when and of which step they are."""
    schema = laid_out_on(cluster)
    monkeypatch.setenv(VARIABLE, cluster.address(schema))
    for _ in range(2):
        with open_store() as store, store.transaction() as connection:
            (copy,) = copies(connection)
    assert copy.startswith(f"{schema}_yuqi_000001_step1_2")
    assert cluster.asked(f"SELECT response FROM {copy}.picks WHERE attempt = 2") == [("silence",)]
    columns = f"SELECT column_name FROM information_schema.columns WHERE table_schema = '{copy}'"
    assert ("persona",) in cluster.asked(columns)
    assert ("task",) not in cluster.asked(columns)


@forks
def test_many_desks_upgrade_once(cluster: Cluster, monkeypatch: pytest.MonkeyPatch) -> None:
    """Desks with the new version that all start at once upgrade an older store once, and all play on."""
    schema = laid_out_on(cluster)
    monkeypatch.setenv(VARIABLE, cluster.address(schema))
    said = all_at_once([lambda: len(everything(open_store))] * 4)
    assert said == ["3"] * 4
    with open_store() as store, store.transaction() as connection:
        assert len(copies(connection)) == 1
    assert cluster.asked(f"SELECT step FROM {schema}.schema_steps ORDER BY step") == [
        (step,) for step in range(1, len(steps.STEPS) + 1)
    ]


def _ratings(connection: Connection) -> None:
    connection.exec_driver_sql("ALTER TABLE attempts ADD COLUMN rating INTEGER")


def _nothing(connection: Connection) -> None:
    connection.exec_driver_sql("SELECT 1")


def _half_way(connection: Connection) -> None:
    _ratings(connection)
    raise RuntimeError("half way")


def test_an_upgrade_that_fails_changes_nothing(schema: str, cluster: Cluster, monkeypatch: pytest.MonkeyPatch) -> None:
    """A step that fails half way is undone, copies and all, and the older version can go on with the store."""
    attempt = played(open_store)
    with monkeypatch.context() as patched:
        patched.setattr(steps, "STEPS", [*steps.STEPS, _half_way])
        with pytest.raises(RuntimeError, match="half way"):
            open_store()
    with open_store() as store, store.transaction() as connection:
        assert copies(connection) == []
    assert everything(open_store) == [attempt]
    with pytest.raises(psycopg.errors.UndefinedColumn):
        cluster.asked(f"SELECT rating FROM {schema}.attempts")


def test_the_newest_five_copies_are_kept(schema: str, cluster: Cluster, monkeypatch: pytest.MonkeyPatch) -> None:
    """With more upgrades than five the oldest copies go; those of another store in the same database stay."""
    attempt = played(open_store)
    cluster.asked(f"CREATE SCHEMA x{schema}_yuqi_000001_step1_20260101t000000z")
    for extra in range(1, KEPT + 3):
        monkeypatch.setattr(steps, "STEPS", [*steps.STEPS, _nothing])
        with open_store() as store, store.transaction() as connection:
            have = copies(connection)
        assert len(have) == min(extra, KEPT)
    assert [int(name.split("_yuqi_")[1][:6]) for name in have] == [7, 6, 5, 4, 3]
    assert cluster.asked(f"SELECT id FROM {have[0]}.attempts") == [(attempt.id,)]
    other = f"x{schema}_yuqi_000001_step1_20260101t000000z"
    assert cluster.asked(f"SELECT 1 FROM pg_namespace WHERE nspname = '{other}'") == [(1,)]


def test_a_newer_store_is_refused_and_left_alone(schema: str, cluster: Cluster) -> None:
    """A store that a newer version has upgraded is not opened and not touched."""
    attempt = played(open_store)
    cluster.asked(f"INSERT INTO {schema}.schema_steps VALUES (99, now())")
    assert trouble_of(open_store).kind == "newer"
    cluster.asked(f"DELETE FROM {schema}.schema_steps WHERE step = 99")
    assert everything(open_store) == [attempt]
