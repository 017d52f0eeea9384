"""YAML bytes to plain data: one loop over the parser's events that refuses what a scenario may not hold.

Without recursion, it builds dicts, lists, text, whole numbers, true and false by the core types of YAML 1.2 and notes
where every key and value stands. Anchors, aliases, tags, duplicate keys, depth and size are seen before anything is
built of them.
"""

import contextlib
import gc
import re
from collections.abc import Iterator
from typing import Any, Final

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from game.scenario.encoding import decoded
from game.scenario.problem import MOST
from game.scenario.sheet import COLUMNS, PLACE, Enough, Place, Sheet, place_of
from game.scenario.slips import tell

try:
    from yaml.cyaml import CParser as _Parser  # type: ignore[attr-defined]
except ImportError:  # PyYAML built without libyaml: the same events, slower
    from yaml import SafeLoader as _Parser  # type: ignore[assignment]

__all__ = ["Enough", "Sheet", "scan"]

MOST_DEPTH: Final = 40
MOST_NODES: Final = 750_000
MOST_CONTAINERS: Final = 240_000
MOST_ENTRIES: Final = 20_000
LOOSE_NODES: Final = 100_000
"""In all, of maps and lists, in one map or list, and before there must be four letters to a node. They leave room for
the tersest scenario of 4 MiB that still reads as one: 5,000 beats of four responses have some 670,000 nodes in 175,000
maps and lists, five letters to a node."""
_MOST_WRITTEN: Final = 10_000
_INT = re.compile(r"[-+]?[0-9]+\Z|0o[0-7]+\Z|0x[0-9a-fA-F]+\Z")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\Z|[-+]?\.(inf|Inf|INF)\Z|\.(nan|NaN|NAN)\Z")
_CONSTANTS: Final[dict[str, bool | None]] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_UNLIKE_TEXT: Final = frozenset(("", *"~nNtTfF-+.0123456789"))
"""How a plain scalar begins that may mean something else than its text."""
_SMALL: Final = {str(number): number for number in range(-10, 101)}
_NO_KEY: Final = object()
_DROPPED: Final = object()


def scan(raw: bytes, file: str) -> Sheet:
    """Return the sheet of a file's bytes. For any bytes it takes under a second, bounded memory, and never raises."""
    sheet = Sheet(file)
    text = decoded(raw, sheet)
    if text is None:
        return sheet
    sheet.text = text
    collecting = gc.isenabled()
    gc.disable()
    try:
        _read(text, sheet)
    except Enough:
        sheet.root = None
    finally:
        if collecting:
            gc.enable()
    return sheet


def _read(text: str, sheet: Sheet) -> None:
    """Put what was read on the sheet; where the parser stops, tell why, and set aside what stands before."""
    told = 0
    try:
        _walk(text, sheet)
    except yaml.MarkedYAMLError as error:
        told = len(sheet.problems)
        tell(error, text, sheet, _Parser)
    except yaml.reader.ReaderError as error:
        before = text.encode()[: error.position].decode(errors="ignore")
        line = before.rfind("\n") + 1
        place = (before.count("\n") + 1, len(before) - line + 1)
        if sheet.root is None and line:  # it reads ahead, and may have stopped before it gave anything away
            with contextlib.suppress(yaml.YAMLError):
                _walk(before[:line], sheet)
        told = len(sheet.problems)
        sheet.add("yaml-character", place, character=f"U+{int(error.character):04X}")
    else:
        return
    sheet.break_off([(problem.line, problem.column) for problem in sheet.problems[told:]])


def scalars(text: str) -> Iterator[tuple[Place, int, int]]:
    """Yield for each key and each plain value of well-formed YAML its place, and where it begins and ends in `text`."""
    parser = _Parser(text)
    try:
        while (event := parser.get_event()) is not None:
            if isinstance(event, ScalarEvent) and (mark := event.start_mark) and event.end_mark:
                yield (mark.line + 1, mark.column + 1), mark.index, event.end_mark.index
    finally:
        parser.dispose()


def _walk(text: str, sheet: Sheet) -> None:
    parser = _Parser(text)
    try:
        _Walk(sheet).run(parser.get_event)
    finally:
        parser.dispose()


class _Walk:
    """The loop's state: the open containers and the key that waits for its value."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet

    def run(self, get_event: Any) -> None:
        """Build the sheet's data from the events, in one pass."""
        sheet, places = self.sheet, self.sheet._places
        stack: list[tuple[Any, Any, bool, dict[Any, int] | None]] = []
        cur: Any = None
        key: Any = _NO_KEY
        is_map = False
        marks: dict[Any, int] = {}
        nodes = documents = key_place = 0
        while True:
            event = get_event()
            if event is None:
                return None
            kind = type(event)
            if kind is ScalarEvent:
                nodes += 1
                mark = event.start_mark
                place = mark.line << COLUMNS | mark.column
                value: Any = event.value
                if event.anchor is not None or event.tag is not None:
                    self._extras(event, place)
                if is_map and key is _NO_KEY:
                    if value in cur or value == "<<":
                        key = self._bad_key(value, event, place, cur)
                    else:
                        key = value
                        key_place = place << PLACE
                    if nodes > MOST_NODES or len(cur) >= MOST_ENTRIES:
                        return self._too_many(place, nodes, len(cur))
                    continue
                if value[:1] in _UNLIKE_TEXT and event.implicit[0]:
                    value = self._plain(value, cur, key if is_map else len(cur) if cur is not None else None, place)
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                nodes += 1
                mark = event.start_mark
                place = mark.line << COLUMNS | mark.column
                if event.anchor is not None or event.tag is not None:
                    self._extras(event, place)
                if is_map and key is _NO_KEY:
                    return self._break_off("key-not-text", place)
                if len(stack) >= MOST_DEPTH:
                    return self._break_off("too-deep", place, most=MOST_DEPTH)
                if nodes > MOST_NODES or len(places) > MOST_CONTAINERS or nodes > LOOSE_NODES + mark.index // 4:
                    return self._too_many(place, nodes, 0)
                value = {} if kind is MappingStartEvent else []
                if is_map:
                    if key is not _DROPPED:
                        cur[key] = value
                        marks[key] = key_place | place
                    elif len(sheet.dropped) < MOST:
                        sheet.dropped.append(value)
                elif cur is not None:
                    marks[len(cur)] = place << PLACE | place
                    cur.append(value)
                    if len(cur) > MOST_ENTRIES:
                        return self._too_many(place, nodes, len(cur))
                else:
                    sheet.root = value
                stack.append((cur, _NO_KEY, is_map, marks))
                key = _NO_KEY
                cur, is_map, marks = value, kind is MappingStartEvent, {}
                places[id(value)] = marks
                continue
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                cur, key, is_map, marks = stack.pop()  # type: ignore[assignment]
                continue
            elif kind is AliasEvent:
                mark = event.start_mark
                place = mark.line << COLUMNS | mark.column
                sheet.add("alias", place_of(place), name=event.anchor)
                if is_map and key is _NO_KEY:
                    key = _DROPPED
                    continue
                value = None
            elif kind is DocumentStartEvent:
                documents += 1
                if documents > 1:
                    return self._break_off("many-documents", event.start_mark.line << COLUMNS)
                continue
            else:
                continue
            if is_map:
                if key is not _DROPPED:
                    cur[key] = value
                    marks[key] = key_place | place
                key = _NO_KEY
            elif cur is not None:
                marks[len(cur)] = place << PLACE | place
                cur.append(value)
                if nodes > MOST_NODES or len(cur) > MOST_ENTRIES:
                    return self._too_many(place, nodes, len(cur))
            else:
                sheet.root = value

    def _break_off(self, code: str, place: int, **words: object) -> None:
        """Tell why the rest is not read; the part that was read is no whole."""
        self.sheet.break_off([place_of(place)])
        self.sheet.add(code, place_of(place), **words)

    def _too_many(self, place: int, nodes: int, entries: int) -> None:
        """Break off a file that has more in it than any scenario, in all, of maps and lists, or in one of them."""
        most = MOST_ENTRIES if entries >= MOST_ENTRIES else min(nodes - 1, MOST_NODES)
        self._break_off("too-many-nodes", place, most=most)
        self.sheet.begun = None  # there is too much of it to look through

    def _plain(self, value: str, container: Any, key: Any, place: int) -> Any:
        """Return what a plain scalar means by the core types of YAML 1.2, and keep its text where it is not text."""
        if value in _SMALL:
            return _SMALL[value]
        if value in _CONSTANTS:
            meaning: Any = _CONSTANTS[value]
        elif value[0] not in "-+.0123456789":
            return value
        elif _INT.match(value):
            if len(value) > 18:
                self.sheet.add("number-too-long", place_of(place))
                return 0
            meaning = int(value, 0) if value[:2] in ("0o", "0x") else int(value)
            if str(meaning) == value:
                return meaning
        elif _FLOAT.match(value):
            meaning = float(value.replace(".", "", 1) if value[-1] in "fFnN" else value)
        else:
            return value
        if value and len(self.sheet._written) < _MOST_WRITTEN:
            self.sheet._written[id(container), key] = value
        return meaning

    def _bad_key(self, value: str, event: Any, place: int, container: dict[str, Any]) -> Any:
        """Report a duplicate or a merge key; what stands below it is read and dropped."""
        if value == "<<":
            self.sheet.add("merge-key", place_of(place))
        else:
            self.sheet.doubled.add(id(container))
            self.sheet.add("duplicate-key", place_of(place), key=value, first=self.sheet.line(container, value))
        return _DROPPED

    def _extras(self, event: Any, place: int) -> None:
        if event.anchor is not None:
            self.sheet.add("anchor", place_of(place), name=event.anchor)
        if event.tag is not None:
            self.sheet.add("yaml-tag", place_of(place), tag=event.tag.replace("tag:yaml.org,2002:", "!!"))
