"""Where screens are printed: plain lines for screen readers and old terminals, or colours and bars."""

from typing import Final, Protocol, TextIO

from game.terminal.blocks import Chart, Entry, Gap, Heading, Page, Para, Section, Table

CONTROLS: Final = {code: " " for code in (*range(0x20), *range(0x7F, 0xA0)) if code != 0x0A}
"""What could move a cursor or change a colour shows as a space: texts come from files that anyone may have written."""


class Paper(Protocol):
    """What can be printed on."""

    def show(self, page: Page) -> None:
        """Print the blocks of a page, below what is there."""

    def prompt(self, text: str) -> None:
        """Print what is asked; the answer is typed behind it."""


class PlainPaper:
    """Words and numbers, one paragraph a line: no colour, no drawing, no wrapping, the cursor only goes on."""

    def __init__(self, out: TextIO) -> None:
        self.out = out

    def show(self, page: Page) -> None:
        """Print the blocks of a page as lines of words."""
        for line in plain_lines(page):
            self.out.write(line.translate(CONTROLS) + "\n")
        self.out.flush()

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
