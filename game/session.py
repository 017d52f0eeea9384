"""What a shell is given to play with: a shelf of scenarios, a notebook that keeps what happened, what was asked for."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final, Protocol

from game.course.attempt import Answers, Mode

if TYPE_CHECKING:
    from pathlib import Path

    from game.course.assignments import Assignment, Opening, State
    from game.course.roster import Member
    from game.course.tasks import Programme
    from game.engine import Play, Rulebook, Score
    from game.scenario import Scenario

__all__ = ["Answers", "Enrolled", "Entry", "Mode", "NotNow", "Notebook", "Past", "Session", "Unfinished"]

SEEDS: Final = 2**31
"""Seeds are drawn from 0 to this, exclusive."""


def drawn(asked: int | None) -> int:
    """Return the seed that is asked for, else one that is drawn."""
    return random.SystemRandom().randrange(SEEDS) if asked is None else asked


class Entry(Protocol):
    """A scenario on the shelf, with the bytes that it was read from and where they lie."""

    @property
    def scenario(self) -> "Scenario": ...

    @property
    def source(self) -> bytes: ...

    @property
    def path(self) -> str: ...


class Unfinished(Protocol):
    """An attempt that can be resumed; `left` is what is left of the beat's patience, in seconds. A talk of a room has
    `members`, and `hands` that were counted in its turns, or either."""

    @property
    def attempt(self) -> str: ...

    @property
    def entry(self) -> Entry: ...

    @property
    def persona(self) -> str | None: ...

    @property
    def mode(self) -> Mode: ...

    @property
    def seed(self) -> int: ...

    @property
    def trainee(self) -> str: ...

    @property
    def picks(self) -> tuple[str, ...]: ...

    @property
    def started(self) -> datetime: ...

    @property
    def left(self) -> float | None: ...

    @property
    def rulebook(self) -> "Rulebook": ...

    @property
    def members(self) -> tuple[str, ...]: ...

    @property
    def hands(self) -> Mapping[int, dict[str, int]]: ...


class Past(Protocol):
    """A talk that has come to its end, made again from its picks; `entry` is the scenario as it was then.

    `play` is only to be looked at; `milliseconds` is how long the trainee thought in all; `repeated` is how many of its
    first picks were taken over from an earlier talk.
    """

    @property
    def attempt(self) -> str: ...

    @property
    def entry(self) -> Entry: ...

    @property
    def play(self) -> "Play": ...

    @property
    def mode(self) -> Mode: ...

    @property
    def trainee(self) -> str: ...

    @property
    def started(self) -> datetime: ...

    @property
    def ended(self) -> datetime: ...

    @property
    def answers(self) -> Answers | None: ...

    @property
    def milliseconds(self) -> int: ...

    @property
    def members(self) -> tuple[str, ...]: ...

    @property
    def repeated(self) -> int: ...


class Notebook(Protocol):
    """Keeps attempts; what it was told is kept when a call returns. Its troubles pass through the shells."""

    trainee: str
    """Whose attempts are looked for; "" for everyone's."""

    def begin(
        self, entry: Any, persona: str | None, mode: Mode, language: str, seed: int, trainee: str,
        members: tuple[str, ...] = (),
    ) -> str:  # fmt: skip
        """Keep a new attempt at an entry of the session's library; return its id. `members` have it together."""

    def keep(self, attempt: str, turn: int, response: str, milliseconds: int, time_left: float | None = None) -> None:
        """Keep one pick, and what is left of the attempt's own time where that is limited."""

    def hands(self, attempt: str, turn: int, counts: Mapping[str, int]) -> None:
        """Keep how many hands there were for each response in a turn, in place of an earlier count."""

    def end(self, attempt: str, *, expired: bool = False) -> None:
        """Close an attempt that has come to its end; `expired`: because its time has run out."""

    def answer(self, attempt: str, turning_point: str, guess: int | None, next_time: str) -> None:
        """Keep the answers to the three questions."""

    def left(self, attempt: str, seconds: float | None, time_left: float | None = None) -> None:
        """Keep what is left of the running patience, and of the attempt's own time where that is limited."""

    def unfinished(self) -> Sequence[Unfinished]:
        """Return what can be resumed, newest first."""

    def abandon(self, attempt: str) -> None:
        """Put an attempt aside that will not be resumed."""

    def best(self, scenario: str) -> "Score | None":
        """Return the best score of a scenario so far."""

    def earlier(self, scenario: str) -> str | None:
        """Return the verdict of the trainee's last ended attempt at a scenario."""

    def past(self) -> Sequence[Past]:
        """Return the trainee's talks that have come to their end, newest first."""


class NotNow(Exception):
    """A task of a course that cannot be begun at this moment: `why` is the state that it is in by now.

    "unfinished": there is an attempt to finish first.
    """

    def __init__(self, why: "State") -> None:
        super().__init__(why)
        self.why: State = why


class Enrolled(Protocol):
    """A course as its trainee takes it; the session's notebook is the same trainee's.

    Whoever plays enters first. A task is begun through the notebook: `notebook.begin(assignment.task, persona, mode,
    language, seed, trainee)` keeps the attempt for the course, whatever `trainee` is, and raises `NotNow` where that
    may not be (any more). `take_up` goes on with an unfinished one. `limit` says how much time either has: it runs by
    the machine's own clock from the first words of the talk on, also while something else is looked at. What is left of
    it is given to the notebook with every `keep`, and at least every 5 s with `left`, also where no patience runs.

    When it has run out, even before the first words, the talk closes its play (`game.engine.close`), tells the notebook
    `end(attempt, expired=True)`, which knows the moment at which that was, and says so. After the three questions,
    answered or not, it calls `hand_in`. Everything may raise `StoreTrouble`. Nothing of a course can be put aside:
    `abandon` does nothing.
    """

    @property
    def programme(self) -> "Programme":
        """The course with its tasks; `programme.course` has its title, times, what counts and what it takes to pass."""

    @property
    def trainee(self) -> str:
        """The name of whoever has entered, to be shown; "" before that."""

    @property
    def member(self) -> "Member | None":
        """Whom the roster has for the trainee; None before entering, and in a course without a roster."""

    @property
    def times(self) -> float:
        """By how much the trainee's patience and minutes are multiplied, 1 to 5; minutes that are told have it in."""

    def pin_asked(self, who: str) -> bool:
        """Return whether this id of the roster needs a PIN."""

    def enter(self, who: str, pin: str = "") -> str:
        """Let a trainee in, by a name, or by the id of the roster, with the PIN where there is one.

        Return "" where they are in, else the key of the words that say why not: "course.enter.empty",
        "course.enter.unknown" (gap `who`), "course.enter.long" or "course.enter.pin".
        """

    def go_out(self) -> None:
        """Let the trainee out, so that somebody else may enter at this desk."""

    def assignments(self) -> "tuple[Assignment, ...]":
        """Return the tasks in order, each as it stands for this trainee now; `game.report.assigned` tells them."""

    def take_up(self, attempt: str) -> Unfinished | None:
        """Return an unfinished attempt to go on with now; None where its picks no longer fit."""

    def limit(self, attempt: str) -> float | None:
        """Return the seconds that an attempt has, from being begun or taken up on; None where it has no limit."""

    @property
    def tells_time(self) -> bool:
        """Whether the course limits the minutes. Else a limit comes from the closing time alone, and is told late: from
        `game.course.assignments.LATE` seconds before it."""

    def hand_in(self, attempt: str) -> "Path | None":
        """Write the signed file of an attempt that has ended, and return where it is; None where it cannot be written.

        What was not handed in, because the game was closed before, is when the trainee enters again.
        """

    def debrief(self, attempt: str) -> "Opening":
        """Return whether the debrief of an ended attempt may be seen, else when."""

    def past(self, attempt: str) -> Past | None:
        """Return an ended attempt whose debrief may be seen, to look back at; None where it may not be."""


@dataclass(frozen=True, slots=True)
class Session:
    """One sitting at the terminal or the window.

    `chosen`, `persona` and `mode` are None where the trainee is to be asked; `persona` "base" is the customer as
    written. `seed` None draws one. `notices` are told first. Only the terminal asks for `plain`, text without colours
    and frames, and `piped`: what is typed does not come from a terminal.

    A `room` plays together before a projector. In a `course` the library is its tasks, the notebook and the rulebook
    are the course's, and `trainee` is who is said to come: they enter with it, and are asked only for a PIN.
    """

    library: Sequence[Entry]
    notebook: Notebook
    language: str
    plain: bool
    rulebook: "Rulebook"
    chosen: Entry | None = None
    persona: str | None = None
    mode: Mode | None = None
    seed: int | None = None
    trainee: str = ""
    notices: tuple[str, ...] = ()
    piped: bool = False
    course: Enrolled | None = None
    room: bool = False

    def fresh_seed(self) -> int:
        """Return the seed for a new play, as `drawn` does."""
        return drawn(self.seed)
