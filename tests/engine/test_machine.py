"""The state machine: thin and stock classes of `transitions` agree, and one machine serves all plays of a scenario."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from random import Random
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given, settings
from transitions import Machine, MachineError

from game.engine import begin, choose
from game.engine.case import Plan, plan
from game.engine.machine import DEAD_END, INTERRUPT, build
from game.scenario import Scenario, read
from tests.engine.scenarios import Draft, drawn, seeds
from tests.engine.staged import talk
from tests.engine.talks import anyone, shown, wandered


@contextmanager
def stock_classes(scenario: Scenario) -> Iterator[None]:
    """Let plays of the scenario be moved by the library's own machine, events and transitions."""
    stock = Plan(scenario)
    machine = build(scenario, stock.layout, stock=True)
    assert type(machine) is Machine

    def trigger(event: Any) -> Any:
        # The library calls a condition with what the event was given, the thin classes with the model.
        return SimpleNamespace(trigger=lambda play: event.trigger(play, play))

    events = {name: trigger(event) for name, event in machine.events.items()}
    vars(stock)["machine"] = SimpleNamespace(events=events)
    stock.interrupt = events[INTERRUPT].trigger if scenario.interrupts else None
    stock.dead_end = events[DEAD_END].trigger
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("game.engine.play.plan", lambda _: stock)
        yield


@settings(max_examples=60)
@given(seeds)
def test_thin_and_stock_classes_agree(seed: int) -> None:
    """The same picks lead through the same states, to the same `back`, and to the same ending."""
    chance = Random(seed)
    scenario = drawn(chance)
    persona = anyone(scenario, chance)
    thin = wandered(scenario, persona, chance)
    states = [begin(scenario, persona).state]
    with stock_classes(scenario):
        stock = begin(scenario, persona)
        assert stock.state == states[0]
        for turn in thin.turns:
            assert shown(choose(stock, turn.response)) == shown(turn)
    assert (stock.state, stock.back, stock.interrupted, stock.ending) == (
        thin.state,
        thin.back,
        thin.interrupted,
        thin.ending,
    )


def test_one_machine_for_all_plays_of_a_version() -> None:
    """Plays and personas of a scenario share one machine, and are never added to it; another version has its own."""
    scenario = next(one for seed in range(99) if len((one := drawn(Random(seed))).personas) > 1)
    plays = [begin(scenario, persona.id) for persona in scenario.personas] + [begin(scenario)]
    machines = {id(play.case.plan.machine) for play in plays}
    assert len(machines) == 1
    assert plan(scenario).machine.models == []
    assert plan(drawn(Random(100))).machine is not plan(scenario).machine


def test_the_states_are_beats_endings_and_the_dead_end() -> None:
    """Beats and endings are states; there is one more for the dead end, and events are shared by all beats."""
    machine = talk({}, {}).case.plan.machine
    assert set(machine.states) == {"b0", "b1", "rest", "end", "lost", "dead-end"}
    assert set(machine.events) == {"pick_0", DEAD_END}


def test_an_event_that_a_state_does_not_know() -> None:
    """An ending knows no pick: firing one there is an error, not a silent nothing."""
    play = talk({}, ends="end")
    with pytest.raises(MachineError):
        play.case.plan.machine.events["pick_0"].trigger(play)


def test_a_guard_that_fails_moves_nothing() -> None:
    """Where no interrupt's condition holds the event is refused and the play stays where it is."""
    data = Draft(Random(1)).scenario()
    first = next(iter(data["beats"]))
    data["interrupts"] = [{"if": {"heat": {"min": 5, "max": 4 + 1}, "not": {}}, "to": first}]
    scenario, _ = read(json.dumps(data).encode(), "x.yaml")
    assert scenario is not None
    play = begin(scenario)
    play.state = first
    assert play.case.plan.machine.events[INTERRUPT].trigger(play) is False
    assert (play.state, play.interrupted) == (first, 0)


@pytest.mark.parametrize("where", ["then", "list", "interrupt", "start"])
def test_a_missing_target_is_told_before_a_machine_is_built(where: str) -> None:
    """transitions builds a way to a missing state silently; so every id is checked when the file is read."""
    data = Draft(Random(3)).scenario()
    response = next(iter(next(iter(data["beats"].values()))["responses"].values()))
    if where == "then":
        response["then"] = "nowhere"
    elif where == "list":
        response["then"] = [{"if": {}, "to": "nowhere"}, {"to": "nowhere"}]
    elif where == "interrupt":
        data["interrupts"] = [{"if": {}, "to": "nowhere"}]
    else:
        data["start"] = "nowhere"
    scenario, problems = read(json.dumps(data).encode(), "x.yaml")
    assert scenario is None
    assert {problem.code for problem in problems} == {"unknown-beat" if where == "start" else "unknown-target"}
