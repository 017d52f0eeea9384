"""A number over many times, as a line from left to right."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import pygame
from pygame import Rect

from game.desktop.canvas import Canvas
from game.desktop.frame import Frame
from game.desktop.sheet import Sheet

FULL: Final = 100
ALONE: Final = 1
MOST_MARKED: Final = 40
"""So many values at most have each a dot; beyond that only the last one has."""


@dataclass(frozen=True, slots=True)
class Trail:
    """Values of 0 to 100, the newest last, before their mean and the band of `spread` around it.

    What it shows is told by what stands beside it.
    """

    values: tuple[int, ...]
    mean: int
    spread: int
    tall: float = 52

    def width(self, frame: Frame) -> int:
        return frame.px(220)

    def height(self, frame: Frame, width: int) -> int:
        return frame.px(self.tall)

    def place(self, frame: Frame, rect: Rect, sheet: Sheet) -> None:
        sheet.paint(rect, self._paint)

    def _paint(self, canvas: Canvas, rect: Rect) -> None:
        theme, inner = canvas.theme, rect.inflate(-2 * canvas.px(8), -2 * canvas.px(7))
        canvas.fill(rect, theme.raised, radius=6)
        low, high = max(0, self.mean - self.spread), min(FULL, self.mean + self.spread)
        top, bottom = _height(inner, high), _height(inner, low)
        if bottom > top:
            canvas.fill(Rect(rect.left, round(top), rect.width, round(bottom - top)), theme.zone, radius=0)
        level = round(_height(inner, self.mean))
        pygame.draw.line(canvas.surface, theme.edge, (rect.left, level), (rect.right - 1, level), canvas.px(1))
        points = self._points(inner)
        for one, other in pairwise(points):
            pygame.draw.aaline(canvas.surface, theme.dot, one, other, canvas.px(2))
        marked = points[:-1] if len(points) <= MOST_MARKED else []
        for point in marked:
            canvas.dot(point, canvas.px(3), theme.dot)
        canvas.dot(points[-1], canvas.px(5), theme.dot, theme.panel)

    def _points(self, inner: Rect) -> list[tuple[float, float]]:
        many = len(self.values)
        if many == ALONE:
            return [(float(inner.centerx), _height(inner, self.values[0]))]
        step = inner.width / (many - 1)
        return [(inner.left + step * place, _height(inner, value)) for place, value in enumerate(self.values)]


def _height(inner: Rect, value: int) -> float:
    return inner.bottom - inner.height * value / FULL
