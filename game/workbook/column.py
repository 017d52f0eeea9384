"""Columns and sheets: what a column holds, what it is called in each language, and how its cells are read.

Heads, words and explanations come from the model of the format.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from msgspec import Struct, inspect

from game.scenario import names, words
from game.scenario.records import Text

OTHER: Final = Text("{head}（英文）", "{head} (Chinese)")
"""The head of the column for the other language, in a Chinese and in an English workbook."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its place in a row, how its cells are read (`kind`), and what it is called."""

    key: str
    kind: str
    head: Text
    about: Text
    width: int = 14
    needed: bool = False
    names: words.Names | None = None
    low: int | None = None
    high: int | None = None
    also: tuple[str, ...] = ()
    """Other heads under which people write it."""

    @property
    def two(self) -> bool:
        """Whether there is a second column for the other language."""
        return self.kind in ("text", "texts", "feels", "scale")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet. `listed` is false for the one that has a row for each key instead of a head line."""

    key: str
    title: Text
    about: Text
    columns: tuple[Column, ...]
    needed: bool = False
    listed: bool = True
    also: tuple[str, ...] = ()
    """Other titles that people give it."""
    beside: tuple[Column, ...] = ()
    """Columns of another sheet that are read here too."""

    def __iter__(self) -> Iterator[Column]:
        return iter(self.columns)


def plain(text: str) -> str:
    """Return a head or a title as it is compared: without spaces, upper case and full-width letters."""
    return "".join(unicodedata.normalize("NFKC", text).split()).casefold()


def column(
    of: type[Struct],
    key: str,
    kind: str,
    width: int = 14,
    head: Text | None = None,
    as_: str = "",
    needed: bool = False,
    also: tuple[str, ...] = (),
) -> Column:
    """Return the column of a key of the format, with the name and the explanation that the model gives it."""
    fields = inspect.type_info(of).fields  # type: ignore[attr-defined]
    field = next(field for field in fields if field.encode_name == key)
    told = names.extra(field.type)
    called = head or Text(names.key(of, key, "zh"), key)
    about = Text(told["zh"], told["en"])
    return Column(as_ or key, kind, called, about, width, needed, _names(field.type), *_ends(field.type), also)


def _ends(kind: object) -> tuple[int | None, int | None]:
    """Return the least and the most that a number may be, None for a value that is none."""
    for choice in names.choices(kind):
        if isinstance(number := names.bare(choice), inspect.IntType):
            return number.ge, number.le
    return None, None


def _names(kind: object) -> words.Names | None:
    """Return the fixed words of a value, of the items of a list, or of whichever member of a union has some."""
    waiting = [kind]
    while waiting:
        this = waiting.pop()
        if found := names.extra(this).get("names"):
            return dict(found)
        this = names.bare(this)
        if isinstance(this, inspect.UnionType):
            waiting += this.types
        elif isinstance(this, inspect.ListType):
            waiting.append(this.item_type)
    return None


def head(column: Column, language: str, other: bool) -> str:
    """Return the head of a column, or of its twin for the other language."""
    told = column.head.told(language)
    return OTHER.told(language).format(head=told) if other else told


def heads(sheet: Sheet) -> dict[str, tuple[Column, str]]:
    """Return every head that a sheet knows, as it is compared: the column and the language that it holds.

    The language is "" where the head does not say: that of the workbook.
    """
    known: dict[str, tuple[Column, str]] = {}
    columns = (*sheet.beside, *sheet)
    pairs = [(one, called) for one in columns for called in one.also]
    pairs += [(one, one.head.told(language)) for one in columns for language in words.LANGUAGES]  # last: these win
    for one, called in pairs:
        known[plain(called)] = (one, "")
        for language, (zh, en) in words.LANGUAGE_NAMES.items():
            if one.two:
                known[plain(f"{called}({zh})")] = known[plain(f"{called}({en})")] = (one, language)
    return known


def headed(column: Column) -> dict[str, str]:
    """Return the head of a column as the words of a fault, in both languages."""
    return {f"head.{language}": head(column, language, False) for language in words.LANGUAGES}
