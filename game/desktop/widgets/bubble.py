"""A speech bubble: no larger than its words need, with a tail to whoever speaks."""

import math
from dataclasses import dataclass, replace
from typing import Final

from pygame import Rect

from game.desktop.canvas import Canvas
from game.desktop.frame import Frame, inset
from game.desktop.sheet import Place, Sheet
from game.desktop.widgets.scroll import BAR, Scroll
from game.desktop.widgets.widget import Widget

PAD: Final = (20, 13)
CORNER: Final = 18
TAIL: Final = 24
"""How far the tail reaches out, in units."""
ROOT: Final = 11
"""Half of what the tail is broad where it begins."""
BETWEEN: Final = 6
STEPS: Final = 16
"""In so many steps a bubble is made narrower, as long as its words need no more lines."""


@dataclass(frozen=True, slots=True)
class Bubble:
    """Words in a bubble below a line that says whose they are; they scroll where there is too little room.

    Pressed anywhere, it sends `message`, if there is one. `tip` is the point that the tail reaches for, in pixels.
    """

    key: str
    message: object
    head: Widget
    words: Widget
    most: float = 720
    least: float = 240
    tip: tuple[int, int] | None = None

    def width(self, frame: Frame) -> int:
        return self.fitting(frame, frame.px(self.most))

    def fitting(self, frame: Frame, room: int) -> int:
        """Return the least width, of at most `room` pixels, at which the words need no more lines than at the most."""
        sides = 2 * frame.px(PAD[0])
        most = max(1, min(frame.px(self.most), room) - sides)
        lowest = min(most, max(frame.px(self.least) - sides, self.head.width(frame)))
        if self.words.width(frame) <= most:
            return max(lowest, self.words.width(frame)) + sides
        tall = self.words.height(frame, most)
        widths = (lowest + (most - lowest) * step // STEPS for step in range(STEPS))
        narrow = next((width for width in widths if self.words.height(frame, width) <= tall), most)
        return narrow + sides

    def height(self, frame: Frame, width: int) -> int:
        inner = max(1, width - 2 * frame.px(PAD[0]))
        own = self.head.height(frame, inner) + frame.px(BETWEEN) + self.words.height(frame, inner)
        return own + 2 * frame.px(PAD[1])

    def place(self, frame: Frame, rect: Rect, sheet: Sheet) -> None:
        if self.message is None:
            sheet.paint(rect, self._paint)
        else:
            sheet.press(rect, self.key, self.message, self._paint)
        inside = inset(rect, frame.px(PAD[0]), frame.px(PAD[1]))
        head = min(inside.height, self.head.height(frame, inside.width))
        self.head.place(frame, Rect(inside.topleft, (inside.width, head)), sheet)
        top = inside.top + head + frame.px(BETWEEN)
        shown = Rect(inside.left, top, inside.width, max(0, inside.bottom - top))
        self._words(frame, shown, sheet)

    def _words(self, frame: Frame, rect: Rect, sheet: Sheet) -> None:
        """Put the words below the head. Where they scroll one can go to them, and where they can be pressed."""
        told = len(sheet.nodes)
        if self.words.height(frame, rect.width) > rect.height:
            rect = Rect(rect.left, rect.top, rect.width + frame.px(BAR), rect.height)
        scroll = f"{self.key}.words"
        Scroll(scroll, self.words).place(frame, rect, sheet)
        if sheet.windows[scroll].most:
            sheet.places[self.key] = Place(rect, scroll)
        if self.key in sheet.places:
            sheet.nodes[told:] = [replace(node, key=self.key) for node in sheet.nodes[told:]]

    def _paint(self, canvas: Canvas, rect: Rect) -> None:
        theme = canvas.theme
        lit = self.message is not None and canvas.hover == self.key
        line, ground = theme.accent if lit else theme.edge, theme.panel
        canvas.fill(rect, ground, radius=CORNER, line=line)
        if self.tip is not None:
            one, end, other = tail(rect, self.tip, canvas.px(CORNER), canvas.px(ROOT), canvas.px(TAIL))
            canvas.shape([one, end, other], ground)
            canvas.stroke([one, end, other], line)


def tail(rect: Rect, tip: tuple[int, int], corner: int, root: int, length: int) -> list[tuple[float, float]]:
    """Return the three corners of a tail that begins on the edge of a bubble and reaches for a point outside of it."""
    aside = max(rect.left - tip[0], tip[0] - rect.right)
    above = max(rect.top - tip[1], tip[1] - rect.bottom)
    margin = corner + root
    if aside >= above:
        x = float(rect.left + 1 if tip[0] < rect.left else rect.right - 2)
        y = float(min(max(tip[1], rect.top + margin), max(rect.top + margin, rect.bottom - margin)))
        begin, across = (x, y), (0.0, 1.0)
    else:
        x = float(min(max(tip[0], rect.left + margin), max(rect.left + margin, rect.right - margin)))
        y = float(rect.top + 1 if tip[1] < rect.top else rect.bottom - 2)
        begin, across = (x, y), (1.0, 0.0)
    way = (tip[0] - begin[0], tip[1] - begin[1])
    far = math.hypot(*way) or 1.0
    part = min(1.0, length / far)
    end = (begin[0] + way[0] * part, begin[1] + way[1] * part)
    one = (begin[0] - across[0] * root, begin[1] - across[1] * root)
    other = (begin[0] + across[0] * root, begin[1] + across[1] * root)
    return [one, end, other]
