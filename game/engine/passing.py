"""What it takes to pass: the least of each score and of the verdict."""

from typing import Final

from msgspec import Struct

from game.engine.scores import Score, Verdict

RANKS: Final[tuple[Verdict, ...]] = ("below", "acceptable", "met", "exceeded")
"""The verdicts, the worst first."""
SCORES: Final = ("overall", "set", "meet", "exceed", "empathy", "nvc", "satisfaction")


class Passing(Struct, frozen=True):
    """The least of every score, each 0 to 100, and of the verdict; all of them have to be reached."""

    overall: int = 65
    verdict: Verdict = "met"
    set: int = 0
    meet: int = 0
    exceed: int = 0
    empathy: int = 0
    nvc: int = 0
    satisfaction: int = 0

    def passes(self, score: Score) -> bool:
        """Return whether a play with this score has passed."""
        enough = all(getattr(score, name) >= getattr(self, name) for name in SCORES)
        return enough and RANKS.index(score.verdict) >= RANKS.index(self.verdict)
