"""The third part of the debrief: how the talk went, drawn over its turns, and what became of the promises."""

from functools import partial
from typing import TYPE_CHECKING

from game.desktop.frame import Frame
from game.desktop.screens.debrief_result import card
from game.desktop.screens.plot import Plot
from game.desktop.screens.signs import FATES
from game.desktop.theme import SMALL
from game.desktop.widgets import Column, Icon, Row, Text, Told, Widget
from game.i18n import capital
from game.report.charts import heat_curve, touchpoint_map, zone_chart

if TYPE_CHECKING:
    from game.desktop.screens.debrief import DebriefScreen
    from game.i18n import Words
    from game.report.debrief import Debrief


def course(screen: "DebriefScreen", frame: Frame) -> Widget:
    """Return the charts of the play."""
    words, told = screen.sitting.words, screen.told
    if not told.turns:
        return Text(words("window.debrief.no_turns"), SMALL, "quiet")
    zones, heat, touch = words("web.zones"), words("web.heat"), words("web.touchpoints")
    curve = card("flame", heat, [Plot(heat, partial(heat_curve, words, told.heat))])
    promises = _promises(words, told)
    pair: Widget = Row([curve, promises], [1.7, 1.0], 16, "fill") if frame.wide else Column([curve, promises], 16)
    return Column(
        [
            card("chart", zones, [Plot(zones, partial(zone_chart, words, told.zones))]),
            pair,
            card("flag", touch, [Plot(touch, partial(touchpoint_map, words, told.touchpoints))]),
        ],
        16,
    )


def _promises(words: "Words", told: "Debrief") -> Widget:
    rows: list[Widget] = []
    for pledge in told.pledges:
        icon, ink = FATES[pledge.fate]
        fate = Text(capital(pledge.fate_told), SMALL, ink, bold=True, role=None)
        line = Row(
            [Icon(icon, 18, ink), Column([Text(capital(pledge.promise), SMALL), fate], 0)], [None, 1.0], 10, "start"
        )
        rows.append(Told(line, words("gauges.promise", promise=pledge.promise, fate=pledge.fate_told)))
    rows = rows or [Text(words("debrief.no_promises"), SMALL, "quiet")]
    return card("promise", words("gauges.ledger"), rows)
