"""Screens with colour and bars, laid out for the terminal's width; every line fits it, in cells."""

from collections.abc import Iterator
from typing import Final

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from game.terminal.blocks import Bar, Block, Chart, Entry, Gap, Heading, Page, Para, Row, Scale, Section, Style, Table
from game.terminal.lines import padded, shortened, wrapped
from game.terminal.paper import CONTROLS

STYLES: Final[dict[str, str]] = {
    "": "",
    "title": "bold cyan",
    "customer": "bold yellow",
    "trainee": "bold cyan",
    "good": "green",
    "bad": "red",
    "quiet": "dim",
    "strong": "bold",
}
WIDEST: Final = 100
"""Longer lines are hard to read, however wide the terminal."""
NARROWEST: Final = 40
LEAST: Final = 16
"""What stands beside a bar goes below it where there are fewer cells than this."""
BETWEEN: Final = 2
"""Cells between two columns."""
BAR: Final = 23
"""Cells of a zone: a place for each of the levels 0 to 10, one on each side of it for the brackets."""


class RichPaper:
    """Prints on a rich console."""

    def __init__(self, console: Console) -> None:
        self.console = console

    def show(self, page: Page) -> None:
        """Print the blocks of a page in the width that the terminal has now."""
        width = max(NARROWEST, min(self.console.width, WIDEST))
        for line in rich_lines(page, width):
            line.plain = line.plain.translate(CONTROLS)
            self.console.print(line, no_wrap=True, overflow="ignore", crop=False, soft_wrap=True)

    def prompt(self, text: str) -> None:
        """Print what is asked."""
        self.console.print(Text(f"{text} ", style=STYLES["title"]), end="", soft_wrap=True)
        self.console.file.flush()


def rich_lines(page: Page, width: int) -> Iterator[Text]:
    """Yield the lines of a page, none wider than `width` cells."""
    for block in page:
        yield from _block(block, width)


def _block(block: Block, width: int) -> Iterator[Text]:
    match block:
        case Heading(text):
            yield Text()
            yield from _heading(text, width)
        case Section(text):
            yield Text()
            yield from (Text(line, style=STYLES["strong"]) for line in wrapped(text, width))
        case Para(text, style, indent):
            for line in wrapped(text, width - indent):
                yield Text(" " * indent + line, style=STYLES[style])
        case Entry():
            yield from _entry(block, width)
        case Chart(rows, legend):
            yield from _chart(rows, width)
            if legend:
                yield from _block(Para(legend, "quiet", 2), width)
        case Table():
            yield from _table(block, width)
        case Gap():
            yield Text()


def _heading(text: str, width: int) -> Iterator[Text]:
    for line in wrapped(text, width - 6):
        rule = "─" * max(0, width - 5 - cell_len(line))
        yield Text.assemble(("── ", STYLES["quiet"]), (line, STYLES["title"]), (f" {rule}", STYLES["quiet"]))


def _entry(entry: Entry, width: int) -> Iterator[Text]:
    begins = entry.indent + cell_len(entry.mark)
    hangs = begins if entry.hang is None else entry.hang
    first, *more = wrapped(entry.text, width - begins, width - hangs)
    yield Text.assemble(" " * entry.indent, (entry.mark, STYLES[entry.style]), first)
    yield from (Text(" " * hangs + line) for line in more)


def _chart(rows: tuple[Scale | Bar, ...], width: int) -> Iterator[Text]:
    labels = min(max((cell_len(row.label) for row in rows), default=0), width // 3)
    for row in rows:
        bar = zone(row) if isinstance(row, Scale) else level(row)
        line = Text(f"  {padded(shortened(row.label, labels), labels)} ").append_text(bar)
        room = width - cell_len(line.plain) - 1
        if room < LEAST:
            yield line
            yield from (Text(" " * 4 + part) for part in wrapped(row.beside, width - 4))
            continue
        first, *more = wrapped(row.beside, room)
        yield line.append(f" {first}")
        yield from (Text(" " * (width - room) + part) for part in more)


def zone(row: Scale) -> Text:
    """Return the bar of a component: the brackets are adequate and desired, the dot is what is perceived.

    The levels stand on every second cell; a bracket stands just outside of its level, so that no dot hides it.
    """
    cells = ["-"] * BAR
    low, high = 2 * row.adequate, 2 * row.desired + 2
    cells[low + 1 : high] = ["="] * (high - low - 1)
    cells[low], cells[high] = "[", "]"
    bar = Text("".join(cells), style=STYLES["quiet"])
    bar.stylize("not dim", low, high + 1)
    dot = 2 * row.perceived + 1
    style: Style = "bad" if row.perceived < row.adequate else "good" if row.perceived > row.desired else "title"
    return Text.assemble(bar[:dot], ("●", f"bold {STYLES[style]}"), bar[dot + 1 :])


def level(row: Bar) -> Text:
    """Return the bar of a number."""
    room = BAR - 2
    full = (2 * row.value * room + row.top) // (2 * row.top)
    good = 2 * row.value <= row.top if row.hot else 2 * row.value >= row.top
    return Text.assemble("[", ("#" * full, STYLES["good" if good else "bad"]), " " * (room - full), "]")


def _table(table: Table, width: int) -> Iterator[Text]:
    everything = [*([table.head] if any(table.head) else []), *(row.cells for row in table.rows)]
    widths = [max(cell_len(cells[column]) for cells in everything) for column in range(len(table.head))]
    taken = sum(widths) - widths[table.wide] + BETWEEN * len(widths)
    widths[table.wide] = min(widths[table.wide], max(10, width - taken))
    if any(table.head):
        yield from _cells(Row(table.head, "", "quiet"), table, widths)
    begins = BETWEEN + sum(one + BETWEEN for one in widths[: table.wide])
    for row in table.rows:
        if row.group:
            yield from _block(Section(row.group), width)
        yield from _cells(row, table, widths)
        for line in rich_lines(row.below, width - begins):
            yield Text(" " * begins).append_text(line)


def _cells(row: Row, table: Table, widths: list[int]) -> Iterator[Text]:
    wide = wrapped(row.cells[table.wide], widths[table.wide])
    for number, part in enumerate(wide):
        cells = [cell if number == 0 else "" for cell in row.cells]
        cells[table.wide] = part
        line = "".join(
            " " * BETWEEN + padded(cell, width, right=column in table.numbers)
            for column, (cell, width) in enumerate(zip(cells, widths, strict=True))
        )
        yield Text(line.rstrip(), style=STYLES[row.style])
