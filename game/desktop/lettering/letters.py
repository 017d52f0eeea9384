"""The letters of a window: texts are laid out, drawn, and found again under the mouse."""

from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from game.desktop.lettering.fonts import Typeface
from game.desktop.lettering.shelf import Shelf
from game.typesetting.block import Align, Block, Line
from game.typesetting.breaking import is_whole
from game.typesetting.setting import Order, set_text
from game.typesetting.style import Style

if TYPE_CHECKING:
    from pygame import Surface
    from pygame.typing import ColorLike

MEGA: Final = 1 << 20
DRAWN: Final = 16 * MEGA
LAID: Final = 5 * MEGA
WEIGHT: Final = 100
"""Bytes that a letter of a block takes, about."""
PIECE: Final = 64
"""Signs drawn as one picture: a line of a text field may be longer than any screen."""
CARET: Final = 1.25
"""A caret is so many times as high as its letters."""
ENDLESS: Final = 1 << 30


class Letters:
    """Lays out and draws text in Noto Sans SC. Fonts are opened at the first text; no display is needed for that."""

    def __init__(self, drawn: int = DRAWN, laid: int = LAID) -> None:
        """Keep drawn lines and laid-out blocks, up to so many bytes each."""
        self._typeface = Typeface()
        self.drawn: Shelf[Surface] = Shelf(drawn)
        self.laid: Shelf[Block] = Shelf(laid)

    def lay(
        self, text: str, style: Style, width: int, *, most_lines: int | None = None, align: Align = "left"
    ) -> Block:
        """Return a text in lines of at most `width` pixels; one that is cut at `most_lines` ends with ….

        Only a single sign that is wider than the width is let stand out of it.
        """
        key = (text, style.size, style.bold, width, most_lines, align)

        def make() -> Block:
            return set_text(self._typeface, text, Order(style, max(1, width), most_lines, align))

        return self.laid.get(key, make, lambda block: WEIGHT * (len(text) + 10))

    def width(self, text: str, style: Style) -> int:
        """Return how wide a text is in pixels where nothing breaks its lines."""
        return self.lay(text, style, ENDLESS).width

    def line_height(self, style: Style) -> int:
        """Return how far the top of one line is from the top of the next, in pixels."""
        return style.line

    def missing(self, text: str) -> set[str]:
        """Return the characters of a text that the font cannot draw, and for which a box stands."""
        return {sign for sign in set(text) if self._typeface.is_missing(sign)}

    def paint(
        self, surface: "Surface", block: Block, at: tuple[int, int], colour: "ColorLike", upto: int | None = None
    ) -> None:
        """Draw a block with its left top at `at`; `upto` shows only so many characters of its text, in their places."""
        from pygame import Color

        rgba = tuple(Color(colour))
        clip = surface.get_clip()
        for line in block.lines:
            if upto is not None and upto <= line.start:
                break
            top = at[1] + line.y
            if top < clip.bottom and top + block.style.line > clip.top:
                self._line(surface, block.style, line, (at[0] + line.x, top), rgba, upto)

    def _line(
        self,
        surface: "Surface",
        style: Style,
        line: Line,
        at: tuple[int, int],
        rgba: tuple[int, ...],
        upto: int | None,
    ) -> None:
        """Draw one line, in pieces; those that the clip hides are not even made."""
        shown = len(line.text) if upto is None or upto >= line.end else upto - line.start
        clip, margin = surface.get_clip(), style.size // 2
        for first in range(0, shown, PIECE):
            last = min(first + PIECE, len(line.text))
            left = at[0] + line.xs[first] - margin
            width = line.xs[last] - line.xs[first] + 2 * margin
            if left >= clip.right or left + width <= clip.left:
                continue
            image = self._piece(style, line, first, last, rgba)
            if shown < last:
                width = line.xs[shown] - line.xs[first] + margin
            surface.blit(image, (left, at[1]), (0, 0, width, style.line))

    def _piece(self, style: Style, line: Line, first: int, last: int, rgba: tuple[int, ...]) -> "Surface":
        """Return the picture of some signs of a line, with half a square of margin on either side."""
        drawn = line.forms[first:last]
        places = tuple(x - line.xs[first] for x in line.xs[first : last + 1])

        def make() -> "Surface":
            from pygame import BLEND_RGBA_MULT, SRCALPHA, Surface

            margin = style.size // 2
            image = Surface((places[-1] + 2 * margin, style.line), SRCALPHA, 32)
            self._typeface.ink_line(image, drawn, tuple(x + margin for x in places[:-1]), style)
            image.fill(rgba, special_flags=BLEND_RGBA_MULT)
            return image

        return self.drawn.get((drawn, places, style, rgba), make, lambda image: 4 * image.width * image.height)

    def caret(self, block: Block, index: int) -> tuple[int, int, int]:
        """Return x, y and height of a caret before the character `index`, in pixels from the block's left top."""
        line, style = block.line_at(index), block.style
        height = round(style.size * CARET)
        return block.x_at(index), line.y + (style.line - height) // 2, height

    def index(self, block: Block, at: tuple[int, int]) -> int:
        """Return the place in the text that is nearest to a point, in pixels from the block's left top."""
        line = block.lines[min(max(0, at[1] // block.style.line), len(block.lines) - 1)]
        x, shown = at[0] - line.x, line.end - line.start
        after = min(bisect_right(line.xs, x, 0, shown + 1), shown)
        before = max(0, after - 1)
        place = before if x - line.xs[before] < line.xs[after] - x else after
        while place < shown and not is_whole(line.text, place):
            place += 1
        return line.start + place
