"""What all plays that have ended add up to: exact counts and ranges, and shares of a random player's plays."""

from dataclasses import dataclass, field
from typing import Any

import numpy as np

from game.proof.columns import LANES, Floats, Ints
from game.proof.ends import AWARDS, SCORES, VERDICTS, Ends, Marks
from game.proof.moves import Moves
from game.proof.step import Ending


@dataclass(slots=True)
class Found:
    """A play that stands out, as places of options; `score` is its overall."""

    score: int
    picks: list[int]


@dataclass(slots=True)
class Tally:
    """Sums over ended plays. Each histogram says how likely a random player ends with each value, 0 to 100."""

    plays: int = 0
    chance: float = 0.0
    passing: float = 0.0
    """How likely a random player passes."""
    histograms: dict[str, Floats] = field(default_factory=lambda: {name: np.zeros(101) for name in SCORES})
    verdicts: Floats = field(default_factory=lambda: np.zeros(len(VERDICTS)))
    endings: dict[str, float] = field(default_factory=dict)
    dead_ends: dict[int, list[int]] = field(default_factory=dict)
    best: Found | None = None
    worst: Found | None = None

    def scored(self, moves: Moves, ends: Ends, ending: Ending) -> tuple[Marks, str]:
        """Return the scores of ended plays and the id of their ending."""
        id_, _ = moves.course.ended(ending.ending)
        found = moves.case.scenario.endings.get(id_)
        lost = found is None or found.lost
        return ends.scored(ending.last, moves.known.zones.values, lost, ending.of, ending.sums), id_

    def fold(self, moves: Moves, ends: Ends, ending: Ending) -> Marks:
        """Add plays that one pick has ended, and return their scores."""
        marks, id_ = self.scored(moves, ends, ending)
        plays = ending.before.plays
        self.plays += int((plays if len(plays) == len(ending.at) else plays[ending.at]).sum())
        chance = float(ending.chance.sum())
        self.chance += chance
        self.passing += float(ending.chance[ends.passed(marks)].sum())
        self.endings[id_] = self.endings.get(id_, 0.0) + chance
        self._share(marks, ending.chance)
        self.stand_out(marks, ending)
        dead = moves.course.ended(ending.ending)[1]
        if dead is not None:
            self.dead_ends.setdefault(dead, _picks(ending, 0))
        return marks

    def _share(self, marks: Marks, chance: Floats) -> None:
        """Add how likely each score and each verdict is: two scores are counted at once, cores once for all plays."""
        for (one, other), joint in (
            (("empathy", "nvc"), _joint(marks.played["empathy"], marks.played["nvc"], 101, chance)),
            (("set", "overall"), _joint(marks.played["set"], marks.overall, 101, chance)),
        ):
            self.histograms[one] += joint.sum(axis=1)
            self.histograms[other] += joint.sum(axis=0)
        awarded = _joint(marks.may, marks.overall, len(AWARDS), chance)
        self.verdicts += np.bincount(AWARDS.ravel(), awarded.ravel(), len(VERDICTS))
        for name, values in marks.cored.items():
            cored = chance if marks.of is None else _summed(marks.of, chance, len(values))
            if values.any():
                self.histograms[name] += counted(values, cored, 101)
            else:
                self.histograms[name][0] += cored.sum()

    def stand_out(self, marks: Marks, ending: Ending) -> None:
        """Keep a play that is better or worse than all before."""
        overall: Any = marks.overall
        most, least = int(overall.argmax()), int(overall.argmin())
        if self.best is None or overall[most] > self.best.score:
            self.best = Found(int(overall[most]), _picks(ending, most))
        if self.worst is None or overall[least] < self.worst.score:
            self.worst = Found(int(overall[least]), _picks(ending, least))


def _joint(one: Ints, other: Ints, size: int, chance: Floats) -> Floats:
    """Return the sum of the chances for each pair of values, the first below `size`, the other a score."""
    return _summed(101 * one + other, chance, size * 101).reshape(size, 101)


def _summed(places: Ints, chance: Floats, size: int) -> Floats:
    return np.bincount(places, chance, size).astype(np.float64, copy=False)


def counted(values: Ints, weights: Floats, size: int) -> Floats:
    """Return the sum of the weights for each value below `size`.

    Neighbours are counted in different rows: many equal values one after the other would wait for each other's sum.
    """
    spread = np.arange(len(values))
    spread &= LANES - 1
    spread *= size
    spread += values
    found: Floats = np.bincount(spread, weights, LANES * size).reshape(LANES, size).sum(axis=0)
    return found


def _picks(ending: Ending, row: int) -> list[int]:
    return [*ending.before.picks(int(ending.at[row])), ending.pick]
