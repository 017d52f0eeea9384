"""The workbook and the lists of a class."""

import csv
import io
from dataclasses import replace
from datetime import datetime
from functools import cache
from typing import Any

import openpyxl
import pytest
from msgspec.structs import replace as replace_

from game.course.attempt import Answers
from game.i18n import LANGUAGES, words
from game.report.course import ClassReport, class_report
from game.report.course.lists import attempts_csv, grades_csv, left_out, moodle_csv
from game.report.course.workbook import own_workbook, workbook
from tests.course.classroom import Classroom
from tests.report.course.classes import HOSTILE, analyses, book, course

FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", HOSTILE)


@cache
def report(language: str = "en") -> ClassReport:
    """A class of twelve."""
    room = course()
    return class_report(words(language), book(room), analyses(room))


def typed(name: str) -> ClassReport:
    """Return a class without a roster in which somebody is called so, and answered so."""
    room = course(4, 1, roster=False)
    first = room.attempts[0].trainee
    said = Answers(name, 50, name)
    room.attempts[:] = [
        replace(one, trainee=name, answers=said) if one.trainee == first else one for one in room.attempts
    ]
    return class_report(words("en"), book(room), ())


def rows(raw: bytes) -> list[dict[str, str]]:
    """Return the rows of a CSV file."""
    return list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline="")))


def loaded(raw: bytes) -> Any:
    """Return a workbook as a spreadsheet program reads it."""
    return openpyxl.load_workbook(io.BytesIO(raw))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_workbook_holds_numbers_and_times(language: str) -> None:
    """In the workbook grades are numbers, starts are times, heads stay in sight and every table can be filtered."""
    told = report(language)
    book_ = loaded(workbook(words(language), told))
    overview, grades, attempts, items, answers = book_.worksheets
    assert overview["A1"].value == told.head.title
    assert [row[3].value for row in grades.iter_rows(min_row=2)] == [one.grade for one in told.trainees]
    assert attempts.max_row - 1 == sum(one.attempts for one in told.trainees)
    assert all(isinstance(row[7].value, datetime) for row in attempts.iter_rows(min_row=2))
    assert items.max_row - 1 == sum(len(item.shares) for sheet in told.items for item in sheet.items)
    assert answers.max_row > 1
    for sheet in (grades, attempts, items, answers):
        assert sheet.freeze_panes is not None
        assert sheet.auto_filter.ref is not None


@pytest.mark.parametrize("name", FORMULAS)
def test_nothing_typed_becomes_a_formula(name: str) -> None:
    """A name or an answer that begins like a formula stays text in the workbook, and is no formula in a list."""
    told = typed(name)
    for sheet in loaded(workbook(words("en"), told)).worksheets:
        assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
    fields = [field for row in rows(grades_csv(words("en"), told.trainees)) for field in row.values()]
    fields += [field for row in rows(attempts_csv(words("en"), told.trainees)) for field in row.values()]
    assert not [field for field in fields if field.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r", "＝"))]
    assert "\0" not in "".join(fields)


def test_lists_open_with_the_right_letters() -> None:
    """Spreadsheet programs read the lists as UTF-8 by the mark at their beginning, with a line for each trainee."""
    raw = grades_csv(words("zh"), report("zh").trainees)
    assert raw.startswith(b"\xef\xbb\xbf")
    assert [row["姓名"] for row in rows(raw)] == [one.name for one in report("zh").trainees]
    assert [row["成绩"] for row in rows(raw)] == [f"{one.grade}" for one in report("zh").trainees]


def test_moodle_gets_ids_grades_and_feedback() -> None:
    """Moodle's import finds an id as it stands in the roster, a grade of 0 to 100, feedback, and no byte mark."""
    raw = moodle_csv(words("en"), report().trainees, roster=True)
    assert not raw.startswith(b"\xef\xbb\xbf")
    for row, one in zip(rows(raw), report().trainees, strict=True):
        assert row["ID number"] == one.id
        assert row["Grade"] == f"{one.grade}"
        assert row["Feedback"].startswith(one.state_told)


def test_moodle_gets_no_grade_where_there_is_none_yet() -> None:
    """Who has no grade yet has a dash, as Moodle writes it itself: an empty field would become a 0."""
    told = class_report(words("en"), book(course(), closed=False), ())
    without = [one for one in told.trainees if one.grade is None]
    assert without
    found = {row["ID number"]: row for row in rows(moodle_csv(words("en"), told.trainees, roster=True))}
    assert all(found[one.id]["Grade"] == "-" and not found[one.id]["Feedback"] for one in without)


def test_moodle_gets_nobody_whom_it_does_not_know() -> None:
    """Somebody who is not on the roster, and a group, stay out: Moodle would refuse the whole file for them."""
    room: Classroom = course(4, 1)
    one = room.attempts[0]
    room.attempts.append(replace(one, id="d" * 8 + one.id[8:], trainee="Stranger"))
    room.attempts.append(replace(one, id="e" * 8 + one.id[8:], trainee="Table 3", members=("A", "B")))
    told = class_report(words("en"), book(room), ()).trainees
    assert {missing.name for missing in left_out(told, roster=True)} == {"Stranger", "Table 3"}
    alone = [replace_(one, marks=()) for one in told]  # as in a course without a roster
    assert [missing.name for missing in left_out(tuple(alone), roster=False)] == ["Table 3"]
    assert len(rows(moodle_csv(words("en"), told, roster=True))) == 4


def test_a_workbook_of_one_trainee_names_nobody_else() -> None:
    """What a trainee is given has no other trainee in it."""
    told = report().trainees[0]
    others = {one.name for one in report().trainees} - {told.name}
    cells = [
        f"{cell.value}"
        for sheet in loaded(own_workbook(words("en"), told)).worksheets
        for row in sheet.iter_rows()
        for cell in row
    ]
    assert told.name in cells
    assert not [cell for cell in cells if any(name in cell for name in others)]
