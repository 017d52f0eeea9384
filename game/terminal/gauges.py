"""The whole picture of a moment: zones and dots, mood, meters, the ledger of promises, what has been found out."""

from game.engine import Gauges, Zone
from game.i18n import Words
from game.report.debrief import Pledge, need_name, pledges
from game.scenario import Scenario
from game.terminal.blocks import Bar, Block, Chart, Page, Para, Scale, Section

__all__ = ["FULL", "gauges_page", "ledger", "need_name", "number_row"]

HOTTEST = 10
FULL = 100


def gauges_page(words: Words, gauges: Gauges, scenario: Scenario) -> Page:
    """Return the gauges of a play as a page; the ledger is left out before the first promise."""
    rows: tuple[Scale | Bar, ...] = (
        *(zone_row(words, zone) for zone in gauges.zones),
        *number_rows(words, gauges),
        *_meters(words, gauges),
    )
    page: list[Block] = [Section(words("gauges.title")), Chart(rows, words("gauges.legend"))]
    if gauges.need is not None:
        page.append(Para(words("gauges.need", need=need_name(words, scenario, gauges.need)), indent=2))
    if gauges.facts:
        page.append(Section(words("gauges.facts")))
        page += [Para(fact.told(words.language), indent=2) for _, fact in gauges.facts]
    return [*page, *(ledger(words, pledges(words, gauges)) if gauges.ledger else [])]


def ledger(words: Words, promises: tuple[Pledge, ...]) -> Page:
    """Return the promises that were made, and what became of each."""
    lines = [Para(promise.told, indent=2) for promise in promises]
    return [Section(words("gauges.ledger")), *(lines or [Para(words("debrief.no_promises"), indent=2)])]


def zone_row(words: Words, zone: Zone) -> Scale:
    """Return a component's zone with its dot."""
    component = words(f"component.{zone.component}")
    levels = {"perceived": zone.perceived, "adequate": zone.adequate, "desired": zone.desired}
    return Scale(
        component,
        **levels,
        beside=words("gauges.zone", **levels),
        told=words("gauges.zone_told", component=component, **levels),
    )


def number_rows(words: Words, gauges: Gauges) -> tuple[Bar, ...]:
    """Return the bars of heat, empathy and NVC."""
    return (
        number_row(words, "gauges.heat_told", words("gauges.heat"), gauges.heat, HOTTEST, hot=True),
        number_row(words, "gauges.of_told", words("gauges.empathy"), gauges.empathy, FULL),
        number_row(words, "gauges.of_told", words("gauges.nvc"), gauges.nvc, FULL),
    )


def number_row(words: Words, told: str, label: str, value: int, top: int, *, hot: bool = False) -> Bar:
    """Return the bar of one number; `told` is the key of its sentence."""
    return Bar(
        label,
        max(0, value),
        max(1, top),
        words("gauges.of", value=value, top=top),
        words(told, label=label, value=value, top=top),
        hot,
    )


def _meters(words: Words, gauges: Gauges) -> list[Bar]:
    told = words.language
    return [
        number_row(words, "gauges.meter_told", meter.label.told(told), value, meter.max)
        for meter, value in gauges.meters
    ]
