"""Times that are hard to believe are marked, and what may well be true is not."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from game.course.attempt import Pick
from game.course.grading.timing import Timing, least_seconds, timing
from tests.course.classroom import Classroom, small

BEST = ("good",) * 4


def timed(milliseconds: tuple[int, ...], **changed: Any) -> Timing:
    """What is marked of an attempt with these times."""
    room = Classroom(phases={changed.pop("phase", "exam"): [small(patience=True)]})
    picks = changed.pop("said", BEST)
    attempt = room.sits("a", picks, **changed)
    timed = tuple(Pick(turn, pick, time) for turn, (pick, time) in enumerate(zip(picks, milliseconds, strict=True), 1))
    room.attempts[0] = replace(attempt, picks=timed)
    (result,) = room.results()
    assert result.play is not None
    return timing(room.attempts[0], result.play)


def test_ordinary_times_are_not_marked() -> None:
    """Four seconds for a short answer are nothing to look at."""
    found = timed((4000, 2500, 9000, 4000))
    assert (found.hasty, found.clock, found.marked) == ((), False, False)


def test_a_pick_that_nobody_can_have_read_is_marked() -> None:
    """A fifth of a second is too little for nine characters; the turn is named."""
    assert timed((4000, 200, 4000, 100)).hasty == (2, 4)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_language_that_was_played_decides(language: str) -> None:
    """Of the same response the Chinese and the English words take their own time."""
    words = {"zh": "我听见了，这就办。", "en": "I hear you."}[language]
    just = int(1000 * least_seconds(words))
    assert timed((just - 1, just + 1, 4000, 4000), language=language).hasty == (1,)


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("我听见了，这就办。", 0.3, 0.5),
        ("I hear you.", 0.1, 0.2),
        ("", 0, 0),
        ("请 9:30 来 A 座。", 0.2, 0.5),
        ("……！", 0, 0),
    ],
)
def test_reading_takes_as_long_as_the_fastest_reader(text: str, least: float, most: float) -> None:
    """What nobody can read is told from far beyond the fastest, in either language, and signs take no time."""
    assert least <= least_seconds(text) <= most


def test_a_thousand_words_a_minute_cannot_be_read() -> None:
    """An English text of a thousand words is given a minute, and as much Chinese the same."""
    assert least_seconds("word " * 1000) == pytest.approx(60, rel=0.1)
    assert least_seconds("字" * 1118) == pytest.approx(60, rel=0.01)


def test_silence_needs_no_reading() -> None:
    """A patience that had nearly run out before a resume is no mark against anybody."""
    assert timed((10, 4000, 4000, 4000, 4000), said=("silence", *BEST)).hasty == ()


def test_what_was_taken_over_is_not_marked_in_practice() -> None:
    """Picks of an earlier talk, which take no time, are not read again; in an exam there are none."""
    assert timed((0, 0, 4000, 4000), phase="practice").hasty == ()
    assert timed((0, 0, 4000, 4000)).hasty == (1, 2)


def test_a_room_that_voted_is_not_marked() -> None:
    """The instructor enters what the room has chosen, as quickly as hands can."""
    assert timed((100, 100, 100, 100), members=("李雷", "王芳")).hasty == ()


def test_picks_that_took_longer_than_the_attempt_are_marked() -> None:
    """Four picks of twenty seconds do not fit into an attempt of fifty; a pause only makes an attempt longer."""
    assert timed((20_000,) * 4).clock
    assert not timed((12_500,) * 4).clock
    assert not timed((4000,) * 4, ended=None).clock


def test_times_beyond_all_spans_are_only_marked() -> None:
    """Whatever a file says, one attempt must not keep a class from being imported or reported on."""
    assert timed((2**62,) * 4).clock


def test_a_rounding_is_no_mark() -> None:
    """A second more or less is the clock's."""
    room = Classroom()
    attempt = room.sits("a", BEST, milliseconds=13_000)
    ended = attempt.started + timedelta(seconds=51)
    room.attempts[0] = replace(attempt, ended=ended)
    (result,) = room.results()
    assert result.play is not None
    assert not timing(room.attempts[0], result.play).clock
