"""Tables on paper: one line a row, the head again on every page."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from game.report.pdf.flow import Flow
from game.report.pdf.paper import BLACK, DIM, RIM, Ink

HEAD: Final = Ink("sans", 7.5, DIM, leading=1.4)
CELL: Final = Ink("sans", 8.5, leading=1.4)
ROW: Final = 15.0


@dataclass(frozen=True, slots=True)
class Field:
    """One column: what stands above it, its width in points, and to which side its cells stand."""

    title: str
    width: float
    align: str = "left"


def table(flow: Flow, fields: Sequence[Field], rows: Iterable[Sequence[str]]) -> None:
    """Set rows, one text for each field; what is too long ends in …"""
    sheet = None
    for row in rows:
        flow.need(ROW if sheet is not None else 2 * ROW)
        if sheet != (flow.paper.pdf.page, flow.x):
            _line(flow, fields, [field.title for field in fields], HEAD)
            flow.paper.rule(flow.x, flow.y - 1, flow.x + flow.width, flow.y - 1, BLACK, 0.6)
            sheet = flow.paper.pdf.page, flow.x
        _line(flow, fields, row, CELL)
        flow.paper.rule(flow.x, flow.y - 1, flow.x + flow.width, flow.y - 1, RIM, 0.25)
    flow.y += 4


def _line(flow: Flow, fields: Sequence[Field], row: Sequence[str], ink: Ink) -> None:
    x = flow.x
    for field, text in zip(fields, row, strict=True):
        if text:
            flow.paper.text(text, ink, x, flow.y + 2, field.width - 5, field.align)
        x += field.width
    flow.y += ROW
