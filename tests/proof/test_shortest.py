"""The shortest good way: it is good, and no play of fewer turns is."""

import copy
from pathlib import Path
from random import Random

import pytest

from game.engine import Play, Score, Weights, begin, choose, look, score
from game.engine.passing import RANKS
from game.proof.shortest import Reach, Short, shortest
from game.scenario import Scenario, read
from tests.engine.scenarios import drawn
from tests.proof.talks import beat, chain, scenario_with

ROOT = Path(__file__).resolve().parents[2]
MOST = 1_000
LONGEST = 30
STANDARD = Weights()
LISTENING = Weights(0, 10, 0, 45, 45)
"""Weights by which a play of any scenario comes to 80 more often."""


def ends(play: Play, found: list[tuple[int, Score]], weights: Weights) -> bool:
    """Gather (turns, score) of every play from here on; whether there were not too many."""
    if play.over:
        found.append((len(play.turns), score(play, weights)))
        return len(found) <= MOST
    if len(play.turns) >= LONGEST:
        return False
    for choice in look(play).offered:
        on = copy.copy(play)
        on.turns = list(play.turns)
        choose(on, choice.id)
        if not ends(on, found, weights):
            return False
    return True


def by_hand(scenario: Scenario, persona: str | None, weights: Weights) -> tuple[int, int, str] | None:
    """Fewest turns, best overall in so many and its verdict among good plays, found the slow way; None: too many."""
    found: list[tuple[int, Score]] = []
    if not ends(begin(scenario, persona), found, weights):
        return None
    good = [(turns, one) for turns, one in found if one.overall >= 80 and one.verdict != "below"]
    if not good:
        best = max((one.verdict for _, one in found), key=RANKS.index)
        good = [(turns, one) for turns, one in found if one.verdict == best]
    turns, one = min(good, key=lambda way: (way[0], -way[1].overall))
    return turns, one.overall, one.verdict


def replayed(scenario: Scenario, persona: str | None, short: Short, weights: Weights = STANDARD) -> tuple[int, str]:
    """Overall and verdict of the play that these picks make."""
    play = begin(scenario, persona)
    for pick in short.picks:
        choose(play, pick)
    found = score(play, weights)
    return found.overall, found.verdict


@pytest.mark.parametrize("weights", [STANDARD, LISTENING], ids=["standard", "listening"])
@pytest.mark.parametrize("first", range(0, 60, 20))
def test_it_is_what_all_plays_one_by_one_say(first: int, weights: Weights) -> None:
    """In scenarios with everything that the format allows, turns and overall are those of brute force."""
    compared = good = 0
    for seed in range(first, first + 20):
        scenario = drawn(Random(seed))
        for persona in scenario.personas:
            expected = by_hand(scenario, persona.id, weights)
            if expected is None:
                continue
            found = shortest(begin(scenario, persona.id), weights)
            if found is None:
                assert begin(scenario, persona.id).over
                continue
            compared += 1
            good += found.good
            assert found.exact
            assert (found.turns, found.overall) == expected[:2], (seed, persona.id)
            assert replayed(scenario, persona.id, found, weights) == (found.overall, found.verdict)
    assert compared > 5
    assert good or weights == STANDARD


@pytest.mark.parametrize("name", ["hotel/room-not-ready", "ecommerce/late-parcel"])
def test_the_scenarios_of_the_game_have_an_exact_good_way(name: str) -> None:
    """For a customer of the game it is found exactly, and comes to 80 at least."""
    scenario, _ = read((ROOT / "scenarios" / f"{name}.yaml").read_bytes(), name)
    assert scenario is not None
    found = shortest(begin(scenario))
    assert found is not None
    assert found.exact
    assert found.good
    assert replayed(scenario, None, found) == (found.overall, found.verdict)


HEARD = {"tags": ["reaction", "observation", "request", "next-step"], "deliver": {"service": 4}}


def test_a_longer_way_does_not_count_however_good() -> None:
    """Where one turn is enough for 80, two turns that come to more are not the shortest."""
    short, long = HEARD | {"deliver": {"service": 2}}, HEARD | {"deliver": {"service": 5, "brand": 3}}
    talk = scenario_with({"b0": beat(now=short | {"then": "end"}, ask=HEARD), "b1": beat(more=long | {"then": "end"})})
    found = shortest(begin(talk), LISTENING)
    assert found is not None
    assert (found.picks, found.good) == (("now",), True)
    longer = begin(talk)
    for pick in ("ask", "more"):
        choose(longer, pick)
    assert score(longer, LISTENING).overall > found.overall


def test_a_way_that_loses_the_customer_is_not_good() -> None:
    """However well was listened: whoever is gone was not served, and the longer way is the one to tell."""
    endings = {"end": {"says": "bye"}, "gone": {"says": "never again", "lost": True}}
    talk = scenario_with(
        {"b0": beat(lose=HEARD | {"then": "gone"}, stay=HEARD), "b1": beat(go=HEARD | {"then": "end"})}, endings=endings
    )
    found = shortest(begin(talk), Weights(0, 0, 0, 50, 50))
    assert found is not None
    assert (found.picks, found.good) == (("stay", "go"), True)


def test_a_talk_that_can_go_on_for_ever_comes_to_an_end() -> None:
    """Where a response can be picked again and again, the search stops all the same."""
    found = shortest(begin(scenario_with({"b0": beat(again={"again": True, "then": "b0"}, go={"then": "end"})})))
    assert found is not None
    assert (found.picks, found.exact, found.good) == (("go",), True, False)


def test_what_was_not_searched_is_told() -> None:
    """With too little effort a way is given if one was found, and said to be uncertain."""
    talk = scenario_with(chain(6, one={"deliver": {"service": 1}}, two={"tags": ["reaction"]}, three={"heat": 1}))
    found = shortest(begin(talk), reach=Reach(whole=5, most=1_000, few=2))
    assert found is not None
    assert not found.exact
    assert found.turns == 6
    assert shortest(begin(talk), reach=Reach(most=0, whole=0, few=1, turns=1)) is None


def test_a_play_that_is_over_has_no_way_on() -> None:
    """Nothing is left to be done after the end."""
    play = begin(scenario_with(chain(1, go={})))
    choose(play, "go")
    assert shortest(play) is None
