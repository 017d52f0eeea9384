"""The grade book of a course: for each trainee what counts at each task, the grade, pass or not and why, and the gain.

Nothing here depends on the order in which results are given, only on when attempts were begun.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from game.course.grading.results import (
    Alpha,
    Cell,
    Counted,
    Gain,
    GradeBook,
    Guess,
    Line,
    Person,
    Result,
    Short,
)
from game.course.grading.statistics import correlation, cronbach, paired
from game.course.grading.undisturbed import undisturbed
from game.engine.passing import RANKS, SCORES, Passing
from game.engine.scores import Score
from game.engine.standing import half_up

if TYPE_CHECKING:
    from game.course.file import Course
    from game.course.form import Counts
    from game.course.tasks import Programme, Task

__all__ = [
    "Alpha",
    "Cell",
    "Counted",
    "Gain",
    "GradeBook",
    "Guess",
    "Line",
    "Person",
    "Short",
    "counted",
    "counting",
    "grade_book",
]

LEAST_PERSONS: Final = 10
"""From fewer, an alpha says next to nothing: with ten persons and two tasks, where it comes out at 0.70, it may as well
be below 0 (Feldt's interval goes from -0.21 to 0.93)."""
LEAST_TASKS: Final = 2
"""Below this there is nothing that could agree."""

Cells = dict[tuple[str, str], list[Result]]


def grade_book(programme: "Programme", results: Iterable[Result], now: datetime, group: str | None = None) -> GradeBook:
    """Return the grade book of a course at `now` (aware): of all, or of one group of its roster.

    Everybody on the roster has a line, in its order; then all others who have tried something, by name.
    """
    with undisturbed():
        return _grade_book(programme, list(results), now, group)


def _grade_book(programme: "Programme", given: list[Result], now: datetime, group: str | None) -> GradeBook:
    strays: list[Result] = []
    cells: Cells = {}
    for result in given:
        if result.uncounted == "unassigned":
            strays.append(result)
        else:
            cells.setdefault((result.attempt.trainee, result.attempt.task), []).append(result)
    for found in cells.values():
        found.sort(key=_start)
    course, keys = programme.course, counting(programme)
    closed = course.has_closed(now)
    people = [person for person in _people(programme, given) if group is None or person.group == group]
    lines = tuple([_line(programme, person, cells, keys, closed) for person in people])
    single = [line for line in lines if not line.person.members]
    return GradeBook(
        programme=programme,
        now=now,
        closed=closed,
        group=group,
        counting=keys,
        lines=lines,
        gains=tuple(_gain_of_class(single, at, *pair) for at, pair in enumerate(_compared(course))),
        guess=_guess([result for line in single for cell in line.cells for result in cell.results]),
        alpha=_alpha(programme, single, keys),
        strays=tuple(sorted(strays, key=_start)),
    )


def counting(programme: "Programme") -> tuple[str, ...]:
    """Return the keys of the tasks that make the grade."""
    phases = {phase.id for phase in programme.course.counting}
    return tuple(task.key for task in programme.tasks if task.phase in phases)


def counted(results: Sequence[Result], counts: "Counts", passing: Passing) -> Counted | None:
    """Return what counts of a trainee's attempts at one task, which are in order of start; None while nothing does.

    The first is the first that was begun: while it can go on, nothing counts. Of several, the best is one that passes
    before one that does not, then the one with the highest overall, then the earliest.
    """
    scored = [result for result in results if result.counted]
    if not scored:
        return None
    if counts == "average":
        return _average(scored, passing)
    if counts == "first":
        begun = next(result for result in results if result.counted or result.uncounted == "unfinished")
        chosen = begun if begun.counted else None
    elif counts == "last":
        chosen = scored[-1]
    else:
        chosen = max(scored, key=_merit)
    return None if chosen is None else _counted(_scores(chosen), passing, (chosen.attempt.id,))


def _merit(result: Result) -> tuple[bool, int]:
    return result.passed, 0 if result.score is None else result.score.overall


def _start(result: Result) -> tuple[datetime, str]:
    return result.attempt.order


def _scores(result: Result) -> dict[str, Any]:
    score = result.score
    assert score is not None
    return {
        "set": score.set,
        "meet": score.meet,
        "exceed": score.exceed,
        "empathy": score.empathy,
        "nvc": score.nvc,
        "overall": score.overall,
        "satisfaction": score.satisfaction,
        "verdict": score.verdict,
    }


def _average(scored: list[Result], passing: Passing) -> Counted:
    scores: list[Score] = [result.score for result in scored if result.score is not None]
    values: dict[str, Any] = {
        name: half_up(sum(getattr(score, name) for score in scores), len(scores)) for name in SCORES
    }
    ranks = sorted((RANKS.index(score.verdict) for score in scores), reverse=True)
    values["verdict"] = RANKS[ranks[len(ranks) // 2]]
    return _counted(values, passing, tuple([result.attempt.id for result in scored]))


def _counted(values: dict[str, Any], passing: Passing, attempts: tuple[str, ...]) -> Counted:
    short = tuple(
        [
            Short(name, values[name], least)
            for name, least in passing.conditions.items()
            if (RANKS.index(values[name]) < RANKS.index(least) if name == "verdict" else values[name] < least)
        ]
    )
    return Counted(**values, passed=not short, short=short, attempts=attempts)


def _people(programme: "Programme", results: list[Result]) -> list[Person]:
    """Return everybody who has a line."""
    listed = [Person(member.id, member.name, member.group) for member in programme.roster or ()]
    known = {person.id for person in listed}
    members: dict[str, dict[str, None]] = {}
    for result in results:
        attempt = result.attempt
        if attempt.trainee not in known and result.uncounted != "unassigned":
            members.setdefault(attempt.trainee, {}).update(dict.fromkeys(attempt.members))
    others = (Person(id_, id_, "", programme.roster is None, tuple(who)) for id_, who in sorted(members.items()))
    return [*listed, *others]


def _line(programme: "Programme", person: Person, cells: Cells, keys: tuple[str, ...], closed: bool) -> Line:
    own = tuple([_cell(programme, task, cells.get((person.id, task.key), ())) for task in programme.tasks])
    said = {cell.task: cell.counted for cell in own}
    grade, passed = _grade([said[key] for key in keys], closed)
    gains = tuple([_gain(programme, said, phase, compared) for phase, compared in _compared(programme.course)])
    guess = _guess([result for cell in own for result in cell.results])
    return Line(person, own, grade, passed, gains, guess)


def _cell(programme: "Programme", task: "Task", results: Sequence[Result]) -> Cell:
    course = programme.course
    taken = sum(1 for result in results if result.counted or result.uncounted == "unfinished")
    left = None if course.allowed is None else max(0, course.allowed - taken)
    return Cell(task.key, tuple(results), counted(results, course.counts, course.passing), left)


def _grade(said: list[Counted | None], closed: bool) -> tuple[int | None, bool | None]:
    if not said or (not closed and None in said):
        return None, None
    overalls = [0 if one is None else one.overall for one in said]
    return half_up(sum(overalls), len(overalls)), all(one is not None and one.passed for one in said)


def _compared(course: "Course") -> list[tuple[str, str]]:
    return [(phase.id, phase.compare) for phase in course.phases if phase.compare is not None]


def _gain(programme: "Programme", said: dict[str, Counted | None], phase: str, compared: str) -> Gain:
    """Return one trainee's gain, without numbers where a task of either phase is missing."""
    means = []
    for one in (compared, phase):
        found = [said[task.key] for task in programme.tasks if task.phase == one]
        scores = [each.overall for each in found if each is not None]
        if not scores or len(scores) < len(found):
            return Gain(phase, compared, 0, None, None, None, None, None)
        means.append(sum(scores) / len(scores))
    before, after = means
    return Gain(phase, compared, 1, before, after, after - before, None, None)


def _gain_of_class(lines: list[Line], at: int, phase: str, compared: str) -> Gain:
    own = (line.gains[at] for line in lines)
    both = [(gain.before, gain.after) for gain in own if gain.before is not None and gain.after is not None]
    found = paired([before for before, _ in both], [after for _, after in both])
    if found is None:
        return Gain(phase, compared, 0, None, None, None, None, None)
    return Gain(phase, compared, found.n, found.before, found.after, found.gain, found.interval, found.dz)


def _guess(results: Iterable[Result]) -> Guess:
    """Return guesses beside scores, over counted attempts."""
    pairs = [
        (result.attempt.answers.guess, result.score.overall)
        for result in results
        if result.counted
        and result.score is not None
        and result.attempt.answers is not None
        and result.attempt.answers.guess is not None
    ]
    if not pairs:
        return _NO_GUESS
    guesses, scores = np.array(pairs, np.float64).T
    errors = guesses - scores
    return Guess(len(pairs), float(errors.mean()), float(np.abs(errors).mean()), correlation(guesses, scores))


_NO_GUESS: Final = Guess(0, None, None, None)


def _alpha(programme: "Programme", lines: list[Line], keys: tuple[str, ...]) -> Alpha:
    """Return alpha over the tasks that make the grade, from those who have a result in all of them."""
    places = [at for at, task in enumerate(programme.tasks) if task.key in keys]
    rows = ([line.cells[at].counted for at in places] for line in lines)
    whole = [[one.overall for one in row if one is not None] for row in rows if None not in row]
    n, k = len(whole), len(places)
    if k < LEAST_TASKS:
        return Alpha(None, None, n, k, "few-tasks")
    if n < LEAST_PERSONS:
        return Alpha(None, None, n, k, "few-persons")
    found = cronbach(whole)
    return Alpha(None, None, n, k, "no-variance") if found is None else Alpha(*found, n, k)
