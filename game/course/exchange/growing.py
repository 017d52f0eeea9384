"""An attempt that is here in an earlier state: handed in before it was finished, or before its three answers."""

from dataclasses import replace

from sqlalchemy import Connection, delete, insert, update

from game.course.attempt import Attempt
from game.course.database.keeping import keep_answers, keep_hands, number_of
from game.course.database.reading import read_all
from game.course.database.tables import answers, attempts, hands, picks

_LATER = ("ended", "expired", "abandoned", "time_left")
"""What of an attempt's own row is not known before its end."""


def went_on(earlier: Attempt, later: Attempt) -> bool:
    """Return whether `later` is `earlier` or the same attempt further on: nothing that happened has changed since."""
    if _fixed(earlier) != _fixed(later) or later.picks[: len(earlier.picks)] != earlier.picks:
        return False
    if earlier.ended is not None:
        same = len(earlier.picks) == len(later.picks) and _end(earlier) == _end(later)
    else:
        same = True
    return same and earlier.answers in (None, later.answers) and set(earlier.hands) <= set(later.hands)


def _fixed(attempt: Attempt) -> Attempt:
    """Return what of an attempt is the same from its beginning on."""
    return replace(
        attempt,
        picks=(),
        answers=None,
        hands=(),
        ended=None,
        expired=False,
        abandoned=False,
        left=None,
        time_left=None,
        signer=None,
        imported=None,
    )


def _end(attempt: Attempt) -> tuple[object, ...]:
    return tuple(getattr(attempt, name) for name in _LATER)


def grow(connection: Connection, later: Attempt) -> None:
    """Bring the attempt of this id up to its later state. ValueError where what is here has not come to it by going on.

    KeyError where there is none of this id.
    """
    number = number_of(connection, later.id)
    (here,) = read_all(connection, attempts.c.number == number)
    if not went_on(here, later):
        raise ValueError(f"attempt {later.id} has not gone on")
    changed = {name: getattr(later, name) for name in _LATER} | {"seconds_left": later.left}
    connection.execute(update(attempts).where(attempts.c.number == number).values(changed))
    for pick in later.picks[len(here.picks) :]:
        made = {"turn": pick.turn, "response": pick.response, "milliseconds": pick.milliseconds}
        connection.execute(insert(picks).values(attempt=number, **made))
    connection.execute(delete(answers).where(answers.c.attempt == number))
    if later.answers is not None:
        keep_answers(connection, number, later.answers)
    connection.execute(delete(hands).where(hands.c.attempt == number))
    for shown in later.hands:
        keep_hands(connection, number, shown)
