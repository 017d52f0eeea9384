"""Rows to the bytes of a workbook: heads that stay in view, lists to choose from, columns that are wide enough."""

from collections.abc import Iterator
from io import BytesIO
from math import ceil
from typing import TYPE_CHECKING, Final

from game.i18n import Words
from game.scenario import words as vocabulary
from game.scenario.form import ConditionForm
from game.workbook.cells import Pair, Tongue, hide
from game.workbook.column import Column, Sheet, head
from game.workbook.kinds import written
from game.workbook.layout import GUIDE, ITEMS, SHEETS, WORD_LIST
from game.workbook.reading import lettered
from game.workbook.script import flow
from game.workbook.spread import Row, Rows
from game.workbook.wording import worded

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

MOST_LETTERS: Final = 32_767
"""As many as a cell can hold."""
_LISTED: Final = 2_000
"""As far down as there are lists to choose from."""
_PRINTED: Final = 180
"""So many letters of a row can still be read across a sheet of paper."""
_FONTS: Final = {"zh": "微软雅黑", "en": "Calibri"}
_HEAD, _BEAT, _GREY = "1F4E5F", "EAF3F5", "7A7A7A"
_EITHER: Final = {
    "zh": {"any": [{"knows": ["考试"]}, {"heat": {"max": 3}}]},
    "en": {"any": [{"knows": ["exam"]}, {"heat": {"max": 3}}]},
}
"""An example of the words that want braces, with a fact of the template."""
_DECLARED: Final = {
    "promise": "promises",
    "keeps": "promises",
    "breaks": "promises",
    "learn": "facts",
    "speaker": "cast",
    "persona": "customer",
}
"""The columns that name the ids of another sheet."""


class TooLong(Exception):
    """A text that no cell can hold; `place` is where it would have stood."""

    def __init__(self, place: str) -> None:
        super().__init__(place)
        self.place = place


def bound(rows: Rows, tongue: Tongue, words: Words, opens_with: str) -> bytes:
    """Return the workbook of these rows; it opens with the sheet `opens_with`, "" for the one that explains."""
    from openpyxl import Workbook

    from game.workbook.heights import heighten

    book = Workbook()
    binding = _Binding(book, tongue, words, _targets(rows, tongue))
    binding.guide()
    for sheet in SHEETS:
        binding.sheet(sheet, rows[sheet.key])
    for page in book.worksheets:
        heighten(page)
        _paged(page)
    binding.word_list()
    book.active = next((place for place, sheet in enumerate(SHEETS, 1) if sheet.key == opens_with), 0)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _paged(page: "Worksheet") -> None:
    """Let a sheet be printed on as few pages beside one another as can be read, heads and first column on each."""
    from openpyxl.worksheet.properties import PageSetupProperties

    wide = sum(page.column_dimensions[name].width for name in page.column_dimensions)
    page.page_setup.orientation, page.page_setup.paperSize = "landscape", page.PAPERSIZE_A4
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = ceil(wide / _PRINTED), 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    if page.freeze_panes:
        page.print_title_rows, page.print_title_cols = "1:1", "A:A"


def _targets(rows: Rows, tongue: Tongue) -> tuple[str, ...]:
    """Return the ids to which a talk can go on, each once."""
    back = vocabulary.BACK["back"][0] if tongue.language == "zh" else "back"
    return tuple(dict.fromkeys([*(row["beat"] for row in rows["talk"]), *(row["id"] for row in rows["endings"]), back]))


class _Binding:
    """The workbook that is being made."""

    def __init__(self, book: "Workbook", tongue: Tongue, words: Words, targets: tuple[str, ...]) -> None:
        from openpyxl.styles import Alignment, Font, PatternFill

        self.book = book
        self.tongue = tongue
        self.targets = targets
        self.lists: dict[tuple[str, ...], int] = {}
        """The lists of words to choose from, each with its column."""
        self.words = words
        font = _FONTS[tongue.language]
        self.plain = Font(name=font, size=11)
        self.bold = Font(name=font, size=11, bold=True, color="FFFFFF")
        self.grey = Font(name=font, size=10, color=_GREY)
        self.large = Font(name=font, size=16, bold=True, color=_HEAD)
        self.wrapped = Alignment(horizontal="left", vertical="top", wrap_text=True)
        self.one_line = Alignment(horizontal="left", vertical="top")
        self.fill = PatternFill("solid", fgColor=_HEAD)
        self.pale = PatternFill("solid", fgColor=_BEAT)

    def title(self, sheet: Sheet) -> str:
        """Return the title of a sheet in the workbook's language."""
        return sheet.title.told(self.tongue.language)

    # Sheets

    def guide(self) -> None:
        """Write the sheet that explains the others."""
        sheet = self.book.worksheets[0]
        sheet.title = GUIDE.told(self.tongue.language)
        sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 16, 96
        language = self.tongue.language
        braces = flow(worded(_EITHER[language], language, {}, ConditionForm))
        lines = self.words("workbook.guide", example=braces).split("\n")
        told = [("", line) for line in lines] + [
            (self.title(one), one.about.told(self.tongue.language)) for one in SHEETS
        ]
        title = self.put(sheet, 1, 1, self.words("workbook.title"))
        title.font, title.alignment = self.large, self.one_line
        for row, (first, second) in enumerate(told, 3):
            if first:
                self.put(sheet, row, 1, first).fill = self.pale
            self.put(sheet, row, 2, second)
        sheet.sheet_view.showGridLines = False

    def sheet(self, sheet: Sheet, rows: list[Row]) -> None:
        """Write one sheet: its heads, its rows, and what helps to fill in more."""
        page = self.book.create_sheet(self.title(sheet))
        if sheet.listed:
            self.listed(page, sheet, rows)
        else:
            self.items(page, sheet, rows[0])

    def listed(self, page: "Worksheet", sheet: Sheet, rows: list[Row]) -> None:
        """Write a sheet of rows; what speaks of a beat stands on a pale ground."""
        columns = list(self.columns(sheet))
        for place, (column, other) in enumerate(columns, 1):
            self.head(page, place, column, other)
            self.choices(page, column, f"{lettered('', 2, place)[1:]}:{lettered('', _LISTED, place)[1:]}")
        for number, row in enumerate(rows, 2):
            pairs = {column.key: self.pair(row.get(column.key), column) for column in sheet}
            for place, (column, other) in enumerate(columns, 1):
                if (value := pairs[column.key][other]) is not None:
                    self.put(page, number, place, value)
                if "says" in row and "beat" in row:
                    page.cell(number, place).fill = self.pale
        page.freeze_panes = "B2"

    def pair(self, value: object, column: Column) -> Pair:
        """Return what stands in the two cells of a value."""
        return written(value, column, self.tongue)

    def columns(self, sheet: Sheet) -> Iterator[tuple[Column, int]]:
        """Yield the columns as they stand beside one another, with 1 for the twin that holds the other language."""
        for column in sheet:
            yield column, 0
            if column.two and self.tongue.two:
                yield column, 1

    def items(self, page: "Worksheet", sheet: Sheet, row: Row) -> None:
        """Write the sheet that has a row for each key."""
        heads = list(self.columns(ITEMS))
        for place, (column, other) in enumerate(heads, 1):
            self.head(page, place, column, other)
        about = len(heads) + 1
        self.put(page, 1, about, self.words("workbook.about_head")).font = self.grey
        page.column_dimensions[lettered("", 1, about)[1:-1]].width = 60
        for number, column in enumerate(sheet, 2):
            self.put(page, number, 1, head(column, self.tongue.language, False)).fill = self.pale
            for side, value in enumerate(self.pair(row.get(column.key), column), 2):
                if value is not None:
                    self.put(page, number, side, value)
            told = self.put(page, number, about, column.about.told(self.tongue.language))
            told.font = self.grey
            self.choices(page, column, f"B{number}")
        page.freeze_panes = "B2"

    # Cells

    def head(self, page: "Worksheet", place: int, column: Column, other: int) -> None:
        """Write the head of a column, with a note that explains it, and set how its cells look."""
        from openpyxl.comments import Comment

        cell = self.put(page, 1, place, head(column, self.tongue.language, bool(other)))
        cell.font, cell.fill = self.bold, self.fill
        cell.comment = Comment(self.told(column), "Yuqi", height=90, width=260)
        dimension = page.column_dimensions[lettered("", 1, place)[1:-1]]
        dimension.width = column.width
        if column.kind != "whole":
            dimension.number_format = "@"  # what is typed below stays what was typed: 17:30 no time, 3-4 no date
        dimension.alignment, dimension.font = self.wrapped, self.plain

    def told(self, column: Column) -> str:
        """Return what a column is for, with the words that may stand in it."""
        language = self.tongue.language
        about = column.about.told(language)
        if not column.names:
            return about
        names = [zh if language == "zh" else id_ for id_, (zh, _) in column.names.items()]
        return self.words("workbook.choices", about=about, known=self.words.list(names))

    def put(self, page: "Worksheet", row: int, place: int, value: str | int) -> "Cell":
        """Write a cell: a text stays a text, whatever it begins with."""
        if isinstance(value, str) and len(value) > MOST_LETTERS:
            raise TooLong(lettered(page.title, row, place))
        cell: Cell = page.cell(row, place)  # type: ignore[assignment]
        cell.value = value
        cell.font, cell.alignment = self.plain, self.wrapped
        if isinstance(value, str):
            cell.data_type = "s"
            cell.number_format = "@"
            cell.quotePrefix = value.startswith(("=", "+", "-", "@"))
        return cell

    # What may be chosen

    def choices(self, page: "Worksheet", column: Column, cells: str) -> None:
        """Let the cells offer what may stand in them; what is typed beside that is asked about, not refused."""
        from openpyxl.worksheet.datavalidation import DataValidation

        asked = column.kind in ("word", "yes", "whole")
        if column.kind == "whole":
            if column.low is None:
                return
            offered = DataValidation("whole", operator="between", formula1=str(column.low), formula2=str(column.high))
        elif (source := self.source(column)) is None:
            return
        else:
            offered = DataValidation("list", formula1=source)
        offered.allow_blank = True
        offered.showErrorMessage = asked
        offered.errorStyle = "warning"
        offered.errorTitle = head(column, self.tongue.language, False)
        offered.error = self.words("workbook.unusual")
        offered.add(cells)
        page.add_data_validation(offered)

    def source(self, column: Column) -> str | None:
        """Return where the choices of a column stand."""
        if column.kind == "yes":
            return '"' + ",".join(told[self.tongue.language == "en"] for told in vocabulary.TRUTH.values()) + '"'
        if column.key in _DECLARED:
            title = next(self.title(sheet) for sheet in SHEETS if sheet.key == _DECLARED[column.key])
            return f"'{title}'!$A$2:$A$300"
        if column.kind in ("target", "position") or column.key in ("start", "to"):
            listed = self.targets
        elif column.names:
            listed = tuple(zh if self.tongue.language == "zh" else id_ for id_, (zh, _) in column.names.items())
            listed += tuple(self.tongue.own["needs"] if "safety" in column.names else ())
        else:
            return None
        place = self.lists.setdefault(listed, len(self.lists) + 1)
        first, last = lettered("", 1, place)[1:-1], len(listed)
        return f"'{WORD_LIST.told(self.tongue.language)}'!${first}$1:${first}${last}"

    def word_list(self) -> None:
        """Write the words to choose from on a sheet that is out of sight."""
        page = self.book.create_sheet(WORD_LIST.told(self.tongue.language))
        for listed, place in self.lists.items():
            for row, word in enumerate(listed, 1):
                self.put(page, row, place, hide(word))
        page.sheet_state = "hidden"
