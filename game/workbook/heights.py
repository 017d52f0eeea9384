"""Rows as high as their texts: not every spreadsheet measures wrapped texts when it opens a file."""

from typing import TYPE_CHECKING, Final

from openpyxl.worksheet.dimensions import RowDimension

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_LINE: Final = 17.0
_LARGER: Final = 1.5
_MOST: Final = 400.0
"""In points; a spreadsheet takes no more than 409."""


class _Row(RowDimension):
    """A row whose height still follows when somebody writes more into it."""

    @property
    def customHeight(self) -> bool:  # noqa: N802 (the name is that of the file format)
        return False


def heighten(page: "Worksheet") -> None:
    """Give every row of a sheet the height that its longest cell needs in the width of its column."""
    for number, row in enumerate(page.iter_rows(), 1):
        lines, size = 1, 11.0
        for cell in row:
            if isinstance(cell.value, str):
                width = page.column_dimensions[cell.column_letter].width
                lines = max(lines, sum(1 + int(_units(line) / (width - 1)) for line in cell.value.split("\n")))
                size = max(size, cell.font.size or size)
        height = min(_MOST, _LINE * lines * (_LARGER if size > 11 else 1))
        page.row_dimensions[number] = _Row(page, index=number, ht=height)


def _units(text: str) -> int:
    """Return how many digits wide a text is."""
    return sum(2 if letter > "\u2e7f" else 1 for letter in text)
