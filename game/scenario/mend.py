"""Plain data that does not have the form of a scenario: every fault of form is told, and what is left is made to fit.

Reading tries `msgspec` first, which knows only English names, is fast, and stops at the first fault. Only when it stops
are Chinese names put into English, and if that was not all, the same model is walked here, so that all faults are told
at once, in the names that the author has used, and the rest of the file can still be checked.
"""

from collections.abc import Callable, Iterator
from typing import Any, Final

import msgspec
from msgspec import inspect

from game.scenario import words
from game.scenario.events import FULL_WIDTH, Enough, Sheet
from game.scenario.names import bare, choices, extra, key_names
from game.scenario.problem import nearest
from game.scenario.records import Text
from game.scenario.shapes import rename, rename_below

_TYPES: Final[dict[type, Text]] = {
    inspect.StrType: Text("文字", "a text"),
    inspect.IntType: Text("整数", "a whole number"),
    inspect.BoolType: Text("true 或 false（是或否）", "true or false"),
    inspect.ListType: Text("列表", "a list"),
    inspect.DictType: Text("映射（键: 值）", "a map (key: value)"),
    inspect.StructType: Text("映射（键: 值）", "a map (key: value)"),
    inspect.LiteralType: Text("一个词", "a word"),
    inspect.NoneType: Text("空", "nothing"),
}
_FOUND: Final[dict[type, Text]] = {
    str: Text("文字", "a text"),
    int: Text("整数", "a whole number"),
    float: Text("小数", "a decimal number"),
    bool: Text("true/false", "true/false"),
    list: Text("列表", "a list"),
    dict: Text("映射", "a map"),
    type(None): Text("空的", "empty"),
}
_NUMBERLIKE: Final = (_FOUND[int], _FOUND[float], _FOUND[bool])
_QUOTE: Final = Text(
    "；文字看上去像数字或 true、false 时，要加引号",
    "; a text that looks like a number, or is true or false, needs quotes",
)
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
_STAND_INS: Final[dict[type, Any]] = {
    inspect.StrType: "",
    inspect.UnionType: "",
    inspect.IntType: 0,
    inspect.DictType: {},
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
        sheet.add("full-width-colon", (1, root.index("：") + 1), line=root)
    else:
        told = _words(Text("整个文件", "the file"), Text("映射（键: 值）", "a map (key: value)"), _FOUND[type(root)])
        sheet.add("wrong-type", (1, 1), **told)
    raise Enough


def _words(key: Text, wanted: Text, found: Text) -> dict[str, str]:
    return {
        "key.zh": key.told("zh"),
        "key.en": key.told("en"),
        "wanted.zh": wanted.told("zh"),
        "wanted.en": wanted.told("en"),
        "found.zh": found.told("zh"),
        "found.en": found.told("en"),
        "quote.zh": _QUOTE.told("zh") if found in _NUMBERLIKE and "文字" in wanted.told("zh") else "",
        "quote.en": _QUOTE.told("en") if found in _NUMBERLIKE and "文字" in wanted.told("zh") else "",
    }


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
            self.sheet.add("full-width-colon", self.sheet.value(holder, key), line=value)
            return _DROP
        wanted = [_TYPES[type(bare(choice))] for choice in options if not isinstance(choice, inspect.NoneType)]
        zh = "或".join(dict.fromkeys(text.told("zh") for text in wanted))
        en = " or ".join(dict.fromkeys(text.told("en") for text in wanted))
        name = self.sheet.spelling(*spot)
        self.sheet.add(
            "wrong-type", self.sheet.value(holder, key), **_words(Text(name, name), Text(zh, en), _FOUND[type(value)])
        )
        return _DROP

    def literal(self, value: Any, kind: Any, holder: Any, key: Any, spot: Spot) -> Any:
        known = bare(kind).values
        if value in known:
            return value
        names = {id_: zh for id_, (zh, _) in extra(kind).get("names", {}).items()}
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
                self.sheet.add("full-width-colon", self.sheet.key(value, key), line=key)
                self.sheet.spoil(value)
                continue
            if known is not None and key not in known:
                right, about = self.offered(key, list(known), {id_: zh for id_, zh in known.items() if zh})
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
            if field.required and key not in value:
                self.missing(key, names, extra(field.type), holder, name)
            if field.required and key not in fitted:
                fitted[key] = self.stand_in(field.type)
        return fitted

    def missing(self, key: str, names: dict[str, str], told: dict[str, Any], holder: Any, name: Any) -> None:
        place = self.sheet.key(holder, name) if holder is not None else (1, 1)
        written = names.get(key, key) if self.sheet.language == "zh" else key
        self.sheet.add("missing-key", place, key=written, **{"about.zh": told["zh"], "about.en": told["en"]})

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
