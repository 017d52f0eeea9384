"""The charts of the pages on paper, in greys: their shapes as lines and areas, their labels in our typeface."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Final
from xml.etree import ElementTree

from game.report.charts import Chart, Label, Palette
from game.report.lettering import plain
from game.report.pdf.faces import EM
from game.report.pdf.paper import ABOVE, WHITE, Ink, Paper, lines

PAPER: Final = Palette(
    ground="#ffffff",
    ink="#000000",
    quiet="#5a5a5a",
    rim="#c8c8c8",
    band="#dcdcdc",
    edge="#969696",
    line="#000000",
    good="#555555",
    bad="#000000",
)
"""What differs in a chart differs in form or grey too: it is read from any printer."""
UNIT: Final = 0.6
"""So many points one unit of a chart has on paper."""
ENDLESS: Final = 1e5
AHEAD: Final = {"start": 0.0, "middle": 0.5, "end": 1.0}

Values = Mapping[str, str]
"""The attributes of an element."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a chart's (0, 0) lies on the sheet, and what groups hand on: a fill, and how strong it is."""

    x: float
    y: float
    fill: str = ""
    strong: float = 1.0

    def at(self, x: float, y: float) -> tuple[float, float]:
        """Return a point of the chart on the sheet."""
        return self.x + x * UNIT, self.y + y * UNIT

    def points(self, told: str) -> list[tuple[float, float]]:
        """Return points as SVG writes them on the sheet."""
        pairs = (pair.split(",") for pair in told.split())
        return [self.at(float(x), float(y)) for x, y in pairs]

    def grey(self, values: Values, name: str = "fill") -> int | None:
        """Return the grey of a fill or a stroke, None for none."""
        colour = values.get(name, self.fill if name == "fill" else "")
        if colour in ("", "none"):
            return None
        strong = self.strong if name == "fill" else 1.0
        return round(WHITE - (WHITE - int(colour[1:3], 16)) * strong)


def units(points: float) -> int:
    """Return how wide a chart is that takes so many points."""
    return int(points / UNIT)


def put(paper: Paper, chart: Chart, x: float, y: float) -> float:
    """Draw a chart in the colours of PAPER with its left top at `x`, `y`; return where it ends below."""
    place = Place(x, y)
    for element in ElementTree.fromstring(f"<g>{chart.shapes}</g>"):
        _draw(paper, element, place)
    for label in chart.labels:
        _label(paper, label, place)
    return y + chart.height * UNIT


def _draw(paper: Paper, element: ElementTree.Element, place: Place) -> None:
    if element.tag != "g":
        DRAWN[element.tag](paper, element.attrib, place)
        return
    inner = _inner(element.attrib, place)
    for one in element:
        _draw(paper, one, inner)


def _inner(values: Values, place: Place) -> Place:
    """Return the place within a group."""
    moved = values.get("transform", "translate(0,0)").removeprefix("translate(").removesuffix(")")
    x, y = place.at(*map(float, moved.split(",")))
    strong = place.strong * float(values.get("fill-opacity", 1))
    return replace(place, x=x, y=y, fill=values.get("fill", place.fill), strong=strong)


def _label(paper: Paper, label: Label, place: Place) -> None:
    colour: str = getattr(PAPER, label.role)
    ink = Ink("sans", label.size * UNIT, int(colour[1:3], 16))
    (row,) = lines(plain(label.text), ink, ENDLESS, 1)
    x, y = place.at(label.x, label.y)
    paper.line(row, ink, x - AHEAD[label.anchor] * row.width * ink.size / EM, y - ink.size * ABOVE)


def _line(paper: Paper, values: Values, place: Place) -> None:
    ends = [place.at(float(values[f"x{end}"]), float(values[f"y{end}"])) for end in (1, 2)]
    _stroke(paper, ends, values, place)


def _polyline(paper: Paper, values: Values, place: Place) -> None:
    _stroke(paper, place.points(values["points"]), values, place)


def _stroke(paper: Paper, points: list[tuple[float, float]], values: Values, place: Place) -> None:
    grey = place.grey(values, "stroke")
    if grey is None or len(points) < 2:
        return
    dash = tuple(UNIT * float(part) for part in values.get("stroke-dasharray", "").split())
    paper.path(points, grey, _thick(values), dash)


def _polygon(paper: Paper, values: Values, place: Place) -> None:
    rim = place.grey(values, "stroke")
    paper.area(place.points(values["points"]), place.grey(values), rim, _thick(values))


def _rect(paper: Paper, values: Values, place: Place) -> None:
    x, y = place.at(float(values["x"]), float(values["y"]))
    wide, high, corner = (UNIT * float(values[name]) for name in ("width", "height", "rx"))
    fill, rim = place.grey(values), place.grey(values, "stroke")
    paper.box(x, y, wide, high, fill, rim, _thick(values), min(corner, wide / 2, high / 2))


def _circle(paper: Paper, values: Values, place: Place) -> None:
    x, y = place.at(float(values["cx"]), float(values["cy"]))
    fill, rim = place.grey(values), place.grey(values, "stroke")
    paper.dot(x, y, UNIT * float(values["r"]), fill, rim, _thick(values))


def _thick(values: Values) -> float:
    return UNIT * float(values.get("stroke-width", 1))


DRAWN: Final[Mapping[str, Callable[[Paper, Values, Place], None]]] = {
    "line": _line,
    "polyline": _polyline,
    "polygon": _polygon,
    "rect": _rect,
    "circle": _circle,
}
"""What the shapes of charts are made of."""
