"""The outbox: statements kept until the server has them, in a file and on a server alike."""

from pathlib import Path

import pytest

from game.course.exchange.codes import Codes
from game.course.store import Store, open_store
from game.course.tasks import Programme
from game.course.xapi.outbox import Aside, Outbox, Put
from game.course.xapi.statements import Statement
from game.course.xapi.terms import Naming
from tests.course.lrs.class_room import course, talk, told

SERVER = "https://lrs.example/xAPI/statements"
EVERYTHING = (10_000, 1 << 30)


@pytest.fixture
def held(tmp_path: Path) -> Programme:
    """A course of two phases."""
    return course(tmp_path)


@pytest.fixture
def statements(store: Store, held: Programme) -> tuple[Statement, ...]:
    """The ten statements of one talk."""
    return told(store, held, talk(store, held))


def test_what_is_put_in_waits_in_its_order_and_once(store: Store, statements: tuple[Statement, ...]) -> None:
    """Statements wait in the order in which they were put in, with their bytes; put in again they are known."""
    outbox = Outbox(store, SERVER)
    assert outbox.put(statements[:4]) == Put(4, 0, 0)
    assert outbox.put(statements) == Put(6, 4, 0)
    assert [(one.statement, one.raw) for one in outbox.waiting(*EVERYTHING)] == [
        (one.id, one.raw) for one in statements
    ]
    assert outbox.count() == {"waiting": 10, "delivered": 0, "aside": 0}


def test_what_went_out_first_stays_as_it_was(store: Store, held: Programme) -> None:
    """Told in another form, as with codes later on, a statement counts as changed and keeps its first bytes."""
    attempt = talk(store, held)
    plain, coded = (told(store, held, attempt, Naming(code=code)) for code in (None, Codes(b"secret")))
    outbox = Outbox(store, SERVER)
    outbox.put(plain)
    outbox.delivered(outbox.waiting(3, 1 << 30))
    assert outbox.put(coded) == Put(0, 0, 10)
    assert [one.raw for one in outbox.waiting(*EVERYTHING)] == [one.raw for one in plain[3:]]


def test_every_server_gets_all_of_it(store: Store, statements: tuple[Statement, ...]) -> None:
    """What one server has is no reason for another one not to get it."""
    first, second = Outbox(store, SERVER), Outbox(store, "https://other.example/statements")
    for outbox in (first, second):
        assert outbox.put(statements) == Put(10, 0, 0)
    first.delivered(first.waiting(*EVERYTHING))
    assert (first.waiting(*EVERYTHING), len(second.waiting(*EVERYTHING))) == ((), 10)


def test_no_more_is_sent_at_once_than_a_server_takes(store: Store, statements: tuple[Statement, ...]) -> None:
    """So many statements and so many bytes go out together, and one in any case, however large."""
    outbox = Outbox(store, SERVER)
    outbox.put(statements)
    assert len(outbox.waiting(3, 1 << 30)) == 3
    assert len(outbox.waiting(10, len(statements[0].raw) + len(statements[1].raw))) == 2
    assert len(outbox.waiting(10, 1)) == 1


def test_what_is_put_aside_waits_until_it_is_asked_for(store: Store, statements: tuple[Statement, ...]) -> None:
    """A refused statement is named with its attempt and the reason, holds up no other, and can be sent once more."""
    outbox = Outbox(store, SERVER)
    outbox.put(statements[:2])
    outbox.aside(outbox.waiting(*EVERYTHING)[0], "400 no")
    assert outbox.asides() == (Aside(statements[0].id, statements[0].attempt, "400 no"),)
    assert [one.statement for one in outbox.waiting(*EVERYTHING)] == [statements[1].id]
    assert (outbox.again(), outbox.asides()) == (1, ())
    assert [one.statement for one in outbox.waiting(*EVERYTHING)] == [one.id for one in statements[:2]]


def test_whoever_is_forgotten_leaves_nothing_in_the_outbox(store: Store, held: Programme) -> None:
    """With somebody's attempts goes all that was said about them, sent or not; nothing of it is put in again."""
    outbox = Outbox(store, SERVER)
    gone, stays = (told(store, held, talk(store, held, trainee=name)) for name in ("走了的", "还在的"))
    outbox.put((*gone, *stays))
    assert store.forget("走了的")
    assert [one.statement for one in outbox.waiting(*EVERYTHING)] == [one.id for one in stays]
    assert outbox.put((*gone, *stays)) == Put(0, 10, 0)


def test_a_store_of_before_gets_an_outbox(folder: Path, held: Programme) -> None:
    """A store in which attempts lie already is given its outbox when it is opened, and sends them."""
    with open_store(folder) as store:
        attempt = talk(store, held)
        with store.transaction() as connection:
            for sql in (
                "DROP TABLE outbox",
                "DELETE FROM schema_steps WHERE step >= 3",
                "DROP TABLE IF EXISTS secrets",
            ):
                connection.exec_driver_sql(sql)
    with open_store(folder) as store:
        assert Outbox(store, SERVER).put(told(store, held, attempt)) == Put(10, 0, 0)
