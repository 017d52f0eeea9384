"""Plays that have ended: their scores, many at a time, by the formulas of `game.engine.scores`.

What a component adds to the scores is asked of the engine at each level; only how components are brought together
stands here again.
"""

from dataclasses import dataclass
from typing import Final

import msgspec
import numpy as np

from game.engine.case import Case
from game.engine.machine import DEAD_END
from game.engine.play import Play
from game.engine.scores import BUDGET, EXCEED_STEP, OVERHANG_COST, SET_START, Part, Weights, score
from game.engine.standing import UNHEARD, Levels, clamp, half_up
from game.proof.columns import WEIGHT_BITS, Array, Ints, Table, unpacked
from game.proof.control import HEAT, ZONES, Zones
from game.proof.rows import State

SCORES: Final = ("set", "meet", "exceed", "empathy", "nvc", "overall", "satisfaction")
PASS: Final = 65
EXCEEDED: Final = 80
MET: Final = 65
ACCEPTABLE: Final = 50
ACCEPTABLE_MEET: Final = 40
"""From which overall, and from which meet, a verdict is had."""
VERDICTS: Final = ("exceeded", "met", "acceptable", "below")
EXCEEDS: Final = np.array([clamp(EXCEED_STEP * step, 0, 100) for step in range(4)])
"""Exceed by how many levels above what was desired, with a deed for each: three levels reach the top."""
MET_AT: Final = 20
SHORT_AT: Final = 40
STEPS_AT: Final = 50
ENOUGH: Final = 99
LITTLE: Final = 1e-7
RECIPROCALS: Final = 1 / (2 * np.maximum(np.arange(1 << WEIGHT_BITS), 1))


@dataclass(slots=True)
class Marks:
    """The scores of rows, by the names in `SCORES`, and the verdict as a place in `VERDICTS`."""

    scores: dict[str, Ints]
    verdict: Ints

    @property
    def passing(self) -> Array:
        """Which rows pass: overall from 65 on."""
        return self.scores["overall"] >= PASS


class Ends:
    """Scores ended plays of one case under some weights."""

    def __init__(self, case: Case, weights: Weights, salient: Levels) -> None:
        self.case = case
        self.weights = weights
        self.salient = salient
        self.counted = tuple(place for place, expected in enumerate(case.expected) if expected.weight > 0)
        self.total = sum(expected.weight for expected in case.expected)
        self.rows = {place: Table(np.int64) for place in self.counted}
        self.parts: dict[int, list[int]] = {place: [] for place in self.counted}
        self.overhang = Table(np.int64)
        self._known: dict[tuple[int, int, int], tuple[int, int]] = {}
        self._meets = np.array([half_up(sum_, self.total) for sum_ in range(100 * self.total + 1)])
        self._satisfied = np.array([half_up(sum_, 2 * self.total) for sum_ in range(200 * self.total + 1)])
        self._overall = np.array([half_up(sum_, 100) for sum_ in range(100 * sum(_values(weights)) + 1)])
        self._budget = case.layout.meter_places.get(BUDGET)
        self._tables: dict[int, Ints] = {}

    def _meet(self, met: list[Zones]) -> None:
        """Take in zones that are new."""
        for zones in met[self.overhang.size :]:
            keys = {place: (place, zones.desired[place], zones.adequate[place]) for place in self.counted}
            if any(key not in self._known for key in keys.values()):
                self._ask(zones)
            self.overhang.add(sum(self._known[key][1] for key in keys.values()))
            for place, key in keys.items():
                self.rows[place].add(self._known[key][0])

    def _ask(self, zones: Zones) -> None:
        """Ask the engine what each component adds to the scores, at each level of perceived."""
        asked = [self._parts(zones, level) for level in range(11)]
        for place in self.counted:
            key = (place, zones.desired[place], zones.adequate[place])
            if key in self._known:
                continue
            self._known[key] = (len(self.parts[place]), asked[0][place].overhang)
            self.parts[place] += [self._packed(parts[place], place) for parts in asked] + [0] * 5
        self._tables = {place: np.array(held, np.int64) for place, held in self.parts.items()}

    def _parts(self, zones: Zones, level: int) -> tuple[Part, ...]:
        play, many = Play(self.case, 0), len(self.case.expected)
        play.state, play.stage = DEAD_END, None
        levels, deeds = (level,) * many, (ENOUGH,) * many
        play.standing = msgspec.structs.replace(
            self.case.opening(), perceived=levels, desired=zones.desired, adequate=zones.adequate, deeds=deeds
        )
        return score(play, self.weights).parts

    def _packed(self, part: Part, place: int) -> int:
        """Return what a component adds to satisfaction, meet and the weight that falls short, and its step above."""
        packed: int = part.weight * (part.satisfied + 10 * part.perceived)
        packed += part.weight * part.meet << MET_AT
        packed += (part.weight if part.verdict == "below" else 0) << SHORT_AT
        if place in self.salient:
            above = next(step for step in range(4) if EXCEEDS[step] == part.exceed)
            packed += above << STEPS_AT + 2 * self.salient.index(place)
        return packed

    def scored(self, rows: State, met: list[Zones], lost: bool) -> Marks:
        """Return the scores of ended plays; `met` are the zones by number, `lost` says that the customer was lost."""
        self._meet(met)
        zones = ZONES.each(rows.control)
        packed = self._summed(rows, zones)
        points, empathy, nvc, weights = unpacked(rows.sums)
        short = packed >> SHORT_AT & (1 << STEPS_AT - SHORT_AT) - 1
        meet = self._meets[packed >> MET_AT & (1 << SHORT_AT - MET_AT) - 1]
        set_ = np.clip(SET_START + points - OVERHANG_COST * self.overhang.view[zones], 0, 0 if lost else 100)
        exceed = np.zeros_like(meet) if lost else self._exceed(rows, packed, short > 0)
        empathy, nvc = means(weights, empathy, nvc)
        values = (set_, meet, exceed, empathy, nvc)
        overall = self._overall[_weighted(self.weights, values)]
        satisfied = self._satisfied[packed & (1 << MET_AT) - 1] - 2 * HEAT.each(rows.control)
        scores = dict(zip(SCORES, (*values, overall, np.clip(satisfied, 0, 100)), strict=True))
        return Marks(scores, self._verdict(lost, overall, meet, exceed, short))

    def _summed(self, rows: State, zones: Ints) -> Ints:
        packed = np.zeros(len(zones), np.int64)
        for place in self.counted:
            packed += self._tables[place][self.rows[place].view[zones] + rows.levels(place)]
        return packed

    def _exceed(self, rows: State, packed: Ints, never: Array) -> Ints:
        """Return exceed; nearly always nothing was exceeded, so only the rows where something was are looked at."""
        exceed = np.zeros(len(packed), np.int64)
        at = np.flatnonzero((packed >> STEPS_AT > 0) & ~never)
        if self._budget is not None:
            at = at[rows.meters[self._budget][at] >= 0]
        best = np.zeros(len(at), np.int64)
        for place in range(len(self.salient)):
            above = packed[at] >> STEPS_AT + 2 * place & 3
            deeds = rows.deeds[place // 4][at].view(np.int16).reshape(-1, 4)[:, place % 4]
            np.maximum(best, np.minimum(above, deeds), out=best)
        exceed[at] = EXCEEDS[best]
        return exceed

    def _verdict(self, lost: bool, overall: Ints, meet: Ints, exceed: Ints, short: Ints) -> Ints:
        verdict: Ints = np.full(len(overall), 3)
        if lost:
            return verdict
        verdict -= (overall >= ACCEPTABLE) & (meet >= ACCEPTABLE_MEET)
        at = np.flatnonzero(overall >= MET)
        verdict[at[5 * short[at] <= self.total]] = 1
        at = at[overall[at] >= EXCEEDED]
        verdict[at[(exceed[at] > 0) & (short[at] == 0)]] = 0
        return verdict


def _values(weights: Weights) -> tuple[int, ...]:
    return weights.set, weights.meet, weights.exceed, weights.empathy, weights.nvc


def _weighted(weights: Weights, values: tuple[Ints, ...]) -> Ints:
    total: Ints = np.zeros(len(values[0]), np.int64)
    for weight, value in zip(_values(weights), values, strict=True):
        total += weight * value
    return total


def means(weights: Ints, *sums: Ints) -> list[Ints]:
    """Return running means, halves rounded up, of sums under the same weights.

    A half-up mean is the whole part of a fraction over twice the weight; what is added keeps a product with the
    reciprocal from falling short of a whole number, and is far less than any such fraction.
    """
    part = RECIPROCALS[weights]
    found = [((2 * sum_ + weights) * part + LITTLE).astype(np.int64) for sum_ in sums]
    if not weights.all():
        for mean in found:
            mean[weights == 0] = UNHEARD
    return found
