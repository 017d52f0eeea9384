"""What a certificate may say: whether a result can still change, by what counts and what is still to come."""

from collections.abc import Sequence
from datetime import datetime

import pytest

from game.course.grading.gradebook import grade_book
from game.course.grading.settled import settled
from tests.course.classroom import CLOSED, CLOSES, OPEN, Classroom, small

GOOD = ("good",) * 4
EXAM = {"exam": [small("one"), small("two")]}


def standing(terms: str, talks: Sequence[tuple[int, int]], now: datetime = OPEN) -> str:
    """How much stands for somebody who has held these talks: (task, how many picks of it)."""
    room = Classroom(terms + CLOSES, EXAM)
    for task, picks in talks:
        room.sits("a", GOOD[:picks], task, ended=None) if picks < len(GOOD) else room.sits("a", GOOD, task)
    book = grade_book(room.programme, room.results(now), now)
    return settled(book, book.lines[0])


@pytest.mark.parametrize(
    ("attempts", "stands"),
    [
        ("{counts: best}", "pass"),
        ("{counts: first}", "whole"),
        ("{counts: last}", ""),
        ("{counts: average}", ""),
        ("{allowed: 2, counts: last}", ""),
        ("{allowed: 1, counts: last}", "whole"),
        ("{allowed: 1, counts: average}", "whole"),
        ("{allowed: 1, counts: best}", "whole"),
    ],
)
def test_while_a_course_is_open_it_depends_on_what_counts(attempts: str, stands: str) -> None:
    """A first attempt stands, a best one can only rise, a last or an average may fall until none is left; after closing
    time all of it stands."""
    terms, both = f"attempts: {attempts}\n", ((0, 4), (1, 4))
    assert standing(terms, both) == stands
    assert standing(terms, both, CLOSED) == "whole"


def test_what_is_missing_or_going_on_leaves_it_open() -> None:
    """A task that was not tried, and a last attempt that is not over, can still change the grade."""
    once, twice = "attempts: {allowed: 1, counts: last}\n", "attempts: {allowed: 2, counts: last}\n"
    assert standing(once, ((0, 4),)) == ""
    assert standing(twice, ((0, 4), (0, 4), (1, 4), (1, 2))) == ""
    assert standing(twice, ((0, 4), (0, 4), (1, 4), (1, 4))) == "whole"
    assert standing("attempts: {counts: first}\n", ((0, 4), (1, 2), (1, 4))) == ""
