"""What several screens tell with a sign before it: tones, fates, remarks. Nothing is told by colour alone."""

from typing import TYPE_CHECKING, Final

from game.desktop.theme import SMALL
from game.desktop.widgets import Column, Icon, Pad, Press, Row, Text, Widget

if TYPE_CHECKING:
    from game.desktop.widgets.text import Ink
    from game.i18n import Words
    from game.report.debrief import Remark

TONES: Final[dict[str, tuple[str, "Ink"]]] = {
    "good": ("plus", "good"),
    "bad": ("minus", "bad"),
    "plain": ("info", "quiet"),
}
"""The sign and the colour of a tone."""
FATES: Final[dict[str, tuple[str, "Ink"]]] = {
    "open": ("clock", "warn"),
    "kept": ("check", "good"),
    "thin": ("warning", "bad"),
    "broken": ("cross", "bad"),
}
"""The sign and the colour of what became of a promise."""


def marked(icon: str, ink: "Ink", text: str, words: "Ink" = "ink", *, size: float = SMALL) -> Widget:
    """Return a text with a sign before it; `ink` colours the sign, `words` the text."""
    return Row([Icon(icon, size + 3, ink), Text(text, size, words)], [None, 1.0], 8, "start")


def chip(words: "Words", remark: "Remark", key: str) -> Press:
    """Return a rule that fired with its line; pressed, it opens its lesson."""
    from game.desktop.screens.talk import OpenLesson  # late: the first screen has signs too, and does not wait for it

    icon, ink = TONES[remark.tone]
    lines: list[Widget] = [Text(remark.name, SMALL, ink if ink != "quiet" else "ink", bold=True, role=None)]
    if remark.line:
        lines.append(Text(remark.line, SMALL, role=None))
    body = Row([Icon(icon, 18, ink), Column(lines, 2), Icon("book", 16, "quiet")], [None, 1.0, None], 10, "start")
    label = words("mark.colon", name=remark.name) + remark.line if remark.line else remark.name
    return Press(key, OpenLesson(remark.rule), Pad(body, 12, 8), label, kind="row")
