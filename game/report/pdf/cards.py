"""What the two cards have in common: a sheet that is folded in the middle, its head, and the drawings on it."""

from collections.abc import Iterator, Sequence
from typing import Final

from game.i18n import Words
from game.report.pdf.flow import Column, Flow
from game.report.pdf.paper import BLACK, DIM, RIM, WASH, WHITE, Ink, Paper, lines, wide

MARGIN: Final = 34.0
FOOT: Final = 30.0
BAND: Final = 44.0
TEXT: Final = Ink("serif", 10.5)
SMALL: Final = Ink("serif", 9.5, leading=1.45)
NOTE: Final = Ink("sans", 8.5, DIM, leading=1.5)
LABEL: Final = Ink("sans", 8.5, DIM, leading=1.5)
QUOTE: Final = Ink("serif", 13, leading=1.55)
LEVELS: Final = 10


def card(paper: Paper, words: Words, kind: str, title: str, more: str) -> Flow:
    """Begin a card of a `kind` (customer, server): sheets of two columns with a fold between them."""

    def sheet() -> Iterator[Column]:
        paper.page(lying=True)
        head(paper, words(f"print.card.{kind}"), words(f"print.for.{kind}"), title, more)
        middle, bottom = paper.width / 2, paper.height - FOOT
        paper.dashes(middle, BAND + 8, middle, paper.height - 16)
        told, ink = words("print.fold"), Ink("sans", 7, RIM)
        paper.box(middle - wide(told, ink) / 2 - 4, paper.height - 22, wide(told, ink) + 8, 12, WHITE, None)
        paper.text(told, ink, middle - wide(told, ink) / 2, paper.height - 20)
        width = middle - MARGIN - 24
        yield MARGIN, BAND + 18, width, bottom
        yield middle + 24, BAND + 18, width, bottom

    return Flow(paper, sheet)


def head(paper: Paper, name: str, about: str, title: str, more: str) -> None:
    """Put a black band across the top of a page: what this is and for whom, then the case and the customer."""
    paper.box(0, 0, paper.width, BAND, BLACK, None)
    ink = Ink("sans", 17, WHITE, True)
    paper.text(name, ink, MARGIN, 13)
    after = MARGIN + wide(name, ink) + 14
    paper.text(about, Ink("sans", 8.5, WHITE), after, 20)
    left = max(after + wide(about, Ink("sans", 8.5)) + 20, paper.width * 0.4)
    paper.text(title, Ink("sans", 11, WHITE, True), left, 10, paper.width - MARGIN - left, "right")
    paper.text(more, Ink("sans", 8.5, WHITE), left, 26, paper.width - MARGIN - left, "right")


def ladder(flow: Flow, value: int) -> None:
    """Draw the heat as eleven boxes from 0 to 10 with the one at `value` filled."""
    height, step = 17.0, flow.width / (LEVELS + 1)
    flow.need(height + 6)
    for level in range(LEVELS + 1):
        x, here = flow.x + step * level, level == value
        flow.paper.box(x + 1, flow.y, step - 2, height, BLACK if here else None, BLACK, 0.5, 2)
        ink = Ink("sans", 9, WHITE if here else DIM, here)
        flow.paper.text(f"{level}", ink, x, flow.y + 3.5, step, "centre")
    flow.y += height + 6


def ruler(flow: Flow, adequate: int, desired: int, perceived: int) -> None:
    """Draw levels 0 to 10 with the zone of tolerance as a grey band and what has been perceived as a dot."""
    inset, axis = 5.0, flow.y + 7
    step = (flow.width - 2 * inset) / LEVELS

    def at(level: int) -> float:
        return flow.x + inset + step * level

    flow.need(24)
    paper, axis = flow.paper, flow.y + 7
    paper.box(at(adequate), axis - 5, at(desired) - at(adequate), 10, 205, None)
    paper.rule(at(0), axis, at(LEVELS), axis, DIM, 0.6)
    for level in range(LEVELS + 1):
        paper.rule(at(level), axis - 2, at(level), axis + 2, DIM, 0.5)
        shown = level in (0, 5, LEVELS, adequate, desired, perceived)
        if shown:
            paper.text(f"{level}", Ink("sans", 7, DIM), at(level) - 8, axis + 6, 16, "centre")
    for end in (adequate, desired):
        paper.rule(at(end), axis - 6, at(end), axis + 6, BLACK, 1)
    paper.dot(at(perceived), axis, 3.4)
    flow.y += 23


def pips(flow: Flow, label: str, told: str, weight: int) -> None:
    """Set what a component is called, with its weight as squares at the right."""
    ink = Ink("sans", 10, BLACK, True)
    flow.need(ink.line + 60)
    flow.paper.text(label, ink, flow.x, flow.y, flow.width * 0.6)
    right = flow.x + flow.width
    for place in range(weight):
        flow.paper.box(right - 7 * (weight - place), flow.y + 5, 5, 5, BLACK, None)
    told_at = right - 7 * weight - 5 - wide(told, LABEL)
    flow.paper.text(told, LABEL, told_at, flow.y + 2)
    flow.y += ink.line + 1


def pair(flow: Flow, label: str, text: str, ink: Ink = SMALL, indent: float = 54) -> None:
    """Set a text beside its label."""
    flow.need(ink.line)
    flow.paper.text(label, LABEL, flow.x, flow.y + (ink.line - LABEL.line) / 2, indent)
    flow.para(text, ink, indent)


def washed(flow: Flow, text: str, ink: Ink) -> None:
    """Set words that are said, on grey with a bar before them."""
    inset = 12.0
    some = lines(text, ink, flow.width - 2 * inset)
    height = len(some) * ink.line + 12
    if flow.top + height > flow.bottom:
        flow.para(text, ink)
        return
    flow.need(height)
    flow.paper.box(flow.x, flow.y, flow.width, height, WASH, None)
    flow.paper.box(flow.x, flow.y, 3, height, BLACK, None)
    flow.paper.block(some, ink, flow.x + inset, flow.y + 6)
    flow.y += height + 4


def blanks(flow: Flow, questions: Sequence[str], rows: int = 2) -> None:
    """Set questions, each with lines below it to write on."""
    for question in questions:
        flow.need(22 + 20 * rows)
        flow.para(question, Ink("sans", 9))
        for _ in range(rows):
            flow.y += 20
            flow.paper.rule(flow.x, flow.y, flow.x + flow.width, flow.y, RIM, 0.5)
        flow.y += 8
