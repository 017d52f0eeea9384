"""A real Ralph learning record store that falls down and gets up again on command. Runs in an environment of its own.

Reads one command a line: `up PORT POINT` starts Ralph on a port, in the place of the one before, to kill itself
(SIGKILL) at the so-manieth point of its writing, 0 for never; `down` kills it. Says `ready` once it answers, `dead`
once it is gone. Ralph is loaded once and forked for each start, so that many falls take little time.

Ralph's file-system backend wants three things to be put right. It writes with CREATE, which refuses the second request
of its life: APPEND is what a store needs. It notes every reading in a file that it reads and writes whole. And what was
cut off by a kill stays in its file as half a line, over which it stumbles ever after: a file system with a journal, or
any database, would have rolled that back, and so does this when it starts.
"""

# mypy: ignore-errors
# What it imports is not in the environment that types are checked in.

import asyncio
import json
import os
import signal
import sys
from pathlib import Path

FOLDER, USER, PASSWORD = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
FILE = "fs_lrs.jsonl"
os.environ |= {
    "RALPH_APP_DIR": str(FOLDER),
    "RALPH_AUTH_FILE": str(FOLDER / "auth.json"),
    "RALPH_HISTORY_FILE": str(FOLDER / "history.json"),
    "RALPH_RUNSERVER_BACKEND": "fs",
    "RALPH_BACKENDS__LRS__FS__DEFAULT_DIRECTORY_PATH": str(FOLDER),
    "RALPH_BACKENDS__LRS__FS__DEFAULT_LRS_FILE": FILE,
}
FOLDER.mkdir(parents=True, exist_ok=True)
os.chdir(FOLDER)  # Ralph reads a file `.env` where it is started

import bcrypt  # noqa: E402  the settings above have to be there before
import uvicorn  # noqa: E402
from ralph.backends.data.base import BaseOperationType  # noqa: E402
from ralph.backends.lrs.fs import FSLRSBackend  # noqa: E402


class Falls:
    """So many points of writing are still to be reached before this process kills itself; below 1, it never does."""

    left = 0


def point() -> None:
    """Fall down if this is the point to do so."""
    Falls.left -= 1
    if Falls.left == 0:
        os.kill(os.getpid(), signal.SIGKILL)


def write_bytes(backend, data, target, chunk_size, ignore_errors, operation_type):
    """Append every line in two halves, any of which may be the last."""
    assert operation_type is BaseOperationType.APPEND, operation_type
    point()
    with (backend.default_directory / target).open("ab", buffering=0) as file:
        for line in data:
            half = len(line) // 2
            for part in (line[:half], line[half:]):
                file.write(part)
                point()
    return 1


def repair() -> None:
    """Cut off what a kill has left of a line."""
    path = FOLDER / FILE
    if path.exists():
        whole = path.read_bytes()
        path.write_bytes(whole[: whole.rfind(b"\n") + 1])


class Announced(uvicorn.Server):
    """A server that says when it answers."""

    async def startup(self, sockets=None):
        await super().startup(sockets)
        print("ready", flush=True)


def serve(port: int) -> None:
    from ralph.api import app

    config = uvicorn.Config(app, host="127.0.0.1", port=port, log_level="error", access_log=False, lifespan="off")
    asyncio.run(Announced(config).serve())


def main() -> None:
    hashed = bcrypt.hashpw(PASSWORD.encode(), bcrypt.gensalt(rounds=4)).decode()
    who = {"username": USER, "hash": hashed, "scopes": ["all"], "agent": {"mbox": "mailto:desk@yuqi.example"}}
    (FOLDER / "auth.json").write_text(json.dumps([who]), encoding="utf-8")
    FSLRSBackend.default_operation_type = BaseOperationType.APPEND
    FSLRSBackend._write_bytes = write_bytes
    FSLRSBackend.append_to_history = lambda backend, event: None
    import ralph.api  # noqa: F401  loaded before forking

    print("loaded", flush=True)
    child = 0
    for line in sys.stdin:
        command, *numbers = line.split()
        child = gone(child)
        if command == "up":
            child = up(*map(int, numbers))
        else:
            print("dead", flush=True)
    gone(child)


def gone(child: int) -> int:
    """Kill a server, if it has not done so itself."""
    if child:
        os.kill(child, signal.SIGKILL)  # one that is dead already is still there to be waited for
        os.waitpid(child, 0)
    return 0


def up(port: int, at: int) -> int:
    """Start the server; return its process."""
    repair()
    Falls.left = at
    child = os.fork()
    if child == 0:
        serve(port)
        os._exit(0)
    return child


main()
