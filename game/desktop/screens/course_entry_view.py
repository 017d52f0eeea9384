"""How the way into a course looks: people at the left, and at the right a panel that asks who comes in."""

from typing import TYPE_CHECKING, Final

from game.desktop.frame import Frame
from game.desktop.screens.first import Speak
from game.desktop.screens.signs import marked
from game.desktop.screens.start import LONGEST_NAME
from game.desktop.screens.start_view import beside_people, foot, noticed
from game.desktop.screens.trouble import told_trouble
from game.desktop.theme import BODY, HEADING, SMALL, TITLE
from game.desktop.widgets import Column, Field, Row, Space, Text, Widget, button, segments
from game.i18n import NAMES

if TYPE_CHECKING:
    from game.desktop.screens.course_entry import Entry

LONGEST_PIN: Final = 32
LONGEST_ID: Final = 64


def entry_view(screen: "Entry", frame: Frame) -> Widget:
    """Return the way into a course as it is now."""
    return beside_people(screen, _inside(screen), frame)


def _inside(screen: "Entry") -> Widget:
    parts: list[Widget] = [_title(screen)]
    if screen.trouble is not None:
        return Column([*parts, Space(4), told_trouble(screen.sitting.words, screen.trouble)], 14)
    if screen.notices:
        parts.append(noticed(screen))
    return Column([*parts, _who(screen), _way_in(screen), foot(screen)], 18)


def _title(screen: "Entry") -> Widget:
    words = screen.sitting.words
    game = Text(words("window.title"), BODY, "accent", bold=True)
    language = segments("language", tuple(NAMES.items()), screen.sitting.language, Speak, size=SMALL)
    title = Text(screen.title.told(words.language), TITLE - 2, bold=True, role="heading")
    about = Text(words("window.course.listed" if screen.listed else "window.course.named"), BODY, "quiet")
    return Column([Row([game, language], [1.0, None], 10), Space(4), title, about], 6)


def _who(screen: "Entry") -> Widget:
    """Return the fields: a name, or an id of the roster and, where anybody there has one, a PIN."""
    from game.desktop.screens.course_entry import ComeIn

    words, typed = screen.sitting.words, screen.typed
    asked = "id" if screen.listed else "name"
    label, hint = words(f"window.course.{asked}"), words(f"window.course.{asked}_hint")
    most = LONGEST_ID if screen.listed else LONGEST_NAME
    who: Widget = Field("who", typed["who"], label, hint, most=most, enter=ComeIn())
    if screen.known:
        who = Text(typed["who"], HEADING)
    parts: list[Widget] = [Column([Text(label, SMALL, bold=True, role=None), who], 6)]
    if screen.locked:
        label, hint = words("window.course.pin"), words("window.course.pin_hint")
        pin = Field("pin", typed["pin"], label, hint, most=LONGEST_PIN, enter=ComeIn(), secret=True)
        parts.append(Column([Text(label, SMALL, bold=True, role=None), pin], 6))
    return Column([*parts, *_problem(screen)], 14)


def _problem(screen: "Entry") -> list[Widget]:
    """Return why nobody has come in yet, if somebody has tried."""
    words = screen.sitting.words
    if not screen.problem:
        return []
    from game.desktop.widgets import Told

    said = words(screen.problem, who=screen.refused)
    return [Told(marked("warning", "bad", said, "bad"), said, role="status")]


def _way_in(screen: "Entry") -> Widget:
    from game.desktop.screens.course_entry import ComeIn

    words = screen.sitting.words
    ways: list[Widget] = [button("come-in", words("window.course.come_in"), ComeIn(), kind="main", icon="person")]
    if screen.course is None:
        ways.append(Text(words("window.start.opening"), SMALL, "quiet", align="centre", role="status"))
    return Column(ways, 8)
