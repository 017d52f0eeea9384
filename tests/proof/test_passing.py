"""How often random play passes: by the conditions of a course, all of them together."""

from pathlib import Path
from random import Random

import pytest

from game.engine import Play, Rulebook, Score, Weights, begin, choose, read_rulebook, score, standard
from game.engine.passing import MARK, RANKS, SCORES, Passing
from game.proof import Budget, prove
from game.proof.gather import gather
from game.scenario import Scenario, read
from tests.engine.scenarios import drawn, some
from tests.proof.brute import Brute, TooMuch, brute, differences
from tests.proof.talks import beat, scenario_with

ROOT = Path(__file__).resolve().parents[2]
MIDDLING = Passing(overall=45, verdict="acceptable", set=30, empathy=40, satisfaction=20)
"""What some plays of a drawn scenario have and others have not."""


def conditions(chance: Random, found: Brute) -> Passing:
    """Some of all that a course can ask for, so much of it that some plays have it and others have not."""
    least = {name: chance.randint(found.low[name], found.high[name]) for name in some(chance, SCORES, 3)}
    return Passing(**{"overall": 0} | least, verdict=chance.choice((*RANKS, RANKS[0])))


def strict() -> Rulebook:
    """A rulebook of a course in which naming a need and leaving a loop open weigh otherwise."""
    source = b"""
format: 1
id: strict
version: 1
extends: standard
rules:
  loop-left-open: {effect: {set: -40}}
  name-the-need: {off: true}
"""
    found, problems = read_rulebook(source, "strict.yaml", standard())
    assert found is not None, [problem.told("en") for problem in problems]
    return found


def customer(name: str) -> Scenario:
    """A customer that comes with the game."""
    path = ROOT / "scenarios" / f"{name}.yaml"
    scenario, _ = read(path.read_bytes(), path.name)
    assert scenario is not None
    return scenario


def test_the_share_that_passes_is_that_of_all_plays_one_by_one() -> None:
    """Whatever a course asks for, by whatever weights and rules, the proof counts the plays that the engine passes."""
    partly = 0
    for seed in range(900, 980):
        chance = Random(seed)
        scenario = drawn(chance)
        weights = chance.choice((Weights(), Weights(10, 10, 0, 60, 20)))
        rulebook = chance.choice((standard(), strict()))
        try:
            found = brute(scenario, None, rulebook, weights=weights, most=1500)
        except TooMuch:
            continue
        for passing in [conditions(chance, found) for _ in range(4)]:
            proof = prove(scenario, None, rulebook, weights, passing)
            assert differences(proof, found, scenario) == [], (seed, passing)
            assert proof.passing.interval == proof.passing.bounds == (proof.passing.mean,) * 2
            partly += 0 < proof.passing.mean < 1
        assert gather(scenario, None, rulebook, weights, passing).proof == proof
    assert partly > 25


def test_a_play_passes_with_all_that_is_asked_and_not_a_point_less() -> None:
    """Each score and the verdict is asked for by itself: what the play has passes, one more does not."""
    scenario = scenario_with({"b0": beat(only={"tags": ["reaction", "observation"], "then": "end"})})
    had: Score = score(_played(scenario, "only"))
    for name in SCORES:
        least = getattr(had, name)
        for asked, share in ((least, 1.0), (least + 1, 0.0)):
            passing = Passing(**{"overall": 0, "verdict": "below", name: asked})
            assert prove(scenario, passing=passing).passing.mean == share, (name, asked)
    rank = RANKS.index(had.verdict)
    for verdict in RANKS:
        passing = Passing(overall=0, verdict=verdict)
        assert prove(scenario, passing=passing).passing.mean == float(RANKS.index(verdict) <= rank), verdict


def test_without_a_course_the_share_is_of_plays_that_reach_65() -> None:
    """The mark stands alone there; a course that says nothing else asks for the verdict as well, so fewer pass."""
    scenario = customer("hotel/room-not-ready")
    alone, course = prove(scenario), prove(scenario, passing=Passing())
    assert (alone.asked, alone.asked.conditions) == (MARK, {"overall": 65})
    assert course.asked.conditions == {"overall": 65, "verdict": "met"}
    assert course.passing.mean == pytest.approx(course.verdicts["met"].mean + course.verdicts["exceeded"].mean)
    assert course.passing.mean < alone.passing.mean


def test_a_talk_that_is_over_at_once_passes_by_the_conditions_too() -> None:
    """Nothing is on offer: the only play passes where little enough is asked."""
    scenario = scenario_with({"b0": beat(never={"if": {"heat": {"min": 9}}, "then": "end"})})
    had = score(begin(scenario))
    for asked, share in ((had.overall, 1.0), (had.overall + 1, 0.0)):
        passing = Passing(overall=asked, verdict="below")
        assert prove(scenario, passing=passing).passing.mean == share
        assert gather(scenario, passing=passing).proof == prove(scenario, passing=passing)


def test_where_not_all_is_worked_out_the_share_is_estimated_by_the_same_conditions() -> None:
    """Part of a scenario is played in every way and the rest at random: the true share lies where the proof says."""
    scenario = customer("hotel/room-not-ready")
    small = Budget(rows=300_000, piece=2000, frontier=8000, traced=0, samples=4000)
    whole, part = prove(scenario, passing=MIDDLING), prove(scenario, passing=MIDDLING, budget=small)
    assert (whole.exact, part.exact) == (True, False)
    told, true = part.passing, whole.passing.mean
    assert told.bounds[0] <= told.interval[0] <= true <= told.interval[1] <= told.bounds[1]
    assert told.interval[1] - told.interval[0] < 0.1
    anything = Passing(overall=0, verdict="below")
    assert prove(scenario, passing=anything, budget=small).passing.mean == pytest.approx(1.0)


def _played(scenario: Scenario, *picks: str) -> Play:
    play = begin(scenario)
    for pick in picks:
        choose(play, pick)
    return play
