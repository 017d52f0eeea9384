"""Boxes of plays that have ended: between which ends their scores lie, asked of the engine at both ends."""

import msgspec
import numpy as np

from game.engine.case import Case
from game.engine.play import Play
from game.engine.rules.closing import ENDS
from game.engine.rules.promising import CLOSED
from game.engine.scores import Score, Weights, score
from game.engine.standing import Standing
from game.proof.boxes import BEYOND, Axes, Axis, Box, heats
from game.proof.columns import Ints

Gains = dict[tuple[int, bool], Ints]
"""By option, and whether it is picked again, the most that it adds to set points and deeds."""


class Finals:
    """Scores the boxes of one case. `heard` are all empathies that turns had, or states where boxes began, then NVC.

    Every score rises with what was had and falls with what was expected, so the worst and the best that a box can stand
    for tell all.
    """

    def __init__(self, case: Case, weights: Weights, axes: Axes, heard: list[set[int]]) -> None:
        self.case = case
        self.weights = weights
        self.axes = axes
        self.heard = heard

    def limit(self, begun: Ints, gains: Gains) -> Ints:
        """Return how far sums go at the most from where boxes began: nothing but blockers counts a second time."""
        adds = [gain * BEYOND if again else gain for (_, again), gain in gains.items()]
        found = self.axes.cap.copy()
        rules = [self.case.rulebook.rules[id_].effect for id_ in CLOSED]
        closing = [one.set for effect in rules for one in (effect, effect.again or effect)]
        for axis in (self.axes.points, self.axes.deeds):
            for part, sign in ((axis.top, 1), (axis.bottom, -1)):
                added = sum((np.maximum(gain[part], 0) for gain in adds), np.zeros(1, np.int64))
                most = len(self.case.layout.promises) * max(0, *(sign * one for one in closing))
                more = most + self._last() if axis is self.axes.points else 0
                found[part] = np.minimum(begun[part] + added + more, BEYOND)
        return found

    def _last(self) -> int:
        """Return the most that the last response of a play adds to set points or takes from them."""
        return max(abs(self.case.rulebook.rules[id_].effect.set) for id_ in ENDS)

    def scored(self, ending: str, box: Box) -> tuple[Score, Score] | None:
        """Return the lowest and the highest scores of ended plays; None if there are none after all."""
        empathy, nvc = (
            _means(box.levels, axis, min(met, default=0), max(met, default=100))
            for axis, met in zip((self.axes.empathy, self.axes.nvc), self.heard, strict=True)
        )
        if empathy is None or nvc is None:
            return None
        found = []
        for at, heat in ((0, heats(box.heats)[-1]), (1, heats(box.heats)[0])):
            standing = self._standing(box.levels, bool(at), heat)
            play = Play(self.case, 0)
            play.state, play.stage = ending, None
            play.standing = msgspec.structs.replace(standing, empathy=empathy[at], nvc=nvc[at])
            found.append(score(play, self.weights))
        return found[0], found[1]

    def _standing(self, levels: Ints, best: bool, heat: int) -> Standing:
        """Return the worst or the best that states of a box can stand for: much was had, little expected."""

        def ends(axis: Axis, most: bool) -> tuple[int, ...]:
            return tuple((levels[axis.top] if most else -levels[axis.bottom]).tolist())

        axes = self.axes
        return Standing(
            heat=heat,
            perceived=ends(axes.perceived, best),
            desired=ends(axes.desired, not best),
            adequate=ends(axes.adequate, not best),
            deeds=ends(axes.deeds, best),
            meters=ends(axes.meters, best),
            marks=0,
            open_promises=(),
            broken_promises=0,
            set_points=ends(axes.points, best)[0],
            empathy_sum=0,
            nvc_sum=0,
            turn_weights=0,
            empathy=0,
            nvc=0,
        )


def _means(levels: Ints, axis: Axis, least: int, most: int) -> tuple[int, int] | None:
    """Return the least and the most that a mean of numbers between these two can be; None where there is none."""
    above, below = np.flatnonzero(levels[axis.top] >= 0), np.flatnonzero(levels[axis.bottom] > 0)
    return (max(int(below[0]), least), min(int(above[-1]), most)) if len(above) and len(below) else None
