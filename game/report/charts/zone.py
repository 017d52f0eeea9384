"""Perceived against the zone of tolerance over the turns of a play: one small chart for each component."""

from collections.abc import Sequence
from typing import Final

from game.i18n import Words, capital
from game.report.charts.shapes import (
    PLAIN,
    SMALL,
    Chart,
    Label,
    Mark,
    Palette,
    area,
    every,
    legend,
    line,
    mark,
    path,
)
from game.report.debrief.records import ZoneSeries
from game.report.lettering import clip

TOP: Final = 10
LEAST: Final = 220
"""No chart is narrower than this as long as there is room for one."""
PLOT: Final = 120
HEAD: Final = 34
FOOT: Final = 36
LEFT: Final = 26
RIGHT: Final = 22
GAP: Final = 24


def zone_chart(words: Words, series: Sequence[ZoneSeries], palette: Palette, width: int = 760) -> Chart:
    """Return small charts side by side: the band from adequate to desired, and what is perceived as a line of marks.

    A mark's form says where it lies: a triangle down below adequate, a dot in the zone, a diamond above desired.
    """
    columns = max(1, min(len(series), (width + GAP) // (LEAST + GAP)))
    room = (width - GAP * (columns - 1)) / columns
    shapes, labels = "", list[Label]()
    for place, one in enumerate(series):
        row, column = divmod(place, columns)
        shape, more = _panel(words, one, palette, column * (room + GAP), row * (HEAD + PLOT + FOOT), room)
        shapes += shape
        labels += more
    rows, free = -(-len(series) // columns), -len(series) % columns
    below = rows * (HEAD + PLOT + FOOT)
    # The legend goes where there is an empty place for a chart, else below them all.
    at = (below - FOOT - PLOT + 8, room, width - room) if free else (below + 10, float(width), 0.0)
    shape, more, end = legend(_legend(words, palette), *at)
    told = words("mark.semicolon").join(_told(words, one) for one in series)
    return Chart(
        width, round(max(below - FOOT + 24, end)), shapes + shape, (*labels, *more), words("chart.zone_told", told=told)
    )


def place(perceived: int, adequate: int, desired: int) -> Mark:
    """Return the form of the mark of a perceived level."""
    return "down" if perceived < adequate else "dot" if perceived <= desired else "diamond"


def _panel(
    words: Words, one: ZoneSeries, palette: Palette, left: float, top: float, room: float
) -> tuple[str, list[Label]]:
    start, end = left + LEFT, left + room - RIGHT
    base = top + HEAD + PLOT
    step = (end - start) / max(1, len(one.perceived) - 1)
    xs = [start + step * turn for turn in range(len(one.perceived))]

    def line_of(levels: tuple[int, ...]) -> list[tuple[float, float]]:
        return [(x, base - PLOT * level / TOP) for x, level in zip(xs, levels, strict=True)]

    desired, adequate, perceived = line_of(one.desired), line_of(one.adequate), line_of(one.perceived)
    grid = "".join(line(start, base - PLOT * at / TOP, end, base - PLOT * at / TOP, palette.rim) for at in (0, 5, 10))
    zone = area([*desired, *reversed(adequate)], palette.band)
    edges = path(desired, palette.edge, 1.5) + path(adequate, palette.edge, 1.5, "5 4")
    marks = "".join(_mark(one, turn, at, palette) for turn, at in enumerate(perceived))
    x, y = perceived[-1]
    title = capital(words("chart.component", component=one.label, weight=one.weight))
    labels = [
        Label(left, top + 14, clip(title, PLAIN, room), PLAIN),
        Label(x + 10, y + 4.5, f"{one.perceived[-1]}", SMALL),
        *(Label(left + 18, base - PLOT * at / TOP + 4.5, f"{at}", SMALL, "end", "quiet") for at in (0, 5, 10)),
        *_turns(xs, base + 19),
    ]
    return grid + zone + edges + path(perceived, palette.line, 2) + marks, labels


def _mark(one: ZoneSeries, turn: int, at: tuple[float, float], palette: Palette) -> str:
    kind = place(one.perceived[turn], one.adequate[turn], one.desired[turn])
    colour = {"down": palette.bad, "dot": palette.line, "diamond": palette.good}[kind]
    return mark(kind, *at, colour, palette.ground, 4)


def _turns(xs: list[float], y: float) -> list[Label]:
    """Return the numbers of the turns below an axis; the start has none."""
    step = every(len(xs), xs[-1] - xs[0])
    return [Label(x, y, f"{turn}", SMALL, "middle", "quiet") for turn, x in enumerate(xs) if turn and not turn % step]


def _legend(words: Words, palette: Palette) -> list[tuple[str, str]]:
    band = area([(-11, -7), (11, -7), (11, 7), (-11, 7)], palette.band)
    return [
        (band + line(-11, -7, 11, -7, palette.edge, 1.5), words("chart.desired")),
        (band + line(-11, 7, 11, 7, palette.edge, 1.5, "5 4"), words("chart.adequate")),
        (mark("down", 0, 0, palette.bad, palette.ground), words("result.below")),
        (mark("dot", 0, 0, palette.line, palette.ground), words("result.met")),
        (mark("diamond", 0, 0, palette.good, palette.ground), words("result.exceeded")),
    ]


def _told(words: Words, one: ZoneSeries) -> str:
    """Return a component's level at the start and after each turn, and the zone at the end."""
    levels = words("mark.comma").join(f"{level}" for level in one.perceived)
    return words(
        "chart.zone_moved", component=one.label, levels=levels, adequate=one.adequate[-1], desired=one.desired[-1]
    )
