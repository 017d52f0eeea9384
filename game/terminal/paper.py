"""Where screens are printed: plain lines for screen readers and old terminals, or colours and bars."""

import os
from typing import Final, Protocol, TextIO

from rich.cells import cell_len

from game.terminal.blocks import Chart, Entry, Gap, Heading, Page, Para, Section, Table
from game.terminal.lines import wrapped

CONTROLS: Final = {code: " " for code in (*range(0x20), *range(0x7F, 0xA0)) if code != 0x0A}
"""What could move a cursor or change a colour shows as a space: texts come from files that anyone may have written."""


class Paper(Protocol):
    """What can be printed on."""

    def show(self, page: Page) -> None:
        """Print the blocks of a page, below what is there."""

    def prompt(self, text: str) -> None:
        """Print what is asked; the answer is typed behind it."""


class PlainPaper:
    """Words and numbers: no colour, no drawing, the cursor only goes on.

    A paragraph is a line, but for a terminal too narrow for it, which would break it in the middle of a word.
    """

    def __init__(self, out: TextIO) -> None:
        self.out = out

    def show(self, page: Page) -> None:
        """Print the blocks of a page as lines of words."""
        width = self._width()
        for line in plain_lines(page):
            fits = width is None or cell_len(line) <= width
            for part in [line] if fits or width is None else wrapped(line, width):
                self.out.write(part.translate(CONTROLS) + "\n")
        self.out.flush()

    def _width(self) -> int | None:
        """Return how many cells a line of the terminal has, None where there is no terminal."""
        try:
            return os.get_terminal_size(self.out.fileno()).columns or None
        except (OSError, ValueError):
            return None

    def prompt(self, text: str) -> None:
        """Print what is asked."""
        self.out.write(f"{text} ")
        self.out.flush()


def plain_lines(page: Page) -> list[str]:
    """Return a page as lines of words, one paragraph each."""
    lines: list[str] = []
    for block in page:
        match block:
            case Heading(text) | Section(text):
                lines += ["", text]
            case Para(text):
                lines += text.split("\n")
            case Entry(mark, text):
                lines += f"{mark}{text}".split("\n")
            case Chart(rows):
                lines += [row.told for row in rows]
            case Table():
                for row in block.rows:
                    title = [Section(row.group)] if row.group else []
                    lines += [*plain_lines(title), *row.told.split("\n"), *plain_lines(row.below)]
            case Gap():
                lines.append("")
    return lines
