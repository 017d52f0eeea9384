"""What becomes of statements on their way: servers that take them, refuse them, have them, or are away."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from game.course.store import Store, open_store
from game.course.tasks import Programme
from game.course.xapi.delivery import HOPELESS, LONGEST_PAUSE, PAUSES, Delivered, Delivery, same
from game.course.xapi.lrs import RecordStore, endpoint, is_open
from game.course.xapi.outbox import Aside, Outbox
from game.course.xapi.statements import Statement
from tests.course.lrs.class_room import WELL, course, talk, told
from tests.course.lrs.servers import Reply, Script, free_port, scripted

SERVER = "https://lrs.example/xAPI/statements"
TAKEN: Reply = (200, {}, b"[]")


@pytest.fixture
def store(folder: Path) -> Iterator[Store]:
    """A store in a file: what servers answer has nothing to do with where the outbox is kept."""
    with open_store(folder) as opened:
        yield opened


@pytest.fixture
def held(tmp_path: Path) -> Programme:
    """A course of two phases."""
    return course(tmp_path)


@pytest.fixture
def statements(store: Store, held: Programme) -> tuple[Statement, ...]:
    """The ten statements of one talk."""
    return told(store, held, talk(store, held))


def delivered(store: Store, script: Script, wait: Callable[[float], None] | None = None, **settings: Any) -> Delivered:
    """What comes of sending all that is in the outbox of SERVER to a server that follows a script."""
    with scripted(script) as server:
        to = RecordStore(str(endpoint(server.url)), **settings)
        return Delivery(Outbox(store, SERVER), to, wait=wait or _never).run()


def _never(seconds: float) -> None:
    raise AssertionError(f"waited {seconds} s")


@pytest.fixture
def outbox(store: Store, statements: tuple[Statement, ...]) -> Outbox:
    """An outbox in which ten statements wait."""
    filled = Outbox(store, SERVER)
    filled.put(statements)
    return filled


def test_what_is_acknowledged_is_done_with(store: Store, outbox: Outbox, statements: tuple[Statement, ...]) -> None:
    """The server hears every statement just as it is, as xAPI 1.0.3 from that user; acknowledged, nothing waits."""
    with scripted(lambda path, document: TAKEN) as server:
        to = RecordStore(str(endpoint(server.url)), "李 li", "密码")
        assert Delivery(outbox, to).run() == Delivered(10, None)
    assert server.heard == [[json.loads(one.raw) for one in statements]]
    (head,) = server.heads
    assert head["X-Experience-API-Version"] == "1.0.3"
    assert head["Content-Type"] == "application/json"
    assert head["Authorization"] == "Basic 5p2OIGxpOuWvhueggQ=="
    assert outbox.count() == {"waiting": 0, "delivered": 10, "aside": 0}


@pytest.mark.parametrize(
    ("status", "body", "kind"),
    [
        (401, b'{"detail": "who are you"}', "denied"),
        (403, b"", "denied"),
        (404, b"<h1>Not here</h1>", "no-store"),
        (200, b"<html>Please accept our terms</html>", "no-store"),
        (302, b"", "moved"),
    ],
)
def test_a_server_that_is_none_or_lets_nobody_in_is_asked_once(
    store: Store, outbox: Outbox, status: int, body: bytes, kind: str
) -> None:
    """A wrong password, a wrong address, a page that answers everything: told at once, and nothing counts as sent."""
    heard = []

    def script(path: str, document: Any) -> Reply:
        heard.append(path)
        return status, {"Location": "https://new.example/xAPI"}, body

    stopped = delivered(store, script).stopped
    assert stopped is not None
    assert (stopped.kind, len(heard)) == (kind, 1)
    assert {"denied": status == 403 or "who are you" in stopped.detail, "moved": "new.example" in stopped.detail}.get(
        kind, True
    )
    assert outbox.count()["waiting"] == 10


@pytest.mark.parametrize("wrong", [400, 413, 422])
def test_one_statement_that_the_server_will_not_have_holds_up_no_other(
    store: Store, outbox: Outbox, statements: tuple[Statement, ...], wrong: int
) -> None:
    """The one statement that is refused is found, named with what the server said, and put aside; nine go through."""
    bad = statements[6].id
    taken: list[str] = []

    def script(path: str, document: Any) -> Reply:
        ids = [one["id"] for one in document]
        if bad in ids:
            return wrong, {}, b'{"detail": "no such colour"}'
        taken.extend(ids)
        return 200, {}, json.dumps(ids).encode()

    assert delivered(store, script) == Delivered(9, None)
    assert taken == [one.id for one in statements if one.id != bad]
    assert outbox.asides() == (Aside(bad, statements[6].attempt, f"{wrong} no such colour"),)


def test_a_server_that_refuses_everything_is_left_alone(store: Store, held: Programme, outbox: Outbox) -> None:
    """After so many refusals and not one acceptance it stops, instead of putting a whole class aside."""
    outbox.put(told(store, held, talk(store, held, WELL, "李清照")))
    result = delivered(store, lambda path, document: (400, {}, b"no"))
    assert (result.taken, result.stopped and result.stopped.kind) == (0, "refused")
    assert outbox.count() == {"waiting": 20 - HOPELESS, "delivered": 0, "aside": HOPELESS}


def test_what_is_there_already_counts_as_delivered(
    store: Store, outbox: Outbox, statements: tuple[Statement, ...]
) -> None:
    """A server that answers 409 is asked what it has: the same statement is delivered, another one is put aside."""
    there = {one.id: json.loads(one.raw) for one in statements[:4]}
    for one in there.values():
        one |= {"stored": "2026-11-22T10:00:00Z", "version": "1.0.0", "authority": {"mbox": "mailto:a@b.example"}}
        one["timestamp"] = one["timestamp"].replace("Z", "+00:00")
        del one["verb"]["display"], one["object"]["definition"]
    other = statements[3].id
    there[other]["result"]["response"] = "done"

    def script(path: str, document: Any) -> Reply:
        if document is None:
            return 200, {}, json.dumps(there[path.partition("statementId=")[2]]).encode()
        return (409, {}, b"there already") if {one["id"] for one in document} & there.keys() else TAKEN

    assert delivered(store, script) == Delivered(9, None)
    assert outbox.asides() == (Aside(other, statements[3].attempt, "409 there already"),)


def test_a_server_that_is_busy_is_asked_again_in_a_while(store: Store, outbox: Outbox) -> None:
    """A server that is overrun is given time: what it asks for, else more and more; then it takes everything."""
    replies = iter([(503, {}, b""), (429, {"Retry-After": "20"}, b""), (500, {}, b""), TAKEN])
    waited: list[float] = []
    assert delivered(store, lambda path, document: next(replies), waited.append) == Delivered(10, None)
    assert waited == [PAUSES[0], 20, PAUSES[2]]


def test_a_server_that_stays_away_is_left_until_the_next_run(store: Store, outbox: Outbox) -> None:
    """Where nobody answers it is tried so often and no more; all is still there, and goes out when somebody does."""
    waited: list[float] = []
    nobody = RecordStore(f"http://127.0.0.1:{free_port()}/statements")
    result = Delivery(outbox, nobody, wait=waited.append).run()
    assert (result.taken, result.stopped and result.stopped.kind, waited) == (0, "away", list(PAUSES))
    assert delivered(store, lambda path, document: TAKEN) == Delivered(10, None)


def test_a_server_that_wants_a_long_rest_gets_it(store: Store, outbox: Outbox) -> None:
    """Whoever asks to be left alone for an hour is not waited for."""
    rest = {"Retry-After": str(int(LONGEST_PAUSE) * 60)}
    result = delivered(store, lambda path, document: (503, rest, b"maintenance"))
    assert result.stopped is not None
    assert (result.stopped.kind, result.stopped.detail) == ("busy", "503 maintenance")


def test_a_server_that_never_answers_is_given_up(store: Store, outbox: Outbox) -> None:
    """A server that takes the statements and says nothing counts as away; nothing counts as sent."""
    waited: list[float] = []
    result = delivered(store, lambda path, document: None, waited.append, answering=0.05)
    assert (result.taken, result.stopped and result.stopped.kind, len(waited)) == (0, "away", len(PAUSES))
    assert outbox.count()["waiting"] == 10


def test_statements_are_compared_by_what_they_say(statements: tuple[Statement, ...]) -> None:
    """What a server adds or words anew makes no difference; another pick, person or time does."""
    ours = json.loads(statements[1].raw)
    assert same(ours, {**ours, "stored": "x", "authority": {}, "version": "1.0.3"})
    for part, change in (
        ("timestamp", "2001-01-01T00:00:00Z"),
        ("actor", {"account": {}}),
        ("result", {**ours["result"], "response": "done"}),
    ):
        assert not same(ours, {**ours, part: change})
    assert not same(ours, None)


def test_addresses_are_brought_into_one_form() -> None:
    """However the address of a store is written it is one outbox; what is none, or has a password in it, is refused."""
    for written in ("https://LRS.example/xAPI", "https://lrs.example/xAPI/", " https://lrs.example/xAPI/statements/ "):
        assert endpoint(written) == SERVER
    for wrong in (
        "lrs.example/xAPI",
        "ftp://a/b",
        "https://u:p@a/b",
        "https:///x",
        "https://a:99999/",
        "http://[::1",
        "",
    ):
        assert endpoint(wrong) is None
    assert [is_open(one) for one in (SERVER, "http://localhost:8100/x", "http://[::1]/x", "http://10.0.0.1/x")] == [
        False,
        False,
        False,
        True,
    ]
