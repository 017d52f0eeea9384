"""What is said about a class, put together."""

from collections.abc import Sequence

from game.course.grading.results import Cell, GradeBook, ItemAnalysis, Line
from game.engine.scores import Score
from game.i18n import Words
from game.report.course.beats import item_sheet
from game.report.course.ends import lens
from game.report.course.heads import head
from game.report.course.naming import file_names
from game.report.course.numbers import FIVE, distribution, gain, guess, mean_of, outcome, progress, values
from game.report.course.reports import ClassReport, TraineeTold
from game.report.course.tasks_told import scores_of, task_told
from game.report.course.trainees import first_and_last, guesses, state_of, trainee
from game.report.course.trust import trust

MISSING = "missing"


def class_report(words: Words, book: GradeBook, analyses: Sequence[ItemAnalysis]) -> ClassReport:
    """Return all that is said about the class of a grade book, in the language of the words; trainees come by name."""
    top = head(words, book)
    names = file_names(line.person for line in book.lines)
    told = [trainee(words, book, line, top, names[line.person.id]) for line in book.lines]
    told.sort(key=lambda one: (one.together, one.group, one.name, one.id))
    lines = [line for line in book.lines if not line.person.members]
    counted = [cell.counted for cell in _cells(book, lines) if cell.counted is not None]
    return ClassReport(
        top,
        len(lines),
        sum(any(cell.results for cell in line.cells) for line in lines),
        sum(len(cell.results) for line in book.lines for cell in line.cells) + len(book.strays),
        sum(len(cell.counted.attempts) for line in book.lines for cell in line.cells if cell.counted is not None),
        outcome(words, [state_of(line.passed) for line in lines], [_reasons(book, line) for line in lines]),
        distribution(words, [line.grade for line in lines if line.grade is not None], _mark(book)),
        values(words, {name: mean_of(getattr(one, name) for one in counted) for name in FIVE}) if counted else (),
        lens(words, _went_in(book, lines)) if counted else (),
        progress(words, [pair for line in lines for pair in first_and_last(line.cells)]),
        tuple(gain(words, one) for one in book.gains),
        _consistency(words, book),
        guess(words, book.guess, [pair for line in lines for pair in guesses(line)]),
        tuple(task_told(words, book, task, place, lines) for place, task in enumerate(book.programme.tasks)),
        tuple(item_sheet(words, analysis) for analysis in analyses),
        tuple(told),
        trust(words, book, told),
    )


def one_trainee(words: Words, book: GradeBook, line: Line) -> TraineeTold:
    """Return what is said about the trainee of one line of a grade book, by itself."""
    names = file_names(line.person for line in book.lines)
    return trainee(words, book, line, head(words, book), names[line.person.id])


def _cells(book: GradeBook, lines: Sequence[Line]) -> list[Cell]:
    """Return the cells of the tasks that count."""
    return [cell for line in lines for cell in line.cells if cell.task in book.counting]


def _went_in(book: GradeBook, lines: Sequence[Line]) -> list[list[Score]]:
    """Return the scores that made what counts, of each trainee and task by themselves."""
    return [scores_of(cell) for cell in _cells(book, lines)]


def _reasons(book: GradeBook, line: Line) -> list[str]:
    """Return the names of what somebody who failed was short of, over the tasks that count."""
    if line.passed is not False:
        return []
    names = []
    for cell in line.cells:
        if cell.task in book.counting:
            names += [one.name for one in cell.counted.short] if cell.counted is not None else [MISSING]
    return names


def _mark(book: GradeBook) -> int | None:
    """Return the least overall that passes."""
    return book.programme.course.passing.overall or None


def _consistency(words: Words, book: GradeBook) -> str:
    """Return how far the tasks rank the trainees alike, or why that cannot be said."""
    alpha = book.alpha
    if alpha.value is None:
        return words(f"report.alpha.{alpha.why}", n=alpha.persons, tasks=alpha.tasks)
    numbers = {"alpha": f"{alpha.value:.2f}", "n": alpha.persons, "tasks": alpha.tasks}
    if alpha.interval is None:
        return words("report.alpha", **numbers)
    low, high = alpha.interval
    told = words("report.alpha.interval", low=f"{low:.2f}", high=f"{high:.2f}", **numbers)
    return told + (words("report.alpha.against") if high < 0 else "")
