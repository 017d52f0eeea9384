"""Whatever is wrong with a server is told, in both languages, without a password; nothing is lost."""

import sys
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import psycopg
import pytest

from game.course.store import VARIABLE, Store, StoreTrouble, open_store
from tests.course.cluster import OWNER, PASSWORD, Cluster
from tests.course.desk import begin, trouble_of, yuqi


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
    assert [pick.response for pick in store.attempt(attempt.id).picks] == ["a"]


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


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_trouble_is_told_in_one_sentence(cluster: Cluster, monkeypatch: pytest.MonkeyPatch, language: str) -> None:
    """A server that lets nobody in ends the command with a sentence in the reader's language, and no password."""
    monkeypatch.setenv(VARIABLE, cluster.address(password="wörd"))
    done = yuqi("--lang", language, "replay", "0000")
    said = done.stdout + done.stderr
    assert done.returncode == 1
    assert f"postgresql://{OWNER}@/postgres" in said
    assert ("服务器不让进" if language == "zh" else "lets nobody in") in said
    assert "Traceback" not in said
    assert "wörd" not in said


def test_every_trouble_has_its_words() -> None:
    """Whatever can go wrong with a store is told in both languages, with where and why."""
    from typing import get_args

    from game.course.database.troubles import TroubleKind
    from game.i18n import words

    for language in ("zh", "en"):
        for kind in get_args(TroubleKind):
            told: Any = words(language)(f"store.{kind}", path="PATH", detail="WHY", pid=7)
            assert "PATH" in told or "WHY" in told
