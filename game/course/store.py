"""The store of attempts: each pick is on the disk before the next beat shows (DESIGN 7)."""

import hashlib
import os
import uuid
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

from sqlalchemy import Connection, case, delete, insert, select, update
from sqlalchemy import func as sql

from game.course.attempt import GUESSES, Answers, Attempt, Enrolment, Hands, Mode
from game.course.database.backend import Database
from game.course.database.columns import legible
from game.course.database.folder import home
from game.course.database.foreign import take_in
from game.course.database.forgetting import forget_rows, named
from game.course.database.keeping import (
    enrolled,
    keep_answers,
    keep_hands,
    keep_members,
    keep_sources,
    limit,
    number_of,
    open_number,
    seconds_of,
)
from game.course.database.local import FILE_NAME, Local
from game.course.database.reading import read_all, read_one
from game.course.database.tables import answers, attempts, hands, members, picks, sources
from game.course.database.troubles import StoreNotice, StoreTrouble

__all__ = ["FILE_NAME", "VARIABLE", "Store", "StoreNotice", "StoreTrouble", "home", "open_store"]

VARIABLE: Final = "YUQI_STORE"
"""Names the address of a server that the store lives on."""


def open_store(folder: Path | None = None) -> "Store":
    """Give the store in the folder, made, checked, backed up and upgraded as need be.

    Without a folder it is the server whose address is in the variable `YUQI_STORE`, else the folder `home()`. Read
    `notices` before anything else and show them. Raises `StoreTrouble`; nothing is open or locked then.
    """
    address = os.environ.get(VARIABLE, "").strip()
    if folder is None and address:
        from game.course.database.server import Server

        return Store(Server(address))
    return Store(Local(home() if folder is None else folder))


class Store:
    """The attempts of this machine, or of a class; any call may raise `StoreTrouble`: what was acknowledged stands.

    A call that names an attempt which is not there raises `KeyError`. Use it in a `with`, or close it.
    """

    def __init__(self, database: Database) -> None:
        self.path = database.place
        self.notices = database.notices
        self.removed: tuple[str, ...] = ()
        """The files that the last `forget` removed: older backups, and damaged files that had been put aside."""
        self._database = database
        self._closed = False

    @property
    def shared(self) -> bool:
        """Whether other desks keep their attempts here too."""
        return not isinstance(self.path, Path)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file and of the claim on its folder; a second time does nothing."""
        self._closed = True
        self._database.close()

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """Give a connection whose work is on the disk, all of it or none, when the block is left."""
        with self._open().transaction() as connection:
            yield connection

    @contextmanager
    def snapshot(self) -> Iterator[Connection]:
        """Give a connection for reading only, to which nothing changes until the block is left."""
        with self._open().snapshot() as connection:
            yield connection

    def _open(self) -> Database:
        if self._closed:
            raise ValueError("the store is closed")
        return self._database

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
        course: Enrolment | None = None,
        members: tuple[str, ...] = (),
        at: datetime | None = None,
    ) -> Attempt:
        """Give a new attempt, kept with the bytes of its scenario, and of its rulebook's overlay and course, if any.

        It is begun now, or at the moment that is given.
        """
        identity = str(uuid.uuid4())
        who = {"trainee": trainee, "language": language, "started": at or datetime.now(UTC)}
        what = {"scenario": scenario, "persona": persona, "mode": mode, "seed": seed}
        rules: dict[str, Any] = {"rulebook": rulebook, "rulebook_version": rulebook_version}
        played_on = {
            "sha256": source,
            "rulebook_sha256": rulebook_source,
            "course_sha256": course.source if course else None,
        }
        with self.transaction() as connection:
            named = keep_sources(connection, [content for content in played_on.values() if content is not None])
            hashes = {key: named[content] for key, content in played_on.items() if content is not None}
            taken = enrolled(course)
            connection.execute(insert(attempts).values(id=identity, **who, **what, **rules, **hashes, **taken))
            keep_members(connection, number_of(connection, identity), members)
            return read_one(connection, identity)

    def keep(
        self, attempt_id: str, turn: int, response: str, milliseconds: int, time_left: float | None = None
    ) -> None:
        """Keep one pick; it is on the disk when this returns. What was left of the beat's patience is done with.

        `time_left` is what is left of the attempt's own time limit, in seconds; None leaves that as it was. Raises
        `ValueError` for a turn that is not the next one, an attempt that has ended, a time below 0.
        """
        if milliseconds < 0:
            raise ValueError(f"{milliseconds} milliseconds")
        limited = limit(time_left)
        with self.transaction() as connection:
            number = open_number(connection, attempt_id)
            said = select(sql.coalesce(sql.max(picks.c.turn), 0)).where(picks.c.attempt == number)
            due = connection.execute(said).scalar_one() + 1
            if turn != due:
                raise ValueError(f"turn {turn} of attempt {attempt_id}, where turn {due} is next")
            pick = {"attempt": number, "turn": turn, "response": response, "milliseconds": milliseconds}
            connection.execute(insert(picks).values(pick))
            connection.execute(update(attempts).where(attempts.c.number == number).values(seconds_left=None, **limited))

    def left(self, attempt_id: str, seconds: float | None, time_left: float | None = None) -> None:
        """Keep what is left of the running patience, in seconds, for a resume; None when none is running.

        `time_left` is what is left of the attempt's own time limit; None leaves that as it was. Raises `ValueError`
        for an attempt that has ended and for what is no time (below 0, infinite).
        """
        values = {"seconds_left": seconds_of(seconds)} | limit(time_left)
        with self.transaction() as connection:
            number = open_number(connection, attempt_id)
            connection.execute(update(attempts).where(attempts.c.number == number).values(values))

    def end(self, attempt_id: str, *, expired: bool = False, at: datetime | None = None) -> None:
        """Close the attempt at this moment, or `at` an aware one; one that is closed already stays as it was.

        An `expired` one was closed because its time ran out: nothing of its limit is left.
        """
        spent = {"time_left": case((attempts.c.time_left.is_not(None), 0.0))} if expired else {}
        self._close_attempt(attempt_id, {"expired": expired, "ended": at or datetime.now(UTC)} | spent)

    def abandon(self, attempt_id: str) -> None:
        """Close an attempt that the trainee does not want to resume; it is kept, and says so."""
        self._close_attempt(attempt_id, {"abandoned": True, "ended": datetime.now(UTC)})

    def _close_attempt(self, attempt_id: str, closing: dict[str, Any]) -> None:
        with self.transaction() as connection:
            still_open = (attempts.c.number == number_of(connection, attempt_id)) & attempts.c.ended.is_(None)
            connection.execute(update(attempts).where(still_open).values(closing | {"seconds_left": None}))

    def hands(self, attempt_id: str, turn: int, counts: Mapping[str, int]) -> None:
        """Keep how many hands a class showed for each response at a turn (from 1), in place of earlier counts of it.

        Raises `ValueError` for a turn or a count that cannot be.
        """
        if turn < 1 or any(count < 0 for count in counts.values()):
            raise ValueError(f"{dict(counts)} hands at turn {turn}")
        with self.transaction() as connection:
            number = number_of(connection, attempt_id)
            connection.execute(delete(hands).where(hands.c.attempt == number, hands.c.turn == turn))
            keep_hands(connection, number, Hands(turn, tuple(counts.items())))

    def take_in(self, attempt: Attempt, sources: Iterable[bytes]) -> bool:
        """Keep an attempt that comes from another desk, whole or not at all; False if the very same is there.

        `sources` are the bytes that it names. What tells only how it came (`signer`, `imported`) makes no other attempt
        of it. Raises `ValueError` where another has its id, its picks do not follow each other, or bytes are missing.
        """
        try:
            with self.transaction() as connection:
                return take_in(connection, attempt, sources)
        except OverflowError as error:
            raise ValueError(f"attempt {attempt.id} lies beyond all times") from error

    def forget(self, trainee: str) -> int:
        """Give how many attempts of this person were deleted, for good: from the backups too, and leaving no trace.

        With them go picks, answers, hands and what was to be told of them; a group's attempt stays, without the name.
        What could not be cleaned, and so was removed, is told in `removed` afterwards. Scenarios stay.
        """
        name, self.removed = legible(trainee), ()
        if not name:  # nobody in particular
            return 0
        with self.transaction() as connection:
            gone, groups = forget_rows(connection, name)
        self.removed = self._open().sweep(name, known=bool(gone or groups))
        return gone

    def traces(self, trainee: str) -> bool:
        """Give whether anything here still holds this name: an attempt, a group, a backup, a damaged file put aside."""
        name = legible(trainee)
        with self.snapshot() as connection:
            if named(connection, name):
                return True
        return bool(name) and self._open().traces(name)

    def answer(self, attempt_id: str, said: Answers) -> None:
        """Keep the answers to the three questions before the debrief, in place of earlier ones.

        Raises `ValueError` for a guess that is no score (0 to 100).
        """
        if said.guess is not None and said.guess not in GUESSES:
            raise ValueError(f"a guess of {said.guess}")
        with self.transaction() as connection:
            number = number_of(connection, attempt_id)
            connection.execute(delete(answers).where(answers.c.attempt == number))
            keep_answers(connection, number, said)

    def source(self, sha256: str) -> bytes:
        """Give the bytes kept under this hash, a scenario's or an overlay's; `KeyError` if there are none.

        Bytes that no longer have their hash are a `StoreTrouble` ("damaged"): they must not pass for the old scenario.
        """
        with self.snapshot() as connection:
            content = connection.execute(select(sources.c.content).where(sources.c.sha256 == sha256)).scalar()
        if content is None:
            raise KeyError(sha256)
        if hashlib.sha256(content).hexdigest() != sha256:
            raise StoreTrouble("damaged", self.path, f"source {sha256}")
        return bytes(content)

    def attempt(self, id_or_prefix: str) -> Attempt:
        """Give the attempt of this id, or the only one whose id starts so; `KeyError` if none or several do."""
        with self.snapshot() as connection:
            return read_one(connection, id_or_prefix)

    def unfinished(self) -> list[Attempt]:
        """Give the attempts that can be resumed here, those of courses too, newest first; never another desk's."""
        with self.snapshot() as connection:
            return read_all(connection, attempts.c.ended.is_(None), attempts.c.imported.is_(None))

    def attempts(
        self, scenario: str | None = None, trainee: str | None = None, course: str | None = None
    ) -> list[Attempt]:
        """Give all attempts, unfinished, abandoned and imported ones too, newest first; of what is named, if any is.

        A trainee's are also those that a group had in which the trainee was.
        """
        asked = ((attempts.c.scenario, scenario), (attempts.c.course, course))
        wanted = [column == name for column, name in asked if name is not None]
        if trainee is not None:
            together = select(members.c.attempt).where(members.c.name == trainee)
            wanted.append((attempts.c.trainee == trainee) | attempts.c.number.in_(together))
        with self.snapshot() as connection:
            return read_all(connection, *wanted)
