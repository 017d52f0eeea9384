"""Conditions of a scenario over many plays at once: what `game.engine.conditions` says of one, of each."""

from collections.abc import Callable, Iterator
from functools import reduce

import numpy as np

from game.engine.case import Case
from game.proof.columns import Array
from game.proof.control import HEAT, ZONES, Numbered, Zones
from game.proof.marks import Marks
from game.proof.reach import own_marks
from game.proof.rows import State
from game.scenario.records import Condition, Range

Holds = Callable[[State], Array]
"""Says for each row whether a condition holds there."""


class Guards:
    """Compiles the conditions of one case."""

    def __init__(self, case: Case, marks: Marks, zones: Numbered[Zones]) -> None:
        self.case = case
        self.marks = marks
        self.zones = zones

    def guard(self, condition: Condition) -> Holds:
        """Return what says where a condition holds: all of its parts must."""
        tests = list(self._tests(condition))
        if not tests:
            return lambda state: np.ones(len(state), bool)
        return lambda state: reduce(np.logical_and, [test(state) for test in tests])

    def _tests(self, c: Condition) -> Iterator[Holds]:
        layout = self.case.layout
        if c.heat is not None:
            yield _within(lambda state: HEAT.each(state.control), c.heat)
        if wanted := own_marks(c, self.case):
            yield marked(self.marks.packed(wanted))
        if c.need_known is False:
            known = marked(self.marks.packed(own_marks(Condition(0, need_known=True), self.case)))
            yield lambda state: ~known(state)
        if c.persona is not None:
            here = self.case.persona_id in c.persona
            yield lambda state: np.full(len(state), here)
        for id_, range_ in c.meters:
            yield _within(_meter(layout.meter_places[id_]), range_)
        for id_, range_ in c.perceived:
            yield _within(_level(layout.places[id_]), range_)
        for id_, range_ in c.desired:
            yield _within(self._desired(layout.places[id_]), range_)
        yield from (self.guard(inner) for inner in c.all)
        if c.any is not None:
            choices = [self.guard(inner) for inner in c.any]
            yield lambda state: reduce(np.logical_or, [one(state) for one in choices], np.zeros(len(state), bool))
        if c.no is not None:
            inner = self.guard(c.no)
            yield lambda state: ~inner(state)

    def _desired(self, place: int) -> Callable[[State], Array]:
        def desired(state: State) -> Array:
            levels = np.array([zones.desired[place] for zones in self.zones.values])
            return levels[ZONES.each(state.control)]

        return desired


def marked(words: list[int]) -> Holds:
    """Return what says where all of these marks are set."""
    wanted = [(at, np.uint64(word)) for at, word in enumerate(words) if word]

    def holds(state: State) -> Array:
        found = np.ones(len(state), bool)
        for at, word in wanted:
            found &= state.marks[at] & word == word
        return found

    return holds


def _meter(place: int) -> Callable[[State], Array]:
    return lambda state: state.meters[place]


def _level(place: int) -> Callable[[State], Array]:
    return lambda state: state.levels(place)


def _within(read: Callable[[State], Array], range_: Range) -> Holds:
    """Return what says where a number lies in a range; a missing end is open."""

    def holds(state: State) -> Array:
        value = read(state)
        found = np.ones(len(state), bool)
        if range_.min is not None:
            found &= value >= range_.min
        if range_.max is not None:
            found &= value <= range_.max
        return found

    return holds
