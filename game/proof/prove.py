"""The proof of a scenario: over all plays of one customer, what every score, verdict and ending can come to."""

import math
from functools import cached_property

import numpy as np

from game.engine import begin, score, standard
from game.engine.case import Case
from game.engine.layout import SILENCE
from game.engine.machine import DEAD_END
from game.engine.passing import MARK, Passing
from game.engine.play import Play
from game.engine.rulebook import Rulebook
from game.engine.scores import STANDARD, Score, Weights
from game.proof.bounds import Bounds, bounds
from game.proof.ends import SCORES, VERDICTS
from game.proof.explore import Budget, Exploration, Progress
from game.proof.loops import goes_round
from game.proof.moves import Moves
from game.proof.records import DeadEnd, Proof, Share, Spread, Unreachable
from game.proof.sample import SURE, Sample
from game.proof.tally import Found
from game.proof.walk import ids
from game.scenario import Scenario, read

TRIFLE = 1e-9
"""Chance that may be left over where states only come again: it moves no mean that is told."""


def prove(
    scenario: Scenario,
    persona: str | None = None,
    rulebook: Rulebook | None = None,
    weights: Weights = STANDARD,
    passing: Passing = MARK,
    budget: Budget | None = None,
    progress: Progress | None = None,
) -> Proof:
    """Return what all plays of one customer can come to, exactly; past the budget bounds and estimates, told as such.

    Plays pass that have all of `passing`. KeyError for an unknown persona. `progress` is told now and then how much of
    a random player's chance is done, 0 to 1.
    """
    rules = rulebook if rulebook is not None else standard()
    play = begin(scenario, persona, rulebook=rules)
    if play.over:
        return over_at_once(play, score(play, weights), passing)
    limit = budget if budget is not None else Budget()
    exploration = Exploration(Moves(play.case), weights, limit, progress, passing=passing)
    exploration.run(play)
    return Findings(play, exploration).proof()


def prove_bytes(source: bytes, persona: str | None = None, file: str = "scenario.yaml") -> Proof:
    """Return the proof of a scenario file's bytes by the standard rulebook; other processes can be given this function.

    ValueError with the problems if the file has errors.
    """
    scenario, problems = read(source, file)
    if scenario is None:
        raise ValueError("\n".join(problem.told("en") for problem in problems))
    return prove(scenario, persona)


LOOKED_AT = 20
"""So many of the blocks that were left are searched for a play that goes round."""


class Findings:
    """An exploration that is over, read as a proof."""

    def __init__(self, play: Play, exploration: Exploration) -> None:
        self.play = play
        self.case: Case = play.case
        self.exploration = exploration
        self.tally = exploration.tally
        self.left = sum(float(rows.chance.sum()) for _, rows in exploration.left)
        faded = exploration.loops.faded
        self.faded = sum(float(rows.chance.sum()) for rows in faded)
        self.sample: Sample | None = None
        self.endless = exploration.endless or self._endless()
        self.exact = self.faded < TRIFLE and (self._settled() if exploration.left else not faded or self.endless)
        if exploration.left and not self.exact:
            self.sample = Sample(exploration, exploration.budget.samples)

    @cached_property
    def beyond(self) -> Bounds | None:
        """What plays that were left over can come to at the most; None where that is not known."""
        exploration = self.exploration
        return bounds(exploration.moves, exploration.ends.weights, exploration.left, exploration.ranks)

    def _settled(self) -> bool:
        """Return whether what was left over, plays that go round for ever, changes nothing that is told."""
        if not self.endless or self.left + self.faded >= TRIFLE or self.beyond is None:
            return False
        exploration, tally, beyond = self.exploration, self.tally, self.beyond
        met = beyond.picked <= exploration.picked and beyond.beats <= exploration.beats
        ended = beyond.endings <= tally.endings.keys() and beyond.dead <= tally.dead_ends.keys()
        return met and ended and all(self._within(name, self._met(name)) == self._met(name) for name in SCORES)

    def _met(self, name: str) -> tuple[int, int] | None:
        """Return the least and the most of a score that was reached; None where no play has ended."""
        sampled = () if self.sample is None else self.sample.reached[name]
        values = [*np.flatnonzero(self.tally.histograms[name]).tolist(), *sampled]
        return (min(values), max(values)) if values else None

    def _within(self, name: str, met: tuple[int, int] | None) -> tuple[int, int] | None:
        """Return between which ends a score lies in all plays; None where no play can end."""
        if not self.exploration.left:
            return met
        if self.beyond is None:
            return 0, 100
        found = [pair for pair in (met, self.beyond.scores.get(name)) if pair is not None]
        return (min(low for low, _ in found), max(high for _, high in found)) if found else None

    def _endless(self) -> bool:
        """Return whether some play is known that comes back to where it was."""
        rows = [*self.exploration.loops.faded, *(rows for _, rows in self.exploration.left)]
        return any(goes_round(self.play, self._ids(block.picks(0))) != "no" for block in rows[-LOOKED_AT:])

    def _ids(self, picks: list[int]) -> tuple[str, ...]:
        """Return picks as ids of responses, from the start of the play on."""
        return ids(self.play, picks)

    def proof(self) -> Proof:
        """Return the proof."""
        exploration, tally = self.exploration, self.tally
        best, worst = tally.best or Found(0, []), tally.worst or Found(0, [])
        endings = sorted({*self.case.scenario.endings, *tally.endings})
        sample, verdicts = self.sample, zip(VERDICTS, tally.verdicts, strict=True)
        return Proof(
            scenario=self.case.scenario.id,
            persona=self.case.persona.id,
            exact=self.exact,
            endless=self.endless,
            plays=None if self.endless else tally.plays,
            states=exploration.states,
            scores={name: self._spread(name) for name in SCORES},
            verdicts={name: self._share("verdict", name, float(part)) for name, part in verdicts},
            endings={name: self._share("ending", name, tally.endings.get(name, 0.0)) for name in endings},
            passing=self._share("passing", "", tally.passing),
            asked=exploration.ends.passing,
            unreachable=self._unreachable() if self.exact or not exploration.left else Unreachable(),
            dead_ends=self._dead_ends(),
            best=self._ids(best.picks),
            worst=self._ids(worst.picks),
            best_overall=best.score,
            worst_overall=worst.score,
            sampled=0 if sample is None else sample.ended,
        )

    def _spread(self, name: str) -> Spread:
        held = self.tally.histograms[name]
        done = math.fsum(value * float(chance) for value, chance in enumerate(held))
        reached = self._met(name)
        least, most = self._within(name, reached) or (0, 100)
        rest = self.left + self.faded
        sure = (done + rest * least, min(done + rest * most, 100.0))
        if self.sample is None:
            mean = done / self.tally.chance
            within = (mean, mean) if self.exact else sure
            return Spread(least, most, mean, reached, within, within)
        mean, low, high = self._sampled(self.sample, name)
        interval = _kept(done + self.left * low, done + self.left * high, sure)
        return Spread(least, most, done + self.left * mean, reached, interval, sure)

    def _sampled(self, sample: Sample, name: str) -> tuple[float, float, float]:
        """Return the mean of a score over random plays, and the interval that holds the true one with 95 %.

        Where all plays come to the same, there may still be others that none of them has met: they are allowed for.
        """
        mean, error = sample.mean(name)
        reach, unmet = SURE * error, wilson(0.0, max(sample.ended, 1))[1]
        return mean, mean - reach - unmet * mean, mean + reach + unmet * (100 - mean)

    def _share(self, kind: str, name: str, done: float) -> Share:
        if self.sample is None:
            mean = done / self.tally.chance
            within = (mean, mean) if self.exact else (done, min(done + self.faded, 1.0))
            return Share(mean, within, within)
        bounds = (done, min(done + self.left + self.faded, 1.0))
        part, many = self.sample.share(kind, name), max(self.sample.ended, 1)
        low, high = wilson(part, many)
        mean = done + self.left * part
        return Share(mean, _kept(done + self.left * low, done + self.left * high, bounds), bounds)

    def _unreachable(self) -> Unreachable:
        reach, met = self.exploration.moves.reach, self.exploration
        responses = [
            f"{id_}/{option.id}"
            for beat, id_ in enumerate(reach.beats)
            for place, option in enumerate(reach.options[beat])
            if (beat, place) not in met.picked and option.id != SILENCE
        ]
        come_to = met.beats | self.tally.dead_ends.keys()
        beats = tuple(id_ for beat, id_ in enumerate(reach.beats) if beat not in come_to)
        return Unreachable(beats, tuple(responses), self._unreached_endings())

    def _unreached_endings(self) -> tuple[str, ...]:
        return tuple(id_ for id_ in self.case.scenario.endings if id_ not in self.tally.endings)

    def _dead_ends(self) -> tuple[DeadEnd, ...]:
        reach = self.exploration.moves.reach
        found = sorted(self.tally.dead_ends.items())
        return tuple(DeadEnd(reach.beats[beat], self._ids(picks)) for beat, picks in found)


def wilson(part: float, many: int) -> tuple[float, float]:
    """Return the 95 % interval of a share seen in so many independent plays (Wilson 1927)."""
    middle = (part + SURE**2 / (2 * many)) / (1 + SURE**2 / many)
    reach = SURE * math.sqrt(part * (1 - part) / many + SURE**2 / (4 * many**2)) / (1 + SURE**2 / many)
    return max(middle - reach, 0.0), min(middle + reach, 1.0)


def _kept(low: float, high: float, bounds: tuple[float, float]) -> tuple[float, float]:
    return max(low, bounds[0]), min(high, bounds[1])


def _sure(holds: bool) -> Share:
    value = float(holds)
    return Share(value, (value, value), (value, value))


def over_at_once(play: Play, scored: Score, passing: Passing) -> Proof:
    """Return the proof of a play that is over before it begins: its first beat has nothing on offer."""
    scenario = play.case.scenario

    values = {name: int(getattr(scored, name)) for name in SCORES}
    return Proof(
        scenario=scenario.id,
        persona=play.case.persona.id,
        exact=True,
        endless=False,
        plays=1,
        states=0,
        scores={name: Spread(at, at, float(at), (at, at), (at, at), (at, at)) for name, at in values.items()},
        verdicts={name: _sure(scored.verdict == name) for name in VERDICTS},
        endings={name: _sure(name == DEAD_END) for name in sorted({*scenario.endings, DEAD_END})},
        passing=_sure(passing.passes(scored)),
        asked=passing,
        unreachable=Unreachable(
            tuple(id_ for id_ in scenario.beats if id_ != scenario.start),
            tuple(f"{id_}/{response.id}" for id_, beat in scenario.beats.items() for response in beat.responses),
            tuple(scenario.endings),
        ),
        dead_ends=(DeadEnd(scenario.start, ()),),
        best=(),
        worst=(),
        best_overall=scored.overall,
        worst_overall=scored.overall,
    )
