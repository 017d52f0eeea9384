"""How wide a sign stands beside its neighbours: the gap between Han and Latin, two signs in one square, quotes."""

import unicodedata
from functools import cache
from typing import Final

from game.typesetting.breaking import JOINER, class_of

NARROW: Final = "\ufe00"
"""Behind a sign: no wider than Western writing has it. The font has its quotes, dots and ellipsis a square wide."""
HALF: Final = "\ufe01"
"""Behind a full-width sign: without its empty half. Behind a dash: what the dash before it has drawn already."""
LONG_DASH: Final = "——"
FULL_DASH: Final = "―"
"""The dash of Chinese: a square wide, at half the height of Han."""

CLOSERS: Final = frozenset("，、。．：；！？）］｝〕】〗》〉」』〙〛”’")
OPENERS: Final = frozenset("（［｛〔【〖《〈「『〘〚“‘")
BY_LANGUAGE: Final = frozenset("“”‘’…·•‧")
"""Signs that Chinese and Western writing share, and set differently."""


@cache
def is_han(sign: str) -> bool:
    """Return whether a sign is a Han character or a kana: what wants air between itself and Latin."""
    return class_of(sign) in {"ID", "NS"} and unicodedata.category(sign) in {"Lo", "Lm"}


@cache
def is_latin(sign: str) -> bool:
    """Return whether a sign is what wants air between itself and Han: letters, digits, and what clings to them."""
    return sign in "%$£€¥+#@&°" or (
        class_of(sign) in {"AL", "NU"} and unicodedata.category(sign) in {"Lu", "Ll", "Lt", "Nd"}
    )


def has_gap(last: str, this: str) -> bool:
    """Return whether a gap belongs between two signs side by side: one Han, one Latin."""
    return (is_han(last) and is_latin(this)) or (is_latin(last) and is_han(this))


def forms(text: str) -> list[str]:
    """Return for each character of a paragraph what is drawn for it: a sign, a marked form of it, or nothing ("").

    A paragraph with any Han is a Chinese one, whose quotes and dots are as wide as Han; an apostrophe never is.
    """
    chinese = any(map(is_han, text)) or any(sign in text for sign in "，。！？：；、《（")
    drawn = list(text)
    for at, sign in enumerate(text):
        kind = class_of(sign)
        if kind == "SP":
            drawn[at] = "\u3000" if sign == "\u3000" else " "
        elif kind in {"BK", "ZW", "WJ"} or sign == "\u00ad":
            drawn[at] = ""
        elif kind == "CM":
            _hang(drawn, text, at)
        elif at and text[at - 1] == JOINER and unicodedata.category(sign) == "So":
            drawn[at] = ""
        elif sign in BY_LANGUAGE and not (chinese and _stays_wide(text, at)):
            drawn[at] = sign + NARROW
    if chinese:
        _share_squares(drawn, text)
    return drawn


def _hang(drawn: list[str], text: str, at: int) -> None:
    """Put an accent onto its letter where there is one sign for both; what only steers the drawing is not drawn."""
    sign = text[at]
    if at and len(both := unicodedata.normalize("NFC", drawn[at - 1] + sign)) == 1 and drawn[at - 1]:
        drawn[at - 1], drawn[at] = both, ""
    elif unicodedata.category(sign) in {"Cf", "Sk", "Me"} or "\ufe00" <= sign <= "\ufe0f":
        drawn[at] = ""


def _stays_wide(text: str, at: int) -> bool:
    """Return whether a shared sign of a Chinese paragraph is as wide as Han: not in a Latin word, nor a spaced dot."""
    around = text[at - 1 : at] + text[at + 1 : at + 2]
    if text[at] in "·•‧":
        return " " not in around and not all(map(is_latin, around))
    return not (text[at] in "’‘" and len(around) == 2 and all(map(is_latin, around)))


def _share_squares(drawn: list[str], text: str) -> None:
    """Take the empty half from one of two full-width signs side by side, and make dashes the long ones of Chinese."""
    for at in range(len(text)):
        if text[at] == "—":
            long = drawn[at - 1] == LONG_DASH if at else False
            pair = text[at : at + 2] == LONG_DASH
            drawn[at] = "—" + HALF if long else LONG_DASH if pair else FULL_DASH
        elif at and drawn[at - 1] in CLOSERS and drawn[at] in CLOSERS | OPENERS:
            drawn[at - 1] += HALF
        elif at and drawn[at] in OPENERS and drawn[at - 1][:1] in OPENERS and drawn[at - 1][1:] != NARROW:
            drawn[at] += HALF
