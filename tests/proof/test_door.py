"""What the package tells of responses and rules by itself is what the evidence of all plays has."""

from random import Random

import pytest

from game.engine import standard
from game.engine.layout import SILENCE
from game.engine.scores import STANDARD
from game.proof import Budget, FiredRules, MeanRegrets, fired_rules, mean_regrets
from game.proof.gather import gather
from game.scenario import Scenario
from tests.engine.scenarios import drawn
from tests.proof.talks import Data, beat, chain, scenario_with
from tests.proof.test_evidence import EXAMPLE, scenario_of

PLENTY = Budget(samples=0)
QUICK = Budget(rows=20_000, samples=0)
FEW = Budget(rows=1, samples=10)


def regrets(scenario: Scenario, persona: str | None = None, budget: Budget = PLENTY) -> MeanRegrets:
    """The mean regrets under the standard rulebook and weights."""
    return mean_regrets(scenario, persona, standard(), STANDARD, budget)


def rules(scenario: Scenario, persona: str | None = None, budget: Budget = PLENTY) -> FiredRules:
    """The rules that fire under the standard rulebook."""
    return fired_rules(scenario, persona, standard(), budget)


@pytest.mark.parametrize("persona", [None, "calm", "furious"])
def test_the_worked_example_costs_and_fires_as_the_evidence_says(persona: str | None) -> None:
    """Every response that is on offer somewhere has its mean regret, to the last bit, and the same rules fire."""
    by_the_door, by_evidence = told_twice(scenario_of(EXAMPLE), persona)
    assert by_the_door == by_evidence


def test_any_scenario_costs_and_fires_as_the_evidence_says() -> None:
    """So it is with everything that the format allows."""
    compared = 0
    for seed in range(900, 930):
        scenario = drawn(Random(seed))
        for persona in scenario.personas:
            if rules(scenario, persona.id, QUICK).whole:
                by_the_door, by_evidence = told_twice(scenario, persona.id)
                assert by_the_door == by_evidence
                compared += 1
    assert compared > 8


Told = tuple[bool, dict[tuple[str, str], float], frozenset[str]]


def told_twice(scenario: Scenario, persona: str | None) -> tuple[Told, Told]:
    """Whether all plays were gone through, the regrets and the rules: by the door, and by the evidence of the plays."""
    told = gather(scenario, persona, budget=PLENTY)
    found, fired = regrets(scenario, persona), rules(scenario, persona)
    spoken = {
        (id_, response): regret
        for id_, of_beat in found.beats.items()
        for response, regret in of_beat.items()
        if response != SILENCE
    }
    regretted = {(one.beat, one.response): one.regret for one in told.choices if one.states}
    return (found.whole, spoken, frozenset(fired.rules)), (told.whole, regretted, told.fired)


def test_one_beat_costs_what_its_best_response_is_ahead() -> None:
    """Of three things to say the one that comes to the most costs nothing, and the others what they are behind it."""
    scenario = scenario_with(chain(1, hear={"tags": ["feeling"]}, say={}, blame={"tags": ["blame"]}))
    found = regrets(scenario)
    spoken = {response: regret for response, regret in found.beats["b0"].items() if response != SILENCE}
    assert found.whole
    assert spoken["hear"] == 0 < spoken["say"] < spoken["blame"] <= 100


def test_where_not_all_plays_are_gone_through_it_says_so() -> None:
    """Past the budget neither the means nor the rules claim to be of all plays."""
    scenario = scenario_of(EXAMPLE)
    assert not regrets(scenario, budget=FEW).whole
    assert not rules(scenario, budget=FEW).whole
    assert rules(scenario, budget=FEW).rules <= rules(scenario).rules


def test_of_a_play_that_is_over_at_once_nothing_is_told() -> None:
    """Where nothing is ever on offer, no response costs anything and no rule has fired."""
    shut: dict[str, Data] = {"b0": beat(hear={"if": {"heat": {"min": 10}}, "then": "end"})}
    scenario = scenario_with(shut)
    assert regrets(scenario).beats == {}
    assert rules(scenario).rules == frozenset()


def test_unknown_persona_is_an_error() -> None:
    """Nobody is told about a customer who is not in the file."""
    for ask in (regrets, rules):
        with pytest.raises(KeyError):
            ask(scenario_of(EXAMPLE), "nobody")
