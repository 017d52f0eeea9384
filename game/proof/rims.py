"""Rows that were left over as boxes, beat by beat: where what was not played any more begins."""

from collections.abc import Iterator

import numpy as np

from game.proof.boxes import BEYOND, SCORED, Axes, Bits, Box
from game.proof.columns import LANES, MEAN_BITS, WEIGHT_BITS, WIDE, Array, Ints, unpacked
from game.proof.control import BACK, BROKEN, HEAT, OPEN, ZONES
from game.proof.ends import means
from game.proof.moves import Moves
from game.proof.rows import State


class Rims:
    """Makes boxes of the states of one exploration."""

    def __init__(self, moves: Moves, axes: Axes, bits: Bits, cells: tuple[int, ...]) -> None:
        self.moves = moves
        self.axes = axes
        self.bits = bits
        self.cells = np.array(cells)
        self.many = len(moves.case.layout.components)
        self.heard: list[set[int]] = [set(), set()]
        """The least and the most empathy, then NVC, of states where some turn has counted."""

    def boxes(self, state: State) -> Iterator[Box]:
        """Yield boxes with all states, those of one cell of heats from which `back` leads to the same beat together."""
        kinds = self.cells[HEAT.each(state.control)] << BACK.bits | BACK.each(state.control)
        for kind in np.unique(kinds).tolist():
            inside = np.flatnonzero(kinds == kind)
            yield self._box(state if len(inside) == len(state) else state.take(inside), kind & BACK.mask >> BACK.at)

    def _box(self, state: State, back: int) -> Box:
        held = sum(1 << heat for heat in np.unique(HEAT.each(state.control)).tolist())
        must, may = self._marks(state)
        return Box(held, must, may, back, self._levels(state))

    def _marks(self, state: State) -> tuple[int, int]:
        """Return the marks that all states have, and those that any has."""
        known, bits = self.moves.known, self.bits
        found = []
        for whole in (np.bitwise_and, np.bitwise_or):
            words = [int(whole.reduce(word)) for word in state.marks]
            fired = known.marks.fired(words)
            marks = known.marks.loose(words) & bits.read
            found.append(marks | sum(bits.fired(at) for at in range(known.marks.interrupts) if fired >> at & 1))
        broken = BROKEN.each(state.control)
        found[0] |= bits.broken if broken.all() else 0
        found[1] |= bits.broken if broken.any() else 0
        opens = [
            sum(bits.open(number) for number in known.opens.values[one])
            for one in np.unique(OPEN.each(state.control)).tolist()
        ]
        always = opens[0]
        for one in opens:
            always &= one
            found[1] |= one
        return found[0] | always, found[1]

    def _levels(self, state: State) -> Ints:
        axes, known = self.axes, self.moves.known
        levels: Ints = np.full(axes.size, -BEYOND, np.int64)
        perceived = state.perceived.view(np.uint8).reshape(-1, LANES)[:, : self.many]
        zones = [known.zones.values[one] for one in np.unique(ZONES.each(state.control)).tolist()]
        points, empathy, nvc, weights = unpacked(state.sums)
        for axis, table in (
            (axes.perceived, perceived),
            (axes.desired, np.array([zone.desired for zone in zones])),
            (axes.adequate, np.array([zone.adequate for zone in zones])),
            (axes.deeds, self._deeds(state)),
            (axes.meters, np.stack(state.meters, axis=1) if state.meters else np.zeros((1, 0), np.int64)),
            (axes.points, points.reshape(-1, 1)),
        ):
            levels[axis.top] = table.max(axis=0)
            levels[axis.bottom] = -table.min(axis=0).astype(np.int64)
        for axis, sums in ((axes.empathy, empathy), (axes.nvc, nvc)):
            levels[axis.top], levels[axis.bottom] = _heard(sums, weights)
        counted = np.flatnonzero(weights)
        for heard, sums in zip(self.heard, (empathy, nvc) if len(counted) else (), strict=False):
            (mean,) = means(weights[counted], sums[counted])
            heard |= {int(mean.min()), int(mean.max())}
        return levels

    def _deeds(self, state: State) -> Array:
        """Return what was done on each component; on those whose deeds nothing scores, nothing."""
        found = np.zeros((len(state), self.many), np.int64)
        for at, place in enumerate(self.moves.salient):
            found[:, place] = state.deeds[at // WIDE].view(np.int16).reshape(-1, WIDE)[:, at % WIDE]
        return found


def _heard(sums: Ints, weights: Ints) -> tuple[Ints, Ints]:
    """Return how far sums go beyond each mean at the most, and how far they stay below it."""
    most, least = np.full(1 << WEIGHT_BITS, -1, np.int64), np.full(1 << WEIGHT_BITS, 1 << MEAN_BITS, np.int64)
    np.maximum.at(most, weights, sums)
    np.minimum.at(least, weights, sums)
    met = np.flatnonzero(most >= 0)
    mean = np.arange(SCORED)[:, None]
    above = 2 * most[met] - (2 * mean - 1) * met
    below = (2 * mean + 1) * met - 2 * least[met]
    return above.max(axis=1), below.max(axis=1)
