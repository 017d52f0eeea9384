"""Proofs at their limits: many plays, long plays, small pieces, other weights and rules, too small a budget."""

import pickle
from pathlib import Path
from random import Random

import msgspec
import pytest

from game import library
from game.engine import Rulebook, Weights, begin, choose, read_rulebook, score, standard
from game.proof import Budget, prove, prove_bytes
from game.scenario import Scenario, read
from tests.engine.scenarios import drawn
from tests.proof.brute import TooMuch, brute, differences, overall
from tests.proof.talks import beat, chain, scenario_with

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "tests" / "data" / "heating-cold-flat.yaml"


def test_more_plays_than_64_bits_can_count_are_counted_exactly() -> None:
    """Forty beats with four responses each are 4 to the 40th plays, and the best of them is told pick by pick."""
    beats = chain(40, warm={"tags": ["reaction"]}, plain={}, again={}, other={})
    scenario = scenario_with(beats)
    proof = prove(scenario)
    assert (proof.exact, proof.plays) == (True, 4**40)
    assert len(proof.best) == len(proof.worst) == 40
    assert overall(scenario, None, proof.best) == proof.scores["overall"].max
    assert overall(scenario, None, proof.worst) == proof.scores["overall"].min


@pytest.mark.parametrize(("piece", "frontier"), [(1, 1), (3, 40), (50, 2)])
def test_a_proof_is_the_same_in_however_small_pieces(piece: int, frontier: int) -> None:
    """Where memory allows only a few states at a time, every number stays what it is."""
    compared = 0
    for seed in range(700, 730):
        scenario = drawn(Random(seed))
        try:
            found = brute(scenario, None, most=1500)
        except TooMuch:
            continue
        compared += 1
        proof = prove(scenario, budget=Budget(piece=piece, frontier=frontier, traced=0))
        assert differences(proof, found, scenario) == [], seed
    assert compared > 10


@pytest.mark.parametrize("path", sorted(library.files([str(ROOT / "scenarios")])), ids=lambda path: path.stem)
def test_the_last_beats_of_the_customers_are_proved_number_by_number(path: Path) -> None:
    """Each customer that comes with the game, cut down to where it nears its end, agrees with brute force."""
    whole, _ = read(path.read_bytes(), path.name)
    assert whole is not None
    compared = 0
    for start in [id_ for id_, one in whole.beats.items() if one.kind != "before"]:
        cut = msgspec.structs.replace(whole, start=start, sha256=f"{whole.sha256}-{start}")
        for persona in whole.personas:
            try:
                found = brute(cut, persona.id, most=3000)
            except TooMuch:
                continue
            compared += found.plays
            assert differences(prove(cut, persona.id), found, cut) == [], (start, persona.id)
    assert compared > 1000


def gentle() -> Rulebook:
    """A course's rulebook: promises that are forgotten cost other numbers, and one rule is off."""
    source = b"""
format: 1
id: gentle
version: 1
extends: standard
rules:
  promise-forgotten: {effect: {about: -3, heat: 1, set: -7}}
  loop-left-open: {off: true}
"""
    found, problems = read_rulebook(source, "gentle.yaml", standard())
    assert found is not None, [problem.told("en") for problem in problems]
    return found


def test_a_course_with_its_own_weights_and_rules_is_proved_by_them() -> None:
    """Weights and rules of a course change the proof as they change the plays."""
    rules, weights = gentle(), Weights(set=40, meet=20, exceed=20, empathy=10, nvc=10)
    compared = 0
    for seed in range(800, 830):
        scenario = drawn(Random(seed))
        try:
            found = brute(scenario, None, rules, weights=weights, most=1500)
        except TooMuch:
            continue
        compared += 1
        assert differences(prove(scenario, None, rules, weights), found, scenario) == [], seed
    assert compared > 10


def test_a_talk_that_begins_with_nothing_on_offer_is_one_play() -> None:
    """The first beat is a dead end: the customer is lost before a word, and the proof says how and where."""
    scenario = scenario_with({"b0": beat(never={"if": {"heat": {"min": 9}}, "then": "end"})})
    proof = prove(scenario)
    assert differences(proof, brute(scenario, None), scenario) == []
    assert (proof.plays, proof.best, proof.dead_ends[0].beat) == (1, (), "b0")
    assert proof.scores["overall"].mean == score(begin(scenario)).overall


def test_picks_that_lead_to_a_dead_end_are_told() -> None:
    """Saying the first thing closes the door on the second beat: the picks told get there."""
    beats = {
        "b0": beat(shut={}, open={}),
        "b1": beat(go={"if": {"said": ["b0/open"]}, "then": "end"}),
    }
    (dead,) = prove(scenario_with(beats)).dead_ends
    assert (dead.beat, dead.picks) == ("b1", ("shut",))


def test_a_proof_as_json_has_what_the_design_names() -> None:
    """`check --json` gives plain numbers, lists and maps under the names of the design."""
    told = prove_bytes(EXAMPLE.read_bytes(), "calm").document()
    assert (told["scenario"], told["persona"], told["exact"], told["plays"]) == ("heating-cold-flat", "calm", True, 29)
    assert set(told["overall"]) == {"min", "max", "mean"}
    assert {"set", "meet", "exceed", "empathy", "nvc", "verdicts", "endings", "best", "worst", "states"} <= set(told)
    assert set(told["unreachable"]) == {"beats", "responses", "endings"}
    assert "estimate" not in told
    assert msgspec.json.decode(msgspec.json.encode(told)) == told


def test_other_processes_can_be_given_the_proof_of_a_file() -> None:
    """The function and what it gives travel between processes; a file with errors is refused with what is wrong."""
    proof = pickle.loads(pickle.dumps(prove_bytes))(EXAMPLE.read_bytes(), None)
    assert pickle.loads(pickle.dumps(proof)) == proof
    with pytest.raises(ValueError, match="format"):
        prove_bytes(b"format: 7\n", None)


def test_how_far_a_proof_has_come_is_told_while_it_runs() -> None:
    """Progress only rises, and ends with everything done."""
    told: list[float] = []
    prove(example(), progress=told.append)
    assert told == sorted(told)
    assert told[-1] == pytest.approx(1.0)


def example() -> Scenario:
    """Return the worked example."""
    found, _ = read(EXAMPLE.read_bytes(), EXAMPLE.name)
    assert found is not None
    return found


def test_past_its_budget_a_proof_estimates_within_its_bounds() -> None:
    """Part of a scenario played in every way, the rest at random: the true mean lies in the interval that is told."""
    source = ROOT / "scenarios" / "hotel" / "room-not-ready.yaml"
    scenario, _ = read(source.read_bytes(), source.name)
    assert scenario is not None
    small = Budget(rows=300_000, piece=2000, frontier=8000, traced=0, samples=4000)
    whole, part = prove(scenario), prove(scenario, budget=small)
    assert not part.exact
    assert "estimate" in part.document()
    wide = 2  # almost four standard errors: seven scores of the same plays are off together
    for name, spread in part.scores.items():
        true, reach = whole.scores[name].mean, (spread.interval[1] - spread.interval[0]) / 2
        assert abs(spread.mean - true) <= wide * reach
        assert spread.bounds[0] <= true <= spread.bounds[1]
    for name, share in part.verdicts.items():
        assert share.bounds[0] <= whole.verdicts[name].mean <= share.bounds[1]
    for picks in (part.best, part.worst):
        play = begin(scenario)
        for pick in picks:
            choose(play, pick)
        assert play.over
