"""Killed at any moment, with no acknowledged pick lost."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import Engine, event

from game.course.database.folder import HOME_VARIABLE
from game.course.store import FILE_NAME, VARIABLE, open_store
from tests.course.cluster import Cluster
from tests.course.desk import Desk, begin, everything, played

KILLS = 100
KILLS_ON_A_SERVER = 30  # there every new start has a session to begin
forks = pytest.mark.skipif(
    not hasattr(os, "fork"), reason="no fork here; the test with a fresh interpreter runs everywhere"
)


def _pick_on(desk: Desk, attempt_id: str, told: int) -> None:
    """Resume the attempt and keep pick after pick, telling each number once the store has acknowledged it."""
    with desk() as store:
        turn = len(store.attempt(attempt_id).picks)
        while True:
            turn += 1
            store.keep(attempt_id, turn, f"response-{turn}", turn)
            os.write(told, b"%d\n" % turn)


def _forked(desk: Desk, attempt_id: str) -> tuple[int, int]:
    """Give the pid of a process that plays on, and the end of the pipe that it tells its turns to."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(reading)
            _pick_on(desk, attempt_id, writing)
        except BaseException as error:
            os.write(writing, f"{type(error).__name__}: {error}\n".encode())
        finally:
            os._exit(1)
    os.close(writing)
    return child, reading


def _killed(child: int, reading: int, moment: random.Random) -> list[int]:
    """Kill the process after a random number of acknowledgements, at once or a moment later; give what it had told."""
    told = b""
    wanted = moment.randrange(8)
    while told.count(b"\n") < wanted:
        told += _some(reading)
    os.set_blocking(reading, False)
    # Looking at the empty pipe some more times puts the kill anywhere within the next turn, also between its syncs.
    for _ in range(moment.randrange(4000)):
        told += _some(reading)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status), told
    while rest := _some(reading):
        told += rest
    os.close(reading)
    return [int(line) for line in told.decode().splitlines()]


def _some(reading: int) -> bytes:
    try:
        return os.read(reading, 65536)
    except BlockingIOError:
        return b""


@forks
def test_many_kills_lose_no_acknowledged_pick(desk: Desk) -> None:
    """A play killed again and again at random moments resumes each time at the very beat, with every pick it told."""
    attempt = played(desk, picks=0)
    moment = random.Random(20261121)
    lost, known = 0, 0
    kills = KILLS_ON_A_SERVER if os.environ.get(VARIABLE) else KILLS
    for _ in range(kills):
        told = _killed(*_forked(desk, attempt.id), moment)
        with desk() as store:
            assert store.notices == ()
            (resumed,) = store.unfinished()
        acknowledged = max(told, default=known)
        lost += max(0, acknowledged - len(resumed.picks))
        known = len(resumed.picks)
        # One more than was told may be there: the process was killed between keeping and telling.
        assert known <= acknowledged + 1
        assert [(p.turn, p.response, p.milliseconds) for p in resumed.picks] == [
            (turn, f"response-{turn}", turn) for turn in range(1, known + 1)
        ]
    assert lost == 0
    assert known > kills


def test_a_killed_program_can_be_resumed(desk: Desk, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program of its own, killed after three acknowledged picks, leaves them and no lock behind."""
    attempt = played(desk, picks=0)
    monkeypatch.setenv(HOME_VARIABLE, str(folder))
    program = (
        "import sys; from tests.course.test_kill import _pick_on; from game.course.store import open_store; "
        "_pick_on(open_store, sys.argv[1], 1)"
    )
    root = Path(__file__).parents[2]
    with subprocess.Popen([sys.executable, "-c", program, attempt.id], cwd=root, stdout=subprocess.PIPE) as play:
        assert play.stdout is not None
        told = [play.stdout.readline().strip() for _ in range(3)]
        play.kill()
    assert told == [b"1", b"2", b"3"]
    (resumed,) = everything(desk)
    assert len(resumed.picks) >= 3
    assert resumed.ended is None


@forks
def test_a_server_that_crashes_loses_no_acknowledged_pick(cluster: Cluster, monkeypatch: pytest.MonkeyPatch) -> None:
    """A server that dies in the middle of a talk has every pick that it acknowledged when it is up again."""
    monkeypatch.setenv(VARIABLE, cluster.address(cluster.schema()))
    attempt = played(open_store, picks=0)
    child, reading = _forked(open_store, attempt.id)
    told = b""
    while told.count(b"\n") < 20:
        told += os.read(reading, 65536)
    cluster.stop("immediate")
    while rest := os.read(reading, 65536):
        told += rest
    os.close(reading)
    os.waitpid(child, 0)
    *acknowledged, trouble = told.decode().splitlines()
    assert trouble.startswith("StoreTrouble: away")
    cluster.run()
    (resumed,) = everything(open_store)
    assert len(acknowledged) <= len(resumed.picks) <= len(acknowledged) + 1


def _kill_yourself_half_way(path: Path) -> None:
    """Change many pages so that half of the change is in the file, then die without a chance to tidy up."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA cache_size = 2")
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("UPDATE sources SET content = randomblob(200000)")
    connection.execute("UPDATE picks SET response = 'never acknowledged'")
    connection.execute("INSERT INTO sources VALUES ('half', randomblob(200000))")
    os.kill(os.getpid(), signal.SIGKILL)


@forks
def test_what_was_half_done_is_undone(folder: Path) -> None:
    """A kill in the middle of writing is no damage: the next start has all that was acknowledged, and no notice."""
    with open_store(folder) as store:
        attempt = begin(store, source=b"x" * 100_000)
        store.keep(attempt.id, 1, "acknowledged", 5)
        attempt = store.attempt(attempt.id)
    before = (folder / FILE_NAME).read_bytes()
    child = os.fork()
    if child == 0:
        try:
            _kill_yourself_half_way(folder / FILE_NAME)
        finally:
            os._exit(1)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status)
    assert (folder / f"{FILE_NAME}-journal").stat().st_size > 0
    assert (folder / FILE_NAME).read_bytes() != before
    with open_store(folder) as store:
        assert store.notices == ()
        assert store.attempts() == [attempt]
        assert store.source(attempt.sha256) == b"x" * 100_000
    assert not list(folder.glob("yuqi-damaged-*"))


def _die_at(count: int) -> None:
    """Have this process kill itself just before its database takes the statement or commit of this number."""
    left = iter(range(count))

    def die(*_: object) -> None:
        if next(left, None) is None:
            os.kill(os.getpid(), signal.SIGKILL)

    event.listen(Engine, "before_cursor_execute", die)
    event.listen(Engine, "commit", die)


@forks
def test_a_kill_in_the_very_first_start_leaves_nothing_to_mend(folder: Path) -> None:
    """A first start killed at any of its statements is followed by a start that works and has nothing to report."""
    for count in range(1000):
        place = folder / str(count)
        child = os.fork()
        if child == 0:
            _die_at(count)
            open_store(place)
            os._exit(0)
        _, status = os.waitpid(child, 0)
        with open_store(place) as store:
            assert store.notices == ()
            assert begin(store).picks == ()
        if os.WIFEXITED(status):
            break
    assert 10 < count < 1000
