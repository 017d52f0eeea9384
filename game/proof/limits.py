"""Effects of a response that a limit cuts wherever it is on offer."""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from game.engine.case import Option
from game.proof.columns import LANES, Array, Ints
from game.proof.control import HEAT
from game.proof.guards import marked
from game.proof.moves import Moves
from game.proof.rows import Rows
from game.proof.shapes import TOP
from game.proof.step import Ending, Going


class Pick(NamedTuple):
    """One response in the rows of a piece: which rows, and the numbers of the answers for them."""

    rows: Rows
    at: Ints
    asked: list[Ints]


Cut = Callable[[Pick], Array]
"""Says in which rows an effect loses something."""


class Limits:
    """For each response, its own effects that have lost something to a limit in every state seen so far."""

    def __init__(self, moves: Moves) -> None:
        self.moves = moves
        self.cuts: dict[tuple[int, int], dict[str, Cut]] = {}
        self.seen: set[tuple[int, int, str]] = set()
        """Effects that were at work in some state."""

    def clipped(self, beat: int, place: int) -> frozenset[str]:
        """Return the names of the effects of a response that were cut wherever they were at work."""
        return frozenset(name for name in self.cuts.get((beat, place), {}) if (beat, place, name) in self.seen)

    def see(self, rows: Rows, beat: int, results: list[Going | Ending]) -> None:
        """Take in what picks have made of a piece."""
        for result in results:
            key = (beat, result.pick)
            if key not in self.cuts:
                self.cuts[key] = dict(self._cuts(self.moves.reach.options[beat][result.pick]))
            if self.cuts[key]:
                pick = Pick(rows, result.at, [which[result.here] for which in result.asked])
                self._keep(key, pick)

    def _keep(self, key: tuple[int, int], pick: Pick) -> None:
        """Drop the effects that are whole in some row."""
        option = self.moves.reach.options[key[0]][key[1]]
        own = self.moves.known.marks.packed(option.bit)
        first: Array = np.ones(len(pick.at), bool)
        if option.repeated is not None and any(own):
            first = ~marked(own)(pick.rows.state)[pick.at]
        for name, cut in list(self.cuts[key].items()):
            works = first if name.startswith("deliver.") else np.ones(len(pick.at), bool)
            if works.any():
                self.seen.add((*key, name))
            if bool((works & ~cut(pick)).any()):
                del self.cuts[key][name]

    def _cuts(self, option: Option) -> list[tuple[str, Cut]]:
        layout, response = self.moves.case.layout, option.response
        found: list[tuple[str, Cut]] = []
        for component, change in response.deliver:
            if change:
                found.append((f"deliver.{component}", self._perceived(layout.places[component], change > 0)))
        if response.heat:
            found.append(("heat", self._heat(response.heat > 0)))
        for id_, (place, change, low, high) in zip((id_ for id_, _ in response.meters), option.meters, strict=True):
            if change:
                found.append((f"meters.{id_}", _meter(place, change, low, high)))
        return found

    def _perceived(self, place: int, up: bool) -> Cut:
        """Return the cut of step 2 of a turn: the sum of all that moves a component goes past its limit."""

        def cut(pick: Pick) -> Array:
            spans = pick.rows.spans or [pick.rows.state.perceived] * 2
            level = spans[0 if up else 1][pick.at].view(np.uint8).reshape(-1, LANES)[:, place].astype(np.int64)
            add = self.moves.known.effects.add.view[pick.asked[0]].view(np.int8).reshape(-1, LANES)[:, place]
            found: Array = level + add > TOP if up else level + add < 0
            return found

        return cut

    def _heat(self, up: bool) -> Cut:
        def cut(pick: Pick) -> Array:
            changes = self.moves.known.effects.heat.view
            heat: Ints = HEAT.each(pick.rows.state.control)[pick.at] + sum(changes[which] for which in pick.asked)
            found: Array = heat > TOP if up else heat < 0
            return found

        return cut


def _meter(place: int, change: int, low: int, high: int) -> Cut:
    def cut(pick: Pick) -> Array:
        after = pick.rows.state.meters[place][pick.at] + change
        found: Array = after > high if change > 0 else after < low
        return found

    return cut
