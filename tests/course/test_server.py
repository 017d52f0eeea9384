"""One server for a whole class: many desks at once, and every trouble told without the password."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import quote

import psycopg
import pytest
from sqlalchemy import Connection

from game.course import steps
from game.course.forgetting import forget_rows
from game.course.server_copies import KEPT, copies
from game.course.store import VARIABLE, Store, StoreTrouble, open_store
from tests.course.cluster import OWNER, PASSWORD, Cluster
from tests.course.desk import begin, everything, in_child, played, trouble_of
from tests.course.test_steps import laid_out_on

ROOT = Path(__file__).parents[2]
forks = pytest.mark.skipif(not hasattr(os, "fork"), reason="desks are made by forking here")


@pytest.fixture
def schema(cluster: Cluster, monkeypatch: pytest.MonkeyPatch) -> str:
    """A schema that `open_store` opens, with nothing in it yet."""
    name = cluster.schema()
    monkeypatch.setenv(VARIABLE, cluster.address(name))
    return name


@pytest.fixture
def store(schema: str) -> Iterator[Store]:
    """A store on the server."""
    with open_store() as opened:
        yield opened


def _told(address: str, monkeypatch: pytest.MonkeyPatch) -> StoreTrouble:
    """Give the trouble that this address in YUQI_STORE ends in."""
    monkeypatch.setenv(VARIABLE, address)
    trouble = trouble_of(open_store)
    shown = f"{trouble} {trouble.path} {trouble.detail} {trouble.__cause__}"
    assert PASSWORD not in shown
    assert "wörd" not in shown
    return trouble


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


def _all_at_once(work: Callable[[str], str], names: list[str]) -> list[str]:
    """Give what desks of these names say, each a process of its own, at work at the same time."""
    said = [""] * len(names)

    def run(place: int) -> None:
        said[place] = in_child(lambda: work(names[place]))

    threads = [Thread(target=run, args=(place,)) for place in range(len(names))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return said


@forks
@pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")
def test_many_desks_share_one_server(schema: str) -> None:
    """Desks that start and play all at once, even on a server that was empty, lose nothing and wait for nobody."""
    said = _all_at_once(_talk, [f"trainee-{number}" for number in range(5)])
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
@pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")
def test_a_turn_is_kept_once_whoever_is_quicker(schema: str) -> None:
    """Desks that push one attempt on at the same time keep each turn once, and each knows which ones were its own."""
    attempt = played(open_store, picks=0)
    said = _all_at_once(_push_on, [attempt.id] * 4)
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


# --- troubles ---


@pytest.mark.parametrize(
    "address",
    [
        "nonsense",
        "p@ß/wörd:1",
        "postgresql+psycopg:/yuqi:p@ß/wörd:1@server/yuqi",
        "postgresql+psycopg://yuqi:p@ß/wörd:1@server/yuqi",
        "postgresql+psycopg://yuqi:x@server:wörd/yuqi",
        "mysql://yuqi:p@server/yuqi",
        "sqlite:///yuqi.db",
    ],
)
def test_what_is_no_address_is_said_so(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """An address that cannot be one is refused before anybody is asked, and not a word of it is shown."""
    trouble = _told(address, monkeypatch)
    assert (trouble.kind, trouble.path) == ("address", "")


def test_a_setting_that_there_is_not_is_said_so(cluster: Cluster, monkeypatch: pytest.MonkeyPatch) -> None:
    """An address with a setting that PostgreSQL does not know is told with its name."""
    trouble = _told(cluster.address() + "&sslmood=sunny", monkeypatch)
    assert trouble.kind == "address"
    assert "sslmood" in trouble.detail


def test_a_password_in_what_the_driver_says_is_hidden(cluster: Cluster, monkeypatch: pytest.MonkeyPatch) -> None:
    """If the driver itself repeats what is in the address, the password is covered up."""
    trouble = _told(cluster.address() + f"&service={quote(PASSWORD)}", monkeypatch)
    assert "•••" in trouble.detail


def test_a_missing_driver_is_said_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the driver the person is told that it is to be installed."""
    monkeypatch.setitem(sys.modules, "psycopg", None)
    assert _told("postgresql+psycopg://yuqi:wörd@server/yuqi", monkeypatch).kind == "driver"


def test_a_wrong_password_is_refused_and_not_shown(cluster: Cluster, monkeypatch: pytest.MonkeyPatch) -> None:
    """A password, user or database that the server does not know is told in the server's words."""
    for address, word in (
        (cluster.address(password=PASSWORD + "x"), OWNER),
        (cluster.address(user="nobody"), "nobody"),
        (cluster.address(base="elsewhere"), "elsewhere"),
    ):
        trouble = _told(address, monkeypatch)
        assert trouble.kind == "refused"
        assert word in trouble.detail


def test_a_server_that_is_away_is_said_so(store: Store, cluster: Cluster, monkeypatch: pytest.MonkeyPatch) -> None:
    """A server that is not there, or stops in the middle of a talk, is told; when it is back the talk goes on."""
    attempt = begin(store)
    cluster.stop()
    assert trouble_of(lambda: store.keep(attempt.id, 1, "a", 5)).kind == "away"
    assert trouble_of(open_store).kind == "away"
    assert _told(f"postgresql+psycopg://yuqi:wörd@/x?host={cluster.folder / 'nowhere'}", monkeypatch).kind == "away"
    cluster.run()
    store.keep(attempt.id, 1, "a", 5)
    assert len(store.attempt(attempt.id).picks) == 1


def test_a_server_started_anew_is_not_noticed(store: Store, cluster: Cluster) -> None:
    """A server that was started anew between two picks costs nothing."""
    attempt = begin(store)
    cluster.stop()
    cluster.run()
    store.keep(attempt.id, 1, "a", 5)


def test_a_database_that_cannot_be_written_is_said_so(
    store: Store, schema: str, cluster: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where one may only read, or not even that, the person is told; nothing is changed."""
    attempt = begin(store)
    cluster.asked("CREATE ROLE guest LOGIN PASSWORD 'gäst'", f"GRANT USAGE ON SCHEMA {schema} TO guest")
    guest = cluster.address(schema, user="guest", password="gäst")
    assert _told(guest, monkeypatch).kind == "denied"
    cluster.asked(f"GRANT SELECT ON ALL TABLES IN SCHEMA {schema} TO guest")
    with open_store() as reading:
        assert reading.attempts() == [attempt]
        assert trouble_of(lambda: reading.keep(attempt.id, 1, "a", 5)).kind == "denied"
    monkeypatch.setenv(
        VARIABLE, cluster.address(schema).replace("-csearch", "-cdefault_transaction_read_only%3Don%20-csearch")
    )
    with open_store() as standby:
        assert trouble_of(lambda: standby.keep(attempt.id, 1, "a", 5)).kind == "denied"
    assert _told(cluster.address(cluster.schema(), user="guest", password="gäst"), monkeypatch).kind == "denied"
    assert store.attempts() == [attempt]


def test_somebody_in_the_way_is_said_so(store: Store, schema: str, cluster: Cluster) -> None:
    """If another program holds on to an attempt, the pick is refused after a while, and kept once it lets go."""
    attempt = begin(store)
    with store.transaction() as connection:
        connection.exec_driver_sql("SET lock_timeout = '50ms'")
    with psycopg.connect(host=str(cluster.folder), user=OWNER, password=PASSWORD, dbname="postgres") as browser:
        browser.execute(f"SELECT * FROM {schema}.attempts FOR UPDATE".encode())
        assert trouble_of(lambda: store.keep(attempt.id, 1, "a", 5)).kind == "busy"
    store.keep(attempt.id, 1, "a", 5)


def test_a_table_that_is_gone_is_said_so(store: Store, schema: str, cluster: Cluster) -> None:
    """If somebody has deleted a table, the person is told that the records are damaged."""
    cluster.asked(f"DROP TABLE {schema}.picks CASCADE")
    assert trouble_of(store.attempts).kind == "damaged"


def test_a_database_without_room_for_chinese_is_refused(cluster: Cluster, monkeypatch: pytest.MonkeyPatch) -> None:
    """A database that keeps Latin letters only is refused at once, not at the first Chinese name."""
    cluster.asked("CREATE DATABASE latin ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0")
    trouble = _told(cluster.address(base="latin"), monkeypatch)
    assert (trouble.kind, trouble.detail) == ("encoding", "LATIN1")


# --- upgrades ---


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
@pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")
def test_many_desks_upgrade_once(cluster: Cluster, monkeypatch: pytest.MonkeyPatch) -> None:
    """Desks with the new version that all start at once upgrade an older store once, and all play on."""
    schema = laid_out_on(cluster)
    monkeypatch.setenv(VARIABLE, cluster.address(schema))
    said = _all_at_once(lambda _: str(len(everything(open_store))), ["a"] * 4)
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


# --- the commands ---


def _yuqi(*arguments: str, typed: str = "") -> subprocess.CompletedProcess[str]:
    """Give what the program says, run as a person runs it."""
    return subprocess.run(
        [sys.executable, "main.py", *arguments],
        cwd=ROOT, input=typed, capture_output=True, encoding="utf-8", env=os.environ | {"PYTHONUTF8": "1"}, check=False,
    )  # fmt: skip


def test_a_talk_is_kept_on_the_server(schema: str, home: Path) -> None:
    """A talk played in the terminal is on the server, can be replayed from it, and leaves no store on the machine."""
    played = _yuqi("play", "docs/examples/heating-cold-flat.yaml", "--terminal", "--persona", "base", typed="\n1\n1\n")
    assert "Traceback" not in played.stderr
    with open_store() as store:
        (attempt,) = store.attempts()
    assert attempt.picks
    said = _yuqi("replay", attempt.id, "--json")
    assert attempt.id in said.stdout, said.stderr
    assert not (home / "yuqi.db").exists()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_trouble_is_told_in_one_sentence(cluster: Cluster, monkeypatch: pytest.MonkeyPatch, language: str) -> None:
    """A server that lets nobody in ends the command with a sentence in the reader's language, and no password."""
    monkeypatch.setenv(VARIABLE, cluster.address(password="wörd"))
    done = _yuqi("--lang", language, "replay", "0000")
    said = done.stdout + done.stderr
    assert done.returncode == 1
    assert f"postgresql://{OWNER}@/postgres" in said
    assert ("服务器不让进" if language == "zh" else "lets nobody in") in said
    assert "Traceback" not in said
    assert "wörd" not in said


def test_every_trouble_has_its_words() -> None:
    """Whatever can go wrong with a store is told in both languages, with where and why."""
    from typing import get_args

    from game.course.troubles import TroubleKind
    from game.i18n import words

    for language in ("zh", "en"):
        for kind in get_args(TroubleKind):
            told: Any = words(language)(f"store.{kind}", path="PATH", detail="WHY", pid=7)
            assert "PATH" in told or "WHY" in told
