"""The two typefaces on paper, Noto Sans and Noto Serif SC: how far each form of a sign carries on, what is missing."""

import unicodedata
from functools import cache
from pathlib import Path
from typing import Any, Final, Literal

from game.typesetting import Style
from game.typesetting.breaking import class_of
from game.typesetting.spacing import FULL_DASH, HALF, LONG_DASH, NARROW, OPENERS

Name = Literal["sans", "serif"]
EM: Final = 1000
"""Text is laid out in thousandths of the size of its letters, and so in whole numbers."""
STYLE: Final = Style(EM)
SIDE: Final = 45
"""The air on either side of a narrowed sign."""
JOIN: Final = 4
"""So far the second half of a long dash reaches into the first, so that no hairline shows between them."""
STAND_IN: Final = "□"
"""What is seen where the typeface has no sign."""


def path(name: Name) -> Path:
    """Return where a typeface lies on the disk."""
    from pylopdf_fonts_zh_cn import sans_path, serif_path

    return sans_path() if name == "sans" else serif_path()


@cache
def face(name: Name) -> "Face":
    """Return a typeface, opened once."""
    return Face(path(name))


class Face:
    """One typeface, measured. What setting asks of it is in thousandths of the size of the letters."""

    def __init__(self, file: Path) -> None:
        from fontTools.ttLib import TTFont

        self.file = file
        self._font = TTFont(file, lazy=True)
        self._names: dict[int, str] = self._font.getBestCmap()
        self._steps: dict[str, tuple[int, int]] = self._font["hmtx"].metrics
        self._glyphs: Any = self._font.getGlyphSet()
        self._scale: float = EM / self._font["head"].unitsPerEm
        self._advances = Advances(self)
        self._edges: dict[str, tuple[int, int]] = {}

    def advances(self, style: Style) -> "Advances":
        """Return how far each form carries on; only the one style is known in which everything is laid out."""
        return self._advances

    def is_missing(self, sign: str) -> bool:
        """Return whether the typeface cannot draw a character; what needs no ink is never missing."""
        return ord(sign) not in self._names and not is_silent(sign)

    def measure(self, form: str) -> int:
        """Return how far a form carries on."""
        sign = form[:1]
        if form == "" or class_of(sign) == "CM":
            return 0
        if form in {LONG_DASH, "—" + HALF}:
            return self.measure(FULL_DASH)
        if form.endswith(HALF):
            return self.measure(sign) - EM // 2
        if form == "…" + NARROW:
            return 3 * self.measure(".")
        if form.endswith(NARROW):
            left, right = self.edges(sign)
            return right - left + 2 * SIDE
        return self._step(sign)

    def _step(self, sign: str) -> int:
        if name := self._names.get(ord(sign)):
            step, _ = self._steps[name]
            return round(step * self._scale)
        if is_silent(sign):
            return STYLE.gap
        return self._step(STAND_IN)

    def drawn(self, form: str) -> tuple[str, int]:
        """Return the signs that are put on paper for a form, "" for none, and how far left of its place they begin."""
        sign = form[:1]
        if not sign.strip() or is_silent(sign):
            return ("", 0) if sign != " " else (" ", 0)
        if self.is_missing(sign):
            return STAND_IN, 0
        if form == "…" + NARROW:
            return "...", 0
        if form.endswith(HALF) and sign in OPENERS:
            return sign, EM // 2
        if form.endswith(NARROW):
            return sign, self.edges(sign)[0] - SIDE
        if form in {LONG_DASH, FULL_DASH, "—" + HALF}:
            return "—", self._dash(form)
        return sign, 0

    def _dash(self, form: str) -> int:
        """Return how far left of its place a dash begins: in the middle of its square, or both halves joined."""
        left, right = self.edges("—")
        spare = EM - (right - left)
        return left - (spare if form == LONG_DASH else spare // 2 if form == FULL_DASH else -JOIN)

    def edges(self, sign: str) -> tuple[int, int]:
        """Return where the ink of a sign begins and ends; nothing for what is missing."""
        if sign not in self._edges:
            from fontTools.pens.boundsPen import BoundsPen

            pen = BoundsPen(self._glyphs)
            if name := self._names.get(ord(sign)):
                self._glyphs[name].draw(pen)
            left, _, right, _ = pen.bounds or (0, 0, 0, 0)
            self._edges[sign] = round(left * self._scale), round(right * self._scale)
        return self._edges[sign]


@cache
def is_silent(sign: str) -> bool:
    """Return whether a sign takes no ink and needs none: a space, a line's end, what only steers."""
    return unicodedata.category(sign) in {"Cc", "Cf", "Zs", "Zl", "Zp"} or "\ufe00" <= sign <= "\ufe0f"


class Advances(dict[str, int]):
    """How far each form carries on; an unknown one is measured and kept."""

    __slots__ = ("_face",)

    def __init__(self, face_: Face) -> None:
        super().__init__()
        self._face = face_

    def __missing__(self, form: str) -> int:
        self[form] = advance = self._face.measure(form)
        return advance
