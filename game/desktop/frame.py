"""What widgets lay themselves out by: letters, theme, scale, size of the window, and where things are scrolled to."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pygame import Rect

from game.desktop.pictures import Pictures
from game.desktop.theme import BODY, LEAST_LETTERS, Theme

if TYPE_CHECKING:
    from game.desktop.lettering import Letters, Style

USUAL: tuple[int, int] = (1280, 720)


@dataclass(slots=True)
class Hand:
    """Where the trainee is: what has the focus, lies under the pointer, is held down; how far things are scrolled."""

    focus: str = ""
    hover: str = ""
    held: str = ""
    scrolled: dict[str, int] = field(default_factory=dict)
    carets: dict[str, int] = field(default_factory=dict)
    composing: str = ""
    """What an input method shows before it is settled."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What a screen is laid out for. `size` is the window's in pixels, `scale` pixels to a unit, `now` in seconds."""

    letters: "Letters"
    pictures: Pictures
    theme: Theme
    size: tuple[int, int]
    scale: float
    hand: Hand
    now: float
    motion: bool = True

    def px(self, units: float) -> int:
        """Return so many units in pixels."""
        return round(units * self.scale)

    @property
    def units(self) -> tuple[float, float]:
        """The size of the window in units: what says how much there is room for."""
        return self.size[0] / self.scale, self.size[1] / self.scale

    @property
    def wide(self) -> bool:
        """Whether there is room for things side by side."""
        return self.units[0] >= 960

    def style(self, size: float = BODY, bold: bool = False) -> "Style":
        """Return a style of letters of so many units."""
        from game.desktop.lettering import Style

        return Style(max(LEAST_LETTERS, self.px(size)), bold)


def scale_of(size: tuple[int, int], text: int = 100) -> float:
    """Return the pixels to a unit in a window of `size` where the trainee wants letters of `text` percent."""
    fit = min(size[0] / USUAL[0], size[1] / USUAL[1])
    return max(0.8, fit) * text / 100


def square(rect: Rect, side: int) -> Rect:
    """Return the square in the middle of a rectangle, with sides of so much where it has room for that."""
    side = min(side, rect.width, rect.height)
    return Rect(rect.centerx - side // 2, rect.centery - side // 2, side, side)


def inset(rect: Rect, x: int, y: int) -> Rect:
    """Return a rectangle without so much at its sides, and at its top and bottom; never less than nothing."""
    return Rect(rect.left + x, rect.top + y, max(0, rect.width - 2 * x), max(0, rect.height - 2 * y))
