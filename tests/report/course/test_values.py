"""What is said about a class."""

from dataclasses import replace
from datetime import timedelta
from functools import cache
from hashlib import sha256
from statistics import fmean

import pytest
from msgspec import structs

from game.course.grading.gradebook import grade_book
from game.course.grading.results import Alpha, GradeBook
from game.i18n import LANGUAGES, words
from game.report.course import ClassReport, TraineeTold, class_report, one_trainee
from game.report.course.records import Mark
from tests.course.classroom import CLOSED, OPEN, Classroom
from tests.report.course.classes import analyses, book, course

SIGNER = "ab" * 32


@cache
def a_class() -> Classroom:
    """A class of twelve."""
    return course()


@cache
def told(language: str = "zh") -> ClassReport:
    """What is said about the class of twelve after closing time."""
    return class_report(words(language), book(a_class()), analyses(a_class()))


def of(report: ClassReport, name: str) -> TraineeTold:
    """Return the trainee of a name."""
    return next(one for one in report.trainees if one.name == name)


def changed(**changes: object) -> ClassReport:
    """Return what is said where the first attempt of the class was made in another way."""
    room = course(4, 1)
    room.attempts[0] = replace(room.attempts[0], **changes)  # type: ignore[arg-type]
    return class_report(words("en"), book(room), ())


def marks_of(report: ClassReport) -> list[Mark]:
    """Return the marks of the first trainee's first attempt at the first task."""
    return [*of(report, "李芳").cells[0].attempts[0].marks]


def first_marks(report: ClassReport) -> set[str]:
    """Return the codes of the marks of the first trainee's first attempt."""
    return {mark.code for mark in marks_of(report)}


def test_the_class_is_counted_as_its_grade_book_says() -> None:
    """An instructor finds as many passed, failed and graded trainees in the report as in the grade book."""
    lines = book(a_class()).lines
    grades = [line.grade for line in lines if line.grade is not None]
    assert told().outcome.passed == sum(line.passed is True for line in lines) > 0
    assert told().outcome.failed == sum(line.passed is False for line in lines) > 0
    assert told().distribution.mean == fmean(grades)
    assert sum(told().distribution.bins) == len(grades)
    assert (told().size, told().began) == (12, 11)


def test_whoever_failed_reads_why() -> None:
    """A trainee who did not pass reads for each task what was had and what is asked for, or that it was never held."""
    failed = [one for one in told("en").trainees if one.state == "failed"]
    assert failed
    for one in failed:
        short = [cell for cell in one.cells if cell.graded and cell.passed is not True]
        assert len(one.why) == len(short)
        assert all(cell.title in line for cell, line in zip(short, one.why, strict=True))
    assert any("has to be" in line for one in failed for line in one.why)
    assert all("never held" in line for line in of(told("en"), "王小丽11").why)


def test_whoever_passed_reads_no_reason() -> None:
    """Nobody who has passed is told why not."""
    assert all(not one.why for one in told().trainees if one.state == "passed")


def test_progress_goes_from_the_first_attempt_to_the_last() -> None:
    """The means of first and last attempts are those of the attempts that the report lists."""
    one = of(told(), "李芳")
    scored = [[try_.overall for try_ in cell.attempts if try_.overall is not None] for cell in one.cells]
    assert one.first == fmean(own[0] for own in scored)
    assert one.last == fmean(own[-1] for own in scored)


def test_zones_of_a_class_are_means_of_its_talks() -> None:
    """Where a component ended over the class is the mean of where it ended in the talks that count."""
    task = told().tasks[0]
    ends = [one.cells[0].zones for one in told().trainees if one.cells[0].zones]
    for place, zone in enumerate(task.zones):
        assert zone.perceived == fmean(end[place].perceived for end in ends)
        assert zone.n == len(ends) == zone.below + zone.met + zone.exceeded


def test_a_small_class_is_mapped_by_name_and_a_large_one_in_bands() -> None:
    """A class of twelve has a row for each trainee, best first; one of sixty has ten rows that hold everybody once."""
    small = told().tasks[0].map
    assert {row.label for row in small.rows} == {
        one.name for one in told().trainees if one.cells[0].overall is not None
    }
    large = class_report(words("en"), book(course(60, 1)), ()).tasks[0]
    assert len(large.map.rows) == 10
    assert sum(row.n for row in large.map.rows) == large.distribution.n == 59


def test_a_moment_is_worth_what_was_said_there_first() -> None:
    """Each field of the map is the mean of empathy and NVC of the first turn on that beat, halves rounded up."""
    named = {row.label: row.values for row in told().tasks[0].map.rows}
    columns = [int(number) - 1 for number in told().tasks[0].map.columns]
    assert columns
    beats = [*a_class().programme.tasks[0].scenario.beats]
    for line in book(a_class()).lines:
        counted = line.cells[0].counted
        talks = [one.play for one in line.cells[0].results if counted and one.attempt.id in counted.attempts]
        for play in talks[-1:]:
            assert play is not None
            turns = {turn.beat: turn for turn in reversed(play.turns) if turn.counted}
            means = {id_: (turn.empathy_turn + turn.nvc_turn + 1) // 2 for id_, turn in turns.items()}
            assert named[line.person.name] == tuple(means.get(beats[column]) for column in columns)


def test_beats_that_nobody_reached_are_missing() -> None:
    """A moment to which a trainee never came has no number, not a zero."""
    values = [value for task in told().tasks for row in task.map.rows for value in row.values]
    assert None in values
    assert all(value is None or 0 <= value <= 100 for value in values)


def test_few_answers_are_called_few() -> None:
    """With a dozen trainees the item analysis says that they are too few rather than judging the scenario."""
    found = [finding.code for sheet in told().items for item in sheet.items for finding in item.findings]
    assert "too-few" in found


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_course_that_nobody_has_played_is_reported_on(language: str) -> None:
    """Before anybody has played, there is a report with the roster and no results."""
    room = course(3, 0)
    room.attempts.clear()
    report = class_report(words(language), book(room, closed=False), ())
    assert (report.attempts, report.began, report.distribution.n) == (0, 0, 0)
    assert [one.grade for one in report.trainees] == [None, None, None]
    assert report.outcome.rate is None


def test_a_late_attempt_is_marked() -> None:
    """An attempt begun after closing time is marked; one that was begun in time and ended later is only told."""
    day = timedelta(days=1)
    late = changed(started=CLOSED + day, ended=CLOSED + 2 * day)
    assert any(mark.code == "late" and mark.tone == "bad" for mark in marks_of(late))
    over = changed(ended=CLOSED + day)
    assert [mark.tone for mark in marks_of(over) if mark.code == "ran-over"] == ["plain"]


def test_another_version_is_marked() -> None:
    """An attempt at another version of the scenario is marked."""
    room = course(4, 1)
    other = room.programme.tasks[0].source + b"\n# one more line\n"
    room.sources[sha256(other).hexdigest()] = other
    room.attempts[0] = replace(room.attempts[0], sha256=sha256(other).hexdigest())
    assert "version" in first_marks(class_report(words("en"), book(room), ()))


def test_as_many_attempts_are_said_to_count_as_went_into_what_counts() -> None:
    """Of several attempts of which the best counts, one counts."""
    report = told()
    cells = [cell for one in report.trainees for cell in one.cells]
    assert report.counted == sum(len(cell.went_in) for cell in cells) < report.attempts


def test_what_is_seen_another_way_is_the_same_number() -> None:
    """Where all attempts count by their mean, those who tried more often do not weigh more in one table than in the
    other: empathy is empathy."""
    room = course(12, (1, 1, 1, 1), terms="mode: exam\nattempts: {counts: average}\n")
    often = [one for one in room.attempts if one.trainee == room.attempts[0].trainee]
    for again in range(12):
        room.attempts += [replace(one, id=f"{again:08x}-{one.id[:4]}" + one.id[13:]) for one in often]
    report = class_report(words("en"), book(room), ())
    empathy = {one.name: one.value for one in report.scores}["empathy"]
    assert {one.name: one.value for one in report.servqual}["empathy"] == empathy
    for task in report.tasks:
        seen = {one.name: one.value for one in task.servqual}
        assert seen["empathy"] == {one.name: one.value for one in task.scores}["empathy"]


@pytest.mark.parametrize(("interval", "said"), [((-1.1, 0.4), False), ((-2.5, -0.2), True)])
def test_tasks_are_said_to_rank_against_each_other_only_where_that_is_sure(
    interval: tuple[float, float], said: bool
) -> None:
    """An alpha below 0 whose interval goes beyond 0 says nothing of the kind."""
    found = structs.replace(book(a_class()), alpha=Alpha(-0.3, interval, 30, 2))
    assert (words("en")("report.alpha.against") in class_report(words("en"), found, ()).consistency) is said


def test_picks_faster_than_reading_are_marked_not_judged() -> None:
    """An attempt whose picks took a tenth of a second each is marked, keeps its score and still counts."""
    room = course(4, 1)
    picks = tuple(replace(pick, milliseconds=100) for pick in room.attempts[0].picks)
    before = of(class_report(words("en"), book(room), ()), "李芳").cells[0]
    room.attempts[0] = replace(room.attempts[0], picks=picks)
    report = class_report(words("en"), book(room), ())
    assert "fast" in first_marks(report)
    after = of(report, "李芳").cells[0]
    assert (after.overall, after.went_in) == (before.overall, before.went_in)
    assert any("hint" in note for note in report.trust.notes)


def test_imported_attempts_name_their_desk() -> None:
    """An attempt from another desk is told with its fingerprint, and what a signature does not prove is said."""
    report = changed(signer=SIGNER, imported=CLOSED)
    assert "imported" in first_marks(report)
    assert [desk.attempts for desk in report.trust.desks if desk.fingerprint] == [1]
    assert any("does not prove" in note for note in report.trust.notes)


def test_attempts_past_the_limit_are_shown_and_not_counted() -> None:
    """A fourth attempt where three are allowed is in the report, marked, and changes no grade."""
    room = course(4, 3)
    before = of(class_report(words("en"), book(room), ()), "李芳")
    late = replace(room.attempts[0], id="f" * 8 + room.attempts[0].id[8:], started=OPEN)
    room.attempts.append(replace(late, ended=OPEN + timedelta(minutes=4)))
    after = of(class_report(words("en"), book(room), ()), "李芳")
    assert after.attempts == before.attempts + 1
    assert {mark.code for mark in after.cells[0].attempts[-1].marks} >= {"beyond"}
    assert after.grade == before.grade


def test_groups_stay_out_of_the_numbers_of_the_class() -> None:
    """A group that played together has a line of its own and changes no number of the class."""
    room = course(4, 1)
    alone = class_report(words("en"), book(room), ())
    together = replace(room.attempts[0], id="e" * 8 + room.attempts[0].id[8:], trainee="Table 3", members=("A", "B"))
    room.attempts.append(together)
    report = class_report(words("en"), book(room), ())
    assert of(report, "Table 3").together
    assert (report.size, report.distribution, report.outcome) == (alone.size, alone.distribution, alone.outcome)


def test_whoever_is_not_on_the_roster_is_marked() -> None:
    """A trainee whom the roster does not have is in the report and told as such."""
    room = course(4, 1)
    room.attempts.append(replace(room.attempts[0], id="d" * 8 + room.attempts[0].id[8:], trainee="Stranger"))
    report = class_report(words("en"), book(room), ())
    assert [mark.code for mark in of(report, "Stranger").marks] == ["unlisted"]
    assert "unlisted" in {bar.name for bar in report.trust.marks}


def test_a_trainee_by_itself_is_told_as_in_the_class() -> None:
    """Asking for one trainee gives the very same words and numbers as the report on the class."""
    graded: GradeBook = book(a_class())
    for line in graded.lines:
        assert one_trainee(words("zh"), graded, line) == of(told(), line.person.name)


def test_a_group_is_reported_on_by_itself() -> None:
    """A report on one group has its trainees only, and says so in its head."""
    room = a_class()
    graded = grade_book(room.programme, room.results(CLOSED), CLOSED, "早班")
    report = class_report(words("zh"), graded, ())
    assert {one.group for one in report.trainees} == {"早班"}
    assert report.head.group == "早班"
    assert report.size == 6
