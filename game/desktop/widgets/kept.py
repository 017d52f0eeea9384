"""Something long that is laid out once: scrolled, it is put on the sheet at another place and not worked out anew."""

from dataclasses import dataclass, field, replace

from pygame import Rect

from game.desktop.frame import Frame
from game.desktop.sheet import Place, Sheet, Spot
from game.desktop.widgets.widget import Widget

Measure = tuple[int, float]
"""The width in pixels and the scale that something was laid out for."""


@dataclass(slots=True)
class Kept:
    """A widget that looks the same as long as its size does: it neither moves nor types nor scrolls.

    It has to be held from one view to the next; whoever holds it makes a new one when what it shows has changed.
    """

    child: Widget
    _heights: dict[Measure, int] = field(default_factory=dict)
    _laid: dict[tuple[Measure, int], Sheet] = field(default_factory=dict)

    def width(self, frame: Frame) -> int:
        return self.child.width(frame)

    def height(self, frame: Frame, width: int) -> int:
        measure = (width, frame.scale)
        if measure not in self._heights:
            self._heights[measure] = self.child.height(frame, width)
        return self._heights[measure]

    def place(self, frame: Frame, rect: Rect, sheet: Sheet) -> None:
        own = self._sheet(frame, rect)
        clip, within = sheet.clip, sheet.within
        for spot in own.spots:
            sheet.spots.append(Spot(spot.rect.move(rect.topleft), clip, spot.paint, spot.key, spot.message))
        for node in own.nodes:
            at = node.rect.move(rect.topleft)
            sheet.nodes.append(replace(node, rect=at, seen=bool(at.clip(clip))))
        sheet.places |= {key: Place(place.rect.move(rect.topleft), within) for key, place in own.places.items()}
        sheet.overflows += own.overflows

    def _sheet(self, frame: Frame, rect: Rect) -> Sheet:
        """Return the widget as it is laid out at the left top of a sheet of its own."""
        key = ((rect.width, frame.scale), rect.height)
        if key not in self._laid:
            self._laid.clear()  # the window has another size: nobody will ask for the old one
            whole = Rect((0, 0), rect.size)
            own = Sheet(whole)
            with own.clipped(whole, "kept"):
                self.child.place(frame, whole, own)
            self._laid[key] = own
        return self._laid[key]
