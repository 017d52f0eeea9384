"""Scores that are drawn: one as a ring with its number in it, two on one line so that they can be compared."""

import math
from dataclasses import dataclass
from typing import Final

from pygame import Rect

from game.desktop.canvas import Canvas
from game.desktop.frame import Frame, square
from game.desktop.sheet import Sheet
from game.desktop.theme import SMALL, code
from game.desktop.widgets.text import Ink, Text

FULL: Final = 100
RING: Final = 7
RADIUS: Final = 45
"""The width of the ring and how far its middle is from the centre, where it is 100 wide."""


@dataclass(frozen=True, slots=True)
class Dial:
    """A score of 0 to 100 as a ring, with its number and what it is called in it. `ink` colours the ring."""

    value: int
    label: str
    told: str
    ink: Ink = "accent"
    size: float = 148

    def width(self, frame: Frame) -> int:
        return frame.px(self.size)

    def height(self, frame: Frame, width: int) -> int:
        return frame.px(self.size)

    def place(self, frame: Frame, rect: Rect, sheet: Sheet) -> None:
        own = square(rect, frame.px(self.size))
        sheet.paint(own, self._paint)
        number = Text(f"{self.value}", self.size * 0.31, bold=True, align="centre", role=None)
        label = Text(self.label, SMALL, "quiet", align="centre", role=None)
        tall, small = number.height(frame, own.width), label.height(frame, own.width)
        # Letters stand in the middle of lines that are half as high again: lines may lie upon each other a little.
        top = own.centery - (tall + small) // 2 + frame.px(2)
        number.place(frame, Rect(own.left, top, own.width, tall), sheet)
        label.place(frame, Rect(own.left, top + tall - frame.px(6), own.width, small), sheet)
        sheet.tell("meter", self.label, own, value=self.told)

    def _paint(self, canvas: Canvas, rect: Rect) -> None:
        canvas.picture(ring(self.value / FULL, code(canvas.theme.pressed), code(getattr(canvas.theme, self.ink))), rect)


def ring(share: float, track: str, colour: str) -> str:
    """Return the SVG of a ring (viewBox 0 0 100 100) that is filled from the top, clockwise, as far as `share` says."""
    whole = f'<circle cx="50" cy="50" r="{RADIUS}" fill="none" stroke="{track}" stroke-width="{RING}"/>'
    if share >= 1:
        part = whole.replace(track, colour)
    else:
        angle = 2 * math.pi * max(0.0, share) - math.pi / 2
        x, y = 50 + RADIUS * math.cos(angle), 50 + RADIUS * math.sin(angle)
        way = f"M50,{50 - RADIUS}A{RADIUS},{RADIUS} 0 {int(share > 0.5)} 1 {x:.2f},{y:.2f}"
        part = f'<path d="{way}" fill="none" stroke="{colour}" stroke-width="{RING}"/>' if share > 0 else ""
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">{whole}{part}</svg>'


@dataclass(frozen=True, slots=True)
class Beside:
    """What was guessed beside what it was, both 0 to 100, on one line: the guess above it, the other below."""

    guess: int
    guessed: str
    """What stands above: whose number it is, and the number."""
    value: int
    named: str
    label: str
    told: str

    def width(self, frame: Frame) -> int:
        return frame.px(280)

    def height(self, frame: Frame, width: int) -> int:
        return 2 * self._text(self.named).height(frame, width) + frame.px(34)

    def _text(self, text: str) -> Text:
        return Text(text, SMALL, bold=True, role=None)

    def _x(self, rect: Rect, inset: int, value: int) -> int:
        return rect.left + inset + (rect.width - 2 * inset) * value // FULL

    def place(self, frame: Frame, rect: Rect, sheet: Sheet) -> None:
        tall, inset = self._text(self.named).height(frame, rect.width), frame.px(8)
        middle = Rect(rect.left, rect.top + tall, rect.width, frame.px(34))
        sheet.paint(middle, self._paint)
        for text, value, top in ((self.guessed, self.guess, rect.top), (self.named, self.value, middle.bottom)):
            shown = self._text(text)
            wide = min(rect.width, shown.width(frame))
            left = min(max(rect.left, self._x(rect, inset, value) - wide // 2), rect.right - wide)
            shown.place(frame, Rect(left, top, wide, tall), sheet)
        sheet.tell("meter", self.label, rect, value=self.told)

    def _paint(self, canvas: Canvas, rect: Rect) -> None:
        theme, inset = canvas.theme, canvas.px(8)
        line = Rect(rect.left, 0, rect.width, canvas.px(8))
        line.centery = rect.centery
        canvas.fill(line, theme.raised, radius=4, line=theme.edge)
        ends = sorted(self._x(rect, inset, value) for value in (self.guess, self.value))
        canvas.fill(
            Rect(ends[0], line.top, max(1, ends[1] - ends[0]), line.height), theme.zone, radius=0, line=theme.edge
        )
        self._arrow(canvas, self._x(rect, inset, self.guess), line)
        canvas.dot((self._x(rect, inset, self.value), line.centery), canvas.px(8), theme.accent, theme.panel)

    def _arrow(self, canvas: Canvas, x: int, line: Rect) -> None:
        """Draw the guess as a triangle that points down to the line."""
        half, tip = canvas.px(7), line.top + canvas.px(1)
        canvas.shape([(x - half, tip - canvas.px(12)), (x + half, tip - canvas.px(12)), (x, tip)], canvas.theme.ink)
