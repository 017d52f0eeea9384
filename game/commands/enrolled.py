"""What the course of a stored attempt says about it: by which weights it is scored, when its debrief may be seen."""

from datetime import UTC, datetime

from game.commands.asked import Refused
from game.course.assignments import opening
from game.course.attempt import Attempt
from game.course.file import Course, read_course
from game.course.store import Store
from game.engine import Weights
from game.i18n import Words
from game.report.assigned import opening as told


def weights_of(store: Store, attempt: Attempt, words: Words) -> Weights:
    """Return the weights of the attempt's course, the standard ones outside of a course.

    Refused while its course lets the debrief not be seen. Nobody is kept from it by force: the picks lie on the
    trainee's own machine. What has come from another desk lies where somebody looks at what was handed in.
    """
    course = _course(store, attempt)
    if course is None:
        return Weights()
    if attempt.imported is None:
        _wait(store, attempt, course, words)
    return course.weights


def _course(store: Store, attempt: Attempt) -> Course | None:
    """Return the course as it was when the attempt was begun; None outside of a course, or if it is unreadable now."""
    if attempt.course_sha256 is None:
        return None
    return read_course(store.source(attempt.course_sha256), "")[0]


def _wait(store: Store, attempt: Attempt, course: Course, words: Words) -> None:
    phase = next((one for one in course.phases if one.id == attempt.phase), None)
    rule = course.debrief if phase is None else phase.debrief
    made = [one for one in store.attempts(trainee=attempt.trainee, course=attempt.course) if one.task == attempt.task]
    seen = opening(course, rule, made, datetime.now(UTC))
    if attempt.ended is not None and seen.now:
        return
    why = words("replay.unfinished") if attempt.ended is None else told(words, seen)
    message = words("replay.not_yet", name=attempt.id, why=why)
    raise Refused(1, {"error": {"message": message}}, [message])
