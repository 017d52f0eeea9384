"""The order of places within rows: each near the middle of what it is joined to, with few crossings."""

from bisect import bisect_right, insort
from typing import Final

from game.report.rows import Bond, Rows

SWEEPS: Final = 16
BESIDE: Final = 0.6
"""Where a lane that leads back up stands, counted from its box's own place."""


def arrange(rows: Rows) -> None:
    """Put the places of every row in an order with few crossings; the same for the same rows."""
    if rows.plain:
        return
    above, below = _bonds(rows)
    best = (crossings(rows), [list(row) for row in rows.rows])
    for sweep in range(SWEEPS):
        down = sweep % 2 == 0
        numbers = range(1, len(rows.rows)) if down else range(len(rows.rows) - 2, -1, -1)
        for number in numbers:
            _sort(rows, number, above if down else below, down)
        count = crossings(rows)
        if count < best[0]:
            best = (count, [list(row) for row in rows.rows])
    rows.rows[:] = best[1]


def _bonds(rows: Rows) -> tuple[dict[int, list[Bond]], dict[int, list[Bond]]]:
    above: dict[int, list[Bond]] = {}
    below: dict[int, list[Bond]] = {}
    for bond in rows.bonds:
        above.setdefault(bond.lower, []).append(bond)
        below.setdefault(bond.upper, []).append(bond)
    return above, below


def _sort(rows: Rows, number: int, bonds: dict[int, list[Bond]], down: bool) -> None:
    """Sort a row by where the other ends of its bonds lie; what has none keeps its place."""
    row = rows.rows[number]
    other = rows.rows[number - 1 if down else number + 1]
    at = {place: float(index) for index, place in enumerate(other)}
    scale = max(1, len(row) - 1) / max(1, len(other) - 1)
    keys: dict[int, float] = {}
    for index, place in enumerate(row):
        ends = [(_end(rows, bond, at, down), bond.weight) for bond in bonds.get(place, ())]
        total = sum(weight for _, weight in ends)
        keys[place] = sum(end * weight for end, weight in ends) / total if total else index / scale
    for place in row:
        if place in rows.beside and place not in bonds:
            keys[place] = keys[rows.beside[place]] + BESIDE
    row.sort(key=lambda place: keys[place])


def _end(rows: Rows, bond: Bond, at: dict[int, float], down: bool) -> float:
    """Return where the other end of a bond lies: places are one apart, ports within them."""
    if not down:
        return at[bond.lower] - bond.shift / 10_000
    return at[bond.upper] + 0.9 * bond.shift / rows.widths[bond.upper]


def crossings(rows: Rows) -> int:
    """Return how many pairs of edges cross between neighbouring rows."""
    at = {place: index for row in rows.rows for index, place in enumerate(row)}
    gaps: dict[int, list[tuple[int, float, int]]] = {}
    for bond in rows.bonds:
        ends = (at[bond.upper], bond.shift, at[bond.lower])
        gaps.setdefault(rows.rank[bond.upper], []).append(ends)
    count = 0
    for ends_of_gap in gaps.values():
        seen: list[int] = []
        for _, _, lower in sorted(ends_of_gap):
            count += len(seen) - bisect_right(seen, lower)
            insort(seen, lower)
    return count
