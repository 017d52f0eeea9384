"""What a test plan is: plays of a scenario, pick by pick, and what is expected of them."""

from msgspec import Struct

from game.scenario.records import Range, Text
from game.scenario.sheet import Place
from game.scenario.words import Language

Wanted = Range | Text | bool | tuple[str, ...]


class Id(Struct, frozen=True):
    """The id of something in the scenario, and where it is written. `kind` is what it should be the id of."""

    kind: str
    id: str
    place: Place


class Expected(Struct, frozen=True):
    """One expectation: the key under which it stands, of what (a component's or a meter's id, else ""), and what.

    A number is a range, ids and words are tuples.
    """

    key: str
    name: str
    wanted: Wanted
    place: Place


class PlannedTurn(Struct, frozen=True):
    """One pick, where it is written, and what is expected `before` and `after` it."""

    pick: str
    place: Place
    before: tuple[Expected, ...] = ()
    after: tuple[Expected, ...] = ()


class PlannedPlay(Struct, frozen=True):
    """One play. `opening` is expected before the first pick, `end` after the last; `ids` are all that it names."""

    id: str
    persona: str | None
    place: Place
    opening: tuple[Expected, ...]
    turns: tuple[PlannedTurn, ...]
    end: tuple[Expected, ...]
    ids: tuple[Id, ...]


class Plan(Struct, frozen=True):
    """A test plan. `scenario` is an id or a relative path, None is the scenario of the same name beside the plan.

    `language` is that of most of its keys.
    """

    file: str
    scenario: str | None
    place: Place
    plays: tuple[PlannedPlay, ...]
    language: Language = "en"
