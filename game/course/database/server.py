"""The store on a PostgreSQL server that many desktops use at once.

All that is PostgreSQL's alone stands here and in `game.course.database.server_copies`; the rest is SQLAlchemy Core.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any, Final

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy import func as sql
from sqlalchemy.exc import ArgumentError, DBAPIError, ProgrammingError

from game.course.database import steps
from game.course.database.forgetting import named
from game.course.database.server_copies import copied, copy_tables, sweep_copies
from game.course.database.tables import metadata
from game.course.database.troubles import StoreNotice, StoreTrouble, kind_of_server

_DRIVER: Final = "postgresql+psycopg"
# What PostgreSQL's own tools call such an address; both mean the one driver that we use.
_ALIASES: Final = frozenset({"postgresql", "postgres", _DRIVER})
_ENCODING: Final = "UTF8"
_HIDDEN: Final = "•••"
# Any number that no other program on the same database is likely to lock.
_UPGRADE_LOCK: Final = 0x59757169
_UPGRADE_PATIENCE: Final = "120s"
_SWEEPING_PATIENCE: Final = "2s"

# A server that went away is noticed within half a minute, not after the quarter hour that systems wait by themselves.
_CONNECTION: Final[dict[str, Any]] = {
    "connect_timeout": 10,
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 25_000,
    "application_name": "yuqi",
}
# What a call has acknowledged is on the server's disk, whatever the server is set to; and a desktop that was switched
# off in the middle of a transaction does not hold up the others.
_SESSION: Final = (
    "SET synchronous_commit = on",
    "SET lock_timeout = '10s'",
    "SET idle_in_transaction_session_timeout = '60s'",
)


class Server:
    """The database at an address, upgraded as need be after a copy of its tables; raises `StoreTrouble`."""

    notices: tuple[StoreNotice, ...] = ()

    def __init__(self, address: str) -> None:
        url = _url(address)
        shown = URL.create("postgresql", url.username, None, url.host, url.port, url.database)
        self.place = shown.render_as_string()
        self._secrets = [secret for secret in (url.password, *_asked(url, "password")) if secret]
        self.engine = _engine(url, self.place)
        self._steady = self.engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
        try:
            self._prepare()
        except BaseException:
            self.engine.dispose()
            raise

    def _prepare(self) -> None:
        """Leave the tables of today there, or raise `StoreTrouble` with the reason why that cannot be."""
        try:
            with self.transaction() as connection:
                encoding = connection.exec_driver_sql("SHOW server_encoding").scalar_one()
                step = self._not_newer(connection)
        except ProgrammingError as error:  # the driver has not understood the address
            raise StoreTrouble("address", self.place, self._told(error.orig)) from None
        if encoding != _ENCODING:
            raise StoreTrouble("encoding", self.place, encoding)
        if step < len(steps.STEPS):
            with self.transaction() as connection:
                self._upgrade(connection)

    def _upgrade(self, connection: Connection) -> None:
        """Take the steps that are lacking while every other desktop that starts just now waits for it."""
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{_UPGRADE_PATIENCE}'")
        connection.execute(sql.pg_advisory_xact_lock(_UPGRADE_LOCK).select())
        # Another desktop may have upgraded it while this one waited.
        step = self._not_newer(connection)
        if 0 < step < len(steps.STEPS):
            copy_tables(connection, step)
        steps.upgrade(connection)

    def _not_newer(self, connection: Connection) -> int:
        step = steps.step_of(connection)
        if step > len(steps.STEPS):
            raise StoreTrouble("newer", self.place, f"{step} > {len(steps.STEPS)}")
        return step

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """Give a connection whose work is on the server's disk, all of it or none, when the block is left."""
        with self._told_apart(), self.engine.begin() as connection:
            yield connection

    @contextmanager
    def snapshot(self) -> Iterator[Connection]:
        """Give a connection for reading only, to which nothing changes while others go on writing."""
        with self._told_apart(), self._steady.begin() as connection:
            yield connection

    @contextmanager
    def _told_apart(self) -> Iterator[None]:
        """Turn what the driver raises in the block into a `StoreTrouble` of the right kind."""
        try:
            yield
        except DBAPIError as error:
            kind = kind_of_server(error.orig)
            if kind is None:
                raise
            # Not "from" it: the driver's error knows the address, password and all.
            raise StoreTrouble(kind, self.place, self._told(error.orig)) from None

    def _told(self, cause: BaseException | None) -> str:
        """Give what the driver says, in one line and without a password."""
        said = " ".join(str(cause).split())
        for secret in self._secrets:
            said = said.replace(secret, _HIDDEN)
        return said

    def traces(self, name: str) -> bool:
        """Give whether a person's name stands in the copies that were made before upgrades."""
        with self.transaction() as connection:
            return any(named(connection, name, tables) for tables in copied(connection))

    def sweep(self, name: str, known: bool) -> tuple[str, ...]:
        """Take a person out of the copies of the tables too, and have all tables written anew; nothing is removed."""
        if not (known or self.traces(name)):
            return ()
        with self.transaction() as connection:
            sweep_copies(connection, name)
        with self._told_apart(), self.engine.connect() as connection:
            alone = connection.execution_options(isolation_level="AUTOCOMMIT")
            alone.exec_driver_sql(f"SET lock_timeout = '{_SWEEPING_PATIENCE}'")
            for table in metadata.sorted_tables:
                # A desktop that is in the middle of something is no reason to fail: the rows are gone in any case, and
                # the server's own housekeeping clears their place.
                with suppress(StoreTrouble), self._told_apart():
                    alone.exec_driver_sql(f"VACUUM FULL {table.name}")
            connection.invalidate()  # its settings are nobody else's
        return ()

    def close(self) -> None:
        """Let go of the connections; a second time does nothing."""
        self.engine.dispose()


def _url(address: str) -> URL:
    """Give the address in its parts, or raise `StoreTrouble` without a word of it: any may be a piece of a password."""
    try:
        url = make_url(address.strip())
    except (ArgumentError, ValueError):
        raise StoreTrouble("address", "", "not an address") from None
    if url.drivername not in _ALIASES:
        raise StoreTrouble("address", "", "not PostgreSQL's")
    # One that was not written as %40 puts the rest of a password where the server's name should be, or the database's.
    if address.count("@") > 1:
        raise StoreTrouble("address", "", "an @ too many")
    return url.set(drivername=_DRIVER)


def _asked(url: URL, key: str) -> tuple[str, ...]:
    """Give what the address's query says for a key."""
    said = url.query.get(key, ())
    return (said,) if isinstance(said, str) else said


def _engine(url: URL, place: str) -> Engine:
    """Give an engine whose connections are looked at before use, so that a server may be started anew in between."""
    settings = {key: value for key, value in _CONNECTION.items() if key not in url.query}
    try:
        engine = create_engine(url, connect_args=settings, pool_size=1, max_overflow=4, pool_pre_ping=True)
    except ImportError as error:
        raise StoreTrouble("driver", place, str(error)) from None
    event.listen(engine, "connect", _begin_session)
    return engine


def _begin_session(connection: Any, _record: object) -> None:
    # What is set within a transaction is forgotten when that is rolled back.
    connection.autocommit = True
    with connection.cursor() as cursor:
        for setting in _SESSION:
            cursor.execute(setting)
    connection.autocommit = False
