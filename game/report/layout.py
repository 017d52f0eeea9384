"""Where everything of a drawing lies: boxes in rows from the start downwards, edges as curves between them."""

from typing import Final

from msgspec import Struct

from game.report.boxes import Box, boxes
from game.report.curves import GAP, Curve, Plan, curves
from game.report.order import arrange
from game.report.places import SPACE, across
from game.report.ranks import ranks
from game.report.rows import Rows, rows
from game.report.sheet import Drawing

WIDEST_GAP: Final = 190.0


class Layout(Struct, frozen=True):
    """Boxes with the place of their top left, and curves; all within `width` and `height`."""

    width: float
    height: float
    boxes: dict[str, tuple[Box, float, float]]
    curves: tuple[Curve, ...]


def layout(drawing: Drawing) -> Layout:
    """Return where everything lies; the same for the same drawing."""
    found = boxes(drawing)
    placed = rows(drawing.graph, found, ranks(drawing.graph, found))
    arrange(placed)
    plan = Plan(placed, found, across(placed), *_heights(placed, found))
    at = {key: (box, plan.left(key), plan.tops[placed.rank[placed.place[key]]]) for key, box in found.items()}
    right = max(middle + width / 2 for middle, width in zip(plan.middles, placed.widths, strict=True))
    return Layout(right + SPACE, plan.bottoms[-1] + GAP, at, curves(plan, drawing.graph.edges))


def _heights(placed: Rows, found: dict[str, Box]) -> tuple[list[float], list[float]]:
    """Return the top and the bottom of every row; the more edges there are between two, the more room they get."""
    high, busy = [0.0] * len(placed.rows), [0] * len(placed.rows)
    for key, place in placed.place.items():
        high[placed.rank[place]] = max(high[placed.rank[place]], found[key].height)
    for bond in placed.bonds:
        busy[placed.rank[bond.upper]] += 1
    tops, bottoms, y = [], [], 0.0
    for height, edges in zip(high, busy, strict=True):
        tops.append(y)
        bottoms.append(y + height)
        y += height + min(WIDEST_GAP, GAP + 5 * edges)
    return tops, bottoms
