"""A chart of a report on the screen: its shapes rasterised, its labels in the window's own letters."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from pygame import Rect

from game.desktop.canvas import Canvas
from game.desktop.frame import Frame
from game.desktop.sheet import Sheet
from game.desktop.theme import LEAST_LETTERS, Colour, Theme, code
from game.report.charts import Chart, Label, Palette
from game.report.charts.shapes import SMALL

LARGER: Final = 1.18
"""Charts are made for pages that are read from near; on a screen they are so many times as large."""
ENDLESS: Final = 1 << 30
SLACK: Final = 3
"""So many pixels a label may stand out of its chart: what lies beyond is a mistake."""

Draw = Callable[[Palette, int], Chart]
"""Makes a chart in these colours, so many of its own units wide."""


def palette(theme: Theme) -> Palette:
    """Return the colours of charts that stand on a panel of a theme."""
    strict = theme.name == "contrast"
    return Palette(
        ground=code(theme.panel),
        ink=code(theme.ink),
        quiet=code(theme.quiet),
        rim=code(theme.pressed if strict else theme.line),
        band=code(_dimmed(theme.zone, theme.panel) if strict else theme.zone),
        edge=code(theme.edge),
        line=code(theme.dot),
        good=code(theme.good),
        bad=code(theme.bad),
    )


def _dimmed(colour: Colour, ground: Colour) -> Colour:
    """Return a colour nearer to its ground: what is written on it stands out more."""
    red, green, blue = ((2 * a + b) // 3 for a, b in zip(colour, ground, strict=True))
    return red, green, blue


@dataclass(frozen=True, slots=True)
class Plot:
    """A chart as wide as its place. `label` is what it is called; what it shows is told in words by the chart."""

    label: str
    draw: Draw

    def width(self, frame: Frame) -> int:
        return frame.px(480)

    def height(self, frame: Frame, width: int) -> int:
        return round(self._chart(frame, width).height * self._unit(frame))

    def _unit(self, frame: Frame) -> float:
        """Return the pixels to a unit of the chart: no letters are smaller than can be read."""
        return max(LARGER * frame.scale, (LEAST_LETTERS + 0.5) / SMALL)

    def _chart(self, frame: Frame, width: int) -> Chart:
        return self.draw(palette(frame.theme), max(1, int(width / self._unit(frame))))

    def place(self, frame: Frame, rect: Rect, sheet: Sheet) -> None:
        chart, unit = self._chart(frame, rect.width), self._unit(frame)
        whole = Rect(rect.left, rect.top, round(chart.width * unit), round(chart.height * unit))
        sheet.paint(whole, lambda canvas, place: canvas.picture(chart.svg, place))
        for label in chart.labels:
            self._label(frame, label, unit, whole, sheet)
        sheet.tell("image", self.label, whole, value=chart.told)

    def _label(self, frame: Frame, label: Label, unit: float, whole: Rect, sheet: Sheet) -> None:
        style = frame.style(label.size * unit / frame.scale)
        block = frame.letters.lay(label.text, style, ENDLESS)
        ahead = {"start": 0.0, "middle": block.width / 2, "end": float(block.width)}[label.anchor]
        at = Rect(0, 0, block.width, block.height)
        at.topleft = (round(whole.left + label.x * unit - ahead), round(whole.top + label.y * unit) - style.base)
        if at.left < whole.left - SLACK or at.right > whole.right + SLACK:
            sheet.overflows.append(f"{label.text!r} at {tuple(at)} leaves its chart {tuple(whole)}")

        def paint(canvas: Canvas, place: Rect) -> None:
            canvas.letters.paint(canvas.surface, block, place.topleft, getattr(canvas.theme, label.role))

        sheet.paint(at, paint)
