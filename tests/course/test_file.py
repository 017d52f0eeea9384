"""Course files are checked like scenarios: every problem at once, with its place and what to do."""

from datetime import UTC, datetime

import pytest

from game.course.file import draft_course, is_course, read_course, terms_known
from game.engine.passing import Passing
from game.engine.scores import Weights

COURSE = """\
format: 1
id: frontline-autumn
title: {zh: 一线服务秋季班, en: "Front-line course, autumn"}
mode: exam
pass: {overall: 70, empathy: 50}
weights: {set: 10, meet: 40}
rulebook: gentle.yaml
minutes: 15
attempts: {allowed: 2, counts: last}
opens: 2026-11-20T08:00+08:00
closes: 2026-12-01T20:00+08:00
roster: roster.csv
phases:
  - {id: before, scenarios: [{file: a.yaml, persona: furious}]}
  - {id: practice, mode: practice, scenarios: [{file: b.yaml}]}
  - {id: after, scenarios: [{file: c.yaml}], compare: before}
"""
SMALL = "format: 1\nid: small\ntitle: 小班\nscenarios: [{file: a.yaml}]\n"


def told(text: str) -> list[tuple[str, int, int]]:
    """The code, line and column of every problem."""
    return sorted((one.code, one.line, one.column) for one in read_course(text.encode(), "course.yaml")[1].problems)


def test_a_course_is_read_whole() -> None:
    """What a course says of time, passing, weights and phases is what it holds; a key of `pass` changes only itself."""
    course, sheet = read_course(COURSE.encode(), "course.yaml")
    assert sheet.problems == []
    assert course is not None
    assert (course.id, course.minutes, course.allowed, course.counts) == ("frontline-autumn", 15, 2, "last")
    assert course.passing == Passing(overall=70, verdict="met", empathy=50)
    assert course.weights == Weights(set=10, meet=40, exceed=10, empathy=20, nvc=20)
    assert course.opens is not None
    assert course.opens.astimezone(UTC) == datetime(2026, 11, 20, tzinfo=UTC)
    assert [(phase.id, phase.mode, phase.compare) for phase in course.phases] == [
        ("before", "exam", None), ("practice", "practice", None), ("after", "exam", "before"),
    ]  # fmt: skip
    assert [(one.file, one.persona) for phase in course.phases for one in phase.scenarios] == [
        ("a.yaml", "furious"), ("b.yaml", None), ("c.yaml", None),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("more", "debrief"),
    [
        ("", "now"),
        ("mode: exam\n", "after_last"),
        ("mode: exam\ncloses: 2026-12-01T20:00+08:00\n", "after_close"),
        ("mode: exam\ndebrief: now\n", "now"),
    ],
)
def test_when_the_debrief_may_be_seen_follows_the_mode(more: str, debrief: str) -> None:
    """Practice shows it at once; an exam after it has closed, or after the last attempt where it never closes."""
    course, _ = read_course((SMALL + more).encode(), "course.yaml")
    assert course is not None
    assert course.debrief == debrief
    assert course.passing == Passing(65, "met")
    assert course.allowed is None


@pytest.mark.parametrize(
    ("old", "new", "code", "line", "column"),
    [
        ("meet: 40", "meet: 30", "course-weights", 6, 10),
        ("opens: 2026-11-20T08:00+08:00", "opens: 2026-11-20T08:00", "course-time", 10, 8),
        ("opens: 2026-11-20T08:00+08:00", "opens: 20 November", "course-time", 10, 8),
        ("opens: 2026-11-20", "opens: 2026-12-20", "course-closes-early", 11, 9),
        ("closes: 2026-12-01T20:00+08:00", "debrief: after_close", "course-debrief", 11, 10),
        ("id: practice", "id: before", "course-phase-twice", 15, 10),
        ("compare: before", "compare: later", "course-compare", 16, 55),
        ("id: after", "id: a/b", "bad-id", 16, 10),
        ("phases:", "scenarios: [{file: a.yaml}]\nphases:", "course-both", 15, 3),
        ("minutes: 15", "minutes: 0", "out-of-range", 8, 10),
        ("counts: last", "counts: lst", "unknown-word", 9, 32),
        ("minutes:", "minuts:", "unknown-key", 8, 1),
    ],
)
def test_what_is_wrong_is_named_with_its_place(old: str, new: str, code: str, line: int, column: int) -> None:
    """One fault in the file is one problem, at the line and column where it stands."""
    assert COURSE.count(old) == 1
    assert told(COURSE.replace(old, new)) == [(code, line, column)]


@pytest.mark.parametrize("wrong", ["phases: [5]", "scenarios: [5]", "phases: [{id: a, scenarios: 5}]", "phases: 5"])
def test_anything_may_stand_where_customers_are_wanted(wrong: str) -> None:
    """What is no list of customers is told as such, never by a traceback."""
    assert "wrong-type" in {code for code, _, _ in told(SMALL.replace("scenarios: [{file: a.yaml}]", wrong))}


def test_a_course_with_errors_is_no_course_to_run_but_names_what_it_names() -> None:
    """Nobody can be examined by it; what it names can be looked over all the same."""
    wrong = COURSE.replace("2026-11-20T08:00+08:00", "tomorrow").encode()
    assert read_course(wrong, "course.yaml")[0] is None
    course, sheet = draft_course(wrong, "course.yaml")
    assert course is not None
    assert (course.roster, course.rulebook, course.opens) == ("roster.csv", "gentle.yaml", None)
    assert [one.file for phase in course.phases for one in phase.scenarios] == ["a.yaml", "b.yaml", "c.yaml"]
    assert terms_known(sheet)
    assert not terms_known(draft_course(COURSE.replace("meet: 40", "meet: 30").encode(), "course.yaml")[1])


def test_a_course_without_customers_is_no_course_to_run() -> None:
    """A list with nothing in it is told."""
    assert [code for code, _, _ in told(SMALL.replace("[{file: a.yaml}]", "[]"))] == ["course-empty"]


def test_a_phase_without_customers_is_told() -> None:
    """Where other phases have some, the phase is named; nobody is to wonder where it has gone."""
    text = COURSE.replace("[{file: b.yaml}]", "[]")
    assert told(text) == [("course-phase-empty", 15, 47)]


@pytest.mark.parametrize("written", ["a.yaml", "[a.yaml]", "{file: a.yaml}"])
def test_a_list_that_is_written_wrongly_is_not_called_empty(written: str) -> None:
    """The one mistake is told, with how to write it, and no second one that is none."""
    [problem] = read_course(SMALL.replace("[{file: a.yaml}]", written).encode(), "course.yaml")[1].problems
    assert problem.code == "wrong-type"
    assert "{file: …}" in problem.hint("en")


def test_a_course_is_told_from_scenarios_and_rulebooks() -> None:
    """What has a key that only courses have is taken for a course, also where another key is misspelt."""
    assert is_course(SMALL.replace("scenarios", "scenario").replace("title", "mode: exam\ntitle").encode())
    assert not is_course(b"format: 1\nid: a\nmode: exam\ncustomer: {}\n")
    assert is_course(COURSE.encode())
    assert not is_course(b"format: 1\nid: a\nrules: {}\n")
    assert not is_course(b"format: 1\nid: a\nbeats: {}\nscenarios: []\n")
    assert not is_course(b"- scenarios\n")
