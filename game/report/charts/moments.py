"""How well each moment of a talk went, over a class: a map of colours, with the number in every field."""

from collections.abc import Sequence
from typing import Final

from game.i18n import Words
from game.report.charts.shapes import SMALL, Chart, Label, Palette, box, legend
from game.report.course.records import HeatMap
from game.report.lettering import clip
from game.report.lettering import width as wide

ROW: Final = 24
HEAD: Final = 26
WIDEST_NAME: Final = 150
WIDEST_FIELD: Final = 74.0
Step = tuple[int, str, float]
"""(from this quality on, colour, how strong)"""
STEPS: Final[tuple[Step, ...]] = (
    (85, "good", 0.55),
    (70, "good", 0.24),
    (55, "edge", 0.18),
    (40, "bad", 0.22),
    (0, "bad", 0.5),
)
"""Green over grey to red, pale enough for the number that stands on it."""
GREYS: Final[tuple[Step, ...]] = (
    (85, "ink", 0.05),
    (70, "ink", 0.12),
    (55, "ink", 0.21),
    (40, "ink", 0.33),
    (0, "ink", 0.47),
)
"""The lower, the darker: for whoever sees no colours."""


def moments_chart(
    words: Words, told: HeatMap, palette: Palette, width: int = 760, steps: Sequence[Step] = STEPS
) -> Chart:
    """Return the map: a row a trainee (or several of about the same score), a column a beat, by number above it.

    A field is empty where nobody of the row came to the beat. `steps` are the colours, from the best quality down.
    """
    left = min(WIDEST_NAME, max((wide(row.label, SMALL) for row in told.rows), default=0)) + 12
    step = min(WIDEST_FIELD, (width - left) / max(1, len(told.columns)))
    shapes, labels = "", list[Label]()
    for place, name in enumerate(told.columns):
        labels.append(Label(left + step * (place + 0.5), 16, clip(name, SMALL, step), SMALL, "middle", "quiet"))
    for number, row in enumerate(told.rows):
        y = HEAD + ROW * number
        labels.append(Label(0, y + ROW / 2 + 4.5, clip(row.label, SMALL, left - 8), SMALL))
        for place, value in enumerate(row.values):
            x = left + step * place
            shapes += _field(value, x, y, step, palette, steps)
            if value is not None and step >= wide(f"{value}", SMALL) + 2:
                labels.append(Label(x + step / 2, y + ROW / 2 + 4.5, f"{value}", SMALL, "middle"))
    foot = HEAD + ROW * len(told.rows)
    shape, more, below = legend(_legend(words, palette, steps), foot + 20, width)
    return Chart(width, round(below), shapes + shape, (*labels, *more), told.told)


def _field(value: int | None, x: float, y: float, step: float, palette: Palette, steps: Sequence[Step]) -> str:
    if value is None:
        return ""
    _, role, strong = next(one for one in steps if value >= one[0])
    return f'<g fill-opacity="{strong}">' + box(x + 1, y + 1, step - 2, ROW - 2, getattr(palette, role), 3) + "</g>"


def _legend(words: Words, palette: Palette, steps: Sequence[Step]) -> list[tuple[str, str]]:
    entries, above = [], 100
    for least, role, strong in steps:
        shape = f'<g fill-opacity="{strong}">' + box(-11, -7, 22, 14, getattr(palette, role), 3) + "</g>"
        entries.append((shape, words("report.chart.range", low=least, high=above)))
        above = least - 1
    return entries
