"""A panel in front of a screen, behind which nothing can be pressed."""

from dataclasses import dataclass, replace

from pygame import Rect, Surface

from game.desktop.canvas import Canvas
from game.desktop.frame import Frame
from game.desktop.sheet import Sheet
from game.desktop.widgets.boxes import Panel
from game.desktop.widgets.widget import Widget


@dataclass(frozen=True, slots=True)
class Modal:
    """A widget in front of what was laid out before it: that is veiled, and cannot be reached until this is gone."""

    child: Widget
    most: float = 720
    share: float = 0.92
    """Of the height of the screen, at most."""
    keeps: tuple[str, ...] = ("escape",)
    """The keys of the screen that still do what they do: the way out, and what opened it."""

    def width(self, frame: Frame) -> int:
        return frame.size[0]

    def height(self, frame: Frame, width: int) -> int:
        return frame.size[1]

    def place(self, frame: Frame, rect: Rect, sheet: Sheet) -> None:
        sheet.spots[:] = [replace(spot, key="", message=None) for spot in sheet.spots]
        for held in (sheet.places, sheet.typing, sheet.windows, sheet.nodes):
            held.clear()
        for key in sheet.shortcuts.keys() - set(self.keeps):
            del sheet.shortcuts[key]
        sheet.paint(rect, _veil)
        panel = Panel(self.child, 22, 18, radius=14)
        width = min(frame.px(self.most), rect.width - 2 * frame.px(12))
        height = min(panel.height(frame, width), round(rect.height * self.share))
        own = Rect(0, 0, width, height)
        own.center = rect.center
        panel.place(frame, own, sheet)


def _veil(canvas: Canvas, rect: Rect) -> None:
    veil = Surface(rect.size)
    veil.fill(canvas.theme.veil[:3])
    veil.set_alpha(canvas.theme.veil[3])
    canvas.surface.blit(veil, rect)
