"""Work beside the window: it is begun here, done in a thread, and heard of when it is done."""

import threading
from collections.abc import Callable
from typing import Any, Generic, Protocol, TypeVar

T = TypeVar("T")


class Errand(Generic[T]):
    """Something that is being worked out. `done` says that `result` or `trouble` is there."""

    def __init__(self, work: Callable[[], T]) -> None:
        self._work = work
        self.done = False
        self.result: T | None = None
        self.trouble: Exception | None = None

    def run(self) -> None:
        """Do the work; what it raises is kept as `trouble`."""
        try:
            self.result = self._work()
        except Exception as trouble:
            self.trouble = trouble
        self.done = True


class Errands(Protocol):
    """Has work done."""

    def send(self, work: Callable[[], T]) -> Errand[T]:
        """Have work done; return the errand at once."""


class Threads:
    """Has each errand done in a thread of its own, and nudges the window when it is done."""

    def __init__(self, nudge: Callable[[], object]) -> None:
        self._nudge = nudge

    def send(self, work: Callable[[], Any]) -> Errand[Any]:
        """Begin the work in a thread, which does not keep the game from ending."""
        errand = Errand(work)

        def go() -> None:
            errand.run()
            self._nudge()

        threading.Thread(target=go, daemon=True).start()
        return errand


class AtOnce:
    """Has each errand done at once: nothing is left to chance."""

    def send(self, work: Callable[[], Any]) -> Errand[Any]:
        """Do the work, and return it done."""
        errand = Errand(work)
        errand.run()
        return errand
