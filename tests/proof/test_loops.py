"""Plays that can go on for ever."""

from operator import mul

import pytest

from game.engine import begin, choose, score
from game.proof import Budget, prove
from tests.proof.brute import brute, differences
from tests.proof.talks import beat, scenario_with


def test_a_question_that_can_be_asked_for_ever_is_told_and_proved_all_the_same() -> None:
    """Asking again changes nothing, so every score is known exactly although there is no end to the plays."""
    beats = {"b0": beat(ask={"again": True, "then": "b0"}, good={"deliver": {"service": 3}, "then": "end"})}
    beats["b0"]["responses"]["bad"] = {"say": "…", "tags": ["blame"], "then": "end"}
    proof = prove(scenario_with(beats))
    once = prove(
        scenario_with({"b0": beat(good=beats["b0"]["responses"]["good"], bad=beats["b0"]["responses"]["bad"])})
    )
    assert (proof.exact, proof.endless, proof.plays) == (True, True, None)
    for name in ("set", "meet", "exceed"):
        assert proof.scores[name].mean == pytest.approx(once.scores[name].mean, abs=1e-12)
        assert (proof.scores[name].min, proof.scores[name].max) == (once.scores[name].min, once.scores[name].max)


def test_blaming_for_ever_is_told_and_not_called_exact() -> None:
    """Each blame counts in the means once more: there are always new plays, so the proof gives bounds."""
    beats = {"b0": beat(blame={"tags": ["blame"], "again": True, "then": "b0"}, go={"then": "end"})}
    proof = prove(scenario_with(beats), budget=Budget(turns=60, samples=200))
    assert (proof.exact, proof.endless, proof.plays) == (False, True, None)
    low, high = proof.scores["empathy"].bounds
    assert 0 <= high - low < 1e-9


def test_a_talk_that_comes_back_but_uses_itself_up_has_an_end() -> None:
    """Where every response can be picked once, coming back to a beat is no loop: the plays are counted."""
    beats = {"b0": beat(one={"then": "b0"}, two={"then": "b0"}, go={"then": "end"})}
    proof = prove(scenario_with(beats))
    assert (proof.exact, proof.endless, proof.plays) == (True, False, 5)


def test_a_response_picked_again_closes_no_loop() -> None:
    """Said again, a next step is no longer one: plays that end by it differ in set from those where it is new."""
    leads = [{"if": {"said": ["b1/round"]}, "to": "end"}, {"to": "b1"}]
    beats = {
        "b0": beat(step={"again": True, "tags": ["next-step"], "then": leads}, other={"then": "end"}),
        "b1": beat(round={"then": "b0"}, stop={"then": "end"}),
    }
    scenario = scenario_with(beats)
    proof = prove(scenario)
    assert differences(proof, brute(scenario, None), scenario) == []
    assert proof.plays == 4


def test_blame_that_changes_nothing_more_is_proved_exactly() -> None:
    """Blamed for ever, empathy comes down to its least and stays there: every number is known, and soon."""
    beats = {"b0": beat(blame={"tags": ["blame"], "again": True, "then": "b0"}, go={"then": "end"})}
    scenario = scenario_with(beats)
    proof = prove(scenario)
    assert (proof.exact, proof.endless, proof.plays) == (True, True, None)
    assert (proof.scores["empathy"].min, proof.scores["empathy"].max) == (10, 40)
    chances = [0.5 ** (blames + 1) for blames in range(40)]
    means = []
    for blames in range(40):
        play = begin(scenario)
        for pick in ["blame"] * blames + ["go"]:
            choose(play, pick)
        means.append(score(play).empathy)
    assert proof.scores["empathy"].mean == pytest.approx(sum(map(mul, chances, means)), abs=1e-9)


def test_plays_that_go_round_with_ever_new_sums_are_given_up_soon() -> None:
    """Two ways round, a meter that takes its time to fill: a fraction of the budget tells that there is no end."""
    beats = {
        "b0": beat(
            blame={"tags": ["blame"], "again": True, "then": "b0", "meters": {"m": 1}},
            order={"tags": ["demand"], "again": True, "then": "b1", "meters": {"m": -7}},
            go={"then": "end"},
        ),
        "b1": beat(more={"again": True, "then": "b0", "meters": {"m": 3}}, less={"then": "b0"}),
    }
    proof = prove(scenario_with(beats, meters={"m": {"start": 0, "min": -100, "max": 100}}))
    assert (proof.exact, proof.endless) == (False, True)
    assert proof.states < 1_000_000
    empathy = proof.scores["empathy"]
    assert (empathy.min, empathy.max) == empathy.reached == (10, 40)
