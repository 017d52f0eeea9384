"""Words on the screen."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from pygame import Rect

from game.desktop.canvas import Canvas
from game.desktop.frame import Frame
from game.desktop.sheet import Role, Sheet
from game.desktop.theme import BODY

if TYPE_CHECKING:
    from game.desktop.lettering import Block

Align = Literal["left", "centre", "right"]
Ink = Literal["ink", "quiet", "accent", "on_accent", "good", "bad", "warn"]


@dataclass(frozen=True, slots=True)
class Text:
    """A text that is broken into lines as wide as its place; `most` lines at most, where given, the rest cut with …."""

    text: str
    size: float = BODY
    ink: Ink = "ink"
    bold: bool = False
    align: Align = "left"
    most: int | None = None
    role: Role | None = "text"

    def _block(self, frame: Frame, width: int) -> "Block":
        style = frame.style(self.size, self.bold)
        return frame.letters.lay(self.text, style, max(1, width), most_lines=self.most, align=self.align)

    def width(self, frame: Frame) -> int:
        style = frame.style(self.size, self.bold)
        return max((frame.letters.width(line, style) for line in self.text.split("\n")), default=0) + 1

    def height(self, frame: Frame, width: int) -> int:
        return self._block(frame, width).height

    def place(self, frame: Frame, rect: Rect, sheet: Sheet) -> None:
        block = self._block(frame, rect.width)
        if block.height > rect.height or block.width > rect.width:
            sheet.overflows.append(f"{self.text!r}: {block.width}×{block.height} in {tuple(rect)}")
        sheet.fits(self.text, rect)

        def paint(canvas: Canvas, place: Rect) -> None:
            canvas.letters.paint(canvas.surface, block, place.topleft, getattr(canvas.theme, self.ink))

        sheet.paint(rect, paint)
        if self.role is not None and self.text:
            sheet.tell(self.role, self.text, rect)


@dataclass(frozen=True, slots=True)
class Appearing:
    """Words that appear one after another from the time `since` on, `speed` letters a second; 0 shows all at once."""

    text: str
    since: float
    speed: float
    size: float = BODY
    ink: Ink = "ink"

    def width(self, frame: Frame) -> int:
        return Text(self.text, self.size).width(frame)

    def height(self, frame: Frame, width: int) -> int:
        return Text(self.text, self.size).height(frame, width)

    @property
    def done_at(self) -> float:
        """When all words are on the screen."""
        return self.since if self.speed <= 0 else self.since + len(self.text) / self.speed

    def place(self, frame: Frame, rect: Rect, sheet: Sheet) -> None:
        style = frame.style(self.size)
        block = frame.letters.lay(self.text, style, max(1, rect.width))
        if block.height > rect.height:
            sheet.overflows.append(f"{self.text!r}: {block.height} in {tuple(rect)}")
        sheet.fits(self.text, rect)
        sheet.moves_until = max(sheet.moves_until, self.done_at)

        def paint(canvas: Canvas, place: Rect) -> None:
            upto = None if canvas.now >= self.done_at else int((canvas.now - self.since) * self.speed)
            canvas.letters.paint(canvas.surface, block, place.topleft, getattr(canvas.theme, self.ink), upto)

        sheet.paint(rect, paint)
        sheet.tell("speech", self.text, rect)
