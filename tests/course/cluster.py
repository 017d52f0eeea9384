"""A real PostgreSQL server of the tests' own, run by an ordinary user in a temporary folder, without a network port."""

import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Final
from urllib.parse import quote

import psycopg

OWNER: Final = "yuqi"
PASSWORD: Final = "p@ß/wörd:1"  # whatever has to be written in another way in an address is in it
_PLACES: Final = ("/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin", "/opt/homebrew/opt/postgresql*/bin")


class NoServer(Exception):
    """Why no server can be had here."""


class Cluster:
    """A server that runs until it is taken away; a store on it has a schema of its own, which costs next to nothing."""

    def __init__(self) -> None:
        self._tools = _tools()
        self._user = _ordinary_user()
        self.folder = Path(tempfile.mkdtemp(prefix="yuqi-pg-"))
        self._running = False
        self._schemas = 0
        self._handed_over(self.folder)
        try:
            self._initialise()
            self.run()
        except BaseException:
            shutil.rmtree(self.folder, ignore_errors=True)
            raise

    def _initialise(self) -> None:
        secret = self.folder / "secret"
        secret.write_text(PASSWORD, encoding="utf-8")
        self._handed_over(secret)
        self._ran(
            "initdb", "-D", self._data, "-U", OWNER, f"--pwfile={secret}", "-A", "scram-sha-256", "-E", "UTF8",
            "--locale=C", "--no-sync",
        )  # fmt: skip

    @property
    def _data(self) -> str:
        return str(self.folder / "data")

    def run(self) -> None:
        """Start the server if it does not run; this returns when it answers."""
        if self._running:
            return
        # A server may be set to acknowledge what is not written yet: the store must not rely on it. What a disk does
        # when the current fails is not tried here, so nothing waits for the disk.
        careless = "-c synchronous_commit=off -c wal_writer_delay=10s -c fsync=off -c full_page_writes=off"
        settings = f"-k '{self.folder}' -c listen_addresses= -c shared_buffers=16MB {careless}"
        log = str(self.folder / "log")
        self._ran("pg_ctl", "-D", self._data, "-l", log, "-w", "-t", "60", "-o", settings, "start")
        self._running = True

    def stop(self, how: str = "fast") -> None:
        """Stop the server: in order ("fast"), or as if it had crashed ("immediate")."""
        self._ran("pg_ctl", "-D", self._data, "-m", how, "-w", "stop")
        self._running = False

    def remove(self) -> None:
        """Take the server away."""
        if self._running:
            self.stop("immediate")
        shutil.rmtree(self.folder, ignore_errors=True)

    def _ran(self, tool: str, *arguments: str) -> None:
        # Its output goes nowhere: a server that inherits a pipe would keep whoever reads it waiting.
        done = subprocess.run(
            [self._tools / tool, *arguments],
            check=False,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=self.folder,
            user=self._user,
            group=self._group,
            extra_groups=[] if self._user else None,
        )
        if done.returncode:
            log = self.folder / "log"
            said = log.read_text(errors="replace")[-500:] if log.exists() else ""
            raise NoServer(f"{tool} of PostgreSQL does not work here: {said}")

    @property
    def _group(self) -> int | None:
        import pwd

        return pwd.getpwnam(self._user).pw_gid if self._user else None

    def _handed_over(self, path: Path) -> None:
        if self._user:
            shutil.chown(path, self._user)

    def schema(self) -> str:
        """Make an empty schema for one store and give its name."""
        self._schemas += 1
        name = f"desk_{self._schemas}"
        self.asked(f"CREATE SCHEMA {name}")
        return name

    def address(self, schema: str = "", *, user: str = OWNER, password: str = PASSWORD, base: str = "postgres") -> str:
        """Give the address of a store, as a person would write it into YUQI_STORE."""
        place = f"postgresql+psycopg://{quote(user)}:{quote(password, safe='')}@/{base}?host={quote(str(self.folder))}"
        return f"{place}&options=-csearch_path%3D{schema}" if schema else place

    def asked(self, *statements: str) -> list[tuple[object, ...]]:
        """Do what the statements say behind the store's back, each on its own, and give the rows of the last."""
        with psycopg.connect(
            host=str(self.folder), user=OWNER, password=PASSWORD, dbname="postgres", autocommit=True
        ) as connection:
            cursor = connection.cursor()
            for statement in statements:
                cursor.execute(statement.encode())
            return cursor.fetchall() if cursor.description else []


def _tools() -> Path:
    """Give the folder of the newest server's tools."""
    if os.name == "nt":
        raise NoServer("the tests start PostgreSQL only where it can listen on a socket in a folder")
    found = [folder for place in _PLACES for folder in Path("/").glob(place[1:]) if (folder / "initdb").exists()]
    on_path = shutil.which("initdb")
    if not found and on_path:
        found = [Path(on_path).resolve().parent]
    if not found:
        raise NoServer("PostgreSQL's initdb is not on this machine")
    return max(found, key=lambda folder: [int(digits) for digits in re.findall(r"\d+", str(folder))])


def _ordinary_user() -> str | None:
    """Give the user to run the server as, where root runs the tests, for whom PostgreSQL does not work."""
    if os.geteuid() != 0:
        return None
    import pwd

    known = {entry.pw_name for entry in pwd.getpwall()}
    for name in ("postgres", "nobody"):
        if name in known:
            return name
    raise NoServer("no user but root is on this machine")
