"""What an author did where YAML gave up: the slip and its place, told instead of the parser's own words."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Any, Final

import yaml

from game.scenario.form import ScenarioForm
from game.scenario.names import forms, key_names
from game.scenario.phrases import GENERAL, PHRASES, Phrase
from game.scenario.sheet import Place, Sheet
from game.scenario.words import COMPONENTS

FULL_WIDTH: Final = re.compile(r"^\s*(?:- )?[\w-]+：")
"""A key and the full-width colon of a Chinese keyboard, which YAML takes for text."""
_BRACKETS: Final = {"｛": "{", "｝": "}", "［": "[", "］": "]", "【": "[", "】": "]"}
_SPACES: Final = {"\u3000": ("全角空格", "full-width space"), "\xa0": ("不换行空格", "non-breaking space")}
_STOPS: Final = {"，": ("逗号", "comma"), "、": ("顿号", "enumeration comma"), "；": ("分号", "semicolon")}
DASHES: Final = frozenset("–—－−•·●")
"""What a word processor makes of the hyphen before an entry of a list."""
STOP: Final = re.compile("[，、；]")
"""What a Chinese keyboard, or a paste, writes where YAML wants its own signs."""
OPENING: Final = re.compile("[【［｛]")
DIGITS: Final = re.compile("[-+－＋]?[0-9０-９]*[０-９][0-9０-９]*")
_INDENT: Final = re.compile(r"[ \t]*([\u3000\xa0])")
_OPENED: Final = re.compile(r"(?:: +|- +|^ *)([【［｛])")
_COLON_WITHIN: Final = re.compile(r"([\w-]+)(：)\s*$")
_COMMA_WITHIN: Final = re.compile(r"(，)\s*[\w-]+\Z")
_CLOSED: Final = re.compile("[】］｝]")
_HASH: Final = re.compile(r"\s#(?=\w)")
_BLOCK: Final = re.compile(r":\s+[|>][-+0-9]*\s*(?:#.*)?$")
_NO_SPACE: Final = re.compile(r"\s*(?:- )?([\w-]+):[^\s/]")
_TABBED: Final = re.compile(r" *\t\s*\S")
_MOST_BACK: Final = 200
_MOST_AGAIN: Final = 1 << 19
"""How long a text may be, in letters, to be looked through a second time."""


def tell(error: yaml.MarkedYAMLError, text: str, sheet: Sheet, parser: Any) -> None:
    """Note on the sheet what is wrong where `parser` stopped in `text`."""
    slip = _Slip(error, text, sheet)
    if not (slip.of_a_keyboard() or slip.quote(parser) or slip.bracket()):
        slip.words()
    if sheet.problems[-1].code == "full-width-colon":
        colons(sheet, sheet.problems[-1].line)
    elif slip.kind() == "no-space":
        spaces(sheet, told=sheet.problems[-1].line)


def mark(sheet: Sheet, place: Place, sign: str) -> None:
    """Note a sign, or the digits, of a Chinese keyboard where a plain one is wanted."""
    right = _BRACKETS.get(sign, ",")
    if sign in DASHES:
        zh = en = f"“{sign}”"
        right_zh, right_en = "减号加一个空格“- ”", "a hyphen and a space, “- ”"
    elif sign in _SPACES:
        (zh, en), right_zh, right_en = _SPACES[sign], "普通空格", "plain spaces"
    elif sign in _STOPS or sign in _BRACKETS:
        name = _STOPS.get(sign, ("括号", "bracket"))
        plain = "半角逗号" if sign in _STOPS else "半角的"
        zh, en, right_zh, right_en = f"全角{name[0]}“{sign}”", f"full-width {name[1]} “{sign}”", f"{plain}“{right}”", ""
    else:
        plain = unicodedata.normalize("NFKC", sign[:20])
        zh, en = f"全角数字“{sign[:20]}”", f"number in full-width digits, “{sign[:20]}”"
        right_zh, right_en = f" {plain}", plain
    told = {"sign.zh": zh, "sign.en": en, "right.zh": right_zh, "right.en": right_en or f"a plain “{right}”"}
    sheet.add("full-width-mark", place, **told)


class _Slip:
    """The place where the parser stopped, and what stands around it."""

    def __init__(self, error: yaml.MarkedYAMLError, text: str, sheet: Sheet) -> None:
        at = error.problem_mark or error.context_mark
        self.sheet, self.text = sheet, text
        self.said, self.within = error.problem or "", error.context or ""
        self.line, self.column = (at.line + 1, at.column + 1) if at else (1, 1)
        self.index = at.index if at else 0
        begun = error.context_mark or at
        self.begun = (begun.line + 1, begun.column + 1) if begun else (1, 1)
        self.begun_index = begun.index if begun else 0
        self.lines = text.splitlines()

    def here(self, number: int) -> str:
        """Return a line, from 1; "" where there is none."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    def of_a_keyboard(self) -> bool:
        """Tell a full-width sign or a tab that broke the line, or the one above it."""
        return self.colon() or self.sign() or self.tab()

    def colon(self) -> bool:
        for number in dict.fromkeys((self.line, self.line - 1, self.begun[0])):
            here = self.here(number)
            unread = number == self.line or ": " not in here
            if unread and FULL_WIDTH.match(here):
                colon(self.sheet, (number, here.index("：") + 1), here.strip())
                return True
        if self.flow() and (found := _COLON_WITHIN.search(self.within_brackets())) is not None:
            column = self.column - len(found[0]) + len(found[1])
            piece = re.split("[,}]", self.here(self.line)[column - 1 - len(found[1]) :])[0]
            colon(self.sheet, (self.line, column), piece)
            return True
        return False

    def sign(self) -> bool:
        for number in (self.line, self.line - 1):
            if found := _INDENT.match(self.here(number)):
                mark(self.sheet, (number, found.start(1) + 1), found[1])
                return True
        if found := _OPENED.search(self.here(self.line)[: self.column - 1]):
            mark(self.sheet, (self.line, found.start(1) + 1), found[1])
            return True
        if self.flow() and (found := _COMMA_WITHIN.search(self.within_brackets())):
            mark(self.sheet, (self.line, self.column - len(found[0])), found[1])
            return True
        if self.flow() and (found := _CLOSED.search(self.here(self.begun[0]), self.begun[1])):
            mark(self.sheet, (self.begun[0], found.start() + 1), found[0])
            return True
        return False

    def tab(self) -> bool:
        here = self.here(self.line)[: self.column]
        if "\t" in here:
            more = sum(_TABBED.match(line) is not None for line in self.lines[self.line :])
            many = f"are {more} lines" if more > 1 else "is a line"
            zh, en = (f"，下面还有 {more} 行也是", f", and so {many} below") if more else ("", "")
            self.sheet.add("tab", (self.line, here.index("\t") + 1), **{"more.zh": zh, "more.en": en})
        return "\t" in here

    def flow(self) -> bool:
        """Return whether the parser stopped within brackets or braces."""
        return "flow" in self.within

    def within_brackets(self) -> str:
        """Return what stands on the line before the place, from the bracket on."""
        start = max(self.begun_index, self.index - self.column + 1, self.index - _MOST_BACK)
        return self.text[start : self.index]

    def quote(self, parser: Any) -> bool:
        """Tell a quote that was opened and not closed, or closed only by the next one, lines below."""
        if "quoted scalar" in self.within and ("end of stream" in self.said or "document" in self.said):
            self.sheet.add("open-quote", self.begun, **{"until.zh": "一直没有关上", "until.en": "is never closed"})
            return True
        opened = self.quoted_before(parser)
        if opened is None:
            return False
        until = {"until.zh": f"到第 {self.line} 行才碰到下一个引号", "until.en": f"is closed only on line {self.line}"}
        self.sheet.add("open-quote", opened, **until)
        return True

    def quoted_before(self, parser: Any) -> Place | None:
        """Return where a quoted text over several lines began that ends where the parser stopped."""
        if self.said != "did not find expected key" and "did not find expected ','" not in self.said:
            return None
        before = self.text[: self.index].rstrip()
        if len(self.text) > _MOST_AGAIN or before[-1:] not in ("'", '"'):
            return None
        start = end = None
        events = parser(self.text)
        try:
            while (event := events.get_event()) is not None:
                if isinstance(event, yaml.ScalarEvent) and event.style in ("'", '"'):
                    start, end = event.start_mark, event.end_mark
        except yaml.MarkedYAMLError:
            pass
        finally:
            events.dispose()
        if start is None or end is None or end.index != len(before) or start.line == end.line:
            return None
        return start.line + 1, start.column + 1

    def bracket(self) -> bool:
        """Tell a bracket that was opened and not closed on its line."""
        if not self.flow() or "did not find expected ','" not in self.said or self.line == self.begun[0]:
            return False
        for number in (self.line - 1, self.begun[0]):
            if found := _HASH.search(self.here(number), self.begun[1] if number == self.begun[0] else 0):
                self.phrase(PHRASES["hash"], (number, found.start() + 2))
                return True
        opened = self.text[self.begun_index]
        self.sheet.add("open-bracket", self.begun, bracket=opened, closing={"{": "}"}.get(opened, "]"))
        return True

    def words(self) -> None:
        """Tell in the author's words what the parser says."""
        place = self.begun if "could not find expected ':'" in self.said else (self.line, self.column)
        kind = self.kind()
        if kind == "no-space" and "mapping values" in self.said:
            place = self.unspaced() or place
        self.phrase(PHRASES.get(kind, GENERAL), place)

    def unspaced(self) -> Place | None:
        """Return where a key stands that lacks the space after its colon, here or on the line above."""
        for number in (self.line, self.above()):
            found = _NO_SPACE.match(self.here(number))
            if found and (number != self.line or found[1] in _keys()):
                return number, found.start(1) + 1
        return None

    def above(self) -> int:
        """Return the line with something on it that stands above the place, 0 where there is none."""
        return next((number for number in range(self.line - 1, 0, -1) if self.here(number).strip()), 0)

    def kind(self) -> str:
        """Return by what name the phrase of this fault is known."""
        here = self.here(self.line)
        before = here[: self.column - 1]
        if "mapping values" in self.said:
            if self.unspaced():
                return "no-space"
            return "colon-within" if re.search(r":\s", before) else "indented"
        if "could not find expected ':'" in self.said:
            return "no-space" if re.search(r"\w:\S", self.here(self.begun[0])) else "no-colon"
        if "did not find expected key" in self.said:
            return self.broken_off(before)
        if "did not find expected ','" in self.said:
            return "no-comma"
        return self.said

    def broken_off(self, before: str) -> str:
        """Return why a map does not go on: a dash without its space, an indentation, words after a closing sign."""
        if any(re.match(r"\s*-\w", self.here(number)) for number in (self.line, self.line - 1)):
            return "dash"
        return "after-quote" if before.strip() else "not-in-line"

    def phrase(self, phrase: Phrase, place: Place) -> None:
        """Tell a phrase with what stands at its place."""
        number, column = place[0], max(place[1] - phrase.back, 1)
        line = self.here(number)
        told = {"sign": line[column - 1 : column], "line": line.strip(), "said": self.said or self.within}
        self.sheet.add("yaml-syntax", (number, column), **_words(phrase, told))


def colon(sheet: Sheet, place: Place, line: str) -> None:
    """Note a full-width colon after what should have been a key."""
    line = " ".join(line[:60].split())
    sheet.add("full-width-colon", place, line=line, right=line.replace("：", ": ", 1).strip())


def colons(sheet: Sheet, told: int = 0) -> bool:
    """Note every line but one that begins with a key of the format and a full-width colon: who writes one writes more.

    Return whether there is any.
    """
    before = len(sheet.problems)
    for number, line in _lines(sheet.text):
        found = FULL_WIDTH.match(line)
        if number != told and found and found[0].strip(" -：") in _keys():
            colon(sheet, (number, found.end()), line.strip())
    return len(sheet.problems) > before


def spaces(sheet: Sheet, first: int = 1, last: int | None = None, told: int = 0) -> bool:
    """Note every line but one that begins with a key of the format and lacks the space after its colon.

    Return whether there is any from the first of them to the last.
    """
    before = len(sheet.problems)
    for number, line in _lines(sheet.text):
        found = _NO_SPACE.match(line) if first <= number <= (last or number) and number != told else None
        if found and found[1] in _keys():
            words = _words(PHRASES["no-space"], {"line": line.strip()})
            sheet.add("yaml-syntax", (number, found.start(1) + 1), **words)
    return len(sheet.problems) > before


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield the lines, from 1, but those of a block below “|” or “>”: what is said there may well begin like a key."""
    block = -1
    for number, line in enumerate(text.splitlines(), 1):
        indent = len(line) - len(line.lstrip())
        if block >= 0 and (indent > block or not line.strip()):
            continue
        block = indent if _BLOCK.search(line) else -1
        yield number, line


@cache
def _keys() -> frozenset[str]:
    """Return all keys of a scenario but the author's own, by both of their names."""
    names = [*(key_names(form.cls) for form in forms(ScenarioForm)), {id_: zh for id_, (zh, _) in COMPONENTS.items()}]
    return frozenset(name for keys in names for both in keys.items() for name in both)


def _words(phrase: Phrase, told: dict[str, str]) -> dict[str, str]:
    """Return the words of `yaml-syntax` that a phrase gives."""
    zh, en, do_zh, do_en = (_filled(text, told) for text in phrase[:4])
    return {"said.zh": zh, "said.en": en, "do.zh": do_zh, "do.en": do_en}


def _filled(text: str, words: dict[str, str]) -> str:
    for name, word in words.items():
        text = text.replace(f"<{name}>", word if len(word) <= 40 else f"{word[:39]}…")
    return text
