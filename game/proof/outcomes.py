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
from game.proof.columns import LANES, Ints, Table, Words, lanes, listening, sums, wide
from game.proof.control import BROKEN, HEAT, OPEN, WHOLE, ZONES, Numbered, Zones
from game.proof.guards import marked
from game.proof.lookup import Lookup
from game.proof.marks import Marks
from game.proof.notes import Notes
from game.proof.rows import State
from game.proof.shapes import Closings, Shape, step
from game.scenario.words import BLOCKERS

BLOCKING: Final = frozenset({*BLOCKERS, SILENCE})
"""The rules that stand in the way of being heard."""


class Answer(NamedTuple):
    """What is to be done: control becomes `control & keep | put`, `marks` are set, the rest is added.

    `listening` changes nothing: the empathy and the NVC of the turn, a byte each, and whether a blocker fired.
    """

    keep: int
    put: int
    heat: int
    marks: list[int]
    shape: Shape
    deeds: Levels
    sums: int
    listening: int = 0


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
        self.deeds = [Table(np.uint64) for _ in range(0, len(salient), 4)]
        self.sums = Table(np.int64)
        self.heat = Table(np.int64)
        self.listening = Table(np.int32)

    def enter(self, answer: Answer) -> int:
        """Add an answer and return its number."""
        self.keep.add(answer.keep)
        self.put.add(answer.put)
        self.heat.add(answer.heat)
        self.listening.add(answer.listening)
        for table, word in zip(self.marks, answer.marks, strict=True):
            table.add(word)
        self.add.add(lanes(answer.shape.add))
        self.low.add(lanes(answer.shape.low))
        self.high.add(lanes(answer.shape.high))
        for at, table in enumerate(self.deeds):
            table.add(wide(tuple(answer.deeds[place] for place in self.salient[4 * at : 4 * at + 4])))
        return self.sums.add(answer.sums)

    def levels(self, perceived: Words, which: Ints) -> Words:
        """Return perceived after the answers with these numbers; `perceived` itself is changed."""
        level = perceived.view(np.int8)
        level += self.add.view[which].view(np.int8)
        np.maximum(level, self.low.view[which].view(np.int8), out=level)
        np.minimum(level, self.high.view[which].view(np.int8), out=level)
        return perceived

    def applied(self, state: State, which: Ints) -> State:
        """Return states after the answers with these numbers; heat and meters are left as they are."""
        deeds, perceived = [], self.levels(state.perceived.copy(), which)
        if self.blank:
            perceived &= self.read
        for before, table in zip(state.deeds, self.deeds, strict=True):
            done = before.view(np.int16) + table.view[which].view(np.int16)
            deeds.append(done.view(np.uint64))
        return State(
            state.control & self.keep.view[which] | self.put.view[which],
            [word | table.view[which] for word, table in zip(state.marks, self.marks, strict=True)],
            perceived,
            deeds,
            state.sums + self.sums.view[which],
            state.meters,
        )


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
        self.closes = Closes(known, option) if option.closes else None

    def after(self, state: State) -> tuple[State, list[Ints]]:
        """Return states after steps 1 to 7 of the turn, meters left as they are, and the numbers of the answers.

        The first are those of the rules, the second, if there are any, those of the promises that were closed.
        """
        effects = self.known.effects
        words = [state.marks[at] & np.uint64(self.read[at]) for at in self.words]
        asked = [self.lookup.find([state.control & self.control, *words], self._ask)]
        after = effects.applied(state, asked[0])
        heat = HEAT.each(state.control) + effects.heat.view[asked[0]]
        if self.closes is not None:
            asked.append(self.closes.of(after, state))
            after = effects.applied(after, asked[1])
            heat += effects.heat.view[asked[1]]
        after.control = after.control & np.uint64(WHOLE & ~HEAT.mask) | np.clip(heat, 0, 10).astype(np.uint64)
        return after, asked

    def _ask(self, key: tuple[int, ...]) -> int:
        """Ask the engine what the pick does where a state has this key; all that is not read is blank."""
        known, option, control = self.known, self.option, key[0]
        marks = [0] * len(self.read)
        for at, word in zip(self.words, key[1:], strict=True):
            marks[at] = word
        loose, zones = known.marks.loose(marks), known.zones.values[ZONES.of(control)]
        if option.repeated is not None and loose & option.bit:
            option = option.repeated
        before = msgspec.structs.replace(
            known.opening, heat=HEAT.of(control), desired=zones.desired, adequate=zones.adequate, marks=loose
        )
        outcome = option.outcome(before)
        known.notes.turned(option.bit, outcome)
        return known.effects.enter(self._answer(option, outcome, control))

    def _answer(self, option: Option, outcome: Outcome, control: int) -> Answer:
        """Return what the rules of the turn change."""
        known, places, u = self.known, len(self.known.opening.perceived), outcome.weight
        keep, put = WHOLE, 0
        if outcome.zones_moved:
            zones = Zones(outcome.desired, outcome.adequate)
            keep, put = keep & ~ZONES.mask, put | ZONES.put(known.zones.number(zones))
        if self.made and outcome.promises:
            open_ = (*known.opens.values[OPEN.of(control)], *outcome.promises)
            keep, put = keep & ~OPEN.mask, put | OPEN.put(known.opens.number(open_))
        deeds = dict(outcome.deeds)
        return Answer(
            keep,
            put,
            outcome.heat,
            known.marks.packed(outcome.marks | option.bit),
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
        self.lookup = Lookup(2 if self.again is None else 3)
        self.opens = Lookup(1)
        self.control, self.levels = Table(np.uint64), Table(np.uint64)
        """For each list of open promises what is read of control and of levels."""

    def of(self, state: State, before: State) -> Ints:
        """Return the number of the effect on each row; `before` is the state when the turn began."""
        open_ = self.opens.find([state.control & np.uint64(OPEN.mask)], self._met)
        key = [state.control & self.control.view[open_], state.perceived & self.levels.view[open_]]
        if self.again is not None:
            key.append(self.again(before).astype(np.uint64))
        return self.lookup.find(key, self._ask)

    def _met(self, key: tuple[int, ...]) -> int:
        """Take in open promises met together for the first time: closing one reads more, keeping one the level too."""
        layout, open_ = self.known.case.layout, self.known.opens.values[OPEN.of(key[0])]
        kept = {layout.places[layout.promises[one].about] for one in self.keeps.intersection(open_)}
        control = OPEN.mask | BROKEN.mask if self.closes.intersection(open_) else OPEN.mask if self.made else 0
        self.levels.add(lanes(tuple(0xFF if at in kept else 0 for at in range(len(layout.components)))))
        return self.control.add(control | (ZONES.mask if kept else 0))

    def _ask(self, key: tuple[int, ...]) -> int:
        """Ask the engine what is closed where a state has this key; all that is not read is blank."""
        known, control, levels = self.known, key[0], key[1]
        places, zones = len(known.opening.perceived), known.zones.values[ZONES.of(control)]
        before = msgspec.structs.replace(
            known.opening,
            perceived=tuple(levels >> 8 * place & 0xFF for place in range(places)),
            open_promises=known.opens.values[OPEN.of(control)],
            broken_promises=BROKEN.of(control),
        )
        shut, made = Shut(before.perceived, 0, 0, 0, 0, before.open_promises, ()), self.made[:0]
        if self.again is None or not key[2]:
            shut = close_promises(known.case, self.option.response, before, before.perceived, zones.adequate)
            made = self.made
            known.notes.shut(self.option.bit, before.open_promises, shut)
        shape = known.closings.of_pick(self.option, before, zones.adequate) if shut.fired else step((), places)
        return known.effects.enter(self._answer(before.open_promises, shut, made, shape))

    def _answer(self, were: tuple[int, ...], shut: Shut, made: tuple[int, ...], shape: Shape) -> Answer:
        known, open_ = self.known, (*shut.open_promises, *made)
        keep, put = WHOLE, 0
        if open_ != were:
            keep, put = keep & ~OPEN.mask, put | OPEN.put(known.opens.number(open_))
        if shut.broken:
            keep, put = keep & ~BROKEN.mask, put | BROKEN.mask
        return Answer(
            keep,
            put,
            shut.heat,
            known.marks.packed(shut.marks),
            shape,
            (0,) * len(shut.perceived),
            sums(shut.set_points, 0, 0, 0),
        )
