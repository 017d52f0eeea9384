"""The customer's way through a talk: touchpoints in order, levels over the turns."""

from game.engine import begin, choose, zones
from game.i18n import words
from game.report.debrief import debrief, feeling
from tests.proof.talks import beat, scenario_with
from tests.terminal.room import BEST, BROKEN, played


def test_each_stay_on_a_beat_is_a_touchpoint() -> None:
    """Turns on the same beat are one touchpoint, with the heat that it began and ended with."""
    play = played(["silence"])
    assert [(one.first, one.last) for one in debrief(words("en"), play, "practice").touchpoints] == [(1, 1)]
    stay = beat(ask={"again": True, "then": "b0"}, go={"then": "end"})
    talk = begin(scenario_with({"b0": stay}))
    for pick in ("ask", "ask", "go"):
        choose(talk, pick)
    (only,) = debrief(words("en"), talk, "practice").touchpoints
    assert (only.first, only.last, only.before) == (1, 3, talk.turns[0].before.heat)
    assert only.after == talk.standing.heat


def test_touchpoints_tell_channel_stage_feeling_thought_and_deed() -> None:
    """Each touchpoint says how the customer came to it, what was felt, what moved in their mind, and what they did."""
    first, *_, last = debrief(words("en"), played(BROKEN), "practice").touchpoints
    assert (first.kind_told, first.channel_told, first.felt_before, first.felt_after) == (
        "the talk",
        "phone",
        "upset",
        "on edge",
    )
    assert first.thought == "brand 5→6, personal touch 4→5"
    assert (last.kind, last.did) == ("after", "left, and does not mean to come back")


def test_a_change_of_channel_is_told() -> None:
    """Where the talk goes on by another channel, the touchpoint before says so."""
    one, other = beat(ok={}), beat(ok={"then": "end"})
    talk = begin(scenario_with({"b0": one | {"channel": "chat"}, "b1": other | {"channel": "phone"}}))
    choose(talk, "ok")
    choose(talk, "ok")
    before, after = debrief(words("en"), talk, "practice").touchpoints
    assert before.did == "changed channel: phone"
    assert after.did != before.did


def test_levels_over_the_turns_are_those_of_the_gauges() -> None:
    """For each component and turn the series has what the gauges showed then; the first is the start."""
    play = played(BEST)
    whole = debrief(words("zh"), play, "practice")
    standings = [play.case.opening(), *(turn.after for turn in play.turns)]
    for at, standing in enumerate(standings):
        assert whole.heat[at] == standing.heat
        for series, zone in zip(whole.zones, zones(play.case, standing), strict=True):
            assert (series.adequate[at], series.desired[at], series.perceived[at]) == (
                zone.adequate,
                zone.desired,
                zone.perceived,
            )


def test_every_heat_has_a_feeling() -> None:
    """From 0 to 10 each heat is told in words, and the words change as it rises."""
    for language in ("zh", "en"):
        felt = [feeling(words(language), heat) for heat in range(11)]
        assert len(set(felt)) == 4
        assert felt == sorted(felt, key=felt.index)
