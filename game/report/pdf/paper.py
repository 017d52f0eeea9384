"""Sheets of A4 on which text, lines and boxes are put; everything in points from the left top."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from game.report.lettering import plain
from game.report.pdf.faces import EM, STYLE, Name, face
from game.typesetting import Line, Order, set_text
from game.typesetting.breaking import class_of

WIDTH: Final = 595.28
HEIGHT: Final = 841.89
"""A4 upright."""
ABOVE: Final = 0.88
"""So much of a Han square stands above the base line."""
STROKE: Final = 0.028
"""Bold is the one weight that there is, with its outline drawn as well, this much of its size thick."""
BLACK, DIM, RIM, WASH, WHITE = 0, 90, 165, 237, 255
"""Greys, 0 to 255: they stand apart on any printer."""
LAID: Final = 20_000


@dataclass(frozen=True, slots=True)
class Ink:
    """How text is set: its typeface, size in points, a grey of 0 to 255, bold or not, and the height of a line."""

    face: Name = "serif"
    size: float = 10.5
    grey: int = BLACK
    bold: bool = False
    leading: float = 1.5

    @property
    def line(self) -> float:
        """The height of a line in points."""
        return self.size * self.leading

    def but(self, **changes: object) -> "Ink":
        """Return this ink with some things changed."""
        return replace(self, **changes)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of text ready for paper: its width, and runs of signs with where they begin, in thousandths of the size
    of the letters."""

    width: int
    runs: tuple[tuple[int, str], ...]


@lru_cache(maxsize=LAID)
def laid(text: str, name: Name, room: int, most: int | None) -> tuple[Row, ...]:
    """Return a text in lines of at most `room` thousandths of the size of its letters."""
    block = set_text(face(name), text, Order(STYLE, max(1, room), most))
    return tuple(Row(line.width, runs(line, name)) for line in block.lines)


def lines(text: str, ink: Ink, width: float, most: int | None = None) -> tuple[Row, ...]:
    """Return a text in lines of at most `width` points; one that is cut at `most` lines ends with …"""
    return laid(text, ink.face, int(width / ink.size * EM), most)


def wide(text: str, ink: Ink) -> float:
    """Return how wide a text is in points where nothing breaks its lines."""
    return max(line.width for line in laid(text, ink.face, 1 << 30, None)) * ink.size / EM


class Paper:
    """A PDF in the making. `lying` sheets are wider than high."""

    def __init__(self, title: str, language: str, lying: bool = False) -> None:
        from fpdf import FPDF

        self.width, self.height = (HEIGHT, WIDTH) if lying else (WIDTH, HEIGHT)
        self.pdf: FPDF = FPDF("landscape" if lying else "portrait", "pt", "A4")
        self.pdf.set_auto_page_break(False)
        self.pdf.set_margin(0)
        self.pdf.set_title(plain(title))
        self.pdf.set_lang({"zh": "zh-CN"}.get(language, language))
        self.pdf.set_creator("Yuqi 预期")
        self._names: set[Name] = set()
        self._set: tuple[Name, float] | None = None

    def page(self, lying: bool | None = None) -> None:
        """Begin a sheet; `lying` None: as the one before."""
        if lying is not None:
            self.width, self.height = (HEIGHT, WIDTH) if lying else (WIDTH, HEIGHT)
        self.pdf.add_page(orientation="landscape" if self.width > self.height else "portrait")
        self._set = None

    def bytes(self) -> bytes:
        """Return the whole PDF."""
        return bytes(self.pdf.output())

    def mark(self, name: str, level: int = 0) -> None:
        """Name the place where the page stands in the contents that a reader shows beside the pages."""
        self.pdf.start_section(plain(name), level)

    def _font(self, ink: Ink) -> None:
        if ink.face not in self._names:
            self.pdf.add_font(ink.face, "", face(ink.face).file)
            self._names.add(ink.face)
        if self._set != (ink.face, ink.size):
            self.pdf.set_font(ink.face, "", ink.size)
            self._set = ink.face, ink.size

    def line(self, line: Row, ink: Ink, x: float, y: float) -> None:
        """Put a line on the page, the left top of its first square at `x`, `y`."""
        if not ink.bold:
            self._put(line, ink, x, y)
            return
        self.pdf.set_draw_color(ink.grey)
        self._set = None
        with self.pdf.local_context(text_mode=2, line_width=ink.size * STROKE):
            self._put(line, ink, x, y)
        self._set = None

    def _put(self, line: Row, ink: Ink, x: float, y: float) -> None:
        self._font(ink)
        self.pdf.set_text_color(ink.grey)
        scale, base = ink.size / EM, y + ink.size * ABOVE
        for at, run in line.runs:
            self.pdf.text(x + at * scale, base, run)

    def text(self, text: str, ink: Ink, x: float, y: float, width: float = 1e6, align: str = "left") -> None:
        """Put text on one line, cut with … where it has no room; `align` is left, centre or right within `width`."""
        line = lines(" ".join(text.split()), ink, width, 1)[0]
        spare = max(0.0, width - line.width * ink.size / EM)
        self.line(line, ink, x + spare * {"left": 0, "centre": 0.5, "right": 1}[align], y)

    def block(self, some: Sequence[Row], ink: Ink, x: float, y: float) -> float:
        """Put lines under one another and return where the last one ends."""
        for line in some:
            self.line(line, ink, x, y)
            y += ink.line
        return y

    def para(self, text: str, ink: Ink, x: float, y: float, width: float, most: int | None = None) -> float:
        """Put a text in lines within `width` and return where it ends."""
        return self.block(lines(text, ink, width, most), ink, x, y)

    def rule(self, x1: float, y1: float, x2: float, y2: float, grey: int = BLACK, thick: float = 0.6) -> None:
        """Draw a straight line."""
        self.pdf.set_draw_color(grey)
        self.pdf.set_line_width(thick)
        self.pdf.line(x1, y1, x2, y2)

    def dashes(self, x1: float, y1: float, x2: float, y2: float, grey: int = RIM, thick: float = 0.6) -> None:
        """Draw a line along which to fold or to cut."""
        self.pdf.set_dash_pattern(3, 4)
        self.rule(x1, y1, x2, y2, grey, thick)
        self.pdf.set_dash_pattern()

    def box(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        fill: int | None = None,
        rim: int | None = BLACK,
        thick: float = 0.6,
        corner: float = 0,
    ) -> None:
        """Draw a rectangle, filled, rimmed or both."""
        if style := self._style(fill, rim, thick):
            self.pdf.rect(x, y, width, height, style, round_corners=bool(corner), corner_radius=corner)

    def dot(
        self,
        x: float,
        y: float,
        radius: float,
        fill: int | None = BLACK,
        rim: int | None = None,
        thick: float = 0.8,
    ) -> None:
        """Draw a dot about a point."""
        if style := self._style(fill, rim, thick):
            self.pdf.circle(x, y, radius, style)

    def path(
        self,
        points: Sequence[tuple[float, float]],
        grey: int = BLACK,
        thick: float = 1,
        dash: Sequence[float] = (),
    ) -> None:
        """Draw a line through points; `dash` are the lengths of strokes and gaps."""
        self.pdf.set_draw_color(grey)
        self.pdf.set_line_width(thick)
        if dash:
            self.pdf.set_dash_pattern(*dash)
        self.pdf.polyline(list(points))
        if dash:
            self.pdf.set_dash_pattern()

    def area(
        self, points: Sequence[tuple[float, float]], fill: int | None, rim: int | None = None, thick: float = 0.6
    ) -> None:
        """Draw what has these corners, filled, rimmed or both."""
        if style := self._style(fill, rim, thick):
            self.pdf.polygon(list(points), style=style)

    def _style(self, fill: int | None, rim: int | None, thick: float) -> str:
        """Take up the greys of a shape; return how it is drawn, "" for not at all."""
        if fill is not None:
            self.pdf.set_fill_color(fill)
        if rim is not None:
            self.pdf.set_draw_color(rim)
            self.pdf.set_line_width(thick)
        return ("F" if fill is not None else "") + ("D" if rim is not None else "")


def runs(line: Line, name: Name) -> tuple[tuple[int, str], ...]:
    """Return what is put on paper for a line: signs that follow one another as the typeface has them, and where."""
    found: list[tuple[int, str]] = []
    pen, own = None, face(name)
    for place, form in enumerate(line.forms):
        run, shift = own.drawn(form)
        if not run:
            continue
        at = line.xs[place] - shift
        if class_of(run[0]) == "CM":
            at -= EM // 2
        if found and pen == at:
            found[-1] = found[-1][0], found[-1][1] + run
        else:
            found.append((at, run))
        pen = at + sum(map(own.measure, run))
    return tuple((at, run) for at, run in found if run.strip())
