"""What the end of a play does: open promises are forgotten, the loop is closed or left open."""

from dataclasses import replace

import msgspec
import numpy as np

from game.engine.ledger import close_play
from game.proof.columns import Ints, sums
from game.proof.control import BROKEN, HEAT, OPEN, WHOLE
from game.proof.lookup import Lookup
from game.proof.outcomes import Answer, Known
from game.proof.rows import State


class Forgotten:
    """Closes plays, as section 4's closing rules do, all that agree in heat and open promises at once."""

    def __init__(self, known: Known) -> None:
        self.known = known
        self.mask = np.uint64(HEAT.mask | OPEN.mask | BROKEN.mask)
        self.lookup = Lookup(1)
        self._loops: dict[frozenset[str], int] = {}

    def closed(self, state: State, loops: Ints) -> State:
        """Return plays after the closing rules; `loops` is what the last response adds to the sums of each."""
        if not self.known.case.layout.promises:
            return replace(state, sums=state.sums + loops)
        which = self.lookup.find([state.control & self.mask], self._ask)
        after = self.known.effects.applied(state, which)
        after.sums += loops
        return after

    def loop(self, tags: frozenset[str]) -> int:
        """Return what the last response adds to the sums by its tags alone."""
        if tags not in self._loops:
            after, _ = close_play(self.known.case, self.known.opening, tags)
            self._loops[tags] = sums(after.set_points, 0, 0, 0)
        return self._loops[tags]

    def _ask(self, key: tuple[int, ...]) -> int:
        """Ask the engine what is forgotten; what the loop gives is left out."""
        known, control = self.known, key[0]
        opening = known.opening
        before = msgspec.structs.replace(
            opening,
            heat=HEAT.of(control),
            open_promises=known.opens.values[OPEN.of(control)],
            broken_promises=BROKEN.of(control),
        )
        after, _ = close_play(known.case, before, frozenset())
        loop, _ = close_play(known.case, opening, frozenset())
        shape = known.closings.of_play(before).without(known.unread)
        points = sums(after.set_points - loop.set_points, 0, 0, 0)
        blank, nothing = [0] * known.marks.words, (0,) * len(before.perceived)
        keep, put = WHOLE & ~HEAT.mask, HEAT.put(after.heat)
        return known.effects.enter(Answer(keep, put, 0, blank, shape, nothing, points))
