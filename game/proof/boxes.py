"""Many states of a play taken as one box: for each number how far it goes at the least and at the most.

A box holds more states than it was made of, never fewer: what is said of the box holds for each of them.
"""

from dataclasses import dataclass, replace
from typing import Final, NamedTuple

import numpy as np

from game.engine.case import Case
from game.proof.columns import Ints
from game.proof.shapes import TOP

BEYOND: Final = 10**8
"""More than any sum of a play comes to; what grows for ever stands here."""
SCORED: Final = 101
"""A score has so many values, 0 to 100."""


class Axis(NamedTuple):
    """Where a box has some numbers: the most of each, and the least of each with its sign turned."""

    top: slice
    bottom: slice


class Axes:
    """Where a box has what. All of its numbers are tops: two boxes become one by the higher of each.

    `empathy` and `nvc` are no numbers of a play but, for each mean m from 0 to 100, how far the sums can go beyond what
    makes a mean of m at least, then of m at most: the mean itself tells too little once two plays are one.
    """

    def __init__(self, case: Case) -> None:
        layout, self.size = case.layout, 0
        many = len(layout.components)
        self.perceived, self.desired, self.adequate, self.deeds = (self._axis(many) for _ in range(4))
        self.meters, self.points = self._axis(len(layout.meter_ids)), self._axis(1)
        self.empathy, self.nvc = self._axis(SCORED), self._axis(SCORED)
        self.cap: Ints = np.full(self.size, BEYOND, np.int64)
        self.floor: Ints = np.full(self.size, -BEYOND, np.int64)
        for axis in (self.perceived, self.desired, self.adequate):
            self._kept(axis, [(0, TOP)] * many)
        self._kept(self.meters, [(one.min, one.max) for one in case.scenario.meters.values()])

    def _axis(self, many: int) -> Axis:
        at, self.size = self.size, self.size + 2 * many
        return Axis(slice(at, at + many), slice(at + many, at + 2 * many))

    def _kept(self, axis: Axis, limits: list[tuple[int, int]]) -> None:
        low, high = np.array([one[0] for one in limits], np.int64), np.array([one[1] for one in limits], np.int64)
        self.cap[axis.top], self.floor[axis.top] = high, low
        self.cap[axis.bottom], self.floor[axis.bottom] = -low, -high

    def kept(self, levels: Ints) -> Ints:
        """Return levels within their limits; the array itself is changed."""
        np.minimum(levels, self.cap, out=levels)
        np.maximum(levels, self.floor, out=levels)
        return levels

    def range(self, levels: Ints, axis: Axis, place: int) -> tuple[int, int]:
        """Return the least and the most of one number."""
        return -int(levels[axis.bottom.start + place]), int(levels[axis.top.start + place])

    def narrow(self, levels: Ints, axis: Axis, place: int, low: int | None, high: int | None) -> None:
        """Leave out what lies outside of these ends, in place; there must be something that does not."""
        top, bottom = axis.top.start + place, axis.bottom.start + place
        if high is not None:
            levels[top] = min(int(levels[top]), high)
        if low is not None:
            levels[bottom] = min(int(levels[bottom]), -low)


@dataclass(slots=True)
class Box:
    """States of one beat. `heats` has a bit for each heat, `must` the marks that all of them have, `may` those that any
    has; `back` is the beat that `back` leads to from all of them; `levels` are the rest, by `Axes`.
    """

    heats: int
    must: int
    may: int
    back: int
    levels: Ints

    def copy(self) -> "Box":
        """Return a box of its own with the same states."""
        return replace(self, levels=self.levels.copy())

    def marked(self, marks: int) -> "Box":
        """Return a box whose states have these marks, too."""
        return replace(self, must=self.must | marks, may=self.may | marks)

    def joined(self, other: "Box") -> "Box":
        """Return a box with the states of both, from which `back` leads to the same beat."""
        levels = np.maximum(self.levels, other.levels)
        return Box(self.heats | other.heats, self.must & other.must, self.may | other.may, self.back, levels)

    def holds(self, other: "Box") -> bool:
        """Return whether all states of another box are in this one."""
        marks = not other.heats & ~self.heats and not self.must & ~other.must and not other.may & ~self.may
        return marks and bool((other.levels <= self.levels).all())


class Bits:
    """Which bit of a box's marks is what: the engine's own, interrupts that have fired, open promises, one broken."""

    def __init__(self, case: Case, read: int) -> None:
        self.read = read
        """The engine's marks that anything reads: no others are kept."""
        self._fired = read.bit_length()
        self._open = self._fired + len(case.scenario.interrupts)
        self.promises = len(case.layout.promises)
        self.broken = 1 << self._open + self.promises
        self.owed = self.broken | (1 << self._open + self.promises) - (1 << self._open)
        """What closing a play reads of the marks."""

    def fired(self, number: int) -> int:
        """Return the bit of an interrupt."""
        return 1 << self._fired + number

    def interrupts(self, marks: int) -> int:
        """Return which interrupts have fired by these marks, a bit each."""
        return marks >> self._fired & (1 << self._open - self._fired) - 1

    def open(self, number: int) -> int:
        """Return the bit of an open promise."""
        return 1 << self._open + number

    def opened(self, marks: int) -> list[int]:
        """Return the promises that are open by these marks."""
        found, rest = [], marks >> self._open & (1 << self.promises) - 1
        while rest:
            found.append((rest & -rest).bit_length() - 1)
            rest &= rest - 1
        return found


def heats(mask: int) -> list[int]:
    """Return the heats of a mask, in order."""
    return [heat for heat in range(TOP + 1) if mask >> heat & 1]
