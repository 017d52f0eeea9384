"""One of several widgets: the largest that there is room for."""

from collections.abc import Sequence
from dataclasses import dataclass

from pygame import Rect

from game.desktop.frame import Frame
from game.desktop.sheet import Sheet
from game.desktop.widgets.widget import Widget


@dataclass(frozen=True, slots=True)
class Largest:
    """The first of these widgets, from the largest on, that is no higher than its place; the last where none is."""

    children: Sequence[Widget]

    def width(self, frame: Frame) -> int:
        return self.children[0].width(frame)

    def height(self, frame: Frame, width: int) -> int:
        return self.children[0].height(frame, width)

    def place(self, frame: Frame, rect: Rect, sheet: Sheet) -> None:
        fitting = (child for child in self.children if child.height(frame, rect.width) <= rect.height)
        next(fitting, self.children[-1]).place(frame, rect, sheet)
