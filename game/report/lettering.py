"""How wide letters are and where lines break, near enough to draw boxes around words without measuring a font."""

import re
import unicodedata
from functools import cache
from typing import Final

NARROW: Final = frozenset("iljtfrI.,:;'|!()[]{}` ")
BROAD: Final = frozenset("mwMW@%—…")
TOKENS: Final = re.compile(r"\s+|(?:[^\s\u2e80-\uffef]+|[\u2e80-\uffef])[，。、；：！？”’）》…]*|.", re.DOTALL)
UNDRAWABLE: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def plain(text: str) -> str:
    """Return text on one line, with a stand-in for what no drawing can hold (control signs, halves of letters)."""
    return " ".join(UNDRAWABLE.sub("\ufffd", text).split())


@cache
def _em(sign: str) -> float:
    """Return the width of one sign as a share of the size of the letters, rather too wide than too narrow."""
    if unicodedata.category(sign) in ("Mn", "Me", "Cf"):
        return 0.0
    if unicodedata.east_asian_width(sign) in ("W", "F", "A"):
        return 1.0
    if sign in NARROW:
        return 0.36
    if sign in BROAD:
        return 0.95
    return 0.72 if sign.isupper() else 0.6


def width(text: str, size: float) -> float:
    """Return how wide text is in letters of `size`."""
    return size * sum(map(_em, text))


def wrap(text: str, size: float, room: float, most: int) -> tuple[str, ...]:
    """Return text in at most `most` lines that are no wider than `room`; what does not fit ends in an ellipsis."""
    lines = [""]
    for token in TOKENS.findall(plain(text)):
        for piece in _pieces(token, size, room):
            if width(lines[-1] + piece.rstrip(), size) > room:
                lines.append("")
            if len(lines) > most:
                return (*lines[: most - 1], _shortened(lines[most - 1], size, room))
            lines[-1] += piece if lines[-1] else piece.lstrip()
    return tuple(line.rstrip() for line in lines if line)


def clip(text: str, size: float, room: float) -> str:
    """Return text on one line no wider than `room`, cut anywhere with an ellipsis where it does not fit."""
    line = plain(text)
    return line if width(line, size) <= room else _shortened(line, size, room)


def _pieces(token: str, size: float, room: float) -> tuple[str, ...]:
    """Return a word cut where it is wider than a line."""
    if width(token, size) <= room:
        return (token,)
    fit = max(1, int(room / (size * max(map(_em, token), default=1.0) or size)))
    return tuple(token[start : start + fit] for start in range(0, len(token), fit))


def _shortened(line: str, size: float, room: float) -> str:
    """Return a line with an ellipsis at its end, cut so that both fit."""
    kept = line.rstrip()
    while kept and width(kept + "…", size) > room:
        kept = kept[:-1]
    return kept.rstrip() + "…"
