"""The roster of a course: who may take part, in a CSV file as spreadsheet programs write it."""

import csv
import io
import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from msgspec import Struct

from game.course.roster_faults import ROSTER
from game.scenario import Problem, nearest

HEADS: Final = {
    "id": ("学号", "编号", "工号", "student id", "no"),
    "name": ("姓名", "名字"),
    "group": ("班组", "班级", "组别", "class"),
    "pin": ("口令", "密码", "password"),
    "time": ("时间", "时间倍数", "倍数"),
}
"""The columns, by their English names, each with what else it may be called; the Chinese name comes first."""
WANTED: Final = ("id", "name")
LONGEST: Final = 5.0
"""So many times as long as all others have is the most that one may be given."""
LONGEST_ID: Final = 64
_ROUNDED: Final = re.compile(r"\d(\.\d+)?E\+\d+", re.IGNORECASE)
"""What spreadsheets make of long numbers: their last digits are lost."""

Row = tuple[int, list[str]]


class Member(Struct, frozen=True):
    """One trainee of a roster; `time` is by how much patience and minutes are multiplied, 1 to 5."""

    id: str
    name: str
    group: str
    pin: str
    time: float


def read_roster(raw: bytes, file: str) -> tuple[tuple[Member, ...], tuple[Problem, ...]]:
    """Return the members of a roster, empty where it cannot be read, and all its problems by line."""
    reading = _Reading(file)
    members = reading.members(raw)
    return tuple(members), tuple(sorted(reading.problems, key=lambda one: (one.line, one.column)))


def as_typed(id_: str) -> str:
    """Return an id without what typing adds to it: capitals, full-width letters, blanks around it."""
    return unicodedata.normalize("NFKC", id_).casefold().strip()


class _Reading:
    """One roster as it is read, and what is wrong with it."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self.seen: dict[str, int] = {}
        """Where each id was first written."""
        self.alike: dict[str, str] = {}
        """The first id of those that are the same however they are typed."""

    def add(self, line: int, column: int, code: str, **words: str) -> None:
        """Note a problem; `column` counts the cells of the row from 1."""
        self.problems.append(Problem(self.file, line, column, code, words, ROSTER[code]))

    def members(self, raw: bytes) -> list[Member]:
        """Return the members; none where the file, or a column that has to be there, cannot be made out."""
        text = self._text(raw)
        rows = list(self._rows(text)) if text is not None else []
        if text is None or any(problem.code == "roster-quote" for problem in self.problems):
            return []
        first, heads = rows[0] if rows else (1, [])
        columns = self._columns(first, heads)
        if not columns.keys() >= {*WANTED}:
            return []
        if len(rows) == 1:
            self.add(first, 1, "roster-empty")
        found = (self._member(line, cells, columns, len(heads)) for line, cells in rows[1:])
        return [member for member in found if member is not None]

    def _text(self, raw: bytes) -> str | None:
        """Return the text of the bytes, also where Excel has saved it in GBK; None after telling why there is none."""
        if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
            self.add(1, 1, "roster-unreadable", **{"value.zh": "UTF-16（“Unicode 文本”）", "value.en": "UTF-16"})
            return None
        try:
            return raw.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            text = _gbk(raw)
            if text is None:
                told = {"value.zh": "既不是 UTF-8 也不是 GBK", "value.en": "neither UTF-8 nor GBK"}
                self.add(raw.count(b"\n", 0, error.start) + 1, 1, "roster-unreadable", **told)
            else:
                self.add(1, 1, "roster-gbk")
            return text

    def _rows(self, text: str) -> Iterator[Row]:
        """Yield every row in which something stands, with the line at which it begins."""
        head = text.lstrip().partition("\n")[0]
        between = next((sign for sign in ",;\t" if sign in head), ",")
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=between, strict=True)
        line = 1
        try:
            for cells in reader:
                stripped = [cell.strip() for cell in cells]
                if any(stripped):
                    yield line, stripped
                line = reader.line_num + 1
        except csv.Error:
            self.add(line, 1, "roster-quote")

    def _columns(self, line: int, heads: list[str]) -> dict[str, int]:
        """Return the place of every column that is known; others are told, and those that are missing."""
        names = {name: id_ for id_, also in HEADS.items() for name in (id_, *also)}
        known = {_plain(name): id_ for name, id_ in names.items()}
        columns: dict[str, int] = {}
        for place, head in enumerate(heads):
            id_ = known.get(_plain(head))
            if id_ is None and head:
                self.add(line, place + 1, "roster-unknown-column", value=head, nearest=nearest(head, names))
            elif id_ in columns:
                self.add(line, place + 1, "roster-column-twice", value=head, first=heads[columns[id_]])
            elif id_ is not None:
                columns[id_] = place
        for id_ in WANTED:
            if id_ not in columns:
                self.add(line, 1, "roster-column", **{"value.zh": HEADS[id_][0], "value.en": id_})
        return columns

    def _member(self, line: int, cells: list[str], columns: dict[str, int], width: int) -> Member | None:
        """Return the member of a row, None where the row has an error."""
        told = {id_: cells[place] if place < len(cells) else "" for id_, place in columns.items()}
        before = len(self.problems)
        if len(cells) > width:  # what is too many may be empty: a comma within a name has then moved what follows
            self.add(line, width + 1, "roster-cells", count=str(len(cells)), heads=str(width))
            return None
        self._id(line, columns["id"] + 1, told["id"])
        time = _time(told.get("time", ""))
        if time is None:
            self.add(line, columns["time"] + 1, "roster-time", value=told["time"])
        if any(problem.level == "error" for problem in self.problems[before:]) or time is None:
            return None
        if not told["name"]:
            self.add(line, columns["name"] + 1, "roster-name", value=told["id"])
        return Member(told["id"], told["name"] or told["id"], told.get("group", ""), told.get("pin", ""), time)

    def _id(self, line: int, column: int, id_: str) -> None:
        """Tell what is wrong with an id: any text will do that is short, can be seen, and stands there once.

        Who types it is forgiven capitals and width, so ids that differ in nothing else are told.
        """
        first = self.alike.setdefault(as_typed(id_), id_)
        if not id_:
            self.add(line, column, "roster-without-id")
        elif len(id_) > LONGEST_ID or not id_.isprintable():
            self.add(line, column, "roster-id", value=id_[:LONGEST_ID])
        elif id_ in self.seen:
            self.add(line, column, "roster-twice", value=id_, first=str(self.seen[id_]))
        elif _ROUNDED.fullmatch(id_):
            self.add(line, column, "roster-rounded", value=id_)
        elif first != id_:
            self.add(line, column, "roster-alike", value=id_, other=first, first=str(self.seen[first]))
        self.seen.setdefault(id_, line)


def _plain(head: str) -> str:
    """Return a head without what people add to it: brackets, full-width letters, capitals, spaces."""
    bare = unicodedata.normalize("NFKC", head).casefold()
    return re.sub(r"[\s()（）:_-]", "", bare)


def _time(written: str) -> float | None:
    """Return how much longer somebody has; None where it is no number from 1 to 5."""
    try:
        time = float(unicodedata.normalize("NFKC", written).removesuffix("倍") or 1)
    except ValueError:
        return None
    return time if 1 <= time <= LONGEST else None


def _gbk(raw: bytes) -> str | None:
    """Return the text of bytes in GBK, None where they are not.

    Nearly any bytes can be read as GBK, but what is Chinese has mostly common characters, which GB 2312 holds.
    """
    try:
        text = raw.decode("gb18030")
    except UnicodeDecodeError:
        return None
    foreign = "".join(letter for letter in text if letter > "\x7f")
    common = len(foreign.encode("gb2312", "ignore")) // 2
    return text if common * 2 >= len(foreign) else None
