"""The end of the play: whether the last words leave the customer with a result and a next step."""

from typing import Final

ENDS: Final = ("close-the-loop", "loop-left-open")
_CLOSING: Final = frozenset({"check-back", "next-step"})


def loop(last_tags: frozenset[str]) -> str:
    """Return the rule that the end of a play fires after a last response with these tags."""
    return ENDS[1] if _CLOSING.isdisjoint(last_tags) else ENDS[0]
