"""A number that is set by hand: by a click, by drawing along, by the arrows, or by typing it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from pygame import Rect

from game.desktop.canvas import Canvas
from game.desktop.frame import Frame
from game.desktop.sheet import Place, Sheet
from game.desktop.theme import SMALL
from game.desktop.widgets.text import Text

TRACK: Final = 44
"""The height in which it can be pressed, in units."""
KNOB: Final = 12
MARKS: Final = 4


@dataclass(frozen=True, slots=True)
class Slider:
    """A number of 0 to `top`, None for none yet. `send` makes the message of a number, `strokes` are keys' own."""

    key: str
    label: str
    value: int | None
    told: str
    send: Callable[[int], object]
    strokes: Mapping[str, object]
    top: int = 100

    def width(self, frame: Frame) -> int:
        return frame.px(320)

    def height(self, frame: Frame, width: int) -> int:
        return frame.px(TRACK) + Text("0", SMALL).height(frame, width)

    def place(self, frame: Frame, rect: Rect, sheet: Sheet) -> None:
        track = Rect(rect.left, rect.top, rect.width, frame.px(TRACK))
        sheet.paint(track, self._paint)
        for value in range(self.top + 1):
            left, right = self._slice(frame, track, value), self._slice(frame, track, value + 1)
            sheet.press(Rect(left, track.top, right - left, track.height), self.key, self.send(value))
        sheet.press(Rect(track.topleft, (0, 0)), self.key, None)  # Enter sets nothing
        sheet.places[self.key] = Place(track, sheet.within)
        sheet.strokes[self.key] = self.strokes
        sheet.tell("field", self.label, track, value=self.told, key=self.key)
        self._numbers(frame, Rect(rect.left, track.bottom, rect.width, rect.bottom - track.bottom), sheet)

    def _ends(self, unit: int, rect: Rect) -> tuple[int, int]:
        """Return where the line begins and ends: the knob stays within the place."""
        return rect.left + unit, rect.right - unit

    def _slice(self, frame: Frame, track: Rect, value: int) -> int:
        """Return where the part begins that stands for a value; the first and the last reach to the edges."""
        start, end = self._ends(frame.px(KNOB), track)
        if value == 0:
            return track.left
        return track.right if value > self.top else round(start + (end - start) * (value - 0.5) / self.top)

    def _numbers(self, frame: Frame, rect: Rect, sheet: Sheet) -> None:
        start, end = self._ends(frame.px(KNOB), rect)
        for mark in range(MARKS + 1):
            text = Text(f"{self.top * mark // MARKS}", SMALL, "quiet", role=None)
            wide = text.width(frame)
            middle = start + (end - start) * mark // MARKS
            left = min(max(rect.left, middle - wide // 2), rect.right - wide)
            text.place(frame, Rect(left, rect.top, wide, rect.height), sheet)

    def _paint(self, canvas: Canvas, rect: Rect) -> None:
        start, end = self._ends(canvas.px(KNOB), rect)
        line = Rect(start, 0, end - start, canvas.px(8))
        line.centery = rect.centery
        canvas.fill(line, canvas.theme.raised, radius=4, line=canvas.theme.edge)
        for mark in range(MARKS + 1):
            tick = Rect(start + (end - start) * mark // MARKS, line.bottom + canvas.px(3), canvas.px(1.5), canvas.px(5))
            canvas.fill(tick, canvas.theme.edge, radius=0)
        if self.value is None:
            return
        at = start + round((end - start) * self.value / self.top)
        canvas.fill(
            Rect(line.left, line.top, max(line.height, at - line.left), line.height), canvas.theme.accent, radius=4
        )
        canvas.dot((at, rect.centery), canvas.px(KNOB - 3), canvas.theme.accent, canvas.theme.panel)
