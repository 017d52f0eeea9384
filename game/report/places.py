"""Where the places of each row lie from left to right: near what they are joined to, never over each other."""

from typing import Final

from game.report.rows import Bond, Rows

SPACE: Final = 34.0
"""Between two boxes of a row."""
PASSES: Final = 24


def across(rows: Rows) -> list[float]:
    """Return the middle of every place, from the left edge of the drawing at 0."""
    middles = [0.0] * len(rows.widths)
    for row in rows.rows:
        _settle(row, rows, middles, {})
    if not rows.plain:
        joined: list[list[tuple[int, float, float]]] = [[] for _ in rows.widths]
        for bond in rows.bonds:
            _join(joined, bond)
        for lane, box in rows.beside.items():
            joined[lane].append((box, rows.widths[box] / 2 + rows.widths[lane] / 2 + SPACE, 2.0))
        for number in range(PASSES):
            order = rows.rows if number % 2 == 0 else rows.rows[::-1]
            for row in order:
                _settle(row, rows, middles, {place: joined[place] for place in row})
    left = min(middle - width / 2 for middle, width in zip(middles, rows.widths, strict=True))
    return [middle - left for middle in middles]


def _join(joined: list[list[tuple[int, float, float]]], bond: Bond) -> None:
    joined[bond.upper].append((bond.lower, -bond.shift, bond.weight))
    joined[bond.lower].append((bond.upper, bond.shift, bond.weight))


def _settle(
    row: list[int], rows: Rows, middles: list[float], joined: dict[int, list[tuple[int, float, float]]]
) -> None:
    """Move a row's places as near to where they are drawn as can be without one lying over another.

    This is the least-squares solution: places that push each other become one block, which lies at their mean.
    """
    offset, last = 0.0, 0.0
    blocks: list[tuple[float, float, int]] = []  # (sum of wishes, weight, how many places)
    offsets: list[float] = []
    for place in row:
        offset += last / 2 + rows.widths[place] / 2 + (SPACE if offsets else 0)
        last = rows.widths[place]
        offsets.append(offset)
        wish, weight = _wish(middles[place], middles, joined.get(place, []))
        block = ((wish - offset) * weight, weight, 1)
        while blocks and blocks[-1][0] / blocks[-1][1] >= block[0] / block[1]:
            before = blocks.pop()
            block = (before[0] + block[0], before[1] + block[1], before[2] + block[2])
        blocks.append(block)
    index = 0
    for total, weight, count in blocks:
        for place, shift in zip(row[index : index + count], offsets[index : index + count], strict=True):
            middles[place] = total / weight + shift
        index += count


def _wish(middle: float, middles: list[float], joined: list[tuple[int, float, float]]) -> tuple[float, float]:
    """Return where a place is drawn to, and how strongly; a place that nothing draws stays where it is."""
    total = sum(weight for _, _, weight in joined)
    if not total:
        return middle, 0.2
    return sum((middles[other] + shift) * weight for other, shift, weight in joined) / total, total
