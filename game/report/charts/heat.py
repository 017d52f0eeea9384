"""The heat of a play over its turns."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from game.i18n import Words, capital
from game.report.charts.shapes import SMALL, Chart, Label, Mark, Palette, every, legend, line, mark, path
from game.report.debrief.journey import FEELINGS, feeling
from game.report.lettering import width as wide

TOP: Final = 10
PLOT: Final = 170
HEAD: Final = 28
LEFT: Final = 30


def heat_curve(words: Words, heat: Sequence[int], palette: Palette, width: int = 760) -> Chart:
    """Return the heat at the start and after each turn as a line; `heat` are numbers of 0 to 10, at least one.

    A mark's form says what became of it: a triangle up where it rose, down where it fell, a dot where it stayed.
    """
    names = {least: feeling(words, least) for least, _ in FEELINGS}
    right = max(wide(name, SMALL) for name in names.values()) + 24
    start, end, base = LEFT + 6, width - right, HEAD + PLOT
    step = (end - start) / max(1, len(heat) - 1)
    points = [(start + step * turn, base - PLOT * level / TOP) for turn, level in enumerate(heat)]
    shapes = line(start, base, end, base, palette.rim) + _bands(start, end, base, palette)
    shapes += path(points, palette.line, 2)
    shapes += "".join(_mark(kind, at, palette) for kind, at in zip(_kinds(heat), points, strict=True))
    shape, more, foot = legend(_legend(words, palette), base + 44, width)
    labels = (*_names(names, end + 12, base), *_axis(words, points, base), *_levels(heat, points), *more)
    told = words("chart.heat_told", heat=words.list(heat))
    return Chart(width, round(foot), shapes + shape, labels, told)


def _kinds(heat: Sequence[int]) -> list[Mark]:
    moves: list[Mark] = [
        "up" if after > before else "down" if after < before else "dot" for before, after in pairwise(heat)
    ]
    return ["ring", *moves]


def _mark(kind: Mark, at: tuple[float, float], palette: Palette) -> str:
    colour = {"up": palette.bad, "down": palette.good}.get(kind, palette.line)
    return mark(kind, *at, colour, palette.ground)


def _bands(start: float, end: float, base: float, palette: Palette) -> str:
    lines = [least for least, _ in FEELINGS if least]
    return "".join(
        line(start, base - PLOT * (at - 0.5) / TOP, end, base - PLOT * (at - 0.5) / TOP, palette.rim, 1, "3 4")
        for at in lines
    )


def _names(names: dict[int, str], x: float, base: float) -> list[Label]:
    """Return what each band feels like, beside the middle of it."""
    tops = [TOP, *(least - 0.5 for least in names)]
    found = []
    for (least, name), top in zip(names.items(), tops, strict=False):
        low = max(0, least - 0.5)
        found.append(Label(x, base - PLOT * (low + top) / 2 / TOP + 4.5, name, SMALL, role="quiet"))
    return found


def _axis(words: Words, points: list[tuple[float, float]], base: float) -> list[Label]:
    levels = [Label(LEFT - 8, base - PLOT * at / TOP + 4.5, f"{at}", SMALL, "end", "quiet") for at in (0, 5, 10)]
    step = every(len(points), points[-1][0] - points[0][0])
    turns = [
        Label(x, base + 20, f"{turn}", SMALL, "middle", "quiet")
        for turn, (x, _) in enumerate(points)
        if turn and not turn % step
    ]
    return [
        *levels,
        Label(points[0][0] - 12, base + 20, capital(words("chart.start")), SMALL, "start", "quiet"),
        *turns,
    ]


def _levels(heat: Sequence[int], points: list[tuple[float, float]]) -> list[Label]:
    step = every(len(points), points[-1][0] - points[0][0])
    return [
        Label(x, y - 11, f"{level}", SMALL, "middle")
        for turn, (level, (x, y)) in enumerate(zip(heat, points, strict=True))
        if not turn % step or turn == len(heat) - 1
    ]


def _legend(words: Words, palette: Palette) -> list[tuple[str, str]]:
    return [
        (mark("up", 0, 0, palette.bad, palette.ground), words("chart.rose")),
        (mark("down", 0, 0, palette.good, palette.ground), words("chart.fell")),
        (mark("dot", 0, 0, palette.line, palette.ground), words("chart.stayed")),
    ]
