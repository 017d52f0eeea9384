"""Charts for reports, pages and the window: shapes as SVG without a letter in it, and the labels beside them."""

from game.report.charts.changes import gains_chart, progress_chart
from game.report.charts.class_heat import class_heat_chart
from game.report.charts.distribution import distribution_chart
from game.report.charts.guesses import guesses_chart
from game.report.charts.heat import heat_curve
from game.report.charts.moments import moments_chart
from game.report.charts.shapes import PAGE, Chart, Label, Palette, Role, inline
from game.report.charts.touchpoints import touchpoint_map
from game.report.charts.zone import zone_chart
from game.report.charts.zone_ends import zone_ends_chart

__all__ = [
    "PAGE",
    "Chart",
    "Label",
    "Palette",
    "Role",
    "class_heat_chart",
    "distribution_chart",
    "gains_chart",
    "guesses_chart",
    "heat_curve",
    "inline",
    "moments_chart",
    "progress_chart",
    "touchpoint_map",
    "zone_chart",
    "zone_ends_chart",
]
