"""The store of attempts: each pick is on the disk before the next beat shows (DESIGN 7)."""

import hashlib
import math
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

from sqlalchemy import ColumnElement, Connection, Engine, Row, delete, insert, select, update
from sqlalchemy import func as sql

from game.course.attempt import Answers, Attempt, Mode, Pick
from game.course.embedded import told_apart
from game.course.folder import Claim, furnish, home
from game.course.opening import prepare
from game.course.tables import answers, attempts, legible, picks, sources
from game.course.troubles import StoreNotice, StoreTrouble

__all__ = ["Store", "StoreNotice", "StoreTrouble", "home", "open_store"]

FILE_NAME: Final = "yuqi.db"
GUESSES: Final = range(101)


def open_store(folder: Path | None = None) -> "Store":
    """Give the store in the folder (default: `home()`), made, checked, backed up and upgraded as need be.

    Read `notices` before anything else and show them. Raises `StoreTrouble`; nothing is open or locked then.
    """
    place = home() if folder is None else folder
    furnish(place)
    claim = Claim(place)
    try:
        engine, notices = prepare(place / FILE_NAME)
    except BaseException:
        claim.release()
        raise
    return Store(place / FILE_NAME, engine, claim, notices)


class Store:
    """The attempts of this machine; any call may raise `StoreTrouble`, after which what was acknowledged still stands.

    A call that names an attempt which is not there raises `KeyError`. Use it in a `with`, or close it.
    """

    def __init__(self, path: Path, engine: Engine, claim: Claim, notices: tuple[StoreNotice, ...]) -> None:
        self.path = path
        self.notices = notices
        self._engine = engine
        self._claim = claim
        self._closed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file and of the claim on its folder; a second time does nothing."""
        self._closed = True
        self._engine.dispose()
        self._claim.release()

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        """Give a connection whose work is on the disk, all of it or none, when the block is left."""
        if self._closed:
            raise ValueError("the store is closed")
        with told_apart(self.path), self._engine.begin() as connection:
            yield connection

    def begin(
        self,
        *,
        scenario: str,
        source: bytes,
        rulebook: str,
        rulebook_version: int,
        rulebook_source: bytes | None = None,
        persona: str | None,
        mode: Mode,
        language: str,
        seed: int,
        trainee: str,
    ) -> Attempt:
        """Give a new attempt, kept together with the bytes of its scenario and of its rulebook's overlay, if any."""
        identity = str(uuid.uuid4())
        who = {"trainee": trainee, "language": language, "started": datetime.now(UTC)}
        what = {"scenario": scenario, "persona": persona, "mode": mode, "seed": seed}
        rules: dict[str, Any] = {"rulebook": rulebook, "rulebook_version": rulebook_version}
        with self._transaction() as connection:
            sha256 = _keep_source(connection, source)
            if rulebook_source is not None:
                rules["rulebook_sha256"] = _keep_source(connection, rulebook_source)
            connection.execute(insert(attempts).values(id=identity, sha256=sha256, **who, **what, **rules))
            return _one(connection, identity)

    def keep(self, attempt_id: str, turn: int, response: str, milliseconds: int) -> None:
        """Keep one pick; it is on the disk when this returns. What was left of the beat's patience is done with.

        Raises `ValueError` for a turn that is not the next one, an attempt that has ended, a time below 0.
        """
        if milliseconds < 0:
            raise ValueError(f"{milliseconds} milliseconds")
        with self._transaction() as connection:
            number = _open_number(connection, attempt_id)
            said = select(sql.coalesce(sql.max(picks.c.turn), 0)).where(picks.c.attempt == number)
            due = connection.execute(said).scalar_one() + 1
            if turn != due:
                raise ValueError(f"turn {turn} of attempt {attempt_id}, where turn {due} is next")
            pick = {"attempt": number, "turn": turn, "response": response, "milliseconds": milliseconds}
            connection.execute(insert(picks).values(pick))
            connection.execute(update(attempts).where(attempts.c.number == number).values(seconds_left=None))

    def left(self, attempt_id: str, seconds: float | None) -> None:
        """Keep what is left of the running patience, in seconds, for a resume; None when none is running.

        Raises `ValueError` for an attempt that has ended and for what is no time (below 0, infinite).
        """
        if seconds is not None and not 0 <= seconds < math.inf:
            raise ValueError(f"{seconds} seconds left")
        with self._transaction() as connection:
            number = _open_number(connection, attempt_id)
            connection.execute(update(attempts).where(attempts.c.number == number).values(seconds_left=seconds))

    def end(self, attempt_id: str) -> None:
        """Close the attempt at this moment; one that is closed already stays as it was."""
        self._close_attempt(attempt_id, abandoned=False)

    def abandon(self, attempt_id: str) -> None:
        """Close an attempt that the trainee does not want to resume; it is kept, and says so."""
        self._close_attempt(attempt_id, abandoned=True)

    def _close_attempt(self, attempt_id: str, *, abandoned: bool) -> None:
        with self._transaction() as connection:
            closing = {"ended": datetime.now(UTC), "abandoned": abandoned, "seconds_left": None}
            number = _number(connection, attempt_id)
            still_open = (attempts.c.number == number) & attempts.c.ended.is_(None)
            connection.execute(update(attempts).where(still_open).values(closing))

    def answer(self, attempt_id: str, said: Answers) -> None:
        """Keep the answers to the three questions before the debrief, in place of earlier ones.

        Raises `ValueError` for a guess that is no score (0 to 100).
        """
        if said.guess is not None and said.guess not in GUESSES:
            raise ValueError(f"a guess of {said.guess}")
        with self._transaction() as connection:
            number = _number(connection, attempt_id)
            connection.execute(delete(answers).where(answers.c.attempt == number))
            words = {"turning_point": said.turning_point, "guess": said.guess, "next_time": said.next_time}
            connection.execute(insert(answers).values(attempt=number, **words))

    def source(self, sha256: str) -> bytes:
        """Give the bytes kept under this hash, a scenario's or an overlay's; `KeyError` if there are none.

        Bytes that no longer have their hash are a `StoreTrouble` ("damaged"): they must not pass for the old scenario.
        """
        with self._transaction() as connection:
            content = connection.execute(select(sources.c.content).where(sources.c.sha256 == sha256)).scalar()
        if content is None:
            raise KeyError(sha256)
        if hashlib.sha256(content).hexdigest() != sha256:
            raise StoreTrouble("damaged", self.path, f"source {sha256}")
        return bytes(content)

    def attempt(self, id_or_prefix: str) -> Attempt:
        """Give the attempt of this id, or the only one whose id starts so; `KeyError` if none or several do."""
        with self._transaction() as connection:
            return _one(connection, id_or_prefix)

    def unfinished(self) -> list[Attempt]:
        """Give the attempts that can be resumed, newest first."""
        with self._transaction() as connection:
            return _read(connection, attempts.c.ended.is_(None))

    def attempts(self, scenario: str | None = None, trainee: str | None = None) -> list[Attempt]:
        """Give all attempts, unfinished and abandoned ones too, newest first; of one scenario or trainee if named."""
        wanted: list[ColumnElement[bool]] = []
        if scenario is not None:
            wanted.append(attempts.c.scenario == scenario)
        if trainee is not None:
            wanted.append(attempts.c.trainee == trainee)
        with self._transaction() as connection:
            return _read(connection, *wanted)


def _keep_source(connection: Connection, content: bytes) -> str:
    """Give the SHA-256 of the bytes, which are kept once."""
    sha256 = hashlib.sha256(content).hexdigest()
    if connection.execute(select(sources.c.sha256).where(sources.c.sha256 == sha256)).first() is None:
        connection.execute(insert(sources).values(sha256=sha256, content=content))
    return sha256


def _number(connection: Connection, attempt_id: str) -> int:
    number = connection.execute(select(attempts.c.number).where(attempts.c.id == attempt_id)).scalar()
    if number is None:
        raise KeyError(attempt_id)
    return int(number)


def _open_number(connection: Connection, attempt_id: str) -> int:
    number = _number(connection, attempt_id)
    if connection.execute(select(attempts.c.ended).where(attempts.c.number == number)).scalar() is not None:
        raise ValueError(f"attempt {attempt_id} has ended")
    return number


def _one(connection: Connection, id_or_prefix: str) -> Attempt:
    prefix = legible(id_or_prefix).lower()
    found = _read(connection, attempts.c.id.startswith(prefix, autoescape=True)) if prefix else []
    if len(found) != 1:
        raise KeyError(id_or_prefix)
    return found[0]


def _read(connection: Connection, *wanted: ColumnElement[bool]) -> list[Attempt]:
    """Give the attempts for which all of `wanted` holds, newest first, with their picks and answers."""
    columns = (attempts, answers.c.turning_point, answers.c.guess, answers.c.next_time)
    rows = connection.execute(
        select(*columns).outerjoin_from(attempts, answers).where(*wanted).order_by(attempts.c.number.desc())
    ).all()
    chosen = select(attempts.c.number).where(*wanted)
    made: dict[int, list[Pick]] = {row.number: [] for row in rows}
    for number, *pick in connection.execute(
        select(picks).where(picks.c.attempt.in_(chosen)).order_by(picks.c.attempt, picks.c.turn)
    ):
        made[number].append(Pick(*pick))
    return [_attempt(row, made[row.number]) for row in rows]


def _attempt(row: Row[Any], made: list[Pick]) -> Attempt:
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
        picks=tuple(made),
        answers=said,
        left=row.seconds_left,
        abandoned=row.abandoned,
        rulebook_sha256=row.rulebook_sha256,
    )
