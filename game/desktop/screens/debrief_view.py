"""How the debrief looks: the bar, the signs of its five parts, what became of the page, and the part that is shown."""

from typing import TYPE_CHECKING, Final

from game.desktop.frame import Frame
from game.desktop.screens.common import top_bar
from game.desktop.screens.debrief import PARTS, DebriefScreen, Noted, OpenPage, Save, Show
from game.desktop.screens.debrief_course import course
from game.desktop.screens.debrief_pace import pace
from game.desktop.screens.debrief_result import result, roomy, tall, ways
from game.desktop.screens.debrief_scores import scores
from game.desktop.screens.debrief_turns import turns
from game.desktop.theme import SMALL
from game.desktop.widgets import (
    Below,
    Column,
    Icon,
    Limit,
    Pad,
    Panel,
    Row,
    Scroll,
    Text,
    Widget,
    Wrap,
    button,
    icon_button,
)
from game.desktop.widgets.kept import Kept

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.desktop.widgets.text import Ink

WIDEST: Final = 1120
"""No part is wider, in units: lines would be too long to read."""
SIGN: Final = 16
INKS: Final[dict[str, "Ink"]] = {"check": "good", "warning": "bad", "clock": "quiet"}

VIEWS: Final[dict[str, "Callable[[DebriefScreen, Frame], Widget]"]] = {
    "scores": scores,
    "course": course,
    "turns": turns,
    "pace": pace,
}


def debrief_view(screen: DebriefScreen, frame: Frame) -> Widget:
    """Return the debrief as it is now."""
    head = [_bar(screen, frame), _signs(screen, frame), *_notice(screen)]
    foot = [_foot(screen)] if screen.part == "result" and screen.told.result is not None and tall(frame) else []
    return Column([*head, Scroll(f"debrief.{screen.part}", _part(screen, frame)), *foot], gap=0, stretch=len(head))


def _foot(screen: DebriefScreen) -> Widget:
    """Return the ways on, below what scrolls."""
    return Below("debrief.result", Pad(Limit(ways(screen), WIDEST), 20, 8))


def _part(screen: DebriefScreen, frame: Frame) -> Widget:
    """Return the part that is shown. What is long is laid out once, and held as long as nothing in it changes."""
    if screen.part == "result":  # it moves as it opens, and its picture reaches from edge to edge
        return result(screen, frame)
    seen = (screen.part, screen.sitting.language, frame.theme.name, frame.wide, screen.findings.news)
    held = screen.held.get(screen.part)
    if held is None or held[0] != seen:
        held = (seen, Kept(Pad(Limit(VIEWS[screen.part](screen, frame), WIDEST), 20, 18)))
        screen.held[screen.part] = held
    return held[1]


def _bar(screen: DebriefScreen, frame: Frame) -> Widget:
    label = screen.sitting.words("window.debrief.save")
    save: Widget = icon_button("save", label, Save(), "download")
    if frame.wide:
        save = button("save", label, Save(), kind="quiet", icon="download", hint="W", size=SIGN)
    return top_bar(screen.sitting, screen.told.title, right=[save])


def _signs(screen: DebriefScreen, frame: Frame) -> Widget:
    """Return the five parts to choose from."""
    words = screen.sitting.words
    signs = []
    for number, part in enumerate(PARTS, start=1):
        label, chosen = words(f"window.debrief.part.{part}"), part == screen.part
        hint = f"{number}" if frame.wide else ""
        signs.append(
            button(
                f"part.{part}", label, Show(part), kind="quiet", hint=hint, size=SIGN, selected=chosen, role="choice"
            )
        )
    row: Widget = Wrap(signs, 8)
    if roomy(frame):
        row = Row([row, Text(screen.told.who, SMALL, "quiet", align="right")], [None, 1.0], 20)
    return Panel(row, 20, 6, "panel", "", 0)


def _notice(screen: DebriefScreen) -> list[Widget]:
    """Return what became of the page, if there is something to tell."""
    words, keeping = screen.sitting.words, screen.keeping
    close = icon_button("noted", words("window.close"), Noted(), "close")
    if keeping.busy:
        return [_told("clock", words("window.debrief.saving"))]
    if keeping.trouble is not None:
        trouble = keeping.trouble.strerror or f"{keeping.trouble}"
        return [_told("warning", words("window.debrief.not_saved", trouble=trouble), close)]
    if keeping.path is not None:
        show = button("open", words("window.debrief.open"), OpenPage(), kind="main", size=SIGN)
        return [_told("check", words("window.debrief.saved", path=f"{keeping.path}"), show, close)]
    return []


def _told(icon: str, text: str, *ways: Widget) -> Widget:
    line = Row(
        [Icon(icon, 20, INKS[icon]), Text(text, SMALL, role="status"), *ways], [None, 1.0, *[None] * len(ways)], 10
    )
    return Panel(line, 20, 6, "raised", "line", 0)
