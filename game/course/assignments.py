"""The assigned list of a course as one trainee finds it at one moment: what may be begun, what is to be finished, what
may be seen. Pure: attempts and the moment come from outside."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Final, Literal

from msgspec import Struct

from game.course.attempt import Attempt
from game.course.file import Course
from game.course.form import Debrief
from game.course.grading.results import Counted
from game.course.tasks import Programme, Task

State = Literal["open", "waiting", "unfinished", "closed", "used-up", "done"]
"""Whether a task may be begun: now; not yet, since the course has not opened; not before an unfinished attempt is
finished; no more, since the course has closed; no more, since no attempt is left ("done": and it is passed, where that
may be seen)."""
LATE: Final = 3600.0
"""From so many seconds before it, a time limit that comes from the closing time alone is told."""


class Opening(Struct, frozen=True):
    """When the debriefs of a task may be seen. `when` is the rule, `now` whether it lets them be seen at this moment.

    Else `at` is the moment at which it will, None where it depends on the trainee: `left` is how many attempts have to
    be made or finished before that, None where that does not matter.
    """

    when: Debrief
    now: bool
    at: datetime | None = None
    left: int | None = None


class Ended(Struct, frozen=True):
    """An attempt at a task that has come to its end, in time or because its time ran out (`expired`)."""

    attempt: str
    started: datetime
    ended: datetime
    expired: bool


class Waiting(Struct, frozen=True):
    """An attempt at a task that is not finished. `seconds` are left of its time, None without a limit."""

    attempt: str
    started: datetime
    picks: int
    persona: str | None
    seconds: float | None


class Assignment(Struct, frozen=True):
    """A task as it stands. `made` attempts were begun, `left` may still be, None for any number.

    `seconds` is the time that an attempt begun now would have, None without a limit; `minutes` is what the course gives
    this trainee for each, None where only the closing time limits it. `ended` is oldest first. `counted` is what counts
    so far, None where nothing does or where it may not be shown: while `debrief.now` is False no score may be.
    """

    task: Task
    state: State
    made: int
    left: int | None
    seconds: float | None
    minutes: float | None
    unfinished: Waiting | None
    ended: tuple[Ended, ...]
    debrief: Opening
    counted: Counted | None = None


def assignments(
    programme: Programme,
    times: float,
    attempts: Iterable[Attempt],
    now: datetime,
    counted: Mapping[str, Counted],
) -> tuple[Assignment, ...]:
    """Return the assigned list of one trainee: `attempts` are theirs, `times` is the factor of the roster.

    `counted` is what counts of them, by the key of the task, as far as it is known. Attempts of other courses, and
    those at tasks that the course no longer has, play no part.
    """
    made: dict[str, list[Attempt]] = {task.key: [] for task in programme.tasks}
    for attempt in attempts:
        if attempt.course == programme.course.id and attempt.task in made and not attempt.abandoned:
            made[attempt.task].append(attempt)
    return tuple(
        _assignment(programme.course, task, times, in_order(made[task.key]), now, counted.get(task.key))
        for task in programme.tasks
    )


def in_order(attempts: Iterable[Attempt]) -> list[Attempt]:
    """Return attempts in the order in which they count: by when they were begun."""
    return sorted(attempts, key=lambda attempt: attempt.order)


def _assignment(
    course: Course, task: Task, times: float, made: list[Attempt], now: datetime, counted: Counted | None
) -> Assignment:
    seen = opening(course, task.debrief, made, now)
    counted = counted if seen.now else None
    state = _state(course, made, now)
    return Assignment(
        task=task,
        state="done" if state == "used-up" and counted is not None and counted.passed else state,
        made=len(made),
        left=None if course.allowed is None else max(0, course.allowed - len(made)),
        seconds=limit(course, times, now),
        minutes=None if course.minutes is None else course.minutes * times,
        unfinished=next((_waiting(one) for one in made if _is_unfinished(one)), None),
        ended=tuple(Ended(one.id, one.started, one.ended, one.expired) for one in made if one.ended is not None),
        debrief=seen,
        counted=counted,
    )


def _is_unfinished(attempt: Attempt) -> bool:
    """Return whether an attempt can be gone on with: one of another desk only there."""
    return attempt.ended is None and attempt.imported is None


def _waiting(attempt: Attempt) -> Waiting:
    return Waiting(attempt.id, attempt.started, len(attempt.picks), attempt.persona, attempt.time_left)


def _state(course: Course, made: Sequence[Attempt], now: datetime) -> State:
    if any(_is_unfinished(attempt) for attempt in made):
        return "unfinished"
    if course.allowed is not None and len(made) >= course.allowed:
        return "used-up"
    if not course.has_opened(now):
        return "waiting"
    return "closed" if course.has_closed(now) else "open"


def limit(course: Course, times: float, now: datetime) -> float | None:
    """Return the seconds that an attempt begun now has: the course's minutes times the factor, and not past closing."""
    limits = [] if course.minutes is None else [60.0 * course.minutes * times]
    if course.closes is not None:
        limits.append(max(0.0, (course.closes - now).total_seconds()))
    return min(limits, default=None)


def opening(course: Course, rule: Debrief, made: Sequence[Attempt], now: datetime) -> Opening:
    """Return when the debriefs of a task may be seen, all attempts that one trainee has made at it being `made`.

    While an attempt is unfinished, the late rules wait for it. After the last attempt means: when none is left, or when
    the course has closed; where any number is allowed and it never closes, each may be the last.
    """
    if rule == "now":
        return Opening(rule, True)
    unfinished = any(_is_unfinished(attempt) for attempt in made)
    if course.has_closed(now):
        return Opening(rule, not unfinished, None, 1 if unfinished else None)
    if rule == "after_close":
        return Opening(rule, False, course.closes)
    if course.allowed is None:
        endless = course.closes is None and not unfinished
        return Opening(rule, endless, None if unfinished else course.closes, 1 if unfinished else None)
    left = max(0, course.allowed - len(made)) + unfinished
    return Opening(rule, not left, course.closes if left else None, left or None)
