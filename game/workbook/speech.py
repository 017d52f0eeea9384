"""Cells of texts: words in one or two languages, lists of them, feelings, and the levels of a scale."""

import re
from typing import Any, Final

from game.scenario import words
from game.workbook import phrases
from game.workbook.cells import Pair, Read, Tongue, hide, text_of
from game.workbook.column import Column
from game.workbook.faults import Unread
from game.workbook.opening import Cell
from game.workbook.phrases import EDGES

_PARTS: Final = re.compile(r"[,，、;；]")


def text_told(value: Any, column: Column, tongue: Tongue) -> Pair:
    """Return the cells of words in one language or two."""
    if isinstance(value, str):
        return hide(value), (hide(value) if tongue.two else None)
    told = [value.get(language) for language in (tongue.language, tongue.other)]
    main, other = (None if text is None else hide(text) for text in told)
    return main, other


def text_read(cells: Read, column: Column, tongue: Tongue) -> Any:
    """Return the words of two cells."""
    return joined(text_of(cells[0]), text_of(cells[1]), tongue)


def joined(main: str | None, other: str | None, tongue: Tongue) -> Any:
    """Return words from those of the two columns: one text where they are the same or there is only one column."""
    if main is None and other is None:
        return None
    if main == other or not tongue.two:
        return main
    told = {tongue.language: main, tongue.other: other}
    return {language: told[language] for language in words.LANGUAGES if told[language] is not None}


def _each(values: list[Any], tongue: Tongue) -> tuple[list[str], list[str]]:
    """Return the items of a list in both languages. Unread where one lacks a language."""
    sides = [
        [value if isinstance(value, str) else value.get(language) for value in values]
        for language in (tongue.language, tongue.other)
    ]
    if any(text is None or text != text.strip() or not text or "\n" in text for side in sides for text in side):
        raise Unread("flow-unread")
    return sides[0], sides[1]


def lines(cell: Cell | None) -> list[str]:
    """Return the lines of a cell that say something."""
    return [line.strip(EDGES) for line in (text_of(cell) or "").split("\n") if line.strip(EDGES)]


def texts_told(values: list[Any], column: Column, tongue: Tongue) -> Pair:
    """Return the cells of a list of texts, one in a line."""
    main, other = _each(values, tongue)
    return hide("\n".join(main)), (hide("\n".join(other)) if tongue.two else None)


def texts_read(cells: Read, column: Column, tongue: Tongue) -> Any:
    """Return the list of texts of two cells."""
    return _paired([lines(cell) for cell in cells], column, tongue)


def _paired(sides: list[list[str]], column: Column, tongue: Tongue) -> Any:
    main, other = sides
    if not tongue.two or not other:
        return [joined(text, None, tongue) for text in main] or None
    if len(main) != len(other):
        told = {tongue.language: len(main), tongue.other: len(other)}
        raise Unread("lines-differ", **told, **{"head.zh": column.head.zh, "head.en": column.head.en})
    return [joined(*pair, tongue) for pair in zip(main, other, strict=True)]


def feels_told(values: list[Any], column: Column, tongue: Tongue) -> Pair:
    """Return the cells of feelings: words of the list beside one another, others one in a line."""
    known = [words.FEELING_IDS.get(value) if isinstance(value, str) else None for value in values]
    if values and all(known):
        both = [words.FEELINGS[id_] for id_ in known if id_]
        told = ["、".join(zh for zh, _ in both), ", ".join(id_ for id_ in known if id_)]
        main, other = told if tongue.language == "zh" else reversed(told)
        return main, (other if tongue.two else None)
    return texts_told(values, column, tongue)


def feels_read(cells: Read, column: Column, tongue: Tongue) -> Any:
    """Return the feelings of two cells."""
    sides = [[text for line in lines(cell) for text in _feelings(line)] for cell in cells]
    read = _paired(sides, column, tongue)
    return [_feeling(value) for value in read] if read else read


def _feelings(line: str) -> list[str]:
    """Return the words of a line where all are feelings of the list, else the line, which is one in its own words."""
    parts = [part.strip(EDGES) for part in _PARTS.split(line)]
    return parts if all(part in words.FEELING_IDS for part in parts) else [line]


def _feeling(value: Any) -> Any:
    """Return the word of the list that is meant where each language gives its name."""
    if isinstance(value, dict):
        ids = {words.FEELING_IDS.get(text) for text in value.values()}
        if len(ids) == 1 and len(value) == len(words.LANGUAGES) and (id_ := ids.pop()) is not None:
            return id_
    return value


def scale_told(scale: dict[str, Any], column: Column, tongue: Tongue) -> Pair:
    """Return the cells of a scale."""
    sides = []
    for language in (tongue.language, tongue.other):
        told = {level: text if isinstance(text, str) else text.get(language) for level, text in scale.items()}
        sides.append(phrases.scale_told({level: text for level, text in told.items() if text is not None}))
    return hide(sides[0]) if sides[0] else None, (hide(sides[1]) if tongue.two and sides[1] else None)


def scale_read(cells: Read, column: Column, tongue: Tongue) -> Any:
    """Return the scale of two cells."""
    main, other = (phrases.scale_read(text_of(cell) or "") for cell in cells)
    levels = dict.fromkeys([*main, *other])
    return {level: joined(main.get(level), other.get(level), tongue) for level in levels} or None
