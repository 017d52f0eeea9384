"""How likely it is to pass by chance."""

from typing import Final

from game.proof.evidence import Evidence

MOST: Final = 0.10
"""The most that a uniformly random player may pass with: above it, a mark says little about who earned it."""
ANYONE: Final = 1 / 3
"""Where every third play at random passes, that some player without a thought passes as well is no news."""


def chance(seen: Evidence) -> float:
    """Return how likely random play passes, 0 to 1; not known exactly, it surely is so likely (95 %)."""
    return seen.proof.passing.interval[0]


def within(once: float, allowed: int | None, counts: str) -> float | None:
    """Return how likely random play passes a customer in all its attempts, from how likely it does in one, 0 to 1.

    `allowed` None is any number. None where that does not follow: of an average it depends on more than on passing.
    """
    if counts in ("first", "last") or allowed == 1:
        return once
    if counts == "average":
        return None
    if allowed is None:
        return 1.0 if once else 0.0
    return float(1 - (1 - once) ** allowed)


def anyone(seen: Evidence) -> bool:
    """Return whether random play passes so often that nearly anyone does."""
    return chance(seen) >= ANYONE
