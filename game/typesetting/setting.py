"""Setting a text: its paragraphs are measured once, then broken into lines that fill the width."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Protocol

from game.typesetting.block import Align, Block, Line
from game.typesetting.breaking import breaks, class_of, is_end, is_whole
from game.typesetting.spacing import CLOSERS, HALF, OPENERS, forms, has_gap
from game.typesetting.style import Style

ELLIPSIS = "…"


class Typeface(Protocol):
    """What setting asks of a typeface: how far each form carries on in a style, in the units of its size."""

    def advances(self, style: Style) -> Mapping[str, int]:
        """Return the advances of a style by form."""


@dataclass(frozen=True, slots=True)
class Order:
    """How a text is to be set: the width in pixels, at most how many lines (None for all), and to which side."""

    style: Style
    width: int
    most_lines: int | None = None
    align: Align = "left"


class Paragraph:
    """A measured paragraph: for each character its form, the gap before it, and how far it stands from the start."""

    def __init__(self, typeface: Typeface, text: str, style: Style) -> None:
        self.text, self.style = text, style
        self.forms = forms(text)
        self.advances = typeface.advances(style)
        steps = [self.advances[form] for form in self.forms]
        gap = style.gap
        self.gaps = [0, *(gap if has_gap(a, b) else 0 for a, b in pairwise(text))]
        self.far = [0, *accumulate(step + before for step, before in zip(steps, self.gaps, strict=False))]

    def width(self, start: int, end: int) -> int:
        """Return how wide a line of these characters is; a full-width sign that opens it gives up its empty half."""
        if start >= end:
            return 0
        full = self.far[end] - self.far[start] - self.gaps[start]
        return full - self.style.size // 2 if self.forms[start] in OPENERS else full

    def squeezed(self, start: int, end: int) -> int:
        """Return how wide the line is when a full-width sign at its end gives up its empty half too."""
        spare = self.style.size // 2 if start < end and self.forms[end - 1] in CLOSERS else 0
        return self.width(start, end) - spare

    def bare(self, start: int, end: int) -> int:
        """Return where a line ends without the spaces at which it is broken."""
        while end > start and class_of(self.text[end - 1]) in {"SP", "BK", "ZW"}:
            end -= 1
        return end

    def line(self, start: int, end: int, width: int) -> Line:
        """Return a line of these characters, at the left and the top; spaces that find no room take none."""
        drawn = self.forms[start:end]
        bare = self.bare(start, end) - start
        if drawn and drawn[0] in OPENERS:
            drawn[0] += HALF
        if bare and drawn[bare - 1] in CLOSERS and self.width(start, start + bare) > width:
            drawn[bare - 1] += HALF
        xs, at = [], 0
        for place, form in enumerate(drawn, start):
            at += self.gaps[place] if place > start else 0
            xs.append(at)
            at += self.advances[form]
        room = max(width, xs[bare] if bare < len(xs) else at)
        xs = [min(x, room) for x in (*xs, at)]
        return Line(self.text[start:end], 0, 0, xs[-1], tuple(xs), tuple(drawn), start, end)

    def lines(self, width: int) -> Iterator[Line]:
        """Yield the lines that fill the width; the last one keeps the spaces at its end, as who types them expects."""
        ends = self._ends(width)
        for start, end in pairwise([0, *ends]):
            last = end == len(self.text)
            yield self.line(start, end if last else self.bare(start, end), width)

    def _ends(self, width: int) -> list[int]:
        stops = [*breaks(self.text), len(self.text)]
        ends: list[int] = []
        start = at = 0
        while start < len(self.text) or not ends:
            found = at
            while found < len(stops) and self.squeezed(start, self.bare(start, stops[found])) <= width:
                found += 1
            end = stops[found - 1] if found > at else self._anywhere(start, stops[at], width)
            at = bisect_right(stops, end)
            ends.append(end)
            start = end
        return self._not_alone(ends, stops, width)

    def _anywhere(self, start: int, stop: int, width: int) -> int:
        """Return where a word that is wider than a line is cut."""
        end = bisect_right(self.far, self.far[start] + self.gaps[start] + width, start + 1, stop + 1) - 1
        while end > start and not is_whole(self.text, end):
            end -= 1
        if end == start:
            end += 1
            while end < stop and not is_whole(self.text, end):
                end += 1
        return end

    def _not_alone(self, ends: list[int], stops: list[int], width: int) -> list[int]:
        """Give a single Han that would stand alone on the last line the one before it for company."""
        if len(ends) < 2 or width < 6 * self.style.size:
            return ends
        start, end = ends[-2:]
        alone = sum(class_of(sign) == "ID" for sign in self.text[start:end]) == 1 and end - start <= 3
        before = bisect_left(stops, start) - 1
        if alone and before >= 0 and self.width(stops[before], end) <= 4 * self.style.size:
            ends[-2] = stops[before]
        return ends

    def cut(self, line: Line, width: int) -> Line:
        """Return a line that ends with …, shortened where it has no room; where it can, between words."""
        form = forms(self.text + ELLIPSIS)[-1]
        room = width - self.advances[form]
        stops = [line.start, *(stop for stop in breaks(self.text) if line.start < stop <= line.end), line.end]
        fitting = [stop for stop in stops if self.width(line.start, stop) <= room]
        end = max(fitting, default=line.start)
        if end == line.start < line.end:
            end = self._anywhere(line.start, line.end, room)
            end = end if self.width(line.start, end) <= room else line.start
        while end > line.start and (
            class_of(self.text[end - 1]) in {"SP", "BK"} or self.text[end - 1] in "，、；：,;:…"
        ):
            end -= 1
        short = self.line(line.start, end, width)
        xs = (*short.xs, short.width + self.advances[form])
        return Line(short.text + ELLIPSIS, 0, 0, xs[-1], xs, (*short.forms, form), short.start, end)


def paragraphs(text: str) -> Iterator[tuple[int, str]]:
    """Yield each paragraph with its place in the text, without the line's end; behind a last end is one more."""
    start = 0
    for at in range(len(text)):
        if class_of(text[at]) == "BK" and is_end(text, at):
            yield start, text[start:at]
            start = at + 1
    yield start, text[start:]


def set_text(typeface: Typeface, text: str, order: Order) -> Block:
    """Return a text laid out."""
    lines: list[tuple[Paragraph, int, Line]] = []
    most = order.most_lines
    for start, part in paragraphs(text):
        paragraph = Paragraph(typeface, part, order.style)
        lines += ((paragraph, start, line) for line in paragraph.lines(order.width))
        if most is not None and len(lines) > max(1, most):
            break
    cut = most is not None and len(lines) > max(1, most)
    if cut and most is not None:
        del lines[max(1, most) :]
        paragraph, start, line = lines[-1]
        lines[-1] = (paragraph, start, paragraph.cut(line, order.width))
    placed = tuple(_placed(line, row, start, order) for row, (_, start, line) in enumerate(lines))
    return Block(placed, max(line.width for line in placed), len(placed) * order.style.line, cut, order.style)


def _placed(line: Line, row: int, start: int, order: Order) -> Line:
    """Return a line where it stands in its block, counted in the whole text."""
    spare = max(0, order.width - line.width)
    x = {"left": 0, "centre": spare // 2, "right": spare}[order.align]
    return Line(
        line.text, x, row * order.style.line, line.width, line.xs, line.forms, line.start + start, line.end + start
    )
