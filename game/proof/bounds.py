"""Between which ends every score lies for certain in plays that were not played out: boxes of states in their stead."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from heapq import heappop, heappush
from typing import Final, NamedTuple

import numpy as np

from game.engine.bands import BANDS
from game.engine.case import Option
from game.engine.machine import BACK, DEAD_END
from game.engine.scores import Weights
from game.proof.boxes import BEYOND, Axes, Bits, Box, heats
from game.proof.broad import Broad
from game.proof.columns import Ints
from game.proof.control import Spent
from game.proof.ends import SCORES
from game.proof.finals import Finals
from game.proof.maybe import Doubts, Maybe
from game.proof.moves import Moves
from game.proof.reach import knots
from game.proof.rims import Rims
from game.proof.rows import Rows
from game.proof.shapes import TOP

FINE: Final = tuple(range(TOP + 1))
"""Each heat in a box of its own."""
BROAD: Final = tuple(next(at for at, band in enumerate(BANDS) if heat >= band[0]) for heat in range(TOP + 1))
"""All heats at which a moment wants the same in one box."""
FEW: Final = 300
"""Of more beats, the heats are not told apart one by one."""
DETAILS: Final = ((FINE, 120), (BROAD, 20), (BROAD, 0))
"""How much is told apart, from more to less: heats, and up to how many boxes of one beat what was said there."""
EFFORT: Final = 200_000
EFFORT_EACH: Final = 80
"""How much may be done in all, and more for each response: about a second, and half a millisecond."""
STEADY: Final = 12
"""A box that has grown so often is taken to grow for ever."""


class Bounds(NamedTuple):
    """Of plays that were not played out: between which ends each score lies, and all that they can come to.

    `picked` are beats and places of options.
    """

    scores: dict[str, tuple[int, int]]
    beats: frozenset[int]
    picked: frozenset[tuple[int, int]]
    endings: frozenset[str]
    dead: frozenset[int]


class Key(NamedTuple):
    """Which states are taken together: those of one beat and cell of heats that agree in what was said there, in which
    interrupts have fired, and in where `back` leads.

    Keys come in the order in which boxes are best played on: before any that it may lead to, but for loops. `fired` and
    `said` are how many interrupts have fired and how much was said on the beat.
    """

    fired: int
    rank: int
    said: int
    beat: int
    cell: int
    must: int
    may: int
    back: int


class End(NamedTuple):
    """Which ended plays are taken together: those that one pick has ended, that agree in which promises were open."""

    beat: int
    place: int
    ending: str
    tags: frozenset[str]
    cell: int = 0
    must: int = 0
    may: int = 0


def bounds(moves: Moves, weights: Weights, left: Iterable[tuple[int, Rows]], ranks: list[int]) -> Bounds | None:
    """Return what plays from these rows on can come to at the most; None if that is too much to be looked at, too.

    `ranks` says how late each beat comes.
    """
    rows = list(left)
    for cells, kinds in DETAILS[len(moves.reach.beats) > FEW :]:
        try:
            return _Search(moves, weights, ranks, cells, kinds).run(rows)
        except Spent:
            continue
    return None


class _Search:
    """Plays boxes on, beat by beat, until nothing new comes of it."""

    def __init__(
        self, moves: Moves, weights: Weights, ranks: list[int], cells: tuple[int, ...], most_kinds: int
    ) -> None:
        self.moves, self.case, self.reach = moves, moves.case, moves.reach
        self.weights = weights
        self.ranks = ranks
        self.axes = Axes(self.case)
        self.bits = Bits(self.case, self.reach.read)
        self.cells = cells
        self.doubts = Doubts(self.case, self.axes)
        most = EFFORT + EFFORT_EACH * sum(map(len, self.reach.options))
        self.broad = Broad(self.case, self.axes, self.bits, cells, most)
        self.rims = Rims(moves, self.axes, self.bits, cells)
        self.recur = self._recurring()
        self.fired = sum(self.bits.fired(at) for at in range(len(self.case.scenario.interrupts)))
        self.said = [sum(one.bit & self.bits.read for one in options) for options in self.reach.options]
        self.waiting: set[Key] = set()
        self.met: dict[Key, Box] = {}
        self.grown: dict[Key, int] = {}
        self.kinds = [0] * len(self.reach.beats)
        self.most_kinds = most_kinds
        self.queue: list[Key] = []
        self.ends: dict[End, Box] = {}
        self.beats: set[int] = set()
        self.picked: set[tuple[int, int]] = set()
        self.dead: set[int] = set()

    def _recurring(self) -> set[int]:
        """Return the beats that boxes may come to again."""
        ways = self.reach.ways
        if self.case.scenario.interrupts or any(self.reach.backs):
            return set(range(len(ways)))
        return {beat for group in knots(ways) for beat in group if len(group) > 1 or beat in ways[beat]}

    def run(self, left: Iterable[tuple[int, Rows]]) -> Bounds:
        """Return what plays from these rows on can come to."""
        begun: Ints = np.full(self.axes.size, -BEYOND, np.int64)
        for beat, rows in left:
            for box in self.rims.boxes(rows.state):
                begun = np.maximum(begun, box.levels)
                self._push(beat, box)
        while self.queue:
            key = heappop(self.queue)
            self.waiting.remove(key)
            box = self.met[key] if key.beat in self.recur else self.met.pop(key)
            self.beats.add(key.beat)
            for place, option in enumerate(self.reach.options[key.beat]):
                if self._open(option, box).holds:
                    self._turn(key.beat, place, box)
        return self._found(begun)

    def _push(self, beat: int, box: Box) -> None:
        """Let a box wait on a beat, unless all of it has been played on."""
        fired, said = box.must & self.fired, self.said[beat]
        marks, lives = self.reach.live(beat, box.back, self.bits.interrupts(fired))
        gone = ~(self.bits.read & ~marks)
        box = Box(box.heats, box.must & gone, box.may & gone, box.back if lives else 0, box.levels)
        own = self.fired | (said if self.kinds[beat] < self.most_kinds else 0)
        order = fired.bit_count(), self.ranks[beat], (box.must & said).bit_count(), beat
        for cell, inside in self._cells(box):
            self._wait(Key(*order, cell, box.must & own, box.may & own, box.back), inside)

    def _cells(self, box: Box) -> Iterator[tuple[int, Box]]:
        """Yield a box for each cell of heats."""
        for cell in {self.cells[heat] for heat in heats(box.heats)}:
            inside = sum(1 << heat for heat in heats(box.heats) if self.cells[heat] == cell)
            yield cell, replace(box, heats=inside)

    def _wait(self, key: Key, box: Box) -> None:
        before = self.met.get(key)
        self.kinds[key.beat] += before is None
        if before is not None:
            if before.holds(box):
                return
            box = before.joined(box)
            if key not in self.waiting:
                self.grown[key] = self.grown.get(key, 0) + 1
                if self.grown[key] > STEADY:
                    box.levels = np.where(box.levels > before.levels, self.axes.cap, box.levels)
        self.met[key] = box
        if key not in self.waiting:
            heappush(self.queue, key)
            self.waiting.add(key)

    def _open(self, option: Option, box: Box) -> Maybe:
        """Return whether an option can be on offer in a box, and whether it can be missing."""
        own = 0 if option.response.again else option.bit & self.bits.read
        if box.must & own:
            return Maybe(False, True)
        found = self.doubts.ask(option.response.when, box)
        return Maybe(found.holds, found.fails or bool(box.may & own))

    def _turn(self, beat: int, place: int, box: Box) -> None:
        """Play one option in all states of a box in which it is on offer."""
        option = self.reach.options[beat][place]
        self.picked.add((beat, place))
        offered = self.doubts.where(option.response.when, box)
        for after, tags in self.broad.after(option, offered):
            for route in option.response.then:
                told = self.doubts.ask(route.when, after)
                if told.holds:
                    self._arrive(End(beat, place, route.to, tags), self.doubts.where(route.when, after))
                if not told.fails:
                    break

    def _arrive(self, end: End, box: Box) -> None:
        """Let a box come to where a pick leads, interrupts coming first."""
        if end.ending in self.case.scenario.endings:
            self._ended(end, box)
            return
        to = box.back if end.ending == BACK else self.reach.place[end.ending]
        rest: Box | None = box
        for number in range(len(self.case.scenario.interrupts)):
            rest = None if rest is None else self._broken(end, to, number, rest)
        if rest is not None:
            self._stand(end, to, rest)

    def _broken(self, end: End, to: int, number: int, box: Box) -> Box | None:
        """Let an interrupt take the place of a beat where it can, and return the states in which it may not have."""
        one, bit = self.case.scenario.interrupts[number], self.bits.fired(number)
        told = self.doubts.ask(one.when, box)
        if box.must & bit or not told.holds:
            return box
        found = self.doubts.where(one.when, box)
        taken = found.marked(bit)
        if one.to in self.case.scenario.endings:
            self._ended(end._replace(ending=one.to), taken)
        else:
            for back in self._backs(to, found):
                self._stand(end, self.reach.place[one.to], replace(taken, back=back))
        return box if told.fails or box.may & bit else None

    def _backs(self, to: int, box: Box) -> set[int]:
        """Return where `back` may lead once a beat's place was taken; the beat of an interrupt leaves it be."""
        bits = [
            self.bits.fired(number)
            for number, one in enumerate(self.case.scenario.interrupts)
            if self.reach.place.get(one.to) == to
        ]
        found = {to} if all(not box.must & bit for bit in bits) else set()
        return found | ({box.back} if any(box.may & bit for bit in bits) else set())

    def _stand(self, end: End, beat: int, box: Box) -> None:
        """Let a box wait where it has come to; where nothing may be on offer, let it end there, too."""
        told = [self._open(option, box) for option in self.reach.options[beat]]
        if any(one.holds for one in told):
            self._push(beat, box)
        if all(one.fails for one in told):
            self.dead.add(beat)
            self._ended(end._replace(ending=DEAD_END), box)

    def _ended(self, end: End, box: Box) -> None:
        """Keep what has ended; promises are closed when all is known of it."""
        owed = self.bits.owed
        for cell, one in self._cells(box):
            key = end._replace(cell=cell, must=box.must & owed, may=box.may & owed)
            self.ends[key] = self.ends[key].joined(one) if key in self.ends else one

    def _found(self, begun: Ints) -> Bounds:
        heard = [one | other for one, other in zip(self.broad.heard, self.rims.heard, strict=True)]
        finals, scores = Finals(self.case, self.weights, self.axes, heard), dict[str, tuple[int, int]]()
        limit = finals.limit(begun, self.broad.gains)
        for end, box in self.ends.items():
            closed = self.broad.settling.of_play(box, end.tags)
            pair = finals.scored(end.ending, replace(closed, levels=np.minimum(closed.levels, limit)))
            if pair is None:
                continue
            for name in SCORES:
                low, high = (int(getattr(one, name)) for one in pair)
                least, most = scores.get(name, (low, high))
                scores[name] = min(low, least), max(high, most)
        endings = frozenset(end.ending for end in self.ends)
        return Bounds(scores, frozenset(self.beats), frozenset(self.picked), endings, frozenset(self.dead))
