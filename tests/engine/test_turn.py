"""One turn: the order of its steps, what is picked again, silence, running means, meters, replies."""

from typing import Any

import pytest

from game.engine import NotOffered, begin, choose, look
from game.engine.standing import half_up
from game.scenario import Scenario
from tests.engine.staged import customer, level, levels, own, rules, scenario, talk
from tests.engine.talks import both, offered

Data = dict[str, Any]


def one_beat(responses: Data, *, patience: bool = False, **who: Any) -> Scenario:
    """Return a scenario of one beat whose responses stay on it, unless they lead elsewhere."""
    beat: Data = {"says": "?", "responses": {id_: {"say": "!", "then": "b", **r} for id_, r in responses.items()}}
    if patience:
        beat["patience"] = 20
    return scenario(
        {
            "customer": customer(**who),
            "facts": {"f": "f"},
            "meters": {"budget": {"start": 10, "min": -20, "max": 30}},
            "beats": {"b": beat, "c": {"says": "?", "responses": {"go": {"say": "!", "then": "end"}}}},
            "endings": {"end": {"says": "bye"}},
        }
    )


# What is picked again

AGAIN: Data = {
    "again": True,
    "tags": ["reaction", "feeling", "ownership", "update", "recap", "apology", "generic", "paraphrase"],
    "names": "safety",
    "deliver": {"price": 1},
    "extra": {"about": "product"},
    "promise": {"p": {"about": "service", "level": 6}},
    "frame": {"price": 6},
    "meters": {"budget": -4},
    "heat": 1,
    "learn": ["f"],
    "reply": "yes",
}


def test_picked_again_only_blockers_meters_heat_and_then_are_left() -> None:
    """Picked again it has only its blockers, `meters`, `heat` and `then`: nothing is felt or learned twice."""
    play = begin(one_beat({"r": AGAIN}, need="safety", fault="ours", heat=5))
    first, second = choose(play, "r"), choose(play, "r")
    assert "salient-surprise" in first.rules
    assert both(first.reply) == ("yes", "yes")
    assert second.rules == ()
    assert second.reply is None
    assert second.after.perceived == first.after.perceived
    assert second.after.desired == first.after.desired
    assert second.after.set_points == first.after.set_points
    assert second.after.open_promises == first.after.open_promises
    assert (first.after.meters, second.after.meters) == ((6,), (2,))
    assert second.after.heat == first.after.heat + 1


def test_picked_again_without_a_blocker_it_does_not_count() -> None:
    """The turn counts in the means only if a blocker fired: a warm word said twice neither helps nor hurts."""
    play = begin(one_beat({"r": {"again": True, "tags": ["reaction", "feeling"]}}, heat=5))
    first, second = choose(play, "r"), choose(play, "r")
    assert (first.counted, second.counted) == (True, False)
    assert (first.after.empathy, first.after.nvc) == (100, 70)
    assert (second.after.empathy, second.after.nvc) == (100, 70)
    assert second.after.heat == first.after.heat


def test_picked_again_with_a_blocker_it_counts() -> None:
    """A blocker fires every time, and then the turn counts, without the empathy that went with it the first time."""
    play = begin(one_beat({"r": {"again": True, "tags": ["reaction", "exploration", "demand"]}}, heat=6))
    first, second = choose(play, "r"), choose(play, "r")
    assert (first.empathy_turn, first.after.heat) == (70, 6)
    assert second.rules == ("demand",)
    assert second.counted
    assert (second.empathy_turn, second.after.heat) == (10, 8)
    assert second.after.empathy == 40  # (3·70 + 3·10) / 6


def test_a_blocker_that_does_not_fire_does_not_count() -> None:
    """minimising below heat 3 is no blocker: said again there, the turn does not count."""
    play = begin(one_beat({"r": {"again": True, "tags": ["minimising"]}}, heat=2))
    choose(play, "r")
    second = choose(play, "r")
    assert (second.rules, second.counted) == ((), False)


def test_the_last_words_said_again_close_no_loop() -> None:
    """`check-back` is not left when a response is picked again, so the play ends with the loop open."""
    then = [{"if": {"meters": {"budget": {"max": 2}}}, "to": "end"}, {"to": "b"}]
    play = begin(one_beat({"r": {"again": True, "tags": ["check-back"], "meters": {"budget": -4}, "then": then}}))
    assert choose(play, "r").rules == ()
    assert choose(play, "r").rules == ("loop-left-open",)
    assert play.ending == "end"


def test_a_response_can_be_picked_once() -> None:
    """A response can be picked once in a play, unless `again: true`."""
    play = begin(one_beat({"r": {}, "s": {"again": True}}))
    choose(play, "r")
    choose(play, "s")
    assert offered(play) == ["s"]
    with pytest.raises(NotOffered) as refused:
        choose(play, "r")
    assert (refused.value.turn, refused.value.pick, refused.value.offered) == (3, "r", ("s",))
    assert "turn 3" in str(refused.value)


# Silence


def test_silence_is_a_turn_like_any_other() -> None:
    """silence: blocker of weight 1, stays on the beat, answers nothing, and counts in the means."""
    play = begin(one_beat({"r": {}}, patience=True, heat=5))
    assert offered(play) == ["r", "silence"]
    turn = choose(play, "silence")
    assert (turn.rules, turn.reply, turn.after.heat) == (("silence",), None, 7)
    assert (turn.empathy_turn, turn.nvc_turn, turn.counted) == (10, 10, True)
    assert play.state == "b"


def test_silence_once_in_each_beat() -> None:
    """It can happen once in each beat that has patience, and in no other."""
    play = begin(one_beat({"r": {"again": True}, "on": {"then": "c"}}, patience=True))
    choose(play, "silence")
    assert offered(play) == ["r", "on"]
    choose(play, "on")
    assert offered(play) == ["go"]


def test_silence_is_not_shown_as_a_choice() -> None:
    """Nobody is shown a button for saying nothing."""
    play = begin(one_beat({"r": {}}, patience=True))
    assert [choice.id for choice in look(play).shown] == ["r"]


def test_silence_in_the_first_turn_uses_it_up() -> None:
    """paraphrase-first wants the first turn of the play, and silence was a turn."""
    play = begin(one_beat({"r": {"tags": ["paraphrase"]}, "on": {}}, patience=True))
    choose(play, "silence")
    assert choose(play, "r").rules == ()


# The steps


def test_sums_are_clamped_once() -> None:
    """perceived ← clamp(perceived + its sum): +10 and −1 on a level of 5 make 10, not 9."""
    play = talk({"deliver": {"brand": 10}, "tags": ["denial"]})
    assert level(play, "brand") == 10


def test_perceived_stops_at_its_ends() -> None:
    """No level leaves 0 to 10."""
    assert levels(talk({"deliver": {"price": -10, "product": 10}})) == {"price": 0, "product": 10}


@pytest.mark.parametrize(("heat", "own_heat", "after"), [(9, 5, 10), (1, -5, 0), (5, -2, 3), (5, 0, 5)])
def test_heat_stops_at_its_ends(heat: int, own_heat: int, after: int) -> None:
    """heat ← clamp(…, 0, 10), with the response's own heat in it."""
    assert talk({"heat": own_heat}, heat=heat).standing.heat == after


def test_the_own_heat_has_no_say_in_the_turn() -> None:
    """Conditions and wants are read at the start of the turn: cooling down in it changes nothing of them."""
    play = talk({"heat": -10, "tags": ["minimising"], "deliver": {"price": 5}}, heat=6)
    assert rules(play) == ("connect-before-correct", "minimising")
    assert own(play) == (10, 10)


def test_means_are_weighted_by_heat() -> None:
    """empathy = half_up(Σ u·empathy_turn / Σ u): a hot turn counts three times, a warm one twice, a calm one once."""
    play = talk({"heat": -2}, {"tags": ["reaction"], "heat": -2}, {"tags": ["demand"]}, heat=7)
    assert [(turn.before.heat, turn.empathy_turn) for turn in play.turns] == [(7, 40), (5, 100), (2, 70)]
    assert [turn.after.empathy for turn in play.turns] == [40, 64, 65]  # 120/3, 320/5, 390/6


def test_halves_are_rounded_up() -> None:
    """half_up rounds halves up: (40 + 70 + …) 335/10 = 33.5 becomes 34."""
    assert [half_up(a, 10) for a in (334, 335, 336, 0, 5, 4, -5, -6)] == [33, 34, 34, 0, 1, 0, 0, -1]


def test_before_the_first_turn_both_are_fifty() -> None:
    """Both are 50 before the first turn."""
    standing = begin(one_beat({"r": {}})).standing
    assert (standing.empathy, standing.nvc) == (50, 50)


def test_meters_stay_in_their_bounds() -> None:
    """Meters change and are clamped to their range: 10 + 50 is 30, then 30 − 100 is −20."""
    play = begin(one_beat({"up": {"meters": {"budget": 50}}, "down": {"meters": {"budget": -100}}, "on": {}}))
    assert choose(play, "up").after.meters == (30,)
    assert choose(play, "down").after.meters == (-20,)


def test_reply_and_then_see_the_state_after_the_turn() -> None:
    """`then` and `reply` are resolved on the state after steps 1–7: facts learned, meters moved, the response said."""
    here = {"knows": ["f"], "meters": {"budget": {"max": 0}}, "said": ["b/r"], "heat": {"max": 3}, "need_known": True}
    response = {
        "learn": ["f"],
        "meters": {"budget": -10},
        "heat": -1,
        "names": "safety",
        "reply": [{"if": here, "says": "all"}, {"says": "none"}],
        "then": [{"if": here, "to": "c"}, {"to": "b"}],
    }
    play = begin(one_beat({"r": response}, heat=5, need="safety"))
    assert both(choose(play, "r").reply) == ("all", "all")
    assert play.state == "c"


def test_the_next_beat_in_the_file_is_the_default() -> None:
    """Without `then` the play goes on to the next beat in the file."""
    assert talk({}, {}).state == "rest"


def test_the_last_words_of_an_ending() -> None:
    """At the end nothing is on offer, the ending's words are said, and further picks are refused."""
    play = begin(one_beat({"r": {"then": "end"}}))
    choose(play, "r")
    moment = look(play)
    assert (moment.over, moment.ending, moment.offered, moment.beat) == (True, "end", (), None)
    assert both(moment.says) == ("bye", "bye")
    assert moment.last_words is not None
    with pytest.raises(NotOffered) as refused:
        choose(play, "r")
    assert (refused.value.turn, refused.value.offered) == (2, ())
    assert "(nothing)" in str(refused.value)


def test_the_gauges_tell_the_need_once_it_is_named() -> None:
    """The need is hidden until named; facts and meters are told by name."""
    play = begin(one_beat({"r": {"names": "safety", "learn": ["f"]}, "on": {}}, need="safety"))
    assert look(play).gauges.need is None
    choose(play, "r")
    gauges = look(play).gauges
    assert (gauges.need, [id_ for id_, _ in gauges.facts]) == ("safety", ["f"])
    assert [(meter.id, value) for meter, value in gauges.meters] == [("budget", 10)]
    assert look(play).last_words is None


def test_an_unknown_persona() -> None:
    """A persona that the file does not have is refused at the start."""
    with pytest.raises(KeyError):
        begin(one_beat({"r": {}}), "nobody")


def test_the_seed_shuffles_what_is_shown() -> None:
    """Position tells nothing: seeds give different orders, one seed always the same, and a restart does not matter."""
    scenario_ = one_beat({id_: {} for id_ in "abcd"})
    orders = {seed: tuple(choice.id for choice in look(begin(scenario_, seed=seed)).shown) for seed in range(40)}
    assert len(set(orders.values())) > 10
    assert {order[0] for order in orders.values()} == set("abcd")
    assert orders[7] == tuple(choice.id for choice in look(begin(scenario_, seed=7)).shown)
    assert offered(begin(scenario_, seed=7)) == list("abcd")
