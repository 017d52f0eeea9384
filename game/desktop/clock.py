"""The time of the window: one clock, which tests wind by hand."""

import time
from typing import Protocol


class Clock(Protocol):
    """Tells the time."""

    def now(self) -> float:
        """Return seconds that only grow; their start means nothing."""


class WallClock:
    """The machine's own monotonic clock; what it is set to by day makes no difference."""

    def now(self) -> float:
        """Return the seconds since some moment."""
        return time.monotonic()


class WoundClock:
    """A clock that stands still until it is wound on: the same plays give the same pictures."""

    def __init__(self, start: float = 1000.0) -> None:
        self.time = start

    def now(self) -> float:
        """Return the time it was wound to."""
        return self.time

    def wind(self, seconds: float) -> None:
        """Let so much time pass."""
        self.time += seconds
