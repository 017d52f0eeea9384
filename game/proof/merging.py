"""Equal states found among many rows and made one, a part of the rows at a time so that each part fits in the cache."""

from typing import Final, NamedTuple

import numpy as np

from game.proof.columns import LANES, Array, Ints, Words
from game.proof.rows import Rows, hashed, together

MANY: Final = 5_000
"""Fewer rows are always merged."""
SAMPLED: Final = 16
"""Of many rows, about one in so many is looked at to see how many are equal; equal ones all or none."""
WORTH: Final = 0.85
WORTH_LAST: Final = 0.5
"""Merging has to leave less than this of the rows, or it takes more time than it saves: less of those that will end."""


class Merged(NamedTuple):
    """Rows in pieces, no two of them equal; for each row of each block its place among them, if that was wanted."""

    pieces: list[Rows]
    numbers: list[Ints]


def merged(blocks: list[Rows], size: int, worth: float, numbered: bool = False) -> Merged | None:
    """Return the rows of all blocks with equal ones as one, in pieces of about `size`; plays and chances add up.

    None where many rows would come to more than the part `worth` of them, so that it would not pay.
    """
    hashes = [hashed(block.state.columns) for block in blocks]
    many = sum(map(len, blocks))
    if many > MANY and _left(hashes) > worth:
        return None
    bits = (many // size).bit_length()
    dealt = [_Dealt(block, mixed, bits) for block, mixed in zip(blocks, hashes, strict=True)]
    numbers = [np.zeros(len(block), np.int64) for block in blocks if numbered]
    found: list[Rows] = []
    base = 0
    for part in range(1 << bits):
        some = [one for one in dealt if one.size(part)]
        if not some:
            continue
        rows = together([one.rows(part) for one in some])
        groups = _grouped(rows.state.columns, np.concatenate([one.mixed(part) for one in some]))
        if numbered:
            places = base + groups.numbers
            for number, one in zip(numbers, dealt, strict=True):
                number[one.at(part)], places = places[: one.size(part)], places[one.size(part) :]
        found.append(_summed(rows, groups))
        base += len(groups.starts)
    return Merged(found, numbers)


def _left(hashes: list[Words]) -> float:
    """Return about which part of the rows merging would leave, by a part of all hashes."""
    some = np.concatenate([mixed[mixed & np.uint64(SAMPLED - 1) == 0] for mixed in hashes])
    return len(np.unique(some)) / max(len(some), 1)


class _Dealt:
    """The rows of one block dealt into parts by their hash, so that equal rows come to the same part."""

    def __init__(self, block: Rows, mixed: Words, bits: int) -> None:
        part = (mixed >> np.uint64(63) >> np.uint64(1) if bits == 0 else mixed >> np.uint64(64 - bits)).astype(
            np.uint16
        )
        self._order = np.argsort(part, kind="stable")
        self._ends = np.cumsum(np.bincount(part, minlength=1 << bits))
        self._rows = block.take(self._order) if bits else block
        self._mixed = mixed[self._order]

    def _span(self, part: int) -> slice:
        return slice(int(self._ends[part - 1]) if part else 0, int(self._ends[part]))

    def size(self, part: int) -> int:
        span = self._span(part)
        return int(span.stop - span.start)

    def at(self, part: int) -> Ints:
        """Return where the rows of a part stood in the block."""
        return self._order[self._span(part)]

    def mixed(self, part: int) -> Words:
        return self._mixed[self._span(part)]

    def rows(self, part: int) -> Rows:
        return self._rows.take(self._span(part))


class _Groups(NamedTuple):
    """Rows in an order in which equal states stand together, and where each group of them starts."""

    order: Ints
    starts: Ints

    @property
    def numbers(self) -> Ints:
        """For each row, as it was before, the number of its group."""
        first = np.zeros(len(self.order), np.int64)
        first[self.starts[1:]] = 1
        found = np.empty(len(self.order), np.int64)
        found[self.order] = np.cumsum(first)
        return found


def _grouped(columns: list[Array], mixed: Words) -> _Groups:
    """Return rows in groups of equal ones.

    Rows are sorted by a hash and, where it is equal, compared whole with their neighbour: a collision can only leave
    equal rows apart.
    """
    order = np.argsort(mixed)
    ordered = mixed[order]
    same = np.flatnonzero(ordered[1:] == ordered[:-1])
    rows, before = order[same + 1], order[same]
    equal = np.ones(len(same), bool)
    for column in columns:
        equal &= column[rows] == column[before]
    new = np.ones(len(mixed), bool)
    new[same[equal] + 1] = False
    return _Groups(order, np.flatnonzero(new))


def _summed(rows: Rows, groups: _Groups) -> Rows:
    """Return one row for each group."""
    order, starts = groups
    if len(starts) == len(rows):
        return rows.take(order)
    found = rows.take(order[starts])
    found.plays = np.add.reduceat(rows.plays[order], starts)
    found.chance = np.add.reduceat(rows.chance[order], starts)
    for at, limit in enumerate((np.minimum, np.maximum)[: len(rows.spans)]):
        levels = rows.spans[at].view(np.uint8).reshape(-1, LANES)[order]
        found.spans[at] = limit.reduceat(levels, starts, axis=0).view(np.uint64).reshape(-1)
    return found
