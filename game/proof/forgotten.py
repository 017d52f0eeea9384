"""What the end of a play does: open promises are forgotten, the loop is closed or left open."""

from dataclasses import replace
from typing import Final

import msgspec
import numpy as np

from game.engine.ledger import close_play
from game.proof.columns import Ints, sums
from game.proof.control import BROKEN, HEAT, OPEN, WHOLE
from game.proof.effects import Change, Touched
from game.proof.lookup import Places
from game.proof.outcomes import Known
from game.proof.rows import State

LOW: Final = BROKEN.at + BROKEN.bits
"""How many bits heat and whether a promise was broken take, the lowest of control."""


class Forgotten:
    """Closes plays, as section 4's closing rules do, all that agree in heat and open promises at once."""

    def __init__(self, known: Known) -> None:
        self.known = known
        self.places = Places(self._ask)
        self.touched = Touched()
        self._loops: dict[tuple[int, frozenset[str]], int] = {}

    def closed(self, state: State, loops: Ints | int) -> State:
        """Return plays after the closing rules; `loops` is what the last response adds to the sums of each."""
        if not self.known.case.layout.promises:
            return replace(state, sums=state.sums + loops)
        after = self.known.effects.applied(state, self.asked(state), self.touched)
        return replace(after, sums=after.sums + loops)

    def asked(self, state: State) -> Ints:
        """Return the number of the answer that says what is forgotten, for each row."""
        low = state.control & np.uint64(HEAT.mask | BROKEN.mask)
        return self.places.find(OPEN.each(state.control) << LOW | low.view(np.int64))

    def loop(self, bit: int, tags: frozenset[str]) -> int:
        """Return what the last response, told by its bit, adds to the sums by these tags alone."""
        if (bit, tags) not in self._loops:
            after, fired = close_play(self.known.case, self.known.opening, tags)
            self._loops[bit, tags] = sums(after.set_points, 0, 0, 0)
            self.known.notes.rules[bit].update(one.rule for one in fired)
        return self._loops[bit, tags]

    def _ask(self, key: tuple[int, ...]) -> int:
        """Ask the engine what is forgotten; what the loop gives is left out."""
        known, control = self.known, key[0] & (1 << LOW) - 1 | OPEN.put(key[0] >> LOW)
        opening = known.opening
        before = msgspec.structs.replace(
            opening,
            heat=HEAT.of(control),
            open_promises=known.opens.values[OPEN.of(control)],
            broken_promises=BROKEN.of(control),
        )
        after, fired = close_play(known.case, before, frozenset())
        loop, looped = close_play(known.case, opening, frozenset())
        known.notes.forgot[OPEN.of(control)] = frozenset(one.rule for one in fired[len(looped) :])
        shape = known.closings.of_play(before)
        points = sums(after.set_points - loop.set_points, 0, 0, 0)
        blank, nothing = [0] * known.marks.words, (0,) * len(before.perceived)
        keep, put = WHOLE & ~HEAT.mask, HEAT.put(after.heat)
        change = known.effects.packed(Change(0, blank, shape, nothing, points), self.touched)
        return known.effects.enter(keep, put, change, self.touched)
