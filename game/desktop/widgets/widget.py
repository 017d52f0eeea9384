"""What every widget can do: say how much room it wants, and put itself on a sheet. Widgets are values."""

from typing import Protocol

from pygame import Rect

from game.desktop.frame import Frame
from game.desktop.sheet import Sheet


class Widget(Protocol):
    """Something that can be laid out. All measures are in pixels."""

    def width(self, frame: Frame) -> int:
        """Return the width it would like to have."""

    def height(self, frame: Frame, width: int) -> int:
        """Return the height it needs at a width."""

    def place(self, frame: Frame, rect: Rect, sheet: Sheet) -> None:
        """Put itself into a rectangle of the sheet."""
