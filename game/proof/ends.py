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
from game.engine.passing import MARK, Passing
from game.engine.play import Play
from game.engine.scores import BUDGET, EXCEED_STEP, OVERHANG_COST, SET_START, Part, Weights, score
from game.engine.standing import UNHEARD, Levels, clamp, half_up
from game.proof.columns import WEIGHT_BITS, Array, Ints, Table, drawn, unpacked
from game.proof.control import HEAT, ZONES, Zones
from game.proof.rows import State

SCORES: Final = ("set", "meet", "exceed", "empathy", "nvc", "overall", "satisfaction")
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
HALF: Final = 0.5 + 1e-7
RECIPROCALS: Final = 1 / np.maximum(np.arange(1 << WEIGHT_BITS), 1)


def _award(may: int, overall: int) -> int:
    """Return a verdict: `may` has 1 where meet is enough to be acceptable, 2 where little enough falls short to have
    met, 4 where something was exceeded and nothing falls short.
    """
    if may & 4 and overall >= EXCEEDED:
        return 0
    if may & 2 and overall >= MET:
        return 1
    return 2 if may & 1 and overall >= ACCEPTABLE else 3


AWARDS: Final[Ints] = np.array([[_award(may, overall) for overall in range(101)] for may in range(8)])
"""The verdict, as a place in `VERDICTS`, by what there may be and by overall."""
AWARDS_BITS: Final = 3


@dataclass(slots=True)
class Marks:
    """The scores of ended plays by their names in `SCORES`: those that sums decide of each play, the rest of each core.

    `of` is each play's core, None if every play is its own. `may` says of each play which verdicts its overall can
    come to.
    """

    played: dict[str, Ints]
    cored: dict[str, Ints]
    may: Ints
    of: Ints | None

    @property
    def overall(self) -> Ints:
        """What each play comes to in all."""
        return self.played["overall"]

    @property
    def scores(self) -> dict[str, Ints]:
        """All scores of each play."""
        return {name: self.each(name) for name in SCORES}

    def each(self, name: str) -> Ints:
        """Return one score of each play."""
        if name in self.played:
            return self.played[name]
        return self.cored[name] if self.of is None else drawn(self.cored[name], self.of)

    @property
    def verdict(self) -> Ints:
        """The verdict of each play, as a place in `VERDICTS`."""
        found: Ints = AWARDS[self.may, self.overall]
        return found


class Ends:
    """Scores ended plays of one case under some weights, and tells which of them pass."""

    def __init__(self, case: Case, weights: Weights, salient: Levels, passing: Passing = MARK) -> None:
        self.case = case
        self.weights = weights
        self.passing = passing
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

    def scored(
        self, last: State, met: list[Zones], lost: bool, of: Ints | None = None, sums: Ints | None = None
    ) -> Marks:
        """Return the scores of ended plays; `met` are the zones by number, `lost` says that the customer was lost.

        `last` are their states, or with `of` the cores of these: then `sums` are to be added to those of each one's.
        """
        self._meet(met)
        zones = ZONES.each(last.control)
        packed = self._summed(last, zones)
        short = packed >> SHORT_AT & (1 << STEPS_AT - SHORT_AT) - 1
        meet = drawn(self._meets, packed >> MET_AT & (1 << SHORT_AT - MET_AT) - 1)
        exceed = np.zeros_like(meet) if lost else self._exceed(last, packed, short > 0)
        satisfied = drawn(self._satisfied, packed & (1 << MET_AT) - 1) - 2 * HEAT.each(last.control)
        np.minimum(np.maximum(satisfied, 0, out=satisfied), 100, out=satisfied)
        cored = {"meet": meet, "exceed": exceed, "satisfaction": satisfied}
        start = SET_START - OVERHANG_COST * drawn(self.overhang.view, zones)
        part = (self.weights.meet * meet + self.weights.exceed * exceed) * len(AWARDS)
        part += 0 if lost else self._may(meet, exceed, short)
        own = last.sums
        if of is not None and sums is not None:
            start, part, own = drawn(start, of), drawn(part, of), drawn(own, of) + sums
        return self._played(own, start, part, lost, Marks({}, cored, part & len(AWARDS) - 1, of))

    def passed(self, marks: Marks) -> Array:
        """Return which plays have all that it takes to pass."""
        found = np.ones(len(marks.overall), bool)
        for name, least in self.passing.conditions.items():
            found &= marks.verdict <= VERDICTS.index(least) if name == "verdict" else marks.each(name) >= least
        return found

    def _played(self, sums: Ints, start: Ints, part: Ints, lost: bool, marks: Marks) -> Marks:
        """Put what sums decide to the marks: `start` is what set begins with, `part` has the rest of overall."""
        weights = self.weights
        points, empathy, nvc, heard = unpacked(sums)
        set_ = np.minimum(np.maximum(start + points, 0), 0 if lost else 100)
        empathy, nvc = means(heard, empathy, nvc)
        whole = (part >> AWARDS_BITS) + weights.set * set_ + weights.empathy * empathy + weights.nvc * nvc
        marks.played = {"set": set_, "empathy": empathy, "nvc": nvc, "overall": drawn(self._overall, whole)}
        return marks

    def _may(self, meet: Ints, exceed: Ints, short: Ints) -> Ints:
        """Return which verdicts there can be, as places in `AWARDS`."""
        may = (meet >= ACCEPTABLE_MEET) + 2 * (5 * short <= self.total)
        found: Ints = may + 4 * ((exceed > 0) & (short == 0))
        return found

    def _summed(self, rows: State, zones: Ints) -> Ints:
        packed = np.zeros(len(zones), np.int64)
        for place in self.counted:
            packed += drawn(self._tables[place], drawn(self.rows[place].view, zones) + rows.levels(place))
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


def _values(weights: Weights) -> tuple[int, ...]:
    return weights.set, weights.meet, weights.exceed, weights.empathy, weights.nvc


def means(weights: Ints, *sums: Ints) -> list[Ints]:
    """Return running means, halves rounded up, of sums under the same weights.

    What is added keeps a product with the reciprocal from falling short of a whole number, and is far less than any
    fraction over twice the weight.
    """
    part = drawn(RECIPROCALS, weights)
    found = [(sum_ * part + HALF).astype(np.int64) for sum_ in sums]
    if not weights.all():
        for mean in found:
            mean[weights == 0] = UNHEARD
    return found
