"""One cell: what it holds as words, and what a spreadsheet or XML would make of them on the way."""

import re
from dataclasses import dataclass
from datetime import time, timedelta
from typing import Any, Final

from game.workbook.faults import Unread
from game.workbook.opening import Cell
from game.workbook.phrases import EDGES
from game.workbook.wording import Own

Pair = tuple[str | int | None, str | None]
"""What is written into a cell and into its twin for the other language."""
Read = tuple[Cell | None, Cell | None]
"""A cell and its twin as they are read."""

_HIDDEN: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f\x85\u2028\u2029\ud800-\udfff\ufffe\uffff]"  # what XML or a spreadsheet loses
    r"|\\(?=u[0-9a-fA-F]{4})|_(?=x[0-9a-fA-F]{4}_)"  # and what would be read as something hidden
)
_SHOWN: Final = re.compile(r"\\u([0-9a-fA-F]{4})")
_THEIRS: Final = re.compile(r"_x([0-9a-fA-F]{4})_")
"""How spreadsheets write what XML cannot hold. Not all of them keep it so, and ours is another."""
_EMPTY: Final = '""'
_DAY: Final = timedelta(days=1)
_AS_TYPED: Final = ("General", "@", "0", "G/通用格式")
"""The formats in which a number looks as it was typed."""


@dataclass(frozen=True, slots=True)
class Tongue:
    """The language of a workbook, whether its texts have a second column, and the ids that its sheets declare."""

    language: str
    two: bool
    own: Own

    @property
    def other(self) -> str:
        """The language of the second columns."""
        return "en" if self.language == "zh" else "zh"


def hide(text: str) -> str:
    r"""Return a text as a cell can hold it: what a spreadsheet would lose is written as `\u000D`."""
    if not text.strip():
        return _EMPTY if not text else _code(text[0]) + hide(f"{text[1:]}.")[:-1]
    if text == _EMPTY:
        return _code('"') + '"'
    return _HIDDEN.sub(lambda found: _code(found[0]), text)


def _code(letter: str) -> str:
    return f"\\u{ord(letter):04X}"


def show(text: str) -> str:
    """Return the text that a cell holds."""
    if text == _EMPTY:
        return ""
    theirs = _THEIRS.sub(lambda found: chr(int(found[1], 16)), text)
    lines = theirs.replace("\r\n", "\n").replace("\r", "\n")  # pasted; a line break of our own is hidden otherwise
    return _SHOWN.sub(lambda found: chr(int(found[1], 16)), lines)


def text_of(cell: Cell | None) -> str | None:
    """Return the words of a cell, None where there are none. Unread where a spreadsheet has made something else."""
    if cell is None:
        return None
    value = cell.value
    if cell.kind == "f":
        raise Unread("cell-formula").at(cell.place)
    if cell.kind == "e":
        raise Unread("cell-fault", value=value).at(cell.place)
    if isinstance(value, str):
        return show(value)
    if isinstance(value, bool):
        raise Unread("cell-truth").at(cell.place)
    if isinstance(value, int | float):
        return _number(value, cell)
    return _clock(value, cell)


def _number(value: float, cell: Cell) -> str:
    if cell.shown_as not in _AS_TYPED:
        raise Unread("cell-number", format=cell.shown_as).at(cell.place)
    return str(int(value)) if value == int(value) else repr(value)


def _sexagesimal(seconds: int) -> tuple[int, int, int]:
    return seconds // 3600, seconds // 60 % 60, seconds % 60


def _clock(value: Any, cell: Cell) -> str:
    """Return a time of day as it was typed, `17:30`."""
    if isinstance(value, timedelta) and timedelta() <= value < _DAY:
        value = time(*_sexagesimal(int(value.total_seconds())))
    if not isinstance(value, time):
        raise Unread("cell-date").at(cell.place)
    return f"{value.hour}:{value.minute:02}" + (f":{value.second:02}" if value.second else "")


def tidy(cell: Cell | None) -> str | None:
    """Return the words of a cell without what slipped in at the edges, None where nothing is left."""
    text = text_of(cell)
    return (text.strip(EDGES) or None) if text is not None else None
