"""Which of a trainee's attempts count: by their start, up to the allowed number, and only what the course sets."""

from dataclasses import replace
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.course.attempt import Pick
from tests.course.classroom import OPEN, Classroom, small

BEST = ("good", "good", "good", "good")


@settings(max_examples=40)
@given(st.randoms(use_true_random=False))
def test_what_counts_does_not_depend_on_the_order_of_arrival(dice: Random) -> None:
    """Files come in any order; the first two that were begun are the two that are allowed."""
    room = Classroom("attempts: {allowed: 2}\n")
    for number in range(5):
        room.sits("ab"[number % 2], BEST)
        room.sits("c", BEST, started=room.attempts[0].started)
    told = {result.attempt.id: result.uncounted for result in room.results()}
    dice.shuffle(room.attempts)
    assert {result.attempt.id: result.uncounted for result in room.results()} == told
    assert sorted(told.values()) == sorted([""] * 6 + ["beyond"] * 4)


def test_those_beyond_the_allowed_number_are_scored_and_not_counted() -> None:
    """A third attempt where two are allowed is kept and shown, with its score; it counts for nothing."""
    room = Classroom("attempts: {allowed: 2}\n")
    for _ in range(3):
        room.sits("a", BEST)
    third = room.results()[2]
    assert (third.counted, third.uncounted, third.passed) == (False, "beyond", room.results()[0].passed)
    assert third.score is not None


def test_attempts_are_counted_by_their_start() -> None:
    """Of two attempts where one is allowed the one that was begun first counts, whichever came in first."""
    room = Classroom("attempts: {allowed: 1}\n")
    late = room.sits("a", BEST, started=OPEN)
    early = room.sits("a", BEST)
    assert {result.attempt.id: result.uncounted for result in room.results()} == {late.id: "beyond", early.id: ""}


def test_a_practice_talk_taken_up_in_the_middle_is_not_counted() -> None:
    """Trying another way from the third turn on is practice, takes no attempt, and counts for nothing."""
    room = Classroom("attempts: {allowed: 1}\n", {"practice": [small()]})
    again = room.sits("a", BEST)
    room.attempts[0] = replace(again, picks=(Pick(1, "good", 0), *again.picks[1:]))
    room.sits("a", BEST)
    assert [result.uncounted for result in room.results()] == ["repeated", ""]


def test_an_exam_is_counted_however_quick_its_first_pick() -> None:
    """An exam cannot be taken up in the middle: a first pick without time is no way to have it dropped."""
    room = Classroom("attempts: {allowed: 1}\n")
    quick = room.sits("a", BEST)
    room.attempts[0] = replace(quick, picks=(Pick(1, "good", 0), *quick.picks[1:]))
    assert [result.uncounted for result in room.results()] == [""]


def test_what_was_sat_as_practice_is_no_exam() -> None:
    """With gauges and hints on screen nobody has sat an exam."""
    room = Classroom()
    room.sits("a", BEST, mode="practice")
    assert [result.uncounted for result in room.results()] == ["practice"]


@pytest.mark.parametrize(
    "changed", [{"task": "exam/other/base"}, {"task": ""}, {"scenario": "other"}, {"persona": "calm"}]
)
def test_attempts_at_what_the_course_does_not_set_are_told(changed: dict[str, Any]) -> None:
    """An attempt at another customer or phase than the course has is not counted, and takes nothing away."""
    room = Classroom("attempts: {allowed: 1}\n")
    room.sits("a", BEST, **changed)
    room.sits("a", BEST)
    assert [result.uncounted for result in room.results()] == ["unassigned", ""]
