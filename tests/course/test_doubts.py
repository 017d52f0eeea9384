"""What is odd about an attempt beside the course's terms and the attempts of others is told, and changes no score."""

from dataclasses import replace
from datetime import timedelta

import pytest

from game.course.attempt import Pick
from game.course.roster import Member
from tests.course.classroom import OPEN, Classroom

PICKS = ("good", "fair", "good", "poor")
TIMES = (4123, 5871, 3950, 6402)


def sits(room: Classroom, trainee: str, times: tuple[int, ...] = TIMES) -> None:
    """Let somebody sit an exam whose picks take so long."""
    attempt = room.sits(trainee, PICKS)
    picks = tuple(Pick(turn, pick, time) for turn, (pick, time) in enumerate(zip(PICKS, times, strict=True), 1))
    room.attempts[-1] = replace(attempt, picks=picks)


def told(room: Classroom) -> list[tuple[str, ...]]:
    """What is odd about each attempt, in the order in which they were begun."""
    return [result.doubts for result in room.results()]


def test_times_that_are_those_of_somebody_else_are_told_of_both() -> None:
    """A copied file keeps its times: to the millisecond, pick by pick, no two people take the same."""
    room = Classroom()
    for trainee in ("a", "b", "c"):
        sits(room, trainee, TIMES if trainee != "b" else (4123, 5871, 3950, 6403))
    assert told(room) == [("copied",), (), ("copied",)]
    assert all(result.counted and result.score is not None for result in room.results())


@pytest.mark.parametrize("times", [(4000,) * 4, (0,) * 4, (0, 0, 4000, 5000)])
def test_times_that_may_be_alike_by_chance_are_not_told(times: tuple[int, ...]) -> None:
    """Round times, or hardly any, prove nothing."""
    room = Classroom()
    for trainee in ("a", "b"):
        sits(room, trainee, times)
    assert told(room) == [(), ()]


def test_whoever_repeats_themselves_has_copied_nobody() -> None:
    """The times of one's own earlier attempt are nobody else's."""
    room = Classroom()
    for _ in range(2):
        sits(room, "a")
    assert told(room) == [(), ()]


def test_picks_that_took_longer_than_the_course_allows_are_told() -> None:
    """The minutes are multiplied by the time that the roster gives; a second more is a rounding."""
    roster = [Member("a", "A", "", "", 1.0), Member("b", "B", "", "", 1.5), Member("c", "C", "", "", 1.0)]
    room = Classroom("minutes: 1\n", roster=roster)
    for trainee, last in (("a", 30_000), ("b", 31_000), ("c", 1_000)):
        sits(room, trainee, (20_000, 20_000, 20_000, last))
    assert told(room) == [("long",), (), ()]


def test_what_a_room_took_is_not_held_against_the_minutes() -> None:
    """Nobody's time runs while a room counts hands."""
    room = Classroom("minutes: 1\n")
    sits(room, "a", (90_000, 1, 2, 3))
    room.attempts[0] = replace(room.attempts[0], members=("李雷", "王芳"))
    assert told(room) == [()]


def test_what_was_begun_after_it_was_handed_in_is_told() -> None:
    """The clock of that desk is ahead, or has been set."""
    room = Classroom()
    for trainee in ("a", "b"):
        sits(room, trainee, tuple(time + len(room.attempts) for time in TIMES))
    for place, days in enumerate((1, -1)):
        started = OPEN + timedelta(days=days)
        room.attempts[place] = replace(room.attempts[place], started=started, imported=OPEN)
    assert told(room) == [("ahead",), ()]


def test_what_is_dated_before_one_that_came_earlier_is_told() -> None:
    """With a clock set back an attempt pushes out one that was here already: it counts, as dates say, and is told."""
    room = Classroom("attempts: {allowed: 1}\n")
    for number, (dated, came) in enumerate(((2, 1), (3, 2), (4, 0))):  # days ago
        started, imported = OPEN - timedelta(days=dated), OPEN - timedelta(days=came)
        room.sits("a", PICKS[: number + 2], started=started, ended=started, imported=imported)
    assert told(room) == [(), (), ("backdated",)]
    assert [result.uncounted for result in room.results()] == ["beyond", "beyond", ""]
    room.attempts.reverse()
    assert told(room) == [("backdated",), (), ()]


@pytest.mark.parametrize(
    ("trainee", "hours"),
    [("b", 1), ("a", 0), ("a", None)],
    ids=["of somebody else", "handed in together", "played at this desk"],
)
def test_dates_that_prove_nothing_are_not_told(trainee: str, hours: int | None) -> None:
    """Only what the same trainee hands in after another attempt at the same task is told for its date."""
    room = Classroom()
    came = None if hours is None else OPEN + timedelta(hours=hours)
    room.sits(trainee, PICKS, started=OPEN - timedelta(days=2), imported=came)
    room.sits("a", PICKS[:3], started=OPEN - timedelta(days=1), imported=OPEN)
    assert told(room) == [(), ()]
