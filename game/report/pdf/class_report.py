"""The report on a class on paper: what the whole comes to, each task, the grade book, each step, what to trust."""

from collections.abc import Sequence
from typing import Final

from game.i18n import Words
from game.report.course.records import HeatMap, HeatRow, ItemSheet, ItemTold
from game.report.course.reports import ClassReport, TaskTold, TraineeTold
from game.report.pdf import figures
from game.report.pdf.flow import Flow
from game.report.pdf.paper import BLACK, RIM, WASH, WHITE, Ink, Paper, lines
from game.report.pdf.sheets import BODY, NOTE, sheets
from game.report.pdf.tables import Field, table
from game.report.pdf.trainee import listed, terms

STATES: Final = ("passed", "failed", "open")
FEW: Final = 6
"""Up to so many tasks the grade book stands on upright pages."""
SMALL: Final = Ink("sans", 8.5, leading=1.45)
CELL: Final = 13.0
LABEL: Final = 76.0
BEAT: Final = Ink("sans", 6.5)
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
    half, top, right = (flow.width - 28) / 2, flow.y, flow.x + (flow.width + 28) / 2
    flow.paper.text(words("pdf.outcome"), NOTE, flow.x, top, half)
    flow.paper.text(words("pdf.grades"), NOTE, right, top, half)
    labels = [words(f"report.state.{state}") for state in STATES]
    left_end = figures.outcome(flow.paper, report.outcome, labels, flow.x, top + 16, half)
    left_end = flow.paper.para(report.distribution.told, NOTE, flow.x, left_end + 6, half)
    right_end = figures.histogram(flow.paper, report.distribution, right, top + 18, half)
    flow.y = max(left_end, right_end) + 4
    listed(flow, words("pdf.reasons"), [bar.told for bar in report.outcome.reasons], SMALL)
    _five(flow, words, report)
    said = [report.progress.told] if report.progress is not None else []
    listed(flow, words("pdf.moved"), [*said, *(gain.told for gain in report.gains)], SMALL)
    listed(flow, words("pdf.guess"), [report.guess.told], SMALL)
    listed(flow, words("pdf.consistency"), [report.consistency], SMALL)
    listed(flow, words("pdf.conditions"), report.head.conditions, SMALL)
    listed(flow, words("pdf.reading"), report.head.notes, SMALL)


def _five(flow: Flow, words: Words, report: ClassReport) -> None:
    """Draw the five scores, and beside them the same numbers as SERVQUAL reads them."""
    if not report.scores:
        return
    half, right = (flow.width - 28) / 2, flow.x + (flow.width + 28) / 2
    flow.heading(words("pdf.scores"), 100)
    top = flow.y
    flow.y = figures.bars(flow.paper, report.scores, flow.x, top + 14, half)
    flow.paper.text(words("pdf.servqual"), NOTE, right, top, half)
    figures.bars(flow.paper, report.servqual, right, top + 14, half)


def _task(flow: Flow, words: Words, number: int, task: TaskTold) -> None:
    """Set what one task comes to over the class."""
    flow.heading(words("pdf.task", number=number, title=task.title), 250 if task.scores else 40)
    flow.para(terms(words, task), NOTE)
    flow.para(words("pdf.task_about", tried=task.tried, attempts=task.attempts), SMALL)
    flow.para(task.outcome.told, SMALL)
    if not task.scores:
        return
    half, right = (flow.width - 28) / 2, flow.x + (flow.width + 28) / 2
    flow.gap(4)
    flow.need(190)
    top, paper = flow.y, flow.paper
    left_end = figures.bars(paper, task.scores, flow.x, top + 12, half)
    paper.text(words("pdf.grade_axis"), figures.TINY, right, top - 4, half)
    right_end = figures.histogram(paper, task.distribution, right, top + 8, half)
    top = max(left_end, right_end) + 6
    paper.text(words("pdf.zones"), NOTE, flow.x, top, half)
    paper.text(words("pdf.zones_key"), figures.TINY, flow.x, top + 11, half)
    left_end = figures.zones(paper, task.zones, flow.x, top + 24, half)
    paper.text(words("pdf.heat"), NOTE, right, top, half)
    paper.text(words("pdf.heat_key"), figures.TINY, right, top + 11, half)
    right_end = figures.heat(paper, task.heat, right, top + 28, half) if task.heat else top
    flow.y = max(left_end, right_end) + 2
    if task.progress is not None:
        flow.para(task.progress.told, SMALL)
    _map(flow, words, task.map)


def _map(flow: Flow, words: Words, told: HeatMap) -> None:
    """Draw how well each step went: a row for each group of trainees, the darker the worse."""
    if not told.rows or not told.columns:
        return
    step = min(44.0, (flow.width - LABEL) / len(told.columns))
    flow.gap(4)
    flow.need(min(len(told.rows), 6) * CELL + 50)
    flow.para(words("pdf.map"), NOTE)
    flow.para(words("pdf.map_key"), figures.TINY)
    flow.gap(2)
    sheet = None
    for row in told.rows:
        flow.need(CELL * 2)
        if sheet != flow.paper.pdf.page:
            for place, beat in enumerate(told.columns):
                flow.paper.text(beat, BEAT, flow.x + LABEL + step * place + 1, flow.y, step - 2, "centre")
            flow.y += 11
            sheet = flow.paper.pdf.page
        _steps(flow, row, step)
    flow.y += 4


def _steps(flow: Flow, row: HeatRow, step: float) -> None:
    """Draw one row of the map: a grey box for each step, a dot where nobody came."""
    flow.paper.text(row.label, Ink("sans", 7.5), flow.x, flow.y + 1, LABEL - 4)
    for place, value in enumerate(row.values):
        x = flow.x + LABEL + step * place
        if value is None:
            flow.paper.text("·", figures.TINY, x, flow.y + 1, step, "centre")
            continue
        flow.paper.box(x, flow.y, step - 1, CELL - 1, figures.shade(value), None)
        if step > 14:
            grey = WHITE if value < 15 else BLACK
            flow.paper.text(f"{value}", BEAT.but(grey=grey), x, flow.y + 2, step, "centre")
    flow.y += CELL


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
    """Set one step: what the customer says, how often each response was picked, what the numbers allow to be said."""
    flow.need(46 + 12 * len(item.shares))
    flow.para(item.says or item.beat, SMALL.but(face="serif", size=9.5))
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
