"""Attempts read back from the tables, whole: with their picks, answers, members and shown hands."""

from collections import defaultdict
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, select

from game.course.attempt import Answers, Attempt, Hands, Pick
from game.course.database.columns import legible
from game.course.database.tables import answers, attempts, hands, members, picks

_Made = dict[int, list[Any]]


def read_one(connection: Connection, id_or_prefix: str) -> Attempt:
    """Give the attempt of this id, or the only one whose id starts so; `KeyError` if none or several do."""
    prefix = legible(id_or_prefix).lower()
    found = read_all(connection, attempts.c.id.startswith(prefix, autoescape=True)) if prefix else []
    if len(found) != 1:
        raise KeyError(id_or_prefix)
    return found[0]


def read_all(connection: Connection, *wanted: ColumnElement[bool]) -> list[Attempt]:
    """Give the attempts for which all of `wanted` holds, newest first."""
    columns = (attempts, answers.c.turning_point, answers.c.guess, answers.c.next_time)
    rows = connection.execute(
        select(*columns).outerjoin_from(attempts, answers).where(*wanted).order_by(attempts.c.number.desc())
    ).all()
    chosen = select(attempts.c.number).where(*wanted)
    made = _by_attempt(connection, select(picks).where(picks.c.attempt.in_(chosen)).order_by(*picks.primary_key))
    named = _by_attempt(connection, select(members).where(members.c.attempt.in_(chosen)).order_by(*members.primary_key))
    shown = _by_attempt(connection, select(hands).where(hands.c.attempt.in_(chosen)).order_by(*hands.primary_key))
    return [
        _attempt(
            row,
            tuple(Pick(*pick) for pick in made[row.number]),
            tuple(name for _, name in named[row.number]),
            _hands(shown[row.number]),
        )
        for row in rows
    ]


def _by_attempt(connection: Connection, chosen: Select[Any]) -> _Made:
    """Give what is chosen, by the number of the attempt that stands in its first column."""
    found: _Made = defaultdict(list)
    for number, *rest in connection.execute(chosen):
        found[number].append(rest)
    return found


def _hands(rows: list[Any]) -> tuple[Hands, ...]:
    turns: dict[int, list[tuple[str, int]]] = defaultdict(list)
    for turn, _, response, count in rows:
        turns[turn].append((response, count))
    return tuple(Hands(turn, tuple(counts)) for turn, counts in turns.items())


def _attempt(row: Row[Any], made: tuple[Pick, ...], named: tuple[str, ...], shown: tuple[Hands, ...]) -> Attempt:
    said = None if row.turning_point is None else Answers(row.turning_point, row.guess, row.next_time)
    return Attempt(
        id=row.id,
        scenario=row.scenario,
        sha256=row.sha256,
        rulebook=row.rulebook,
        rulebook_version=row.rulebook_version,
        persona=row.persona,
        mode=row.mode,
        language=row.language,
        seed=row.seed,
        trainee=row.trainee,
        started=row.started,
        ended=row.ended,
        picks=made,
        answers=said,
        left=row.seconds_left,
        abandoned=row.abandoned,
        rulebook_sha256=row.rulebook_sha256,
        course=row.course,
        course_sha256=row.course_sha256,
        task=row.task,
        time_left=row.time_left,
        expired=row.expired,
        members=named,
        hands=shown,
        signer=row.signer,
        imported=row.imported,
    )
