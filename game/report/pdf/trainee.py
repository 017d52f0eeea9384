"""A trainee's report on paper: the grade and why, each task with what counts, every attempt, what was written."""

from collections.abc import Iterable
from typing import Final

from game.i18n import Words, capital
from game.report.charts import Chart, class_heat_chart, zone_ends_chart
from game.report.course.records import HeatTurn
from game.report.course.reports import AttemptTold, CellTold, TaskTold, TraineeTold
from game.report.pdf import figures
from game.report.pdf.flow import Flow
from game.report.pdf.paper import DIM, Ink, Paper
from game.report.pdf.plots import PAPER, UNIT, put, units
from game.report.pdf.sheets import BODY, NOTE, badge, sheets
from game.report.pdf.tables import Field, table

LABEL: Final = 58.0
"""How much room the names of scores take."""
ZONE: Final = 21
PLOT: Final = 104
"""How high a row of zones is, and heat 10, in units of charts."""
ZONES: Final = 0.41
"""The share of the width that zones take."""
HEAT: Final = 102.0
"""How high the picture of the heat is with its head, in points."""
COLUMNS: Final = (
    ("number", 32.0, "left"),
    ("when", 84.0, "left"),
    ("took", 58.0, "left"),
    ("customer", 72.0, "left"),
    ("overall", 38.0, "right"),
    ("verdict", 90.0, "left"),
    ("guessed", 36.0, "right"),
    ("state", 63.0, "left"),
    ("counted", 38.0, "left"),
)


def trainee_report(paper: Paper, words: Words, told: TraineeTold) -> None:
    """Put one trainee's report on new sheets."""
    about = words.list(dict.fromkeys(part for part in (told.name, told.id, told.group) if part))
    flow = sheets(paper, words, words("pdf.trainee"), told.head.title, about, mark=about)
    badge(flow, "–" if told.grade is None else f"{told.grade}", words("pdf.grade"), told.state_told)
    flow.para(words("pdf.made", made=told.head.made_told), NOTE)
    listed(flow, words("pdf.why"), told.why)
    listed(flow, words("pdf.moved"), [gain.told for gain in told.gains])
    if told.guess.n:
        listed(flow, words("pdf.guess"), [told.guess.told])
    listed(flow, words("pdf.remarks"), [mark.told for mark in told.marks])
    first = next((cell for cell in told.cells if cell.scores), None)
    for cell in told.cells:
        _cell(flow, words, cell, cell is first)
    listed(flow, words("pdf.conditions"), map(capital, told.head.conditions))
    listed(flow, words("pdf.reading"), told.head.notes, NOTE)


def listed(flow: Flow, title: str, texts: Iterable[str], ink: Ink = BODY) -> None:
    """Set texts one below the other under a heading; nothing where there are none."""
    said = [text for text in texts if text]
    if said:
        flow.heading(title)
        for text in said:
            flow.item(text, ink) if len(said) > 1 else flow.para(text, ink)


def terms(words: Words, task: CellTold | TaskTold) -> str:
    """Return phase and mode of a task, and whether it counts."""
    graded = words("pdf.graded" if task.graded else "pdf.ungraded")
    return " · ".join(part for part in (task.phase, words(f"window.file.{task.mode}"), graded) if part)


def _cell(flow: Flow, words: Words, cell: CellTold, keyed: bool) -> None:
    """Set what was done at one task; its pictures have a legend where they are `keyed`."""
    zones = zone_ends_chart(words, cell.zones, PAPER, units(flow.width * ZONES), ZONE, keyed)
    high = max(UNIT * zones.height + 11, HEAT) if cell.scores else 0
    flow.heading(cell.title, high + BODY.line * (1 + len(cell.short)) + NOTE.line + 8)
    flow.para(terms(words, cell), NOTE)
    flow.para(cell.told, BODY.but(bold=cell.overall is not None))
    for short in cell.short:
        flow.item(short, BODY)
    if cell.scores:
        flow.gap(4)
        flow.need(high)
        _pictures(flow, words, cell, zones)
    if cell.attempts:
        flow.gap(4)
        fields = [Field(words(f"pdf.column.{name}"), width, align) for name, width, align in COLUMNS]
        table(flow, fields, [_row(words, cell, attempt) for attempt in cell.attempts])
    _remarks(flow, words, cell.attempts)


def _pictures(flow: Flow, words: Words, cell: CellTold, zones: Chart) -> None:
    """Draw side by side the scores, where the components ended, and how the heat went in the attempt that counts."""
    shown = next((one for one in reversed(cell.attempts) if one.id in cell.went_in), None)
    heat = shown.heat if shown is not None else ()
    narrow, room, gap = flow.width * 0.25, flow.width * ZONES, flow.width * 0.03
    top, middle, right = flow.y, flow.x + narrow + gap, flow.x + narrow + room + 2 * gap
    paper = flow.paper
    paper.text(words("pdf.scores"), figures.TINY, flow.x, top, narrow)
    paper.text(words("pdf.zones_short"), figures.TINY, middle, top, room)
    ends = [figures.bars(paper, cell.scores, flow.x, top + 13, narrow, LABEL), put(paper, zones, middle, top + 9)]
    if len(heat) > 1:
        turns = [HeatTurn(turn, 1, level, level, level) for turn, level in enumerate(heat)]
        curve = class_heat_chart(words, turns, PAPER, units(flow.x + flow.width - right), PLOT)
        paper.text(words("pdf.attempt_heat"), figures.TINY, right, top, narrow)
        ends.append(put(paper, curve, right, top + 13))
    flow.y = max(ends) + 2


def _row(words: Words, cell: CellTold, attempt: AttemptTold) -> tuple[str, ...]:
    return (
        f"{attempt.number}",
        attempt.started_told,
        attempt.seconds_told,
        attempt.persona,
        _number(attempt.overall),
        attempt.verdict_told,
        _number(attempt.guess),
        attempt.state_told,
        words("pdf.yes") if attempt.id in cell.went_in else "–",
    )


def _number(number: int | None) -> str:
    return "–" if number is None else f"{number}"


def _remarks(flow: Flow, words: Words, attempts: Iterable[AttemptTold]) -> None:
    """Set what was answered before the debriefs, and what has to be known about single attempts."""
    for attempt in attempts:
        turned, next_ = attempt.answers
        said = [words("pdf.turning_point", said=turned)] if turned.strip() else []
        said += [words("pdf.next_time", said=next_)] if next_.strip() else []
        said += [mark.told for mark in attempt.marks]
        for text in said:
            flow.item(words("pdf.remark", number=attempt.number, told=text), Ink("sans", 8.5, DIM, leading=1.5))
