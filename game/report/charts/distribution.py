"""How many got how many points: ten bars, and the line from which on it is enough."""

from typing import Final

from game.i18n import Words
from game.report.charts.shapes import PLAIN, SMALL, Chart, Label, Palette, box, line
from game.report.course.records import Distribution

PLOT: Final = 150
HEAD: Final = 40
FOOT: Final = 30
LEFT: Final = 6
WHOLE: Final = 100
GAP: Final = 3
CLEAR: Final = 16


def distribution_chart(words: Words, told: Distribution, palette: Palette, width: int = 440, plot: int = PLOT) -> Chart:
    """Return the bins as bars with their counts above them; the pass mark is a dashed line with its number.

    `plot` is how high the highest bar is.
    """
    base, room = HEAD + plot, width - 2 * LEFT
    most = max(*told.bins, 1)
    wide = room / len(told.bins)
    at = None if told.mark is None else LEFT + room * told.mark / WHOLE
    shapes, labels = line(LEFT, base, width - LEFT, base, palette.rim), list[Label]()
    for place, count in enumerate(told.bins):
        x, high = LEFT + place * wide, plot * count / most
        if count:
            shapes += box(x + GAP / 2, base - high, wide - GAP, high, palette.edge, 2)
            labels.append(Label(_clear(x + wide / 2, at), base - high - 6, f"{count}", SMALL, "middle"))
        labels.append(Label(x, base + 18, f"{10 * place}", SMALL, "middle" if place else "start", "quiet"))
    labels.append(Label(width - LEFT, base + 18, f"{WHOLE}", SMALL, "end", "quiet"))
    if told.mark is not None and at is not None:
        shapes += line(at, 20, at, base, palette.ink, 1.5, "5 4")
        near = told.mark > WHOLE // 2
        said = words("report.chart.mark", mark=told.mark)
        labels.append(Label(at + (-6 if near else 6), 14, said, PLAIN, "end" if near else "start"))
    return Chart(width, base + FOOT, shapes, tuple(labels), told.told)


def _clear(x: float, at: float | None) -> float:
    """Return where a count is written so that the line of the pass mark does not cross it."""
    if at is None or abs(x - at) >= CLEAR:
        return x
    return at + CLEAR if x >= at else at - CLEAR
