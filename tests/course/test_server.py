"""One server for a whole class: many desks at once, and nothing is lost or mixed up."""

import os
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from game.course.database.forgetting import forget_rows
from game.course.store import VARIABLE, Store, open_store
from game.engine import standard
from game.library import Entry
from game.notebook import Notebook
from tests.course.cluster import OWNER, Cluster
from tests.course.desk import all_at_once, begin, everything, played, yuqi
from tests.terminal.room import shelved

forks = pytest.mark.skipif(not hasattr(os, "fork"), reason="desks are made by forking here")


@pytest.fixture
def store(schema: str) -> Iterator[Store]:
    """A store on the server."""
    with open_store() as opened:
        yield opened


# --- where the store is ---


def test_the_variable_names_the_server(schema: str, cluster: Cluster, folder: Path, home: Path) -> None:
    """With YUQI_STORE set nothing is kept on this machine; a folder that is named is used all the same."""
    attempt = played(open_store)
    assert not home.exists()
    assert cluster.asked(f"SELECT id FROM {schema}.attempts") == [(attempt.id,)]
    with open_store(folder) as local:
        assert local.attempts() == []
    assert everything(open_store) == [attempt]


def test_an_empty_variable_names_none(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With YUQI_STORE empty the store is in the data folder, as without it."""
    monkeypatch.setenv(VARIABLE, "  ")
    with open_store() as store:
        assert store.path == home / "yuqi.db"


@pytest.mark.parametrize("scheme", ["postgresql+psycopg", "postgresql", "postgres"])
def test_the_address_may_be_written_as_elsewhere(
    cluster: Cluster, monkeypatch: pytest.MonkeyPatch, scheme: str
) -> None:
    """An address that was copied from PostgreSQL's own tools is understood; what is shown of it has no password."""
    address = cluster.address(cluster.schema())
    monkeypatch.setenv(VARIABLE, f" {scheme}{address[address.index(':') :]} ")
    with open_store() as store:
        assert store.path == f"postgresql://{OWNER}@/postgres"


# --- many desks ---


def _talk(name: str) -> str:
    """Open a desk of one's own, play ten talks of three picks, and say which they were."""
    said = []
    for _ in range(10):
        with open_store() as store:
            attempt = begin(store, trainee=name, source=f"id: {name}".encode())
            for turn in (1, 2, 3):
                store.keep(attempt.id, turn, "a", turn)
            store.end(attempt.id)
            said.append(attempt.id)
    return " ".join(said)


@forks
def test_many_desks_share_one_server(schema: str) -> None:
    """Desks that start and play all at once, even on a server that was empty, lose nothing and wait for nobody."""
    said = all_at_once([partial(_talk, f"trainee-{number}") for number in range(5)])
    ids = [one for desk in said for one in desk.split()]
    with open_store() as store:
        kept = store.attempts()
    assert sorted(attempt.id for attempt in kept) == sorted(ids)
    assert len(ids) == 50
    assert {len(attempt.picks) for attempt in kept} == {3}
    for desk in said:
        assert [attempt.id for attempt in kept if attempt.id in desk][::-1] == desk.split()


def _push_on(attempt_id: str) -> str:
    """Keep whatever turn is next, again and again, until thirty are there; say which were one's own."""
    own = []
    with open_store() as store:
        while (turn := len(store.attempt(attempt_id).picks) + 1) <= 30:
            try:
                store.keep(attempt_id, turn, f"{os.getpid()}", 5)
            except ValueError:  # another one was quicker
                continue
            own.append(str(turn))
    return " ".join(own)


@forks
def test_a_turn_is_kept_once_whoever_is_quicker(schema: str) -> None:
    """Desks that push one attempt on at the same time keep each turn once, and each knows which ones were its own."""
    attempt = played(open_store, picks=0)
    said = all_at_once([partial(_push_on, attempt.id)] * 4)
    assert sorted(int(turn) for desk in said for turn in desk.split()) == list(range(1, 31))
    with open_store() as store:
        assert len(store.attempt(attempt.id).picks) == 30


def test_two_desks_do_not_both_keep_a_turn(store: Store) -> None:
    """Of two desks that go on with one attempt only one keeps the next turn; the other is told which one is next."""
    attempt = begin(store)
    with open_store() as other:
        other.keep(attempt.id, 1, "theirs", 5)
        with pytest.raises(ValueError, match="turn 2 is next"):
            store.keep(attempt.id, 1, "ours", 5)
        store.keep(attempt.id, 2, "ours", 5)
        assert [pick.response for pick in other.attempt(attempt.id).picks] == ["theirs", "ours"]


def test_a_list_is_of_one_moment(store: Store) -> None:
    """While somebody reads, others go on writing, and what is read stays what it was at its beginning."""
    first = begin(store)
    with open_store() as other, store.snapshot() as connection:
        asked = "SELECT count(*) FROM attempts"
        assert connection.exec_driver_sql(asked).scalar() == 1
        other.keep(begin(other).id, 1, "a", 5)
        with other.transaction() as writing:
            forget_rows(writing, first.trainee)
        assert connection.exec_driver_sql(asked).scalar() == 1
    assert store.attempts() == []


def test_the_server_is_asked_to_lose_nothing(store: Store, cluster: Cluster) -> None:
    """On a server that is set to be careless, what the store keeps is on the disk all the same."""
    assert cluster.asked("SHOW synchronous_commit") == [("off",)]
    for look in (store.transaction, store.snapshot):
        with look() as connection:
            assert connection.exec_driver_sql("SHOW synchronous_commit").scalar() == "on"


# --- the commands ---


def test_a_talk_is_kept_on_the_server(schema: str, home: Path) -> None:
    """A talk played in the terminal is on the server, can be replayed from it, and leaves no store on the machine."""
    played = yuqi("play", "docs/examples/heating-cold-flat.yaml", "--terminal", "--persona", "base", typed="\n1\n1\n")
    assert "Traceback" not in played.stderr
    with open_store() as store:
        (attempt,) = store.attempts()
    assert attempt.picks
    said = yuqi("replay", attempt.id, "--json")
    assert attempt.id in said.stdout, said.stderr
    assert not (home / "yuqi.db").exists()


def test_a_shared_store_shows_nobody_what_others_did(schema: str) -> None:
    """Who plays without a name at a desk of a class is not offered somebody's talk to go on with, nor their results."""
    shelf = shelved()
    cold = Entry(shelf.scenario, shelf.source, shelf.path)
    with open_store() as store:
        everyone, own = (Notebook(store, name, standard(), None) for name in ("", "王芳"))
        begun = own.begin(cold, None, "practice", "zh", 7, "王芳")
        together = own.begin(cold, None, "practice", "zh", 7, "", members=("王芳", "李强"))
        nameless = everyone.begin(cold, None, "practice", "zh", 7, "")
        assert store.shared
        assert [one.attempt for one in own.unfinished()] == [together, begun]
        assert {one.attempt for one in everyone.unfinished()} == {nameless, together}
