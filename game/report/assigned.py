"""The assigned list of a course in words: on what terms it is taken, and how each task stands."""

import math
from datetime import datetime

from msgspec import Struct

from game.course.assignments import LATE, Assignment, Opening, Waiting
from game.course.file import ALL
from game.course.grading.results import Counted, Short
from game.course.tasks import Programme
from game.i18n import Words
from game.report.passing import asked, shorts

MINUTE, HOUR, DAY = 60, 3600, 86400


class Told(Struct, frozen=True):
    """One task in words; what there is nothing to say about is empty.

    `about` is who is met and in which mode, `attempts` how many are left, `state` whether it may be begun, `time` how
    long an attempt may take, `result` what counts so far, `short` what is missing to pass, `debrief` when the debrief
    may be seen. The last three are about attempts that were made.
    """

    title: str
    about: str
    state: str
    attempts: str
    time: str
    result: str
    short: str
    debrief: str


def terms(words: Words, programme: Programme, times: float = 1.0) -> tuple[str, ...]:
    """Return on what terms the course is taken, a sentence each; `times` is the trainee's factor of the roster."""
    course = programme.course
    told = [_allowed(words, programme), words("course.pass", asked=words.list(asked(words, course.passing)))]
    if course.minutes is not None:
        time = duration(words, MINUTE * course.minutes * times)
        told.append(words("course.time" if times == 1 else "course.time_more", time=time))
    if course.closes is not None:
        told.append(words("course.closes", when=moment(course.closes)))
    rules = {task.debrief for task in programme.tasks}
    if len(rules) == 1:
        told.append(words(f"course.debrief.{rules.pop()}"))
    return tuple(told)


def _allowed(words: Words, programme: Programme) -> str:
    allowed = programme.course.allowed
    if allowed == 1:
        return words("course.allowed_one")
    counts = words(f"course.counts.{programme.course.counts}")
    if allowed is None:
        return words("course.allowed_any", counts=counts)
    return words("course.allowed", count=allowed, counts=counts)


def told(words: Words, programme: Programme, assignment: Assignment) -> Told:
    """Return how a task stands, in words."""
    task, counted = assignment.task, assignment.counted
    who = words("course.chosen") if task.persona is None else task.scenario.persona(task.persona).label
    alone = len(task.scenario.personas) == 1
    mode = words(f"file.mode.{task.mode}")
    return Told(
        title=task.scenario.title.told(words.language),
        about=mode if alone else words("course.about", persona=who, mode=mode),
        state=_state(words, programme, assignment),
        attempts=_attempts(words, assignment),
        time=_time(words, assignment),
        result="" if counted is None else result(words, counted),
        short="" if counted is None else missing(words, counted.short),
        debrief=opening(words, assignment.debrief) if assignment.ended else "",
    )


def phase(words: Words, programme: Programme, id_: str) -> str:
    """Return the title of a phase; "" in a course that has none."""
    return "" if id_ == ALL and len(programme.course.phases) == 1 else words("course.phase", name=id_)


def _state(words: Words, programme: Programme, assignment: Assignment) -> str:
    unfinished = assignment.unfinished
    if unfinished is not None:
        return _waiting(words, unfinished)
    if assignment.state == "waiting" and programme.course.opens is not None:
        return words("course.state.waiting", when=moment(programme.course.opens))
    if assignment.state == "open":
        return words("course.state.again" if assignment.made else "course.state.new")
    return words(f"course.state.{assignment.state}")


def _waiting(words: Words, unfinished: Waiting) -> str:
    turn = unfinished.picks + 1
    if unfinished.seconds is None or unfinished.seconds > DAY:
        return words("course.state.unfinished", turn=turn)
    return words("course.state.unfinished_time", turn=turn, time=duration(words, unfinished.seconds))


def _attempts(words: Words, assignment: Assignment) -> str:
    if assignment.left is None or assignment.state in ("closed", "used-up", "done"):
        return words("course.made", made=assignment.made) if assignment.made else ""
    if assignment.left == 0:
        return words("course.last")
    return words("course.left", left=assignment.left, allowed=assignment.left + assignment.made)


def _time(words: Words, assignment: Assignment) -> str:
    """Return how long an attempt may take; closing time alone is told only when it is near."""
    if assignment.state != "open" or assignment.seconds is None:
        return ""
    near = assignment.seconds <= LATE
    if assignment.minutes is None:
        return words("course.time_to_close", time=duration(words, assignment.seconds)) if near else ""
    short = assignment.seconds < MINUTE * assignment.minutes
    return words("course.time_to_close" if short else "course.time_each", time=duration(words, assignment.seconds))


def result(words: Words, counted: Counted) -> str:
    """Return what counts so far, and whether it passes."""
    key = "course.result_passed" if counted.passed else "course.result_short"
    return words(key, overall=counted.overall, verdict=words(f"verdict.{counted.verdict}"))


def missing(words: Words, short: tuple[Short, ...]) -> str:
    """Return what is missing to pass, "" where nothing is."""
    return words("course.missing", missing=shorts(words, short)) if short else ""


def opening(words: Words, seen: Opening) -> str:
    """Return when the debrief of an ended attempt may be seen."""
    if seen.now:
        return words("course.seen.now")
    if seen.left is not None and seen.at is not None:
        return words("course.seen.either", left=seen.left, when=moment(seen.at))
    if seen.at is not None:
        return words("course.seen.at", when=moment(seen.at))
    return words("course.seen.left", left=seen.left or 1)


def moment(when: datetime) -> str:
    """Return a moment by the clock of this place."""
    return f"{local(when):%Y-%m-%d %H:%M}"


def local(when: datetime) -> datetime:
    """Return a moment in the zone of this place, as it is where no clock here knows of such a year."""
    try:
        return when.astimezone()
    except (OverflowError, OSError, ValueError):
        return when


def duration(words: Words, seconds: float) -> str:
    """Return a time in words: in days from two days on, hours and minutes from two hours on, minutes and seconds."""
    whole = math.ceil(seconds)
    if whole >= 2 * DAY:
        return words("course.days", days=whole // DAY)
    if whole >= 2 * HOUR:
        return words("course.hours", hours=whole // HOUR, minutes=whole % HOUR // MINUTE)
    if whole < MINUTE:
        return words("course.seconds", seconds=whole)
    key = "course.minutes_seconds" if whole % MINUTE else "course.minutes"
    rest = {"seconds": whole % MINUTE} if whole % MINUTE else {}
    return words(key, minutes=whole // MINUTE, **rest)
