"""Texts broken into lines of a terminal's cells: Chinese between any two signs, words whole, and no comma first."""

from collections.abc import Iterator
from typing import Final

from rich.cells import cell_len, chop_cells

CLOSING: Final = frozenset("，。、；：！？）》〉」』】〕”’…—～·,.;:!?)]}%")
"""What never stands first in a line (kinsoku)."""
OPENING: Final = frozenset("（《〈「『【〔“‘")
"""What never stands last in a line."""


def wrapped(text: str, width: int, rest: int | None = None) -> list[str]:
    """Return `text` as lines of at most `width` cells, the lines after the first of at most `rest`."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines += _filled(paragraph, rest if lines and rest is not None else width, width if rest is None else rest)
    return lines


def _filled(paragraph: str, first: int, rest: int) -> list[str]:
    lines: list[str] = []
    line, width = "", first
    for space, unit in _units(paragraph):
        joint = " " if space and line else ""
        if cell_len(line) + len(joint) + cell_len(unit) <= width:
            line += joint + unit
            continue
        if line:
            lines.append(line)
            width = rest
        *full, line = chop_cells(unit, width) if cell_len(unit) > width else [unit]
        lines += full
        width = rest if full else width
    return [*lines, line]


def _units(text: str) -> Iterator[tuple[bool, str]]:
    """Yield what must stay together, each with whether a space stands before it."""
    for word in text.split():
        space = True
        for unit in _unbroken(word):
            yield space, unit
            space = False


def _unbroken(word: str) -> list[str]:
    units: list[str] = []
    for sign in word:
        if units and _stays(units[-1][-1], sign):
            units[-1] += sign
        else:
            units.append(sign)
    return units


def _stays(before: str, sign: str) -> bool:
    """Whether no line may end between two signs."""
    if sign in CLOSING or before in OPENING:
        return True
    return (
        cell_len(before) == 1
        and cell_len(sign) == 1
        and not (before in CLOSING and ord(before) > 0x7F)
        and (sign not in OPENING)
    )


def padded(text: str, width: int, *, right: bool = False) -> str:
    """Return `text` filled up with spaces to `width` cells, at its left if it is to stand at the right."""
    space = " " * max(0, width - cell_len(text))
    return space + text if right else text + space


def shortened(text: str, width: int) -> str:
    """Return `text` in one line of at most `width` cells, its end cut off where it is longer."""
    line = " ".join(text.split())
    if cell_len(line) <= width:
        return line
    return str(chop_cells(line, width - 1)[0]) + "…"
