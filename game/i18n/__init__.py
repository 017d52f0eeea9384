"""The words of the interface, written by hand in each language: one folder a language, one table a room of the game."""

import os
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import import_module
from typing import Final

LANGUAGES: Final = ("zh", "en")
NAMES: Final = {"zh": "中文", "en": "English"}
"""Each language is called as those call it who speak it, whichever is set."""
OTHER: Final = {"zh": "en", "en": "zh"}
BETWEEN: Final = {"zh": "、", "en": ", "}


class Words:
    """What the game says in one language: `words("talk.pick", count=3)` is the text of a key, its gaps filled."""

    __slots__ = ("_texts", "language")

    def __init__(self, language: str, texts: Mapping[str, str]) -> None:
        self.language = language
        self._texts = texts

    def __call__(self, key: str, /, **values: object) -> str:
        """Return the text of `key`. KeyError for an unknown key or a gap that is not filled.

        A value that has words of its own in each language (a scenario's text) is told in this one.
        """
        return self._texts[key].format(**{name: self._told(value) for name, value in values.items()})

    def __contains__(self, key: str) -> bool:
        return key in self._texts

    def list(self, items: Iterable[object]) -> str:
        """Return the items with what stands between the items of a list in this language."""
        return BETWEEN[self.language].join(str(self._told(item)) for item in items)

    def id(self, id_: str) -> str:
        """Return an id as people of this language read it: what the game itself calls something has a name here."""
        return self._texts.get(f"id.{id_}", id_)

    def _told(self, value: object) -> object:
        told = getattr(value, "told", None)
        return value if told is None else told(self.language)


def capital(text: str) -> str:
    """Return a text as it begins a line of its own: many words of the game also stand within sentences."""
    return text[:1].upper() + text[1:]


@cache
def words(language: str) -> Words:
    """Return the words of "zh" or "en". KeyError for another language."""
    if language not in LANGUAGES:
        raise KeyError(language)
    return Words(language, {key: text for table in tables(language).values() for key, text in table.items()})


def tables(language: str) -> dict[str, dict[str, str]]:
    """Return the tables of a language by room: the part of the game whose words they are."""
    package = import_module(f"game.i18n.{language}")
    files = sorted(os.listdir(next(iter(package.__path__))))  # pkgutil would cost more than all tables together
    rooms = [file.removesuffix(".py") for file in files if file.endswith(".py") and not file.startswith("_")]
    return {room: dict(import_module(f"game.i18n.{language}.{room}").WORDS) for room in rooms}
