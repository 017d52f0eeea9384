"""Scores over several attempts: where each lies, how far it scatters, and the last one."""

from collections.abc import Sequence
from statistics import median, quantiles
from typing import Final

from game.i18n import Words
from game.report.charts.shapes import PLAIN, SMALL, Chart, Label, Palette, box, legend, line, mark
from game.report.lettering import width as wide

ROW: Final = 40
FULL: Final = 100
GRID: Final = (0, 25, 50, 75, 100)
ENOUGH: Final = 4
"""From so many attempts on, the middle half of them is drawn as a box."""


def spread_chart(
    words: Words, scores: Sequence[tuple[str, Sequence[int]]], palette: Palette, width: int = 760
) -> Chart:
    """Return one row for each score: `scores` are (name, values of 0 to 100 from the first attempt to the last).

    A ring is an attempt, the diamond the last one, the bar the median, the line reaches from the lowest to the highest.
    """
    rows = [(label, tuple(values)) for label, values in scores if values]
    told = [_told(words, label, values) for label, values in rows]
    left = max((wide(label, PLAIN) for label, _ in rows), default=0) + 18
    right = max((wide(_range(words, values), SMALL) for _, values in rows), default=0) + 24
    end, base = width - right, 14 + ROW * len(rows)
    scale = (end - left) / FULL
    shapes = "".join(line(left + scale * at, 8, left + scale * at, base, palette.rim) for at in GRID)
    labels = [Label(left + scale * at, base + 18, f"{at}", SMALL, "middle", "quiet") for at in GRID]
    for place, (label, values) in enumerate(rows):
        y = 14 + ROW * (place + 0.5)
        shapes += _row(values, left, y, scale, palette)
        labels.append(Label(0, y + 4.5, label, PLAIN))
        labels.append(Label(end + 18, y + 4.5, _range(words, values), SMALL, role="quiet"))
    shape, more, foot = legend(_legend(words, palette), base + 44, width)
    alt = words("chart.spread_told", told=words("mark.comma").join(told))
    return Chart(width, round(foot), shapes + shape, (*labels, *more), alt)


def _row(values: tuple[int, ...], left: float, y: float, scale: float, palette: Palette) -> str:
    low, high, middle = (left + scale * at for at in (min(values), max(values), median(values)))
    parts = []
    if len(values) >= ENOUGH:
        first, _, third = quantiles(values, n=4, method="inclusive")
        parts.append(box(left + scale * first, y - 10, scale * (third - first), 20, palette.band, 4, palette.edge))
    parts += [line(low, y, high, y, palette.edge, 1.5)]
    parts += [line(x, y - 6, x, y + 6, palette.edge, 1.5) for x in (low, high)]
    parts += [mark("ring", left + scale * at, y, palette.line, palette.ground, 3.5) for at in values[:-1]]
    parts.append(line(middle, y - 12, middle, y + 12, palette.ink, 2.5))
    parts.append(mark("diamond", left + scale * values[-1], y, palette.line, palette.ground))
    return "".join(parts)


def _range(words: Words, values: tuple[int, ...]) -> str:
    if len(values) == 1:
        return words("chart.once", value=values[0])
    return words("chart.range", middle=_number(median(values)), low=min(values), high=max(values))


def _number(value: float) -> str:
    return f"{value:g}"


def _told(words: Words, label: str, values: tuple[int, ...]) -> str:
    return f"{label} {_range(words, values)}"


def _legend(words: Words, palette: Palette) -> list[tuple[str, str]]:
    return [
        (mark("ring", 0, 0, palette.line, palette.ground, 3.5), words("chart.attempt")),
        (mark("diamond", 0, 0, palette.line, palette.ground), words("chart.last")),
        (line(0, -8, 0, 8, palette.ink, 2.5), words("chart.median")),
        (box(-11, -6, 22, 12, palette.band, 3, palette.edge), words("chart.half")),
    ]
