"""The tables of a class report, row by row: what the workbook and the CSV files have in common."""

from collections.abc import Iterator
from datetime import datetime
from typing import Final

from game.i18n import Words
from game.report.course.numbers import FIVE
from game.report.course.reports import AttemptTold, CellTold, TraineeTold
from game.report.course.typed import shown

Cell = str | int | float | datetime | None
Row = tuple[Cell, ...]
PLACES: Final = 3
"""Shares and correlations are told to so many places."""


def grade_heads(words: Words, trainees: tuple[TraineeTold, ...]) -> tuple[str, ...]:
    """Return the heads of the grades: person, grade, result, what counts of each task, progress, guess, why not."""
    cells = trainees[0].cells if trainees else ()
    heads = ["id", "name", "group", "grade", "state", "attempts"]
    told = [words(f"report.table.{name}") for name in heads]
    told += [task_head(cell) for cell in cells]
    return (*told, *(words(f"report.table.{name}") for name in ("first", "last", "guess_error", "marked", "why")))


def grades(trainees: tuple[TraineeTold, ...]) -> Iterator[Row]:
    """Yield one row a trainee; what is not known is None."""
    for one in trainees:
        person = (one.id, one.name, one.group, one.grade, one.state_told, one.attempts)
        yield (
            *person,
            *(cell.overall for cell in one.cells),
            _round(one.first, 1),
            _round(one.last, 1),
            _round(one.guess.bias, 1),
            len(one.grave),
            "; ".join(one.why),
        )


def attempt_heads(words: Words) -> tuple[str, ...]:
    """Return the heads of the attempts."""
    before = ("id", "name", "group", "phase", "task", "number", "persona", "started", "seconds", "turns")
    after = ("satisfaction",)
    return (
        *(words(f"report.table.{name}") for name in before),
        words("score.overall"),
        *(words(f"score.{name}") for name in (*FIVE, *after)),
        *(words(f"report.table.{name}") for name in ("verdict", "attempt_state", "counts", "passed", "guess", "marks")),
        words("report.table.attempt"),
    )


def attempts(words: Words, trainees: tuple[TraineeTold, ...]) -> Iterator[Row]:
    """Yield one row an attempt, by trainee, task and start."""
    for one in trainees:
        for cell in one.cells:
            for try_ in cell.attempts:
                yield _attempt(words, one, cell, try_)


def _attempt(words: Words, one: TraineeTold, cell: CellTold, try_: AttemptTold) -> Row:
    yes, no = words("report.table.yes"), words("report.table.no")
    five: tuple[int | None, ...] = tuple(value.value for value in try_.scores) or (None,) * len(FIVE)
    return (
        *(one.id, one.name, one.group, cell.phase, cell.title, try_.number, try_.persona, try_.started),
        *(round(try_.seconds, 1), try_.turns, try_.overall, *five, try_.satisfaction),
        *(try_.verdict_told, try_.state_told),
        yes if try_.id in cell.went_in else no,
        None if try_.overall is None else yes if try_.passed else no,
        try_.guess,
        "; ".join(mark.told for mark in try_.marks),
        try_.id,
    )


def answer_heads(words: Words) -> tuple[str, ...]:
    """Return the heads of what was answered before debriefs."""
    names = ("id", "name", "group", "task", "number", "turning_point", "guess", "overall", "next_time")
    return tuple(words("score.overall") if name == "overall" else words(f"report.table.{name}") for name in names)


def answers(trainees: tuple[TraineeTold, ...]) -> Iterator[Row]:
    """Yield one row for each attempt before whose debrief something was answered."""
    for one in trainees:
        for cell in one.cells:
            for try_ in cell.attempts:
                if try_.guess is not None or any(try_.answers):
                    turning, next_ = try_.answers
                    person = (one.id, one.name, one.group, cell.title, try_.number)
                    yield (*person, turning, try_.guess, try_.overall, next_)


def task_head(cell: CellTold) -> str:
    """Return what the column of a task is called."""
    return shown(f"{cell.title} ({cell.phase})" if cell.phase else cell.title)


def _round(number: float | None, places: int) -> float | None:
    return None if number is None else round(number, places)
