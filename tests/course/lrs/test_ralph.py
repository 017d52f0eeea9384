"""Statements sent to a real learning record store, both sides of which fall down again and again."""

import json
import os
import random
import signal
from collections import Counter
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, event

from game.cli import main
from game.course.store import Store, open_store
from game.course.tasks import Programme
from game.course.xapi.delivery import AT_ONCE, Delivered, Delivery
from game.course.xapi.lrs import RecordStore, endpoint
from game.course.xapi.outbox import Aside, Outbox
from game.course.xapi.statements import Statement
from tests.course.lrs.class_room import BADLY, FAIRLY, WELL, course, talk, told
from tests.course.lrs.servers import PASSWORD, USER, Ralph

SEED = 20261122
KILLS = 60


@pytest.fixture(scope="module")
def ralph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ralph]:
    """Ralph, loaded once for all of these tests."""
    program = Ralph(tmp_path_factory.mktemp("ralph"))
    yield program
    program.close()


@pytest.fixture
def server(ralph: Ralph) -> Ralph:
    """Ralph, up, with an empty memory."""
    ralph.down()
    ralph.file.unlink(missing_ok=True)
    ralph.up()
    return ralph


@pytest.fixture
def held(tmp_path: Path) -> Programme:
    """A course of two phases."""
    return course(tmp_path)


@pytest.fixture
def store(home: Path) -> Iterator[Store]:
    """The store that the commands use."""
    with open_store(home) as opened:
        yield opened


def a_class(store: Store, held: Programme, talks: int) -> tuple[Statement, ...]:
    """What there is to say of a class that has talked so often, some well, some badly, some not to the end."""
    ways = (WELL, FAIRLY, BADLY, ("silence",), WELL[:2])
    attempts = [
        talk(store, held, ways[number % len(ways)], f"学员{number}", over=number % len(ways) < 4)
        for number in range(talks)
    ]
    return tuple(statement for attempt in attempts for statement in told(store, held, attempt))


def at(server: Ralph, password: str = PASSWORD) -> RecordStore:
    """The server as the outbox speaks to it."""
    return RecordStore(str(endpoint(server.url)), USER, password)


def memory(server: Ralph) -> dict[str, dict[str, Any]]:
    """What the server has, by id. Each statement has to be there once."""
    stored = server.stored()
    assert [id_ for id_, times in Counter(one["id"] for one in stored).items() if times > 1] == []
    return {one["id"]: one for one in stored}


def is_all(server: Ralph, statements: tuple[Statement, ...]) -> None:
    """Fail unless the server has each of the statements once, as it was sent, and nothing else."""
    found = memory(server)
    assert found.keys() == {one.id for one in statements}
    for one in statements:
        sent = json.loads(one.raw)
        assert {name: found[one.id][name] for name in sent} == sent


def test_a_real_store_takes_every_kind_of_statement(store: Store, held: Programme, server: Ralph) -> None:
    """All that there is to say of a class arrives as it was sent, and a second run has nothing more to send."""
    statements = a_class(store, held, 12)
    outbox = Outbox(store, server.url)
    outbox.put(statements)
    assert Delivery(outbox, at(server)).run() == Delivered(len(statements), None)
    is_all(server, statements)
    outbox.put(statements)
    assert Delivery(outbox, at(server)).run() == Delivered(0, None)


def test_a_real_store_gives_back_what_it_has(store: Store, held: Programme, server: Ralph) -> None:
    """Sent from another desk that knows nothing of the first, the statements count as delivered and stay single; one
    that says something else under the same id is named and put aside."""
    statements = a_class(store, held, 3)
    first, second = Outbox(store, "first"), Outbox(store, "second")
    first.put(statements)
    Delivery(first, at(server)).run()
    other = Statement(statements[4].id, statements[4].attempt, statements[4].raw.replace(b'"exam"', b'"practice"'))
    second.put((*statements[:4], other, *statements[5:]))
    assert Delivery(second, at(server)).run() == Delivered(len(statements) - 1, None)
    ((id_, attempt, fault),) = [(one.statement, one.attempt, one.fault) for one in second.asides()]
    assert (id_, attempt, fault[:3]) == (other.id, other.attempt, "409")
    is_all(server, statements)


def test_a_real_store_names_what_it_will_not_have(store: Store, held: Programme, server: Ralph) -> None:
    """A statement that Ralph refuses is the only one that does not arrive."""
    statements = a_class(store, held, 3)
    wrong = Statement(statements[5].id, statements[5].attempt, statements[5].raw.replace(b'"verb":', b'"werb":'))
    outbox = Outbox(store, server.url)
    outbox.put((*statements[:5], wrong, *statements[6:]))
    assert Delivery(outbox, at(server)).run() == Delivered(len(statements) - 1, None)
    (aside,) = outbox.asides()
    assert isinstance(aside, Aside)
    assert (aside.statement, "verb" in aside.fault) == (wrong.id, True)
    is_all(server, tuple(one for one in statements if one.id != wrong.id))


def test_a_wrong_password_is_told_by_a_real_store(store: Store, held: Programme, server: Ralph) -> None:
    """Ralph lets nobody in with a wrong password; nothing is sent, nothing is lost."""
    outbox = Outbox(store, server.url)
    outbox.put(a_class(store, held, 1))
    stopped = Delivery(outbox, at(server, "wrong")).run().stopped
    assert (stopped and stopped.kind, outbox.count()["delivered"], server.stored()) == ("denied", 0, [])


def test_a_server_killed_again_and_again_has_everything_once(store: Store, held: Programme, server: Ralph) -> None:
    """Killed before, in the middle of and after writing, between any two halves of a line: at the end all is there."""
    statements = a_class(store, held, 75)
    outbox = Outbox(store, server.url)
    outbox.put(statements)
    moment, before = random.Random(SEED), server.starts
    kills = iter(range(KILLS))

    def up(_: float = 0) -> None:
        # Mostly early in a batch: what gets through before a kill need not be sent again.
        point = moment.choice((1, 2, 3, 4, 5, moment.randint(1, 2 * AT_ONCE + 1)))
        server.up(point if next(kills, None) is not None else 0)

    up()
    delivery = Delivery(outbox, at(server), wait=up)
    while delivery.run().stopped is not None:
        up()
    assert server.starts - before > KILLS
    assert outbox.count() == {"waiting": 0, "delivered": len(statements), "aside": 0}
    is_all(server, statements)


def _die_at(count: int) -> None:
    """Have this process kill itself at the so-manieth step after its outbox is opened: just before a statement or a
    commit of its database, just before or after it sends something."""
    left = iter(range(count))
    post, opened = RecordStore.post, Outbox.__init__

    def die(*_: object) -> None:
        if next(left, None) is None:
            os.kill(os.getpid(), signal.SIGKILL)

    def sent(self: RecordStore, bodies: Any) -> Any:
        die()
        answer = post(self, bodies)
        die()
        return answer

    def begun(self: Outbox, store: Store, server: str) -> None:
        opened(self, store, server)
        event.listen(Engine, "before_cursor_execute", die)
        event.listen(Engine, "commit", die)

    RecordStore.post = sent  # type: ignore[method-assign]
    Outbox.__init__ = begun  # type: ignore[method-assign]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
def test_a_sender_killed_at_every_step_has_sent_everything_once(
    held: Programme, server: Ralph, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The command, killed at every one of its steps in turn, sends all there is in the end, and nothing twice."""
    import_module("game.commands.course_xapi")  # once, not in every child anew
    monkeypatch.setenv("LRS_PASSWORD", PASSWORD)
    # One by one, so that there are many steps of sending, and kills fall on each kind of them.
    monkeypatch.setattr("game.course.xapi.delivery.AT_ONCE", 1)
    with open_store(home) as store:
        statements = a_class(store, held, 5)
    command = ["course", "xapi", str(tmp_path / "course.yaml"), "--send", server.url]
    command += ["--user", USER, "--password-env", "LRS_PASSWORD", "--json"]
    count, exited = 0, False
    while not exited:
        child = os.fork()
        if child == 0:
            _in_child(command, count)
        _, status = os.waitpid(child, 0)
        exited, count = os.WIFEXITED(status), count + 1
    assert os.waitstatus_to_exitcode(status) == 0
    assert count > 20
    is_all(server, statements)
    with open_store(home) as store:
        outbox = Outbox(store, str(endpoint(server.url)))
        assert outbox.count() == {"waiting": 0, "delivered": len(statements), "aside": 0}


def _in_child(command: list[str], count: int) -> None:
    """Run the command in this process, a child, until it dies or is through."""
    try:
        _die_at(count)
        with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
            os.dup2(nowhere.fileno(), 1)
            os._exit(main(command))
    finally:
        os._exit(99)
