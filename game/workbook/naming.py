"""Names as people give them to beats and endings, and refer to them: ids of the format, wherever they stand."""

import re
import unicodedata
from typing import Final

from game.scenario import is_id, words
from game.workbook.reading import Book, Line

_NEXT: Final = {"下一个", "下一节点", "下一个节点", "下个节点", "继续", "next", "next beat", "the next beat"}
_NOWHERE: Final = {"无", "没有", "none", "n/a", "-", "—", "——", "/"}
"""What people write where the talk simply goes on."""
_LEADING: Final = re.compile(r"(?:→|⇒|->|=>|➜|节点|结局|beat|node|ending|去|到|goto|go to|to)?[\s:：]*", re.IGNORECASE)
_LEADS: Final = (("talk", "then"), ("depends", "to"), ("depends", "at"), ("interrupts", "to"), ("scenario", "start"))
"""The columns that refer to a beat or an ending."""
_MOST: Final = 64


def id_of(name: str) -> str:
    """Return the id that a name becomes: letters and digits stay, what is between them becomes “-”."""
    if is_id(name):
        return name
    made = re.sub(r"[^\w-]+", "-", unicodedata.normalize("NFKC", name)).strip("-")[:_MOST].strip("-")
    return made if is_id(made) else name


def _loose(id_: str) -> str:
    return unicodedata.normalize("NFKC", id_).casefold()


def made(place: int, written: set[str]) -> str:
    """Return an id for the response in the row `place` of its beat, other than all that are written there."""
    id_, more = f"r{place}", 1
    while id_ in written:
        more += 1
        id_ = f"r{place}-{more}"
    return id_


def settle(book: Book) -> None:
    """Put ids for the names of beats and endings in the lines of a book, and in all that leads to them."""
    for key, column in (("talk", "beat"), ("endings", "id")):
        for line in book.lines.get(key, ()):
            if column in line.values:
                line.values[column] = id_of(line.values[column])
    ids = [line.values["beat"] for line in book.lines.get("talk", ()) if "beat" in line.values]
    ids += [line.values["id"] for line in book.lines.get("endings", ()) if "id" in line.values]
    leads = _Leads(set(ids))
    for key, column in _LEADS:
        for line in book.lines.get(key, ()):
            leads.follow(line, column)


class _Leads:
    """The ids to which one can refer."""

    def __init__(self, ids: set[str]) -> None:
        self.ids = ids
        self.loose: dict[str, set[str]] = {}
        for id_ in ids:
            self.loose.setdefault(_loose(id_), set()).add(id_)

    def follow(self, line: Line, column: str) -> None:
        """Put the id that is meant into a cell of a line; a cell that only says “go on” is as good as empty."""
        told = line.values.get(column)
        if not isinstance(told, str):
            return
        id_ = self.meant(told)
        if column == "then" and id_ not in self.ids and told.casefold() in _NEXT | _NOWHERE:
            del line.values[column]
        elif column == "at" and "/" in told and id_ not in self.ids:
            beat, _, response = told.partition("/")
            line.values[column] = f"{self.meant(beat)}/{response}"
        else:
            line.values[column] = id_

    def meant(self, told: str) -> str:
        """Return the id that a reference means, the reference itself where it means none."""
        if told in self.ids or told in words.BACK_IDS:
            return told
        for name in (told, _LEADING.sub("", told, count=1)):
            near = self.loose.get(_loose(id_of(name)), set())
            if len(near) == 1:
                return next(iter(near))
        return told
