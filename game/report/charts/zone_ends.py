"""Where the components ended, over a class or in one attempt: zone and perceived level on one scale a component."""

from collections.abc import Sequence
from typing import Final

from game.i18n import Words, capital
from game.report.charts.shapes import SMALL, Chart, Label, Mark, Palette, box, legend, line, mark
from game.report.course.records import ZoneEnd
from game.report.lettering import clip
from game.report.lettering import width as wide

TOP: Final = 10
ROW: Final = 34
HEAD: Final = 24
BAND: Final = 16
WIDEST_NAME: Final = 130


def zone_ends_chart(
    words: Words,
    ends: Sequence[ZoneEnd],
    palette: Palette,
    width: int = 620,
    row: int = ROW,
    keyed: bool = True,
) -> Chart:
    """Return one row a component: the band from adequate to desired, the perceived level as a mark in its form.

    Over more than one attempt the levels are means, and a bar beside them shares out below, within and above. `row` is
    how high a row is; one that is not `keyed` has no legend, for where another one stands above it.
    """
    many = any(one.n > 1 for one in ends)
    left = min(WIDEST_NAME, max((wide(capital(one.label), SMALL) for one in ends), default=0) + 12)
    bar = 120 if many else 0
    start, end = left + 8, width - 44 - (bar + 16 if many else 0)
    foot = HEAD + row * len(ends)
    levels = [(at, _x(at, start, end)) for at in (0, 5, 10)]
    shapes = "".join(line(x, HEAD - 6, x, foot - 4, palette.rim) for _, x in levels)
    labels = [Label(x, HEAD - 11, f"{at}", SMALL, "middle", "quiet") for at, x in levels]
    for place, one in enumerate(ends):
        y = HEAD + row * (place + 0.5)
        shapes += _row(one, y, start, end, palette)
        labels += [
            Label(0, y + 4.5, clip(capital(one.label), SMALL, left), SMALL),
            Label(end + 12, y + 4.5, _number(one.perceived), SMALL),
        ]
        if many:
            shapes += _shares(one, width - bar, y, bar, palette)
    shape, more, below = legend(_legend(words, palette), foot + 16, width) if keyed else ("", [], foot)
    told = words("mark.semicolon").join(one.told for one in ends)
    return Chart(width, round(below), shapes + shape, (*labels, *more), words("report.chart.zones_told", told=told))


def _x(level: float, start: float, end: float) -> float:
    return start + (end - start) * level / TOP


def _number(level: float) -> str:
    return f"{level:.1f}".removesuffix(".0")


def _kind(one: ZoneEnd) -> Mark:
    return "down" if one.perceived < one.adequate else "dot" if one.perceived <= one.desired else "diamond"


def _row(one: ZoneEnd, y: float, start: float, end: float, palette: Palette) -> str:
    low, high = _x(one.adequate, start, end), _x(one.desired, start, end)
    kind = _kind(one)
    colour = {"down": palette.bad, "dot": palette.line}.get(kind, palette.good)
    return (
        line(start, y, end, y, palette.rim)
        + box(low, y - BAND / 2, max(1.0, high - low), BAND, palette.band, 3)
        + line(high, y - BAND / 2, high, y + BAND / 2, palette.edge, 2)
        + line(low, y - BAND / 2, low, y + BAND / 2, palette.edge, 2, "4 3")
        + mark(kind, _x(one.perceived, start, end), y, colour, palette.ground, 5.5)
    )


def _shares(one: ZoneEnd, x: float, y: float, room: float, palette: Palette) -> str:
    """Return how many ended below, within and above the zone, as one bar of three parts."""
    shapes, parts = "", ((one.below, palette.bad), (one.met, palette.edge), (one.exceeded, palette.good))
    for count, colour in parts:
        wide_ = room * count / max(1, one.n)
        shapes += box(x, y - 5, wide_, 10, colour) if count else ""
        x += wide_
    return shapes


def _legend(words: Words, palette: Palette) -> list[tuple[str, str]]:
    band = box(-11, -7, 22, 14, palette.band)
    edges = line(-11, -7, -11, 7, palette.edge, 2, "4 3") + line(11, -7, 11, 7, palette.edge, 2)
    return [
        (band + edges, words("report.chart.zone")),
        (mark("down", 0, 0, palette.bad, palette.ground), words("result.below")),
        (mark("dot", 0, 0, palette.line, palette.ground), words("result.met")),
        (mark("diamond", 0, 0, palette.good, palette.ground), words("result.exceeded")),
    ]
