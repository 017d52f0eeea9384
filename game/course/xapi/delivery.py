"""The delivery of statements: in batches, again and again until the server has acknowledged each one or refuses it."""

import json
import time
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any, Final, Protocol

from msgspec import Struct

from game.course.xapi.lrs import Answer
from game.course.xapi.outbox import Letter, Outbox

AT_ONCE: Final = 50
BYTES_AT_ONCE: Final = 1 << 20
"""So many statements, and so many bytes, go out in one request: servers take at least that."""
PAUSES: Final = (1.0, 3.0, 9.0)
"""So many seconds pass before a server that is away or busy is asked again, within one run."""
LONGEST_PAUSE: Final = 60.0
"""A server that wants to be left alone for longer is left alone altogether until the next run."""
HOPELESS: Final = 10
"""After so many refusals and not one acceptance it is not the statements that are wrong."""
_SPLIT: Final = ("refused", "conflict", "too-large")
_AGAIN: Final = ("away", "busy")


class Server(Protocol):
    """What takes statements: a learning record store."""

    def post(self, bodies: Sequence[bytes]) -> Answer:
        """Take statements, all of them or none."""

    def get(self, statement: str) -> Any:
        """Give the statement of an id, None where there is none."""


class Delivered(Struct, frozen=True):
    """What a delivery has come to: how many were acknowledged, and why it stopped; None where it came to its end."""

    taken: int
    stopped: Answer | None


class Delivery:
    """One run to one server. `tell` hears how many have been acknowledged so far; `wait` lets seconds pass."""

    def __init__(
        self,
        outbox: Outbox,
        server: Server,
        tell: Callable[[int], None] = lambda taken: None,
        wait: Callable[[float], None] = time.sleep,
    ) -> None:
        self._outbox, self._server, self._tell, self._wait = outbox, server, tell, wait
        self._taken, self._refused = 0, 0

    def run(self) -> Delivered:
        """Send all that is waiting; return what all runs so far have come to. What is not acknowledged stays."""
        stopped = None
        while stopped is None and (letters := self._outbox.waiting(AT_ONCE, BYTES_AT_ONCE)):
            stopped = self._send(letters)
        return Delivered(self._taken, stopped)

    def _send(self, letters: Sequence[Letter]) -> Answer | None:
        """Send some statements, in halves where the server does not take them together; return why it is of no use."""
        answer = self._posted(letters)
        if answer.kind == "taken":
            self._acknowledged(letters)
            return None
        if answer.kind not in _SPLIT:
            return answer
        if len(letters) == 1:
            return self._single(letters[0], answer)
        half = len(letters) // 2
        return self._send(letters[:half]) or self._send(letters[half:])

    def _posted(self, letters: Sequence[Letter]) -> Answer:
        """Send some statements, again after a while where the server is away or busy; return the last answer."""
        bodies = [letter.raw for letter in letters]
        answer = self._server.post(bodies)
        for pause in PAUSES:
            wanted = max(pause, answer.later or 0.0)
            if answer.kind not in _AGAIN or wanted > LONGEST_PAUSE:
                break
            self._wait(wanted)
            answer = self._server.post(bodies)
        return answer

    def _single(self, letter: Letter, answer: Answer) -> Answer | None:
        """Decide about one statement that was not taken: it is there already, or it is put aside."""
        if answer.kind == "conflict" and same(json.loads(letter.raw), self._server.get(letter.statement)):
            self._acknowledged([letter])
            return None
        self._outbox.aside(letter, answer.detail)
        self._refused += 1
        return answer if self._refused >= HOPELESS and not self._taken else None

    def _acknowledged(self, letters: Sequence[Letter]) -> None:
        self._outbox.delivered(letters)
        self._taken += len(letters)
        self._tell(self._taken)


def same(ours: Any, theirs: Any) -> bool:
    """Return whether two statements say the same, as xAPI 1.0.3 compares them.

    What a server adds or may word anew plays no part: who vouches for a statement, when it was stored, its version, and
    how verbs and activities are described.
    """
    return isinstance(theirs, dict) and _core(ours) == _core(theirs)


def _core(statement: dict[str, Any]) -> Any:
    kept = ("id", "actor", "verb", "object", "result", "context")
    core = {name: _bare(statement[name]) for name in kept if name in statement}
    return {**core, "timestamp": _instant(statement.get("timestamp"))}


def _bare(value: Any) -> Any:
    """Return a part of a statement without what only describes it."""
    if isinstance(value, list):
        return [_bare(one) for one in value]
    if isinstance(value, dict):
        words = {"definition", "display"} | (
            {"objectType"} if value.get("objectType") in ("Activity", "Agent") else set()
        )
        return {name: _bare(one) for name, one in value.items() if name not in words}
    return value


def _instant(written: Any) -> Any:
    try:
        return datetime.fromisoformat(written)
    except (TypeError, ValueError):
        return written
