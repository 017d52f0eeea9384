"""The engine and a second, plain reading of the rules of play agree in every number."""

from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from game.engine import Play, begin, choose, close, gauges, look, score
from game.scenario import Scenario
from tests.engine.oracle import Talk
from tests.engine.oracle_scores import scored
from tests.engine.scenarios import Data, Draft, chances, drawn, scenario_of
from tests.engine.talks import MOST, anyone, both, offered, shown, total

Told = list[dict[str, Any]]


def _ours(play: Play) -> dict[str, Any]:
    """Return all that the engine shows between two turns."""
    fates = {promise.id: fate for promise, fate in gauges(play.case, play.standing).ledger}
    return {
        "persona": play.case.persona_id,
        "ending": play.ending,
        "offered": offered(play),
        "says": both(look(play).says),
        "beat": None if play.over else play.state,
        "made": set(fates),
        "open": {id_ for id_, fate in fates.items() if fate == "open"},
        "kept": {id_ for id_, fate in fates.items() if fate == "kept"},
    }


def _theirs(talk: Talk) -> dict[str, Any]:
    """Return the same as the oracle has it."""
    return {
        "persona": talk.persona,
        "ending": talk.ending,
        "offered": talk.offered(),
        "says": talk.says(),
        "beat": None if talk.ending is not None else talk.beat,
        "made": set(talk.made),
        "open": set(talk.open),
        "kept": set(talk.kept),
    }


def _both_told(scenario: Scenario, persona: str | None, chance: Random) -> tuple[Told, Told]:
    """Return all that engine and oracle say of one play, side by side, with picks left to chance.

    It ends where they first differ.
    """
    play, talk = begin(scenario, persona), Talk(scenario, persona)
    ours, theirs = [_ours(play)], [_theirs(talk)]
    while not play.over and len(play.turns) < MOST and ours[-1] == theirs[-1]:
        pick = chance.choice(offered(play))
        ours += [shown(choose(play, pick)), _ours(play)]
        theirs += [talk.pick(pick), _theirs(talk)]
    if play.over and ours[-1] == theirs[-1]:
        ours.append(total(score(play)))
        theirs.append(scored(talk))
    return ours, theirs


@settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(chances)
def test_any_play_of_any_scenario_is_scored_as_the_design_says(chance: Random) -> None:
    """Whatever the format allows: each turn's numbers, rules, offers and words, the ending and all scores agree."""
    scenario = drawn(chance)
    for _ in range(3):
        ours, theirs = _both_told(scenario, anyone(scenario, chance), chance)
        assert ours == theirs


@pytest.mark.parametrize("first", range(0, 500, 125))
def test_five_hundred_scenarios_are_scored_as_the_design_says(first: int) -> None:
    """The same over five hundred fixed scenarios, two plays of each, so that rare meetings of rules are met."""
    for seed in range(first, first + 125):
        chance = Random(seed)
        scenario = drawn(chance)
        for _ in range(2):
            ours, theirs = _both_told(scenario, anyone(scenario, chance), chance)
            assert ours == theirs


@pytest.mark.parametrize("first", range(0, 200, 100))
def test_a_play_whose_time_runs_out_is_scored_as_the_design_says(first: int) -> None:
    """Wherever a play is cut off, its last turn and all scores are those of a beat on which nothing is on offer."""
    for seed in range(first, first + 100):
        chance = Random(seed)
        scenario = drawn(chance)
        persona = anyone(scenario, chance)
        play, talk = begin(scenario, persona), Talk(scenario, persona)
        for _ in range(chance.randrange(6)):
            if not play.over:
                pick = chance.choice(offered(play))
                choose(play, pick)
                talk.pick(pick)
        if talk.beat is not None:
            talk.run_out()
        close(play)
        ours = [{name: value for name, value in shown(turn).items() if name != "reply"} for turn in play.turns]
        theirs = [{name: value for name, value in turn.items() if name != "reply"} for turn in talk.turns]
        assert (ours, _ours(play), total(score(play))) == (theirs, _theirs(talk), scored(talk))


def _laid_over(data: Data, persona: Data) -> dict[str, dict[str, int]]:
    """Return the numbers of each component: the defaults, under the customer's, under the persona's."""
    numbers = {}
    for component, written in data["customer"]["expects"].items():
        whole = {"weight": 2, "adequate": 5, "desired": 7, "perceived": 5, "can": 7, **written}
        numbers[component] = {**whole, **persona.get("expects", {}).get(component, {})}
    return numbers


@settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(chances)
def test_a_persona_is_laid_over_number_by_number(chance: Random) -> None:
    """A persona begins with its own heat, need, fault and numbers, and with the customer's wherever it has none."""
    data = Draft(chance).scenario()
    scenario = scenario_of(data)
    for id_, persona in {"base": {}, **data["personas"]}.items():
        play = begin(scenario, id_)
        written = data["customer"] | persona
        customer = play.case.customer
        assert play.case.persona_id == id_
        assert customer.heat == written.get("heat", 3)
        assert (customer.need, customer.fault) == (written.get("need"), written.get("fault", "nobody"))
        found = {
            component: {name: getattr(expected, name) for name in ("weight", "adequate", "desired", "perceived", "can")}
            for component, expected in customer.expects.items()
        }
        assert found == _laid_over(data, persona)
