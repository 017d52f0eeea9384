"""What a proof has seen on the way is what going through all states one by one finds."""

import pickle
from collections import Counter
from pathlib import Path
from random import Random

import pytest

from game.engine import begin, choose
from game.proof import Budget, best_from, prove
from game.proof.gather import gather, gather_bytes
from game.scenario import Scenario, read
from tests.engine.scenarios import drawn
from tests.proof.brute import TooMuch
from tests.proof.seen import seen
from tests.proof.talks import Data, beat, chain, scenario_with
from tests.proof.test_limits import gentle

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "tests" / "data" / "heating-cold-flat.yaml"
ROOM = ROOT / "scenarios" / "hotel" / "room-not-ready.yaml"
KINDS = ("beaten_by", "clipped", "listening_lost")
EFFECTS: tuple[Data, ...] = (
    {"tags": ["reaction"]},
    {"tags": ["feeling", "request"]},
    {"tags": ["blame"]},
    {"deliver": {"service": 1}},
    {"deliver": {"brand": -1}},
    {"extra": {"about": "service"}},
    {"meters": {"budget": -30}},
    {"meters": {"voice": 15}},
    {"learn": ["why"]},
    {"heat": 1},
    {"frame": {"service": 6}},
    {},
)


def scenario_of(path: Path) -> Scenario:
    found, _ = read(path.read_bytes(), path.name)
    assert found is not None
    return found


@pytest.mark.parametrize("persona", [None, "calm", "furious"])
def test_the_worked_example_is_seen_as_it_is(persona: str | None) -> None:
    """What each response costs, fires, leaves and is worth right away, in all states, for every customer."""
    scenario = scenario_of(EXAMPLE)
    assert seen(scenario, persona).differences(gather(scenario, persona)) == []


@pytest.mark.parametrize("first", range(0, 120, 40))
def test_any_scenario_is_seen_as_it_is(first: int) -> None:
    """Scenarios with everything that the format allows: evidence and engine agree, persona by persona."""
    met: Counter[str] = Counter()
    for seed in range(first, first + 40):
        scenario = drawn(Random(seed))
        for persona in scenario.personas:
            try:
                found = seen(scenario, persona.id, most=600)
            except TooMuch:
                continue
            told = gather(scenario, persona.id)
            assert found.differences(told) == [], (seed, persona.id)
            assert told.proof == prove(scenario, persona.id)
            for choice in told.choices:
                met.update(kind for kind in KINDS if getattr(choice, kind))
    assert all(met[kind] for kind in KINDS), met


def close_rivals(chance: Random) -> Scenario:
    """Return a scenario whose responses have little to tell them apart."""
    beats = {}
    for number in range(4):
        one = beat(**{id_: chance.choice(EFFECTS) | chance.choice(EFFECTS) for id_ in "abc"})
        if number == 1:
            one["responses"]["c"]["if"] = {"knows": ["why"]}
        beats[f"b{number}"] = one
    for response in beats["b3"]["responses"].values():
        response["then"] = "end"
    meters = {"budget": {"start": 50, "min": -100, "max": 100}, "voice": {"start": 10, "min": 0, "max": 20}}
    return scenario_with(beats, meters=meters, facts={"why": "why"})


def test_close_rivals_are_told_apart_and_alike_as_they_are() -> None:
    """Where responses differ little, those that are alike, beaten, or outdone in everything are just the right ones."""
    met: Counter[str] = Counter()
    for seed in range(60):
        scenario = close_rivals(Random(seed))
        told = gather(scenario)
        assert seen(scenario, None).differences(told) == [], seed
        for choice in told.choices:
            met.update(kind for kind in (*KINDS, "outdone_by", "alike") if getattr(choice, kind))
    assert all(met[kind] > 3 for kind in (*KINDS, "outdone_by", "alike")), met


def test_a_course_has_its_own_evidence() -> None:
    """Under a course's rulebook other rules fire and other picks are the best."""
    rules, compared = gentle(), 0
    for seed in range(800, 820):
        scenario = drawn(Random(seed))
        try:
            found = seen(scenario, None, rules, most=600)
        except TooMuch:
            continue
        compared += 1
        assert found.differences(gather(scenario, None, rules)) == [], seed
    assert compared > 8


def test_the_proof_is_the_one_that_is_given_without_evidence() -> None:
    """Looking on changes no number of the proof of a customer that comes with the game."""
    told = gather(scenario_of(ROOM), "member")
    assert told.whole
    assert told.proof == prove(scenario_of(ROOM), "member")


def left_by(scenario: Scenario, *picks: str) -> int:
    """Return the best overall that these picks leave."""
    play = begin(scenario)
    for pick in picks:
        choose(play, pick)
    return best_from(play).overall


def test_a_question_that_can_be_asked_for_ever_costs_what_it_costs() -> None:
    """Where plays can go round, the cost of each response is still exact, before the question and after it."""
    beats = {
        "b0": beat(
            ask={"again": True, "tags": ["reaction", "interpretation"], "then": "b0"},
            curt={"deliver": {"service": 3}, "then": "end"},
            rude={"tags": ["blame"], "then": "end"},
        )
    }
    scenario = scenario_with(beats)
    told = gather(scenario)
    assert (told.whole, told.proof.endless) == (True, True)
    for choice in told.choices:
        costs = [left_by(scenario, *asked) - left_by(scenario, *asked, choice.response) for asked in ((), ("ask",))]
        assert (choice.states, choice.regret_least, choice.regret_most) == (2, min(costs), max(costs))
        assert choice.chance == pytest.approx(1.5)  # a third comes back each time


def test_what_counts_for_nothing_is_still_seen_to_move() -> None:
    """Plays that differ only in a component without weight are one state, and its range is that of all of them."""
    beats = chain(3, up={"deliver": {"price": 2}}, down={"deliver": {"price": -3}}, far={"deliver": {"price": 9}})
    expects = {"service": {"weight": 2}, "price": {"weight": 0, "perceived": 2}}
    scenario = scenario_with(beats, customer={"name": "Wang", "heat": 5, "expects": expects})
    told = gather(scenario)
    assert seen(scenario, None).differences(told) == []
    assert (told.perceived["price"], told.proof.states) == ((0, 10), 3)


def test_what_is_too_much_to_be_seen_whole_is_said_so_and_seen_in_part() -> None:
    """With a small budget only states near the end are looked at: what is said of them is true of them."""
    scenario = scenario_of(ROOM)
    whole, part = gather(scenario), gather(scenario, budget=Budget(rows=20_000, samples=200))
    assert not part.whole
    assert part.best_clean is None
    looked_at = [choice for choice in part.choices if choice.states]
    assert len(looked_at) > len(part.choices) // 2
    for choice in looked_at:
        true = whole.choice(choice.beat, choice.response)
        assert true is not None
        assert true.regret_least <= choice.regret_least <= choice.regret <= choice.regret_most <= true.regret_most
        assert set(true.beaten_by) <= set(choice.beaten_by)
        assert choice.rules <= true.rules


def test_too_many_states_to_keep_leave_an_exact_proof_with_evidence_in_part() -> None:
    """Where the states of a proof would fill the memory, the proof is still exact, and what is left out is said."""
    beats = chain(6, warm={"tags": ["reaction"]}, cold={"deliver": {"service": 1}}, rude={"tags": ["blame"]})
    told = gather(scenario_with(beats), budget=Budget(traced=20))
    assert (told.proof.exact, told.whole) == (True, False)
    assert told.fired == {"specific-empathy", "blame", "connect-before-correct", "loop-left-open"}
    assert told.choices[-1].regret_least > 0


def test_a_talk_that_is_over_at_once_is_seen_whole() -> None:
    """Where nothing is ever on offer, every response is said to have been on offer nowhere."""
    scenario = scenario_with({"b0": beat(never={"if": {"heat": {"min": 9}}, "then": "end"})})
    told = gather(scenario)
    assert seen(scenario, None).differences(told) == []
    assert told.choices[0].states == 0


def test_other_processes_can_be_given_the_evidence_of_a_file() -> None:
    """The function and what it gives travel between processes; a file with errors is refused with what is wrong."""
    told = pickle.loads(pickle.dumps(gather_bytes))(EXAMPLE.read_bytes(), "calm")
    assert pickle.loads(pickle.dumps(told)) == told == gather(scenario_of(EXAMPLE), "calm")
    with pytest.raises(ValueError, match="format"):
        gather_bytes(b"id: nothing")
