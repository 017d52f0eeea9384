"""What several screens have: the bar at the top, the page below it, the messages that all of them understand."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from game.desktop.screen import GoTo
from game.desktop.sitting import Sitting
from game.desktop.theme import HEADING, SMALL
from game.desktop.widgets import (
    Column,
    Dots,
    Icon,
    Limit,
    Pad,
    Panel,
    Row,
    Scroll,
    Space,
    Text,
    Widget,
    icon_button,
)

if TYPE_CHECKING:
    from game.i18n import Words
    from game.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Back:
    """Go back by one screen."""


@dataclass(frozen=True, slots=True)
class OpenSettings:
    """Open the settings."""


@dataclass(frozen=True, slots=True)
class Clear:
    """Show all again that a search has left out."""


@dataclass(frozen=True, slots=True)
class Escape:
    """Leave the search; without one, go back."""


SEARCHING: Final[Mapping[str, object]] = {"escape": Escape(), "/": GoTo("search"), "ctrl+f": GoTo("search")}
"""The keys of a screen on which something can be searched for."""


def top_bar(
    sitting: Sitting, title: str, *, back: bool = True, right: Sequence[Widget] = (), settings: bool = True
) -> Widget:
    """Return the bar at the top: the way back, the title of the screen, and what else there is to press."""
    words = sitting.words
    left: list[Widget] = [icon_button("back", words("window.back"), Back(), "back")] if back else [Space(wide=4)]
    gear = [icon_button("settings", words("window.settings"), OpenSettings(), "gear")] if settings else []
    named = Text(title, HEADING, bold=True, most=1, role="heading")
    parts: list[Widget] = [*left, named, *right, *gear]
    shares = [None] * len(left) + [1.0] + [None] * (len(right) + len(gear))
    return Panel(Row(parts, shares, 10), 12, 8, kind="panel", edge="", radius=0)


def page(bar: Widget, key: str, child: Widget, *, most: float = 1120) -> Widget:
    """Return a screen with a bar, below which something scrolls, no wider than can be read well."""
    return Column([bar, Scroll(key, Pad(Limit(child, most), 20, 18))], gap=0, stretch=1)


def level_and_length(words: "Words", scenario: "Scenario") -> list[Widget]:
    """Return how much a case asks and how long it takes, each with a sign and in words, as far as the file says."""
    parts: list[Widget] = []
    if scenario.level is not None:
        level = Text(words("window.library.level", level=scenario.level), SMALL, "quiet")
        parts.append(Row([Dots(scenario.level), level], gap=7))
    if scenario.minutes is not None:
        minutes = Text(words("library.minutes", minutes=scenario.minutes), SMALL, "quiet")
        parts.append(Row([Icon("clock", 15, "quiet"), minutes], gap=5))
    return parts


def usual(sitting: Sitting, message: object) -> bool:
    """Do what a message says that all screens understand; return whether it was one."""
    match message:
        case Back():
            sitting.back()
        case OpenSettings():
            from game.desktop.screens.settings import SettingsScreen

            sitting.open(SettingsScreen(sitting))
        case _:
            return False
    return True
