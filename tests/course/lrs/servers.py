"""Servers to send to: Ralph, which can be made to fall down at its work, and one that follows a script."""

import json
import socket
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread
from typing import Any

from tests.course.lrs.tools import HERE, ralph

USER, PASSWORD = "desk", "pea: nut"


class Ralph:
    """A real Ralph 5.1 with a file as its memory. Down at first."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "fs_lrs.jsonl"
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}/xAPI"
        self.starts = 0
        command: list[str | Path] = [ralph(), HERE / "ralph_server.py", folder, USER, PASSWORD]
        self._program = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self._hear("loaded")

    def up(self, point: int = 0) -> None:
        """Start it anew, to be killed at the so-manieth point of its writing; 0: it stays."""
        self.starts += 1
        self._say(f"up {self.port} {point}")
        self._hear("ready")

    def down(self) -> None:
        """Kill it."""
        self._say("down")
        self._hear("dead")

    def close(self) -> None:
        """Kill it for good."""
        assert self._program.stdin is not None
        assert self._program.stdout is not None
        self._program.stdin.close()
        self._program.wait()
        self._program.stdout.close()

    def stored(self) -> list[dict[str, Any]]:
        """All statements in its memory, as often as they stand there."""
        if not self.file.exists():
            return []
        return [json.loads(line) for line in self.file.read_text(encoding="utf-8").splitlines()]

    def _say(self, command: str) -> None:
        assert self._program.stdin is not None
        print(command, file=self._program.stdin, flush=True)

    def _hear(self, word: str) -> None:
        assert self._program.stdout is not None
        assert self._program.stdout.readline().strip() == word


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


Reply = tuple[int, dict[str, str], bytes]
Script = Callable[[str, Any], Reply | None]
"""What is answered to a path and the document that came with it; None: nothing, until the server is closed."""


class Scripted:
    """A server that answers as it is told; `heard` is what it was asked, `heads` with which headers."""

    def __init__(self, script: Script) -> None:
        self.script = script
        self.heard: list[Any] = []
        self.heads: list[dict[str, str]] = []
        self.closing = Event()
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self.url = f"http://127.0.0.1:{self.server.server_port}/xAPI"

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                self.answer(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))

            def do_GET(self) -> None:
                self.answer(None)

            def answer(self, document: Any) -> None:
                outer.heard.append(document)
                outer.heads.append(dict(self.headers))
                reply = outer.script(self.path, document)
                if reply is None:
                    outer.closing.wait()
                    return
                status, headers, body = reply
                self.send_response(status)
                for name, value in {**headers, "Content-Length": str(len(body))}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: Any) -> None:
                """Say nothing."""

        return Handler


@contextmanager
def scripted(script: Script) -> Iterator[Scripted]:
    """A server that answers by a script, while the block lasts."""
    served = Scripted(script)
    thread = Thread(target=served.server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield served
    finally:
        served.closing.set()
        served.server.shutdown()
        thread.join()
        served.server.server_close()
