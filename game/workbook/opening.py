"""Bytes to the cells of a workbook: what is no workbook, or none that can be trusted, is refused before it is read."""

import warnings
import zipfile
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from game.workbook.faults import Closed

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

MOST_BYTES: Final = 16 << 20
MOST_UNPACKED: Final = 24 << 20
MOST_PARTS: Final = 2_000
MOST_ROWS: Final = 30_000
MOST_COLUMNS: Final = 200
"""The largest scenario, of 4 MiB, stays well below all of these."""
_OLD: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED: Final = "EncryptedPackage".encode("utf-16-le")


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell that holds something: where it is, what it holds, and how the spreadsheet shows it."""

    place: str
    value: Any
    kind: str
    shown_as: str


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet as it lies in the file: its title, its cells by (row, column), and the ranges that are merged.

    One that is `turned` has its columns as rows; its cells still name the places that they have in the file.
    """

    title: str
    cells: dict[tuple[int, int], Cell]
    merged: tuple[tuple[int, int, int, int], ...]
    turned: bool = False

    def rows(self) -> list[int]:
        """Return the numbers of the rows in which something stands."""
        return sorted({row for row, _ in self.cells})


def opened(raw: bytes) -> list[Grid]:
    """Return the sheets of a workbook's bytes. Closed, with the code of the fault, for anything else."""
    _look_over(raw)
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what openpyxl leaves out, nothing is read here
            book = load_workbook(BytesIO(raw), keep_links=False)
            return [_grid(sheet) for sheet in book.worksheets]
    except Closed:
        raise
    except Exception:  # a damaged file fails in whatever way its damage leads to
        raise Closed("workbook-damaged") from None


def _look_over(raw: bytes) -> None:
    """Refuse what is no workbook or would unpack to far more than a scenario can hold."""
    if raw.startswith(_OLD):
        raise Closed("locked-workbook" if _LOCKED in raw else "old-workbook")
    if not raw.startswith(b"PK"):
        raise Closed("not-a-workbook")
    if len(raw) > MOST_BYTES:
        raise Closed("workbook-too-large")
    try:
        with zipfile.ZipFile(BytesIO(raw)) as package:
            parts = package.infolist()
            if "xl/workbook.xml" not in {part.filename for part in parts}:
                raise Closed("not-a-workbook")
            if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
                raise Closed("workbook-too-large")
            if any(part.flag_bits & 1 for part in parts):
                raise Closed("locked-workbook")
            if any(b"<!DOCTYPE" in package.read(part) for part in parts if part.filename.endswith((".xml", ".rels"))):
                raise Closed("workbook-damaged")
    except Closed:
        raise
    except Exception:  # zlib, zipfile and the disk each have their own ways of saying that a package is broken
        raise Closed("workbook-damaged") from None


def _grid(sheet: "Worksheet") -> Grid:
    cells: dict[tuple[int, int], Cell] = {}
    # The sheet's own table of cells: going by rows and columns would walk through every empty one up to the last.
    for (row, column), cell in sheet._cells.items():
        if cell.value is None or (isinstance(cell.value, str) and not cell.value.strip()):
            continue
        if row > MOST_ROWS or column > MOST_COLUMNS:
            raise Closed("workbook-too-large")
        cells[row, column] = Cell(
            f"{sheet.title}!{cell.coordinate}", cell.value, cell.data_type or "", cell.number_format or ""
        )
    merged = tuple((one.min_row, one.min_col, one.max_row, one.max_col) for one in sheet.merged_cells.ranges)
    return Grid(sheet.title, cells, merged)
