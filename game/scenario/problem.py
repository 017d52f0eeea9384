"""A problem of a file: where it is, what is wrong and what to do, told in the reader's language."""

import difflib
import itertools
import re
from collections.abc import Iterable
from functools import cache
from typing import Final

from msgspec import Struct

from game.scenario.diagnostics import DIAGNOSTICS, Diagnostic, Severity
from game.scenario.names import name_of
from game.scenario.records import Text

MOST = 200
"""How many problems of one file are told; one more says that there are others."""


_ALIKE: Final = 0.55
_ALIKE_HAN: Final = 0.5
"""How alike words must be. Most Chinese words have two letters: one wrong, and half is right."""
_SEARCHED: Final = 2000
_COMPARED: Final = 40
"""How many words are looked through, and how many compared letter by letter: a file may declare tens of thousands."""


class Problem(Struct, frozen=True):
    """One thing wrong with a file. `line` and `column` count from 1; `words` fill the texts of the code.

    What the code says stands in the catalogue of diagnostics, or in `own` where another room has found it.
    """

    file: str
    line: int
    column: int
    code: str
    words: dict[str, str]
    own: Diagnostic | None = None

    @property
    def says(self) -> Diagnostic:
        """What the code says."""
        return DIAGNOSTICS[self.code] if self.own is None else self.own

    @property
    def level(self) -> Severity:
        """ "error" (it cannot be played), "warning", or "note" (worth knowing, nothing to mend)."""
        return self.says.level

    def message(self, language: str) -> str:
        """Return what is wrong."""
        return self.says.message.told(language).format_map(_Words(self.words, language))

    def hint(self, language: str) -> str:
        """Return what to do, with the nearest right word where there is one."""
        hint = self.says.hint.told(language).format_map(_Words(self.words, language))
        nearest = self.words.get("nearest")
        if not nearest:
            return hint
        return f"{hint}是不是想写“{nearest}”？" if language == "zh" else f"{hint} Did you mean “{nearest}”?"

    def told(self, language: str) -> str:
        """Return the whole problem on one line: `file:line:column: level CODE what is wrong; what to do`."""
        return f"{self.file}:{self.line}:{self.column}: {self.sentence(language)}"

    def sentence(self, language: str) -> str:
        """Return it without its place: `level CODE what is wrong; what to do`."""
        message, hint = self.message(language).rstrip("。."), self.hint(language)
        between = "；" if language == "zh" else "; "
        return f"{self.level} {self.code} {message}{between}{hint if language == 'zh' else _going_on(hint)}"


def _going_on(hint: str) -> str:
    """Return an English hint as it goes on behind a semicolon: “write …”, but “YAML knows …”."""
    return hint if hint[1:2].isupper() else hint[:1].lower() + hint[1:]


WRITTEN: Final = "keys"
"""Under this the words of a problem say in which language the file has its keys."""


@cache
def written(name: str, language: str, root: type[Struct] | None = None) -> str:
    """Return a key, or a fixed word, as a file in `language` has it.

    `root` is the form of the whole file, a scenario or a test plan without it. A key that has two Chinese names stands
    behind the name of its form: `MeterForm/min`.
    """
    form, _, key = name.rpartition("/")
    return name_of(key, form, root) if language == "zh" else key


_KEY: Final = re.compile(r"\{(~[\w./-]+)\}")
_BLANK: Final = re.compile(r"\{[\w.-]+\}")


def keyed(text: str, language: str, root: type[Struct] | None = None) -> str:
    """Return a text in which keys and fixed words, as in `{~then}`, are told as a file in `language` has them."""
    return _KEY.sub(lambda found: written(found[1][1:], language, root), text)


def keys_of(says: Diagnostic, language: str, root: type[Struct]) -> dict[str, str]:
    """Return the words that tell the keys in the texts of a code, for a file of another form than a scenario."""
    texts = (text.told(one) for text in (says.message, says.hint) for one in ("zh", "en"))
    return {name: written(name[1:], language, root) for text in texts for name in _KEY.findall(text)}


def general(text: Text, language: str, root: type[Struct] | None = None) -> str:
    """Return what a text of a code says of no file in particular: an ellipsis stands for what a problem fills in."""
    bare = _BLANK.sub("…", keyed(text.told(language), language, root))
    return bare.replace("{{", "{").replace("}}", "}")


class _Words(dict[str, str]):
    """The words of a problem; a word may be written once for each language as `name.zh` and `name.en`."""

    def __init__(self, words: dict[str, str], language: str) -> None:
        super().__init__(words)
        self.language = language

    def __missing__(self, name: str) -> str:
        if name.startswith("~"):
            return written(name[1:], self.get(WRITTEN, "en"))
        return self[f"{name}.{self.language}"]


def nearest(word: str, right: Iterable[str]) -> str:
    """Return the word of `right` that `word` was probably meant to be, "" where none is near."""
    if len(word) > 64:
        return ""
    choices = [choice for choice in itertools.islice(right, _SEARCHED) if abs(len(choice) - len(word)) <= 8]
    if len(choices) > _COMPARED:
        choices = sorted(choices, key=lambda choice: choice[:2] != word[:2])[:_COMPARED]
    lowered = {choice.lower(): choice for choice in choices}
    cutoff = _ALIKE if word.isascii() else _ALIKE_HAN
    found = difflib.get_close_matches(word.lower().strip(), lowered, n=1, cutoff=cutoff)
    return lowered[found[0]] if found else ""


def shown(value: object, most: int) -> str:
    """Return a value as text of one line and at most `most` letters."""
    text = " ".join(str(value)[: most + 1].split())
    return text if len(text) <= most else f"{text[: most - 1]}…"
