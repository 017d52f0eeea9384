"""The sheets of an opened workbook as lines of values: heads are found, each cell is read, and every fault is told."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from string import ascii_uppercase
from typing import Any, Final

from game.scenario import nearest
from game.workbook.cells import Tongue
from game.workbook.column import Column, Sheet, head, headed, heads, plain
from game.workbook.faults import Finding, Unread, finding
from game.workbook.kinds import read
from game.workbook.layout import ITEMS, METERS, NEEDS, OF_BEAT, SHEETS, TALK, talk_heads
from game.workbook.opening import Cell, Grid
from game.workbook.phrases import EDGES
from game.workbook.tabs import Found, known_sheets, language_of

BETWEEN: Final = {"zh": "、", "en": ", "}
_SEARCHED: Final = 10
"""How many rows are looked through for the heads: somebody may have put a title above them."""


@dataclass(slots=True)
class Line:
    """One row: the values that were read, by column, and the place of every cell of a column that is there."""

    values: dict[str, Any] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)
    unread: set[str] = field(default_factory=set)
    start: str = ""

    @property
    def row(self) -> int:
        """The number of the row in its sheet."""
        return int(self.start.rpartition("!")[2].lstrip(ascii_uppercase))

    def place(self, key: str) -> str:
        """Return where a column's cell is, where the row begins if there is no such column."""
        return self.places.get(key, self.start)


@dataclass(slots=True)
class Book:
    """A workbook as it was read: its language, the lines of each sheet, and what was wrong."""

    file: str
    language: str
    lines: dict[str, list[Line]]
    titles: dict[str, str]
    own: dict[str, list[str]]
    findings: list[Finding]
    broken: set[str] = field(default_factory=set)
    """The sheets of which a part is missing: what is not found in them may well be there."""

    def add(self, place: str, code: str, **told: object) -> None:
        """Note a fault."""
        self.findings.append(finding(self.file, place, code, **told))


def lettered(title: str, row: int, column: int) -> str:
    """Return a cell's place as spreadsheets write it: 谈话!D7."""
    from openpyxl.utils import get_column_letter

    return f"{title}!{get_column_letter(column)}{row}"


def book_of(grids: list[Grid], file: str, language: str) -> Book:
    """Return what stands in the sheets. `language` is that of a workbook whose sheets do not tell."""
    book = Book(file, language, {}, {}, {}, [])
    found = known_sheets(grids, book.add)
    book.language = language_of(found) or language
    tables = {sheet.key: _Table(sheet, grid, book) for sheet, grid in found}
    for declared in (NEEDS, METERS):
        table = tables.get(declared.key)
        book.own[declared.key] = list(table.ids()) if table is not None else []
    for key, table in tables.items():
        book.titles[key] = table.grid.title
        book.lines[key] = list(table.lines()) if table.sheet.listed else [table.items()]
    _missing(found, book)
    return book


def _missing(found: Found, book: Book) -> None:
    there = {sheet.key for sheet, _ in found}
    renamed = any(one.problem.code == "unknown-sheet" for one in book.findings)
    for sheet in SHEETS:
        if sheet.key in there:
            continue
        if sheet.needed:
            book.add("", "missing-sheet", sheet=sheet.title.told(book.language))
        if sheet.needed or renamed:
            book.broken.add(sheet.key)


class _Table:
    """One sheet: its cells by row, and in which columns what is written."""

    def __init__(self, sheet: Sheet, grid: Grid, book: Book) -> None:
        self.sheet = sheet
        self.grid = grid
        self.book = book
        self.known = heads(sheet) if sheet.listed else heads(ITEMS)
        self.rows: dict[int, dict[int, Cell]] = {}
        for (row, column), cell in grid.cells.items():
            self.rows.setdefault(row, {})[column] = cell
        self.columns: dict[str, list[int | None]] = {}
        self.first = self._head()

    def place(self, row: int, column: int) -> str:
        """Return where a cell is in the workbook."""
        return lettered(self.grid.title, *((column, row) if self.grid.turned else (row, column)))

    # Heads

    def _head(self) -> int:
        """Find the row of the heads and what stands under which; return its number, 0 where there is none."""
        early = [row for row in sorted(self.rows) if row <= _SEARCHED]
        counted = {row: sum(_called(cell) in self.known for cell in self.rows[row].values()) for row in early}
        row = max(counted, key=lambda row: (counted[row], -row), default=0)
        if not row or not counted[row]:
            if self.rows or self.sheet.needed:
                self.book.add(f"{self.grid.title}!A1", "missing-head", **self._some())
                self.book.broken.add(self.sheet.key)
            self.rows = {}
            return 0
        if self.sheet is TALK:
            self.known = talk_heads({_called(cell) for cell in self.rows[row].values()})
        for column, cell in sorted(self.rows[row].items()):
            self._column(row, column, cell)
        self._look_over(row)
        return row

    def _some(self) -> dict[str, str]:
        shown = list(self.sheet)[:4] if self.sheet.listed else list(ITEMS)
        return {
            f"heads.{language}": BETWEEN[language].join(head(one, language, False) for one in shown)
            for language in BETWEEN
        }

    def _column(self, row: int, column: int, cell: Cell) -> None:
        name = _called(cell)
        if name.startswith("#"):
            return
        if name not in self.known:
            if any(column in cells for number, cells in self.rows.items() if number > row):
                told = [head(one, self.book.language, False) for one in self.sheet]
                self.book.add(cell.place, "unknown-column", head=cell.value, nearest=nearest(str(cell.value), told))
                self.book.broken.add(self.sheet.key)
            return
        one, language = self.known[name]
        sides = self.columns.setdefault(one.key, [None, None])
        side = int(language not in ("", self.book.language))
        if sides[side] is not None:
            self.book.add(cell.place, "column-twice", head=cell.value)
        sides[side] = sides[side] or column

    def _look_over(self, row: int) -> None:
        """Tell columns that are missing, cells that stand under no head, and cells that are merged."""
        for one in self.sheet if self.sheet.listed else ITEMS:
            # Below its first row a beat may stay empty, but somewhere it has to be.
            needed = one.needed or (self.sheet is TALK and one.key == "beat")
            if needed and one.key not in self.columns:
                self.book.add(self.place(row, 1), "missing-column", **headed(one))
                self.book.broken.add(self.sheet.key)
        for number, cells in self.rows.items():
            for column in cells.keys() - self.rows[row].keys() if number > row else ():
                self.book.add(cells[column].place, "headless-cell")
        self._merged(row)

    def _merged(self, head_row: int) -> None:
        """Tell merged cells that hide what they mean: only what a beat says may reach over its rows."""
        whole = {self.columns[key][side] for key in ("beat", *OF_BEAT) if key in self.columns for side in (0, 1)}
        read_ = {column for sides in self.columns.values() for column in sides}
        for top, left, bottom, right in self.grid.merged:
            ours = bottom >= head_row and any(column in read_ for column in range(left, right + 1))
            if ours and not (self.sheet is TALK and left == right and left in whole and top > head_row):
                first, last = (lettered("", *corner).removeprefix("!") for corner in ((top, left), (bottom, right)))
                self.book.add(self.place(top, left), "merged-cells", range=f"{first}:{last}")

    # Rows

    def ids(self) -> Iterator[str]:
        """Yield the ids that this sheet declares."""
        column = self.columns.get("id", [None])[0]
        for row in sorted(self.rows):
            cell = self.rows[row].get(column or 0)
            if row > self.first and cell is not None:
                yield str(cell.value).strip(EDGES)

    def lines(self) -> Iterator[Line]:
        """Yield the lines in which something stands under a known head."""
        shown = {column for sides in self.columns.values() for column in sides if column}
        for row in sorted(self.rows):
            if row > self.first and shown & self.rows[row].keys():
                line = Line(start=self.place(row, 1))
                for one in self._columns(self.rows[row].keys()):
                    self._read(line, one, row, self.columns[one.key])
                yield line

    def _columns(self, filled: Collection[int]) -> list[Column]:
        """Return the columns to be read in a row whose cells are `filled`; a row may be all about a beat."""
        there = {one.key: one for one in (*self.sheet.beside, *self.sheet) if one.key in self.columns}
        beat = [one for key, one in there.items() if self.sheet is TALK and key in ("beat", *OF_BEAT)]
        sides = {side for one in beat for side in self.columns[one.key]}
        return beat if beat and {*filled} <= sides else [*there.values()]

    def items(self) -> Line:
        """Return the one line of a sheet that has a row for each key."""
        line = Line(start=f"{self.grid.title}!A1")
        named = self.columns.get("item", [None])[0] or 0
        known = heads(self.sheet)
        for row in sorted(self.rows):
            cell = self.rows[row].get(named)
            if row <= self.first or cell is None or _called(cell).startswith("#"):
                continue
            one = known.get(_called(cell), (None, ""))[0]
            if one is None:
                told = [head(one, self.book.language, False) for one in self.sheet]
                self.book.add(cell.place, "unknown-item", head=cell.value, nearest=nearest(str(cell.value), told))
            elif one.key in line.places:
                self.book.add(cell.place, "column-twice", head=cell.value)
            else:
                main, other = self.columns.get("value", [None, None])
                self._read(line, one, row, [main, other if one.two else None])
        return line

    def _read(self, line: Line, one: Column, row: int, sides: list[int | None]) -> None:
        """Read the cells of one column in one row into the line."""
        main, other = (self.rows[row].get(side or 0) for side in sides)
        place = line.places[one.key] = self.place(row, sides[0] or sides[1] or 1)
        try:
            value = read((main, other), one, Tongue(self.book.language, sides[1] is not None, self.book.own))
        except Unread as unread:
            self.book.add(unread.place or place, unread.code, **unread.told)
            line.unread.add(one.key)
            return
        if value is not None:
            line.values[one.key] = value
        elif one.needed:
            line.unread.add(one.key)
            self.book.add(place, "cell-empty", **headed(one))


def _called(cell: Cell) -> str:
    return plain(cell.value) if isinstance(cell.value, str) else ""
