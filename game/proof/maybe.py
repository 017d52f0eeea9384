"""Conditions over boxes: whether one can hold in some state of a box, and whether it can fail in some."""

from collections.abc import Iterator
from typing import NamedTuple

from game.engine.case import Case
from game.engine.layout import NEED_KNOWN
from game.proof.boxes import Axes, Axis, Box
from game.proof.reach import own_marks
from game.proof.shapes import TOP
from game.scenario.records import Condition, Range


class Maybe(NamedTuple):
    """What is known of a condition: both are set where some states may be of either kind."""

    holds: bool
    fails: bool


class Doubts:
    """Looks at the conditions of one case."""

    def __init__(self, case: Case, axes: Axes) -> None:
        self.case = case
        self.axes = axes

    def ask(self, condition: Condition | None, box: Box) -> Maybe:
        """Return what is known of a condition; None always holds."""
        if condition is None:
            return Maybe(True, False)
        found = list(self._parts(condition, box))
        return Maybe(all(one.holds for one in found), any(one.fails for one in found))

    def _parts(self, c: Condition, box: Box) -> Iterator[Maybe]:
        if c.heat is not None:
            inside = _heats(c.heat)
            yield Maybe(bool(box.heats & inside), bool(box.heats & ~inside))
        if wanted := own_marks(c, self.case):
            yield Maybe(not wanted & ~box.may, bool(wanted & ~box.must))
        if c.need_known is False:
            yield Maybe(not box.must & NEED_KNOWN, bool(box.may & NEED_KNOWN))
        if c.persona is not None:
            here = self.case.persona_id in c.persona
            yield Maybe(here, not here)
        for axis, place, range_ in self._levels(c):
            yield _within(self.axes.range(box.levels, axis, place), range_)
        yield from (self.ask(inner, box) for inner in c.all)
        if c.any is not None:
            choices = [self.ask(inner, box) for inner in c.any]
            yield Maybe(any(one.holds for one in choices), all(one.fails for one in choices))
        if c.no is not None:
            inner = self.ask(c.no, box)
            yield Maybe(inner.fails, inner.holds)

    def _levels(self, c: Condition) -> Iterator[tuple[Axis, int, Range]]:
        layout, axes = self.case.layout, self.axes
        yield from ((axes.meters, layout.meter_places[id_], range_) for id_, range_ in c.meters)
        yield from ((axes.perceived, layout.places[id_], range_) for id_, range_ in c.perceived)
        yield from ((axes.desired, layout.places[id_], range_) for id_, range_ in c.desired)

    def where(self, condition: Condition | None, box: Box) -> Box:
        """Return a box with all states in which a condition holds; there may be others in it. Some must be there."""
        if condition is None:
            return box
        found = box.copy()
        self._narrow(condition, found)
        return found

    def _narrow(self, c: Condition, box: Box) -> None:
        if c.heat is not None and box.heats & _heats(c.heat):
            box.heats &= _heats(c.heat)
        box.must |= own_marks(c, self.case)
        if c.need_known is False:
            box.may &= ~NEED_KNOWN
        for axis, place, range_ in self._levels(c):
            self.axes.narrow(box.levels, axis, place, range_.min, range_.max)
        for inner in c.all:
            self._narrow(inner, box)


def _heats(range_: Range) -> int:
    low, high = 0 if range_.min is None else range_.min, TOP if range_.max is None else range_.max
    return sum(1 << heat for heat in range(TOP + 1) if low <= heat <= high)


def _within(found: tuple[int, int], range_: Range) -> Maybe:
    """Return what is known of a number between two ends."""
    low, high = found
    above, below = range_.min is None or range_.min <= high, range_.max is None or low <= range_.max
    fails = (range_.min is not None and low < range_.min) or (range_.max is not None and high > range_.max)
    return Maybe(above and below, fails)
