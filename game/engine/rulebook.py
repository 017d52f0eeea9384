"""The rulebook: for each rule its names, the numbers of its effect, feedback, a lesson and its source.

The conditions are code (`game.engine.rules`); everything that a course may want to change is data and stands here.
"""

from msgspec import Struct

from game.scenario.records import Text
from game.scenario.words import Component


class Effect(Struct, frozen=True):
    """What a rule does when it fires, in whole numbers; what is 0 or None it leaves alone.

    `weight`: of a blocker. `perceived`: (component, change). `about`: change to perceived of the component that the
    promise or the extra is about. `heat`, `set`, `empathy`: changes to heat, set points and the turn's empathy.
    `divide`: what positive deliveries are divided by. `lowers`: how far desired falls at most. `again`: the effect from
    the second broken promise of a play on.
    """

    weight: int = 0
    perceived: tuple[tuple[Component, int], ...] = ()
    about: int = 0
    heat: int = 0
    set: int = 0
    empathy: int = 0
    divide: int = 1
    lowers: int = 0
    again: "Effect | None" = None


class Lesson(Struct, frozen=True):
    """The card of a rule: what it is, why it works, a good and a bad example."""

    what: Text
    why: Text
    good: Text
    bad: Text


class Rule(Struct, frozen=True):
    """One rule's data. `off` says that a course has switched it off: it never fires."""

    id: str
    name: Text
    effect: Effect
    feedback: tuple[Text, ...]
    lesson: Lesson
    source: str
    off: bool = False


class Rulebook(Struct, frozen=True):
    """All rules under one id and version; `sha256` is of the files that it was read from."""

    id: str
    version: int
    title: Text
    rules: dict[str, Rule]
    sha256: str
