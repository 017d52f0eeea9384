"""The assigned list in words: times as people say them, what is missing, when something opens."""

import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

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
        "Missing: empathy is 40 and has to be 50; the verdict is “below expectations” and has to be “expectations met”"
    )
    assert assigned.told(words("zh"), programme(tmp_path), one).short == (
        "还差：同理心 40 分，要 50 分；评定是“低于预期”，要到“符合预期”"
    )


def test_where_nothing_can_be_begun_no_attempt_is_held_out(tmp_path: Path) -> None:
    """Once the course has closed, or no attempt is left, it is told how many were made, not how many are left."""
    made = attempt()
    allowed: dict[str, Any] = {"attempts": {"allowed": 2}}
    closed = programme(tmp_path / "closed", closes=iso(NOON - timedelta(hours=1)), **allowed)
    still_open = programme(tmp_path / "open", **allowed)
    for course, tries, said in (
        (still_open, [made], "1 of 2 attempts left"),
        (still_open, [made, made], "attempts so far: 2"),
        (still_open, [made, attempt(ended=None)], "the last attempt"),
        (closed, [made], "attempts so far: 1"),
        (closed, [], ""),
    ):
        [one] = assignments(course, 1.0, tries, NOON, {})
        assert assigned.told(words("en"), course, one).attempts == said


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


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the zone cannot be set there")
@pytest.mark.parametrize(
    ("zone", "when", "said"),
    [
        ("EST5", datetime(1, 1, 1, 0, 30, tzinfo=UTC), "01-01 00:30"),
        ("CST-8", datetime(9999, 12, 31, 23, 50, tzinfo=UTC), "9999-12-31 23:50"),
        ("CST-8", datetime(2026, 11, 20, 4, 0, tzinfo=UTC), "2026-11-20 12:00"),
    ],
)
def test_a_moment_is_told_whatever_its_year(
    zone: str, when: datetime, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A moment is that of this place; at the ends of the calendar, where there is none, it is told as written."""
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        assert assigned.moment(when).endswith(said)
    finally:
        monkeypatch.undo()
        time.tzset()
