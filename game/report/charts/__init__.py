"""Charts for reports, pages and the window: shapes as SVG without a letter in it, and the labels beside them."""

from game.report.charts.heat import heat_curve
from game.report.charts.shapes import PAGE, Chart, Label, Palette, Role, inline
from game.report.charts.touchpoints import touchpoint_map
from game.report.charts.zone import zone_chart

__all__ = [
    "PAGE",
    "Chart",
    "Label",
    "Palette",
    "Role",
    "heat_curve",
    "inline",
    "touchpoint_map",
    "zone_chart",
]
