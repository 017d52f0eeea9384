"""The picks of one case: what each does to many plays at once, and where it leads them."""

import numpy as np

from game.engine.case import Case
from game.engine.play import Play
from game.proof.columns import WIDE, Array, At, Ints, Table, Words, lanes, sums, wide
from game.proof.control import BACK, BROKEN, HEAT, OPEN, WHOLE, ZONES, Numbered, Zones
from game.proof.course import Course
from game.proof.effects import Effects
from game.proof.forgotten import Forgotten
from game.proof.guards import Guards, marked
from game.proof.lookup import Lookup, Places
from game.proof.marks import Marks
from game.proof.notes import Notes
from game.proof.outcomes import Known, Outcomes
from game.proof.reach import Reach, parts
from game.proof.rows import Rows, State
from game.proof.shapes import Closings


class Moves:
    """All picks of one case; what was worked out once is kept."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.reach = Reach(case)
        marks = Marks(self.reach.read, len(case.scenario.interrupts))
        opening = case.opening()
        zones = Numbered(Zones(opening.desired, opening.adequate))
        self.salient = tuple(place for place, expected in enumerate(case.expected) if expected.weight >= 2)
        self.unread = _unread(case)
        effects = Effects(marks.words, self.salient, self.unread)
        notes = Notes(case.layout)
        self.known = Known(case, marks, Numbered(()), zones, effects, Closings(case), notes, opening)
        self.course = Course(case, self.reach, Guards(case, marks, zones))
        self.forgotten = Forgotten(self.known)
        self._outcomes: dict[tuple[int, int], Outcomes] = {}
        self._living: dict[int, Living] = {}

    @property
    def size(self) -> int:
        """How many answers of the engine are held."""
        return self.known.effects.sums.size

    def offered(self, state: State, beat: int) -> list[Array | None]:
        """Return for each option of a beat where it is on offer; None for everywhere."""
        return [offer.open(state) for offer in self.course.offers[beat]]

    def picked(self, state: State, beat: int, place: int) -> tuple[State, Array, list[Ints]]:
        """Return states after a pick that is on offer in all of them, the places that they come to, and the numbers of
        the answers that were applied.
        """
        key = (beat, place)
        option = self.reach.options[beat][place]
        if key not in self._outcomes:
            self._outcomes[key] = Outcomes(self.known, option)
        after, asked = self._outcomes[key].after(state)
        if option.meters:
            after.meters = list(after.meters)
            for at, change, low, high in option.meters:
                after.meters[at] = np.clip(after.meters[at] + change, low, high)
        return after, self.course.arrived(after, beat, place), asked

    def forget(self, beat: int) -> None:
        """Give back the memory that the picks of a beat take; if plays come there again, the engine is asked anew."""
        for place, option in enumerate(self.reach.options[beat]):
            self._outcomes.pop((beat, place), None)
            option.kept.clear()

    def spanned(self, spans: list[Words], at: At, asked: list[Ints]) -> list[Words]:
        """Return the least and the most perceived of rows after answers were applied to the rows `at`."""
        found = [span[at] for span in spans]
        for which in asked if spans else []:
            found = [self.known.effects.levels(span.copy(), which) for span in found]
        return found

    def closed(self, state: State, before: State, at: At, beat: int, place: int) -> State:
        """Return plays after the closing rules; `state` is where the pick has led the rows `at` of `before`."""
        option = self.reach.options[beat][place]
        if option.repeated is None or not option.bit & self.reach.read:
            return self.forgotten.closed(state, self.forgotten.loop(option.bit, option.response.tags))
        # Picked again, a response has no act left that could close the loop.
        again = marked(self.known.marks.packed(option.bit))(before)[at]
        loops = np.zeros(len(state), np.int64)
        for which, tags in ((~again, option.response.tags), (again, option.repeated.response.tags)):
            if which.any():
                loops[which] = self.forgotten.loop(option.bit, frozenset(tags))
        return self.forgotten.closed(state, loops)

    def settle(self, state: State, beat: int) -> None:
        """Blank the marks and the `back` that nothing reads any more from this beat on."""
        if beat not in self._living:
            self._living[beat] = Living(self, beat)
        self._living[beat].settle(state)

    def root(self, play: Play, watched: bool = False) -> Rows:
        """Return where a play stands that is not over, as the only row; `watched`: with its spans."""
        standing, known = play.standing, self.known
        control = (
            HEAT.put(standing.heat)
            | BROKEN.put(min(standing.broken_promises, 1))
            | BACK.put(self.reach.place[play.back])
            | OPEN.put(known.opens.number(standing.open_promises))
            | ZONES.put(known.zones.number(Zones(standing.desired, standing.adequate)))
        )
        kept = tuple(0 if at in self.unread else x for at, x in enumerate(standing.perceived))
        done = tuple(standing.deeds[at] for at in self.salient)
        packed = sums(standing.set_points, standing.empathy_sum, standing.nvc_sum, standing.turn_weights)
        state = State(
            np.array([control], np.uint64),
            [np.array([word], np.uint64) for word in known.marks.packed(standing.marks, play.interrupted)],
            np.array([lanes(kept)], np.uint64),
            [np.array([wide(done[at : at + WIDE])], np.uint64) for at in range(0, len(done), WIDE)],
            np.array([packed], np.int64),
            [np.array([meter], np.int64) for meter in standing.meters],
        )
        spans = [np.array([lanes(standing.perceived)], np.uint64) for _ in range(2 if watched and self.unread else 0)]
        return Rows(state, np.ones(1, np.int64), np.ones(1), [np.ones(1, np.uint64)], len(play.turns), spans)


class Living:
    """What still matters on one beat, by where `back` leads and which interrupts have fired."""

    def __init__(self, moves: Moves, beat: int) -> None:
        self.moves = moves
        self.beat = beat
        marks = moves.known.marks
        self.read = marks.packed(0, (1 << marks.interrupts) - 1)
        self.words = [at for at, mask in enumerate(self.read) if mask]
        self.lookup = Lookup(1 + len(self.words))
        self.backs = Places(lambda key: self._ask((BACK.put(key[0]),)))
        self.marks = [Table(np.uint64) for _ in self.read]
        self.control = Table(np.uint64)
        self.steady = not self.words and not any(moves.reach.backs)

    def settle(self, state: State) -> None:
        """Blank what nothing reads any more."""
        if self.steady:
            which: Ints = self.backs.find(BACK.each(state.control[:1]))
        elif not self.words:
            which = self.backs.find(BACK.each(state.control))
        else:
            key = [state.marks[at] & np.uint64(self.read[at]) for at in self.words]
            which = self.lookup.find([state.control & np.uint64(BACK.mask), *key], self._ask)
        for word, table in zip(state.marks, self.marks, strict=True):
            np.bitwise_and(word, table.view[which], out=word)
        state.control &= self.control.view[which]

    def _ask(self, key: tuple[int, ...]) -> int:
        words = [0] * len(self.read)
        for at, word in zip(self.words, key[1:], strict=True):
            words[at] = word
        known = self.moves.known.marks
        marks, lives = self.moves.reach.live(self.beat, BACK.of(key[0]), known.fired(words))
        for table, word in zip(self.marks, known.packed(marks, WHOLE), strict=True):
            table.add(word)
        return self.control.add(WHOLE if lives else WHOLE & ~BACK.mask)


def _unread(case: Case) -> frozenset[int]:
    """Return the components that neither a score nor a condition reads."""
    scenario, places = case.scenario, case.layout.places
    whole = [interrupt.when for interrupt in scenario.interrupts]
    for response in (response for beat in scenario.beats.values() for response in beat.responses):
        whole += [when for when in (response.when, *(route.when for route in response.then)) if when is not None]
    read = {places[id_] for part in parts(whole) for id_, _ in part.perceived}
    read |= {places[promise.about] for promise in case.layout.promises}
    weightless = {place for place, expected in enumerate(case.expected) if expected.weight == 0}
    return frozenset(weightless - read)
