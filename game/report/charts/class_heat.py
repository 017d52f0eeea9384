"""How the customers' heat went over a class: the mean after each turn, and between what the middle half lay."""

from collections.abc import Sequence
from typing import Final

from game.i18n import Words, capital
from game.report.charts.shapes import SMALL, Chart, Label, Palette, area, every, legend, line, mark, path
from game.report.course.records import HeatTurn

TOP: Final = 10
PLOT: Final = 130
HEAD: Final = 14
LEFT: Final = 28
RIGHT: Final = 26


def class_heat_chart(
    words: Words, turns: Sequence[HeatTurn], palette: Palette, width: int = 440, plot: int = PLOT
) -> Chart:
    """Return the mean heat over the turns as a line of dots, the middle half of the class as a band around it.

    One talk alone has neither mean nor middle: it is the line, and needs no legend. `plot` is how high 10 is.
    """
    base, end = HEAD + plot, width - RIGHT
    step = (end - LEFT) / max(1, len(turns) - 1)
    xs = [LEFT + step * place for place in range(len(turns))]

    def at(level: float) -> float:
        return base - plot * level / TOP

    grid = "".join(line(LEFT, at(level), end, at(level), palette.rim) for level in (0, 5, 10))
    band = [(x, at(one.high)) for x, one in zip(xs, turns, strict=True)]
    band += [(x, at(one.low)) for x, one in reversed([*zip(xs, turns, strict=True)])]
    means = [(x, at(one.mean)) for x, one in zip(xs, turns, strict=True)]
    many = any(one.n > 1 for one in turns)
    shapes = grid + (area(band, palette.band) if many else "") + path(means, palette.line, 2)
    shapes += "".join(mark("dot", x, y, palette.line, palette.ground, 4) for x, y in means)
    labels = [Label(LEFT - 8, at(level) + 4.5, f"{level}", SMALL, "end", "quiet") for level in (0, 5, 10)]
    often = every(len(turns), end - LEFT)
    labels += [
        Label(x, base + 19, f"{one.turn}" if one.turn else capital(words("chart.start")), SMALL, "middle", "quiet")
        for x, one in [*zip(xs, turns, strict=True)][::often]
    ]
    shape, more, foot = legend(_legend(words, palette), base + 42, width) if many else ("", [], base + 26)
    told = words("report.chart.heat_told", heat=words.list(f"{one.mean:.1f}" for one in turns))
    return Chart(width, round(foot), shapes + shape, (*labels, *more), told)


def _legend(words: Words, palette: Palette) -> list[tuple[str, str]]:
    return [
        (mark("dot", 0, 0, palette.line, palette.ground), words("report.chart.mean")),
        (area([(-11, -7), (11, -7), (11, 7), (-11, 7)], palette.band), words("report.chart.middle")),
    ]
