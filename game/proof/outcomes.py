"""What picks do, asked of the engine once for all states that agree in what a pick reads.

A pick is asked about in two parts, so that neither multiplies what the other depends on: the rules of the turn, and the
promises that it closes.
"""

from typing import Final, NamedTuple

import msgspec
import numpy as np

from game.engine.case import Case, Option
from game.engine.layout import SILENCE
from game.engine.ledger import Shut, close_promises
from game.engine.standing import Levels, Standing
from game.engine.turn import Outcome
from game.proof.columns import Ints, Table, lanes, listening, sums
from game.proof.control import BROKEN, HEAT, OPEN, WHOLE, ZONES, Numbered, Zones
from game.proof.effects import Change, Effects, Packed, Touched
from game.proof.guards import marked
from game.proof.lookup import Lookup, Places
from game.proof.marks import Marks
from game.proof.notes import Notes
from game.proof.rows import State
from game.proof.shapes import Closings, Shape, step
from game.scenario.words import BLOCKERS

BLOCKING: Final = frozenset({*BLOCKERS, SILENCE})
"""The rules that stand in the way of being heard."""


class Known(NamedTuple):
    """What the picks of a case share: the values that control numbers, and the effects."""

    case: Case
    marks: Marks
    opens: Numbered[tuple[int, ...]]
    zones: Numbered[Zones]
    effects: Effects
    closings: Closings
    notes: Notes
    opening: Standing


class Outcomes:
    """The outcomes of one option."""

    def __init__(self, known: Known, option: Option) -> None:
        self.known = known
        self.option = option
        again = option.bit | option.repeated.mask if option.repeated is not None else 0
        self.read = known.marks.packed(option.mask | again)
        self.words = [at for at, mask in enumerate(self.read) if mask]
        self.made = bool(option.response.promises) and not option.closes
        """Whether new promises are taken down here; where promises are closed too, that comes after."""
        control = HEAT.mask | (ZONES.mask if option.zoned else 0) | (OPEN.mask if self.made else 0)
        self.control = np.uint64(control)
        self.lookup = Lookup(1 + len(self.words))
        self.touched = Touched()
        about = [*(frame.about for frame in option.response.frames), *(one.about for one in option.response.promises)]
        self.zoned = frozenset(known.case.layout.places[component] for component in about)
        """The components whose zones are read and moved."""
        self._held: dict[tuple[object, ...], tuple[Outcome, Packed]] = {}
        self.closes = Closes(known, option) if option.closes else None

    def after(self, state: State) -> tuple[State, list[Ints]]:
        """Return states after steps 1 to 7 of the turn, meters left as they are, and the numbers of the answers.

        The first are those of the rules, the second, if there are any, those of the promises that were closed.
        """
        effects = self.known.effects
        words = [state.marks[at] & np.uint64(self.read[at]) for at in self.words]
        asked = [self.lookup.find([state.control & self.control, *words], self._ask)]
        after = effects.applied(state, asked[0], self.touched)
        heat = HEAT.each(state.control) + effects.heat.view[asked[0]]
        closing = self.closes.of(after, state) if self.closes is not None else None
        if self.closes is not None and closing is not None:
            asked.append(closing)
            after = effects.applied(after, closing, self.closes.touched)
            heat += effects.heat.view[closing]
        after.control = after.control & np.uint64(WHOLE & ~HEAT.mask) | np.clip(heat, 0, 10).astype(np.uint64)
        if after.marks is state.marks:
            after.marks = [word.copy() for word in state.marks]  # what comes next sets marks in place
        return after, asked

    def _ask(self, key: tuple[int, ...]) -> int:
        """Ask the engine what the pick does where a state has this key; all that is not read is blank."""
        known, control = self.known, key[0]
        were = known.zones.values[ZONES.of(control)]
        outcome, change = self._outcome(HEAT.of(control), key[1:], were)
        keep, put = WHOLE, 0
        if outcome.zones_moved:
            zones = Zones(self._laid(were.desired, outcome.desired), self._laid(were.adequate, outcome.adequate))
            keep, put = keep & ~ZONES.mask, put | ZONES.put(known.zones.number(zones))
        if self.made and outcome.promises:
            open_ = (*known.opens.values[OPEN.of(control)], *outcome.promises)
            keep, put = keep & ~OPEN.mask, put | OPEN.put(known.opens.number(open_))
        return known.effects.enter(keep, put, change, self.touched)

    def _outcome(self, heat: int, words: tuple[int, ...], zones: Zones) -> tuple[Outcome, Packed]:
        """Return what the engine says of the option, asked once for all zones that agree where it reads them."""
        opening, option = self.known.opening, self.option
        desired, adequate = self._laid(opening.desired, zones.desired), self._laid(opening.adequate, zones.adequate)
        key = (heat, words, desired, adequate)
        if key not in self._held:
            marks = self._loose(words)
            if option.repeated is not None and marks & option.bit:
                option = option.repeated
            before = msgspec.structs.replace(opening, heat=heat, desired=desired, adequate=adequate, marks=marks)
            outcome = option.outcome(before)
            self.known.notes.turned(option.bit, outcome)
            self._held[key] = outcome, self.known.effects.packed(self._change(option, outcome), self.touched)
        return self._held[key]

    def _loose(self, words: tuple[int, ...]) -> int:
        """Return the engine's marks of the words of a key."""
        marks = [0] * len(self.read)
        for at, word in zip(self.words, words, strict=True):
            marks[at] = word
        return self.known.marks.loose(marks)

    def _laid(self, levels: Levels, over: Levels) -> Levels:
        """Return levels with those that the option reads and moves laid over them."""
        return tuple(over[at] if at in self.zoned else level for at, level in enumerate(levels))

    def _change(self, option: Option, outcome: Outcome) -> Change:
        """Return what the rules of the turn change, zones and promises left out."""
        places, u, deeds = len(self.known.opening.perceived), outcome.weight, dict(outcome.deeds)
        return Change(
            outcome.heat,
            self.known.marks.packed(outcome.marks | option.bit),
            step(outcome.perceived, places),
            tuple(deeds.get(place, 0) for place in range(places)),
            sums(outcome.set_points, u * outcome.empathy_turn, u * outcome.nvc_turn, u),
            listening(outcome.empathy_turn, outcome.nvc_turn, not BLOCKING.isdisjoint(outcome.rules)),
        )


class Closes:
    """What one option does to the promises that are open, after the rules of its turn, and its own promises."""

    def __init__(self, known: Known, option: Option) -> None:
        self.known = known
        self.option = option
        numbers = known.case.layout.promise_ids
        self.keeps = {numbers[id_] for id_ in option.response.keeps}
        self.closes = self.keeps | {numbers[id_] for id_ in option.response.breaks}
        self.made = tuple(numbers[promise.id] for promise in option.response.promises)
        own = known.marks.packed(option.bit)
        self.again = marked(own) if option.response.again and any(own) else None
        """Says where the response is picked again: then it closes and makes nothing."""
        self.touched = Touched()
        self.lookup = Lookup(2 if self.again is None else 3)
        self.opens = Places(self._met)
        self.control, self.levels, self.busy = Table(np.uint64), Table(np.uint64), Table(np.bool_)
        """For each list of open promises what is read of control and of levels, and whether anything happens."""
        self._held: dict[tuple[object, ...], tuple[Shut, Packed]] = {}

    def of(self, state: State, before: State) -> Ints | None:
        """Return the number of the effect on each row, None where there is none on any; `before` is the state when the
        turn began.
        """
        open_ = self.opens.find(OPEN.each(state.control))
        if not self.busy.view[open_].any():
            return None
        key = [state.control & self.control.view[open_], state.perceived & self.levels.view[open_]]
        if self.again is not None:
            key.append(self.again(before).astype(np.uint64))
        return self.lookup.find(key, self._ask)

    def _met(self, key: tuple[int, ...]) -> int:
        """Take in open promises met together for the first time: closing one reads more, keeping one the level too."""
        layout, open_ = self.known.case.layout, self.known.opens.values[key[0]]
        kept = {layout.places[layout.promises[one].about] for one in self.keeps.intersection(open_)}
        control = OPEN.mask | BROKEN.mask if self.closes.intersection(open_) else OPEN.mask if self.made else 0
        self.busy.add(control != 0)
        self.levels.add(lanes(tuple(0xFF if at in kept else 0 for at in range(len(layout.components)))))
        return self.control.add(control | (ZONES.mask if kept else 0))

    def _ask(self, key: tuple[int, ...]) -> int:
        """Ask the engine what is closed where a state has this key; all that is not read is blank."""
        known, control = self.known, key[0]
        were = known.opens.values[OPEN.of(control)]
        here = self.again is None or not key[2]
        named = tuple(number for number in were if here and number in self.closes)
        adequate = known.zones.values[ZONES.of(control)].adequate
        shut, change = self._shut(named, BROKEN.of(control), key[1], adequate)
        open_ = tuple(number for number in were if number not in named or number in shut.open_promises)
        open_ = (*open_, *(self.made if here else ()))
        keep, put = WHOLE, 0
        if open_ != were:
            keep, put = keep & ~OPEN.mask, put | OPEN.put(known.opens.number(open_))
        if shut.broken:
            keep, put = keep & ~BROKEN.mask, put | BROKEN.mask
        return known.effects.enter(keep, put, change, self.touched)

    def _shut(self, named: tuple[int, ...], broken: int, levels: int, adequate: Levels) -> tuple[Shut, Packed]:
        """Return what closing these promises does, at packed levels of what is read of perceived."""
        known, layout = self.known, self.known.case.layout
        kept = {layout.places[layout.promises[number].about] for number in self.keeps.intersection(named)}
        key = (named, broken, levels, tuple(level for place, level in enumerate(adequate) if place in kept))
        if key not in self._held:
            before = msgspec.structs.replace(
                known.opening,
                perceived=tuple(levels >> 8 * place & 0xFF for place in range(len(adequate))),
                open_promises=named,
                broken_promises=broken,
            )
            shut = close_promises(known.case, self.option.response, before, before.perceived, adequate)
            known.notes.shut(self.option.bit, named, shut)
            nothing = step((), len(adequate))
            shape = known.closings.of_pick(self.option, before, adequate) if shut.fired else nothing
            self._held[key] = shut, known.effects.packed(self._change(shut, shape), self.touched)
        return self._held[key]

    def _change(self, shut: Shut, shape: Shape) -> Change:
        marks, points = self.known.marks.packed(shut.marks), sums(shut.set_points, 0, 0, 0)
        return Change(shut.heat, marks, shape, (0,) * len(shut.perceived), points)
