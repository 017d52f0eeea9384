"""Which rules speak for what a trainee said, and which against it: what the debrief can explain a loss by."""

from typing import Final

from game.engine.rules import RULES

FOR: Final = frozenset(
    {
        "specific-empathy",
        "paraphrase-first",
        "ask-first",
        "name-the-need",
        "own-the-failure",
        "update-before-asked",
        "give-a-when",
        "promise-kept",
        "honest-framing",
        "recap",
        "salient-surprise",
        "close-the-loop",
    }
)
"""The rules that say that something was done well."""
LATE: Final = frozenset({"promise-forgotten"})
"""The rules that speak of an earlier turn than the one they fire at."""
AGAINST: Final = frozenset(RULES) - FOR - LATE
"""The rules that say that something was lacking or hurt."""
CLOSING: Final = frozenset({"loop-left-open"})
"""The rules that speak of how the talk was ended, whatever was said before."""
