"""What a trainer should know about an attempt before trusting or counting it."""

import hashlib
from typing import Final

from game.course.exchange.signing import fingerprint
from game.course.grading.results import Result
from game.course.grading.timing import timing
from game.course.tasks import Programme, Task
from game.i18n import Words
from game.report.assigned import moment
from game.report.course.records import Mark, Tone

_OF_TIMES: Final = ("fast", "clock", "late", "early", "copied", "long", "ahead", "backdated")
_OF_FILES: Final = ("foreign", "rules")
GRAVE: Final = frozenset({*_OF_TIMES, *_OF_FILES, "misfit", "practice", "beyond", "grouped"})
"""What a trainer ought to look at; the other marks only say how it was."""
_OF_UNCOUNTED: Final = ("beyond", "repeated", "practice", "unassigned", "misfit")
_OF_STATE: Final = ("expired", "closed", "unfinished")


def marks(words: Words, programme: Programme, task: Task | None, result: Result) -> tuple[Mark, ...]:
    """Return the marks of an attempt, the gravest first; none for one that was played as the course asks."""
    found = [*_codes(programme, task, result)]
    told = [_mark(words, code, value) for code, value in found]
    return tuple(sorted(told, key=lambda one: one.tone != "bad"))


def _mark(words: Words, code: str, value: str) -> Mark:
    tone: Tone = "bad" if code in GRAVE else "plain"
    return Mark(code, tone, words(f"report.mark.{code}", value=value))


def _codes(programme: Programme, task: Task | None, result: Result) -> list[tuple[str, str]]:
    """Return the codes of what holds, each with what its words name."""
    found, attempt, course = [], result.attempt, programme.course
    if result.uncounted in _OF_UNCOUNTED:
        found.append((str(result.uncounted), ""))
    if result.state in _OF_STATE:
        found.append((str(result.state), ""))
    if not course.has_opened(attempt.started):
        found.append(("early", moment(attempt.started)))
    if course.has_closed(attempt.started):
        found.append(("late", moment(attempt.started)))
    elif course.closes is not None and attempt.ended is not None and attempt.ended > course.closes:
        found.append(("ran-over", moment(attempt.ended)))
    found += _files(programme, task, result)
    if attempt.members and programme.member(attempt.trainee) is not None:
        found.append(("grouped", ""))
    if attempt.signer is not None:
        found.append(("imported", fingerprint(attempt.signer)))
    found += [(str(doubt), "") for doubt in result.doubts]
    return found + _timing(result)


def _files(programme: Programme, task: Task | None, result: Result) -> list[tuple[str, str]]:
    """Return in which files an attempt was played that are not the course's. Where they came from another desk, nobody
    here has seen them: it has to be asked who wrote them."""
    found, attempt = [], result.attempt
    if task is not None and attempt.sha256 != task.scenario.sha256:
        found.append(("version" if attempt.signer is None else "foreign", attempt.sha256[:8]))
    overlay = None if programme.overlay is None else hashlib.sha256(programme.overlay).hexdigest()
    if attempt.rulebook_sha256 != overlay:
        found.append(("earlier-rules" if attempt.signer is None else "rules", (attempt.rulebook_sha256 or "")[:8]))
    return found


def _timing(result: Result) -> list[tuple[str, str]]:
    """Return what is hard to believe of an attempt's times; nothing of one that could not be played again."""
    if result.play is None:
        return []
    found = timing(result.attempt, result.play)
    hasty = [("fast", str(len(found.hasty)))] if found.hasty else []
    return [*hasty, ("clock", "")] if found.clock else hasty
