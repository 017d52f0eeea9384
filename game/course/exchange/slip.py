"""The signed file of one attempt: JSON that a person can read, with all that it takes to score the attempt again.

One attempt by one desk has exactly one sequence of bytes. Reading writes what was read once more and compares: a file
in which one bit has changed is therefore never taken for the attempt, wherever the bit lies.
"""

import hashlib
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Final, Literal

import msgspec
from msgspec import Struct

from game.course.attempt import Answers, Attempt, Hands, Pick
from game.course.exchange.canonical import kept, laid_out, lines_of, moment, with_last
from game.course.exchange.signing import DeskKey, desk_key, fits
from game.course.exchange.slip_form import AnswersForm, PickForm, SlipForm
from game.places import home
from game.writing import write

__all__ = ["ENDING", "LARGEST", "Fault", "Slip", "export", "exports", "file_name", "read_slip", "write_slip"]

KIND: Final = "attempt"
FORMAT: Final = 1
ENDING: Final = ".json"
LARGEST: Final = 32 * 1024 * 1024
"""The most bytes of a file: three texts of at most 4 MiB, written as JSON, and the attempt."""
_MARK: Final = re.compile(rb'^\W*"\x00?y\x00?u\x00?q\x00?i')
_BYTES_OF_A_PART: Final = 56

Fault = Literal["", "too-large", "no-slip", "newer", "changed", "signature", "names"]
"""Why a file is no attempt that can be trusted; "" where it is one."""
Sources = Callable[[str], bytes]
"""Gives the bytes that are kept under a hash, as `Store.source` does."""


class _Begun(Struct, frozen=True):
    """What tells a file of a later format."""

    yuqi: str
    format: int


class Slip(Struct, frozen=True):
    """What a file holds: the attempt, with the key that signed it as its `signer`, and the bytes it was played by.

    `sources` are those of the scenario, then of the overlay and of the course file where there is one; `name` and
    `group` are the trainee's by the roster of the desk that wrote the file, "" where it had none.
    """

    attempt: Attempt
    sources: tuple[bytes, ...]
    name: str
    group: str

    @property
    def scenario(self) -> bytes:
        """The bytes of the scenario."""
        return self.sources[0]

    @property
    def overlay(self) -> bytes | None:
        """The bytes of the rulebook's overlay, None where the standard rulebook was played by."""
        return self.sources[1] if self.attempt.rulebook_sha256 is not None else None


def export(
    attempt: Attempt,
    source: Sources,
    key: DeskKey,
    *,
    name: str = "",
    group: str = "",
    code: Callable[[str], str] | None = None,
) -> bytes:
    """Return the file of an attempt, signed with the key; `source` gives the bytes of its hashes.

    With `code` every name is replaced by what it gives for it, and the roster's name is left out. ValueError for a
    scenario that is not UTF-8: no such scenario can be played.
    """
    who = (lambda one: one) if code is None else code
    trainee = {
        "id": who(attempt.trainee),
        "name": name if code is None else "",
        "group": group,
        "members": [who(one) for one in attempt.members],
    }
    files = {
        "scenario": _text(attempt.sha256, source),
        "rulebook": _text(attempt.rulebook_sha256, source),
        "course": _text(attempt.course_sha256, source),
    }
    unsigned = laid_out(kept(_document(attempt, trainee, files, key.public)))
    return with_last(unsigned, "signature", key.sign(unsigned))


def _document(attempt: Attempt, trainee: Any, files: Any, key: str) -> dict[str, Any]:
    """Return what the file says, without the signature."""
    said = attempt.answers
    answers = None if said is None else {name: getattr(said, name) for name in AnswersForm.__struct_fields__}
    picks = [{name: getattr(pick, name) for name in PickForm.__struct_fields__} for pick in attempt.picks]
    hands = [{"turn": one.turn, "counts": [list(pair) for pair in one.counts]} for one in attempt.hands]
    scenario = {name: getattr(attempt, name) for name in ("persona", "mode", "seed", "language")}
    return {
        "yuqi": KIND,
        "format": FORMAT,
        "id": attempt.id,
        "trainee": trainee,
        "course": None if attempt.course is None else {"id": attempt.course, "task": attempt.task},
        "scenario": {"id": attempt.scenario, **scenario},
        "rulebook": {"id": attempt.rulebook, "version": attempt.rulebook_version},
        "started": moment(attempt.started),
        "ended": None if attempt.ended is None else moment(attempt.ended),
        "expired": attempt.expired,
        "abandoned": attempt.abandoned,
        "patience_left": _seconds(attempt.left),
        "time_left": _seconds(attempt.time_left),
        "picks": picks,
        "answers": answers,
        "hands": hands,
        "files": files,
        "key": key,
    }


def _seconds(seconds: float | None) -> float | None:
    return None if seconds is None else float(seconds)


def _text(sha256: str | None, source: Sources) -> dict[str, Any] | None:
    return None if sha256 is None else {"sha256": sha256, "lines": lines_of(source(sha256))}


def read_slip(raw: bytes) -> tuple[Slip | None, Fault]:
    """Return what a file holds and "", or None and why it is no attempt to be trusted. Never raises, for any bytes."""
    if len(raw) > LARGEST:
        return None, "too-large"
    try:
        begun = msgspec.json.decode(raw, type=_Begun)
        if begun.yuqi == KIND and begun.format > FORMAT:
            return None, "newer"
        form = msgspec.json.decode(raw, type=SlipForm)
        slip = _slip(form)
        unsigned = _again(slip, form.key)
    except (msgspec.DecodeError, UnicodeError, RecursionError, ValueError, OverflowError):
        return None, "changed" if _MARK.match(raw[:100]) else "no-slip"
    if slip is None or with_last(unsigned, "signature", form.signature) != raw:
        return None, "changed"
    if not fits(form.key, form.signature, unsigned):
        return None, "signature"
    return (slip, "") if form.trainee.fits else (None, "names")


def _again(slip: Slip | None, key: str) -> bytes:
    """Return what the file of a slip says, without the signature, as `export` would write it."""
    if slip is None:
        return b""
    attempt = slip.attempt
    trainee = {"id": attempt.trainee, "name": slip.name, "group": slip.group, "members": list(attempt.members)}
    by_hash = {hashlib.sha256(one).hexdigest(): one for one in slip.sources}
    named = {"scenario": attempt.sha256, "rulebook": attempt.rulebook_sha256, "course": attempt.course_sha256}
    files = {name: _text(sha256, by_hash.__getitem__) for name, sha256 in named.items()}
    return laid_out(kept(_document(attempt, trainee, files, key)))


def _slip(form: SlipForm) -> Slip | None:
    """Return what a form holds, None where a text is not what its hash says."""
    files = [one for one in (form.files.scenario, form.files.rulebook, form.files.course) if one is not None]
    sources = tuple("\n".join(one.lines).encode() for one in files)
    if any(hashlib.sha256(raw).hexdigest() != one.sha256 for raw, one in zip(sources, files, strict=True)):
        return None
    return Slip(_attempt(form), sources, form.trainee.name, form.trainee.group)


def _attempt(form: SlipForm) -> Attempt:
    said = form.answers
    return Attempt(
        id=form.id,
        scenario=form.scenario.id,
        sha256=form.files.scenario.sha256,
        rulebook=form.rulebook.id,
        rulebook_version=form.rulebook.version,
        persona=form.scenario.persona,
        mode=form.scenario.mode,
        language=form.scenario.language,
        seed=form.scenario.seed,
        trainee=form.trainee.id,
        started=form.started,
        ended=form.ended,
        picks=tuple(Pick(one.turn, one.response, one.milliseconds) for one in form.picks),
        answers=None if said is None else Answers(said.turning_point, said.guess, said.next_time),
        left=form.patience_left,
        abandoned=form.abandoned,
        rulebook_sha256=None if form.files.rulebook is None else form.files.rulebook.sha256,
        course=None if form.course is None else form.course.id,
        course_sha256=None if form.files.course is None else form.files.course.sha256,
        task="" if form.course is None else form.course.task,
        time_left=form.time_left,
        expired=form.expired,
        members=tuple(form.trainee.members),
        hands=tuple(Hands(one.turn, tuple(one.counts)) for one in form.hands),
        signer=form.key,
    )


def exports() -> Path:
    """Return the folder that the files of a course's attempts are put into by themselves; it need not exist yet."""
    return home() / "exports"


def write_slip(
    folder: Path,
    attempt: Attempt,
    source: Sources,
    *,
    name: str = "",
    group: str = "",
    code: Callable[[str], str] | None = None,
) -> Path:
    """Put the file of an attempt into a folder, signed with this desk's key, whole or not at all; return its path.

    The same attempt always has the same file name, so that a later state of it takes the place of an earlier one.
    `name` and `group` are the roster's. OSError where it cannot be written, with the path in question.
    """
    raw = export(attempt, source, desk_key(), name=name, group=group, code=code)
    folder.mkdir(parents=True, exist_ok=True)
    trainee = attempt.trainee if code is None else code(attempt.trainee)
    path = folder / file_name([attempt.course or "", trainee, attempt.scenario], attempt.id)
    write(path, raw)
    return path


def file_name(parts: Iterable[str], id_: str) -> str:
    """Return a file name that every disk takes: the parts in letters and digits of any script, and the attempt's id."""
    safe = [
        re.sub(r"[\W_]+", "-", part).encode()[:_BYTES_OF_A_PART].decode(errors="ignore").strip("-") for part in parts
    ]
    return "_".join([*(part for part in safe if part), id_]) + ENDING
