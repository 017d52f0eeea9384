"""Picks that lead to a beat: they do lead there, no others are fewer, and where there are none, there are none."""

import copy
from random import Random
from typing import Any

import pytest

from game.engine import Play, begin, choose, look
from game.proof.arrive import Arrival, Effort, arrival
from game.scenario import Scenario, read
from tests.engine.scenarios import drawn
from tests.proof.talks import beat, chain, scenario_with
from tests.terminal.room import FILE

SWEEPS = 150
MOST = 6_000


def stands(play: Play) -> tuple[Any, ...]:
    """All of a play that decides where it can still come to."""
    now = play.standing
    levels = now.heat, now.perceived, now.desired, now.adequate, now.meters, now.marks, now.open_promises
    return (play.state, play.back, play.interrupted, min(now.broken_promises, 1), *levels)


def shortest(scenario: Scenario, persona: str | None) -> tuple[dict[str, int], set[str]] | None:
    """The fewest picks to each place, and the beats that a play gets stuck on; None where there is too much."""
    first = begin(scenario, persona)
    found, stuck = ({}, {scenario.start}) if first.over else ({scenario.start: 0}, set())
    layer, met, depth = ([] if first.over else [first]), {stands(first)}, 0
    while layer:
        depth += 1
        came = []
        for play in layer:
            for choice in look(play).offered:
                on = copy.copy(play)
                on.turns = list(play.turns)
                choose(on, choice.id)
                if on.ending == "dead-end":
                    stuck.add(stuck_on(play, choice.id))
                    continue
                found.setdefault(on.state, depth)
                if not on.over and stands(on) not in met:
                    met.add(stands(on))
                    came.append(on)
        if len(met) > MOST:
            return None
        layer = came
    return found, stuck


def stuck_on(play: Play, pick: str) -> str:
    """The beat on which a play ends for want of anything on offer, after one more pick."""
    ended: list[str] = []
    on = copy.copy(play)
    on.turns = list(play.turns)
    shared = on.case.plan
    fire = shared.dead_end

    def noted(model: Any, *args: Any, **kwargs: Any) -> bool:
        ended.append(model.state)
        return bool(fire(model))

    shared.dead_end = noted
    try:
        choose(on, pick)
    finally:
        shared.dead_end = fire
    return ended[0]


def reached(scenario: Scenario, persona: str | None, found: Arrival) -> Play:
    """The play of the picks that were found."""
    play = begin(scenario, persona)
    for pick in found.picks or ():
        choose(play, pick)
    return play


def test_every_place_is_come_to_by_the_fewest_picks() -> None:
    """For every beat and ending of scenarios left to chance, the way is a shortest one, and "never" means never."""
    seen = {"there": 0, "stuck": 0, "never": 0}
    for seed in range(SWEEPS):
        scenario = drawn(Random(seed))
        persona = scenario.personas[-1].id
        known = shortest(scenario, persona)
        if known is None:
            continue
        ways, stuck = known
        for place in [*scenario.beats, *scenario.endings]:
            told = arrival(scenario, place, persona)
            wanted = "there" if place in ways else "stuck" if place in stuck else "never"
            assert (seed, place, told.why) == (seed, place, wanted)
            seen[wanted] += 1
            if wanted == "there":
                assert (reached(scenario, persona, told).state, len(told.picks or ())) == (place, ways[place])
            elif wanted == "stuck":
                assert reached(scenario, persona, told).ending == "dead-end"
    assert min(seen["there"], seen["never"]) > 100
    assert seen["stuck"]


def test_of_equally_short_ways_the_one_of_a_good_player_is_taken() -> None:
    """Whoever jumps into the talk finds the customer as someone who listens would have left her, not as an idler."""
    scenario, _ = read(FILE.read_bytes(), FILE.name)
    assert scenario is not None
    assert arrival(scenario, "evening") == Arrival(("hear-her", "ask-room", "honest-time"), "there")
    lost = arrival(scenario, "hung-up", "furious")
    assert reached(scenario, "furious", lost).ending == "hung-up"


def test_guards_on_what_is_perceived_and_on_kept_promises_are_met() -> None:
    """Where a way opens only for a certain level or a promise that was kept, the picks bring just that about."""
    scenario = scenario_with(
        {
            "ask": beat(little={"deliver": {"service": 1}, "tags": ["observation"]}, much={"deliver": {"service": 4}}),
            "say": beat(yes={"promise": {"word": {"about": "service", "level": 8, "by": "17:30"}}}, no={"heat": -4}),
            "do": beat(done={"keeps": ["word"], "then": [{"if": {"kept": ["word"]}, "to": "kept"}, {"to": "end"}]}),
            "kept": beat(bye={"then": "end"}),
        }
    )
    assert arrival(scenario, "kept") == Arrival(("much", "yes", "done"), "there")


def test_a_beat_with_nothing_on_offer_is_told_with_the_picks_that_get_stuck_there() -> None:
    """Nobody can stand on a dead end; the way into it is told, and an ending of that talk is still come to."""
    scenario = scenario_with(
        {
            "ask": beat(warm={"heat": -2}, cold={"heat": 2, "then": "trap"}),
            "bye": beat(bye={"then": "end"}),
            "trap": beat(never={"if": {"heat": {"max": 0}}, "then": "end"}),
        }
    )
    assert arrival(scenario, "trap") == Arrival(("cold",), "stuck")
    assert arrival(scenario, "end") == Arrival(("warm", "bye"), "there")


def test_a_search_that_has_to_end_says_so() -> None:
    """Past the effort that is allowed nothing is claimed: "given-up", not "never"; the first beat needs no search."""
    beats = chain(8, up={"heat": 1}, down={"heat": -1}, meter={"meters": {"m": 1}})
    beats["b7"]["responses"]["up"]["then"] = [{"if": {"meters": {"m": {"min": 50}}}, "to": "far"}, {"to": "end"}]
    beats["far"] = beat(bye={"then": "end"})
    scenario = scenario_with(beats, meters={"m": {"start": 0, "min": 0, "max": 99}})
    assert arrival(scenario, "far").why == "never"
    assert arrival(scenario, "far", effort=Effort(most=20)).why == "given-up"
    assert arrival(scenario, "far", effort=Effort(whole=20, few=2)).why == "given-up"
    assert arrival(scenario, "b7", effort=Effort(whole=20, few=2)).why == "there"
    assert arrival(scenario, "b0", effort=Effort(most=0)) == Arrival((), "there")


def test_a_place_that_is_not_there_is_an_error() -> None:
    """Nobody can ask for a beat that the scenario has not."""
    with pytest.raises(KeyError):
        arrival(scenario_with(chain(1, on={})), "elsewhere")
