"""The rows of the drawing with their places: boxes, and the gaps that long edges need to pass between them."""

from itertools import pairwise
from typing import Final

from msgspec import Struct

from game.report.boxes import Box
from game.report.graph import Graph
from game.report.walk import Key

LANE: Final = 13.0
"""How much room an edge takes that passes between boxes."""
MANY: Final = 4_000
"""Past so many places the drawing has rows only, and its edges run straight."""


class Bond(Struct, frozen=True):
    """Two places in neighbouring rows that an edge joins; `shift` is where it leaves the upper, from its middle."""

    upper: int
    lower: int
    shift: float
    weight: float


class Rows(Struct):
    """Places by number, in rows. `lanes` are the places that an edge passes, in the direction of its arrow.

    `beside` says next to which box of the same row a lane begins or ends that leads back up.
    """

    widths: list[float]
    rank: list[int]
    rows: list[list[int]]
    place: dict[str, int]
    lanes: dict[Key, list[int]]
    shifts: dict[Key, float]
    bonds: list[Bond]
    beside: dict[int, int]
    plain: bool = False


def rows(graph: Graph, boxes: dict[str, Box], rank: dict[str, int]) -> Rows:
    """Return the places of all boxes and lanes, in the order in which they were found."""
    order = sorted(graph.nodes, key=lambda key: rank[key])
    found = Rows([], [], [[] for _ in range(max(rank.values()) + 1)], {}, {}, {}, [], {})
    for key in order:
        found.place[key] = _add(found, rank[key], boxes[key].width)
    length = sum(abs(rank[edge.target] - rank[edge.source]) for edge in graph.edges)
    found.plain = len(order) + length > MANY
    if not found.plain:
        for (source, target), keys in _bundles(graph).items():
            _join(found, boxes[source], keys, found.place[source], found.place[target])
    return found


def _add(found: Rows, rank: int, width: float) -> int:
    found.widths.append(width)
    found.rank.append(rank)
    found.rows[rank].append(len(found.rank) - 1)
    return len(found.rank) - 1


def _bundles(graph: Graph) -> dict[tuple[str, str], list[Key]]:
    """Return the edges by the nodes that they join, without those that lead to where they begin."""
    found: dict[tuple[str, str], list[Key]] = {}
    for edge in graph.edges:
        if edge.source != edge.target:
            found.setdefault((edge.source, edge.target), []).append(edge.key)
    return found


def _join(found: Rows, source: Box, keys: list[Key], begin: int, end: int) -> None:
    """Make the lanes of edges between two boxes, side by side, and bind them to what they join."""
    first, last = found.rank[begin], found.rank[end]
    upward = last <= first
    between = range(first, last - 1, -1) if upward else range(first + 1, last)
    lanes = [_add(found, rank, LANE * len(keys) + LANE) for rank in between]
    middle = (len(keys) - 1) / 2
    for number, key in enumerate(keys):
        found.lanes[key] = lanes
        found.shifts[key] = LANE * (number - middle)
    chain = list(reversed(lanes)) if upward else lanes
    found.bonds += [Bond(upper, lower, 0, 6.0 * len(keys)) for upper, lower in pairwise(chain)]
    if upward:
        found.beside |= {lanes[0]: begin, lanes[-1]: end}
        return
    below = lanes[0] if lanes else end
    for key in keys:
        found.bonds.append(Bond(begin, below, source.ports[key] - source.width / 2, 1.0))
    if lanes:
        found.bonds.append(Bond(lanes[-1], end, 0, 1.0 * len(keys)))
