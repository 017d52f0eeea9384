"""Widgets that hold others: below each other, beside each other, in a grid, on a panel, scrolled."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from pygame import Rect

from game.desktop.canvas import Canvas
from game.desktop.frame import Frame, inset
from game.desktop.sheet import Sheet
from game.desktop.theme import GAP, RADIUS
from game.desktop.widgets.widget import Widget

Across = Literal["start", "middle", "end", "fill"]


@dataclass(frozen=True, slots=True)
class Space:
    """Nothing, of so many units."""

    tall: float = 0
    wide: float = 0

    def width(self, frame: Frame) -> int:
        return frame.px(self.wide)

    def height(self, frame: Frame, width: int) -> int:
        return frame.px(self.tall)

    def place(self, frame: Frame, rect: Rect, sheet: Sheet) -> None:
        pass


@dataclass(frozen=True, slots=True)
class Column:
    """Widgets below each other. One of `stretch` (by number) takes the height that is left over."""

    children: Sequence[Widget]
    gap: float = GAP
    stretch: int | None = None
    across: Across = "fill"

    def width(self, frame: Frame) -> int:
        return max((child.width(frame) for child in self.children), default=0)

    def height(self, frame: Frame, width: int) -> int:
        gaps = frame.px(self.gap) * max(0, len(self.children) - 1)
        return sum(child.height(frame, width) for child in self.children) + gaps

    def place(self, frame: Frame, rect: Rect, sheet: Sheet) -> None:
        heights = [child.height(frame, rect.width) for child in self.children]
        gap = frame.px(self.gap)
        if self.stretch is not None:
            others = sum(heights) - heights[self.stretch] + gap * (len(heights) - 1)
            heights[self.stretch] = max(0, rect.height - others)
        top = rect.top
        for child, height in zip(self.children, heights, strict=True):
            child.place(frame, self._across(frame, child, Rect(rect.left, top, rect.width, height)), sheet)
            top += height + gap

    def _across(self, frame: Frame, child: Widget, rect: Rect) -> Rect:
        if self.across == "fill":
            return rect
        width = min(rect.width, child.width(frame))
        left = {"start": 0, "middle": (rect.width - width) // 2, "end": rect.width - width}[self.across]
        return Rect(rect.left + left, rect.top, width, rect.height)


@dataclass(frozen=True, slots=True)
class Row:
    """Widgets beside each other. `shares` divide what is left among the children; None takes its own width.

    `along` says where children lie that are less high than the row.
    """

    children: Sequence[Widget]
    shares: Sequence[float | None] = ()
    gap: float = GAP
    along: Across = "middle"

    def width(self, frame: Frame) -> int:
        gaps = frame.px(self.gap) * max(0, len(self.children) - 1)
        return sum(child.width(frame) for child in self.children) + gaps

    def widths(self, frame: Frame, width: int) -> list[int]:
        """Return the width of each child in a row of `width`."""
        shares = [*self.shares, *[None] * (len(self.children) - len(self.shares))]
        free = max(0, width - frame.px(self.gap) * max(0, len(self.children) - 1))
        own = [child.width(frame) if share is None else 0 for child, share in zip(self.children, shares, strict=True)]
        wanted, total = sum(own), sum(share or 0 for share in shares)
        if wanted > free and wanted:
            own = [one * free // wanted for one in own]
        left = max(0, free - sum(own))
        return [one if share is None else int(left * share / total) for one, share in zip(own, shares, strict=True)]

    def height(self, frame: Frame, width: int) -> int:
        widths = self.widths(frame, width)
        return max((c.height(frame, w) for c, w in zip(self.children, widths, strict=True)), default=0)

    def place(self, frame: Frame, rect: Rect, sheet: Sheet) -> None:
        left = rect.left
        for child, width in zip(self.children, self.widths(frame, rect.width), strict=True):
            tall = rect.height if self.along == "fill" else min(rect.height, child.height(frame, width))
            spare = rect.height - tall
            top = {"start": 0, "fill": 0, "middle": spare // 2, "end": spare}[self.along]
            child.place(frame, Rect(left, rect.top + top, width, tall), sheet)
            left += width + frame.px(self.gap)


@dataclass(frozen=True, slots=True)
class Wrap:
    """Widgets beside each other in their own widths, in as many rows as it takes."""

    children: Sequence[Widget]
    gap: float = 8

    def width(self, frame: Frame) -> int:
        return Row(self.children, gap=self.gap).width(frame)

    def _rows(self, frame: Frame, width: int) -> list[list[tuple[Widget, int]]]:
        rows: list[list[tuple[Widget, int]]] = []
        left, gap = 0, frame.px(self.gap)
        for child in self.children:
            wanted = min(width, child.width(frame))
            if not rows or left + wanted > width:
                rows.append([])
                left = 0
            rows[-1].append((child, wanted))
            left += wanted + gap
        return rows

    def height(self, frame: Frame, width: int) -> int:
        rows = self._rows(frame, width)
        tall = sum(max(child.height(frame, wide) for child, wide in row) for row in rows)
        return tall + frame.px(self.gap) * max(0, len(rows) - 1)

    def place(self, frame: Frame, rect: Rect, sheet: Sheet) -> None:
        top, gap = rect.top, frame.px(self.gap)
        for row in self._rows(frame, rect.width):
            left = rect.left
            tall = max(child.height(frame, wide) for child, wide in row)
            for child, wide in row:
                height = child.height(frame, wide)
                child.place(frame, Rect(left, top + (tall - height) // 2, wide, height), sheet)
                left += wide + gap
            top += tall + gap


@dataclass(frozen=True, slots=True)
class Grid:
    """Widgets in columns of equal width, each at least `least` units wide; those of a row are equally high."""

    children: Sequence[Widget]
    least: float
    gap: float = GAP
    narrow: bool = False
    """Whether few children stay as narrow as many would be, and leave the rest of the row free."""

    def width(self, frame: Frame) -> int:
        return frame.px(self.least)

    def _columns(self, frame: Frame, width: int) -> int:
        least, gap = frame.px(self.least), frame.px(self.gap)
        fit = max(1, (width + gap) // max(1, least + gap))
        return fit if self.narrow else max(1, min(len(self.children), fit))

    def _rows(self, frame: Frame, width: int) -> list[Row]:
        columns = self._columns(frame, width)
        rows = []
        for start in range(0, len(self.children), columns):
            inside = list(self.children[start : start + columns])
            inside += [Space()] * (columns - len(inside))
            rows.append(Row(inside, [1.0] * columns, self.gap, "fill"))
        return rows

    def height(self, frame: Frame, width: int) -> int:
        return Column(self._rows(frame, width), self.gap).height(frame, width)

    def place(self, frame: Frame, rect: Rect, sheet: Sheet) -> None:
        Column(self._rows(frame, rect.width), self.gap).place(frame, rect, sheet)


@dataclass(frozen=True, slots=True)
class Pad:
    """A widget with room around it, in units."""

    child: Widget
    x: float = GAP
    y: float = GAP

    def width(self, frame: Frame) -> int:
        return self.child.width(frame) + 2 * frame.px(self.x)

    def height(self, frame: Frame, width: int) -> int:
        return self.child.height(frame, max(0, width - 2 * frame.px(self.x))) + 2 * frame.px(self.y)

    def place(self, frame: Frame, rect: Rect, sheet: Sheet) -> None:
        self.child.place(frame, inset(rect, frame.px(self.x), frame.px(self.y)), sheet)


@dataclass(frozen=True, slots=True)
class Panel:
    """A widget on a panel of its own: `kind` names the theme's colour, `edge` that of the line around it, if any."""

    child: Widget
    x: float = 16
    y: float = 14
    kind: Literal["panel", "raised", "ground"] = "panel"
    edge: Literal["line", "edge", "accent", "good", "bad", "warn", ""] = "line"
    radius: float = RADIUS

    def width(self, frame: Frame) -> int:
        return Pad(self.child, self.x, self.y).width(frame)

    def height(self, frame: Frame, width: int) -> int:
        return Pad(self.child, self.x, self.y).height(frame, width)

    def place(self, frame: Frame, rect: Rect, sheet: Sheet) -> None:
        sheet.paint(rect, self._paint)
        Pad(self.child, self.x, self.y).place(frame, rect, sheet)

    def _paint(self, canvas: Canvas, rect: Rect) -> None:
        line = getattr(canvas.theme, self.edge) if self.edge else None
        canvas.fill(rect, getattr(canvas.theme, self.kind), radius=self.radius, line=line)


@dataclass(frozen=True, slots=True)
class Limit:
    """A widget no wider than `most` units, in the middle of what there is."""

    child: Widget
    most: float
    middle: bool = False
    """Whether it also stands in the middle of the height."""

    def width(self, frame: Frame) -> int:
        return min(frame.px(self.most), self.child.width(frame))

    def height(self, frame: Frame, width: int) -> int:
        return self.child.height(frame, min(width, frame.px(self.most)))

    def place(self, frame: Frame, rect: Rect, sheet: Sheet) -> None:
        width = min(rect.width, frame.px(self.most))
        height = rect.height
        if self.middle:
            height = min(height, self.child.height(frame, width))
        left, top = (rect.width - width) // 2, (rect.height - height) // 2
        self.child.place(frame, Rect(rect.left + left, rect.top + top, width, height), sheet)


@dataclass(frozen=True, slots=True)
class Layers:
    """Widgets in front of each other, all in the same rectangle, the last in front."""

    children: Sequence[Widget]

    def width(self, frame: Frame) -> int:
        return max((child.width(frame) for child in self.children), default=0)

    def height(self, frame: Frame, width: int) -> int:
        return max((child.height(frame, width) for child in self.children), default=0)

    def place(self, frame: Frame, rect: Rect, sheet: Sheet) -> None:
        for child in self.children:
            child.place(frame, rect, sheet)


@dataclass(frozen=True, slots=True)
class Tall:
    """A widget that is at least so many units high, and at most where `most` says so."""

    child: Widget
    least: float = 0
    most: float | None = None

    def width(self, frame: Frame) -> int:
        return self.child.width(frame)

    def height(self, frame: Frame, width: int) -> int:
        own = max(frame.px(self.least), self.child.height(frame, width))
        return own if self.most is None else min(own, frame.px(self.most))

    def place(self, frame: Frame, rect: Rect, sheet: Sheet) -> None:
        self.child.place(frame, rect, sheet)
