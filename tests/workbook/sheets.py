"""Workbooks as instructors have them: exported, changed in a spreadsheet, read again."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from game.i18n import words
from game.scenario import Scenario, read
from game.workbook import Taken, handed_out, taken_in
from tests.workbook.dressed import bare

ROOT = Path(__file__).resolve().parents[2]
COLD_FLAT = ROOT / "tests" / "data" / "heating-cold-flat.yaml"
OPENING: dict[str, tuple[str, ...]] = {"zh": ("写",), "en": ("written",)}

Change = Callable[[Workbook], Any]


def exported(language: str, source: bytes | None = None) -> bytes:
    """The workbook of a scenario file, of the worked example where none is given."""
    return handed_out(COLD_FLAT.read_bytes() if source is None else source, words(language))


def changed(raw: bytes, change: Change) -> bytes:
    """A workbook after somebody changed it in a spreadsheet and saved it."""
    book = load_workbook(BytesIO(raw))
    change(book)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def taken(raw: bytes, language: str = "zh", named: tuple[str, str] | None = None) -> Taken:
    """What comes of a workbook."""
    return taken_in(raw, "talk.xlsx", language, named, OPENING)


def told(raw: bytes, language: str = "zh") -> list[str]:
    """The problems of a workbook, each as `place level code`: `[谈话!D7] error unknown-target`."""
    lines = [finding.told(language).removeprefix("talk.xlsx").lstrip(" :") for finding in taken(raw, language).findings]
    return [" ".join(line.replace("]:", "]").split()[: 3 if line.startswith("[") else 2]) for line in lines]


def scenario(raw: bytes) -> Scenario:
    """The scenario of a workbook in which nothing is wrong."""
    found = taken(raw)
    assert found.text is not None, [finding.told("en") for finding in found.findings]
    made, problems = read(found.text.encode(errors="surrogatepass"), "made.yaml")
    assert made is not None, [problem.told("en") for problem in problems]
    return made


def same(source: bytes, raw: bytes) -> bool:
    """Whether a workbook says what a scenario file says."""
    before, _ = read(source, "source.yaml")
    assert before is not None
    return bool(bare(before) == bare(scenario(raw)))


def sheet(book: Workbook, title: str) -> Worksheet:
    """One sheet of a book."""
    found = book[title]
    assert isinstance(found, Worksheet)
    return found


def column(page: Worksheet, head: str) -> str:
    """The letter of the column of a head."""
    return next(cell.column_letter for cell in page[1] if cell.value == head)


def both(*changes: Change) -> Change:
    """Several changes, one after the other."""

    def change(book: Workbook) -> None:
        for one in changes:
            one(book)

    return change


def typed(title: str, cell: str, value: Any) -> Change:
    """The change that types something into a cell."""

    def change(book: Workbook) -> None:
        sheet(book, title)[cell].value = value

    return change


def put(title: str, head: str, row: int, value: Any) -> Change:
    """The change that writes a value into the column of a head."""

    def change(book: Workbook) -> None:
        page = sheet(book, title)
        page[f"{column(page, head)}{row}"].value = value

    return change
