"""A grade book without names: every person is a code, and what they typed is left out."""

from collections.abc import Callable
from dataclasses import replace

from msgspec import structs

from game.course.attempt import Answers, Attempt
from game.course.grading.results import GradeBook, Line, Person, Result

Code = Callable[[str], str]


def coded(book: GradeBook, code: Code) -> GradeBook:
    """Return the grade book with the code of each person's id in place of id and name, in the attempts too.

    Groups stay. Answers in words are left out, since people name themselves and others in them; guesses stay.
    """
    lines = tuple(_line(line, code) for line in book.lines)
    return structs.replace(book, lines=lines, strays=tuple(_result(one, code) for one in book.strays))


def _line(line: Line, code: Code) -> Line:
    name = code(line.person.id)
    members = tuple(code(member) for member in line.person.members)
    person = Person(name, name, line.person.group, line.person.listed, members)
    cells = tuple(
        structs.replace(cell, results=tuple(_result(one, code) for one in cell.results)) for cell in line.cells
    )
    return structs.replace(line, person=person, cells=cells)


def _result(result: Result, code: Code) -> Result:
    return structs.replace(result, attempt=_attempt(result.attempt, code))


def _attempt(attempt: Attempt, code: Code) -> Attempt:
    answers = None if attempt.answers is None else Answers(guess=attempt.answers.guess)
    members = tuple(code(member) for member in attempt.members)
    return replace(attempt, trainee=code(attempt.trainee), members=members, answers=answers)
