"""A file put into the other language: its keys and fixed words, never a text or an id of the author's.

All else stays byte for byte: comments, blank lines, quotes, brackets, line ends, the byte order mark.
"""

import codecs
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import msgspec

from game.scenario.events import Sheet, scalars, scan
from game.scenario.form import ScenarioForm
from game.scenario.names import word
from game.scenario.problem import Problem
from game.scenario.read import examined, in_order
from game.scenario.shapes import Shape, rename, shape
from game.scenario.sheet import Language, Place
from game.scenario.words import TRUTH, by_either_name

_TRUTHS = frozenset(by_either_name(TRUTH))


class Unsound(Exception):
    """The file has errors and is left as it is; `problems` tells them."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(problems)
        self.problems = problems


class Spot(NamedTuple):
    """A key or a word of a file that is to read `text`; `truth` is true or false, which no quotes may hold."""

    place: Place
    text: str
    truth: bool = False


def reworded(raw: bytes, language: Language, file: str = "") -> bytes:
    """Return a scenario file with keys and fixed words in `language`. Unsound, naming `file`, if it has errors.

    A file at the edge of what is read may be too large in the other language: that is such an error too.
    """
    sheet = scan(raw, file)
    form = examined(sheet)
    if form is None or any(problem.level == "error" for problem in sheet.problems):
        raise Unsound(in_order(sheet.problems))
    made = respelled(raw, sheet, ScenarioForm, language)
    if made != raw and (problems := scan(made, file).problems):
        raise Unsound(in_order(problems))
    return made


def of_form(raw: bytes, form: type[msgspec.Struct], language: Language) -> bytes:
    """Return a file of another form, which must have been read without an error, with its names in `language`."""
    sheet = scan(raw, "")
    rename(sheet, form)
    return respelled(raw, sheet, form, language)


def respelled(raw: bytes, sheet: Sheet, form: type[msgspec.Struct], language: Language) -> bytes:
    """Return the bytes of a sheet that was read without an error, with the names of `form` in `language`."""
    spots = {spot.place: spot for spot in _Spots(sheet, language).node(sheet.root, shape(form))}
    text = sheet.text
    pieces: list[str] = []
    done = 0
    for place, start, end in scalars(text):
        if (spot := spots.get(place)) is not None:
            pieces += (text[done:start], _put(text[start:end], spot))
            done = end
    mark = codecs.BOM_UTF8 if raw.startswith(codecs.BOM_UTF8) else b""
    return mark + ("".join(pieces) + text[done:]).encode()


def _put(written: str, spot: Spot) -> str:
    """Return a scalar that says what it should, with the quotes that it has. `True` is left to whoever likes it so."""
    bare = written.strip("'\"") if written[:1] in "'\"" else written
    if spot.truth:
        return spot.text if bare in _TRUTHS else written
    if written[:1] in "'\"":
        return f"{written[0]}{spot.text}{written[0]}"
    if written[:1] in "|>":
        header, line, body = written.partition("\n")
        return header + line + body.replace(body.strip(), spot.text, 1)
    return spot.text


class _Spots:
    """One walk over what was read, by its English names."""

    def __init__(self, sheet: Sheet, language: Language) -> None:
        self.sheet = sheet
        self.language = language

    def node(self, node: Any, shape_: Shape) -> Iterator[Spot]:
        if isinstance(node, dict):
            names = {id_: zh if self.language == "zh" else id_ for zh, id_ in shape_.keys.items()}
            for key, value in node.items():
                if key in names:
                    yield Spot(self.sheet.key(node, key), names[key])
                yield from self.value(node, key, value, shape_.parts.get(key, shape_.each))
        elif isinstance(node, list):
            for place, value in enumerate(node):
                yield from self.value(node, place, value, shape_.items)

    def value(self, holder: Any, key: Any, value: Any, shape_: Shape | None) -> Iterator[Spot]:
        if shape_ is None:
            return
        if isinstance(value, bool) and shape_.truth:
            yield Spot(self.sheet.value(holder, key), word(TRUTH, str(value).lower(), self.language), truth=True)
        elif isinstance(value, str) and shape_.names:
            if (text := self.word(value, shape_)) is not None:
                yield Spot(self.sheet.value(holder, key), text)
        else:
            yield from self.node(value, shape_)

    def word(self, value: str, shape_: Shape) -> str | None:
        """Return a fixed word in the language that is wanted, None for an id or a text of the author's."""
        before, stroke, last = value.rpartition(shape_.after) if shape_.after else ("", "", value)
        id_ = shape_.ids.get(last)
        if id_ is None or bool(shape_.after) != bool(stroke):
            return None
        text = word(shape_.names, id_, self.language)
        own: Iterable[str] = self.sheet.root.get(shape_.own) or () if shape_.own else ()
        return None if last in own or text in own else before + stroke + text
