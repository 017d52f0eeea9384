"""What was read from one file: plain data, where everything stands, how it is spelled, the problems met on the way."""

import re
from array import array
from bisect import bisect_right
from itertools import chain
from typing import Any, Final, Literal

from game.scenario.diagnostics import FILE
from game.scenario.problem import MOST, WRITTEN, Problem, shown

COLUMNS: Final = 23
PLACE: Final = 47
"""How places are packed: a line over the bits of a column, a key's place over the bits of its value's."""
_QUOTED: Final = frozenset({"value", "key", "line", "said", "name", "tag"})
_UNREAD: Final = frozenset({"alias", "yaml-tag", "number-too-long"})
"""What stands in the place of these is not what was meant, and nothing more is told of it."""
_BREAK: Final = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
"""What YAML counts as the end of a line."""
_SPELLED: Final = re.compile(r"""["']?([\w-]+)""")

Place = tuple[int, int]
"""Line and column, both from 1."""
Language = Literal["zh", "en"]


class Enough(Exception):
    """So many problems have been met that the rest of the file is not worth reading."""


class Sheet:
    """What was read from one file: keys and words by their English names, whichever the file has."""

    __slots__ = (
        "_faulty",
        "_lines",
        "_places",
        "_unread",
        "_written",
        "begun",
        "broken",
        "doubled",
        "dropped",
        "file",
        "language",
        "open",
        "problems",
        "renamed",
        "root",
        "text",
    )

    def __init__(self, file: str) -> None:
        self.file = file
        self.root: Any = None
        self.begun: Any = None
        """What stands before the place where YAML broke off, None where the file was read to its end."""
        self.broken: Place = (1, 1)
        """Where it broke off: from here on nothing is what it seems."""
        self.open: set[int] = set()
        """The maps and lists of `begun` that may go on behind the break, by identity."""
        self.text = ""
        """The whole file, without its byte order mark."""
        self.language: Language = "en"
        """In which language most of the keys are written."""
        self.renamed = False
        """Whether some key or word is written otherwise than it is read here."""
        self.dropped: list[Any] = []
        """What stands under a key that was written before."""
        self.doubled: set[int] = set()
        """The maps in which a key stands twice, by identity."""
        self.problems: list[Problem] = []
        self._places: dict[int, dict[Any, int]] = {}
        self._written: dict[tuple[int, Any], str] = {}
        self._faulty: set[int] = set()
        self._unread: set[Place] = set()
        self._lines: array[int] | None = None

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
        if self.language != "en":
            told[WRITTEN] = self.language
        self.problems.append(Problem(self.file, *place, code, told))

    @property
    def seen(self) -> Any:
        """What was read of the file, as far as it goes."""
        return self.begun if self.root is None else self.root

    def break_off(self, places: list[Place]) -> None:
        """Set aside what was read before a fault told at `places`: it is not the whole, its gaps are no mistakes."""
        self.begun, self.root = self.seen, None
        self.broken = min(places)

    def key(self, container: Any, key: Any) -> Place:
        """Return where a key of `container` (for a list: an item) stands."""
        return place_of(self._places.get(id(container), {}).get(key, 0) >> PLACE)

    def value(self, container: Any, key: Any) -> Place:
        """Return where the value of a key (for a list: an item) stands."""
        return place_of(self._places.get(id(container), {}).get(key, 0) & ((1 << PLACE) - 1))

    def line(self, container: Any, key: Any) -> int:
        """Return the line of a key, from 1."""
        return (self._places[id(container)][key] >> (PLACE + COLUMNS)) + 1

    def written(self, container: Any, key: Any) -> str | None:
        """Return the plain text of a value that was read as something else than text: `1e3`, `007`, `true`."""
        return self._written.get((id(container), key))

    def spoil(self, container: Any) -> None:
        """Note that something in `container` was refused, so that what the rest adds up to means nothing."""
        self._faulty.add(id(container))

    def sound(self, path: tuple[Any, ...]) -> bool:
        """Return whether a map stands at `path` of which nothing was refused."""
        node = self._node(path)
        return isinstance(node, dict) and id(node) not in self._faulty

    def meant(self, container: dict[str, Any], wrong: str, right: str) -> None:
        """Read a misspelt key as the one that was meant, so that one slip is told once."""
        container[right] = container.pop(wrong)
        marks = self._places[id(container)]
        marks[right] = marks[wrong]
        if (written := self.written(container, wrong)) is not None:
            self._written[id(container), right] = written

    def rename(self, container: dict[str, Any], names: dict[str, str]) -> None:
        """Read keys by their other names, each in its place; one that stands there twice so is told and dropped."""
        marks = self._places[id(container)]
        entries, places = list(container.items()), marks.copy()
        texts = {key: self._written.pop((id(container), key), None) for key in places} if self._written else {}
        container.clear()
        marks.clear()
        first: dict[str, str] = {}
        twice = []
        for key, value in entries:
            right = names.get(key, key)
            if right in first:
                twice.append((place_of(places[key] >> PLACE), f"{first[right]} / {key}", right, value))
                continue
            first[right], container[right], marks[right] = key, value, places[key]
            if (text := texts.get(key)) is not None:
                self._written[id(container), right] = text
        if twice:
            self.doubled.add(id(container))
        for place, both, right, value in twice:
            self.dropped.append(value)
            self.add("duplicate-key", place, key=both, first=self.line(container, right))

    def spelling(self, container: Any, key: Any) -> str:
        """Return a key of `container` as it is written in the file, in either language."""
        return self._spelled(self.key(container, key), key) if isinstance(container, dict) else str(key)

    def spelled(self, path: tuple[Any, ...], read: object, on_key: bool = False) -> str:
        """Return what is read as `read` at `path`, a word or the key itself, as it is written in the file."""
        node = self._node(path[:-1]) if self.renamed else None
        here = self.renamed and path[-1] in self._places.get(id(node), {})
        return self._spelled(self.at(path, on_key), read) if here else str(read)

    def _spelled(self, place: Place, read: object) -> str:
        found = _SPELLED.match(self.text, self._index(place)) if self.renamed else None
        return found[1] if found else str(read)

    def _index(self, place: Place) -> int:
        """Return where in the text a place is; its end for what YAML puts on a line behind the last, an empty value."""
        if self._lines is None:
            self._lines = array("L", chain((0,), (found.end() for found in _BREAK.finditer(self.text))))
        return self._lines[place[0] - 1] + place[1] - 1 if place[0] <= len(self._lines) else len(self.text)

    def rest(self, place: Place, most: int = 400) -> str:
        """Return what stands in the file from a place on, as far as its line goes, at most so many letters."""
        start = self._index(place)
        return _BREAK.split(self.text[start : start + most], maxsplit=1)[0]

    def end(self, place: Place, value: str) -> Place | None:
        """Return where a text without quotes ends that begins at a place and is read as `value`, None if it has any."""
        at = self._index(place)
        for word in value.split():
            while self.text[at : at + 1].isspace():
                at += 1
            if not self.text.startswith(word, at):
                return None
            at += len(word)
        assert self._lines is not None
        line = bisect_right(self._lines, at)
        return line, at - self._lines[line - 1] + 1

    def within(self, place: Place, sign: str) -> Place:
        """Return where a sign stands in the line from a place on, the place itself where it does not."""
        return place[0], place[1] + max(self.rest(place).find(sign), 0)

    def refused(self, path: tuple[Any, ...]) -> bool:
        """Return whether no text stands at `path`: what is read there only stands in for it."""
        return not isinstance(self._node(path), str)

    def _node(self, path: tuple[Any, ...]) -> Any:
        """Return what stands at `path`, None where nothing does."""
        node = self.root
        for step in path:
            try:
                node = node[step]
            except (KeyError, IndexError, TypeError):
                return None
        return node

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


def place_of(packed: int) -> Place:
    """Return the line and the column of a packed place."""
    return (packed >> COLUMNS) + 1, (packed & ((1 << COLUMNS) - 1)) + 1
