"""What a drawing tells of plays: how often they pass where, and the best way found."""

import pytest

from game.engine import begin, choose, look, score
from game.report import Drawing, surveyed
from game.report.best_way import best_way
from game.report.proven import Proven
from game.report.traffic import traffic
from game.report.walk import DEAD_END, step
from tests.report.scenes import HEAD, SHIPPED, drawing, knotted, loaded, talk


def starred(one: Drawing) -> list[str]:
    """The picks of the best way, in the order of the turns that its stars name."""
    turns = {turn: response for (_, response), numbers in one.way.picks.items() for turn in numbers}
    assert sorted(turns) == [*range(1, len(turns) + 1)]
    return [turns[turn] for turn in sorted(turns)]


@pytest.mark.parametrize("name", SHIPPED)
def test_whoever_follows_the_stars_gets_the_points(name: str) -> None:
    """The marked way, played, ends with the score that the legend names, and no random play did better."""
    one = drawing(name)
    play = begin(one.graph.scenario)
    for pick in starred(one):
        choose(play, pick)
    assert play.over
    assert score(play).overall == one.way.points >= one.traffic.best[0]
    assert f"{one.way.points} points" in one.best()


def test_a_way_that_was_only_found_is_not_called_the_best_there_is() -> None:
    """Where not all plays can be worked out, the legend does not claim that no other way scores more."""
    one = knotted()
    assert not one.way.exact
    assert "no other way" not in one.best()
    assert "there may be a better one" in one.best()
    play = begin(one.graph.scenario)
    for pick in starred(one):
        choose(play, pick)
    assert score(play).overall == one.way.points


def test_bettering_finds_what_chance_missed() -> None:
    """From one clumsy play on, changing a pick at a time comes near the best there is, which it cannot prove."""
    scenario = drawing("room-not-ready").graph.scenario
    clumsy = traffic(scenario, None, 1)
    found = best_way(begin(scenario), clumsy, Proven())
    assert not found.exact
    assert clumsy.best[0] + 10 < found.points <= drawing("room-not-ready").way.points


def test_random_plays_are_counted_where_they_went() -> None:
    """Each play passes the start once, picks something at every turn, and comes to one end."""
    seen = traffic(loaded_talk := talk().graph.scenario, None, 500)
    assert seen.plays == seen.nodes["hello"] == seen.nodes["end"] == 500
    assert sum(seen.picks.values()) == sum(n for (_, response, _), n in seen.edges.items() if response)
    assert seen.picks["hello", "ask"] + seen.picks["hello", "shout"] == 500
    assert "nowhere" not in seen.nodes
    assert seen.edges["interrupt/0", "", "shouting"] == seen.nodes["shouting"] > 0
    assert seen.edges["shouting", "sorry", "back/shouting"] == seen.picks["shouting", "sorry"]
    assert set(seen.says) <= {*loaded_talk.beats, *loaded_talk.endings}


def test_all_that_is_on_offer_is_equally_likely() -> None:
    """Chance picks each of three things, silence among them, about as often; after the silence each of two."""
    scenario = loaded(
        HEAD
        + "beats:\n  a: {says: A, patience: 9, responses: {x: {say: X, then: e}, y: {say: Y, then: e}}}\n"
        + "endings: {e: {}}\n"
    )
    picks = traffic(scenario, None, 3_000).picks
    assert abs(picks["a", "silence"] - 1_000) < 120
    assert abs(picks["a", "x"] - 1_500) < 120


def test_an_interrupted_step_is_the_response_and_the_interrupt() -> None:
    """A pick whose next beat is taken by an interrupt still counts as leading where it led."""
    play = begin(talk().graph.scenario)
    assert step(play, "shout") == (("hello", "shout", "next"), ("interrupt/0", "", "shouting"))
    assert step(play, "sorry") == (("shouting", "sorry", "back/shouting"),)
    moment = look(play)
    assert moment.beat is not None
    assert moment.beat.id == "next"


def test_a_talk_that_gets_stuck_is_drawn_with_its_dead_end() -> None:
    """A response after which nothing is on offer leads to the dead end."""
    scenario = loaded(
        HEAD
        + "facts: {rain: It rains}\nbeats:\n"
        + "  a: {says: A, responses: {x: {say: X}, y: {say: Y, then: e}}}\n"
        + "  b: {says: B, responses: {z: {say: Z, if: {knows: [rain]}, then: e}}}\nendings: {e: {}}\n"
    )
    one = surveyed(scenario, "en", plays=50)
    assert ("a", "x", DEAD_END) in {edge.key for edge in one.graph.edges}
    assert one.graph.nodes[DEAD_END].kind == DEAD_END


def test_a_persona_is_drawn_as_it_is_met() -> None:
    """Another persona has its own name in the title and hears its own words."""
    scenario = drawing("room-not-ready").graph.scenario
    persona = scenario.personas[1]
    one = surveyed(scenario, "en", persona.id, plays=100)
    assert persona.label.told("en") in one.title()
    assert one.traffic.says["mail"] != drawing("room-not-ready").traffic.says["mail"]
