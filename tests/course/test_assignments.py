"""The assigned list: what may be begun at a moment, how much time there is, when a debrief may be seen."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from game.course.assignments import Assignment, Opening, assignments
from game.course.attempt import Attempt
from game.course.grading.results import Counted
from tests.course.lessons import CALM, FURIOUS, NOON, attempt, iso, programme

HOUR = timedelta(hours=1)
OPENS, CLOSES = NOON - HOUR, NOON + HOUR
WHEN: dict[str, Any] = {"opens": iso(OPENS), "closes": iso(CLOSES)}
MADE = attempt(NOON - HOUR)
AGAIN = attempt(NOON - HOUR / 2)
OPEN = attempt(NOON - HOUR / 4, ended=None, time_left=100.0)
PASSED = Counted(90, 90, 70, 90, 90, 90, 80, "exceeded", True, (), ("x",))


def one(folder: Path, *made: Attempt, at: timedelta = timedelta(), times: float = 1.0, **keys: Any) -> Assignment:
    """How the one task of a course stands at so long after noon, after these attempts."""
    counted = keys.pop("counted", {})
    [found] = assignments(programme(folder, **keys), times, made, NOON + at, counted)
    return found


@pytest.mark.parametrize(
    ("at", "state"),
    [
        (-HOUR - timedelta(seconds=1), "waiting"),
        (-HOUR, "open"),
        (HOUR - timedelta(seconds=1), "open"),
        (HOUR, "closed"),
    ],
)
def test_a_task_is_open_from_opening_to_closing(tmp_path: Path, at: timedelta, state: str) -> None:
    """A task may be begun from the very moment at which the course opens until just before it closes."""
    assert one(tmp_path, at=at, **WHEN).state == state


def test_attempts_are_counted_down(tmp_path: Path) -> None:
    """Every attempt that was begun is one less, also one that came from another desk; without a limit none is."""
    allowed: dict[str, Any] = {"attempts": {"allowed": 2}}
    imported = attempt(NOON - HOUR / 3, imported=NOON)
    seen = [one(tmp_path, *made, **allowed) for made in ((), (MADE,), (MADE, imported), (MADE, AGAIN, imported))]
    assert [(task.made, task.left, task.state) for task in seen] == [
        (0, 2, "open"),
        (1, 1, "open"),
        (2, 0, "used-up"),
        (3, 0, "used-up"),
    ]
    assert (one(tmp_path, MADE, AGAIN).left, one(tmp_path, MADE, AGAIN).state) == (None, "open")


def test_what_is_unfinished_comes_first(tmp_path: Path) -> None:
    """An unfinished attempt has to be finished before another may begin, also after closing; one that is unfinished at
    another desk, one that was put aside, and those of other courses stand in nobody's way."""
    found = one(tmp_path, MADE, OPEN, at=2 * HOUR, **WHEN)
    assert (found.state, found.left) == ("unfinished", None)
    assert found.unfinished is not None
    assert (found.unfinished.attempt, found.unfinished.seconds) == (OPEN.id, 100.0)
    elsewhere = attempt(NOON, ended=None, imported=NOON)
    aside = attempt(NOON - HOUR / 5, abandoned=True)
    other = attempt(NOON - HOUR / 6, course="spring", ended=None)
    seen = one(tmp_path, elsewhere, aside, other)
    assert (seen.state, seen.made) == ("open", 1)


@pytest.mark.parametrize(
    ("keys", "at", "times", "seconds"),
    [
        ({}, timedelta(), 1.0, None),
        ({"minutes": 15}, timedelta(), 1.0, 900.0),
        ({"minutes": 15}, timedelta(), 1.5, 1350.0),
        ({"minutes": 15, "closes": iso(CLOSES)}, HOUR - timedelta(minutes=10), 1.0, 600.0),
        ({"minutes": 15, "closes": iso(CLOSES)}, HOUR - timedelta(minutes=20), 1.5, 1200.0),
        ({"closes": iso(CLOSES)}, timedelta(), 2.0, 3600.0),
    ],
)
def test_the_time_for_an_attempt(
    tmp_path: Path, keys: dict[str, Any], at: timedelta, times: float, seconds: float | None
) -> None:
    """An attempt has the course's minutes times the factor of the roster, but never more than is left until closing:
    the factor lets nobody come later."""
    assert one(tmp_path, at=at, times=times, **keys).seconds == seconds


RULES: list[tuple[dict[str, Any], tuple[Attempt, ...], timedelta, Opening]] = [
    ({"debrief": "now"}, (MADE,), timedelta(), Opening("now", True)),
    ({"debrief": "now"}, (MADE, OPEN), timedelta(), Opening("now", True)),
    ({"debrief": "after_close", **WHEN}, (MADE,), timedelta(), Opening("after_close", False, CLOSES)),
    ({"debrief": "after_close", **WHEN}, (MADE,), HOUR, Opening("after_close", True)),
    ({"debrief": "after_close", **WHEN}, (MADE, OPEN), HOUR, Opening("after_close", False, None, 1)),
    ({"debrief": "after_last", "attempts": {"allowed": 2}}, (MADE,), HOUR, Opening("after_last", False, None, 1)),
    ({"debrief": "after_last", "attempts": {"allowed": 2}}, (MADE, OPEN), HOUR, Opening("after_last", False, None, 1)),
    ({"debrief": "after_last", "attempts": {"allowed": 2}}, (MADE, AGAIN), HOUR, Opening("after_last", True)),
    (
        {"debrief": "after_last", "attempts": {"allowed": 3}, **WHEN},
        (MADE,),
        timedelta(),
        Opening("after_last", False, CLOSES, 2),
    ),
    ({"debrief": "after_last", "attempts": {"allowed": 3}, **WHEN}, (MADE,), HOUR, Opening("after_last", True)),
    ({"debrief": "after_last", **WHEN}, (MADE,), timedelta(), Opening("after_last", False, CLOSES)),
    ({"debrief": "after_last"}, (MADE,), timedelta(), Opening("after_last", True)),
    ({"debrief": "after_last"}, (MADE, OPEN), timedelta(), Opening("after_last", False, None, 1)),
]


@pytest.mark.parametrize(("keys", "made", "at", "seen"), RULES)
def test_when_a_debrief_may_be_seen(
    tmp_path: Path, keys: dict[str, Any], made: tuple[Attempt, ...], at: timedelta, seen: Opening
) -> None:
    """At once, after the last attempt or after closing, and never while another attempt at the task is under way."""
    assert one(tmp_path, *made, at=at, **keys).debrief == seen


@pytest.mark.parametrize(
    ("keys", "rules"),
    [
        ({}, ["now", "after_last"]),
        ({"closes": iso(CLOSES)}, ["now", "after_close"]),
        ({"debrief": "now"}, ["now", "now"]),
        ({"debrief": "after_last"}, ["after_last", "after_last"]),
    ],
)
def test_only_exams_keep_their_debriefs_back(tmp_path: Path, keys: dict[str, Any], rules: list[str]) -> None:
    """Where the course does not say when, practice shows its debrief at once and an exam late; what it says holds for
    both."""
    phases = [
        {"id": "practice", "mode": "practice", "scenarios": [CALM]},
        {"id": "after", "mode": "exam", "scenarios": [FURIOUS]},
    ]
    found = assignments(programme(tmp_path, phases=phases, **keys), 1.0, (), NOON, {})
    assert [task.debrief.when for task in found] == rules


def test_no_score_is_shown_before_its_time(tmp_path: Path) -> None:
    """What counts, and that it passes, is told only once the debrief may be seen."""
    keys: dict[str, Any] = {"debrief": "after_close", "attempts": {"allowed": 1}, **WHEN}
    counted = {MADE.task: PASSED}
    before, after = (one(tmp_path, MADE, at=at, counted=counted, **keys) for at in (timedelta(), HOUR))
    assert (before.state, before.counted) == ("used-up", None)
    assert (after.state, after.counted) == ("done", PASSED)


def test_the_list_has_every_phase_in_its_order(tmp_path: Path) -> None:
    """Tasks stand in the order of the file, phase by phase; the same customer twice in a phase is one task."""
    phases = [
        {"id": "before", "scenarios": [FURIOUS, FURIOUS, {"file": CALM["file"], "persona": "base"}]},
        {"id": "after", "scenarios": [{"file": CALM["file"]}, FURIOUS], "compare": "before"},
    ]
    found = assignments(programme(tmp_path, phases=phases), 1.0, (), NOON, {})
    assert [(task.task.key, task.task.persona) for task in found] == [
        ("before/heating-cold-flat/furious", "furious"),
        ("before/heating-cold-flat/base", "base"),
        ("after/heating-cold-flat/*", None),
        ("after/heating-cold-flat/furious", "furious"),
    ]
