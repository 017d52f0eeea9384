"""A chart as shapes and labels: the shapes are SVG without a letter in it, since not every drawer knows letters."""

from dataclasses import dataclass, fields
from html import escape
from typing import Final, Literal

from game.i18n import capital
from game.report.lettering import clip, plain, width

Role = Literal["ink", "quiet", "good", "bad"]
"""What a label is for; every palette has a colour of that name."""
Anchor = Literal["start", "middle", "end"]
SMALL: Final = 12
"""The size of numbers and notes; nothing is smaller."""
PLAIN: Final = 13


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of a chart, as SVG knows them: #rrggbb, or in a page var(--name).

    `rim` is for axes and grids, `band` fills the zone of tolerance and `edge` bounds it, `line` is what was measured.
    """

    ground: str
    ink: str
    quiet: str
    rim: str
    band: str
    edge: str
    line: str
    good: str
    bad: str


PAGE: Final = Palette(**{one.name: f"var(--{one.name})" for one in fields(Palette)})
"""The colours of a page, which its style sheet sets."""


@dataclass(frozen=True, slots=True)
class Label:
    """One line of text: `x` is its start, middle or end as `anchor` says, `y` its base line, `size` that of the
    letters, all in the chart's units."""

    x: float
    y: float
    text: str
    size: int
    anchor: Anchor = "start"
    role: Role = "ink"


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing of `width` by `height`: SVG elements without text, the labels on it, and all of it `told` in words."""

    width: int
    height: int
    shapes: str
    labels: tuple[Label, ...]
    told: str

    @property
    def svg(self) -> str:
        """The drawing without its labels, as a whole SVG file."""
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{self.width}" height="{self.height}"'
            f' viewBox="0 0 {self.width} {self.height}">{self.shapes}</svg>'
        )


def inline(chart: Chart, palette: Palette = PAGE) -> str:
    """Return a chart with its labels as an SVG element for a page, scaled with it and told as one image."""
    told = escape(plain(chart.told))
    texts = "".join(_text(label, palette) for label in chart.labels)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {chart.width} {chart.height}" role="img"'
        f' style="max-width:{chart.width}px" aria-label="{told}">{chart.shapes}{texts}</svg>'
    )


def _text(label: Label, palette: Palette) -> str:
    anchor = "" if label.anchor == "start" else f' text-anchor="{label.anchor}"'
    colour = getattr(palette, label.role)
    return (
        f'<text x="{label.x:.1f}" y="{label.y:.1f}" font-size="{label.size}"{anchor} fill="{colour}">'
        f"{escape(plain(label.text))}</text>"
    )


def line(x1: float, y1: float, x2: float, y2: float, colour: str, wide: float = 1, dash: str = "") -> str:
    """Return a straight line; `dash` are the lengths of strokes and gaps."""
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    return (
        f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}"'
        f' stroke="{colour}" stroke-width="{wide}"{dashed}/>'
    )


def path(points: list[tuple[float, float]], colour: str, wide: float = 1, dash: str = "") -> str:
    """Return a line through points."""
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    return (
        f'<polyline points="{_points(points)}" fill="none" stroke="{colour}" stroke-width="{wide}"'
        f' stroke-linejoin="round" stroke-linecap="round"{dashed}/>'
    )


def area(points: list[tuple[float, float]], colour: str) -> str:
    """Return a filled shape with these corners."""
    return f'<polygon points="{_points(points)}" fill="{colour}"/>'


def box(x: float, y: float, wide: float, high: float, colour: str, round_: float = 0, rim: str = "none") -> str:
    """Return a filled rectangle."""
    return (
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{wide:.1f}" height="{high:.1f}" rx="{round_}"'
        f' fill="{colour}" stroke="{rim}"/>'
    )


Mark = Literal["dot", "ring", "up", "down", "diamond"]


def mark(kind: Mark, x: float, y: float, colour: str, ground: str, size: float = 5) -> str:
    """Return a mark at a point, with a thin rim of the ground so that it stands out from lines."""
    if kind in ("dot", "ring"):
        fill, rim, wide = (colour, ground, 1.5) if kind == "dot" else (ground, colour, 2)
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{size}" fill="{fill}" stroke="{rim}" stroke-width="{wide}"/>'
    far = size * 1.25
    corners = {
        "up": [(x - far, y + size), (x + far, y + size), (x, y - far)],
        "down": [(x - far, y - size), (x + far, y - size), (x, y + far)],
        "diamond": [(x - far, y), (x, y - far), (x + far, y), (x, y + far)],
    }[kind]
    return (
        f'<polygon points="{_points(corners)}" fill="{colour}" stroke="{ground}"'
        ' stroke-width="1.5" stroke-linejoin="round"/>'
    )


def legend(entries: list[tuple[str, str]], y: float, room: float, left: float = 0) -> tuple[str, list[Label], float]:
    """Return the shapes and labels of a legend and where it ends; each entry is a shape drawn about (0, 0) and a text.

    Entries stand side by side from `left`, in as many lines of 22 as they need; `y` is the middle of the first.
    """
    shapes, labels, x = "", list[Label](), 0.0
    for shape, text in entries:
        told = clip(capital(text), SMALL, room - 32)
        wide = 32 + width(told, SMALL) + 16
        if x and x + wide - 16 > room:
            x, y = 0.0, y + 22
        shapes += f'<g transform="translate({left + x + 13:.1f},{y:.1f})">{shape}</g>'
        labels.append(Label(left + x + 30, y + 4.5, told, SMALL, role="quiet"))
        x += wide
    return shapes, labels, y + 16


def every(many: int, room: float, each: float = 24) -> int:
    """Return which of so many numbers on an axis can be written: each one (1), every second one (2), …"""
    return max(1, -(-int(many * each) // max(1, int(room))))


def _points(points: list[tuple[float, float]]) -> str:
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
