"""Upright sheets of a report: a head on the first, the title and the page's number on all."""

from collections.abc import Iterator
from typing import Final

from game.i18n import Words
from game.report.pdf.flow import Column, Flow
from game.report.pdf.paper import BLACK, DIM, RIM, WHITE, Ink, Paper, wide

MARGIN: Final = 42.0
FOOT: Final = 46.0
BAND: Final = 74.0
BODY: Final = Ink("sans", 9.5, leading=1.55)
NOTE: Final = Ink("sans", 8, DIM, leading=1.5)


def sheets(paper: Paper, words: Words, kind: str, title: str, about: str, lying: bool = False, mark: str = "") -> Flow:
    """Begin a report of a `kind` on new sheets; `about` says whom it is about or when it was made.

    `mark` is what it is called in the contents beside the pages; its kind where there is none.
    """
    first = [True]

    def sheet() -> Iterator[Column]:
        paper.page(lying=lying)
        top = 40.0
        if first:
            first.clear()
            _band(paper, kind, title, about)
            paper.mark(mark or kind)
            top = BAND + 16
        else:
            paper.text(f"{title} · {about}" if about else title, Ink("sans", 7.5, DIM), MARGIN, 20, paper.width / 2)
        number = words("pdf.page", page=paper.pdf.page_no())
        paper.text(number, Ink("sans", 7.5, DIM), MARGIN, paper.height - 30, paper.width - 2 * MARGIN, "right")
        yield MARGIN, top, paper.width - 2 * MARGIN, paper.height - FOOT

    return Flow(paper, sheet)


def _band(paper: Paper, kind: str, title: str, about: str) -> None:
    paper.box(0, 0, paper.width, BAND, BLACK, None)
    room = paper.width - 2 * MARGIN
    paper.text(kind, Ink("sans", 9, 200), MARGIN, 13, room)
    paper.text(title, Ink("sans", 17, WHITE, True), MARGIN, 27, room)
    paper.text(about, Ink("sans", 9.5, WHITE), MARGIN, 53, room)


def badge(flow: Flow, big: str, label: str, state: str) -> None:
    """Set a large number with its name, and beside it how things stand, in a frame."""
    number, told = Ink("sans", 30, BLACK, True), Ink("sans", 12, BLACK, True)
    flow.paper.text(label, Ink("sans", 8.5, DIM), flow.x, flow.y)
    flow.paper.text(big, number, flow.x, flow.y + 11)
    left = flow.x + max(80.0, wide(big, number) + 24)
    width = wide(state, told) + 24
    flow.paper.box(left, flow.y + 18, width, 24, None, BLACK, 1.2, 4)
    flow.paper.text(state, told, left, flow.y + 23, width, "centre")
    flow.y += 54
    flow.paper.rule(flow.x, flow.y, flow.x + flow.width, flow.y, RIM, 0.5)
    flow.y += 6
