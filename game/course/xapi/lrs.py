"""A learning record store, spoken to over HTTP as xAPI 1.0.3 has it: one request, one answer, and nothing raised."""

import base64
import json
import ssl
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future, wait
from typing import Any, Final, Literal, TypeVar
from urllib.parse import urlencode, urlsplit
from urllib.request import getproxies, proxy_bypass

import truststore
import urllib3
from msgspec import Struct
from urllib3.exceptions import HTTPError, SSLError

VERSION: Final = "1.0.3"
CONNECTING: Final = 10.0
ANSWERING: Final = 60.0
"""So many seconds a server has to take up the connection, and to answer in all."""
LARGEST: Final = 1 << 20
"""More of an answer is not read."""
LONGEST: Final = 300
"""So much of what a server says about a fault is kept."""
_LOOK: Final = 0.1
_LOCAL: Final = ("localhost", "127.0.0.1", "::1")
_T = TypeVar("_T")

Kind = Literal[
    "taken", "refused", "conflict", "too-large", "denied", "no-store", "moved", "certificate", "busy", "away"
]
"""What came of a request: acknowledged; not accepted as it is; another statement has the id; more than the server takes
at once; not let in; nothing there that speaks xAPI; somewhere else; not who it says it is; not now; not reached."""
_KINDS: Final[dict[int, Kind]] = {
    204: "taken",
    400: "refused",
    401: "denied",
    403: "denied",
    404: "no-store",
    405: "no-store",
    408: "busy",
    409: "conflict",
    410: "no-store",
    413: "too-large",
    425: "busy",
    429: "busy",
}


class Answer(Struct, frozen=True):
    """What came of a request. `detail` is what the server or the network said, `later` after how many seconds to ask
    again where the server has said so."""

    kind: Kind
    detail: str = ""
    later: float | None = None


class _Reply(Struct, frozen=True):
    status: int
    body: bytes
    headers: dict[str, str]


def endpoint(url: str) -> str | None:
    """Return the address to which statements are sent, None for a text that is no address on the web.

    `…/xAPI`, `…/xAPI/` and `…/xAPI/statements` are the same. Names and passwords do not belong into it: None too.
    """
    try:
        parts = urlsplit(url.strip())
        known = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
    except ValueError:
        return None
    if not known or parts.username is not None or parts.query or parts.fragment or " " in parts.netloc:
        return None
    path = parts.path.rstrip("/")
    path = path if path.endswith("/statements") else f"{path}/statements"
    return f"{parts.scheme}://{parts.netloc.lower()}{path}"


def is_open(url: str) -> bool:
    """Return whether what is sent to an address can be read on the way: without encryption, to another machine."""
    parts = urlsplit(url)
    return parts.scheme != "https" and parts.hostname not in _LOCAL


class RecordStore:
    """One server at an `endpoint`; with a user, as that user."""

    def __init__(self, url: str, user: str | None = None, password: str = "", answering: float = ANSWERING) -> None:
        self.url = url
        self._answering = answering
        self._headers = {"X-Experience-API-Version": VERSION, "User-Agent": "Yuqi", "Accept": "application/json"}
        if user is not None:
            pair = base64.b64encode(f"{user}:{password}".encode(errors="surrogateescape")).decode("ascii")
            self._headers["Authorization"] = f"Basic {pair}"
        self._pool = _pool(url, answering)

    def post(self, bodies: Sequence[bytes]) -> Answer:
        """Send statements, all of them or none; return what came of it."""
        sent = b"[" + b",".join(bodies) + b"]"
        reply = self._asked("POST", self.url, sent)
        return reply if isinstance(reply, Answer) else _answer(reply)

    def get(self, statement: str) -> Any:
        """Return the statement that the server has under an id, None where it does not give one."""
        query = urlencode({"statementId": statement})
        reply = self._asked("GET", f"{self.url}?{query}", None)
        if isinstance(reply, Answer) or reply.status != 200:
            return None
        document = _json(reply.body)
        several = document.get("statements") if isinstance(document, dict) else None
        return several[0] if isinstance(several, list) and len(several) == 1 else document

    def _asked(self, method: str, url: str, body: bytes | None) -> _Reply | Answer:
        headers = self._headers if body is None else {**self._headers, "Content-Type": "application/json"}

        def ask() -> _Reply:
            with self._pool.request(
                method, url, body=body, headers=headers, redirect=False, retries=False, preload_content=False
            ) as reply:
                return _Reply(reply.status, reply.read(LARGEST, decode_content=True), dict(reply.headers))

        try:
            return _waited_for(ask, self._answering + CONNECTING)
        except SSLError as error:
            return Answer("certificate", _short(error))
        except (HTTPError, OSError, ValueError) as error:
            return Answer("away", _short(error))


def _pool(url: str, answering: float) -> urllib3.PoolManager:
    """Return connections to a server: through the system's proxy if there is one, trusting whom the system trusts."""
    settings: dict[str, Any] = {
        "num_pools": 1,
        "maxsize": 1,
        "timeout": urllib3.Timeout(connect=CONNECTING, read=answering),
        "ssl_context": truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT),
    }
    parts = urlsplit(url)
    proxy = getproxies().get(parts.scheme)
    if proxy and parts.hostname not in _LOCAL and not proxy_bypass(parts.netloc):
        return urllib3.ProxyManager(proxy if "://" in proxy else f"http://{proxy}", **settings)
    return urllib3.PoolManager(**settings)


def _waited_for(work: Callable[[], _T], most: float) -> _T:
    """Return what the work returns, or raise what it raises; OSError where it takes longer than so many seconds.

    It is done in a thread: neither the look-up of a name nor a read of Windows can be broken off by Ctrl-C.
    """
    future: Future[_T] = Future()

    def do() -> None:
        try:
            future.set_result(work())
        except BaseException as error:
            future.set_exception(error)

    threading.Thread(target=do, daemon=True).start()
    end = time.monotonic() + most
    while not future.done():
        if time.monotonic() >= end:
            raise TimeoutError(f"no answer in {most:.0f} s")
        wait((future,), timeout=_LOOK)
    return future.result()


def _answer(reply: _Reply) -> Answer:
    """Return what a server's reply to statements means."""
    said = _said(reply.body)
    if reply.status == 200:
        # A page that lets people into a wireless network answers everything with 200.
        ids = _json(reply.body)
        return Answer("taken") if isinstance(ids, list) else Answer("no-store", said)
    if 300 <= reply.status < 400:
        return Answer("moved", reply.headers.get("Location", reply.headers.get("location", "")))
    kind = _KINDS.get(reply.status, "busy" if reply.status >= 500 else "refused")
    return Answer(kind, f"{reply.status} {said}".strip(), _later(reply.headers))


def _later(headers: dict[str, str]) -> float | None:
    told = next((value for name, value in headers.items() if name.lower() == "retry-after"), "")
    return float(told) if told.isascii() and told.isdigit() else None


def _json(body: bytes) -> Any:
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        return None


def _said(body: bytes) -> str:
    """Return what a server says about a fault, in one line of bounded length."""
    document = _json(body)
    if isinstance(document, dict):
        document = next((document[key] for key in ("detail", "message", "error") if key in document), document)
    text = document if isinstance(document, str) else json.dumps(document, ensure_ascii=False) if document else ""
    return _short(text or body.decode("utf-8", "replace"))


def _short(text: object) -> str:
    line = " ".join("".join(char if char.isprintable() else " " for char in str(text)).split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"
