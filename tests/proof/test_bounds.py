"""What is proven of plays that were not played out: no play lies outside, and the bounds say something."""

from pathlib import Path
from random import Random

import pytest

from game.engine import begin, choose, look, score
from game.proof import Budget, Proof, prove
from game.scenario import Scenario, read
from tests.bench.layered import layered_file
from tests.engine.scenarios import drawn
from tests.proof.brute import Brute, TooMuch, brute
from tests.proof.talks import beat, chain, scenario_with

ROOT = Path(__file__).resolve().parents[2]
TINY = Budget(rows=1, samples=50)
SMALL = Budget(rows=3000, piece=16, frontier=60, traced=0, samples=50)


def shipped(name: str) -> Scenario:
    found, _ = read((ROOT / "scenarios" / f"{name}.yaml").read_bytes(), name)
    assert found is not None
    return found


def outside(part: Proof, found: Brute) -> list[str]:
    """Return all that some play comes to beyond what a proof that was not finished allows."""
    wrong = []
    for name, spread in part.scores.items():
        if not (spread.min <= found.low[name] and found.high[name] <= spread.max):
            wrong.append(f"{name}: {found.low[name]} to {found.high[name]} not in {spread.min} to {spread.max}")
        if not spread.bounds[0] - 1e-9 <= float(found.sums[name]) <= spread.bounds[1] + 1e-9:
            wrong.append(f"mean of {name}: {float(found.sums[name])} not in {spread.bounds}")
    return wrong


@pytest.mark.parametrize("first", [5000, 5025])
def test_no_play_of_any_scenario_lies_outside_the_bounds(first: int) -> None:
    """Scenarios with everything that the format allows, given up at once or half-way: brute force stays inside."""
    compared = 0
    for seed in range(first, first + 25):
        scenario = drawn(Random(seed))
        for persona in scenario.personas:
            try:
                found = brute(scenario, persona.id, most=2000)
            except TooMuch:
                continue
            for budget in (TINY, SMALL):
                part = prove(scenario, persona.id, budget=budget)
                compared += not part.exact
                assert outside(part, found) == [], (seed, persona.id)
    assert compared > 10


def test_random_plays_of_scenarios_too_large_for_brute_force_lie_inside() -> None:
    """Loops, interrupts, patience, promises: whatever is played, it ends between the bounds."""
    ended = 0
    for seed in range(6000, 6012):
        scenario, dice = drawn(Random(seed)), Random(seed)
        part = prove(scenario, budget=TINY)
        for _ in range(150):
            play = begin(scenario)
            while not play.over and len(play.turns) < 40:
                choose(play, dice.choice(look(play).offered).id)
            if play.over:
                ended += 1
                found = score(play)
                for name, spread in part.scores.items():
                    assert spread.min <= getattr(found, name) <= spread.max, (seed, name, play.picks)
    assert ended > 500


@pytest.mark.parametrize("name", ["heating/burst-pipe", "ecommerce/late-parcel"])
def test_a_shipped_scenario_given_up_at_once_has_bounds_that_say_something(name: str) -> None:
    """Before a single turn was played out, it is known that some scores cannot be everything."""
    scenario = shipped(name)
    part = prove(scenario, budget=TINY)
    assert not part.exact
    narrow = [one for one in ("empathy", "nvc", "overall") if part.scores[one].max - part.scores[one].min < 95]
    assert len(narrow) >= 2, part.scores
    low, high = part.scores["overall"].bounds
    assert high - low < 95


def test_five_thousand_beats_given_up_at_once_have_bounds_that_say_something() -> None:
    """Layers of beats, fewer here, with effects of all kinds: nobody can be heard all the way."""
    scenario, _ = read(layered_file(25, 14), "layered.yaml")
    assert scenario is not None
    part = prove(scenario, budget=TINY)
    assert not part.exact
    assert part.scores["empathy"].max < 90
    assert part.scores["nvc"].max < 90
    assert part.scores["overall"].max < 100


def test_bounds_are_those_of_what_a_talk_can_say() -> None:
    """One warm word in each of six beats or none: the bounds of a proof given up at once are the true range."""
    scenario = scenario_with(chain(6, warm={"tags": ["reaction"]}, plain={}))
    whole, part = prove(scenario), prove(scenario, budget=TINY)
    assert (whole.exact, part.exact) == (True, False)
    for name in ("set", "meet", "exceed", "empathy", "nvc"):
        assert (part.scores[name].min, part.scores[name].max) == (whole.scores[name].min, whole.scores[name].max), name


def test_a_talk_that_never_ends_has_no_play_to_bound() -> None:
    """Where every response leads back, no score is ever given, and the proof says so without falling over."""
    part = prove(scenario_with({"b0": beat(ask={"again": True, "then": "b0"})}), budget=TINY)
    assert not part.exact
    assert part.scores["overall"].reached is None


def test_how_each_number_is_known_is_told_to_programs() -> None:
    """A proof that could not be finished names what is a bound, what was reached and what was sampled."""
    told = prove(shipped("heating/burst-pipe"), budget=TINY).document()
    known = told["estimate"]["certainty"]
    assert (known["min"], known["reached"], known["mean"]) == ("bound", "reached", "sampled")
    assert {"min", "max", "mean", "reached", "mean_95", "mean_bounds"} == set(told["overall"])
    assert set(told["overall"]) <= set(known)
    assert set(told["estimate"]["passing"]) <= set(known)
