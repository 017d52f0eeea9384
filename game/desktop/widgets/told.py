"""Several widgets that say one thing."""

from dataclasses import dataclass

from pygame import Rect

from game.desktop.frame import Frame
from game.desktop.sheet import Role, Sheet
from game.desktop.widgets.widget import Widget


@dataclass(frozen=True, slots=True)
class Told:
    """A widget that is one node to a screen reader: `label` and `value` say all that is in it."""

    child: Widget
    label: str
    value: str = ""
    role: Role = "text"

    def width(self, frame: Frame) -> int:
        return self.child.width(frame)

    def height(self, frame: Frame, width: int) -> int:
        return self.child.height(frame, width)

    def place(self, frame: Frame, rect: Rect, sheet: Sheet) -> None:
        sheet.tell(self.role, self.label, rect, value=self.value)
        told = len(sheet.nodes)
        self.child.place(frame, rect, sheet)
        del sheet.nodes[told:]
