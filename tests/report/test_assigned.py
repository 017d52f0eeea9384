"""The assigned list in words: times as people say them, what is missing, when something opens."""

from datetime import timedelta
from pathlib import Path

import pytest

from game.course.assignments import Opening, assignments
from game.course.grading.results import Counted, Short
from game.i18n import words
from game.report import assigned
from tests.course.lessons import NOON, attempt, iso, programme

SHORT = Counted(
    50, 60, 0, 40, 55, 48, 40, "below", False, (Short("empathy", 40, 50), Short("verdict", "below", "met")), ()
)


@pytest.mark.parametrize(
    ("seconds", "chinese", "english"),
    [
        (0.0, "0 秒", "0 s"),
        (0.2, "1 秒", "1 s"),
        (59.4, "1 分钟", "1 min"),
        (299.5, "5 分钟", "5 min"),
        (761.0, "12 分 41 秒", "12 min 41 s"),
        (7199.0, "119 分 59 秒", "119 min 59 s"),
        (7260.0, "2 小时 1 分", "2 h 1 min"),
        (47 * 3600.0, "47 小时 0 分", "47 h 0 min"),
        (50 * 3600.0, "2 天", "2 days"),
    ],
)
def test_a_time_is_told_as_people_tell_it(seconds: float, chinese: str, english: str) -> None:
    """Nobody is told less than they have by a second begun, nor seconds where days are left."""
    assert [assigned.duration(words(language), seconds) for language in ("zh", "en")] == [chinese, english]


def test_what_is_missing_to_pass_is_named(tmp_path: Path) -> None:
    """A result that does not pass says by which scores, with what was had and what is asked."""
    made = attempt()
    [one] = assignments(programme(tmp_path), 1.0, [made], NOON, {made.task: SHORT})
    told = assigned.told(words("en"), programme(tmp_path), one)
    assert told.result == "overall 48, below expectations, not passed yet"
    assert told.short == (
        "Missing: empathy is 40 and has to be 50, the verdict is “below expectations” and has to be “expectations met”"
    )
    assert assigned.told(words("zh"), programme(tmp_path), one).short == (
        "还差：同理心 40 分，要 50 分、评定是“低于预期”，要到“符合预期”"
    )


def test_the_time_until_closing_is_told_only_when_it_is_near(tmp_path: Path) -> None:
    """A course that closes tomorrow says nothing of the hours; one that closes in ten minutes says so at the task."""
    for ahead, said in (
        (timedelta(days=1), ""),
        (timedelta(minutes=10), "only 10 min until closing, and no longer for an attempt"),
    ):
        course = programme(tmp_path, closes=iso(NOON + ahead))
        [one] = assignments(course, 1.0, [], NOON, {})
        assert assigned.told(words("en"), course, one).time == said


@pytest.mark.parametrize(
    ("seen", "said"),
    [
        (Opening("now", True), "debrief open"),
        (Opening("after_close", False, NOON), "scores and debrief from {} on"),
        (Opening("after_last", False, None, 2), "scores and debrief once you have finished 2 more"),
        (Opening("after_last", False, NOON, 1), "scores and debrief once you have finished 1 more, or from {} on"),
    ],
)
def test_when_it_opens_is_told(seen: Opening, said: str) -> None:
    """Open, at a moment, after so many more, or whichever of both comes first."""
    assert assigned.opening(words("en"), seen) == said.format(assigned.moment(NOON))
