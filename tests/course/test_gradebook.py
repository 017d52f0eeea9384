"""The grade book tells what counts, the grade, who passed and why not, the gain, and how far guesses were off."""

from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from game.course.grading.gradebook import grade_book
from game.course.grading.results import GradeBook, Line, Short
from game.course.roster import Member
from tests.course.classroom import CLOSED, CLOSES, OPEN, Classroom, small

Picks = tuple[str, ...]
BEST: Picks = ("good",) * 4
FAIR: Picks = ("fair",) * 4
POOR: Picks = ("poor",) * 4
MIXED: Picks = ("good", "poor", "good", "poor")
LI, WANG = Member("s1", "李雷", "一班", "", 1.0), Member("s2", "王芳", "二班", "", 1.0)


def book(room: Classroom, now: Any = OPEN, group: str | None = None) -> GradeBook:
    """The grade book of all attempts."""
    return grade_book(room.programme, room.results(now), now, group)


def overall(*picks: Picks) -> list[int]:
    """What these plays come to, each by itself."""
    room = Classroom()
    for one in picks:
        room.sits("a", one)
    return [result.score.overall for result in room.results() if result.score is not None]


def line(room: Classroom, trainee: str, now: Any = OPEN) -> Line:
    """The line of one trainee."""
    return next(one for one in book(room, now).lines if one.person.id == trainee)


@pytest.mark.parametrize(("counts", "wanted"), [("first", POOR), ("best", BEST), ("last", MIXED)])
def test_the_attempt_that_the_course_names_counts(counts: str, wanted: Picks) -> None:
    """Of a poor, then a good, then a middling talk the first, the best or the last counts, as the course says."""
    room = Classroom(f"attempts: {{counts: {counts}}}\n")
    ids = {picks: room.sits("a", picks).id for picks in (POOR, BEST, MIXED)}
    counted = line(room, "a").cells[0].counted
    assert counted is not None
    assert counted.attempts == (ids[wanted],)
    assert counted.overall == overall(wanted)[0]


def test_an_average_is_the_mean_of_every_score() -> None:
    """Where the mean counts, each score is the mean, halves up, and of two verdicts the poorer one."""
    room = Classroom("attempts: {counts: average}\n")
    for picks in (POOR, BEST):
        room.sits("a", picks)
    low, high = (result.score for result in room.results())
    counted = line(room, "a").cells[0].counted
    assert low is not None
    assert high is not None
    assert counted is not None
    assert len(counted.attempts) == 2
    for name in ("set", "meet", "exceed", "empathy", "nvc", "overall", "satisfaction"):
        assert getattr(counted, name) == (getattr(low, name) + getattr(high, name) + 1) // 2
    assert (counted.verdict, low.verdict == high.verdict) == (low.verdict, False)


@pytest.mark.parametrize(
    ("talks", "at"),
    [
        ((BEST,), 0),
        ((POOR, BEST), 0),
        ((BEST, MIXED), 1),
        ((POOR, MIXED, BEST), 1),
        ((POOR, POOR, BEST), 0),
        ((BEST, BEST, POOR, POOR), 2),
    ],
)
def test_the_verdict_of_an_average_is_one_that_most_have_reached(talks: tuple[Picks, ...], at: int) -> None:
    """The verdict takes more than half of the attempts: one good talk makes up for no lost one."""
    room = Classroom("attempts: {counts: average}\n")
    for picks in talks:
        room.sits("a", picks)
    verdicts = [result.score.verdict for result in room.results() if result.score is not None]
    counted = line(room, "a").cells[0].counted
    assert len(set(verdicts)) == len(set(talks))
    assert counted is not None
    assert counted.verdict == verdicts[at]


def test_a_pass_is_better_than_more_points_without_one() -> None:
    """Whoever has passed once has passed: an attempt with more points that does not pass does not take that away."""
    low, high = overall(FAIR, BEST)
    assert low < high
    room = Classroom("pass: {overall: 0, verdict: below, empathy: 0}\n")
    room.sits("a", BEST)
    room.sits("a", FAIR)
    best, fair = room.results()
    switched = [replace(best, passed=False), replace(fair, passed=True)]
    counted = grade_book(room.programme, switched, OPEN).lines[0].cells[0].counted
    assert counted is not None
    assert counted.attempts == (fair.attempt.id,)


def test_while_the_first_attempt_can_go_on_nothing_counts_in_its_place() -> None:
    """Where the first counts, leaving it in the middle and beginning another does not make that one the first."""
    room = Classroom(f"attempts: {{counts: first}}\n{CLOSES}")
    room.sits("a", POOR[:2], ended=None)
    room.sits("a", BEST)
    assert line(room, "a").cells[0].counted is None
    after = line(room, "a", CLOSED).cells[0].counted
    assert after is not None
    assert after.attempts == (room.attempts[0].id,)


def test_why_somebody_has_not_passed_is_told() -> None:
    """Every condition that was not reached is named, with what was had and what is asked; the others are not."""
    room = Classroom("pass: {overall: 100, verdict: exceeded, empathy: 1}\n")
    room.sits("a", MIXED)
    (result,) = room.results()
    counted = line(room, "a").cells[0].counted
    assert counted is not None
    assert result.score is not None
    assert not counted.passed
    assert counted.short == (
        Short("overall", result.score.overall, 100),
        Short("verdict", result.score.verdict, "exceeded"),
    )


def test_everybody_on_the_roster_has_a_line_in_its_order() -> None:
    """Also who has not begun; and whoever is not on the roster comes after, and is told."""
    room = Classroom(roster=[WANG, LI])
    room.sits("zoe", BEST)
    room.sits("s1", BEST)
    lines = book(room).lines
    assert [one.person.id for one in lines] == ["s2", "s1", "zoe"]
    assert [one.person.listed for one in lines] == [True, True, False]
    assert (lines[1].person.name, lines[1].person.group) == ("李雷", "一班")
    assert lines[0].cells[0].results == ()


def test_one_group_can_be_asked_for() -> None:
    """The grade book of one group has its lines, and its own class numbers."""
    room = Classroom(roster=[WANG, LI])
    room.sits("s1", BEST, guess=50)
    room.sits("s2", BEST, guess=60)
    found = book(room, group="一班")
    assert [one.person.id for one in found.lines] == ["s1"]
    assert (found.group, found.guess.n) == ("一班", 1)


def test_a_grade_waits_for_what_is_missing_until_the_course_closes() -> None:
    """With one of two tasks done there is no grade yet; after the closing time the missing one counts 0."""
    room = Classroom(CLOSES, {"exam": [small("one"), small("two")]})
    room.sits("a", BEST)
    (points,) = overall(BEST)
    assert (line(room, "a").grade, line(room, "a").passed) == (None, None)
    assert (line(room, "a", CLOSED).grade, line(room, "a", CLOSED).passed) == ((points + 1) // 2, False)
    room.sits("a", FAIR, at=1)
    assert line(room, "a").grade == (sum(overall(BEST, FAIR)) + 1) // 2


def test_all_tasks_that_count_have_to_be_passed() -> None:
    """A high grade does not make up for a task that was not passed."""
    room = Classroom("pass: {overall: 60, verdict: below}\n", {"exam": [small("one"), small("two")]})
    for at, picks in enumerate((BEST, POOR)):
        room.sits("a", picks, at)
        room.sits("b", BEST, at)
    assert [one.passed for one in book(room).lines] == [False, True]


def test_the_phase_that_is_compared_with_and_practice_do_not_make_the_grade() -> None:
    """Of before, practice and after only what comes after counts for passing."""
    phases = {"before": [small("one")], "practice": [small("two")], "after": [small("three")]}
    room = Classroom(phases=phases, compare={"after": "before"})
    assert book(room).counting == ("after/three/base",)


def test_a_course_of_practice_alone_is_graded_by_that() -> None:
    """Where there is no exam, all tasks make the grade."""
    room = Classroom(phases={"practice": [small("one"), small("two")]})
    assert book(room).counting == ("practice/one/base", "practice/two/base")


def test_attempts_left_are_told() -> None:
    """Three are allowed, one is done, one goes on: one is left."""
    room = Classroom("attempts: {allowed: 3}\n")
    room.sits("a", BEST)
    room.sits("a", BEST[:1], ended=None)
    assert line(room, "a").cells[0].left == 1
    endless = Classroom()
    endless.sits("a", BEST)
    assert line(endless, "a").cells[0].left is None


def test_a_room_that_played_together_has_a_line_and_stays_out_of_the_class() -> None:
    """A group's talk is shown with its members, and is nobody's own score in the numbers of the class."""
    room = Classroom()
    room.sits("前台组", BEST, members=("李雷", "王芳"), guess=10)
    room.sits("小赵", FAIR, guess=60)
    found = book(room)
    assert {one.person.id: one.person.members for one in found.lines} == {"前台组": ("李雷", "王芳"), "小赵": ()}
    assert found.guess.n == 1


def test_what_the_course_does_not_set_is_told_apart() -> None:
    """Attempts at another task than the course has stand in no cell, and are not lost."""
    room = Classroom()
    stray = room.sits("a", BEST, task="exam/other/base")
    room.sits("b", BEST)
    found = book(room)
    assert [result.attempt.id for result in found.strays] == [stray.id]
    assert [one.person.id for one in found.lines] == ["b"]


@settings(max_examples=25)
@given(st.randoms(use_true_random=False))
def test_the_grade_book_does_not_depend_on_the_order_of_arrival(dice: Random) -> None:
    """Files of a class come in any order; the grade book is the same."""
    room = Classroom("attempts: {allowed: 2, counts: last}\n", {"exam": [small("one"), small("two")]})
    for number in range(16):
        room.sits("abc"[number % 3], dice.choice((BEST, FAIR, POOR)), number % 2)
    before = [(one.person, one.grade, [cell.counted for cell in one.cells]) for one in book(room).lines]
    dice.shuffle(room.attempts)
    assert [(one.person, one.grade, [cell.counted for cell in one.cells]) for one in book(room).lines] == before


def test_a_course_that_nobody_has_begun_has_an_empty_book() -> None:
    """Before the first attempt there is nothing to tell, and nothing fails."""
    found = book(Classroom(compare={"after": "before"}, phases={"before": [small("one")], "after": [small("two")]}))
    assert (found.lines, found.gains[0].n, found.guess.n, found.alpha.persons) == ((), 0, 0, 0)
