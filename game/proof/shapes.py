"""How perceived changes in one pick, one component at a time: x becomes x + add, kept between low and high."""

from functools import cache
from typing import Final, NamedTuple

import msgspec

from game.engine.case import Case, Option
from game.engine.ledger import close_play, close_promises
from game.engine.standing import Levels, Standing, clamp

TOP: Final = 10


class Shape(NamedTuple):
    """For each component what is added and between which levels the sum is kept."""

    add: Levels
    low: Levels
    high: Levels


def step(changes: tuple[tuple[int, int], ...], places: int) -> Shape:
    """Return the change that adds (place, number) pairs within 0 to 10."""
    add = [0] * places
    for place, change in changes:
        add[place] += change
    return Shape(tuple(add), (0,) * places, (TOP,) * places)


class Closings:
    """What the closing of promises does to perceived, found by asking the engine at every level."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self._held: dict[tuple[object, ...], Shape] = {}

    def of_pick(self, option: Option, before: Standing, adequate: Levels) -> Shape:
        """Return what closing promises changes; levels of perceived that the engine reads are those of `before`."""
        layout = self.case.layout
        kept = {layout.promise_ids[id_] for id_ in option.response.keeps}.intersection(before.open_promises)
        levels = before.perceived
        fixed = {(place := layout.places[layout.promises[number].about]): levels[place] for number in kept}
        key = (option.bit, before.open_promises, before.broken_promises, adequate, tuple(sorted(fixed.items())))
        if key not in self._held:
            asked = []
            for level in range(TOP + 1):
                start = tuple(fixed.get(place, level) for place in range(len(levels)))
                asked.append(close_promises(self.case, option.response, before, start, adequate).perceived)
            self._held[key] = _fitted(asked, fixed)
        return self._held[key]

    def of_play(self, before: Standing) -> Shape:
        """Return what forgotten promises change when a play ends."""
        key = (before.open_promises, before.broken_promises)
        if key not in self._held:
            asked = []
            for level in range(TOP + 1):
                last = msgspec.structs.replace(before, perceived=(level,) * len(before.perceived))
                asked.append(close_play(self.case, last, frozenset())[0].perceived)
            self._held[key] = _fitted(asked, {})
        return self._held[key]


def _fitted(asked: list[Levels], fixed: dict[int, int]) -> Shape:
    """Return the change that gives what was found at each of the levels 0 to 10; a fixed component stands still."""
    found = [_fit(tuple(levels[place] for levels in asked), place in fixed) for place in range(len(asked[0]))]
    return Shape(tuple(a for a, _, _ in found), tuple(b for _, b, _ in found), tuple(c for _, _, c in found))


@cache
def _fit(levels: Levels, fixed: bool) -> tuple[int, int, int]:
    low, high = levels[0], levels[-1]
    if fixed:
        return 0, low, low
    for add in range(-2 * TOP, 2 * TOP + 1):
        if all(clamp(x + add, low, high) == level for x, level in enumerate(levels)):
            return add, low, high
    raise AssertionError(f"closing promises moved levels {levels}: more than a sum kept within limits")
