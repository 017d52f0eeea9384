"""The kinds of cells: how what the format holds is written into one, and read out of it again.

A cell tells simple things in plain words. What plain words cannot tell without loss stands in brackets, as in YAML.
"""

import re
from collections.abc import Callable
from typing import Any, Final

from game.scenario import words
from game.scenario.events import scan
from game.scenario.form import ConditionForm
from game.workbook import conditions, phrases, speech
from game.workbook.cells import Pair, Read, Tongue, hide, tidy
from game.workbook.column import Column
from game.workbook.faults import Unread
from game.workbook.opening import Cell
from game.workbook.phrases import EDGES
from game.workbook.script import flow
from game.workbook.wording import worded

_NONE: Final = (None, None)
_ITEMS: Final = re.compile(r"[,，、;；/／|\s]+")
_APART: Final = re.compile(r"[,，、;；/／|\n]+")
_PARTS: Final = re.compile(r"[,，、;；]")
_WHOLE: Final = re.compile(r"[+-]?\d{1,15}")
_TRUE: Final = {"true", "yes", "y", "1", "√", "✓", "✔", words.TRUTH["true"][0]}
_NOTHING: Final = {"无", "没有", "暂无", "none", "n/a", "-", "—", "——", "–", "/"}
"""What people write into a cell of words or effects where there is nothing to say."""
_FALSE: Final = {"false", "no", "n", "0", "×", words.TRUTH["false"][0]}


def _whole_read(cells: Read, column: Column, tongue: Tongue) -> Any:
    cell = cells[0]
    if cell is not None and isinstance(cell.value, float) and cell.value.is_integer():
        return int(cell.value)
    if cell is not None and type(cell.value) in (int, float):
        return cell.value
    text = tidy(cell)
    told = phrases.half_width(text) if text is not None else ""
    return int(told) if _WHOLE.fullmatch(told) else text


def _yes_told(value: bool, column: Column, tongue: Tongue) -> Pair:
    return words.TRUTH["true" if value else "false"][tongue.language == "en"], None


def _yes_read(cells: Read, column: Column, tongue: Tongue) -> Any:
    if cells[0] is not None and isinstance(cells[0].value, bool):
        return cells[0].value
    text = tidy(cells[0])
    told = text.casefold() if text is not None else ""
    return True if told in _TRUE else False if told in _FALSE else text


def _word_told(value: str, column: Column, tongue: Tongue) -> Pair:
    return hide(_word(value, column, tongue)), None


def _word(value: str, column: Column, tongue: Tongue) -> str:
    """Return a fixed word in the workbook's language; where an id of the file's own would be taken for it, as it is."""
    names = column.names or {}
    id_ = words.by_either_name(names).get(value, value)
    if id_ not in names or {value, names[id_][0]} & set(tongue.own.get("needs", ()) if names is words.NEEDS else ()):
        return value
    return names[id_][0] if tongue.language == "zh" else id_


def _word_read(cells: Read, column: Column, tongue: Tongue) -> Any:
    text = tidy(cells[0])
    if text is None or column.names is None:
        return text
    if column.kind != "word" or text in words.by_either_name(column.names):
        return words.by_either_name(column.names).get(text, text)
    if column.names == words.COMPONENTS:
        return phrases.component(text)
    free = column.names in (words.PORTRAITS, words.SCENES) or text in tongue.own.get("needs", ())
    return text if free else _loosely(text, column.names)


def _loosely(text: str, names: words.Names) -> str:
    """Return the fixed word that is meant whatever its capitals, hyphens and spaces; what is none, as it is."""
    told = {_spaceless(word): id_ for id_, (zh, en) in names.items() for word in (en, zh, id_)}
    return told.get(_spaceless(text), text)


def _spaceless(text: str) -> str:
    return re.sub(r"[\s_-]+", "", text).casefold()


def _position_read(cells: Read, column: Column, tongue: Tongue) -> Any:
    text = tidy(cells[0])
    return "/".join(part.strip(EDGES) for part in text.replace("／", "/").split("/")) if text is not None else None


def _tags_told(values: list[str], column: Column, tongue: Tongue) -> Pair:
    told = [_word(value, column, tongue) for value in values]
    return hide(("、" if tongue.language == "zh" else ", ").join(told)), None


def _tags_read(cells: Read, column: Column, tongue: Tongue) -> Any:
    text = tidy(cells[0])
    if text is None or column.names is None:
        return None if text is None else [item for item in _ITEMS.split(text) if item]
    if text.casefold() in _NOTHING:
        return None
    told = words.by_either_name(column.names)
    return [item if item in told else _loosely(item, column.names) for item in _tags(text, column.names)]


def _tags(text: str, names: words.Names) -> list[str]:
    """Return the words of a cell: where a space stands between them, it parts them, unless it is within one."""
    found = []
    for part in filter(None, (part.strip(EDGES + "#＃。.") for part in _APART.split(text))):
        found += [part] if _loosely(part, names) in names else [one.lstrip("#＃") for one in part.split()]
    return found


def _strings_read(cells: Read, column: Column, tongue: Tongue) -> Any:
    items = [part.strip(EDGES) for line in speech.lines(cells[0]) for part in _PARTS.split(line)]
    return [item for item in items if item] or None


# Phrases


def _phrase(read: Callable[[str], Any]) -> Callable[[Read, Column, Tongue], Any]:
    def reading(cells: Read, column: Column, tongue: Tongue) -> Any:
        text = tidy(cells[0])
        return None if text is None else read(text)

    return reading


def _effects_read(cells: Read, column: Column, tongue: Tongue) -> Any:
    text = tidy(cells[0])
    if text is None or text.casefold() in _NOTHING:
        return None
    return phrases.effects_read(text, set(tongue.own.get("meters", ()))) or None


def _condition_told(value: dict[str, Any], column: Column, tongue: Tongue) -> Pair:
    told = conditions.told(value, tongue.language)
    return told if told is not None else flow(worded(value, tongue.language, tongue.own, ConditionForm)), None


Told = Callable[[Any, Column, Tongue], Pair]
Reading = Callable[[Read, Column, Tongue], Any]
KINDS: Final[dict[str, tuple[Told, Reading]]] = {
    "text": (speech.text_told, speech.text_read),
    "texts": (speech.texts_told, speech.texts_read),
    "feels": (speech.feels_told, speech.feels_read),
    "scale": (speech.scale_told, speech.scale_read),
    "strings": (_tags_told, _strings_read),
    "tags": (_tags_told, _tags_read),
    "whole": (lambda value, column, tongue: (value, None), _whole_read),
    "yes": (_yes_told, _yes_read),
    "id": (_word_told, _word_read),
    "word": (_word_told, _word_read),
    "base": (_word_told, _word_read),
    "target": (_word_told, _word_read),
    "position": (_word_told, _position_read),
    "effects": (lambda value, column, tongue: (phrases.effects_told(value, tongue.language), None), _effects_read),
    "levels": (
        lambda value, column, tongue: (phrases.levels_told(value, tongue.language), None),
        _phrase(phrases.levels_read),
    ),
    "pairs": (
        lambda value, column, tongue: (phrases.pairs_told(value, tongue.language), None),
        _phrase(phrases.pairs_read),
    ),
    "condition": (_condition_told, _phrase(conditions.read)),
}
_BRACKETED: Final = ("texts", "feels", "scale", "strings", "tags", "levels", "pairs", "condition")
"""The kinds in which brackets may say what plain words cannot."""


def written(value: Any, column: Column, tongue: Tongue) -> Pair:
    """Return what stands in the cells of a value: plain words where reading them gives the value again."""
    if value is None:
        return _NONE
    told, _ = KINDS[column.kind]
    if column.kind not in _BRACKETED:
        return told(value, column, tongue)
    try:
        pair = told(value, column, tongue)
        if meant(value, column, tongue) == meant(read(cells_of(pair), column, tongue), column, tongue):
            return pair
    except Unread:
        pass
    data = worded(value, tongue.language, tongue.own, ConditionForm) if column.kind == "condition" else value
    return hide(flow(data)), None


def cells_of(pair: Pair) -> Read:
    """Return the cells of a pair as they would be read."""
    main, other = (None if value is None else Cell("", value, "s", "@") for value in pair)
    return main, other


def meant(value: Any, column: Column, tongue: Tongue) -> Any:
    """Return a value with its words as ids, to be compared: the order within lists and maps counts."""
    if column.kind == "condition":
        return _ordered(worded(value, "en", tongue.own, ConditionForm))
    if column.kind == "feels" and value is not None:
        return [words.FEELING_IDS.get(one, one) if isinstance(one, str) else one for one in value]
    if column.kind == "tags" and value is not None:
        return [words.by_either_name(column.names or {}).get(one, one) for one in value]
    return _ordered(value)


def _ordered(value: Any) -> Any:
    return [*map(_ordered, value.items())] if isinstance(value, dict) else value


def read(cells: Read, column: Column, tongue: Tongue) -> Any:
    """Return the value that stands in the cells of a column, None where nothing does. Unread says why it cannot be."""
    if column.kind in _BRACKETED and cells[0] is not None:
        text = tidy(cells[0]) or ""
        if text[:1] in ("[", "{"):
            return _flow_read(text)
    return KINDS[column.kind][1](cells, column, tongue)


def _flow_read(text: str) -> Any:
    sheet = scan(text.encode(errors="surrogatepass"), "")
    if sheet.problems or not isinstance(sheet.root, dict | list):
        raise Unread("flow-unread")
    return sheet.root
