"""What is odd about an attempt beside the course's terms and the attempts of others; nothing is scored by it."""

import math
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Final

from game.course.attempt import Attempt
from game.course.grading.results import Doubt
from game.course.grading.timing import ROUNDING

if TYPE_CHECKING:
    from game.course.tasks import Programme

LEAST_ALIKE: Final = 3
"""So many different times have to be the same to the millisecond: of two people's that is no chance."""


def doubts(programme: "Programme", attempts: Sequence[Attempt]) -> dict[str, tuple[Doubt, ...]]:
    """Return what is odd about attempts, by their ids; those that are as they should be are not among them."""
    times = [tuple([pick.milliseconds for pick in attempt.picks]) for attempt in attempts]
    copied, allowed, backdated = _copied(attempts, times), _allowed(programme), _backdated(attempts)
    found: dict[str, tuple[Doubt, ...]] = {}
    for attempt, spent in zip(attempts, times, strict=True):
        told: list[Doubt] = ["copied"] if attempt.id in copied else []
        if sum(spent) > allowed.get(attempt.trainee, allowed[None]) and not attempt.members:
            told.append("long")  # a room has all the time that it needs
        if attempt.imported is not None and attempt.started > attempt.imported:
            told.append("ahead")
        if attempt.id in backdated:
            told.append("backdated")
        if told:
            found[attempt.id] = tuple(told)
    return found


def _copied(attempts: Sequence[Attempt], times: Sequence[tuple[int, ...]]) -> set[str]:
    """Return the ids of attempts whose picks took, one by one, exactly as long as somebody else's."""
    met: dict[tuple[str, tuple[int, ...]], Attempt] = {}
    found: set[str] = set()
    for attempt, spent in zip(attempts, times, strict=True):
        other = met.setdefault((attempt.scenario, spent), attempt)
        if other.trainee != attempt.trainee and len({*spent} - {0}) >= LEAST_ALIKE:
            found |= {other.id, attempt.id}
    return found


def _backdated(attempts: Sequence[Attempt]) -> set[str]:
    """Return the ids of attempts that came after one that they are dated before, by the same trainee at the same task.

    Attempts count by their dates: such a one may push out of what counts what was here already.
    """
    earliest: dict[tuple[str, str], datetime] = {}
    found: set[str] = set()
    for attempt in sorted(attempts, key=lambda one: one.order, reverse=True):
        if attempt.imported is None:
            continue
        came = earliest.setdefault((attempt.trainee, attempt.task), attempt.imported)
        if attempt.imported > came:
            found.add(attempt.id)
        earliest[attempt.trainee, attempt.task] = min(came, attempt.imported)
    return found


def _allowed(programme: "Programme") -> dict[str | None, float]:
    """Return how many milliseconds picks may take together, by trainee; under None that of all others."""
    minutes = programme.course.minutes
    whole = math.inf if minutes is None else 60_000 * minutes
    rounding = ROUNDING.total_seconds() * 1000
    own: dict[str | None, float] = {member.id: whole * member.time + rounding for member in programme.roster or ()}
    return own | {None: whole + rounding}
