"""The head of a report: which course, when, how many, under which conditions, and how to read the numbers."""

from game.course.file import ALL, Course
from game.course.grading.results import GradeBook
from game.i18n import Words
from game.report.assigned import moment
from game.report.course.naming import phase_title, task_title
from game.report.course.records import Fact, Head
from game.report.passing import asked


def head(words: Words, book: GradeBook) -> Head:
    """Return the head of all reports of a grade book, the class's and each trainee's."""
    course = book.programme.course
    return Head(
        words.language,
        course.id,
        course.title.told(words.language),
        book.group or "",
        book.now,
        moment(book.now),
        _facts(words, book),
        asked(words, course.passing),
        _notes(words, book),
    )


def _facts(words: Words, book: GradeBook) -> tuple[Fact, ...]:
    course = book.programme.course
    facts = [
        ("group", book.group or ""),
        ("made", moment(book.now)),
        ("open", _open(words, course)),
        ("attempts", words("report.head.allowed", n=course.allowed) if course.allowed else ""),
        ("counts", words(f"report.counts.{course.counts}")),
        ("minutes", words("report.head.limit", minutes=course.minutes) if course.minutes else ""),
        ("phases", words.list(phase_title(words, phase.id) for phase in course.phases if phase.id != ALL)),
        ("weights", _weights(words, course)),
    ]
    return tuple(Fact(words(f"report.head.{name}"), value) for name, value in facts if value)


def _open(words: Words, course: Course) -> str:
    """Return between when the course can be played; "" where it always can."""
    opens = moment(course.opens) if course.opens is not None else ""
    closes = moment(course.closes) if course.closes is not None else ""
    if opens and closes:
        return words("report.head.between", opens=opens, closes=closes)
    if opens:
        return words("report.head.from", opens=opens)
    return words("report.head.till", closes=closes) if closes else ""


def _weights(words: Words, course: Course) -> str:
    w = course.weights
    return words("report.head.weighed", set=w.set, meet=w.meet, exceed=w.exceed, empathy=w.empathy, nvc=w.nvc)


def _notes(words: Words, book: GradeBook) -> tuple[str, ...]:
    """Return what has to be known to read the numbers."""
    tasks = book.programme.tasks
    notes = [words("report.note.grade")]
    if len(book.counting) < len(tasks):
        titles = words.list(task_title(words, task) for task in tasks if task.key in book.counting)
        notes.append(words("report.note.counting", tasks=titles))
    notes.append(words("report.note.closed" if book.closed else "report.note.running"))
    if any(line.person.members for line in book.lines):
        notes.append(words("report.note.together"))
    return tuple(notes)
