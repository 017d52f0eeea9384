"""What an author can ask of a preview, and what is told of what came of it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from game.draft import Draft, Stop

if TYPE_CHECKING:
    from game.desktop.errands import Errand
    from game.desktop.widgets.text import Ink
    from game.i18n import Words
    from game.proof.arrive import Arrival

Side = Literal["talk", "problems", "state", "places", "customers"]
"""What is seen beside the talk, or in its place where there is room for one of them only."""

FIND: Final = "find"
"""The key of the line that a place is found by."""


@dataclass(frozen=True, slots=True)
class Open:
    """Show this side; a list to choose from is put away where it is asked for again."""

    side: Side


@dataclass(frozen=True, slots=True)
class Go:
    """Go along the picks that were made: one back, one on, or to the start."""

    way: Literal["back", "on", "start"]


@dataclass(frozen=True, slots=True)
class Jump:
    """Go to a beat or an ending, by picks that are found."""

    place: str


@dataclass(frozen=True, slots=True)
class Meet:
    """Talk to another customer of the case; None is the customer as written."""

    persona: str | None


@dataclass(frozen=True, slots=True)
class Tongue:
    """Show the talk in the other language."""


@dataclass(frozen=True, slots=True)
class Quit:
    """Close the preview."""


@dataclass(frozen=True, slots=True)
class Notice:
    """What came of the last thing that was done: a key of the words, and the ids and numbers that fill its gaps."""

    key: str
    ink: "Ink" = "quiet"
    gaps: tuple[tuple[str, str], ...] = ()

    def told(self, words: "Words") -> str:
        """Return it in words."""
        return words(self.key, **{name: words.id(value) for name, value in self.gaps})


def stopped(stop: Stop) -> Notice:
    """Return which of the picks no longer goes, and why."""
    gaps = (("turn", f"{stop.turn}"), ("pick", stop.pick), ("beat", stop.beat))
    return Notice(f"preview.stop.{stop.why}", "bad", gaps)


@dataclass(frozen=True, slots=True)
class Search:
    """A way that is being looked for, to this place."""

    place: str
    errand: "Errand[tuple[Draft, Arrival]]"
