"""Pictures of numbers on paper, in greys: bars, spreads, zones, heat; each returns where it ends below."""

from collections.abc import Sequence
from typing import Final

from game.report.course.records import Distribution, HeatTurn, Outcome, Value, ZoneEnd
from game.report.pdf.paper import BLACK, DIM, RIM, WASH, WHITE, Ink, Paper

TEXT: Final = Ink("sans", 8.5)
TINY: Final = Ink("sans", 7, DIM)
BAND: Final = 205
"""The grey of zones and middles."""
TOP: Final = 100
CLEAR: Final = 7
"""So far from the line of the pass mark a count is written at least."""
LEVELS: Final = 10


def bars(paper: Paper, values: Sequence[Value], x: float, y: float, width: float, label: float = 84) -> float:
    """Draw numbers of 0 to 100 as bars beside their names."""
    room = width - label - 26
    for value in values:
        paper.text(value.label, TEXT, x, y, label - 6)
        paper.box(x + label, y + 1, room, 8, WASH, None)
        if value.value is not None:
            paper.box(x + label, y + 1, room * value.value / TOP, 8, 60, None)
        told = "–" if value.value is None else f"{value.value}"
        paper.text(told, TEXT.but(bold=True), x + width - 22, y, 22, "right")
        y += 15
    return y


def zones(paper: Paper, ends: Sequence[ZoneEnd], x: float, y: float, width: float, label: float = 84) -> float:
    """Draw where components ended: the zone as a grey band, what was perceived as a dot, on levels of 0 to 10."""
    room = width - label - 8
    for end in ends:
        paper.text(end.label, TEXT, x, y, label - 6)
        start, axis = x + label, y + 5
        step = room / LEVELS
        paper.rule(start, axis, start + room, axis, RIM, 0.6)
        paper.box(start + step * end.adequate, axis - 4, step * (end.desired - end.adequate), 8, BAND, None)
        for level in range(LEVELS + 1):
            paper.rule(start + step * level, axis - 1.5, start + step * level, axis + 1.5, DIM, 0.4)
        paper.dot(start + step * end.perceived, axis, 3.2, BLACK, WHITE)
        y += 15
    for level in (0, 5, LEVELS):
        paper.text(f"{level}", TINY, x + label + room * level / LEVELS - 8, y - 2, 16, "centre")
    return y + 10


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


def histogram(paper: Paper, told: Distribution, x: float, y: float, width: float, height: float = 74) -> float:
    """Draw how many are in each tenth of 0 to 100, with a line at what it takes to pass."""
    most, step, base = max((*told.bins, 1)), width / len(told.bins), y + height
    mark = None if told.mark is None else x + width * told.mark / TOP
    for place, count in enumerate(told.bins):
        high = (height - 14) * count / most
        if count:
            paper.box(x + step * place + 1.5, base - high, step - 3, high, 90, None)
            middle = beside(x + step * (place + 0.5), mark)
            paper.text(f"{count}", TINY.but(grey=BLACK), middle - step / 2, base - high - 10, step, "centre")
    paper.rule(x, base, x + width, base, BLACK, 0.7)
    for tick in range(0, TOP + 1, 20):
        paper.text(f"{tick}", TINY, x + width * tick / TOP - 12, base + 2, 24, "centre")
    if mark is not None:
        paper.dashes(mark, y, mark, base, BLACK, 0.8)
        paper.text(f"{told.mark}", TINY.but(grey=BLACK), mark - 12, y - 10, 24, "centre")
    return base + 14


def beside(middle: float, mark: float | None) -> float:
    """Return where a count is written so that the line of the pass mark does not cross it."""
    if mark is None or abs(middle - mark) >= CLEAR:
        return middle
    return mark + CLEAR if middle >= mark else mark - CLEAR


def heat(paper: Paper, turns: Sequence[HeatTurn], x: float, y: float, width: float, height: float = 70) -> float:
    """Draw the mean heat after each turn, 0 to 10, over a band from the lower to the upper quarter."""
    inner = x + 14
    step = (width - 18) / max(1, len(turns) - 1)

    def at(turn: int, level: float) -> tuple[float, float]:
        return inner + step * turn, y + height * (1 - level / LEVELS)

    for level in (0, 5, LEVELS):
        _, line = at(0, level)
        paper.rule(inner, line, x + width - 4, line, RIM, 0.4)
        paper.text(f"{level}", TINY, x - 4, line - 5, 14, "right")
    around = [at(place, turn.high) for place, turn in enumerate(turns)]
    around += [at(place, turn.low) for place, turn in reversed(list(enumerate(turns)))]
    if len(turns) > 1:
        paper.area(around, BAND)
        paper.path([at(place, turn.mean) for place, turn in enumerate(turns)], BLACK, 1.4)
    every = max(1, -(-len(turns) // 20))
    for place, turn in enumerate(turns):
        paper.dot(*at(place, turn.mean), 1.8)
        if place % every == 0:
            paper.text(f"{turn.turn}", TINY, inner + step * place - 10, y + height + 2, 20, "centre")
    return y + height + 14


def shade(value: int) -> int:
    """Return the grey of a number of 0 to 100: the lower, the darker."""
    return 110 + round(140 * value / TOP)
