"""What a debrief says is what the engine says: scores, formulas, components, promises, the talk turn by turn."""

import re
from random import Random
from typing import Any

import pytest

from game.course.attempt import Answers
from game.engine import Weights, begin, choose, close, gauges, look, score
from game.i18n import words
from game.report.debrief import Debrief, debrief, moments, pledges, said_at
from tests.engine.scenarios import drawn
from tests.terminal.room import BEST, BROKEN, PLAYS, played, shelved

ENDED = [(play["picks"], play["persona"] or "base", play["score"]) for play in PLAYS]
IDS = [f"{persona}/{','.join(picks)}" for picks, persona, _ in ENDED]
FIVE = ("set", "meet", "exceed", "empathy", "nvc")
SUM = re.compile(
    r"(?P<sum>[-+×/() 0-9minax,]+) (?P<equals>[=≈]) (?P<result>-?\d+)(?:(?:, counted as|，记) (?P<kept>\d+))?"
)


def told(picks: Any = BEST, persona: str = "base", language: str = "en", **more: Any) -> Debrief:
    """The debrief of a play of the worked example."""
    return debrief(words(language), played(picks, persona), "practice", **more)


def comes_out(sums: str, result: int) -> bool:
    """Whether a sum with its numbers is right, and comes to a score."""
    found = SUM.fullmatch(sums)
    assert found is not None, sums
    computed = eval(found["sum"].replace("×", "*"), {"min": min, "max": max})
    shown = int(found["result"])
    right = computed == shown if found["equals"] == "=" else 0 < abs(computed - shown) <= 0.5
    return right and int(found["kept"] or shown) == result


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(("picks", "persona", "expected"), ENDED, ids=IDS)
def test_the_scores_are_those_of_the_play(
    picks: list[str], persona: str, expected: dict[str, Any], language: str
) -> None:
    """Verdict, overall, the five scores and satisfaction are those of the worked example."""
    result = told(picks, persona, language).result
    assert result is not None
    assert {one.name: one.value for one in result.scores} == {name: expected[name] for name in FIVE}
    assert (result.overall.value, result.verdict) == (expected["overall"], expected["verdict"])
    assert result.survey.satisfaction == expected["satisfaction"]
    assert {part.component: part.verdict for part in result.components} == expected["components"]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(("picks", "persona", "expected"), ENDED, ids=IDS)
def test_every_sum_comes_out(picks: list[str], persona: str, expected: dict[str, int], language: str) -> None:
    """Whoever does a sum of the debrief by hand gets the score that stands beside it."""
    result = told(picks, persona, language).result
    assert result is not None
    for formula in (*result.scores, result.overall):
        assert comes_out(formula.sums, formula.value) if formula.sums else formula.value in (0, 50)
        assert formula.about
    for part in result.components:
        assert part.sums == f"{part.points}" or comes_out(part.sums, part.points)


def test_sums_come_out_in_plays_of_any_scenario() -> None:
    """Whatever a scenario allows and whoever weighs the scores otherwise, the sums are right and nothing is missing."""
    checked = 0
    for seed in range(60):
        chance = Random(seed)
        play = begin(drawn(chance), None, seed)
        while not play.over and len(play.turns) < 40:
            choose(play, chance.choice(look(play).offered).id)
        weights = Weights(40, 20, 20, 10, 10)
        whole = debrief(words("zh"), play, "exam", weights=weights)
        assert [turn.response for turn in whole.turns] == list(play.picks)
        assert all(len(one.perceived) == len(whole.heat) == len(play.turns) + 1 for one in whole.zones)
        if whole.result is None:
            continue
        checked += 1
        assert whole.result.overall.value == score(play, weights).overall
        for formula in (*whole.result.scores, whole.result.overall):
            assert comes_out(formula.sums, formula.value) if formula.sums else formula.value in (0, 50)
    assert checked > 30


def test_every_turn_has_both_sides_of_the_talk() -> None:
    """Each turn tells what the customer said at that moment, what was answered, what came back, and the state."""
    play, whole = played(BROKEN), told(BROKEN)
    seen = moments(play)
    for turn, shown, moment in zip(play.turns, whole.turns, seen, strict=False):
        assert moment.says is not None
        assert (shown.speaker, shown.says) == ("Mrs Wang", moment.says.told("en"))
        assert shown.said == said_at(turn, turn.response)[0].told("en")
        assert shown.reply == ("" if turn.reply is None else turn.reply.told("en"))
        assert (shown.before.heat, shown.after.heat) == (turn.before.heat, turn.after.heat)
        assert (shown.after.empathy, shown.after.nvc) == (turn.after.empathy, turn.after.nvc)
        assert shown.after.set_points == turn.after.set_points
        assert [one.rule for one in shown.remarks] == [fired.rule for fired in turn.fired]
        assert shown.note


def test_the_persona_hears_its_own_words() -> None:
    """What was said to another persona is told as it was said to that one."""
    assert told(BEST[:1], "calm").turns[0].says.startswith("Hello. Our radiators")
    assert told(BEST[:1], "furious").turns[0].says.startswith("Three days")


def test_the_play_is_left_as_it_was() -> None:
    """Looking back changes nothing: the play can go on where it stood."""
    play = played(BEST[:2])
    before = (play.state, play.standing, play.picks)
    debrief(words("zh"), play, "practice")
    assert (play.state, play.standing, play.picks) == before
    choose(play, BEST[2])


def test_a_play_that_has_not_ended_has_no_result() -> None:
    """Without an ending there is no score, no survey and no farewell; turns and promises are there."""
    whole = told(BEST[:3])
    assert (whole.result, whole.farewell, len(whole.turns)) == (None, None, 3)
    assert [(one.id, one.fate) for one in whole.pledges] == [("call-1730", "open")]
    assert whole.touchpoints[-1].did == words("en")("touch.unfinished")


@pytest.mark.parametrize(
    ("guess", "gap", "begins"),
    [(99, 4, "You gave yourself 99"), (0, -95, "You gave"), (95, 0, "You gave"), (None, 0, "")],
)
def test_the_guess_stands_beside_the_score(guess: int | None, gap: int, begins: str) -> None:
    """The gap is the guess less the score; the other two answers are told as they were given."""
    result = told(answers=Answers("after the promise", guess, "ask first")).result
    assert result is not None
    assert result.own is not None
    assert (result.own.guess, result.own.gap) == (guess, gap)
    assert result.own.guess_told.startswith(begins)
    assert ["after the promise" in result.own.answers[0], "ask first" in result.own.answers[1]] == [True, True]


def test_servqual_leaves_out_what_is_not_spoken_of() -> None:
    """The lens has ten times the perceived level of its component, and None for one that plays no part."""
    gone = shelved(lambda text: re.sub(r"    brand: .*\n", "", text).replace(", brand: 1,", ","))
    whole = debrief(words("en"), played(entry=gone), "practice")
    assert whole.result is not None
    assert {lens.name: lens.value for lens in whole.result.servqual} == {
        "reliability": 100,
        "assurance": None,
        "tangibles": 100,
        "empathy": 100,
        "responsiveness": 70,
    }


def test_promises_are_told_with_their_fate_in_the_middle_of_a_talk_too() -> None:
    """The ledger of any moment can be told, as a window does during the talk."""
    play = played(BROKEN[:3])
    found = pledges(words("en"), gauges(play.case, play.standing))
    assert [(one.id, one.fate_told) for one in found] == [("in-30", "still open"), ("warm-in-30", "still open")]


def test_time_that_ran_out_is_told_as_such() -> None:
    """A talk that its time has closed is scored as a customer lost, but nobody is told that the customer has left."""
    play = played(BEST[:2], "base")
    close(play)
    say = words("en")
    whole = debrief(say, play, "exam")
    assert whole.result is not None
    assert (whole.result.lost, whole.result.why) == (True, say("debrief.why.expired"))
    assert whole.farewell is not None
    assert whole.farewell.told == say("end.expired")
    assert whole.touchpoints[-1].did == say("touch.expired")


def test_a_lost_customer_is_told_as_gone() -> None:
    """The end of the talk is told, and that the customer will not be back."""
    whole = told(["calm-down"])
    assert whole.farewell is not None
    assert "gone for good" in whole.farewell.told
    assert whole.touchpoints[-1].did == words("en")("touch.lost")
