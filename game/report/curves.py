"""The lines of the drawing: from the foot of a response to the top of what follows, smooth, past the boxes between."""

from typing import Final, Literal

from msgspec import Struct

from game.report.boxes import Box
from game.report.graph import Edge
from game.report.rows import Rows
from game.report.walk import Key

GAP: Final = 74.0
"""Between two rows, at least."""
ARRIVAL: Final = 15.0
"""How far apart arrows arrive at a box."""
HEAD: Final = 9.0
"""How long the head of an arrow is."""
BOW: Final = 44.0
"""How far a line swings out where it turns round."""

Point = tuple[float, float]


class Curve(Struct, frozen=True):
    """The line of an edge as an SVG path, with the tip of its arrow and where that points."""

    edge: Edge
    path: str
    tip: Point
    points: Literal["down", "left"]


class Plan(Struct, frozen=True):
    """What curves are drawn from: the rows with the middles of their places and their tops and bottoms."""

    rows: Rows
    boxes: dict[str, Box]
    middles: list[float]
    tops: list[float]
    bottoms: list[float]

    def left(self, key: str) -> float:
        """Return the left edge of a box."""
        return self.middles[self.rows.place[key]] - self.boxes[key].width / 2

    def leaves(self, edge: Edge) -> Point:
        """Return where an edge leaves the foot of its box."""
        rank = self.rows.rank[self.rows.place[edge.source]]
        box = self.boxes[edge.source]
        return self.left(edge.source) + box.ports[edge.key], self.tops[rank] + box.height


def curves(plan: Plan, edges: tuple[Edge, ...]) -> tuple[Curve, ...]:
    """Return the line of every edge."""
    arrivals = _arrivals(plan, edges)
    return tuple(_loop(plan, e) if e.source == e.target else _curve(plan, e, arrivals[e.key]) for e in edges)


def _arrivals(plan: Plan, edges: tuple[Edge, ...]) -> dict[Key, float]:
    """Return where each edge arrives at the top of its box: side by side, in the order in which they come."""
    coming: dict[str, list[tuple[float, Key]]] = {}
    for edge in edges:
        if edge.source != edge.target:
            lanes = plan.rows.lanes.get(edge.key)
            shift = plan.rows.shifts.get(edge.key, 0.0)
            x = plan.middles[lanes[-1]] + shift if lanes else plan.leaves(edge)[0]
            coming.setdefault(edge.target, []).append((x, edge.key))
    found: dict[Key, float] = {}
    for target, ends in coming.items():
        box = plan.boxes[target]
        apart = min(ARRIVAL, 0.86 * box.width / len(ends))
        first = plan.left(target) + box.width / 2 - apart * (len(ends) - 1) / 2
        found |= {key: first + apart * number for number, (_, key) in enumerate(sorted(ends))}
    return found


def _curve(plan: Plan, edge: Edge, arrival: float) -> Curve:
    """Return the line of an edge through its lanes."""
    rank = plan.rows.rank
    first, last = rank[plan.rows.place[edge.source]], rank[plan.rows.place[edge.target]]
    begin, tip = plan.leaves(edge), (arrival, plan.tops[last])
    end = (arrival, tip[1] - HEAD)
    lanes = [
        (plan.middles[lane] + plan.rows.shifts[edge.key], plan.tops[rank[lane]], plan.bottoms[rank[lane]])
        for lane in plan.rows.lanes.get(edge.key, ())
    ]
    start = f"M{begin[0]:.1f},{begin[1]:.1f}"
    if plan.rows.plain:
        return Curve(edge, start + _bend(begin, end, BOW, -BOW), tip, "down")
    path = _up(begin, end, lanes) if last <= first else _down((begin[0], plan.bottoms[first]), end, lanes)
    return Curve(edge, start + path, tip, "down")


def _down(begin: Point, end: Point, lanes: list[tuple[float, float, float]]) -> str:
    """Return the path downwards: straight through each row, bent between them."""
    path, at = [f"V{begin[1]:.1f}"], begin
    for middle, top, bottom in lanes:
        pull = (top - at[1]) / 2
        path += [_bend(at, (middle, top), pull, -pull), f"V{bottom:.1f}"]
        at = (middle, bottom)
    pull = (end[1] - at[1]) / 2
    return "".join([*path, _bend(at, end, pull, -pull)])


def _up(begin: Point, end: Point, lanes: list[tuple[float, float, float]]) -> str:
    """Return the path that turns round below its box, goes up, and turns round again above where it leads."""
    path, at = [], begin
    for number, (middle, top, bottom) in enumerate(lanes):
        pull = (bottom - at[1]) / 2
        path += [_bend(at, (middle, bottom), BOW, BOW) if not number else _bend(at, (middle, bottom), pull, -pull)]
        path += [f"V{top:.1f}"]
        at = (middle, top)
    return "".join([*path, _bend(at, end, -BOW, -BOW)])


def _bend(begin: Point, end: Point, leave: float, arrive: float) -> str:
    """Return a curve that leaves and arrives upright; `leave` and `arrive` are how far its handles reach downwards."""
    return f"C{begin[0]:.1f},{begin[1] + leave:.1f} {end[0]:.1f},{end[1] + arrive:.1f} {end[0]:.1f},{end[1]:.1f}"


def _loop(plan: Plan, edge: Edge) -> Curve:
    """Return a small loop from the foot of a box round to its right side."""
    x, y = plan.leaves(edge)
    right = plan.left(edge.source) + plan.boxes[edge.source].width
    side = y - 40.0
    path = f"M{x:.1f},{y:.1f}C{x:.1f},{y + 30:.1f} {right + 22:.1f},{y + 30:.1f} {right + 22:.1f},{y - 6:.1f}"
    path += f"S{right + 22:.1f},{side:.1f} {right + HEAD:.1f},{side:.1f}"
    return Curve(edge, path, (right, side), "left")
