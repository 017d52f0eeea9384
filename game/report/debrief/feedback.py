"""What is said about a pick, as frozen values in one language: what changed, the rules that fired, their lessons."""

from dataclasses import dataclass
from typing import Literal

from game.engine import Rule
from game.scenario.words import Component

Tone = Literal["good", "bad", "plain"]
"""Whether something speaks for what was done, against it, or neither."""


@dataclass(frozen=True, slots=True)
class Remark:
    """A rule that fired: its number among the turn's, from 1, its name, and the line on what it did here."""

    number: int
    rule: str
    name: str
    tone: Tone
    line: str


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a zone before and after a turn, 0 to 10."""

    before: int
    after: int

    @property
    def moved(self) -> bool:
        """Whether it is another than before."""
        return self.before != self.after


@dataclass(frozen=True, slots=True)
class ZoneMove:
    """A component whose zone or dot moved. `moves` tells what did in signs (5 → 6), `told` in words."""

    component: Component
    label: str
    perceived: Level
    adequate: Level
    desired: Level
    moves: str
    told: str


@dataclass(frozen=True, slots=True)
class NumberMove:
    """A number out of `top` that moved: heat, empathy, nvc or the id of a meter. `hot` says that more is worse."""

    name: str
    label: str
    before: int
    after: int
    top: int
    hot: bool
    moves: str
    told: str


@dataclass(frozen=True, slots=True)
class News:
    """What else is another than before: set points, the need that was named, a fact, a promise."""

    kind: Literal["set", "need", "fact", "promise"]
    tone: Tone
    text: str


@dataclass(frozen=True, slots=True)
class Changes:
    """What a turn changed, and only that; `nothing` says so where it is all empty."""

    zones: tuple[ZoneMove, ...]
    numbers: tuple[NumberMove, ...]
    news: tuple[News, ...]
    nothing: str

    def __bool__(self) -> bool:
        return bool(self.zones or self.numbers or self.news)


@dataclass(frozen=True, slots=True)
class RuleCount:
    """A rule of the play with its name and how often it fired."""

    rule: Rule
    name: str
    tone: Tone
    count: int


@dataclass(frozen=True, slots=True)
class Lesson:
    """The card of a rule: name, `parts` as (title, text), and the source."""

    rule: str
    name: str
    parts: tuple[tuple[str, str], ...]
    source: str
