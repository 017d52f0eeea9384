"""Attempts that come from another desk: what cannot be one, what is the same one, and how a new one is kept."""

import math
import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, Final, get_args

from sqlalchemy import Connection, insert

from game.course.attempt import GUESSES, Answers, Attempt, Hands, Mode, Pick
from game.course.database.columns import legible
from game.course.database.keeping import insert_new, keep_answers, keep_hands, keep_members, keep_sources, number_of
from game.course.database.reading import read_all
from game.course.database.tables import attempts, picks

_UUID: Final = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_LANGUAGE: Final = re.compile(r"[A-Za-z0-9_-]{1,32}")
# The longest time and the highest count that every database keeps.
_MOST: Final = 2**63
_MANY: Final = 2**31
# A clock that has lost its time shows 1970; after 2999, or before, systems differ in what they take for a time.
_YEARS: Final = range(1970, 3000)


def take_in(connection: Connection, attempt: Attempt, contents: Iterable[bytes]) -> bool:
    """Keep an attempt that comes from elsewhere, whole; False if the very same is there.

    Raises `ValueError` where another attempt has its id, where it says what no desk could have kept, and where the
    bytes that it names are not among the contents.
    """
    if wrong := _impossible(attempt):
        raise ValueError(f"attempt {attempt.id}: {wrong}")
    foreign = _as_kept(attempt)
    kept = set(keep_sources(connection, contents).values())
    if not {foreign.sha256, foreign.rulebook_sha256, foreign.course_sha256} <= kept | {None}:
        raise ValueError(f"attempt {attempt.id} comes without the bytes that it names")
    if not insert_new(connection, attempts, _row(foreign)):
        (there,) = read_all(connection, attempts.c.id == foreign.id)
        if _what_happened(there) == _what_happened(foreign):
            return False
        raise ValueError(f"another attempt has the id {attempt.id}")
    _keep_rest(connection, number_of(connection, foreign.id), foreign)
    return True


def _impossible(attempt: Attempt) -> str:
    """Give what of the attempt no desk could have kept; "" if nothing."""
    times = [seconds for seconds in (attempt.left, attempt.time_left) if seconds is not None]
    guess = attempt.answers.guess if attempt.answers else None
    moments = [one for one in (attempt.started, attempt.ended) if one]
    checks = {
        "no clock shows such a year": all(one.year in _YEARS for one in moments),
        "a time has no zone": all(one.tzinfo for one in (attempt.started, attempt.ended, attempt.imported) if one),
        "the id is no UUID": _UUID.fullmatch(attempt.id),
        "the mode is none": attempt.mode in get_args(Mode),
        "the language is none": _LANGUAGE.fullmatch(attempt.language),
        "the picks do not follow each other": [pick.turn for pick in attempt.picks]
        == list(range(1, len(attempt.picks) + 1)),
        "a time is none": all(0 <= pick.milliseconds < _MOST for pick in attempt.picks)
        and all(0 <= seconds < math.inf for seconds in times),
        "the guess is no score": guess is None or guess in GUESSES,
        "hands cannot be counted so": all(
            shown.turn > 0 and all(0 <= count < _MANY for _, count in shown.counts) for shown in attempt.hands
        ),
        "the rulebook's version is none": 0 <= attempt.rulebook_version < _MANY,
    }
    return next((wrong for wrong, right in checks.items() if not right), "")


def _keep_rest(connection: Connection, number: int, attempt: Attempt) -> None:
    rows = [
        {"attempt": number, "turn": pick.turn, "response": pick.response, "milliseconds": pick.milliseconds}
        for pick in attempt.picks
    ]
    if rows:
        connection.execute(insert(picks), rows)
    if attempt.answers is not None:
        keep_answers(connection, number, attempt.answers)
    keep_members(connection, number, attempt.members)
    for shown in attempt.hands:
        keep_hands(connection, number, shown)


def _row(attempt: Attempt) -> dict[str, Any]:
    """Give the attempt's own row; what it is called there is what it is called here, but for the running patience."""
    fields = (column.name for column in attempts.c if column.name not in ("number", "seconds_left"))
    return {name: getattr(attempt, name) for name in fields} | {"seconds_left": attempt.left}


def _what_happened(attempt: Attempt) -> Attempt:
    """Give the attempt without what only tells how it came here."""
    return replace(attempt, signer=None, imported=None)


def _as_kept(attempt: Attempt) -> Attempt:
    """Give the attempt as it will be read back: its texts legible, its times in UTC."""
    said = attempt.answers
    return replace(
        attempt,
        scenario=legible(attempt.scenario),
        rulebook=legible(attempt.rulebook),
        trainee=legible(attempt.trainee),
        task=legible(attempt.task),
        persona=_legible(attempt.persona),
        course=_legible(attempt.course),
        started=attempt.started.astimezone(UTC),
        ended=_utc(attempt.ended),
        imported=_utc(attempt.imported),
        picks=tuple(Pick(pick.turn, legible(pick.response), pick.milliseconds) for pick in attempt.picks),
        answers=said and Answers(legible(said.turning_point), said.guess, legible(said.next_time)),
        members=tuple(map(legible, attempt.members)),
        hands=tuple(Hands(one.turn, tuple((legible(key), n) for key, n in one.counts)) for one in attempt.hands),
    )


def _legible(words: str | None) -> str | None:
    return None if words is None else legible(words)


def _utc(moment: datetime | None) -> datetime | None:
    return None if moment is None else moment.astimezone(UTC)
