"""What is told of a value of the wrong type: what is wanted, what stands there, and how it may be written."""

import re
from collections.abc import Iterator
from typing import Any, Final

from msgspec import inspect

from game.scenario.names import bare, choices, extra, key_names
from game.scenario.records import Text
from game.scenario.slips import STOP

TYPES: Final[dict[type, Text]] = {
    inspect.StrType: Text("文字", "a text"),
    inspect.IntType: Text("整数", "a whole number"),
    inspect.BoolType: Text("是或否（true、false 也行）", "true or false"),
    inspect.ListType: Text("方括号里的一列", "a list in brackets"),
    inspect.DictType: Text("往里缩进的几行“键: 值”", "indented lines of “key: value”"),
    inspect.StructType: Text("往里缩进的几行“键: 值”", "indented lines of “key: value”"),
    inspect.LiteralType: Text("一个词", "a word"),
    inspect.NoneType: Text("空", "nothing"),
}
FOUND: Final[dict[type, Text]] = {
    str: Text("写的是一段文字", "has a text"),
    int: Text("写的是整数", "has a whole number"),
    float: Text("写的是小数", "has a decimal number"),
    bool: Text("写的是 true 或 false", "has true or false"),
    list: Text("写的是一列", "has a list"),
    dict: Text("下面又分了几行", "has lines or braces of its own"),
    type(None): Text("是空的", "is empty"),
}
_MAPS: Final = (inspect.StructType, inspect.DictType)
_BELOW: Final = Text(
    "冒号后面另起一行，往里缩进，一行写一条", "Go to a new line behind the colon, and indent one line for each"
)
_SHORT: Final = re.compile(r"[\w-]{1,30}")
_QUOTES: Final = (
    "文字看上去像数字或 true、false 时要加引号，",
    "A text that looks like a number, or is true or false, needs quotes,",
)


def unlike(key: Text, wanted: Text, found: Text, sample: str) -> dict[str, str]:
    """Return the words of `wrong-type`: the key, what is wanted and found there, and a sample of how to write it."""
    below = _BELOW if wanted == TYPES[inspect.DictType] else Text("", "")
    quotes = _QUOTES if sample.endswith('"') else ("", "Write it")
    return {
        "key.zh": key.told("zh"),
        "key.en": key.told("en"),
        "wanted.zh": wanted.told("zh"),
        "wanted.en": wanted.told("en"),
        "found.zh": found.told("zh"),
        "found.en": found.told("en"),
        "do.zh": f"{quotes[0]}例如写成 {sample}" if sample else below.told("zh") or f"写上{wanted.told('zh')}",
        "do.en": f"{quotes[1]} as in {sample}" if sample else below.told("en") or f"Write {wanted.told('en')}",
    }


def sample(language: str, name: str, value: Any, kinds: list[type], written: str) -> str:
    """Return how it may be written, after what stands there; "" where nothing can be said."""
    before, short = f"{name}: " if name else "", " ".join(written.split())
    if inspect.ListType in kinds:
        items = STOP.sub(",", short) if isinstance(value, str) and len(short) <= 30 else "…"
        return f"{before}[{re.sub(', *', ', ', items)}]"
    if inspect.BoolType in kinds:
        return before + ("是" if language == "zh" else "true")
    if inspect.IntType in kinds:
        return before + (short if short.isdecimal() and len(short) < 5 else "3")
    if inspect.StrType in kinds and isinstance(value, bool | int | float):
        return f'{before}"{short}"'
    return ""


def list_sample(language: str, name: str, value: Any, options: tuple[Any, ...]) -> str:
    """Return how a list whose entries are maps may be written; "" where no such list is wanted."""
    kind = next((choice for choice in map(bare, options) if isinstance(choice, inspect.ListType)), None)
    entries = () if kind is None else choices(kind.item_type)
    if not entries or not all(isinstance(bare(entry), _MAPS) for entry in entries):
        return ""
    entry = map_sample(language, "", value, entries)
    return f"{name}: [{entry}]" if name and entry else entry and f"[{entry}]"


def map_sample(language: str, name: str, value: Any, options: tuple[Any, ...]) -> str:
    """Return how a map may be written, with the key that stands there, or one that it must have; "" where any may be.

    Of `已知老人` where a condition is wanted it makes `{已知: [老人]}`.
    """
    kind = next((choice for choice in map(bare, options) if isinstance(choice, _MAPS)), None)
    if kind is None:
        return ""
    text, before = value if isinstance(value, str) else "", f"{name}: " if name else ""
    entries = [(zh if language == "zh" else key, key, zh, of, must) for key, zh, of, must in _entries(kind)]
    for told, key, zh, of, _ in entries:
        begun = next((word for word in (zh, key) if word and text.startswith(word)), "")
        if begun:
            return f"{before}{{{told}: {_written(of, text[len(begun) :].strip(' =：:'), language)}}}"
    # What fits what stands there says most, then what may not be left out.
    entries.sort(key=lambda entry: (not _fits(entry[3], value), not entry[4]))
    return next((f"{before}{{{told}: {_written(of, value, language)}}}" for told, _, _, of, _ in entries), "")


def _entries(kind: Any) -> Iterator[tuple[str, str, Any, bool]]:
    """Yield the known keys of a map: key, Chinese name, type of the value, and whether it must be there."""
    if isinstance(kind, inspect.StructType):
        names = key_names(kind.cls)
        for field in kind.fields:
            yield field.encode_name, names.get(field.encode_name, ""), field.type, field.required
    elif isinstance(bare(kind.key_type), inspect.LiteralType):
        for key, (zh, _) in extra(kind.key_type).get("names", {}).items():
            yield key, zh, kind.value_type, False


def _fits(kind: Any, value: Any) -> bool:
    """Return whether a value can stand in a map as it is, or alone in a list."""
    kinds = {type(bare(one)) for one in choices(kind)}
    if any(isinstance(bare(one), inspect.LiteralType) and value in bare(one).values for one in choices(kind)):
        return True
    return bool(kinds & ({inspect.StrType, inspect.ListType} if isinstance(value, str) else {inspect.IntType}))


def _written(kind: Any, value: Any, language: str) -> str:
    """Return a value as it may be written, with what stands there where it fits."""
    kinds = {type(bare(one)) for one in choices(kind)}
    text = str(value)
    short = text if isinstance(value, str) and _SHORT.fullmatch(text) else "…"
    if inspect.StrType in kinds:
        return short
    if inspect.ListType in kinds:
        return f"[{short}]"
    if inspect.BoolType in kinds:
        return "是" if language == "zh" else "true"
    if inspect.IntType in kinds:
        return text if text.isdecimal() and len(text) < 4 else "3"
    return "{…}" if kinds & set(_MAPS) else short
