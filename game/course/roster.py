"""The roster of a course: who may take part, in a CSV file as spreadsheet programs write it."""

import csv
import io
from typing import Final

from msgspec import Struct

from game.course.faults import FAULTS
from game.scenario import Problem, is_id

COLUMNS: Final = ("id", "name", "group", "pin", "time")
WANTED: Final = ("id", "name")
LONGEST: Final = 5.0
"""So many times as long as all others have is the most that one may be given."""


class Member(Struct, frozen=True):
    """One trainee of a roster; `time` is by how much patience and minutes are multiplied, 1 to 5."""

    id: str
    name: str
    group: str
    pin: str
    time: float


def read_roster(raw: bytes, file: str) -> tuple[tuple[Member, ...], tuple[Problem, ...]]:
    """Return the members of a roster, empty where it cannot be read, and all its problems by line."""
    try:
        reader = csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline=""), strict=True)
        lines = [(reader.line_num, line) for line in reader]
    except UnicodeDecodeError:
        return (), (_problem(file, 1, "roster-unreadable", "GBK" if _is_gbk(raw) else "UTF-8 ?"),)
    except csv.Error as error:
        return (), (_problem(file, 1, "roster-unreadable", str(error)),)
    missing = [name for name in WANTED if name not in (reader.fieldnames or ())]
    if missing:
        return (), tuple(_problem(file, 1, "roster-column", name) for name in missing)
    return _members(lines, file)


def _members(lines: list[tuple[int, dict[str, str]]], file: str) -> tuple[tuple[Member, ...], tuple[Problem, ...]]:
    found: dict[str, Member] = {}
    problems = []
    for number, line in lines:
        told = {name: (line.get(name) or "").strip() for name in COLUMNS}
        if not any(told.values()):
            continue
        id_, time = told["id"], _time(told["time"])
        if not is_id(id_) or id_ in found:
            problems.append(_problem(file, number, "roster-id", id_))
        elif time is None:
            problems.append(_problem(file, number, "roster-time", told["time"]))
        else:
            found[id_] = Member(id_, told["name"] or id_, told["group"], told["pin"], time)
    return tuple(found.values()), tuple(problems)


def _time(written: str) -> float | None:
    """Return how much longer somebody has; None where it is no number from 1 to 5."""
    try:
        time = float(written or 1)
    except ValueError:
        return None
    return time if 1 <= time <= LONGEST else None


def _is_gbk(raw: bytes) -> bool:
    try:
        raw.decode("gb18030")
    except UnicodeDecodeError:
        return False
    return True


def _problem(file: str, line: int, code: str, value: str) -> Problem:
    return Problem(file, line, 1, code, {"value": value}, FAULTS[code])
