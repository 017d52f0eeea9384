"""Which code is whose: the list that only the instructor keeps, in the data folder, never beside what is given away."""

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from game.commands.asked import Refused, reason
from game.course.exchange.codes import Codes
from game.course.store import Store
from game.course.tasks import Programme
from game.i18n import Words
from game.places import home
from game.report.course.typed import listed
from game.writing import write

BEGINS: Final = "codes-"
HEADS: Final = ("code", "id", "name", "group")


def kept(store: Store, codes: Codes, programme: Programme, words: Words) -> str:
    """Write the list of a course's codes anew, and return the line that tells where it is and what it is for.

    Everyone is in it whom the roster or an attempt of the course names. Refused where it cannot be written: nobody
    could tell any more who is meant.
    """
    path = home() / f"{BEGINS}{programme.course.id}.csv"
    people = sorted((codes(person[0]), *map(listed, person)) for person in _people(store, programme))
    raw = _written([tuple(words(f"codes.{head}") for head in HEADS), *people])
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write(path, raw)
    except OSError as error:
        message = words("error.unwritable", name=path, reason=reason(error, words))
        raise Refused(1, {"error": {"message": message}}, [message]) from None
    return words("codes.kept", path=path)


def _people(store: Store, programme: Programme) -> list[tuple[str, ...]]:
    """Return id, name and group of everyone in a course; whom the roster does not have is called as was entered."""
    people = {member.id: (member.id, member.name, member.group) for member in programme.roster or ()}
    for attempt in store.attempts(course=programme.course.id):
        for name in (attempt.trainee, *attempt.members):
            people.setdefault(name, (name, name, ""))
    return list(people.values())


def naming(who: str) -> list[Path]:
    """Return the lists of this desk in which a person's id stands. OSError where one cannot be read."""
    return [path for path in _lists() if any(_is(row, who) for row in _rows(path))]


def ids(name: str) -> set[str]:
    """Return under which other ids somebody of this name stands in the lists. OSError where one cannot be read."""
    rows = (row for path in _lists() for row in _rows(path))
    return {row[1].removeprefix("'") for row in rows if listed(name) in row[2:3]} - {name}


def strike(path: Path, who: str) -> None:
    """Take a person out of a list. OSError where it cannot be written; then it is as it was."""
    write(path, _written(row for row in _rows(path) if not _is(row, who)))


def _is(row: list[str], who: str) -> bool:
    """Return whether a row is a person's, whose id, or name without a roster, stands in it as `listed` has made it."""
    return any(cell in (who, listed(who)) for cell in row[1:2])


def _lists() -> list[Path]:
    return sorted(home().glob(f"{BEGINS}*.csv"))


def _written(rows: Iterable[Sequence[str]]) -> bytes:
    """Return a list as spreadsheet programs open it: UTF-8 with its mark."""
    told = io.StringIO(newline="")
    csv.writer(told).writerows(rows)
    return told.getvalue().encode("utf-8-sig", errors="replace")


def _rows(path: Path) -> list[list[str]]:
    text = path.read_text(encoding="utf-8-sig", errors="replace")
    return list(csv.reader(io.StringIO(text, newline="")))
