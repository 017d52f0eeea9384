"""Where picks lead: steps 8 and 9 of a turn over many plays at once, as `game.engine.machine` does them for one."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from game.engine.case import Case, Option
from game.engine.machine import BACK as GO_BACK
from game.engine.machine import DEAD_END
from game.proof.columns import WORD, Array, Ints, different
from game.proof.control import BACK
from game.proof.guards import Guards, Holds, marked
from game.proof.reach import Reach
from game.proof.rows import State
from game.scenario.records import Route

NOWHERE: Final[Ints] = np.zeros(0, np.int64)
RETURN: Final = 1 << 30
"""Stands for `back` until it is known where that leads."""


@dataclass(slots=True)
class Break:
    """An interrupt: when it comes, its mark, and the beat (or the end, below 0) that it leads to."""

    holds: Holds
    word: int
    bit: np.uint64
    to: int


@dataclass(slots=True)
class Offer:
    """When an option is on offer: its own mark if it is spent by being picked, and its guard."""

    spent: Holds | None
    holds: Holds | None

    def open(self, state: State) -> Array | None:
        """Return where it is on offer; None for everywhere."""
        if self.spent is None and self.holds is None:
            return None
        found = np.ones(len(state), bool) if self.spent is None else ~self.spent(state)
        return found if self.holds is None else found & self.holds(state)


class Course:
    """Routes, interrupts and dead ends of one case.

    A place is a beat's number, or -1 - number for an ending; numbers past the endings are of beats that are dead ends.
    """

    def __init__(self, case: Case, reach: Reach, guards: Guards) -> None:
        self.reach = reach
        self.guards = guards
        self.endings = tuple(case.scenario.endings)
        self._places = reach.place | {ending: -1 - number for number, ending in enumerate(self.endings)}
        self.breaks = [
            Break(guards.guard(one.when), at // WORD, np.uint64(1 << at % WORD), self._places[one.to])
            for at, one in enumerate(case.scenario.interrupts)
        ]
        self.broken: set[int] = set()
        """The interrupts that have fired in some play."""
        self.offers = [[self._offer(option) for option in options] for options in reach.options]
        self._always = [self._always_open(offers) for offers in self.offers]
        self._routes: dict[tuple[int, int], list[tuple[Holds | None, int]]] = {}

    def ended(self, number: int) -> tuple[str, int | None]:
        """Return the ending's id of a number, and for a dead end the beat on which nothing is on offer."""
        if number < len(self.endings):
            return self.endings[number], None
        return DEAD_END, number - len(self.endings)

    def _offer(self, option: Option) -> Offer:
        response = option.response
        spent = None
        if not response.again and option.bit & self.reach.read:
            spent = marked(self.guards.marks.packed(option.bit))
        return Offer(spent, None if response.when is None else self.guards.guard(response.when))

    def _always_open(self, offers: list[Offer]) -> bool:
        return any(offer.spent is None and offer.holds is None for offer in offers)

    def _led(self, beat: int, place: int) -> list[tuple[Holds | None, int]]:
        """Return the routes of an option, their conditions compiled."""
        key = (beat, place)
        if key not in self._routes:
            routes = self.reach.options[beat][place].response.then
            self._routes[key] = [(self._when(route), self._place(route)) for route in routes]
        return self._routes[key]

    def _when(self, route: Route) -> Holds | None:
        return None if route.when is None else self.guards.guard(route.when)

    def _place(self, route: Route) -> int:
        return RETURN if route.to == GO_BACK else self._places[route.to]

    def arrived(self, state: State, beat: int, place: int) -> Array:
        """Return where each row has come to by this pick; interrupts mark `state` and set its `back`."""
        to = self._routed(state, beat, place)
        if self.breaks:
            self._interrupted(state, to)
        for target in different(to):
            if target >= 0 and not self._always[target]:
                at = np.flatnonzero(to == target)
                here = state if len(at) == len(to) else state.take(at)
                to[at[~self._any_open(here, target)]] = -1 - len(self.endings) - target
        return to

    def _routed(self, state: State, beat: int, place: int) -> Array:
        routes = self._led(beat, place)
        to = np.full(len(state), routes[-1][1], np.int64)
        for holds, target in reversed(routes[:-1]):
            if holds is not None:
                to[holds(state)] = target
        returning = to == RETURN
        if returning.any():
            to[returning] = BACK.each(state.control)[returning]
        return to

    def _interrupted(self, state: State, to: Array) -> None:
        """Let the first interrupt that holds take a beat's place."""
        open_ = to >= 0
        for number, one in enumerate(self.breaks):
            comes = open_ & (state.marks[one.word] & one.bit == 0)
            at = np.flatnonzero(comes & one.holds(state)) if comes.any() else NOWHERE
            if len(at):
                self.broken.add(number)
                fresh = at[~self._of_interrupt(state, to, at)]
                control = state.control[fresh] & np.uint64(~BACK.mask & (1 << 64) - 1)
                state.control[fresh] = control | to[fresh].astype(np.uint64) << np.uint64(BACK.at)
                state.marks[one.word][at] |= one.bit
                to[at] = one.to
                open_[at] = False

    def _of_interrupt(self, state: State, to: Array, at: Ints) -> Array:
        """Return whether the place that is taken is the beat of an interrupt that has fired before."""
        found = np.zeros(len(at), bool)
        for one in self.breaks:
            found |= (to[at] == one.to) & (state.marks[one.word][at] & one.bit != 0)
        return found

    def _any_open(self, state: State, beat: int) -> Array:
        found = np.zeros(len(state), bool)
        for offer in self.offers[beat]:
            here = offer.open(state)
            if here is None:
                return np.ones(len(state), bool)
            found |= here
        return found
