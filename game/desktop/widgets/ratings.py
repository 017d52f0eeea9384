"""How much of five: dots for what a case asks, stars for what a customer gave. What they say stands beside them."""

from dataclasses import dataclass
from typing import Final

from pygame import Rect

from game.desktop.canvas import Canvas
from game.desktop.frame import Frame
from game.desktop.sheet import Sheet
from game.desktop.theme import code

FIVE: Final = 5
APART: Final = 8
"""Stars stand apart by so small a part of their size."""


@dataclass(frozen=True, slots=True)
class Dots:
    """So many of five dots are full. It has no words of its own."""

    full: int
    size: float = 9

    def width(self, frame: Frame) -> int:
        return round(frame.px(self.size) * (FIVE * 1.5 - 0.5))

    def height(self, frame: Frame, width: int) -> int:
        return frame.px(self.size)

    def place(self, frame: Frame, rect: Rect, sheet: Sheet) -> None:
        sheet.paint(rect, self._paint)

    def _paint(self, canvas: Canvas, rect: Rect) -> None:
        side = canvas.px(self.size)
        for number in range(FIVE):
            centre = (rect.left + side * 1.5 * number + side / 2, rect.centery)
            canvas.dot(centre, side / 2, canvas.theme.accent if number < self.full else canvas.theme.edge)
            if number >= self.full:
                canvas.dot(centre, side / 2 - canvas.px(1.5), canvas.theme.panel)


@dataclass(frozen=True, slots=True)
class Stars:
    """So many of five stars are full. Without `told` they are silent, and what stands beside them says it."""

    full: int
    size: float = 16
    told: str = ""

    def width(self, frame: Frame) -> int:
        return frame.px(self.size) * FIVE + frame.px(self.size / APART) * (FIVE - 1)

    def height(self, frame: Frame, width: int) -> int:
        return frame.px(self.size)

    def place(self, frame: Frame, rect: Rect, sheet: Sheet) -> None:
        sheet.paint(rect, self._paint)
        if self.told:
            sheet.tell("image", self.told, Rect(rect.left, rect.top, self.width(frame), rect.height))

    def _paint(self, canvas: Canvas, rect: Rect) -> None:
        from game.desktop.drawings import icon

        side, step = canvas.px(self.size), canvas.px(self.size) + canvas.px(self.size / APART)
        for number in range(FIVE):
            name, ink = ("star", canvas.theme.warn) if number < self.full else ("star-empty", canvas.theme.edge)
            place = Rect(rect.left + step * number, rect.centery - side // 2, side, side)
            canvas.picture(icon(name, code(ink)), place)
