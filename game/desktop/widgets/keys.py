"""Keys of the keyboard that hold while a widget is shown."""

from collections.abc import Mapping
from dataclasses import dataclass

from pygame import Rect

from game.desktop.frame import Frame
from game.desktop.sheet import Sheet
from game.desktop.widgets.widget import Widget


@dataclass(frozen=True, slots=True)
class Keys:
    """A widget with keys of its own, by pygame's names of them: they go before those of the screen, and hold in front
    of a veiled screen too."""

    child: Widget
    keys: Mapping[str, object]

    def width(self, frame: Frame) -> int:
        return self.child.width(frame)

    def height(self, frame: Frame, width: int) -> int:
        return self.child.height(frame, width)

    def place(self, frame: Frame, rect: Rect, sheet: Sheet) -> None:
        sheet.shortcuts.update(self.keys)
        self.child.place(frame, rect, sheet)
