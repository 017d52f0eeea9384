"""Plain data that does not have the form of a scenario: every fault of form is told, and what is left is made to fit.

Reading tries `msgspec` first, which is fast and stops at the first fault. Only when it stops is the same model walked
here, so that all faults are told at once and the rest of the file can still be checked.
"""

from typing import Any, Final

import msgspec
from msgspec import inspect

from game.scenario.events import FULL_WIDTH, Enough, Sheet
from game.scenario.problem import nearest
from game.scenario.records import Text

_TYPES: Final[dict[type, Text]] = {
    inspect.StrType: Text("文字", "a text"),
    inspect.IntType: Text("整数", "a whole number"),
    inspect.BoolType: Text("true 或 false", "true or false"),
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


def fit(sheet: Sheet, form: type[msgspec.Struct]) -> Any:
    """Return the sheet's data with all that does not have `form` left out, and tell every fault of form.

    Where the file as a whole is no map there is nothing more to tell than that, and `Enough` is raised.
    """
    root = sheet.root
    if isinstance(root, dict):
        return _Fit(sheet).struct(root, inspect.type_info(form), None, None)
    if isinstance(root, str) and FULL_WIDTH.match(root):
        sheet.add("full-width-colon", (1, root.index("：") + 1), line=root)
    else:
        words = _words(Text("整个文件", "the file"), Text("映射（键: 值）", "a map (key: value)"), _FOUND[type(root)])
        sheet.add("wrong-type", (1, 1), **words)
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

    def value(self, value: Any, kind: Any, holder: Any, key: Any, name: str) -> Any:
        """Return `value` as `kind` takes it, or `_DROP` after telling why not."""
        extra: dict[str, Any] = {}
        while isinstance(kind, inspect.Metadata):
            extra = {**(kind.extra or {}), **extra}
            kind = kind.type
        choices = kind.types if isinstance(kind, inspect.UnionType) else (kind,)
        if (extra.get("id") or _is_id(choices)) and not isinstance(value, str):
            value = self.as_written(value, choices, holder, key)
        elif type(value) is float and value.is_integer():
            value = int(value)
        for choice in map(_bare, choices):
            if isinstance(choice, inspect.LiteralType):
                if type(value) in {type(word) for word in choice.values}:
                    return self.literal(value, choice, holder, key, name)
            elif type(value) is _TAKES[type(choice)]:
                return self.fitting(value, choice, holder, key, name)
        return self.wrong(value, choices, holder, key, name)

    def as_written(self, value: Any, choices: tuple[Any, ...], holder: Any, key: Any) -> Any:
        """Return the text of an id that YAML has read as a number, true, false or, where something must stand, null."""
        if isinstance(value, bool | int | float):
            return self.sheet.written(holder, key) or str(value)
        if value is None and not any(isinstance(choice, inspect.NoneType) for choice in choices):
            return self.sheet.written(holder, key)
        return value

    def wrong(self, value: Any, choices: tuple[Any, ...], holder: Any, key: Any, name: str) -> Any:
        if isinstance(value, str) and FULL_WIDTH.match(value):
            self.sheet.add("full-width-colon", self.sheet.value(holder, key), line=value)
            return _DROP
        wanted = [_TYPES[type(_bare(choice))] for choice in choices if not isinstance(choice, inspect.NoneType)]
        zh = "或".join(dict.fromkeys(text.told("zh") for text in wanted))
        en = " or ".join(dict.fromkeys(text.told("en") for text in wanted))
        words = _words(Text(name, name), Text(zh, en), _FOUND[type(value)])
        self.sheet.add("wrong-type", self.sheet.value(holder, key), **words)
        return _DROP

    def literal(self, value: Any, kind: inspect.LiteralType, holder: Any, key: Any, name: str) -> Any:
        if value in kind.values:
            return value
        known = [str(word) for word in kind.values]
        self.unknown("unknown-word", self.sheet.value(holder, key), value, known, name)
        return _DROP

    def unknown(self, code: str, place: tuple[int, int], value: Any, known: list[str], name: str) -> None:
        words = {"key": name, "value": str(value), "known.zh": "、".join(known), "known.en": ", ".join(known)}
        self.sheet.add(code, place, nearest=nearest(str(value), known), **words)

    def fitting(self, value: Any, kind: Any, holder: Any, key: Any, name: str) -> Any:
        if isinstance(kind, inspect.IntType):
            return self.number(value, kind, holder, key, name)
        if isinstance(kind, inspect.ListType):
            items = [self.value(item, kind.item_type, value, place, name) for place, item in enumerate(value)]
            # A stand-in keeps the others where they stand in the file.
            return [self.stand_in(kind.item_type) if item is _DROP else item for item in items]
        if isinstance(kind, inspect.DictType):
            return self.map(value, kind)
        if isinstance(kind, inspect.StructType):
            return self.struct(value, kind, holder, key)
        return value

    def number(self, value: int, kind: inspect.IntType, holder: Any, key: Any, name: str) -> Any:
        low, high = kind.ge, kind.le
        if (low is None or value >= low) and (high is None or value <= high):
            return value
        self.sheet.add("out-of-range", self.sheet.value(holder, key), key=name, value=value, low=low, high=high)
        return _DROP

    def map(self, value: dict[str, Any], kind: inspect.DictType) -> dict[str, Any]:
        fitted = {}
        keys = _bare(kind.key_type)
        known = [str(word) for word in keys.values] if isinstance(keys, inspect.LiteralType) else None
        for key, item in self.keyed(value, known):
            fits = self.value(item, kind.value_type, value, key, key)
            if fits is not _DROP:
                fitted[key] = fits
            else:
                self.sheet.spoil(value)
        return fitted

    def keyed(self, value: dict[str, Any], known: list[str] | None) -> list[tuple[str, Any]]:
        """Return the entries of a map whose keys can be used; a misspelt one is told and read as the nearest."""
        entries = []
        for key in list(value):
            right = key
            if value[key] is None and FULL_WIDTH.match(key):
                self.sheet.add("full-width-colon", self.sheet.key(value, key), line=key)
                self.sheet.spoil(value)
                continue
            if known is not None and key not in known:
                self.unknown("unknown-key", self.sheet.key(value, key), key, known, key)
                right = nearest(key, known)
                if not right or right in value:
                    self.sheet.spoil(value)
                    continue
                self.sheet.meant(value, key, right)
            entries.append((right, value[right]))
        return entries

    def struct(self, value: dict[str, Any], kind: Any, holder: Any, name: Any) -> dict[str, Any]:
        fitted = {}
        fields = {field.encode_name: field for field in kind.fields}
        for key, item in self.keyed(value, list(fields)):
            fits = self.value(item, fields[key].type, value, key, key)
            if fits is not _DROP:
                fitted[key] = fits
            else:
                self.sheet.spoil(value)
        for key, field in fields.items():
            if field.required and key not in value:
                place = self.sheet.key(holder, name) if holder is not None else (1, 1)
                about = _extra(field.type)
                self.sheet.add("missing-key", place, key=key, **{"about.zh": about["zh"], "about.en": about["en"]})
            if field.required and key not in fitted:
                fitted[key] = self.stand_in(field.type)
        return fitted

    def stand_in(self, kind: Any) -> Any:
        """Return a value that lets the rest be checked where a wanted one is missing."""
        kind = _bare(kind)
        if isinstance(kind, inspect.LiteralType):
            return kind.values[-1]
        if isinstance(kind, inspect.StructType):
            return {field.encode_name: self.stand_in(field.type) for field in kind.fields if field.required}
        return _STAND_INS[type(kind)]


def _bare(kind: Any) -> Any:
    while isinstance(kind, inspect.Metadata):
        kind = kind.type
    return kind


def _extra(kind: Any) -> dict[str, Any]:
    extra: dict[str, Any] = {}
    while isinstance(kind, inspect.Metadata):
        extra = {**(kind.extra or {}), **extra}
        kind = kind.type
    return extra


def _is_id(choices: tuple[Any, ...]) -> bool:
    return any(_extra(choice).get("id") for choice in choices)
