"""One attempt as it is kept: what happened, from which everything else is computed (DESIGN 7)."""

from dataclasses import dataclass
from datetime import datetime
from itertools import takewhile
from typing import Final, Literal

GUESSES: Final = range(101)
"""The scores that a trainee may guess."""

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
class Hands:
    """How many hands a class showed for each response of a turn (from 1), in the order in which they were counted."""

    turn: int
    counts: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Enrolment:
    """The task of a course that an attempt is begun for: the course's id, its file's bytes, the task's key.

    `seconds` is the attempt's own time limit; None where it has none.
    """

    course: str
    source: bytes
    task: str
    seconds: float | None


@dataclass(frozen=True, slots=True)
class Attempt:
    """One run through a scenario, as it was; times are aware and UTC, an unfinished attempt has no `ended`.

    `left` is what is left, in seconds, of the patience that was running when the trainee went away; None if none was.
    `abandoned` tells an attempt that the trainee chose not to resume from one that came to its end.
    `rulebook_sha256` names the bytes of the overlay it was played by; None is the standard rulebook alone.

    In a course: its id, the hash of its file as it was then, and the `task`, "phase/scenario/persona" ("base" for the
    customer as written, "*" where the trainee chooses). `time_left` is what is left of the attempt's own time limit in
    seconds, None without one; an `expired` attempt was closed because that time ran out, in the middle of the talk.
    A group's attempt has the group's name as `trainee` and its people as `members`. `signer` is the public key, in hex,
    that signed an attempt which came from another desk, `imported` when it came; both None: it was played here.
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
    course: str | None = None
    course_sha256: str | None = None
    task: str = ""
    time_left: float | None = None
    expired: bool = False
    members: tuple[str, ...] = ()
    hands: tuple[Hands, ...] = ()
    signer: str | None = None
    imported: datetime | None = None

    @property
    def order(self) -> tuple[datetime, str]:
        """By what attempts are put in order: when they were begun; of two at once, by their ids."""
        return self.started, self.id

    @property
    def phase(self) -> str:
        """The id of the course's phase that the attempt belongs to; "" outside a course."""
        return self.task.partition("/")[0]

    @property
    def repeated(self) -> int:
        """How many of the first picks were taken over from an earlier talk: they, and no other, took no time."""
        taken = sum(1 for _ in takewhile(lambda pick: not pick.milliseconds, self.picks))
        return taken if taken < len(self.picks) else 0
