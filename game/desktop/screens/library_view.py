"""How the library looks: the search, whom to meet next, and a card for each customer."""

from typing import TYPE_CHECKING, Final

from game.desktop.frame import Frame
from game.desktop.screens.common import Clear, level_and_length, page, top_bar
from game.desktop.screens.library import ALL, Library, Narrow, Open, OpenLessons, OpenProfile
from game.desktop.screens.meeting import Face, Meeting, scene_of
from game.desktop.theme import BODY, HEADING, SMALL
from game.desktop.widgets import (
    Column,
    Field,
    Grid,
    Icon,
    Limit,
    Pad,
    Panel,
    Press,
    Row,
    Space,
    Stars,
    Tall,
    Text,
    Widget,
    Wrap,
    button,
    icon_button,
    segments,
)
from game.report.casefile import brief

if TYPE_CHECKING:
    from game.scenario import Scenario
    from game.session import Entry

MOST: Final = 1160
CARD: Final = 244
ROOMY: Final = 760
"""So wide a window has to be, in units, for words beside signs in the bar and for pictures beside words."""


def library_view(screen: Library, frame: Frame) -> Widget:
    """Return the library as it is now."""
    parts: list[Widget] = [_search(screen)]
    parts += [] if screen.narrowed else _next(screen, frame)
    parts += _shelf(screen)
    return page(_bar(screen, frame), "library", Column(parts, 18), most=MOST)


def _bar(screen: Library, frame: Frame) -> Widget:
    words = screen.sitting.words
    ways = (
        ("profile", words("window.library.profile"), OpenProfile(), "chart"),
        ("lessons", words("window.library.lessons"), OpenLessons(), "book"),
    )
    roomy = frame.units[0] >= ROOMY
    right = [
        button(key, label, message, kind="quiet", icon=icon, size=16)
        if roomy
        else icon_button(key, label, message, icon)
        for key, label, message, icon in ways
    ]
    return top_bar(screen.sitting, words("library.title"), right=right)


def _search(screen: Library) -> Widget:
    """Return the field to search in and what the shelf can be narrowed by."""
    words = screen.sitting.words
    hint, label = words("window.library.search_hint"), words("window.library.search")
    parts: list[Widget] = [Field("search", screen.typed, label, hint, most=60, size=16)]
    if len(screen.domains) > 1:
        all_ = (ALL, words("window.library.all"))
        options = [all_, *((one, words(f"domain.{one}")) for one in screen.domains)]
        parts.append(segments("domain", options, screen.domain, Narrow, size=SMALL))
    if len(screen.levels) > 1:
        any_ = (ALL, words("window.library.any_level"))
        options = [any_, *((f"{one}", words("window.library.level", level=one)) for one in screen.levels)]
        parts.append(segments("level", options, screen.level, Narrow, size=SMALL))
    return Wrap(parts, 14)


# Whom to meet next


def _next(screen: Library, frame: Frame) -> list[Widget]:
    """Return whom to meet next, and why; nothing until that is known."""
    found = screen.next
    if found is None:
        return []
    words, (entry, why) = screen.sitting.words, found
    scenario, roomy = entry.scenario, frame.units[0] >= ROOMY
    mark = Row([Icon("star", 18, "accent"), Text(words("window.library.next"), SMALL, "accent", bold=True)], gap=6)
    title = Text(scenario.title.told(words.language), HEADING + 2, bold=True, role="heading")
    head: Widget = Column([mark, title, _meta(screen, scenario)], 7)
    if not roomy:
        customer = scenario.customer
        head = Row([Face(customer.portrait, customer.heat, 84), head], [None, 1.0], 14)
    on = button("next", words("window.library.open_next"), Open(scenario.id), kind="main", icon="person")
    parts: list[Widget] = [head, Text(why.why, BODY)]
    if roomy and scenario.brief is not None:
        parts.append(Text(brief(words, scenario), SMALL, "quiet", most=1))
    about = Column([*parts, Space(2), Wrap([on])], 8)
    inside = Row([_picture(scenario), about], [0.34, 0.66], 24) if roomy else about
    return [Panel(inside, 16, 16)]


def _picture(scenario: "Scenario") -> Widget:
    customer = scenario.customer
    return Meeting(scene_of(scenario), customer.portrait, customer.heat)


# The shelf


def _shelf(screen: Library) -> list[Widget]:
    words, shown = screen.sitting.words, screen.shown
    if not screen.entries:
        return [Text(words("library.empty"), BODY, "quiet")]
    if not shown:
        return [_nobody(screen)]
    parts: list[Widget] = []
    if screen.narrowed:
        parts.append(Text(words("window.library.shown", count=len(shown)), SMALL, "quiet", role="status"))
    for domains in _groups(screen, shown):
        if len(domains) == 1:
            parts.append(Text(words(f"domain.{domains[0]}"), HEADING, bold=True, role="heading"))
        cards = [_card(screen, one) for one in shown if one.scenario.domain in domains]
        parts.append(Grid(cards, CARD, 16, narrow=True))
    return parts


def _groups(screen: Library, shown: "tuple[Entry, ...]") -> list[tuple[str, ...]]:
    """Return which domains stand under a heading of their own: all of them, or none where each has but few."""
    domains = [one for one in screen.domains if any(entry.scenario.domain == one for entry in shown)]
    few = len(shown) < 2 * len(domains)
    return [tuple(domains)] if few and len(domains) > 1 else [(one,) for one in domains]


def _nobody(screen: Library) -> Widget:
    words, typed = screen.sitting.words, screen.typed.strip()
    said = words("window.library.none", typed=typed) if typed else words("window.library.none_so")
    clear = button("clear", words("window.library.clear"), Clear(), icon="replay")
    inside = Column([Icon("search", 40, "quiet"), Text(said, BODY, align="centre", role="status"), clear], 14)
    return Pad(Limit(Column(inside.children, 14, across="middle"), 620), 0, 40)


def _card(screen: Library, entry: "Entry") -> Widget:
    """Return a customer's card: picture, title, what it asks, and the best result so far."""
    words, scenario = screen.sitting.words, entry.scenario
    language = words.language
    title, name = scenario.title.told(language), scenario.customer.name.told(language)
    told_apart = [scenario.id] if screen.alike(scenario) else []
    whose = words("mark.comma").join([name, words(f"domain.{scenario.domain}"), *told_apart])
    lines: list[Widget] = [
        Text(title, BODY, bold=True, role=None),
        Text(whose, SMALL, "quiet", role=None),
        Space(),
        _meta(screen, scenario),
        _result(screen, scenario),
    ]
    texts = Pad(Column(lines, 6, stretch=2), 8, 6)
    body = Pad(Column([_picture(scenario), texts], 6, stretch=1), 8, 8)
    label = words("window.library.card", title=title, name=whose)
    return Press(f"card.{scenario.id}", Open(scenario.id), body, label, _told(screen, scenario))


def _meta(screen: Library, scenario: "Scenario") -> Widget:
    """Return level and length, each with a sign and in words."""
    parts = level_and_length(screen.sitting.words, scenario)
    return Wrap(parts, 14) if parts else Space()


def _result(screen: Library, scenario: "Scenario") -> Widget:
    words, best = screen.sitting.words, screen.best.get(scenario.id)
    if best is None:
        return Tall(Text(words("library.new"), SMALL, "quiet", role=None), 20)
    verdict = Text(words(f"verdict.{best.verdict}"), SMALL, role=None)
    return Tall(Wrap([Stars(best.stars), verdict], 8), 20)


def _told(screen: Library, scenario: "Scenario") -> str:
    """Return what a screen reader says of a card beyond its title."""
    words, best = screen.sitting.words, screen.best.get(scenario.id)
    told = []
    if scenario.level is not None:
        told.append(words("window.library.level_told", level=scenario.level))
    if scenario.minutes is not None:
        told.append(words("library.minutes", minutes=scenario.minutes))
    if best is None:
        told.append(words("library.new"))
    else:
        told.append(words("library.stars_told", stars=best.stars))
        told.append(words("window.library.best", verdict=words(f"verdict.{best.verdict}")))
    return words("mark.comma").join(told)
