"""What a shell is given to play with: a shelf of scenarios, a notebook that keeps what happened, what was asked for."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final, Protocol

from game.course.attempt import Answers, Mode

if TYPE_CHECKING:
    from game.engine import Play, Rulebook, Score
    from game.scenario import Scenario

__all__ = ["Answers", "Entry", "Mode", "Notebook", "Past", "Session", "Unfinished"]

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
    """An attempt that can be resumed; `left` is what is left of the beat's patience, in seconds."""

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
    def repeated(self) -> int: ...


class Notebook(Protocol):
    """Keeps attempts; what it was told is kept when a call returns. Its troubles pass through the shells."""

    trainee: str
    """Whose attempts are looked for; "" for everyone's."""

    def begin(self, entry: Any, persona: str | None, mode: Mode, language: str, seed: int, trainee: str) -> str:
        """Keep a new attempt at an entry of the session's library; return its id."""

    def keep(self, attempt: str, turn: int, response: str, milliseconds: int) -> None:
        """Keep one pick."""

    def end(self, attempt: str) -> None:
        """Close an attempt that has come to its end."""

    def answer(self, attempt: str, turning_point: str, guess: int | None, next_time: str) -> None:
        """Keep the answers to the three questions."""

    def left(self, attempt: str, seconds: float | None) -> None:
        """Keep what is left of the running patience."""

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


@dataclass(frozen=True, slots=True)
class Session:
    """One sitting at the terminal or the window.

    `chosen`, `persona` and `mode` are None where the trainee is to be asked; `persona` "base" is the customer as
    written. `seed` None draws one. `notices` are told first. Only the terminal asks for `plain`, text without colours
    and frames, and `piped`: what is typed does not come from a terminal.
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

    def fresh_seed(self) -> int:
        """Return the seed for a new play, as `drawn` does."""
        return drawn(self.seed)
