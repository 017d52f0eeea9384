"""The one typeface, Noto Sans SC, in any size: how far each sign carries on, how it is inked, which are missing."""

import unicodedata
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING, Final

from game.typesetting.breaking import class_of, is_wide
from game.typesetting.spacing import FULL_DASH, HALF, LONG_DASH, NARROW, OPENERS
from game.typesetting.style import Style

if TYPE_CHECKING:
    from pygame import Rect, Surface
    from pygame.freetype import Font

MOST_KNOWN: Final = 20_000
"""Advances kept of one style: all signs of the typeface that anyone writes."""
MOST_STYLES: Final = 64
INKED: Final = 1024
"""Inked signs that the typeface itself keeps."""
LAST_HELD: Final = "\u9fa5"
"""From 一 to here every Han is in the typeface, and as wide as high: nothing has to be looked up for it."""
SIDE: Final = 0.045
"""The air on either side of a narrowed sign."""
EXACT: Final = 100
"""The size at which ink is measured to share it out to others; the typeface inks what it measures, so no larger."""
MIDDLE: Final = 0.28
"""Half a small letter: so far back from where it ends, an accent that has no sign of its own with its letter stands."""

Metrics = tuple[int, int, int, int, float, float]
"""Left, right, bottom and top of a sign's ink, and how far it carries on, right and down."""


@cache
def is_silent(sign: str) -> bool:
    """Return whether a sign takes no ink and needs none: a space, a line's end, what only steers."""
    return unicodedata.category(sign) in {"Cc", "Cf", "Zs", "Zl", "Zp"} or "\ufe00" <= sign <= "\ufe0f"


def opened(bold: bool) -> "Font":
    """Return the typeface, freshly opened, drawing from the base line."""
    from pygame import freetype
    from pylopdf_fonts_zh_cn import sans_path

    freetype.init(cache_size=INKED)
    font = freetype.Font(str(sans_path()), size=16)
    font.origin, font.pad, font.strong, font.kerning = True, False, bold, False
    return font


def is_open(font: "Font") -> bool:
    """Return whether a font can still be used: who leaves pygame and comes back finds all fonts closed."""
    from pygame import error

    try:
        return font.height > 0
    except error:
        return False


class Typeface:
    """Noto Sans SC. The file is opened when the first sign is asked for, which needs no display."""

    def __init__(self) -> None:
        self._fonts: dict[bool, Font] = {}
        self._advances: dict[Style, Advances] = {}
        self._missing: dict[str, bool] = {}

    def _font(self, bold: bool) -> "Font":
        if bold not in self._fonts or not is_open(self._fonts[bold]):
            self._fonts[bold] = opened(bold)
        return self._fonts[bold]

    def is_missing(self, sign: str) -> bool:
        """Return whether the typeface cannot draw a character; what needs no ink is never missing."""
        if is_silent(sign) or "一" <= sign <= LAST_HELD:
            return False
        if len(self._missing) > MOST_KNOWN:
            self._missing.clear()
        if sign not in self._missing:
            self._missing[sign] = unicodedata.category(sign) == "Cs" or self._metrics(sign, Style(16)) is None
        return self._missing[sign]

    def advances(self, style: Style) -> "Advances":
        """Return the advances of a style, in whole pixels, by form; they are looked up once."""
        if style not in self._advances and len(self._advances) >= MOST_STYLES:
            self._advances.clear()
        known = self._advances.setdefault(style, Advances(self, style))
        if len(known) > MOST_KNOWN:
            known.clear()
        return known

    def measure(self, form: str, style: Style) -> int:
        """Return how far a form carries on, in pixels."""
        sign, size = form[:1], style.size
        if form == "" or class_of(sign) == "CM":
            return 0
        if form in {LONG_DASH, "—" + HALF}:
            return self.measure(FULL_DASH, style)
        if form.endswith(HALF):
            return self.measure(sign, style) - size // 2
        if form == "…" + NARROW:
            return 3 * self.measure(".", style)
        if form.endswith(NARROW):
            left, right = self._edges(sign)
            return max(2, round(size * (right - left + 2 * SIDE)))
        if "一" <= sign <= LAST_HELD:
            return round(size * (1 + self._font(True).strength)) if style.bold else size
        return self._advance(sign, style)

    def _advance(self, sign: str, style: Style) -> int:
        """Return how far a sign carries on as the typeface has it, or the box that stands for it."""
        metrics = None if unicodedata.category(sign) == "Cs" else self._metrics(sign, style)
        if metrics is not None:
            return max(0, round(metrics[4]))
        if is_silent(sign):
            return style.gap
        return style.size if is_wide(sign) else round(style.size * 0.6)

    def ink_line(self, surface: "Surface", forms: tuple[str, ...], places: tuple[int, ...], style: Style) -> None:
        """Draw forms in white at their places; a run of plain Han, which stand square by square, in one go."""
        for plain, run in groupby(zip(forms, places, strict=True), lambda one: self._is_plain(one[0], style)):
            signs, xs = zip(*run, strict=True)
            if plain and xs[-1] - xs[0] == (len(xs) - 1) * style.size:
                self._sign(surface, "".join(signs), style, xs[0])
            else:
                for form, x in zip(signs, xs, strict=True):
                    self.ink(surface, form, style, x)

    @staticmethod
    def _is_plain(form: str, style: Style) -> bool:
        return not style.bold and len(form) == 1 and "一" <= form <= LAST_HELD

    def ink(self, surface: "Surface", form: str, style: Style, x: int) -> None:
        """Draw a form in white onto a line's surface, its origin at `x`."""
        sign = form[:1]
        if form in {"", " ", "\u3000", "—" + HALF} or is_silent(sign):
            return
        if self.is_missing(sign):
            self._box(surface, form, style, x)
        elif form == LONG_DASH:
            self._long_dash(surface, style, x)
        elif form == "…" + NARROW:
            for dot in range(3):
                self._sign(surface, ".", style, x + dot * self.measure(".", style))
        else:
            self._sign(surface, sign, style, x - self._shift(form, style))

    def _shift(self, form: str, style: Style) -> int:
        """Return how far left of its origin a form is drawn."""
        if form.endswith(HALF) and form[0] in OPENERS:
            return style.size // 2
        if form.endswith(NARROW):
            return round(style.size * (self._edges(form[0])[0] - SIDE))
        if class_of(form[0]) == "CM":
            return round(style.size * (MIDDLE + sum(self._edges(form[0])) / 2))
        return 0

    def _edges(self, sign: str) -> tuple[float, float]:
        """Return where the ink of a sign begins and ends, for letters of size 1."""
        metrics = self._metrics(sign, Style(EXACT))
        return (metrics[0] / EXACT, metrics[1] / EXACT) if metrics else (0, 0)

    def _metrics(self, sign: str, style: Style) -> Metrics | None:
        # The stubs of pygame do not say that there is None for what a typeface does not have.
        found: list[Metrics | None] = [*self._font(style.bold).get_metrics(sign, size=style.size)]
        return found[0]

    def _sign(self, surface: "Surface", sign: str, style: Style, x: int) -> None:
        self._font(style.bold).render_to(surface, (x, style.base), sign, "white", size=style.size)

    def _long_dash(self, surface: "Surface", style: Style, x: int) -> None:
        """Draw one line through two squares: two dashes side by side would leave a hole."""
        shape: Rect = self._font(style.bold).get_rect(FULL_DASH, size=style.size)
        thick = max(1, round(style.size * (0.075 if style.bold else 0.05)))
        width = 2 * self.measure(FULL_DASH, style) - 2 * shape.x
        surface.fill("white", (x + shape.x, style.base - shape.y, width, thick))

    def _box(self, surface: "Surface", form: str, style: Style, x: int) -> None:
        """Draw the box that stands for a sign which the typeface does not have."""
        from pygame import draw

        side, size = max(1, style.size // 10), style.size
        width = self.measure(form, style) - 2 * side
        place = (x + side, style.base - round(size * 0.7), max(2, width), round(size * 0.7))
        draw.rect(surface, "white", place, max(1, round(size / 16)), border_radius=size // 8)


class Advances(dict[str, int]):
    """How far each form carries on in one style, in pixels; an unknown one is measured and kept."""

    __slots__ = ("_style", "_typeface")

    def __init__(self, typeface: Typeface, style: Style) -> None:
        super().__init__()
        self._typeface, self._style = typeface, style

    def __missing__(self, form: str) -> int:
        self[form] = advance = self._typeface.measure(form, self._style)
        return advance
