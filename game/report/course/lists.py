"""The reports as CSV files: for spreadsheets, and for the grade import of Moodle."""

import csv
import io
from collections.abc import Iterable
from datetime import datetime
from typing import Final

from game.i18n import Words
from game.report.assigned import local
from game.report.course.reports import TraineeTold
from game.report.course.tables import Row, attempt_heads, attempts, grade_heads, grades, task_head
from game.report.course.typed import FORMULA, listed

NO_GRADE: Final = "-"
"""What Moodle itself writes where there is no grade. An empty field becomes a 0 in a new column of its grade book."""
LONGEST: Final = 1000
"""The longest feedback; Moodle shows it whole in a narrow field."""


def grades_csv(words: Words, trainees: tuple[TraineeTold, ...]) -> bytes:
    """Return the grades as a CSV file that spreadsheet programs open as it is: UTF-8 with its mark, no formulas."""
    return _csv(grade_heads(words, trainees), grades(trainees))


def attempts_csv(words: Words, trainees: tuple[TraineeTold, ...]) -> bytes:
    """Return all attempts as a CSV file, as `grades_csv` does."""
    return _csv(attempt_heads(words), attempts(words, trainees))


def moodle_csv(words: Words, trainees: tuple[TraineeTold, ...], *, roster: bool) -> bytes:
    """Return what Moodle's grade import takes: whom, the grade of 0 to 100 ("-" for none yet), feedback, each task.

    UTF-8, commas, one head line. The first column is the id of the roster (ID number, e-mail or user name, as the
    course's Moodle has it) and stands exactly as there. Who has to be `left_out` is not in it.
    """
    outside = left_out(trainees, roster=roster)
    inside = [one for one in trainees if one not in outside]
    told = io.StringIO(newline="")
    writer = csv.writer(told)
    email = bool(inside) and all("@" in one.id[1:] for one in inside)
    heads = [words("report.moodle.email" if email else "report.moodle.id"), words("report.table.name")]
    heads += [words("report.table.grade"), words("report.moodle.feedback")]
    writer.writerow([*heads, *(listed(task_head(cell)) for cell in (trainees[0].cells if trainees else ()))])
    for one in inside:
        own = [_grade(cell.overall) for cell in one.cells]
        writer.writerow([one.id, listed(one.name), _grade(one.grade), _feedback(words, one), *own])
    return told.getvalue().encode("utf-8")


def left_out(trainees: tuple[TraineeTold, ...], *, roster: bool) -> tuple[TraineeTold, ...]:
    """Return who cannot be in a file for Moodle, which refuses a whole file for one person whom it does not know.

    With a roster those who are not on it, and groups; without one groups, and names that begin like a formula.
    """
    return tuple(
        one
        for one in trainees
        if one.together
        or any(mark.code == "unlisted" for mark in one.marks)
        or (not roster and (one.id.startswith(FORMULA) or not one.id.isprintable()))
    )


def _grade(number: int | None) -> str:
    return NO_GRADE if number is None else f"{number}"


def _feedback(words: Words, one: TraineeTold) -> str:
    """Return what the trainee reads beside the grade; nothing before there is one."""
    if one.grade is None:
        return ""
    return listed(words("mark.semicolon").join((one.state_told, *one.why)))[:LONGEST]


def _csv(heads: Iterable[str], rows: Iterable[Row]) -> bytes:
    told = io.StringIO(newline="")
    writer = csv.writer(told)
    writer.writerow([listed(head) for head in heads])
    writer.writerows([_field(cell) for cell in row] for row in rows)
    return told.getvalue().encode("utf-8-sig")


def _field(cell: object) -> object:
    if isinstance(cell, str):
        return listed(cell)
    if isinstance(cell, datetime):
        return local(cell).strftime("%Y-%m-%d %H:%M:%S")
    return "" if cell is None else cell
