"""What is said about one task over the class."""

from collections.abc import Sequence

from game.course.grading.results import Cell, GradeBook, Line, Result
from game.course.tasks import Task
from game.engine import Score
from game.i18n import Words
from game.report.course.ends import class_heat, lens, zone_ends
from game.report.course.moments import moments
from game.report.course.naming import phase_title, task_title
from game.report.course.numbers import FIVE, distribution, mean_of, outcome, progress, values
from game.report.course.reports import TaskTold
from game.report.course.trainees import first_and_last, state_of


def task_told(words: Words, book: GradeBook, task: Task, place: int, lines: Sequence[Line]) -> TaskTold:
    """Return what is said about the task at a place of the course; `lines` are those of the class, without groups."""
    cells = [line.cells[place] for line in lines]
    tried = [cell for cell in cells if cell.results]
    counted = [cell.counted for cell in cells if cell.counted is not None]
    went_in = [one for cell in cells for one in results_of(cell)]
    scores = [one.score for one in went_in if one.score is not None]
    short = [[one.name for one in cell.counted.short] for cell in cells if cell.counted is not None]
    talks = [
        (line.person.name, results[-1]) for line in lines for results in [results_of(line.cells[place])] if results
    ]
    states = [state_of(cell.counted.passed if cell.counted is not None else None) for cell in tried]
    return TaskTold(
        task.key,
        phase_title(words, task.phase),
        task_title(words, task),
        task.mode,
        task.key in book.counting,
        len(tried),
        sum(len(cell.results) for cell in cells),
        outcome(words, states, short),
        distribution(words, [one.overall for one in counted], book.programme.course.passing.overall),
        values(words, {name: mean_of(getattr(one, name) for one in counted) for name in FIVE}) if counted else (),
        mean_of(one.satisfaction for one in counted),
        lens(words, [scores_of(cell) for cell in cells]) if scores else (),
        zone_ends(words, scores),
        moments(words, task.scenario, talks),
        class_heat(went_in),
        progress(words, first_and_last(cells)),
    )


def results_of(cell: Cell) -> list[Result]:
    """Return the results that made what counts of a cell, in order of start."""
    ids = cell.counted.attempts if cell.counted is not None else ()
    return [one for one in cell.results if one.attempt.id in ids]


def scores_of(cell: Cell) -> list[Score]:
    """Return the scores that made what counts of a cell, in order of start."""
    return [one.score for one in results_of(cell) if one.score is not None]
