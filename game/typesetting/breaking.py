"""Where a line may break: Chinese, English, or both in one sentence.

The classes and rules are those of UAX #14, as far as texts of Chinese and Western writing need them, and stricter where
a Chinese typesetter is: a dash, a wave or a middle dot does not begin a line either, not even behind a space, and
nothing that is one word is cut at its hyphen.
"""

import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

SIGNS: Final = {
    "BK": "\n\r\v\f\x85\u2028\u2029",
    "SP": " \t\u3000",
    "ZW": "\u200b",
    "WJ": "\u2060\ufeff",
    "GL": "\u00a0\u2007\u2011\u202f",
    "OP": "([{（［｛〔【〖《〈「『〘〚｟｢¡¿",
    "CL": "}，、。．｡､）］｝〕】〗》〉」』〙〛｠｣〞〟",
    "CP": ")]",
    "EX": "!?！？",
    "IS": ",.:;",
    "SY": "/",
    "MD": "·‧",
    "NS": "：；～〜・ー々〻゛゜ゝゞヽヾ‼⁇⁈⁉ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ",
    "IN": "…‥⋯",
    "B2": "—⸺⸻―",
    "HY": "-‐",
    "BA": "–|",
    "QO": "“‘«‹",
    "QC": "”’»›",
    "QU": "\"'",
    "PR": "+$\\£¥￥＄￡€±−№",
    "PO": "%‰°℃℉¢％￠′″",
}
KNOWN: Final = {sign: class_ for class_, signs in SIGNS.items() for sign in signs}

JOINER: Final = "\u200d"
NOT_FIRST: Final = frozenset({"CL", "CP", "EX", "IS", "SY", "NS", "MD", "IN", "B2", "QC"})
"""What never begins a line, not even behind a space."""
NOT_LAST: Final = frozenset({"OP", "QO"})
"""What never ends a line, not even with a space behind it."""
WORD: Final = frozenset({"AL", "NU"})
DASH: Final = frozenset({"HY", "BA"})
MONEY: Final = frozenset({"PR", "PO"})


class Sign(NamedTuple):
    """A character that stands for itself, with what hangs on it: its place, its class, and what is before it."""

    at: int
    kind: str
    wide: bool
    spaced: bool
    glued: bool


EDGE: Final = Sign(-1, "", False, False, False)


@cache
def class_of(sign: str) -> str:
    """Return the class of a character in line breaking: a key of SIGNS, or CM, RI, NU, ID, AL."""
    if known := KNOWN.get(sign):
        return known
    category, code = unicodedata.category(sign), ord(sign)
    if category in {"Cc", "Zs"}:
        return "SP"
    # What changes the sign before it belongs to it: accents, skin tones of emoji, the later parts of a Hangul syllable.
    if category in {"Mn", "Mc", "Me", "Cf"} or 0x1F3FB <= code <= 0x1F3FF or 0x1160 <= code <= 0x11FF:
        return "CM"
    if 0x1F1E6 <= code <= 0x1F1FF:
        return "RI"
    if is_wide(sign):
        return "ID"
    return "NU" if category == "Nd" else "AL"


@cache
def is_wide(sign: str) -> bool:
    """Return whether a character takes the square of a Han character."""
    return unicodedata.east_asian_width(sign) in {"W", "F", "H"}


def is_end(text: str, at: int) -> bool:
    """Return whether the line ends at this character, whatever its width; of `\\r\\n` only the second does."""
    return class_of(text[at]) == "BK" and text[at : at + 2] != "\r\n"


def is_whole(text: str, at: int) -> bool:
    """Return whether a cut before this place leaves every character with its accents and joined parts."""
    return not 0 < at < len(text) or (class_of(text[at]) != "CM" and text[at - 1] != JOINER)


def breaks(text: str) -> tuple[int, ...]:
    """Return the places before which a line may break, or has to (behind a line's end), in rising order.

    Neither 0 nor the length of the text is among them.
    """
    signs = [EDGE, EDGE, *_signs(text), EDGE]
    flags = 0
    found = []
    for now in range(3, len(signs) - 1):
        last, this = signs[now - 1], signs[now]
        if last.kind == "BK":
            found.append(last.at + 1)
            continue
        flags = flags + 1 if last.kind == "RI" else 0
        if last.kind == this.kind == "ID":
            free = not this.glued
        else:
            free = not this.glued and _free(signs[now - 2], last, this, signs[now + 1])
        if free and not (this.kind == "RI" and flags % 2) and not _in_number(signs, now):
            found.append(this.at)
    if len(signs) > 3 and signs[-2].kind == "BK" and signs[-2].at + 1 < len(text):
        found.append(signs[-2].at + 1)
    return tuple(found)


def _signs(text: str) -> Iterator[Sign]:
    """Yield the characters that are neither spaces nor parts of the one before them."""
    spaced, bare = False, True
    for at, sign in enumerate(text):
        kind = class_of(sign)
        if kind == "SP" or (kind == "BK" and not is_end(text, at)):
            spaced = bare = True
            continue
        if kind == "CM":
            if not bare:
                continue
            kind = "AL"
        yield Sign(at, kind, is_wide(sign), spaced, at > 0 and text[at - 1] == JOINER)
        spaced, bare = False, kind in {"BK", "ZW"}


def _free(before: Sign, last: Sign, this: Sign, after: Sign) -> bool:
    """Return whether a line may break between `last` and `this`."""
    if this.kind in {"BK", "ZW"}:
        return False
    if last.kind == "ZW":
        return True
    if this.kind in NOT_FIRST and not _apostrophe(this, after):
        return False
    if last.kind in NOT_LAST:
        return False
    if this.spaced:
        return this.kind != "WJ" and not (this.kind in DASH and after.spaced)
    return not (
        _held(last.kind, this.kind)
        or (last.kind in WORD and this.kind == "OP" and not this.wide)
        or _quoted(before, last, this, after)
        or _hyphened(before, last, this)
        or (last.kind in MONEY and this.kind == "OP" and after.kind == "NU")
    )


def _apostrophe(this: Sign, after: Sign) -> bool:
    """Return whether a closing quote stands for letters left out at the start of a word, as in ’tis."""
    return this.kind == "QC" and this.spaced and after.kind in WORD and not after.spaced


@cache
def _held(last: str, this: str) -> bool:
    """Return whether two classes side by side hold together, whatever stands around them."""
    return (
        "WJ" in (last, this)
        or last == "GL"
        or (this == "GL" and last not in DASH)
        or this in DASH
        or (last in WORD and this in WORD)
        or (last in WORD and this in MONEY)
        or (last in MONEY | {"IS", "CP", "MD"} and this in WORD)
        or (last == "PR" and this == "ID")
        or (last == "ID" and this == "PO")
        or (last == "HY" and this == "NU")
    )


def _quoted(before: Sign, last: Sign, this: Sign, after: Sign) -> bool:
    """Return whether a quote holds: it is free on its outer side only where Chinese stands on both of its sides."""
    if "QU" in (last.kind, this.kind):
        return True
    if this.kind == "QO":
        return not (last.wide and after.wide and not after.spaced)
    return last.kind == "QC" and not (before.wide and this.wide and not last.spaced)


def _hyphened(before: Sign, last: Sign, this: Sign) -> bool:
    """Return whether a hyphen joins one word (check-back, a-b, -5), or a dash one range of numbers (8–17, –5)."""
    outer = last.spaced or before.kind in {"", "BK", "GL"}
    if last.kind == "HY":
        return this.kind in WORD and (outer or before.kind in WORD)
    return last.kind == "BA" and this.kind == "NU" and (outer or before.kind == "NU")


def _in_number(signs: list[Sign], now: int) -> bool:
    """Return whether a place lies within a number with its marks, as 24/7, 3.% or (5)% do."""
    this = signs[now]
    if this.kind not in {"NU", "PR", "PO"} or this.spaced:
        return False
    back = now - 1
    if signs[back].kind in {"CL", "CP"} and this.kind != "NU" and not signs[back].spaced:
        back -= 1
    while signs[back].kind in {"SY", "IS"} and not signs[back].spaced:
        back -= 1
    return signs[back].kind == "NU"
