"""The second part of the debrief: how each score came about, each component, and the lens of SERVQUAL."""

from typing import TYPE_CHECKING, Final

from game.desktop.frame import Frame
from game.desktop.screens.debrief_result import INKS, unfinished
from game.desktop.screens.signs import marked
from game.desktop.theme import BODY, HEADING, SMALL
from game.desktop.widgets import Bar, Column, Grid, Icon, Pad, Panel, Row, Text, Told, Widget, ZoneBar
from game.engine import look
from game.i18n import capital

if TYPE_CHECKING:
    from game.desktop.screens.debrief import DebriefScreen
    from game.desktop.widgets.text import Ink
    from game.i18n import Words
    from game.report.debrief import ComponentEnd, Formula, Lens

FULL: Final = 100
NAMES: Final = 132
SIGNS: Final[dict[str, tuple[str, "Ink"]]] = {
    "below": ("arrow-down", "bad"),
    "met": ("check", "good"),
    "exceeded": ("star", "good"),
}


def scores(screen: "DebriefScreen", frame: Frame) -> Widget:
    """Return the formulas with this play's numbers, the components, and another way to look at them."""
    words, came = screen.sitting.words, screen.told.result
    if came is None:
        return unfinished(screen)
    whole = _formula(came.overall, INKS[came.verdict])
    formulas = Grid([whole, *(_formula(one) for one in came.scores)], 330, 14)
    components = Grid([_component(words, one) for one in came.components], 440, 14)
    return Column(
        [
            *section(words("debrief.formulas"), ""),
            formulas,
            *section(words("debrief.components"), words("window.gauges.legend")),
            components,
            *_meters(screen),
            *section(words("debrief.servqual"), words("window.debrief.servqual_about")),
            _servqual(words, came.servqual),
        ],
        14,
    )


def section(title: str, about: str) -> list[Widget]:
    """Return a title with what is to be known about what stands below it."""
    lines: list[Widget] = [Text(title, HEADING, bold=True, role="heading")]
    if about:
        lines.append(Text(about, SMALL, "quiet"))
    return [Column(lines, 2)]


def _formula(formula: "Formula", ink: "Ink" = "accent") -> Widget:
    """Return a score: its number, its formula in words, this play's numbers, and what took points away."""
    name = Text(formula.label, BODY, bold=True, role="heading")
    number = Text(f"{formula.value}", 28, ink, bold=True, align="right")
    lines: list[Widget] = [Row([name, number], [1.0, None], 10), Text(capital(formula.about), SMALL, "quiet")]
    if formula.sums:
        lines.append(Panel(Told(Text(_whole(formula.sums), SMALL), formula.sums), 12, 6, "raised", ""))
    lines += [marked("minus", "bad", note) for note in formula.notes]
    return Panel(Column(lines, 6), 18, 12, radius=14)


def _whole(sums: str) -> str:
    """Return a formula whose result stays with what it is divided by: a number alone on a line says nothing."""
    head, divided, tail = sums.rpartition(" / ")
    return f"{head}\u00a0/\u00a0{tail.replace(' ', chr(0xA0))}" if divided else sums


def _component(words: "Words", part: "ComponentEnd") -> Widget:
    icon, ink = SIGNS[part.verdict]
    came = Row([Icon(icon, 18, ink), Text(capital(part.verdict_told), SMALL, ink, bold=True, role=None)], gap=6)
    bar = ZoneBar(capital(part.label), part.adequate, part.desired, part.perceived, part.told, names=NAMES)
    levels = {"perceived": part.perceived, "adequate": part.adequate, "desired": part.desired}
    numbers = words("window.debrief.levels", weight=part.weight, **levels)
    sums = words("window.debrief.points", sums=part.sums)
    told = Column([Text(numbers, SMALL, "quiet", role=None), Text(sums, SMALL, "quiet", role=None)], 0)
    return Panel(Column([bar, Row([told, came], [1.0, None], 12)], 4), 18, 10, radius=14)


def _meters(screen: "DebriefScreen") -> list[Widget]:
    """Return what became of the meters: what the talk has cost the house, and who else was watching."""
    words, play, bars = screen.sitting.words, screen.play, list[Widget]()
    for meter, value in look(play).gauges.meters:
        label = capital(meter.label.told(words.language))
        told = words("window.debrief.meter", label=label, before=meter.start, after=value, low=meter.min, top=meter.max)
        moved = Text(words("feedback.moved", before=meter.start, after=value), SMALL, "quiet", role=None)
        bar = Bar(label, value, meter.max, told, names=NAMES)
        bars.append(Panel(Told(Column([bar, moved], 2), label, told, "meter"), 18, 10, radius=14))
    return [*section(words("window.debrief.meters"), ""), Grid(bars, 440, 14)] if bars else []


def _servqual(words: "Words", lenses: "tuple[Lens, ...]") -> Widget:
    rows: list[Widget] = []
    for lens in lenses:
        label = capital(lens.label)
        if lens.value is None:
            name = Text(label, SMALL)
            rows.append(Row([name, Text(words("servqual.none"), SMALL, "quiet")], [NAMES, 500.0], 0))
            continue
        told = words("gauges.of_told", label=lens.label, value=lens.value, top=FULL)
        rows.append(Bar(label, lens.value, FULL, told, names=NAMES))
    return Panel(Grid([Pad(row, 14, 0) for row in rows], 440, 8), 6, 14, radius=14)
