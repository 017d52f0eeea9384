"""How good each response is, ready before an item analysis: from an earlier one, else worked out on all cores.

What was worked out is kept as files in the data folder. It says nothing of anybody, holds for a scenario's bytes,
persona, rules and weights, and for the program that worked it out; a file that is gone or spoilt is made anew.
"""

import hashlib
import os
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import Final

import msgspec

import game.engine
import game.proof
import game.scenario
from game.commands.cores import together
from game.commands.proofs import ALONE
from game.course.grading import quality
from game.course.grading.quality import Customer, Quality, remember, unknown, worked_out
from game.course.grading.results import Result
from game.course.tasks import Programme
from game.places import home
from game.writing import write

FOLDER: Final = "qualities"
_PROGRAM: Final = (game.engine, game.proof, game.scenario, quality)
"""The parts of the program that decide how good a response is."""


def prepare(programme: Programme, results: Iterable[Result], sources: Callable[[str], bytes]) -> None:
    """Have the qualities of all customers of these results ready, and keep them for the next time."""
    missing = []
    for customer in unknown(results, programme.course.weights, sources):
        known = _read(_file(customer))
        if known is None:
            missing.append(customer)
        else:
            remember(customer, known)
    few = len(missing) <= ALONE or (os.cpu_count() or 1) < 2
    found = map(worked_out, missing) if few else together(worked_out, missing, lambda _: None)
    for customer, known in zip(missing, found, strict=True):
        remember(customer, known)
        _write(_file(customer), known)


def _file(customer: Customer) -> Path:
    """Return where the qualities of a customer are kept."""
    told = [customer.persona, customer.rulebook.sha256, *msgspec.structs.astuple(customer.weights), _program()]
    name = hashlib.sha256(customer.source + b"\0" + msgspec.json.encode(told)).hexdigest()
    return home() / FOLDER / f"{name}.json"


@cache
def _program() -> str:
    """Return what changes whenever the program could come to other qualities."""
    found = hashlib.sha256()
    for part in _PROGRAM:
        place = Path(str(part.__file__))
        whole = place.parent.rglob("*") if hasattr(part, "__path__") else [place]
        for file in sorted(one for one in whole if one.suffix in (".py", ".yaml")):
            found.update(file.read_bytes())
    return found.hexdigest()


class _Kept(msgspec.Struct, frozen=True):
    """The qualities as they stand in a file: each with its beat and response."""

    whole: bool
    values: list[tuple[str, str, float]]
    alike: list[str]


def _read(file: Path) -> Quality | None:
    try:
        kept = msgspec.json.decode(file.read_bytes(), type=_Kept)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return None
    values = {(beat, response): value for beat, response, value in kept.values}
    return Quality(kept.whole, values, frozenset(kept.alike))


def _write(file: Path, known: Quality) -> None:
    """Keep qualities, whole or not at all; where that cannot be done they are worked out again the next time."""
    values = [(beat, response, value) for (beat, response), value in known.values.items()]
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        write(file, msgspec.json.encode(_Kept(known.whole, values, sorted(known.alike))))
    except OSError:
        return
