"""Every play of a scenario, one by one through the seam of the engine: what a proof has to say, found the slow way."""

import copy
from collections import defaultdict
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from game.engine import Play, Rulebook, Score, Weights, begin, choose, look, score
from game.engine.case import plan
from game.engine.passing import Passing
from game.proof import Proof
from game.scenario import Scenario

NAMES = ("set", "meet", "exceed", "empathy", "nvc", "overall", "satisfaction")


class TooMuch(Exception):
    """There are more plays than can be played one by one, or plays without end."""


@dataclass
class Brute:
    """Sums over all plays from one point on; chances are exact fractions."""

    weights: Weights = field(default_factory=Weights)
    most: int = 20_000
    longest: int = 40
    plays: int = 0
    low: dict[str, int] = field(default_factory=dict)
    high: dict[str, int] = field(default_factory=dict)
    sums: dict[str, Fraction] = field(default_factory=lambda: defaultdict(Fraction))
    verdicts: dict[str, Fraction] = field(default_factory=lambda: defaultdict(Fraction))
    endings: dict[str, Fraction] = field(default_factory=lambda: defaultdict(Fraction))
    ended: list[tuple[Score, Fraction]] = field(default_factory=list)
    beats: set[str] = field(default_factory=set)
    picked: set[str] = field(default_factory=set)
    dead: set[str] = field(default_factory=set)

    def walk(self, play: Play, chance: Fraction = Fraction(1)) -> None:
        """Play on in every way."""
        moment = look(play)
        if moment.over or moment.beat is None:
            self.end(play, chance)
            return
        if len(play.turns) >= self.longest:
            raise TooMuch
        self.beats.add(moment.beat.id)
        for choice in moment.offered:
            self.picked.add(f"{moment.beat.id}/{choice.id}")
            on = copy.copy(play)
            on.turns = list(play.turns)
            choose(on, choice.id)
            self.walk(on, chance / len(moment.offered))

    def end(self, play: Play, chance: Fraction) -> None:
        """Count one play that is over."""
        self.plays += 1
        if self.plays > self.most:
            raise TooMuch
        scored: Score = score(play, self.weights)
        for name in NAMES:
            value = getattr(scored, name)
            self.low[name] = min(self.low.get(name, value), value)
            self.high[name] = max(self.high.get(name, value), value)
            self.sums[name] += value * chance
        self.verdicts[scored.verdict] += chance
        self.endings[str(play.ending)] += chance
        self.ended.append((scored, chance))

    def passing(self, asked: Passing) -> Fraction:
        """Return how likely a random player passes."""
        return sum((chance for scored, chance in self.ended if asked.passes(scored)), Fraction(0))


def brute(scenario: Scenario, persona: str | None, rulebook: Rulebook | None = None, **limits: Any) -> Brute:
    """Return the sums over all plays of one customer. TooMuch if there are too many."""
    found = Brute(**limits)
    shared = plan(scenario)
    fire = shared.dead_end

    def noted(model: Any, *args: Any, **kwargs: Any) -> bool:
        found.dead.add(model.state)
        return bool(fire(model))

    shared.dead_end = noted
    try:
        found.walk(begin(scenario, persona, rulebook=rulebook))
    finally:
        shared.dead_end = fire
    found.beats |= found.dead
    return found


def overall(scenario: Scenario, persona: str | None, picks: tuple[str, ...], weights: Weights | None = None) -> int:
    """Return the overall of the play with these picks; it must be over then."""
    play = begin(scenario, persona)
    for pick in picks:
        choose(play, pick)
    return score(play, weights if weights is not None else Weights()).overall


def near(told: float, exact: Fraction) -> bool:
    """Return whether a number agrees with an exact one to nine digits."""
    return abs(told - float(exact)) <= 1e-9 * max(1.0, abs(float(exact)))


def differences(proof: Proof, found: Brute, scenario: Scenario) -> list[str]:
    """Return all that a proof says otherwise than the plays played one by one."""
    wrong = [] if proof.exact else ["not exact"]
    if proof.plays != found.plays:
        wrong.append(f"plays {proof.plays} not {found.plays}")
    for name in NAMES:
        spread = proof.scores[name]
        if (spread.min, spread.max) != (found.low[name], found.high[name]):
            wrong.append(f"{name} {spread.min} to {spread.max} not {found.low[name]} to {found.high[name]}")
        if not near(spread.mean, found.sums[name]):
            wrong.append(f"mean of {name} {spread.mean} not {float(found.sums[name])}")
    wrong += [
        f"{v} {s.mean}" for v, s in proof.verdicts.items() if not near(s.mean, found.verdicts.get(v, Fraction(0)))
    ]
    wrong += [f"{e} {s.mean}" for e, s in proof.endings.items() if not near(s.mean, found.endings.get(e, Fraction(0)))]
    passing = found.passing(proof.asked)
    if not near(proof.passing.mean, passing):
        wrong.append(f"passing {proof.passing.mean} not {float(passing)}")
    return wrong + _reach(proof, found, scenario)


def _reach(proof: Proof, found: Brute, scenario: Scenario) -> list[str]:
    written = {f"{beat.id}/{response.id}" for beat in scenario.beats.values() for response in beat.responses}
    said = proof.unreachable
    pairs = {
        "beats": (set(said.beats), set(scenario.beats) - found.beats),
        "responses": (set(said.responses), written - found.picked),
        "endings": (set(said.endings), set(scenario.endings) - set(found.endings)),
        "dead ends": ({end.beat for end in proof.dead_ends}, found.dead),
        "endless": (set(), {1} if proof.endless else set()),
    }
    return [f"{name}: {told} not {seen}" for name, (told, seen) in pairs.items() if told != seen]
