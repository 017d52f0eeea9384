"""Attempts from other desks: each file is judged by itself, played again from its picks, then taken in or not."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from itertools import islice
from typing import Final, Literal

from msgspec import Struct, structs
from sqlalchemy import Connection, select
from sqlalchemy.exc import DataError, IntegrityError

from game.course.attempt import Attempt
from game.course.database.foreign import take_in
from game.course.database.reading import read_all
from game.course.database.tables import attempts
from game.course.exchange.growing import grow, went_on
from game.course.exchange.parcels import Piece
from game.course.exchange.signing import fingerprint
from game.course.exchange.slip import Slip, read_slip
from game.course.exchange.tryout import Refusal, Tryout
from game.course.grading.rescoring import rescore
from game.course.grading.results import Result
from game.course.store import Store
from game.course.tasks import Programme

Outcome = Literal["taken", "grown", "known", "refused"]
"""Taken in; here already in an earlier state, and brought up to date; here already; refused."""
TOGETHER: Final = 64
"""So many files are kept at once: waiting for the disk after each would take longer than all the rest."""


class Mark(Struct, frozen=True):
    """Something to be told about a file that was taken in: a code, and the values in its text."""

    code: str
    told: dict[str, str]


class Receipt(Struct, frozen=True):
    """What became of one file. `reason` is the mark that tells why it was refused, None where it was not.

    `result` is the attempt scored again from its picks, on the course's terms; None where there is no course. `signer`
    is the key of the desk that signed this file.
    """

    file: str
    outcome: Outcome
    reason: Mark | None = None
    attempt: Attempt | None = None
    marks: tuple[Mark, ...] = ()
    result: Result | None = None
    signer: str | None = None


class Desk(Struct, frozen=True):
    """A desk that files came from: how its key is told aloud, and whether the store knew it before.

    `files` counts those that were not refused, `trainees` the people in them; `own` is this very desk.
    """

    key: str
    fingerprint: str
    known: bool
    own: bool
    files: int
    trainees: int


class Intake:
    """One import into a store. `programme` is the course it is for, None to take in the attempts of any.

    `own` is this desk's public key, `now` the moment of the import (aware). Any call may raise `StoreTrouble`; what was
    taken in before stays, and the same files can be imported again.
    """

    def __init__(self, store: Store, programme: Programme | None, own: str, now: datetime) -> None:
        self.store = store
        self.programme = programme
        self.now = now
        self._own = own
        self._known = _signers(store)
        self._tryout = Tryout(programme)
        self._files: dict[str, int] = {}
        self._trainees: dict[str, set[str]] = {}

    def take(self, pieces: Iterable[Piece]) -> list[Receipt]:
        """Return what became of every file, in the order given; whoever is stopped on the way can begin again.

        At the end all attempts of the course are scored again, for which ones count depends on all of them.
        """
        receipts: list[Receipt] = []
        coming = iter(pieces)
        while together := list(islice(coming, TOGETHER)):
            receipts += self._together([_opened(piece) for piece in together])
        return self._scored(receipts)

    @property
    def desks(self) -> list[Desk]:
        """The desks of the files that were not refused, those that are seen for the first time first."""
        found = [
            Desk(key, fingerprint(key), key in self._known, key == self._own, files, len(self._trainees[key]))
            for key, files in self._files.items()
        ]
        return sorted(found, key=lambda desk: (desk.known or desk.own, desk.fingerprint))

    def _together(self, opened: "list[_Opened | Receipt]") -> list[Receipt]:
        """Return what becomes of some files; those that come in are on the disk when this returns, all of them."""
        ids = [one.slip.attempt.id for one in opened if isinstance(one, _Opened)]
        with self.store.transaction() as connection:
            here = {one.id: one for one in read_all(connection, attempts.c.id.in_(ids))} if ids else {}
            receipts = [one if isinstance(one, Receipt) else self._received(connection, one, here) for one in opened]
        for receipt in receipts:
            self._count(receipt)
        return receipts

    def _received(self, connection: Connection, opened: "_Opened", here: dict[str, Attempt]) -> Receipt:
        """Return what becomes of one file; `here` are the attempts of these ids that the store has, and is kept so."""
        attempt = replace(opened.slip.attempt, imported=self.now)
        before = here.get(attempt.id)
        if before is not None and went_on(attempt, before):
            return Receipt(opened.name, "known", None, before, (), None, attempt.signer)
        if before is not None and not (went_on(before, attempt) and (before.signer or self._own) == attempt.signer):
            return _refused(opened.name, "other-content", attempt=attempt.id, trainee=before.trainee)
        try:
            marks = tuple(Mark(code, told) for code, told in self._tryout.look_over(opened.slip))
        except Refusal as refusal:
            return _refused(opened.name, refusal.code, **refusal.told)
        if before is not None:
            grow(connection, attempt)
        elif not _taken(connection, attempt, opened.slip.sources):
            return _refused(opened.name, "unkept")
        here[attempt.id] = attempt if before is None else replace(attempt, signer=before.signer)
        return Receipt(opened.name, "taken" if before is None else "grown", None, attempt, marks, None, attempt.signer)

    def _count(self, receipt: Receipt) -> None:
        if receipt.attempt is not None and receipt.signer is not None:
            self._files[receipt.signer] = self._files.get(receipt.signer, 0) + 1
            self._trainees.setdefault(receipt.signer, set()).add(receipt.attempt.trainee)

    def _scored(self, receipts: list[Receipt]) -> list[Receipt]:
        """Return the receipts with their results, and marked where an attempt does not count."""
        if self.programme is None:
            return receipts
        kept = self.store.attempts(course=self.programme.course.id)
        results = rescore(self.programme, kept, self.store.source, self.now)
        by_id = {result.attempt.id: result for result in results}
        return [_with_result(one, by_id.get(one.attempt.id)) if one.attempt else one for one in receipts]


class _Opened(Struct, frozen=True):
    """A file whose signature fits."""

    name: str
    slip: Slip


def _opened(piece: Piece) -> _Opened | Receipt:
    """Return what a file holds, or why it is refused as it is."""
    if piece.fault:
        return _refused(piece.name, piece.fault, detail=str(piece.detail))
    slip, fault = read_slip(piece.raw)
    return _refused(piece.name, fault) if slip is None else _Opened(piece.name, slip)


def _taken(connection: Connection, attempt: Attempt, sources: Iterable[bytes]) -> bool:
    """Return whether the store has taken an attempt; one that it cannot keep leaves the others as they are."""
    try:
        with connection.begin_nested():
            take_in(connection, attempt, sources)
    except (DataError, IntegrityError, OverflowError, ValueError):
        return False
    return True


def _with_result(receipt: Receipt, result: Result | None) -> Receipt:
    if result is None:
        return receipt
    uncounted = result.uncounted if result.uncounted not in ("", "unfinished") else ""
    codes = [*([f"uncounted-{uncounted}"] if uncounted else []), *result.doubts]
    marks = (*receipt.marks, *(Mark(code, {}) for code in codes))
    return structs.replace(receipt, marks=marks, result=result)


def _refused(file: str, code: str, **told: str) -> Receipt:
    return Receipt(file, "refused", Mark(code, told))


def _signers(store: Store) -> frozenset[str]:
    """Return the keys of the desks from which the store has had attempts."""
    with store.transaction() as connection:
        found = connection.execute(select(attempts.c.signer).distinct()).scalars()
        return frozenset(key for key in found if key is not None)
