"""Which row of the drawing each node stands in: below all that leads to it, but for ways that lead back up."""

from collections.abc import Iterable
from typing import Final

from game.report.boxes import Box
from game.report.graph import Edge, Graph

FAR: Final = 260.0
"""How much wider a row may grow to spare an edge one more row."""


def ranks(graph: Graph, boxes: dict[str, Box]) -> dict[str, int]:
    """Return the row of every node, 0 at the top.

    What the talk can come to without an interrupt hangs below the start, by its longest way down. The rest, an
    interrupt and what follows it, stands beside it where the rows are emptiest.
    """
    down = downward(graph)
    main = _from(graph.scenario.start, graph)
    found = _longest(main, [edge for edge in down if edge.source in main])
    crowd: dict[int, float] = {}
    for key, rank in found.items():
        crowd[rank] = crowd.get(rank, 0) + boxes[key].width
    for part in _parts(graph, main):
        inside = [edge for edge in down if edge.source in part and edge.target in part]
        outside = [edge for edge in down if edge.source in part and edge.target in main]
        local = _longest(part, inside)
        latest = min((found[edge.target] - 1 - local[edge.source] for edge in outside), default=None)
        first = _place(local, boxes, crowd, latest)
        for key, rank in local.items():
            found[key] = rank + first
            crowd[rank + first] = crowd.get(rank + first, 0) + boxes[key].width
    return found


def downward(graph: Graph) -> list[Edge]:
    """Return the edges without those that lead to a node they came by, so that there is no way round in a circle."""
    order = [graph.scenario.start, *graph.nodes]
    done: set[str] = set()
    above: set[str] = set()
    kept: list[Edge] = []
    for root in order:
        stack = [] if root in done else [(root, iter(graph.leaving(root)))]
        done.add(root)
        above.update(key for key, _ in stack)
        while stack:
            key, edges = stack[-1]
            edge = next(edges, None)
            if edge is None:
                above.discard(key)
                stack.pop()
                continue
            if edge.target in above:
                continue
            kept.append(edge)
            if edge.target not in done:
                done.add(edge.target)
                above.add(edge.target)
                stack.append((edge.target, iter(graph.leaving(edge.target))))
    return kept


def _from(start: str, graph: Graph) -> dict[str, None]:
    """Return what can be reached from a node, as keys in the order of the file."""
    found, waiting = {start}, [start]
    while waiting:
        for edge in graph.leaving(waiting.pop()):
            if edge.target not in found:
                found.add(edge.target)
                waiting.append(edge.target)
    return {key: None for key in graph.nodes if key in found}


def _longest(nodes: Iterable[str], down: list[Edge]) -> dict[str, int]:
    """Return the length of the longest way down to each node."""
    rank = dict.fromkeys(nodes, 0)
    waiting = dict.fromkeys(rank, 0)
    leaving: dict[str, list[str]] = {}
    for edge in down:
        if edge.target in rank:
            waiting[edge.target] += 1
            leaving.setdefault(edge.source, []).append(edge.target)
    ready = [key for key, count in waiting.items() if not count]
    while ready:
        key = ready.pop()
        for target in leaving.get(key, ()):
            rank[target] = max(rank[target], rank[key] + 1)
            waiting[target] -= 1
            if not waiting[target]:
                ready.append(target)
    return rank


def _parts(graph: Graph, main: dict[str, None]) -> list[dict[str, None]]:
    """Return the nodes outside `main` in the parts that hang together."""
    beside: dict[str, list[str]] = {}
    for edge in graph.edges:
        if edge.source not in main and edge.target not in main:
            beside.setdefault(edge.source, []).append(edge.target)
            beside.setdefault(edge.target, []).append(edge.source)
    parts: list[dict[str, None]] = []
    done = set(main)
    for root in graph.nodes:
        if root in done:
            continue
        part, waiting = {root}, [root]
        while waiting:
            new = [key for key in beside.get(waiting.pop(), ()) if key not in part]
            part.update(new)
            waiting += new
        done |= part
        parts.append({key: None for key in graph.nodes if key in part})
    return parts


def _place(local: dict[str, int], boxes: dict[str, Box], crowd: dict[int, float], latest: int | None) -> int:
    """Return the row in which a part begins: an empty one, not below `latest`, and near it so that edges are short."""
    height = max(local.values()) + 1
    widths = [0.0] * height
    for key, rank in local.items():
        widths[rank] += boxes[key].width
    last = max(0, max(crowd, default=0) + 1 - height) if latest is None else max(0, latest)
    far = 0 if latest is None else FAR

    def crowded(first: int) -> float:
        return max(crowd.get(first + row, 0.0) + width for row, width in enumerate(widths)) + far * (last - first)

    return min(range(last, -1, -1), key=crowded)
