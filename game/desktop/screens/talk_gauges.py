"""The whole picture beside the talk: five zones, heat, empathy and NVC, meters, what was found out, the ledger."""

from typing import TYPE_CHECKING

from game.desktop.screens.signs import FATES, marked
from game.desktop.screens.talk import Toggle
from game.desktop.theme import BODY, SMALL
from game.desktop.widgets import Bar, Column, Keys, Panel, Row, Scroll, Text, Widget, ZoneBar, icon_button
from game.i18n import capital
from game.report.debrief import need_name, pledges

if TYPE_CHECKING:
    from game.desktop.screens.talk import Talk

NAMES: float = 104
"""The width of the names of the bars, in units."""


def gauges_panel(screen: "Talk", close: Toggle, *, over: bool = False) -> Widget:
    """Return the whole picture of the moment; `close` is what closes it, `over` that it stands in front of the talk."""
    words = screen.sitting.words
    title = Text(words("gauges.title"), BODY, bold=True, role="heading")
    shut = icon_button("gauges.close", words("window.close"), close, "close")
    inside = Column(
        [Row([title, shut], [1.0, None]), Scroll("gauges", Column(gauges_rows(screen), 8))], 6, stretch=1
    )  # fmt: skip
    if over:
        return Keys(inside, {"escape": close, "g": close})
    return Panel(inside, 14, 8, "panel", "line", 0)


def gauges_rows(screen: "Talk") -> list[Widget]:
    """Return what the whole picture is made of, row by row."""
    words, gauges = screen.sitting.words, screen.talk.moment.gauges
    rows: list[Widget] = []
    for zone in gauges.zones:
        levels = {"perceived": zone.perceived, "adequate": zone.adequate, "desired": zone.desired}
        label = capital(words(f"component.{zone.component}"))
        told = words("gauges.zone_told", component=label, **levels)
        rows.append(ZoneBar(label, zone.adequate, zone.desired, zone.perceived, told, names=NAMES))
    rows.append(Text(words("window.gauges.legend"), SMALL - 1, "quiet"))
    for name, value, top in (("heat", gauges.heat, 10), ("empathy", gauges.empathy, 100), ("nvc", gauges.nvc, 100)):
        label = capital(words(f"gauges.{name}"))
        told = words("gauges.of_told", label=label, value=value, top=top)
        rows.append(Bar(label, value, top, told, name == "heat", names=NAMES))
    for meter, value in gauges.meters:
        label = meter.label.told(words.language)
        told = words("gauges.meter_told", label=label, value=value, top=meter.max)
        rows.append(Bar(label, value, meter.max, told, names=NAMES))
    return [*rows, *_found(screen), _section(words("gauges.ledger")), *_ledger(screen)]


def _section(title: str) -> Widget:
    return Text(title, SMALL, "accent", bold=True, role="heading")


def _found(screen: "Talk") -> list[Widget]:
    """Return the need, once it is known, and the facts that were found out."""
    words, gauges = screen.sitting.words, screen.talk.moment.gauges
    rows: list[Widget] = [_section(words("gauges.facts"))]
    if gauges.need is not None:
        need = need_name(words, screen.talk.play.case.scenario, gauges.need)
        rows.append(marked("heart", "good", words("gauges.need", need=need)))
    rows += [marked("info", "ink", fact.told(words.language)) for _, fact in gauges.facts]
    return rows if len(rows) > 1 else [*rows, Text(words("window.gauges.no_facts"), SMALL, "quiet")]


def _ledger(screen: "Talk") -> list[Widget]:
    words = screen.sitting.words
    rows: list[Widget] = [
        marked(*FATES[pledge.fate], pledge.told) for pledge in pledges(words, screen.talk.moment.gauges)
    ]
    return rows or [Text(words("window.gauges.no_promises"), SMALL, "quiet")]
