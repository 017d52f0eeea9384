"""The time for a whole attempt of a course, counted down by the machine's own clock."""

import time
from typing import Final

TOLD: Final = (300.0, 60.0)
"""With so many seconds left the trainee is told so, once each."""


class TimeLimit:
    """What is left of the time, which runs from now on: so many `seconds`, None where it has no limit.

    `late` is from how many seconds on anything is said of a limit; None: from the start.
    """

    def __init__(self, seconds: float | None, late: float | None = None) -> None:
        self.seconds = seconds
        self._ends = None if seconds is None else time.monotonic() + seconds
        self._late = late
        self._told = [] if seconds is None else [mark for mark in TOLD if mark < seconds]

    def left(self) -> float | None:
        """Return the seconds that are left, not below 0; None without a limit."""
        return None if self._ends is None else max(0.0, self._ends - time.monotonic())

    @property
    def over(self) -> bool:
        """Whether the time has run out."""
        return self.left() == 0

    @property
    def told_at_first(self) -> bool:
        """Whether the trainee is told at the start how much time there is."""
        return self.seconds is not None and (self._late is None or self.seconds <= self._late)

    def warns(self) -> bool:
        """Return True once for each mark that has been passed since it was last asked."""
        left = self.left()
        passed = [] if left is None else [mark for mark in self._told if left <= mark]
        self._told = [mark for mark in self._told if mark not in passed]
        return bool(passed) and not self.over
