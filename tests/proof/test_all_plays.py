"""The proof says of all plays what playing them one by one says."""

from pathlib import Path
from random import Random

import pytest

from game.engine import begin, choose, look, score
from game.proof import Budget, best_from, prove, regrets
from game.scenario import Scenario, read
from tests.engine.scenarios import drawn
from tests.proof.brute import TooMuch, brute, differences, overall

ROOT = Path(__file__).resolve().parents[2]


def worked_example() -> Scenario:
    found, _ = read((ROOT / "tests" / "data" / "heating-cold-flat.yaml").read_bytes(), "cold-flat")
    assert found is not None
    return found


@pytest.mark.parametrize("persona", [None, "calm", "furious"])
def test_the_worked_example_is_proved_number_by_number(persona: str | None) -> None:
    """Counts, ranges, means, shares and what is unreachable are those of all plays played one by one."""
    scenario = worked_example()
    proof = prove(scenario, persona)
    assert differences(proof, brute(scenario, persona), scenario) == []
    assert overall(scenario, persona, proof.best) == proof.best_overall == proof.scores["overall"].max
    assert overall(scenario, persona, proof.worst) == proof.worst_overall == proof.scores["overall"].min


@pytest.mark.parametrize("first", range(0, 160, 40))
def test_any_scenario_is_proved_number_by_number(first: int) -> None:
    """Scenarios with everything that the format allows: proof and brute force agree, persona by persona."""
    compared = 0
    for seed in range(first, first + 40):
        scenario = drawn(Random(seed))
        for persona in scenario.personas:
            try:
                found = brute(scenario, persona.id, most=4000)
            except TooMuch:
                continue
            compared += 1
            proof = prove(scenario, persona.id)
            assert differences(proof, found, scenario) == [], (seed, persona.id)
            assert overall(scenario, persona.id, proof.best) == proof.best_overall
    assert compared > 15


def test_a_small_budget_is_told_and_its_bounds_hold() -> None:
    """A proof that could not be finished says so, and the true range and mean lie within what it gives."""
    source = (ROOT / "scenarios" / "hotel" / "room-not-ready.yaml").read_bytes()
    scenario, _ = read(source, "room")
    assert scenario is not None
    whole, part = prove(scenario), prove(scenario, budget=Budget(rows=20_000, samples=500))
    assert (whole.exact, part.exact) == (True, False)
    for name, spread in part.scores.items():
        true = whole.scores[name]
        assert spread.min <= true.min
        assert true.max <= spread.max
        assert spread.bounds[0] <= true.mean <= spread.bounds[1]
        assert spread.reached is not None  # by the random plays, where nothing else has come to an end
        assert true.min <= spread.reached[0] <= spread.reached[1] <= true.max
    assert part.sampled == 500


def test_what_no_random_play_has_met_is_not_ruled_out() -> None:
    """Where all of a few random plays come to the same, the interval of the mean still reaches further than that."""
    few = prove(worked_example(), budget=Budget(rows=1, samples=3))
    whole = prove(worked_example())
    assert few.scores["exceed"].reached == (0, 0) != whole.scores["exceed"].reached
    for name, spread in few.scores.items():
        assert spread.interval[0] < spread.interval[1], name
        assert spread.interval[0] <= spread.mean <= spread.interval[1]
    assert few.scores["exceed"].interval[1] > whole.scores["exceed"].mean
    assert all(share.interval[0] < share.interval[1] for share in few.verdicts.values())


def test_the_best_from_any_point_is_the_best_of_all_ways_on() -> None:
    """From every point of random plays: no way on is better than the one given, and the one given reaches its score."""
    compared = 0
    for seed in range(40):
        chance = Random(seed)
        scenario = drawn(Random(seed + 1000))
        play = begin(scenario, None)
        while not play.over and len(play.turns) < 2:
            choose(play, chance.choice(look(play).offered).id)
        best = best_from(play, budget=Budget(rows=1_000_000))
        walked = begin(scenario, None)
        for pick in (*play.picks, *best.picks):
            choose(walked, pick)
        if best.exact:
            assert score(walked).overall == best.overall
            compared += 1
    assert compared > 20


def test_what_a_pick_cost_is_the_fall_of_the_best_that_can_be_had() -> None:
    """In the worked example fix-first costs 16 points, and hear-her would have kept them."""
    play = begin(worked_example())
    for pick in ("fix-first", "ask-room", "honest-time", "done"):
        choose(play, pick)
    told = regrets(play)
    assert (told[0].before, told[0].after) == (95, 79)
    assert told[0].way[0] == "hear-her"
    assert told[-1].after == score(play).overall
    assert [regret.before for regret in told[1:]] == [regret.after for regret in told[:-1]]
