"""What is said about one trainee: every attempt, what counts at each task, the grade, and why it is not enough."""

from collections.abc import Sequence
from statistics import fmean

from game.course.exchange.signing import fingerprint
from game.course.grading.results import Cell, Counted, GradeBook, Line, Result
from game.course.grading.settled import settled
from game.course.tasks import Task
from game.engine.scores import Score
from game.i18n import Words, capital
from game.report.assigned import moment
from game.report.course.ends import zone_end
from game.report.course.marks import marks
from game.report.course.naming import phase_title, span, task_title
from game.report.course.numbers import FIVE, gain, guess, values
from game.report.course.records import Head, Mark, State, Value
from game.report.course.reports import AttemptTold, CellTold, TraineeTold
from game.report.debrief.journey import heat
from game.report.passing import short, shorts

SECOND = 1000
LONGEST = 5000
"""The most signs of an answer that a report shows: a file may hold millions, and no page waits for them."""


def state_of(passed: bool | None) -> State:
    """Return whether somebody has passed, by the grade book's word for it."""
    return "open" if passed is None else "passed" if passed else "failed"


def trainee(words: Words, book: GradeBook, line: Line, head: Head, file: str) -> TraineeTold:
    """Return all that is said about the trainee of a line; `file` is the name of the trainee's files."""
    tasks = book.programme.tasks
    cells = tuple(_cell(words, book, task, cell) for task, cell in zip(tasks, line.cells, strict=True))
    pairs = first_and_last(line.cells)
    state = state_of(line.passed)
    person = line.person
    return TraineeTold(
        head,
        person.id,
        person.name,
        person.group,
        file,
        line.grade,
        state,
        words(f"report.state.{state}"),
        _why(words, book, line, cells),
        cells,
        sum(len(cell.attempts) for cell in cells),
        fmean(one for one, _ in pairs) if pairs else None,
        fmean(two for _, two in pairs) if pairs else None,
        tuple(gain(words, one, own=True) for one in line.gains if one.gain is not None),
        guess(words, line.guess, guesses(line)),
        _marks(words, line),
        bool(person.members),
        settled(book, line),
    )


def first_and_last(cells: Sequence[Cell]) -> list[tuple[float, float]]:
    """Return overall of the first and the last attempt at each task that was tried more than once."""
    pairs = []
    for cell in cells:
        overalls = [result.score.overall for result in cell.results if result.counted and result.score is not None]
        if len(overalls) > 1:
            pairs.append((float(overalls[0]), float(overalls[-1])))
    return pairs


def guesses(line: Line) -> list[tuple[int, int]]:
    """Return the score guessed and the score had, of each attempt that counts and for which one was guessed."""
    pairs = []
    for cell in line.cells:
        for result in cell.results:
            answers, score = result.attempt.answers, result.score
            if result.counted and score is not None and answers is not None and answers.guess is not None:
                pairs.append((answers.guess, score.overall))
    return pairs


def _why(words: Words, book: GradeBook, line: Line, cells: Sequence[CellTold]) -> tuple[str, ...]:
    """Return why it is not enough, or what is still missing, one task after the other."""
    said = []
    for cell, told in zip(line.cells, cells, strict=True):
        if cell.task not in book.counting or (told.passed and cell.counted is not None):
            continue
        if cell.counted is None:
            said.append(words("report.missing" if book.closed else "report.to_come", task=told.title))
        elif cell.counted.short:
            said.append(words("report.short", task=told.title, short=shorts(words, cell.counted.short)))
    return tuple(said)


def _marks(words: Words, line: Line) -> tuple[Mark, ...]:
    """Return what has to be known about the trainee, beside the attempts."""
    found = []
    if not line.person.listed:
        found.append(Mark("unlisted", "bad", words("report.mark.unlisted")))
    if line.person.members:
        told = words("report.mark.members", members=words.list(line.person.members))
        found.append(Mark("members", "plain", told))
    signers = {result.attempt.signer for cell in line.cells for result in cell.results}
    if len(signers) > 1:
        names = [words("report.mark.this_desk")] if None in signers else []
        names += sorted(fingerprint(signer) for signer in signers if signer is not None)
        found.append(Mark("desks", "plain", words("report.mark.desks", count=len(signers), desks=words.list(names))))
    return tuple(found)


def _cell(words: Words, book: GradeBook, task: Task, cell: Cell) -> CellTold:
    counted = cell.counted
    attempts = tuple(_attempt(words, book, task, result, number) for number, result in enumerate(cell.results, start=1))
    went_in = counted.attempts if counted is not None else ()
    shown = next((one.score for one in reversed(cell.results) if one.attempt.id in went_in), None)
    verdict = "" if counted is None else words(f"verdict.{counted.verdict}")
    return CellTold(
        cell.task,
        phase_title(words, task.phase),
        task_title(words, task),
        task.mode,
        cell.task in book.counting,
        counted.overall if counted is not None else None,
        _five(words, counted),
        counted.satisfaction if counted is not None else None,
        counted.verdict if counted is not None else None,
        verdict,
        counted.passed if counted is not None else None,
        _told(words, book, cell, verdict),
        tuple(capital(short(words, one)) for one in counted.short) if counted is not None else (),
        tuple(zone_end(words, part) for part in shown.parts) if shown is not None else (),
        attempts,
        went_in,
    )


def _told(words: Words, book: GradeBook, cell: Cell, verdict: str) -> str:
    """Return what a cell comes to, in a sentence."""
    if cell.counted is not None:
        way = words(f"report.counts.{book.programme.course.counts}")
        return words("report.cell", overall=cell.counted.overall, verdict=verdict, counts=way)
    if not cell.results:
        return words("report.cell.none")
    return words("report.cell.nothing_counts", attempts=len(cell.results))


def _five(words: Words, score: Score | Counted | None) -> tuple[Value, ...]:
    if score is None:
        return ()
    return values(words, {name: getattr(score, name) for name in FIVE})


def _attempt(words: Words, book: GradeBook, task: Task, result: Result, number: int) -> AttemptTold:
    attempt, score, play = result.attempt, result.score, result.play
    seconds = sum(pick.milliseconds for pick in attempt.picks) / SECOND
    answers = attempt.answers
    return AttemptTold(
        attempt.id,
        number,
        attempt.started,
        moment(attempt.started),
        seconds,
        span(words, seconds),
        play.case.persona.label.told(words.language) if play is not None else attempt.persona or "",
        result.state,
        words(f"report.attempt.{result.state}"),
        result.counted,
        result.passed,
        score.overall if score is not None else None,
        _five(words, score),
        score.satisfaction if score is not None else None,
        score.verdict if score is not None else None,
        words(f"verdict.{score.verdict}") if score is not None else "",
        answers.guess if answers is not None else None,
        (_typed(answers.turning_point), _typed(answers.next_time)) if answers is not None else ("", ""),
        len(attempt.picks),
        heat(play) if play is not None else (),
        attempt.members,
        marks(words, book.programme, task, result),
    )


def _typed(answer: str) -> str:
    """Return what was answered, cut where nobody would read on."""
    return answer if len(answer) <= LONGEST else f"{answer[:LONGEST]}…"
