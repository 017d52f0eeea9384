"""The report on a class on paper: what the whole comes to, each task, the grade book, each step, what to trust."""

from collections.abc import Sequence
from typing import Final

from msgspec.structs import replace

from game.i18n import Words, capital
from game.report.charts import Chart, class_heat_chart, distribution_chart, moments_chart, zone_ends_chart
from game.report.charts.moments import GREYS, ROW
from game.report.course.records import HeatMap, HeatRow, ItemSheet, ItemTold
from game.report.course.reports import ClassReport, TaskTold, TraineeTold
from game.report.pdf import figures
from game.report.pdf.flow import Flow
from game.report.pdf.paper import RIM, WASH, Ink, Paper, lines
from game.report.pdf.plots import PAPER, UNIT, put, units
from game.report.pdf.sheets import BODY, NOTE, sheets
from game.report.pdf.tables import Field, table
from game.report.pdf.trainee import listed, terms

STATES: Final = ("passed", "failed", "open")
FEW: Final = 6
"""Up to so many tasks the grade book stands on upright pages."""
SMALL: Final = Ink("sans", 8.5, leading=1.45)
PLOT: Final = 110
ZONE: Final = 27
"""How high the bars of a spread are, and a row of zones, in units of charts."""
ZONES: Final = 0.6
"""The share of the width that zones take."""
BETWEEN: Final = 28.0
"""The air between pictures that stand side by side."""
LEAST_ROWS: Final = 3
"""So many rows of a map stand on a page at least."""
FIXED: Final = 310.0
"""What the columns of the grade book take that are there for any course."""


def whole_report(paper: Paper, words: Words, report: ClassReport) -> None:
    """Put the report on a class on new sheets."""
    head = report.head
    about = words.list(part for part in (head.group, words("pdf.made", made=head.made_told)) if part)
    flow = sheets(paper, words, words("pdf.class"), head.title, about)
    _overview(flow, words, report)
    for number, task in enumerate(report.tasks, start=1):
        _task(flow, words, number, task)
    _book(paper, words, report, about)
    flow = sheets(paper, words, words("pdf.items" if report.items else "pdf.trust"), head.title, about)
    if report.items:
        flow.para(words("pdf.items_about"), NOTE)
    for sheet in report.items:
        _items(flow, words, sheet)
    listed(flow, words("pdf.trust"), [bar.told for bar in report.trust.marks] or [words("pdf.unmarked")], SMALL)
    for told in (*(desk.told for desk in report.trust.desks), *report.trust.notes):
        flow.item(told, SMALL)


def _overview(flow: Flow, words: Words, report: ClassReport) -> None:
    """Set what the whole class comes to."""
    for fact in report.head.facts:
        flow.need(BODY.line)
        flow.paper.text(fact.label, NOTE, flow.x, flow.y + 1, 84)
        flow.para(fact.value, SMALL, 88)
    flow.heading(words("pdf.overview"), 140)
    counts = {name: getattr(report, name) for name in ("began", "size", "attempts", "counted")}
    flow.para(words("pdf.people", **counts), BODY)
    flow.para(report.outcome.told, BODY)
    flow.gap(6)
    half, top, right = (flow.width - BETWEEN) / 2, flow.y, flow.x + (flow.width + BETWEEN) / 2
    flow.paper.text(words("pdf.outcome"), NOTE, flow.x, top, half)
    flow.paper.text(words("pdf.grades"), NOTE, right, top, half)
    labels = [words(f"report.state.{state}") for state in STATES]
    left_end = figures.outcome(flow.paper, report.outcome, labels, flow.x, top + 16, half)
    left_end = flow.paper.para(report.distribution.told, NOTE, flow.x, left_end + 6, half)
    spread = distribution_chart(words, report.distribution, PAPER, units(half), PLOT)
    right_end = put(flow.paper, spread, right, top + 12)
    flow.y = max(left_end, right_end) + 4
    listed(flow, words("pdf.reasons"), [bar.told for bar in report.outcome.reasons], SMALL)
    _five(flow, words, report)
    said = [report.progress.told] if report.progress is not None else []
    listed(flow, words("pdf.moved"), [*said, *(gain.told for gain in report.gains)], SMALL)
    listed(flow, words("pdf.guess"), [report.guess.told], SMALL)
    listed(flow, words("pdf.consistency"), [report.consistency], SMALL)
    listed(flow, words("pdf.conditions"), map(capital, report.head.conditions), SMALL)
    listed(flow, words("pdf.reading"), report.head.notes, SMALL)


def _five(flow: Flow, words: Words, report: ClassReport) -> None:
    """Draw the five scores, and beside them the same numbers as SERVQUAL reads them."""
    if not report.scores:
        return
    half, right = (flow.width - BETWEEN) / 2, flow.x + (flow.width + BETWEEN) / 2
    flow.heading(words("pdf.scores"), 100)
    top = flow.y
    flow.y = figures.bars(flow.paper, report.scores, flow.x, top + 14, half)
    flow.paper.text(words("pdf.servqual"), NOTE, right, top, half)
    figures.bars(flow.paper, report.servqual, right, top + 14, half)


def _task(flow: Flow, words: Words, number: int, task: TaskTold) -> None:
    """Set what one task comes to over the class."""
    spread, zones, heat = _charts(words, task, flow.width)
    high = UNIT * (spread.height + max(zones.height, heat.height)) + 36 if task.scores else 0
    flow.heading(words("pdf.task", number=number, title=task.title), high + 3 * SMALL.line + NOTE.line + 8)
    flow.para(terms(words, task), NOTE)
    flow.para(words("pdf.task_about", tried=task.tried, attempts=task.attempts), SMALL)
    flow.para(task.outcome.told, SMALL)
    if not task.scores:
        return
    flow.gap(4)
    flow.need(high)
    _pictures(flow, words, task, spread, zones, heat)
    if task.progress is not None:
        flow.para(task.progress.told, SMALL)
    _map(flow, words, task.map)


def _charts(words: Words, task: TaskTold, width: float) -> tuple[Chart, Chart, Chart]:
    """Return how the grades of a task are spread, where the components ended and how the heat went."""
    return (
        distribution_chart(words, task.distribution, PAPER, units((width - BETWEEN) / 2), PLOT),
        zone_ends_chart(words, task.zones, PAPER, units(width * ZONES), ZONE),
        class_heat_chart(words, task.heat, PAPER, units(width * (1 - ZONES) - BETWEEN)),
    )


def _pictures(flow: Flow, words: Words, task: TaskTold, spread: Chart, zones: Chart, heat: Chart) -> None:
    """Draw the scores and how the grades are spread; below them where the components ended and how the heat went."""
    half, right = (flow.width - BETWEEN) / 2, flow.x + (flow.width + BETWEEN) / 2
    top, paper = flow.y, flow.paper
    paper.text(words("pdf.scores"), NOTE, flow.x, top, half)
    left_end = figures.bars(paper, task.scores, flow.x, top + 18, half)
    paper.text(words("pdf.grade_axis"), NOTE, right, top, half)
    top = max(left_end, put(paper, spread, right, top + 4)) + 4
    paper.text(words("pdf.zones"), NOTE, flow.x, top, zones.width * UNIT)
    if any(end.n > 1 for end in task.zones):
        paper.text(words("pdf.zones_key"), figures.TINY, flow.x, top + 11, zones.width * UNIT)
    right = flow.x + flow.width - heat.width * UNIT
    paper.text(words("pdf.heat"), NOTE, right, top, heat.width * UNIT)
    flow.y = max(put(paper, zones, flow.x, top + 24), put(paper, heat, right, top + 18)) + 4


def _map(flow: Flow, words: Words, told: HeatMap) -> None:
    """Draw how well each step went: on each page as many rows as fit, with the numbers of the steps above them."""
    if not told.rows or not told.columns:
        return

    def chart(rows: Sequence[HeatRow]) -> Chart:
        return moments_chart(words, replace(told, rows=tuple(rows)), PAPER, units(flow.width), GREYS)

    around, rows = chart(told.rows[:1]).height - ROW, told.rows
    flow.gap(4)
    flow.need(NOTE.line + UNIT * (around + ROW * min(len(rows), 2 * LEAST_ROWS)))
    flow.para(words("pdf.map"), NOTE)
    while rows:
        flow.need(UNIT * (around + ROW * min(len(rows), LEAST_ROWS)))
        fit = max(1, int((flow.bottom - flow.y) / UNIT - around) // ROW)
        if 0 < len(rows) - fit < LEAST_ROWS:
            fit = max(1, len(rows) - LEAST_ROWS)
        flow.y = put(flow.paper, chart(rows[:fit]), flow.x, flow.y)
        rows = rows[fit:]


def _book(paper: Paper, words: Words, report: ClassReport, about: str) -> None:
    """Set a line for each trainee: what counts at each task, the grade, and how things stand."""
    lying = len(report.tasks) > FEW
    flow = sheets(paper, words, words("pdf.book"), report.head.title, about, lying)
    for number, task in enumerate(report.tasks, start=1):
        flow.para(words("pdf.task", number=number, title=task.title), SMALL)
    flow.gap(6)
    if not report.trainees:
        flow.para(words("pdf.no_trainees"), BODY)
        return
    most = max(1, int((flow.width - FIXED) / 24))
    for start in range(0, max(1, len(report.tasks)), most):
        _part(flow, words, report, range(start, min(start + most, len(report.tasks))))


def _part(flow: Flow, words: Words, report: ClassReport, some: Sequence[int]) -> None:
    """Set the grade book for some of the tasks; where there are more than fit beside each other, it is set again."""
    step = min(52.0, (flow.width - FIXED) / max(1, len(some)))
    spare = flow.width - FIXED - step * len(some)
    fields = [
        Field(words("pdf.name"), 110 + spare * 0.6),
        Field(words("pdf.group"), 60 + spare * 0.4),
        *(Field(f"{place + 1}", step, "right") for place in some),
        Field(words("pdf.grade"), 40, "right"),
        Field("", 8),
        Field(words("pdf.result"), 62),
        Field(words("pdf.count"), 30, "right"),
    ]
    table(flow, fields, (_row(trainee, some) for trainee in report.trainees))


def _row(told: TraineeTold, some: Sequence[int]) -> tuple[str, ...]:
    cells = (told.cells[place].overall for place in some)
    grades = ("–" if number is None else f"{number}" for number in (*cells, told.grade))
    *overalls, grade = grades
    return (told.name, told.group, *overalls, grade, "", told.state_told, f"{told.attempts}")


def _items(flow: Flow, words: Words, sheet: ItemSheet) -> None:
    """Set the steps of one customer."""
    flow.heading(sheet.title, 90)
    if not sheet.exact:
        flow.para(words("pdf.not_exact"), NOTE)
    for item in sheet.items:
        _item(flow, words, item)


def _item(flow: Flow, words: Words, item: ItemTold) -> None:
    """Set one step under its number in the map: what is said, how often each response was picked, what that tells."""
    flow.need(46 + 12 * len(item.shares))
    flow.para(f"{item.number} · {item.says or item.beat}", SMALL.but(face="serif", size=9.5))
    told = words("pdf.item_short", reached=item.reached)
    if item.facility is not None and item.seconds is not None:
        told = words(
            "pdf.item",
            reached=item.reached,
            facility=f"{item.facility:.2f}",
            discrimination=item.discrimination_told,
            seconds=f"{item.seconds:.0f}",
        )
    flow.para(told, NOTE)
    room = 96.0
    for share in item.shares:
        flow.need(13)
        flow.paper.box(flow.x, flow.y + 2.5, room, 7.5, WASH, None)
        if share.share:
            fill = 90 if share.quality is None else figures.shade(round(100 * share.quality)) - 60
            flow.paper.box(flow.x, flow.y + 2.5, room * share.share, 7.5, fill, None)
        flow.paper.text(f"{100 * share.share:.0f} %", figures.TINY, flow.x + room + 2, flow.y + 1, 26, "right")
        line = lines(share.said, SMALL, flow.width - room - 38, 1)[0]
        flow.paper.line(line, SMALL, flow.x + room + 36, flow.y - 0.5)
        flow.y += 13
    for finding in item.findings:
        flow.item(finding.told, SMALL.but(bold=finding.tone == "bad"))
    flow.paper.rule(flow.x, flow.y + 3, flow.x + flow.width, flow.y + 3, RIM, 0.3)
    flow.y += 8
