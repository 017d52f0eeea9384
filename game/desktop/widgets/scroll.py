"""A part of the screen through which something longer is seen."""

from dataclasses import dataclass, replace
from typing import Final

from pygame import Rect

from game.desktop.canvas import Canvas
from game.desktop.frame import Frame
from game.desktop.sheet import Paint, Sheet, Window
from game.desktop.widgets.widget import Widget

BAR: Final = 8
"""The width of the bar that shows where one is, in units; it is kept free at the right."""
SHORTEST: Final = 28


@dataclass(frozen=True, slots=True)
class Scroll:
    """A widget that may be higher than its place. `key` is what its offset is kept by; `end`: it opens at its end."""

    key: str
    child: Widget
    end: bool = False

    def width(self, frame: Frame) -> int:
        return self.child.width(frame) + frame.px(BAR + 4)

    def height(self, frame: Frame, width: int) -> int:
        return self.child.height(frame, self._inner(frame, width))

    def _inner(self, frame: Frame, width: int) -> int:
        return max(0, width - frame.px(BAR + 4))

    def place(self, frame: Frame, rect: Rect, sheet: Sheet) -> None:
        inner, length = rect.width, self.child.height(frame, rect.width)
        if length > rect.height:
            inner = self._inner(frame, rect.width)
            length = self.child.height(frame, inner)
        window = Window(self.key, rect, length, sheet.within)
        offset = min(window.most, frame.hand.scrolled.get(self.key, window.most if self.end else 0))
        sheet.windows[self.key] = replace(window, offset=offset)
        with sheet.clipped(rect, self.key):
            self.child.place(frame, Rect(rect.left, rect.top - offset, inner, max(length, rect.height)), sheet)
        if window.most:
            sheet.paint(Rect(rect.right - frame.px(BAR), rect.top, frame.px(BAR), rect.height), _bar(window, offset))


@dataclass(frozen=True, slots=True)
class Below:
    """A widget below a `Scroll` of this key, in line with what is scrolled: where that keeps room for its bar, so does
    this one. It has to be placed after it."""

    key: str
    child: Widget

    def width(self, frame: Frame) -> int:
        return self.child.width(frame) + frame.px(BAR + 4)

    def height(self, frame: Frame, width: int) -> int:
        return self.child.height(frame, max(0, width - frame.px(BAR + 4)))

    def place(self, frame: Frame, rect: Rect, sheet: Sheet) -> None:
        window = sheet.windows.get(self.key)
        bar = frame.px(BAR + 4) if window is not None and window.most else 0
        self.child.place(frame, Rect(rect.left, rect.top, max(0, rect.width - bar), rect.height), sheet)


def thumb(track: Rect, window: Window, offset: int, least: int) -> Rect:
    """Return where on its track the thumb of a scroll bar lies."""
    height = max(min(least, track.height), track.height * window.rect.height // max(1, window.length))
    top = track.top + (track.height - height) * offset // max(1, window.most)
    return Rect(track.left, top, track.width, height)


def _bar(window: Window, offset: int) -> Paint:
    def paint(canvas: Canvas, rect: Rect) -> None:
        canvas.fill(rect, canvas.theme.raised, radius=BAR / 2)
        canvas.fill(thumb(rect, window, offset, canvas.px(SHORTEST)), canvas.theme.edge, radius=BAR / 2)

    return paint
