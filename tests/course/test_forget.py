"""Whoever is forgotten is nowhere any more, and nobody else has lost a thing."""

import uuid
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import insert, select

from game.course.attempt import Answers, Attempt
from game.course.database.backups import backups
from game.course.database.forgetting import forget_rows
from game.course.database.server_copies import copies, copy_tables
from game.course.database.tables import attempts, outbox
from game.course.store import FILE_NAME, VARIABLE, Store, open_store
from tests.course.cluster import Cluster
from tests.course.desk import SOURCE, Desk, begin, by_hand, everything
from tests.course.test_steps import laid_out_on

NAME = "欧阳娜娜Zoé"


def talked(store: Store, trainee: str) -> Attempt:
    """Give an attempt of somebody, with everything that can hang on one."""
    attempt = begin(store, trainee=trainee)
    store.keep(attempt.id, 1, "sorry", 5)
    store.hands(attempt.id, 1, {"sorry": 3})
    store.end(attempt.id)
    store.answer(attempt.id, Answers(f"{trainee} 说", 50, ""))
    told(store, attempt)
    return store.attempt(attempt.id)


def told(store: Store, attempt: Attempt) -> None:
    """Put a statement about the attempt into the outbox."""
    with store.transaction() as connection:
        number = connection.execute(select(attempts.c.number).where(attempts.c.id == attempt.id)).scalar_one()
        body = f'{{"actor": "{attempt.trainee}", "group": "{attempt.members}"}}'.encode()
        row = {"attempt": number, "server": "x", "statement": str(uuid.uuid4()), "sha256": "0" * 64, "body": body}
        connection.execute(insert(outbox).values(row | {"state": "waiting"}))


def statements(store: Store) -> list[bytes]:
    """Give all statements that are in the outbox."""
    with store.transaction() as connection:
        return [bytes(body) for (body,) in connection.execute(select(outbox.c.body).order_by(outbox.c.number))]


def holding(folder: Path, name: str) -> list[str]:
    """Give the files in which the name can be read, by whoever opens them with any editor."""
    wanted = {name.encode(), name.encode("utf-16-le"), name.encode("utf-16-be")}
    return [
        path.relative_to(folder).as_posix()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and any(one in path.read_bytes() for one in wanted)
    ]


def test_a_person_is_forgotten_with_all_that_hangs_on_them(desk: Desk) -> None:
    """All attempts of a person go, with picks, answers, hands and statements; those of others stay as they were."""
    with desk() as store:
        talked(store, NAME)
        other = talked(store, "小李")
        begin(store, trainee=NAME)
        assert store.traces(NAME)
        assert store.forget(NAME) == 2
        assert store.attempts() == [other]
        assert len(statements(store)) == 1
        assert store.source(other.sha256) == SOURCE
        assert not store.traces(NAME)
        assert store.forget(NAME) == 0
    assert everything(desk) == [other]
    with desk() as store:
        assert begin(store) in store.attempts()


def test_a_group_goes_on_without_the_name(desk: Desk) -> None:
    """A group's attempt and picks stay; the name is gone from its members, its own name and what is told of it."""
    with desk() as store:
        group = begin(store, trainee=f"{NAME}和小李", members=(NAME, "小李"))
        store.keep(group.id, 1, "sorry", 5)
        told(store, group)
        other = begin(store, trainee="第二组", members=("Ann", "小王"))
        told(store, other)
        assert store.forget(NAME) == 0
        assert store.attempts()[0] == other
        kept = store.attempt(group.id)
        assert (kept.trainee, kept.members) == ("…和小李", ("小李",))
        assert [pick.response for pick in kept.picks] == ["sorry"]
        assert ["第二组" in body.decode() for body in statements(store)] == [True]
    with desk() as store:
        assert not store.traces(NAME)


def test_a_name_is_a_whole_name(store: Store) -> None:
    """Forgetting one person leaves those alone whose names begin or end alike, and signs that mean "anything"."""
    kept = [begin(store, trainee=name) for name in ("小李子", "大小李", "小李 ", "%", "小_", "")]
    begin(store, trainee="小李")
    for name in ("小李", "小", "_李", ""):
        store.forget(name)
    assert store.attempts() == kept[::-1]


@pytest.fixture
def crowded(folder: Path) -> Path:
    """A folder in which a person's name stands wherever it can: in the store, backups, and what was put aside."""
    with open_store(folder) as store:
        for _ in range(12):
            talked(store, NAME)
        begin(store, trainee=f"{NAME}组", members=(NAME, "小李"))
        talked(store, "小李")
    # What was deleted by a program that leaves gaps as they are can be read in them.
    by_hand(folder, "PRAGMA secure_delete = OFF", "DELETE FROM outbox WHERE number < 13")
    for _ in range(3):
        with open_store(folder) as store:
            begin(store, trainee=NAME)
    whole = (folder / FILE_NAME).read_bytes()
    (folder / FILE_NAME).write_bytes(whole[: len(whole) // 2])
    with open_store(folder) as store:
        assert store.notices[0].moved_to is not None
    (folder / "yuqi-restoring.db").write_bytes(whole)
    (folder / "backups" / "yuqi.part").write_bytes(whole)
    return folder


def test_no_file_holds_the_name_any_more(crowded: Path) -> None:
    """After a person was forgotten the name is in no file of the folder, and what was removed for that is told."""
    before = holding(crowded, NAME)
    assert {name.partition("-")[0] for name in before} >= {"yuqi.db", "yuqi", "backups/yuqi"}
    with open_store(crowded) as store:
        assert store.forget(NAME) > 12
        assert holding(crowded, NAME) == []
        removed = {Path(name).relative_to(crowded).as_posix() for name in store.removed}
        assert removed == set(before) - {FILE_NAME}
        assert any(name.startswith("yuqi-damaged-") for name in removed)
        left = store.attempts()
    assert holding(crowded, NAME) == []
    assert [attempt.trainee for attempt in left] == ["小李", "…组"]
    assert everything(crowded) == left


def test_a_fresh_backup_is_there_right_after(crowded: Path) -> None:
    """Damage that follows costs nothing: the one backup that is kept has everything but the person."""
    with open_store(crowded) as store:
        store.forget(NAME)
        left = store.attempts()
    (backup,) = backups(crowded / FILE_NAME)
    assert backup.read_bytes() == (crowded / FILE_NAME).read_bytes()
    (crowded / FILE_NAME).write_bytes(b"spoilt")
    assert everything(crowded) == left
    assert holding(crowded, NAME) == []


def test_a_forgetting_that_was_cut_off_is_taken_up_again(crowded: Path) -> None:
    """If the machine went down between deleting the attempts and the backups, asking once more finishes it."""
    with open_store(crowded) as store, store.transaction() as connection:
        forget_rows(connection, NAME)
    assert holding(crowded, NAME) != []
    with open_store(crowded) as store:
        assert store.traces(NAME)
        assert store.forget(NAME) == 0
    assert holding(crowded, NAME) == []


def test_nobodys_name_costs_no_backup(crowded: Path) -> None:
    """A name that was mistyped is found nowhere, and nothing is removed for it."""
    before = sorted(crowded.rglob("*"))
    with open_store(crowded) as store:
        assert not store.traces("Nobody")
        assert store.forget("Nobody") == 0
        assert store.removed == ()
        store.keep(begin(store).id, 1, "a", 5)
    assert sorted(crowded.rglob("*")) == before


def test_copies_on_a_server_forget_too(cluster: Cluster, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a server the copies of the tables that were made before upgrades do not hold the name any more either."""
    schema, name = laid_out_on(cluster), "司徒雷登"
    cluster.asked(f"UPDATE {schema}.attempts SET trainee = '{name}' WHERE trainee = '小李'")
    monkeypatch.setenv(VARIABLE, cluster.address(schema))
    with open_store() as store:
        group = begin(store, trainee=f"{name}和Ann", members=(name, "Ann"))
        with store.transaction() as connection:
            copy_tables(connection, 4)
            newest, oldest = copies(connection)
        assert store.traces(name)
        assert store.forget(name) == 2
        assert not store.traces(name)
        assert store.attempt(group.id).members == ("Ann",)
    for copy in (newest, oldest):
        assert ("Ann",) in cluster.asked(f"SELECT trainee FROM {copy}.attempts")
        assert cluster.asked(f"SELECT count(*) FROM {copy}.picks") == [(1,)]
    assert cluster.asked(f"SELECT name FROM {newest}.members") == [("Ann",)]
    cluster.asked("CHECKPOINT")
    assert holding(cluster.folder / "data" / "base", name) == []


def test_an_imported_person_is_forgotten_too(store: Store) -> None:
    """Somebody who has only ever been imported is forgotten like anybody else."""
    own = begin(store, trainee="小李")
    foreign = replace(
        own, id=str(uuid.UUID(int=3)), trainee=NAME, signer="ab" * 32, imported=datetime.now(UTC), ended=own.started
    )
    assert store.take_in(foreign, [SOURCE])
    assert store.forget(NAME) == 1
    assert store.attempts() == [own]
