"""Answers of the engine as columns: what is to be done to many plays at once."""

from typing import NamedTuple

import numpy as np

from game.engine.standing import Levels
from game.proof.columns import LANES, WIDE, Ints, Table, Words, drawn, lanes, wide
from game.proof.control import WHOLE
from game.proof.rows import State
from game.proof.shapes import TOP, Shape


class Change(NamedTuple):
    """What is to be done to all but control: `marks` are set, the rest is added.

    `listening` changes nothing: the empathy and the NVC of the turn, a byte each, and whether a blocker fired.
    """

    heat: int
    marks: list[int]
    shape: Shape
    deeds: Levels
    sums: int
    listening: int = 0


class Touched:
    """Which columns any answer to one asker changes: the others can be left as they are."""

    __slots__ = ("control", "deeds", "levels", "limits", "marks", "sums")

    def __init__(self) -> None:
        self.control = self.marks = self.levels = self.limits = self.deeds = self.sums = False

    def widen(self, change: Change) -> None:
        """Take in one more change."""
        shape = change.shape
        self.marks |= any(change.marks)
        self.limits |= any(shape.low) or any(high < TOP for high in shape.high)
        self.levels |= any(shape.add) or self.limits
        self.deeds |= any(change.deeds)
        self.sums |= change.sums != 0


Packed = tuple[int, ...]
"""A change as the numbers of its columns."""


class Effects:
    """Answers as columns, one row for each."""

    def __init__(self, words: int, salient: tuple[int, ...], unread: frozenset[int]) -> None:
        self.salient = salient
        self.read = np.uint64(lanes(tuple(0 if place in unread else 0xFF for place in range(LANES))))
        """The lanes of perceived that a state holds: what nothing reads is kept at 0."""
        self.blank = bool(unread)
        self.keep, self.put = Table(np.uint64), Table(np.uint64)
        self.marks = [Table(np.uint64) for _ in range(words)]
        self.add, self.low, self.high = Table(np.uint64), Table(np.uint64), Table(np.uint64)
        self.deeds = [Table(np.uint64) for _ in range(0, len(salient), WIDE)]
        self.sums = Table(np.int64)
        self.heat = Table(np.int64)
        self.listening = Table(np.int32)
        shape, rest = (self.add, self.low, self.high), (self.sums, self.heat, self.listening)
        self._columns = (self.keep, self.put, *self.marks, *shape, *self.deeds, *rest)

    def packed(self, change: Change, touched: Touched) -> Packed:
        """Return a change as it is entered, and let `touched`, which is its asker's, know of it."""
        touched.widen(change)
        salient = [self.salient[at : at + WIDE] for at in range(0, len(self.salient), WIDE)]
        deeds = (wide(tuple(change.deeds[place] for place in places)) for places in salient)
        shape = (lanes(levels) for levels in change.shape)
        return (*change.marks, *shape, *deeds, change.sums, change.heat, change.listening)

    def enter(self, keep: int, put: int, change: Packed, touched: Touched) -> int:
        """Add an answer: a change under which control becomes `control & keep | put`. Return its number."""
        touched.control |= (keep, put) != (WHOLE, 0)
        for table, number in zip(self._columns, (keep, put, *change), strict=True):
            table.add(number)
        return self.sums.size - 1

    def levels(self, perceived: Words, which: Ints, limits: bool = True) -> Words:
        """Return perceived after the answers with these numbers; without `limits` of their own it is kept in 0 to 10.

        `perceived` itself is changed.
        """
        level = perceived.view(np.int8)
        level += drawn(self.add.view, which).view(np.int8)
        np.maximum(level, drawn(self.low.view, which).view(np.int8) if limits else np.int8(0), out=level)
        np.minimum(level, drawn(self.high.view, which).view(np.int8) if limits else np.int8(TOP), out=level)
        return perceived

    def applied(self, state: State, which: Ints, touched: Touched) -> State:
        """Return states after the answers with these numbers; heat and meters are left as they are.

        `touched` belongs to the asker of these answers. Columns that it leaves alone are those of `state`.
        """
        control, marks, perceived, deeds = state.control, state.marks, state.perceived, state.deeds
        if touched.control:
            control = control & drawn(self.keep.view, which) | drawn(self.put.view, which)
        if touched.marks:
            marks = [word | drawn(table.view, which) for word, table in zip(marks, self.marks, strict=True)]
        if touched.levels:
            perceived = self.levels(perceived.copy(), which, touched.limits)
            perceived = perceived & self.read if self.blank else perceived
        if touched.deeds:
            added = (drawn(table.view, which).view(np.int16) for table in self.deeds)
            deeds = [(word.view(np.int16) + done).view(np.uint64) for word, done in zip(deeds, added, strict=True)]
        sums = state.sums + drawn(self.sums.view, which) if touched.sums else state.sums
        return State(control, marks, perceived, deeds, sums, state.meters)
