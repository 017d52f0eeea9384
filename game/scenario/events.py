"""YAML bytes to plain data: one loop over the parser's events that refuses what a scenario may not hold.

Without recursion, it builds dicts, lists, text, whole numbers, true and false by the core types of YAML 1.2 and notes
where every key and value stands. Anchors, aliases, tags, duplicate keys, depth and size are seen before anything is
built of them.
"""

import gc
import re
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

from game.scenario.diagnostics import FILE
from game.scenario.problem import MOST, Problem, shown

try:
    from yaml.cyaml import CParser as _Parser  # type: ignore[attr-defined]
except ImportError:  # PyYAML built without libyaml: the same events, slower
    from yaml import SafeLoader as _Parser  # type: ignore[assignment]

MOST_BYTES: Final = 4 << 20
MOST_DEPTH: Final = 40
MOST_NODES: Final = 750_000
MOST_CONTAINERS: Final = 240_000
MOST_ENTRIES: Final = 20_000
LOOSE_NODES: Final = 100_000
"""In all, of maps and lists, in one map or list, and before there must be four letters to a node. They leave room for
the tersest scenario of 4 MiB that still reads as one: 5,000 beats of four responses have some 670,000 nodes in 175,000
maps and lists, five letters to a node."""
_MOST_WRITTEN: Final = 10_000
_COLUMNS: Final = 23
_PLACE: Final = 47
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
FULL_WIDTH = re.compile(r"^\s*(?:- )?[\w-]+：")
"""A key and the full-width colon of a Chinese keyboard, which YAML takes for text."""
_QUOTED: Final = frozenset({"value", "key", "line", "said", "name", "tag"})
_UNREAD: Final = frozenset({"alias", "yaml-tag", "number-too-long"})
"""What stands in the place of these is not what was meant, and nothing more is told of it."""
_NO_KEY: Final = object()
_DROPPED: Final = object()

Place = tuple[int, int]
"""Line and column, both from 1."""


class Enough(Exception):
    """So many problems have been met that the rest of the file is not worth reading."""


class Sheet:
    """What was read from one file: plain data, where everything stands, and the problems met on the way."""

    __slots__ = ("_faulty", "_places", "_unread", "_written", "dropped", "file", "problems", "root")

    def __init__(self, file: str) -> None:
        self.file = file
        self.root: Any = None
        self.dropped: list[Any] = []
        """What stands under a key that was written before."""
        self.problems: list[Problem] = []
        self._places: dict[int, dict[Any, int]] = {}
        self._written: dict[tuple[int, Any], str] = {}
        self._faulty: set[int] = set()
        self._unread: set[Place] = set()

    def add(self, code: str, place: Place, **words: object) -> None:
        """Note a problem at `place`; raise `Enough` when there are more than are told."""
        if place in self._unread and code not in FILE:
            return
        if code in _UNREAD:
            self._unread.add(place)
        if len(self.problems) >= MOST:
            self.problems.append(Problem(self.file, *place, "too-many-problems", {"most": str(MOST)}))
            raise Enough
        told = {name: shown(word, 60 if name in _QUOTED else 400) for name, word in words.items()}
        self.problems.append(Problem(self.file, *place, code, told))

    def key(self, container: Any, key: Any) -> Place:
        """Return where a key of `container` (for a list: an item) stands."""
        return _place(self._places.get(id(container), {}).get(key, 0) >> _PLACE)

    def value(self, container: Any, key: Any) -> Place:
        """Return where the value of a key (for a list: an item) stands."""
        return _place(self._places.get(id(container), {}).get(key, 0) & ((1 << _PLACE) - 1))

    def line(self, container: Any, key: Any) -> int:
        """Return the line of a key, from 1."""
        return (self._places[id(container)][key] >> (_PLACE + _COLUMNS)) + 1

    def written(self, container: Any, key: Any) -> str | None:
        """Return the plain text of a value that was read as something else than text: `1e3`, `007`, `true`."""
        return self._written.get((id(container), key))

    def spoil(self, container: Any) -> None:
        """Note that something in `container` was refused, so that what the rest adds up to means nothing."""
        self._faulty.add(id(container))

    def sound(self, path: tuple[Any, ...]) -> bool:
        """Return whether a map stands at `path` of which nothing was refused."""
        node = self.root
        for step in path:
            node = node[step] if isinstance(node, list) else node.get(step) if isinstance(node, dict) else None
        return isinstance(node, dict) and id(node) not in self._faulty

    def meant(self, container: dict[str, Any], wrong: str, right: str) -> None:
        """Read a misspelt key as the one that was meant, so that one slip is told once."""
        container[right] = container.pop(wrong)
        marks = self._places[id(container)]
        marks[right] = marks[wrong]
        if (written := self.written(container, wrong)) is not None:
            self._written[id(container), right] = written

    def refused(self, path: tuple[Any, ...]) -> bool:
        """Return whether no text stands at `path`: what is read there only stands in for it."""
        node = self.root
        for step in path:
            try:
                node = node[step]
            except (KeyError, IndexError, TypeError):
                return True
        return not isinstance(node, str)

    def at(self, path: tuple[Any, ...], on_key: bool = False) -> Place:
        """Return where the value (or the key) at `path` stands, or the nearest thing above it that is there."""
        node, place = self.root, (1, 1)
        for depth, step in enumerate(path):
            if step not in self._places.get(id(node), {}):
                return place
            last = depth == len(path) - 1
            place = self.key(node, step) if on_key or not last else self.value(node, step)
            node = node[step]
        return place


def _place(packed: int) -> Place:
    return (packed >> _COLUMNS) + 1, (packed & ((1 << _COLUMNS) - 1)) + 1


def scan(raw: bytes, file: str) -> Sheet:
    """Return the sheet of a file's bytes. For any bytes it takes under a second, bounded memory, and never raises."""
    sheet = Sheet(file)
    text = _decoded(raw, sheet)
    if text is None:
        return sheet
    collecting = gc.isenabled()
    gc.disable()
    try:
        _walk(text, sheet)
    except Enough:
        sheet.root = None
    except yaml.MarkedYAMLError as error:
        sheet.root = None  # what was read before the fault is not the whole: its gaps would be told as mistakes
        _syntax(error, text, sheet)
    except yaml.reader.ReaderError as error:
        sheet.root = None
        before = text.encode()[: error.position].decode(errors="ignore")
        place = (before.count("\n") + 1, len(before) - before.rfind("\n"))
        sheet.add("yaml-character", place, character=f"U+{int(error.character):04X}")
    finally:
        if collecting:
            gc.enable()
    return sheet


def _decoded(raw: bytes, sheet: Sheet) -> str | None:
    """Return the text of a file's bytes, None after telling why there is none."""
    if len(raw) > MOST_BYTES:
        sheet.add("file-too-large", (1, 1), size=f"{len(raw) / (1 << 20):.1f}")
    elif raw[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in raw[:2]:
        sheet.add("encoding-utf16", (1, 1))
    else:
        try:
            return raw.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            place = (raw.count(b"\n", 0, error.start) + 1, 1)
            cut_off = error.end == len(raw) and error.start > len(raw) - 4  # within its last letter
        sheet.add("encoding-gbk" if not cut_off and _is_gbk(raw) else "encoding", place)
    return None


def _is_gbk(raw: bytes) -> bool:
    try:
        raw.decode("gb18030")
    except UnicodeDecodeError:
        return False
    return True


def _syntax(error: yaml.MarkedYAMLError, text: str, sheet: Sheet) -> None:
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    lines = text.splitlines()
    for number in (line, line - 1):
        here = lines[number - 1] if 0 < number <= len(lines) else ""
        if FULL_WIDTH.match(here) and (number == line or ": " not in here):
            return sheet.add("full-width-colon", (number, here.index("：") + 1), line=here.strip())
    if 0 < line <= len(lines) and "\t" in lines[line - 1][: max(column, 1)]:
        return sheet.add("tab", (line, lines[line - 1].index("\t") + 1))
    return sheet.add("yaml-syntax", (line, column), said=error.problem or error.context or "")


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
                place = mark.line << _COLUMNS | mark.column
                value: Any = event.value
                if event.anchor is not None or event.tag is not None:
                    self._extras(event, place)
                if is_map and key is _NO_KEY:
                    if value in cur or value == "<<":
                        key = self._bad_key(value, event, place, cur)
                    else:
                        key = value
                        key_place = place << _PLACE
                    if nodes > MOST_NODES or len(cur) >= MOST_ENTRIES:
                        return self._too_many(place, nodes, len(cur))
                    continue
                if value[:1] in _UNLIKE_TEXT and event.implicit[0]:
                    value = self._plain(value, cur, key if is_map else len(cur) if cur is not None else None, place)
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                nodes += 1
                mark = event.start_mark
                place = mark.line << _COLUMNS | mark.column
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
                    marks[len(cur)] = place << _PLACE | place
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
                place = mark.line << _COLUMNS | mark.column
                sheet.add("alias", _place(place), name=event.anchor)
                if is_map and key is _NO_KEY:
                    key = _DROPPED
                    continue
                value = None
            elif kind is DocumentStartEvent:
                documents += 1
                if documents > 1:
                    return self._break_off("many-documents", event.start_mark.line << _COLUMNS)
                continue
            else:
                continue
            if is_map:
                if key is not _DROPPED:
                    cur[key] = value
                    marks[key] = key_place | place
                key = _NO_KEY
            elif cur is not None:
                marks[len(cur)] = place << _PLACE | place
                cur.append(value)
                if nodes > MOST_NODES or len(cur) > MOST_ENTRIES:
                    return self._too_many(place, nodes, len(cur))
            else:
                sheet.root = value

    def _break_off(self, code: str, place: int, **words: object) -> None:
        """Tell why the rest is not read; the part that was read is no whole and is not checked."""
        self.sheet.root = None
        self.sheet.add(code, _place(place), **words)

    def _too_many(self, place: int, nodes: int, entries: int) -> None:
        """Break off a file that has more in it than any scenario, in all, of maps and lists, or in one of them."""
        most = MOST_ENTRIES if entries >= MOST_ENTRIES else min(nodes - 1, MOST_NODES)
        self._break_off("too-many-nodes", place, most=most)

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
                self.sheet.add("number-too-long", _place(place))
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
            self.sheet.add("merge-key", _place(place))
        else:
            self.sheet.add("duplicate-key", _place(place), key=value, first=self.sheet.line(container, value))
        return _DROPPED

    def _extras(self, event: Any, place: int) -> None:
        if event.anchor is not None:
            self.sheet.add("anchor", _place(place), name=event.anchor)
        if event.tag is not None:
            self.sheet.add("yaml-tag", _place(place), tag=event.tag.replace("tag:yaml.org,2002:", "!!"))
