"""Bars on paper, in greys, beside their names and numbers; each returns where it ends below."""

from collections.abc import Sequence
from typing import Final

from game.report.course.records import Outcome, Value
from game.report.pdf.paper import BLACK, DIM, WASH, WHITE, Ink, Paper

TEXT: Final = Ink("sans", 8.5)
TINY: Final = Ink("sans", 7, DIM)
BAND: Final = 205
"""The grey of those who failed."""
TOP: Final = 100


def bars(paper: Paper, values: Sequence[Value], x: float, y: float, width: float, label: float = 84) -> float:
    """Draw numbers of 0 to 100 as bars beside their names."""
    room = width - label - 26
    for value in values:
        paper.text(value.label, TEXT, x, y, label - 6)
        paper.box(x + label, y + 1, room, 8, WASH, None)
        if value.value is not None:
            paper.box(x + label, y + 1, room * value.value / TOP, 8, 90, None)
        told = "–" if value.value is None else f"{value.value}"
        paper.text(told, TEXT.but(bold=True), x + width - 22, y, 22, "right")
        y += 15
    return y


def outcome(paper: Paper, told: Outcome, labels: Sequence[str], x: float, y: float, width: float) -> float:
    """Draw passed, failed and open as parts of one bar; `labels` name them in this order."""
    counts = (told.passed, told.failed, told.open)
    whole = sum(counts) or 1
    at = x
    for count, fill in zip(counts, (BLACK, BAND, None), strict=True):
        part = width * count / whole
        if part:
            paper.box(at, y, part, 18, fill, BLACK, 0.6)
            ink = Ink("sans", 9, WHITE if fill == BLACK else BLACK, True)
            if part > 20:
                paper.text(f"{count}", ink, at, y + 3.5, part, "centre")
        at += part
    at, y = x, y + 23
    for label, count, fill in zip(labels, counts, (BLACK, BAND, None), strict=True):
        paper.box(at, y + 1, 7, 7, fill, BLACK, 0.5)
        paper.text(f"{label} {count}", TEXT, at + 11, y)
        at += width / 3
    return y + 16


def shade(value: int) -> int:
    """Return the grey of a number of 0 to 100: the lower, the darker."""
    return 110 + round(140 * value / TOP)
