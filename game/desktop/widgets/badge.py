"""A key of the keyboard, drawn as one: the number of a response."""

from dataclasses import dataclass

from pygame import Rect

from game.desktop.canvas import Canvas
from game.desktop.frame import Frame
from game.desktop.sheet import Sheet
from game.desktop.theme import SMALL
from game.desktop.widgets.text import Text


@dataclass(frozen=True, slots=True)
class Badge:
    """A sign on a small key, that is pressed to the same end as what it stands on; `quiet` while that waits."""

    sign: str
    size: float = 30
    quiet: bool = False

    def width(self, frame: Frame) -> int:
        return max(frame.px(self.size), self._sign.width(frame) + frame.px(12))

    def height(self, frame: Frame, width: int) -> int:
        return max(frame.px(self.size), self._sign.height(frame, width))

    @property
    def _sign(self) -> Text:
        return Text(self.sign, SMALL, "quiet" if self.quiet else "accent", bold=True, align="centre", role=None)

    def place(self, frame: Frame, rect: Rect, sheet: Sheet) -> None:
        sheet.paint(rect, self._paint)
        tall = self._sign.height(frame, rect.width)
        middle = Rect(rect.left, rect.top + (rect.height - tall) // 2, rect.width, tall)
        self._sign.place(frame, middle, sheet)

    def _paint(self, canvas: Canvas, rect: Rect) -> None:
        theme = canvas.theme
        line = theme.line if self.quiet else theme.edge
        canvas.fill(rect, line, radius=8)
        top = Rect(rect.left, rect.top, rect.width, rect.height - canvas.px(2.5))
        canvas.fill(top, theme.panel if self.quiet else theme.raised, radius=8, line=line)
