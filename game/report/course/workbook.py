"""The report as a workbook for spreadsheet programs: numbers are numbers, times are times, and no text is a formula."""

import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any, Final

import xlsxwriter

from game.i18n import Words, capital
from game.report.assigned import local
from game.report.course.item_tables import item_heads, items
from game.report.course.records import Distribution, Head
from game.report.course.reports import ClassReport, TraineeTold
from game.report.course.tables import (
    Row,
    answer_heads,
    answers,
    attempt_heads,
    attempts,
    grade_heads,
    grades,
)
from game.report.course.typed import shown

LONGEST: Final = 32767
"""The most signs that a cell holds."""
NARROW: Final = 9
WIDEST: Final = 60
BROAD: Final = 84
"""The width of what is said in the overview."""
LINE: Final = 16
A4: Final = 9
LOOKED_AT: Final = 200
"""The width of a column comes from so many of its first rows."""
OPTIONS: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "remove_timezone": True,
}
GRADE: Final = 3
STATE: Final = 4
FIRST_TASK: Final = 6
"""The columns of the grades that are coloured; so are those of the tasks that come after the first."""
GOOD: Final = {"bg_color": "#D6EBDD", "font_color": "#0D6B45"}
BAD: Final = {"bg_color": "#F6D9D4", "font_color": "#8E1F12"}


def workbook(words: Words, told: ClassReport) -> bytes:
    """Return the workbook of a class: overview, grades, attempts, items, answers; an .xlsx file."""
    raw = io.BytesIO()
    with xlsxwriter.Workbook(raw, OPTIONS) as book:
        sheets = _Sheets(words, book, told.head)
        sheets.overview(told)
        sheets.grades(told.trainees, told.distribution.mark)
        sheets.table("attempts", attempt_heads(words), attempts(words, told.trainees))
        sheets.table("items", item_heads(words), items(told.items))
        sheets.table("answers", answer_heads(words), answers(told.trainees))
    return raw.getvalue()


def own_workbook(words: Words, told: TraineeTold) -> bytes:
    """Return the workbook of one trainee: grades, attempts, answers; nobody else is in it."""
    raw = io.BytesIO()
    with xlsxwriter.Workbook(raw, OPTIONS) as book:
        sheets = _Sheets(words, book, told.head)
        sheets.table("grades", grade_heads(words, (told,)), grades((told,)))
        sheets.table("attempts", attempt_heads(words), attempts(words, (told,)))
        sheets.table("answers", answer_heads(words), answers((told,)))
    return raw.getvalue()


class _Sheets:
    """A workbook that is being written, with its formats."""

    def __init__(self, words: Words, book: Any, head: Head) -> None:
        book.set_properties({"title": shown(head.title), "created": head.made})
        self.words = words
        self.book = book
        self.head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        self.bold = book.add_format({"bold": True, "valign": "top"})
        self.title = book.add_format({"bold": True, "font_size": 16})
        self.when = book.add_format({"num_format": "yyyy-mm-dd hh:mm"})
        self.wrap = book.add_format({"text_wrap": True, "valign": "top", "align": "left"})
        self.good, self.bad = book.add_format(GOOD), book.add_format(BAD)

    def overview(self, told: ClassReport) -> None:
        """Write what is said of the class, with a chart of the grades."""
        sheet = self._sheet("overview")
        sheet.set_column(0, 0, 36)
        sheet.set_column(1, 1, BROAD)
        self._put(sheet, 0, 0, told.head.title, self.title)
        row = 2
        for label, cell in self._said(told):
            self._put(sheet, row, 0, capital(label), self.bold)
            self._put(sheet, row, 1, cell, self.wrap)
            sheet.set_row(row, LINE * (1 + _wide(f"{cell}") // BROAD))
            row += 1
        self._spread(sheet, row + 1, told.distribution)

    def _said(self, told: ClassReport) -> Iterator[tuple[str, str | int]]:
        """Yield (label, what there is to say) of the overview."""
        web = "report.web."
        yield from ((fact.label, fact.value) for fact in told.head.facts)
        yield self.words(f"{web}conditions"), self.words("mark.semicolon").join(told.head.conditions)
        yield self.words(f"{web}began"), f"{told.began} / {told.size}"
        yield self.words(f"{web}attempts"), told.attempts
        yield self.words(f"{web}rate"), told.outcome.told
        yield self.words(f"{web}spread"), told.distribution.told
        yield from ((bar.label, bar.count) for bar in told.outcome.reasons)
        yield from ((one.label, one.value) for one in told.scores if one.value is not None)
        if told.progress is not None:
            yield self.words(f"{web}progress"), told.progress.told
        yield from ((self.words(f"{web}gains"), one.told) for one in told.gains)
        yield self.words(f"{web}guess"), told.guess.told
        yield self.words(f"{web}consistency"), told.consistency
        yield from ((self.words(f"{web}marks"), bar.told) for bar in told.trust.marks)
        yield from ((self.words(f"{web}desks"), desk.told) for desk in told.trust.desks)
        yield from ((self.words(f"{web}trust"), note) for note in told.trust.notes)
        yield from ((self.words(f"{web}notes"), note) for note in told.head.notes)

    def _spread(self, sheet: Any, row: int, told: Distribution) -> None:
        """Write the bins of the grades and a chart of them."""
        if not told.n:
            return
        name = sheet.get_name()
        self._put(sheet, row, 0, self.words("report.web.spread"), self.head)
        self._put(sheet, row, 1, self.words("report.table.people"), self.head)
        for place, count in enumerate(told.bins, start=1):
            low, high = 10 * (place - 1), 100 if place == len(told.bins) else 10 * place - 1
            self._put(sheet, row + place, 0, self.words("report.chart.range", low=low, high=high))
            self._put(sheet, row + place, 1, count)
        last = row + len(told.bins)
        chart = self.book.add_chart({"type": "column"})
        chart.add_series({"categories": [name, row + 1, 0, last, 0], "values": [name, row + 1, 1, last, 1], "gap": 20})
        chart.set_title({"name": self.words("report.web.spread")})
        chart.set_legend({"none": True})
        sheet.insert_chart(1, 3, chart)

    def grades(self, trainees: tuple[TraineeTold, ...], mark: int | None) -> None:
        """Write the grades; from the pass mark on they are green, the others red."""
        sheet = self.table("grades", grade_heads(self.words, trainees), grades(trainees))
        many = len(trainees)
        if not many:
            return
        for place in (GRADE, *range(FIRST_TASK, FIRST_TASK + len(trainees[0].cells))):
            self._coloured(sheet, place, many, mark or 0)
        for state, form in (("passed", self.good), ("failed", self.bad)):
            rule = {"type": "cell", "criteria": "==", "format": form}
            value = {"value": f'"{self.words(f"report.state.{state}")}"'}
            sheet.conditional_format(1, STATE, many, STATE, rule | value)

    def _coloured(self, sheet: Any, column: int, many: int, mark: int) -> None:
        area = (1, column, many, column)
        sheet.conditional_format(*area, {"type": "blanks", "stop_if_true": True, "format": None})
        sheet.conditional_format(*area, {"type": "cell", "criteria": ">=", "value": mark, "format": self.good})
        sheet.conditional_format(*area, {"type": "cell", "criteria": "<", "value": mark, "format": self.bad})

    def table(self, name: str, heads: Sequence[str], rows: Iterable[Row]) -> Any:
        """Write a sheet of rows under frozen heads with filters, and return it."""
        sheet = self._sheet(name)
        widths = [min(WIDEST, max(NARROW, _wide(head) / 2)) for head in heads]
        last = 0
        for column, head in enumerate(heads):
            self._put(sheet, 0, column, head, self.head)
        for last, row in enumerate(rows, start=1):
            for column, cell in enumerate(row):
                self._put(sheet, last, column, cell)
                if last <= LOOKED_AT and isinstance(cell, str | datetime):
                    widths[column] = min(WIDEST, max(widths[column], _wide(cell)))
        for column, wide in enumerate(widths):
            sheet.set_column(column, column, wide + 2)
        sheet.set_row(0, 2 * LINE)
        sheet.repeat_rows(0)
        sheet.freeze_panes(1, 2 if heads[1] == self.words("report.table.name") else 0)
        sheet.autofilter(0, 0, max(1, last), len(heads) - 1)
        return sheet

    def _sheet(self, name: str) -> Any:
        """Return a new sheet; printed, it is as wide as a page."""
        sheet = self.book.add_worksheet(self.words(f"report.sheet.{name}"))
        sheet.set_landscape()
        sheet.set_paper(A4)
        sheet.fit_to_pages(1, 0)
        return sheet

    def _put(self, sheet: Any, row: int, column: int, cell: object, form: Any = None) -> None:
        """Write one cell by its kind: what is text stays text, whatever it looks like."""
        if isinstance(cell, str):
            sheet.write_string(row, column, shown(cell)[:LONGEST], form)
        elif isinstance(cell, datetime):
            sheet.write_datetime(row, column, local(cell), form or self.when)
        elif isinstance(cell, int | float):
            sheet.write_number(row, column, cell, form)


def _wide(cell: str | datetime) -> int:
    """Return how many letters wide a cell is; a Han character is as wide as two."""
    if isinstance(cell, datetime):
        return 16
    return sum(2 if letter > "\u2e80" else 1 for letter in cell)
