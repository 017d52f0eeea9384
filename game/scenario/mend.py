"""Plain data that does not have the form of a scenario: every fault of form is told, and what is left is made to fit.

Reading tries `msgspec` first, which knows only English names, is fast, and stops at the first fault. Only when it stops
are Chinese names put into English, and if that was not all, the same model is walked here, so that all faults are told
at once, in the names that the author has used, and the rest of the file can still be checked.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import Any, Final

import msgspec
from msgspec import inspect

from game.scenario import words
from game.scenario.events import Enough, Sheet
from game.scenario.names import bare, choices, extra, key_names
from game.scenario.problem import nearest, shown
from game.scenario.records import Text
from game.scenario.shapes import rename, rename_below
from game.scenario.slips import DASHES, DIGITS, FULL_WIDTH, OPENING, STOP, colon, colons, mark, spaces
from game.scenario.unlike import FOUND, TYPES, list_sample, map_sample, sample, unlike

_HASH: Final = re.compile(r"[ \t]*#(?=\w)")
_TAKES: Final[dict[type, type]] = {
    inspect.StrType: str,
    inspect.IntType: int,
    inspect.BoolType: bool,
    inspect.ListType: list,
    inspect.DictType: dict,
    inspect.StructType: dict,
    inspect.NoneType: type(None),
}
_DROP: Final = object()
_HOLDERS: Final = frozenset((inspect.ListType, inspect.DictType, inspect.StructType))
_MAPS: Final = frozenset((inspect.DictType, inspect.StructType, inspect.NoneType))
_STAND_INS: Final[dict[type, Any]] = {
    inspect.StrType: "",
    inspect.UnionType: "",
    inspect.IntType: 0,
    inspect.DictType: {},
    inspect.ListType: [],
}


Spot = tuple[Any, Any]
"""A container and a key of it."""


def fit(sheet: Sheet, form: type[msgspec.Struct]) -> Any:
    """Return the sheet's data with all that does not have `form` left out, and tell every fault of form.

    Chinese names are put into English first, on the sheet too; where that was all, what is returned is the form itself.
    Where the file as a whole is no map there is nothing more to tell than that, and `Enough` is raised.
    """
    root = sheet.root
    if isinstance(root, dict):
        rename(sheet, form)
        try:
            return msgspec.convert(root, form)
        except msgspec.ValidationError:
            return _Fit(sheet).struct(root, inspect.type_info(form), None, None)
    if isinstance(root, str) and FULL_WIDTH.match(root):
        if not colons(sheet):
            colon(sheet, (1, root.index("：") + 1), root)
    elif not (isinstance(root, str) and spaces(sheet)):
        lines = Text("一行行的“键: 值”", "lines of “key: value”")
        told = unlike(Text("整个文件", "the file"), lines, FOUND[type(root)], "format: 1")
        sheet.add("wrong-type", (1, 1), **told)
    raise Enough


class _Fit:
    """One walk over the data along the model's types."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet

    def value(self, value: Any, kind: Any, holder: Any, key: Any, spot: Spot) -> Any:
        """Return `value` as `kind` takes it, or `_DROP` after telling why not. `spot` is the key that it belongs to."""
        told = extra(kind)
        options = choices(kind)
        if (told.get("id") or _is_id(options)) and not isinstance(value, str):
            value = self.as_written(value, options, holder, key)
        elif type(value) is float and value.is_integer():
            value = int(value)
        for option in options:
            choice = bare(option)
            if isinstance(choice, inspect.LiteralType):
                if type(value) in {type(word) for word in choice.values}:
                    return self.literal(value, option, holder, key, spot)
            elif type(value) is _TAKES[type(choice)]:
                return self.fitting(value, choice, holder, key, spot)
        return self.wrong(value, options, holder, key, spot)

    def as_written(self, value: Any, options: tuple[Any, ...], holder: Any, key: Any) -> Any:
        """Return the text of an id that YAML has read as a number, true, false or, where something must stand, null."""
        if isinstance(value, bool | int | float):
            return self.sheet.written(holder, key) or str(value)
        if value is None and not any(isinstance(choice, inspect.NoneType) for choice in options):
            return self.sheet.written(holder, key)
        return value

    def wrong(self, value: Any, options: tuple[Any, ...], holder: Any, key: Any, spot: Spot) -> Any:
        if isinstance(value, str) and FULL_WIDTH.match(value):
            colon(self.sheet, self.sheet.value(holder, key), value)
            return _DROP
        if isinstance(value, str) and self.keyboard(value, options, holder, key):
            return _DROP
        if value is None and (found := _HASH.match(rest := self.sheet.rest(self.sheet.value(holder, key)))):
            line, column = self.sheet.value(holder, key)
            self.sheet.add("cut-by-hash", (line, column + found.end() - 1), lost=shown(rest[found.end() - 1 :], 40))
        kinds = [type(bare(choice)) for choice in options if not isinstance(choice, inspect.NoneType)]
        if inspect.StrType in kinds:  # words in two languages, or one of several, are what few will have meant
            kinds = [inspect.StrType]
        zh = "或".join(dict.fromkeys(TYPES[kind].told("zh") for kind in kinds))
        en = " or ".join(dict.fromkeys(TYPES[kind].told("en") for kind in kinds))
        name, language = self.sheet.spelling(*spot), self.sheet.language
        written, before = self.sheet.written(holder, key) or str(value)[:60], name if isinstance(holder, dict) else ""
        example = (
            list_sample(language, before, value, options)
            or sample(language, before, value, kinds, written)
            or map_sample(language, before, value, options)
        )
        self.sheet.add(
            "wrong-type",
            self.sheet.value(holder, key),
            **unlike(Text(name, name), Text(zh, en), FOUND[type(value)], example),
        )
        return _DROP

    def keyboard(self, value: str, options: tuple[Any, ...], holder: Any, key: Any) -> bool:
        """Tell a want of spaces, or signs of a Chinese keyboard, that made a text of a map, a number or a list."""
        kinds = {type(bare(choice)) for choice in options}
        place = self.sheet.value(holder, key)
        if kinds <= _MAPS and (end := self.sheet.end(place, value)) and spaces(self.sheet, place[0], end[0]):
            return True
        number = any(isinstance(bare(choice), inspect.LiteralType) and 1 in bare(choice).values for choice in options)
        if (number or inspect.IntType in kinds) and DIGITS.fullmatch(value[:30].strip()):
            mark(self.sheet, place, value[:30].strip())
        elif (inspect.ListType in kinds and value[:1] in DASHES) or (kinds & _HOLDERS and OPENING.match(value)):
            mark(self.sheet, place, value[0])
        else:
            return False
        return True

    def literal(self, value: Any, kind: Any, holder: Any, key: Any, spot: Spot) -> Any:
        known = bare(kind).values
        if value in known:
            return value
        names = {id_: zh for id_, (zh, _) in extra(kind).get("names", {}).items()}
        stop = STOP.search(value) if isinstance(value, str) else None
        if stop and {part.strip() for part in STOP.split(value)} <= {*map(str, known), *names.values()}:
            mark(self.sheet, self.sheet.within(self.sheet.value(holder, key), stop[0]), stop[0])
            return _DROP
        about = self.offered(str(value), [str(word) for word in known], names)[1]
        self.sheet.add("unknown-word", self.sheet.value(holder, key), key=self.sheet.spelling(*spot), **about)
        return _DROP

    def offered(self, wrong: str, known: list[str], names: dict[str, str]) -> tuple[str, dict[str, str]]:
        """Return the English name that was meant, and what is told of a wrong word: the right ones.

        A word of the other language finds its neighbours there.
        """
        shown = {names.get(id_, id_) if self.sheet.language == "zh" else id_: id_ for id_ in known}
        others = {word: id_ for id_ in known for word in (id_, names.get(id_, id_)) if word not in shown}
        near = nearest(wrong, shown) or nearest(wrong, others)
        listed = {"known.zh": "、".join(shown), "known.en": ", ".join(shown)}
        return {**shown, **others}.get(near, ""), {"value": wrong, "nearest": near, **listed}

    def fitting(self, value: Any, kind: Any, holder: Any, key: Any, spot: Spot) -> Any:
        if isinstance(kind, inspect.IntType):
            return self.number(value, kind, holder, key, spot)
        if isinstance(kind, inspect.ListType):
            items = [self.value(item, kind.item_type, value, place, spot) for place, item in enumerate(value)]
            # A stand-in keeps the others where they stand in the file.
            return [self.stand_in(kind.item_type) if item is _DROP else item for item in items]
        if isinstance(kind, inspect.DictType):
            return self.map(value, kind)
        if isinstance(kind, inspect.StructType):
            return self.struct(value, kind, holder, key)
        return value

    def number(self, value: int, kind: inspect.IntType, holder: Any, key: Any, spot: Spot) -> Any:
        low, high = kind.ge, kind.le
        if (low is None or value >= low) and (high is None or value <= high):
            return value
        name = self.sheet.spelling(*spot)
        self.sheet.add("out-of-range", self.sheet.value(holder, key), key=name, value=value, low=low, high=high)
        return _DROP

    def map(self, value: dict[str, Any], kind: inspect.DictType) -> dict[str, Any]:
        keys = bare(kind.key_type)
        known = None
        if isinstance(keys, inspect.LiteralType):
            names: words.Names = extra(kind.key_type).get("names", {})
            known = {str(word): names.get(str(word), ("",))[0] for word in keys.values}
        return self.entries(value, known, lambda _: kind.value_type)

    def entries(
        self, value: dict[str, Any], known: dict[str, str] | None, kind_of: Callable[[str], Any]
    ) -> dict[str, Any]:
        """Return the entries of a map that fit what `kind_of` says of their key."""
        fitted = {}
        for key in self.keys(value, known, kind_of):
            fits = self.value(value[key], kind_of(key), value, key, (value, key))
            if fits is not _DROP:
                fitted[key] = fits
            else:
                self.sheet.spoil(value)
        return fitted

    def keys(self, value: dict[str, Any], known: dict[str, str] | None, kind_of: Callable[[str], Any]) -> Iterator[str]:
        """Yield the keys of a map that can be used; a misspelt one is told and read as the nearest."""
        for key in list(value):
            right = key
            if value[key] is None and FULL_WIDTH.match(key):
                colon(self.sheet, self.sheet.key(value, key), key)
                self.sheet.spoil(value)
                continue
            if isinstance(key, str) and key[:1] in ("\u3000", "\xa0"):
                mark(self.sheet, self.sheet.key(value, key), key[0])
                self.sheet.spoil(value)
                continue
            if known is not None and key not in known:
                right, about = self.offered(key, list(known), {id_: zh for id_, zh in known.items() if zh})
                unseen = next((sign for sign in key if unicodedata.category(sign) == "Cf"), "")
                if unseen:
                    self.sheet.add("yaml-character", self.sheet.key(value, key), character=f"U+{ord(unseen):04X}")
                else:
                    self.sheet.add("unknown-key", self.sheet.key(value, key), key=key, **about)
                if not right or right in value:
                    self.sheet.spoil(value)
                    continue
                self.sheet.meant(value, key, right)
                rename_below(self.sheet, value, right, kind_of(right))
            yield right

    def struct(self, value: dict[str, Any], kind: Any, holder: Any, name: Any) -> dict[str, Any]:
        fields = {field.encode_name: field for field in kind.fields}
        names = key_names(kind.cls)
        fitted = self.entries(value, {key: names.get(key, "") for key in fields}, lambda key: fields[key].type)
        for key, field in fields.items():
            if field.required and key not in value and id(value) not in self.sheet.open:
                self.missing(key, names, extra(field.type), holder, name)
            if field.required and key not in fitted:
                fitted[key] = self.stand_in(field.type)
        return fitted

    def missing(self, key: str, names: dict[str, str], told: dict[str, Any], holder: Any, name: Any) -> None:
        place = self.sheet.key(holder, name) if holder is not None else (1, 1)
        written = names.get(key, key) if self.sheet.language == "zh" else key
        zh = "" if told["zh"] == names.get(key) else f"：{told['zh']}"
        en = "" if told["en"].removeprefix("the ") == key else f": {told['en']}"
        self.sheet.add("missing-key", place, key=written, **{"about.zh": zh, "about.en": en})

    def stand_in(self, kind: Any) -> Any:
        """Return a value that lets the rest be checked where a wanted one is missing."""
        kind = bare(kind)
        if isinstance(kind, inspect.LiteralType):
            return kind.values[-1]
        if isinstance(kind, inspect.StructType):
            return {field.encode_name: self.stand_in(field.type) for field in kind.fields if field.required}
        return _STAND_INS[type(kind)]


def _is_id(options: tuple[Any, ...]) -> bool:
    return any(extra(option).get("id") for option in options)
