"""Every attempt is scored again from its picks, and many at once come to the same as each by itself."""

import hashlib
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.course.attempt import Attempt
from game.course.database.troubles import StoreTrouble
from game.course.grading.rescoring import rescore
from game.course.grading.results import Result
from game.engine import Play, begin, choose, close, look, score
from tests.course.classroom import CLOSED, CLOSES, OPEN, Classroom, at_random, scenario, shipped, small

GENTLE = """\
format: 1
id: gentle
version: 1
extends: standard
title: {zh: 温和, en: Gentle}
rules: {minimising: {off: true}}
""".encode()
BEST = ("good", "good", "good", "good")


def alone(room: Classroom, attempt: Attempt, *, closed: bool) -> Play | None:
    """The attempt played by itself, as the four calls of the engine play it; None where its picks do not fit."""
    play = begin(
        scenario(room.sources[attempt.sha256]), attempt.persona, attempt.seed, rulebook=room.programme.rulebook
    )
    for pick in attempt.picks:
        if pick.response not in [choice.id for choice in look(play).offered]:
            return None
        choose(play, pick.response)
    if closed:
        close(play)
    return play


def stands(play: Play) -> tuple[Any, ...]:
    """All that can be told of a play."""
    turns = [(t.number, t.beat, t.response, t.before, t.after, t.rules, t.fired, t.reply) for t in play.turns]
    return (
        play.state,
        play.back,
        play.interrupted,
        play.standing,
        play.seed,
        play.picks,
        play.ending,
        play.lost,
        turns,
    )


@settings(max_examples=40)
@given(st.integers(0, 2**32), st.integers(1, 40), st.sampled_from(["hotel/room-not-ready", "heating/burst-pipe"]))
def test_many_at_once_come_to_the_same_as_each_by_itself(seed: int, many: int, name: str) -> None:
    """A class that is scored together gets what each attempt gets alone: finished, cut off, run out or wrong."""
    dice, room = Random(seed), Classroom(CLOSES, {"exam": [shipped(name)]}, personas=None)
    found = scenario(shipped(name))
    personas = [persona.id for persona in found.personas]
    for number in range(many):
        persona = dice.choice(personas)
        picks = list(at_random(found, Random(dice.randrange(6)), persona))  # few dice: many beginnings in common
        if dice.random() < 0.4:
            del picks[dice.randrange(len(picks) + 1) :]
        if dice.random() < 0.1:
            picks.insert(dice.randrange(len(picks) + 1), "nothing-of-the-kind")
        more: dict[str, Any] = {"persona": persona, "seed": dice.randrange(99), "expired": dice.random() < 0.3}
        room.sits(f"t{number % 5}", picks, **more)
    over = dice.random() < 0.5
    for result in room.results(CLOSED if over else OPEN):
        closes = result.state in ("expired", "closed")
        play = alone(room, result.attempt, closed=closes)
        if play is None:
            assert (result.play, result.score, result.state) == (None, None, "misfit")
            continue
        assert result.play is not None
        assert stands(result.play) == stands(play)
        assert result.score == (score(play, room.programme.course.weights) if play.over else None)


def test_a_play_that_shares_its_beginning_goes_on_by_itself() -> None:
    """Playing on in one result's play leaves the others, which began alike, as they were."""
    room = Classroom()
    room.sits("a", BEST[:2], ended=None)
    room.sits("b", BEST[:3], ended=None)
    one, other = room.results()
    assert one.play is not None
    assert other.play is not None
    before = stands(other.play)
    choose(one.play, "poor")
    close(one.play)
    assert stands(other.play) == before


def test_results_come_in_the_order_of_the_attempts() -> None:
    """Whoever asks for a list gets it in the order in which it was given."""
    room = Classroom()
    for picks in (("poor",) * 4, BEST, ("fair",) * 4):
        room.sits("a", picks)
    assert [result.attempt for result in room.results()] == room.attempts


def test_every_file_is_read_once() -> None:
    """A hundred attempts at the personas of one case fetch its scenario and its rulebook once each."""
    raw = shipped("hotel/room-not-ready")
    room = Classroom(phases={"exam": [raw]}, personas=None, overlay=GENTLE)
    for number in range(100):
        room.sits(f"t{number}", ("plain-answer",), persona=scenario(raw).personas[number % 3].id)
    room.results()
    assert len(room.asked) == len(set(room.asked)) == 2


def test_an_attempt_is_scored_by_its_own_scenario() -> None:
    """An edited scenario changes no old result: the attempt is scored by the bytes that it was played by."""
    harsh = small().replace(b"heat: 4", b"heat: 9")
    room = Classroom(phases={"exam": [harsh]})
    room.sources[hashlib.sha256(small()).hexdigest()] = small()
    room.sits("a", BEST)
    room.sits("b", BEST, sha256=hashlib.sha256(small()).hexdigest())
    now, then = room.results()
    assert now.play is not None
    assert then.play is not None
    assert (now.play.case.customer.heat, then.play.case.customer.heat) == (9, 4)
    assert then.play.turns[0].before.heat == 4


def test_an_attempt_is_scored_by_its_own_rulebook() -> None:
    """Where a course goes over to gentler rules, what was played by the standard ones stays as it was."""
    room = Classroom(overlay=GENTLE)
    room.sits("a", ("poor",) * 4)
    room.sits("b", ("poor",) * 4, rulebook_sha256=None)
    gentle, strict = room.results()
    assert gentle.play is not None
    assert strict.play is not None
    assert "minimising" not in gentle.play.turns[0].rules
    assert "minimising" in strict.play.turns[0].rules


def test_the_course_weighs_the_scores() -> None:
    """Overall is made with the course's weights, and passing is asked of that."""
    room = Classroom(
        "weights: {set: 0, meet: 0, exceed: 0, empathy: 100, nvc: 0}\npass: {overall: 90, verdict: below}\n"
    )
    room.sits("a", BEST)
    (result,) = room.results()
    assert result.score is not None
    assert result.score.overall == result.score.empathy
    assert result.passed == (result.score.overall >= 90)


def test_an_attempt_whose_time_ran_out_is_closed_there() -> None:
    """Two picks, then the time was up: the customer is lost, as if nothing had been on offer any more."""
    room = Classroom()
    room.sits("a", BEST[:2], expired=True)
    (result,) = room.results()
    assert result.play is not None
    assert result.score is not None
    assert (result.state, result.play.ending, result.play.lost, result.counted) == ("expired", "dead-end", True, True)
    assert (result.score.set, result.score.verdict, result.passed) == (0, "below", False)


def test_what_is_unfinished_can_go_on_until_the_course_closes() -> None:
    """Before the closing time an attempt in the middle has no score; afterwards it is closed where it stood."""
    room = Classroom(CLOSES)
    room.sits("a", BEST[:2], ended=None)
    (before,), (after,) = room.results(OPEN), room.results(CLOSED)
    assert (before.state, before.score, before.counted, before.uncounted) == ("unfinished", None, False, "unfinished")
    assert (after.state, after.counted) == ("closed", True)
    assert after.play is not None
    assert after.play.lost


def test_an_attempt_that_was_cut_off_after_its_last_pick_has_ended() -> None:
    """A desktop that dies before the debrief costs nothing: the talk had come to its end."""
    room = Classroom()
    room.sits("a", BEST, ended=None)
    (result,) = room.results()
    assert (result.state, result.counted) == ("ended", True)


def test_an_attempt_put_aside_is_closed_where_it_stood() -> None:
    """Nobody gets rid of a talk that goes badly by putting it aside."""
    room = Classroom()
    room.sits("a", BEST[:1], abandoned=True)
    (result,) = room.results()
    assert (result.state, result.counted, result.passed) == ("closed", True, False)


@pytest.mark.parametrize(
    ("picks", "changed"),
    [
        (("good", "nothing-of-the-kind"), {}),
        ((*BEST, "good"), {}),
        (BEST, {"persona": "nobody"}),
        (BEST, {"sha256": "0" * 64}),
        (BEST, {"rulebook_sha256": "0" * 64}),
    ],
)
def test_a_misfit_is_told_and_the_rest_goes_on(picks: tuple[str, ...], changed: dict[str, Any]) -> None:
    """Picks that are not on offer, an unknown customer, a lost scenario or rulebook: told, not raised, not counted."""
    room = Classroom("attempts: {allowed: 1}\n", personas=None)
    room.sits("a", picks, **changed)
    room.sits("a", BEST)
    room.sits("b", BEST)
    wrong, again, other = room.results()
    assert (wrong.state, wrong.play, wrong.score, wrong.counted, wrong.uncounted) == (
        "misfit", None, None, False, "misfit",
    )  # fmt: skip
    assert (again.counted, other.counted) == (True, True)


@pytest.mark.parametrize("kind", ["scenario", "rulebook"])
def test_bytes_that_are_no_longer_what_they_were_are_a_misfit(kind: str) -> None:
    """A scenario or rulebook that cannot be read any more leaves its attempts unscored, and nothing else."""
    room = Classroom(overlay=GENTLE)
    room.sits("a", BEST)
    spoilt = room.attempts[0].sha256 if kind == "scenario" else room.attempts[0].rulebook_sha256
    room.sources[spoilt or ""] = b"\x00"
    assert [result.state for result in room.results()] == ["misfit"]


def test_damaged_bytes_are_a_misfit_and_a_lost_disk_is_not() -> None:
    """What the store says is damaged is told of its attempts; a disk that is gone is told as such."""
    room = Classroom()
    attempt = room.sits("a", BEST)

    def troubled(kind: Any) -> tuple[Result, ...]:
        def sources(sha256: str) -> bytes:
            raise StoreTrouble(kind, Path("yuqi.db"))

        return rescore(room.programme, [attempt], sources, OPEN)

    assert troubled("damaged")[0].state == "misfit"
    with pytest.raises(StoreTrouble):
        troubled("unreachable")
