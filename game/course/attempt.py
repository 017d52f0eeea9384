"""One attempt as it is kept: what happened, from which everything else is computed (DESIGN 7)."""

from dataclasses import dataclass
from datetime import datetime
from itertools import takewhile
from typing import Literal

Mode = Literal["practice", "exam"]


@dataclass(frozen=True, slots=True)
class Pick:
    """One choice: the turn (from 1), the id of the response, and how long the trainee thought."""

    turn: int
    response: str
    milliseconds: int


@dataclass(frozen=True, slots=True)
class Answers:
    """What the trainee said before the debrief: where it turned, the score guessed (0-100), what to say next time.

    What was skipped is empty, or None.
    """

    turning_point: str = ""
    guess: int | None = None
    next_time: str = ""

    @property
    def skipped(self) -> bool:
        """Whether nothing was answered."""
        return self == Answers()


@dataclass(frozen=True, slots=True)
class Attempt:
    """One run through a scenario, as it was; times are aware and UTC, an unfinished attempt has no `ended`.

    `left` is what is left, in seconds, of the patience that was running when the trainee went away; None if none was.
    `abandoned` tells an attempt that the trainee chose not to resume from one that came to its end.
    `rulebook_sha256` names the bytes of the overlay it was played by; None is the standard rulebook alone.
    """

    id: str
    scenario: str
    sha256: str
    rulebook: str
    rulebook_version: int
    persona: str | None
    mode: Mode
    language: str
    seed: int
    trainee: str
    started: datetime
    ended: datetime | None
    picks: tuple[Pick, ...]
    answers: Answers | None
    left: float | None = None
    abandoned: bool = False
    rulebook_sha256: str | None = None

    @property
    def repeated(self) -> int:
        """How many of the first picks were taken over from an earlier talk: they, and no other, took no time."""
        taken = sum(1 for _ in takewhile(lambda pick: not pick.milliseconds, self.picks))
        return taken if taken < len(self.picks) else 0
