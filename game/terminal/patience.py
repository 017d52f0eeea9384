"""The customer's patience at one beat, counted down by the clock from when all words are on screen."""

import time
from typing import Final

HURRY: Final = 10.0
"""With so many seconds left the trainee is told so, once."""


class Patience:
    """What is left of so many `seconds`, of which `left` are left at the start."""

    def __init__(self, seconds: float, left: float) -> None:
        self.spent = seconds - left
        self._ends = time.monotonic() + left
        self._warned = left <= HURRY

    def left(self) -> float:
        """Return the seconds that are left, not below 0."""
        return max(0.0, self._ends - time.monotonic())

    def hurries(self) -> bool:
        """Return True once, when little is left."""
        if self._warned or self.left() > HURRY:
            return False
        self._warned = True
        return True
