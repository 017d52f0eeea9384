"""Promises that are closed in boxes: each in all the ways in which it can be, one after the other."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final, NamedTuple

import msgspec

from game.engine.case import Case, Option
from game.engine.ledger import close_play, close_promises
from game.engine.rulebook import Effect
from game.engine.rules import promising
from game.engine.standing import Levels, Standing
from game.proof.boxes import BEYOND, Axes, Bits, Box, heats
from game.proof.columns import Ints
from game.proof.shapes import TOP
from game.scenario.records import Response

FEW: Final = 10
"""Of more promises that may be open at an end it is not looked at which ones are."""
NEVER: Final = TOP + 1
"""No promise reaches this level: as the adequate of its component it makes keeping the promise come to nothing."""
FORGOTTEN: Final = "promise-forgotten"

Heats = frozenset[int]
"""Heats that are not kept within their limits yet."""


class Ends(NamedTuple):
    """What one way of closing a promise makes of perceived at its least and at its most, and what else it changes."""

    low: Levels
    high: Levels
    heat: int
    points: int
    marks: int
    broken: bool


class Settling:
    """Closes the promises of one case in boxes."""

    def __init__(self, case: Case, axes: Axes, bits: Bits) -> None:
        self.case = case
        self.axes = axes
        self.bits = bits
        self.opening = case.opening()
        self._open_loop = close_play(case, self._standing((), 0), frozenset())[0].set_points

    def _standing(self, open_: tuple[int, ...], broken: int) -> Standing:
        return msgspec.structs.replace(self.opening, open_promises=open_, broken_promises=broken)

    def of_pick(self, option: Option, box: Box, raw: set[int]) -> Iterator[Box]:
        """Yield boxes with all states after a pick closes promises and makes its own; `raw` are heats before that."""
        found = {frozenset(raw): box}
        response, numbers = option.response, self.case.layout.promise_ids
        for ids, keeps in ((response.keeps, True), (response.breaks, False)):
            for id_ in ids:
                if box.may & self.bits.open(numbers[id_]):
                    found = self._each(found, numbers[id_], response, keeps)
        made = sum(self.bits.open(numbers[promise.id]) for promise in response.promises)
        for spread, one in found.items():
            mask = sum(1 << heat for heat in {min(max(heat, 0), TOP) for heat in spread})
            yield replace(one.marked(made), heats=mask)

    def _each(self, boxes: dict[Heats, Box], number: int, response: Response, keeps: bool) -> dict[Heats, Box]:
        """Return boxes after one promise was closed, where it was open."""
        found: dict[Heats, Box] = {}
        for raw, box in boxes.items():
            ways = [(raw, self._never_open(box, number))] if not box.must & self.bits.open(number) else []
            ends = self._ways(box, number, response, keeps) if box.may & self.bits.open(number) else ()
            ways += [(frozenset(heat + end.heat for heat in raw), self._closed(box, number, end)) for end in ends]
            for heat, one in ways:
                found[heat] = found[heat].joined(one) if heat in found else one
        return found

    def _never_open(self, box: Box, number: int) -> Box:
        return replace(box, may=box.may & ~self.bits.open(number))

    def _ways(self, box: Box, number: int, response: Response, keeps: bool) -> Iterator[Ends]:
        """Yield what closing an open promise can come to."""
        promise = self.case.layout.promises[number]
        place = self.case.layout.places[promise.about]
        if not keeps:
            stub = msgspec.structs.replace(response, keeps=(), breaks=(promise.id,))
            for broken in self._broken(box):
                yield self._shut(box, number, stub, broken, 0)
            return
        stub = msgspec.structs.replace(response, keeps=(promise.id,), breaks=())
        least, most = self.axes.range(box.levels, self.axes.perceived, place)
        low, high = self.axes.range(box.levels, self.axes.adequate, place)
        if promising.kept(promise, most, low) == "promise-kept":
            felt = box.copy()
            self.axes.narrow(felt.levels, self.axes.perceived, place, promise.level, None)
            yield self._shut(felt, number, stub, 0, 0)
        if promising.kept(promise, least, high) != "promise-kept":
            yield self._shut(box, number, stub, 0, NEVER)

    def _broken(self, box: Box) -> list[int]:
        """Return whether a promise was broken before, 1 if so; both where it may have been."""
        broken = self.bits.broken
        return ([] if box.must & broken else [0]) + ([1] if box.may & broken else [])

    def _shut(self, box: Box, number: int, stub: Response, broken: int, adequate: int) -> Ends:
        """Ask the engine what closing one promise does where perceived is at its least, and at its most."""
        before, levels = self._standing((number,), broken), (adequate,) * len(self.opening.adequate)
        low, high = (
            close_promises(self.case, stub, before, perceived, levels) for perceived in self._perceived(box.levels)
        )
        return Ends(low.perceived, high.perceived, high.heat, high.set_points, high.marks, high.broken > 0)

    def _perceived(self, levels: Ints) -> tuple[Levels, Levels]:
        """Return perceived at its least, and at its most."""
        axis = self.axes.perceived
        return tuple((-levels[axis.bottom]).tolist()), tuple(levels[axis.top].tolist())

    def _closed(self, box: Box, number: int, end: Ends) -> Box:
        axes, levels = self.axes, box.levels.copy()
        levels[axes.perceived.top] = end.high
        levels[axes.perceived.bottom] = [-level for level in end.low]
        levels[axes.points.top] += end.points
        levels[axes.points.bottom] -= end.points
        new = end.marks & self.bits.read | (self.bits.broken if end.broken else 0)
        gone = ~self.bits.open(number)
        return Box(box.heats, box.must & gone | new, box.may & gone | new, box.back, axes.kept(levels))

    def of_play(self, box: Box, tags: frozenset[str]) -> Box:
        """Return a box with all states after the closing rules, the last response being tagged so."""
        looped = close_play(self.case, self._standing((), 0), tags)[0].set_points
        levels = box.levels.copy()
        levels[self.axes.points.top] += looped
        levels[self.axes.points.bottom] -= looped
        found = replace(box, levels=self.axes.kept(levels))
        open_ = self.bits.opened(found.may)
        if len(open_) > FEW or (len(open_) > 1 and not self._one_way()):
            return self._many(found)
        # They are forgotten in the order made, which is not known here: any but a single one may be the second.
        ways = sorted({*self._broken(found), *([1] if len(open_) > 1 else [])})
        for number in open_:
            after = self._forgotten(found, number, ways)
            if not found.must & self.bits.open(number):
                after = after.joined(self._never_open(found, number))
            found = after
        return found

    def _forgotten(self, box: Box, number: int, ways: list[int]) -> Box:
        """Return states after one open promise was forgotten; `ways` are 1 where one was broken before, 0 where not."""
        found: Box | None = None
        for broken in ways:
            before = self._standing((number,), broken)
            low, high = (self._closed_play(before, perceived, 0) for perceived in self._perceived(box.levels))
            points = high.set_points - self._open_loop
            end = Ends(low.perceived, high.perceived, 0, points, high.marks, True)
            one = self._closed(box, number, end)
            warm = {self._closed_play(before, high.perceived, heat).heat for heat in heats(box.heats)}
            one.heats = sum(1 << heat for heat in warm)
            found = one if found is None else found.joined(one)
        assert found is not None
        return found

    def _closed_play(self, before: Standing, perceived: Levels, heat: int) -> Standing:
        return close_play(self.case, msgspec.structs.replace(before, perceived=perceived, heat=heat), frozenset())[0]

    def _effects(self) -> list[Effect]:
        """Return what forgetting a promise does, the first time and then."""
        effect = self.case.rulebook.rules[FORGOTTEN].effect
        return [effect, effect.again or effect]

    def _one_way(self) -> bool:
        """Return whether forgotten promises move levels in one direction only, so that their order tells nothing."""
        moves = [change for one in self._effects() for change in _moves(one)]
        heat = [one.heat for one in self._effects()]
        return all(max(changes) <= 0 or min(changes) >= 0 for changes in (moves, heat))

    def _many(self, box: Box) -> Box:
        """Return states after any of very many promises were forgotten: what it may move may be anywhere beyond."""
        if self.case.rulebook.rules[FORGOTTEN].off:
            return box
        effects, levels, axes = self._effects(), box.levels.copy(), self.axes
        for axis, beyond, changes in (
            (axes.perceived, TOP, [change for one in effects for change in _moves(one)]),
            (axes.points, BEYOND, [one.set for one in effects]),
        ):
            if max(changes, default=0) > 0:
                levels[axis.top] = beyond
            if min(changes, default=0) < 0:
                levels[axis.bottom] = 0 if beyond == TOP else BEYOND
        every = (1 << TOP + 1) - 1
        lowest = box.heats & -box.heats
        warmer = all(one.heat >= 0 for one in effects)
        return replace(box, heats=every & ~(lowest - 1) if warmer else every, levels=levels)


def _moves(effect: Effect) -> list[int]:
    """Return what an effect adds to perceived, in any component."""
    return [effect.about, *(change for _, change in effect.perceived)]
