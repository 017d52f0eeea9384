"""How the first screen looks: people at the left, and at the right a panel with all that there is to do."""

from typing import TYPE_CHECKING, Final

from game.desktop.frame import Frame
from game.desktop.screens.common import Back, OpenSettings
from game.desktop.screens.first import Noted, Speak
from game.desktop.screens.signs import marked
from game.desktop.screens.start import LONGEST_NAME, Begin, GoOnWith, PutAside, Start, Walk
from game.desktop.screens.start_people import People
from game.desktop.screens.trouble import Quit, told_trouble
from game.desktop.theme import BODY, HEADING, SMALL
from game.desktop.widgets import (
    Column,
    Field,
    Icon,
    Layers,
    Limit,
    Modal,
    Pad,
    Panel,
    Press,
    Row,
    Scroll,
    Space,
    Text,
    Widget,
    Wrap,
    button,
    icon_button,
    segments,
)
from game.i18n import NAMES

if TYPE_CHECKING:
    from game.desktop.screens.course_entry import Entry
    from game.session import Unfinished

PANEL: Final = 450
"""The width of the panel, in units."""
ROOMY: Final = (1040, 560)
"""So large a window has to be, in units, for people to stand beside the panel."""
NAME_SIZE: Final = 44


def start_view(screen: Start, frame: Frame) -> Widget:
    """Return the first screen as it is now."""
    whole = beside_people(screen, _inside(screen), frame)
    if screen.asked_aside:
        return Layers([whole, Modal(_aside(screen), 520)])
    return whole


def beside_people(screen: "Start | Entry", inside: Widget, frame: Frame) -> Widget:
    """Return what there is to do in a panel, and people who talk at the left of it where the window has room."""
    wide, tall = frame.units
    if wide < ROOMY[0] or tall < ROOMY[1]:
        return Scroll(screen.name, Pad(Limit(inside, 620), 24, 18))
    words, free = screen.sitting.words, (wide - PANEL - 2 * 28) / wide
    lines = tuple(words(f"window.start.line.{number}") for number in (1, 2, 3))
    people = People(lines, words("window.start.people"), screen.since, free, screen.stage == "opening")
    panel = Panel(Scroll(screen.name, inside), 30, 24, radius=18)
    beside = Row([Space(), Pad(Limit(panel, PANEL, middle=True), 28, 28)], [wide - PANEL - 56, PANEL + 56], 0, "fill")
    return Layers([people, beside])


def _inside(screen: Start) -> Widget:
    parts: list[Widget] = [_title(screen)]
    if screen.trouble is not None:
        return Column([*parts, Space(4), told_trouble(screen.sitting.words, screen.trouble)], 14)
    if screen.notices:
        parts.append(noticed(screen))
    if screen.unfinished:
        parts.append(_unfinished(screen))
    return Column([*parts, _name(screen), _ways_in(screen), foot(screen)], 18)


def _title(screen: Start) -> Widget:
    words = screen.sitting.words
    title = Text(words("window.title"), NAME_SIZE, bold=True, role="heading")
    language = segments("language", tuple(NAMES.items()), screen.sitting.language, Speak, size=SMALL)
    return Column([Row([title, language], [1.0, None], 10), Text(words("window.start.tagline"), BODY, "quiet")], 4)


def noticed(screen: "Start | Entry") -> Widget:
    """Return what has to be told about the store, and the way to put that away."""
    words = screen.sitting.words
    lines: list[Widget] = [marked("info", "warn", one) for one in screen.notices]
    noted = Row([Space(), button("noted", words("window.start.noted"), Noted(), size=SMALL)], [1.0, None])
    return Panel(Column([*lines, noted], 8), 14, 10, "raised", "warn")


def _unfinished(screen: Start) -> Widget:
    words = screen.sitting.words
    rows: list[Widget] = [Text(words("window.start.unfinished"), BODY, bold=True, role="status")]
    if screen.misfit:
        rows.append(Text(words("resume.misfit"), SMALL, "bad", role="status"))
    rows += [_left(screen, one) for one in screen.unfinished]
    return Column(rows, 8)


def _left(screen: Start, one: "Unfinished") -> Widget:
    """Return one attempt that can be gone on with, and beside it the way to put it aside."""
    words, scenario = screen.sitting.words, one.entry.scenario
    title = scenario.title.told(words.language)
    parts = [words(f"file.mode.{one.mode}"), words("window.start.turn", turn=len(one.picks) + 1)]
    if one.persona is not None:
        parts.insert(0, scenario.persona(one.persona).label.told(words.language))
    if screen.is_room(one):
        parts.insert(0, words("window.room.whole"))
    if one.trainee and not screen.trainee.strip():
        parts.insert(0, one.trainee)
    about = words("mark.comma").join([*parts, f"{one.started.astimezone():%m-%d %H:%M}"])
    lines = Column([Text(title, BODY, bold=True, role=None), Text(about, SMALL, "quiet", role=None)], 2)
    card = Pad(Row([Icon("play", 22, "accent"), lines], [None, 1.0], 12), 14, 10)
    label = words("window.start.go_on_with", title=title, about=about)
    aside = icon_button(
        f"aside.{one.attempt}", words("window.start.put_aside", title=title), PutAside(one.attempt), "close"
    )
    return Row([Press(f"go-on.{one.attempt}", GoOnWith(one.attempt), card, label), aside], [1.0, None], 8)


def _name(screen: Start) -> Widget:
    words = screen.sitting.words
    field = Field(
        "name",
        screen.trainee,
        words("window.start.name"),
        words("window.start.name_hint"),
        most=LONGEST_NAME,
        enter=Begin(),
    )
    return Column([Text(words("window.start.name"), SMALL, bold=True, role=None), field], 6)


def _ways_in(screen: Start) -> Widget:
    """Return the ways in: the first walk goes before for whoever has not taken it."""
    words, new = screen.sitting.words, not screen.sitting.settings.toured
    main = "begin" if screen.unfinished or not new else "walk"
    begin = button(
        "begin", words("window.start.begin"), Begin(), kind="main" if main == "begin" else "plain", icon="person"
    )
    walk = button("walk", words("window.start.walk"), Walk(), kind="main" if main == "walk" else "plain", icon="flag")
    ways: list[Widget] = [walk, begin] if new and main == "walk" else [begin, walk]
    if new and main == "walk":
        ways.insert(1, Text(words("window.start.walk_about"), SMALL, "quiet", align="centre"))
    if screen.going:
        ways.append(Text(words("window.start.opening"), SMALL, "quiet", align="centre", role="status"))
    return Column(ways, 8)


def foot(screen: "Start | Entry") -> Widget:
    """Return the ways to the settings and out of the game."""
    words = screen.sitting.words
    settings = button("settings", words("window.settings"), OpenSettings(), kind="quiet", icon="gear", size=SMALL)
    leave = button("quit", words("window.start.leave"), Quit(), kind="quiet", size=SMALL)
    return Row([settings, Space(), leave], [None, 1.0, None], 10)


def _aside(screen: Start) -> Widget:
    words = screen.sitting.words
    title = Text(words("window.start.aside"), HEADING, bold=True, role="heading")
    keep = button("keep", words("window.start.keep"), Back(), kind="main")
    away = button("away", words("window.start.away"), PutAside(screen.asked_aside, sure=True))
    return Column([title, Text(words("resume.aside_help"), BODY), Wrap([keep, away], 10)], 14)
