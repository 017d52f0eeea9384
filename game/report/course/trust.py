"""What is not to be taken at face value: marks over the class, the desks of attempts, what a signature is."""

from collections import Counter
from collections.abc import Sequence

from game.course.exchange.signing import fingerprint
from game.course.grading.results import GradeBook, Result
from game.i18n import Words
from game.report.course.marks import GRAVE
from game.report.course.numbers import bar
from game.report.course.records import Bar
from game.report.course.reports import Desk, TraineeTold, Trust


def trust(words: Words, book: GradeBook, trainees: Sequence[TraineeTold]) -> Trust:
    """Return how often each mark was made, of attempts or of people, and the desks that signed what was handed in."""
    results = [result for line in book.lines for cell in line.cells for result in cell.results]
    results += book.strays
    bars = _bars(words, trainees, len(book.strays), len(results))
    desks = _desks(words, results)
    notes = [words("report.trust.rescored")]
    if any(desk.fingerprint for desk in desks):
        notes += [words("report.trust.signature"), words("report.trust.desks")]
    if any(one.name in ("fast", "clock") for one in bars):
        notes.append(words("report.trust.timing"))
    if other := sum(result.attempt.course_sha256 != book.programme.course.sha256 for result in results):
        notes.append(words("report.trust.other_course_file", count=other))
    return Trust(bars, desks, tuple(notes))


def _bars(words: Words, trainees: Sequence[TraineeTold], strays: int, whole: int) -> tuple[Bar, ...]:
    counts = Counter(mark.code for one in trainees for mark in one.every_mark)
    counts += Counter({"unassigned": strays})
    of_people = {mark.code for one in trainees for mark in one.marks}
    ordered = sorted(counts.items(), key=lambda one: (one[0] not in GRAVE, -one[1]))
    return tuple(
        bar(words, code, words(f"report.marked.{code}"), count, len(trainees) if code in of_people else whole)
        for code, count in ordered
    )


def _desks(words: Words, results: Sequence[Result]) -> tuple[Desk, ...]:
    counts = Counter(result.attempt.signer for result in results)
    desks = []
    for signer, count in sorted(counts.items(), key=lambda one: (one[0] is not None, -one[1])):
        name = "" if signer is None else fingerprint(signer)
        told = words("report.desk_here" if signer is None else "report.desk", fingerprint=name, count=count)
        desks.append(Desk(name, count, told))
    return tuple(desks)
