"""Which sheet of a workbook is which: by its title, a talk also by its heads, and a customer written downwards."""

from collections.abc import Callable, Iterable
from typing import Final

from game.scenario import nearest, words
from game.workbook.column import Sheet, heads, plain
from game.workbook.layout import CUSTOMER, GUIDE, ITEMS, SHEETS, TALK, WORD_LIST
from game.workbook.opening import Cell, Grid

Found = list[tuple[Sheet, Grid]]
_SEARCHED: Final = 10
"""How many rows may hold the heads."""
_TELLING: Final = {"beat", "say"}, {"beat", "response"}
"""The columns by whose heads a talk is known, whatever its sheet is called."""


def known_sheets(grids: list[Grid], add: Callable[..., None]) -> Found:
    """Return the sheets that are known, each once; `add` is told of the others: they would be lost without a word."""
    ours = {plain(title.told(language)) for title in (GUIDE, WORD_LIST) for language in words.LANGUAGES}
    known = {plain(title): sheet for sheet in SHEETS for title in _titles(sheet)}
    read = [one for one in grids if plain(one.title) not in ours and not plain(one.title).startswith("#")]
    named = [(known.get(plain(grid.title)), grid) for grid in read]
    talk = None if any(sheet is TALK for sheet, _ in named) else _talk(grid for sheet, grid in named if sheet is None)
    found: dict[str, tuple[Sheet, Grid]] = {}
    for sheet, grid in ((TALK if grid is talk else sheet, grid) for sheet, grid in named):
        if sheet is None:
            _unknown(grid, add)
        elif sheet.key in found:
            add(f"{grid.title}!A1", "sheet-twice", sheet=found[sheet.key][1].title)
        else:
            found[sheet.key] = sheet, upright(sheet, grid)
    return list(found.values())


def _titles(sheet: Sheet) -> tuple[str, ...]:
    return (sheet.title.told("zh"), sheet.title.told("en"), *sheet.also)


def _talk(grids: Iterable[Grid]) -> Grid | None:
    """Return the first sheet that has the heads of a talk."""
    known = heads(TALK)
    for grid in grids:
        for cells in _lines(grid, 0):
            there = {known[plain(cell.value)][0].key for cell in cells if plain(cell.value) in known}
            if any(telling <= there for telling in _TELLING):
                return grid
    return None


def _lines(grid: Grid, side: int) -> list[list[Cell]]:
    """Return the words of the first rows of a sheet, of its first columns where `side` is 1."""
    lines: dict[int, list[Cell]] = {}
    for place, cell in grid.cells.items():
        if isinstance(cell.value, str) and place[side] <= _SEARCHED:
            lines.setdefault(place[side], []).append(cell)
    return [cells for _, cells in sorted(lines.items())]


def _unknown(grid: Grid, add: Callable[..., None]) -> None:
    if grid.cells:
        chinese = any("\u3400" <= letter <= "\u9fff" for letter in grid.title)
        titles = [sheet.title.told("zh" if chinese else "en") for sheet in SHEETS]
        add(f"{grid.title}!A1", "unknown-sheet", nearest=nearest(grid.title, titles))


def upright(sheet: Sheet, grid: Grid) -> Grid:
    """Return a sheet with its heads in a row; somebody may have written the customer downwards, the heads in a column.

    The cells keep the places that they have in the workbook.
    """
    if sheet is not CUSTOMER or grid.merged:
        return grid
    known = heads(sheet)
    across, down = (
        max((sum(plain(cell.value) in known for cell in cells) for cells in _lines(grid, side)), default=0)
        for side in (0, 1)
    )
    if down <= across:
        return grid
    named = heads(ITEMS)
    titles = {row for (row, column), cell in grid.cells.items() if column == 1 and plain(str(cell.value)) in named}
    kept = {(column, row): cell for (row, column), cell in grid.cells.items() if row not in titles}
    return Grid(grid.title, kept, (), True)


def language_of(found: Found) -> str | None:
    """Return the language of most sheets, by their titles or, where these are people's own, by their heads."""
    chinese = sum(_chinese(sheet, grid) for sheet, grid in found)
    return None if not found else "zh" if chinese * 2 >= len(found) else "en"


def _chinese(sheet: Sheet, grid: Grid) -> bool:
    title = plain(grid.title)
    if title in (plain(sheet.title.told("zh")), plain(sheet.title.told("en"))):
        return title == plain(sheet.title.told("zh"))
    called = {plain(cell.value) for cells in _lines(grid, 0) for cell in cells}
    return any(plain(one.head.told("zh")) in called for one in sheet)
