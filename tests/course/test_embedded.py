"""What is SQLite's alone: how its file is written, and what is read of one that somebody has meddled with."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from game.course.store import Store, open_store
from tests.course.desk import begin, by_hand, everything, played, pragma


@pytest.fixture
def store(folder: Path) -> Iterator[Store]:
    """A store in the folder, and nowhere else."""
    with open_store(folder) as opened:
        yield opened


def test_one_spoilt_letter_hides_nothing(folder: Path) -> None:
    """If one letter of a name went bad in the file, its attempt and all others can still be read."""
    ids = [played(folder).id, played(folder).id]
    by_hand(folder, "UPDATE attempts SET trainee = CAST(x'e5b08fff' AS TEXT) WHERE number = 1")
    newest, oldest = everything(folder)
    assert [oldest.id, newest.id] == ids
    assert (oldest.trainee, newest.trainee) == ("小\ufffd", "小李")


def test_the_database_is_set_to_lose_nothing(store: Store) -> None:
    """The connection syncs all at each pick, keeps its references, leaves no gaps readable, locks from the start."""
    assert pragma(store, "synchronous") == 3
    assert pragma(store, "journal_mode") == "delete"
    assert pragma(store, "foreign_keys") == 1
    assert pragma(store, "secure_delete") == 1
    said: list[str] = []
    with store._database.engine.connect() as connection:
        raw = connection.connection.dbapi_connection
        assert raw is not None
        raw.set_trace_callback(said.append)
        assert raw.isolation_level is None
    store.keep(begin(store).id, 1, "a", 5)
    starts = [statement for statement in said if statement.startswith("BEGIN")]
    assert starts == ["BEGIN IMMEDIATE"] * 2
    assert [statement for statement in said if statement == "COMMIT"] == ["COMMIT"] * 2


def test_changed_bytes_do_not_pass_for_the_old_scenario(folder: Path) -> None:
    """If the kept bytes of a scenario were changed behind the store's back, they are reported and not played."""
    attempt = played(folder)
    by_hand(folder, "UPDATE sources SET content = CAST('id: other' AS BLOB)")
    with open_store(folder) as store, pytest.raises(Exception, match="damaged") as caught:
        store.source(attempt.sha256)
    assert caught.value.kind == "damaged"  # type: ignore[attr-defined] # narrowed by the match above
