"""What it takes to pass: the least of each score and of the verdict."""

from typing import Any, Final

import msgspec
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

    @property
    def conditions(self) -> dict[str, Any]:
        """What is asked for, by name: scores with their least, and the verdict; not what every play has anyway."""
        written = msgspec.structs.asdict(self)
        return {name: least for name, least in written.items() if least not in (0, RANKS[0])}

    def passes(self, score: Score) -> bool:
        """Return whether a play with this score has passed."""
        enough = all(getattr(score, name) >= getattr(self, name) for name in SCORES)
        return enough and RANKS.index(score.verdict) >= RANKS.index(self.verdict)


MARK: Final = Passing(verdict="below")
"""The pass mark by itself, whatever the verdict: what a share of plays is told by where no course says what to ask."""
