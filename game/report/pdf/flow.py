"""Text that flows from one column to the next and on to new sheets, so that nothing is ever cut off."""

from collections.abc import Callable, Iterator

from game.report.pdf.paper import BLACK, DIM, Ink, Paper, lines

Column = tuple[float, float, float, float]
"""Left, top, width and bottom of a column."""


class Flow:
    """The place where the next line goes. `columns` yields the columns of a sheet, which it begins first."""

    def __init__(self, paper: Paper, columns: Callable[[], Iterator[Column]]) -> None:
        self.paper = paper
        self._columns = columns
        self._sheet: Iterator[Column] = iter(())
        self.x = self.y = self.width = self.bottom = self.top = 0.0
        self.turn()

    def turn(self) -> None:
        """Go on in the next column, on a new sheet where this one has no more."""
        found = next(self._sheet, None)
        if found is None:
            self._sheet = self._columns()
            found = next(self._sheet)
        self.x, self.top, self.width, self.bottom = found
        self.y = self.top

    def need(self, height: float) -> None:
        """Turn to the next column where this one has less room; what is higher than any column stays."""
        if self.y + height > self.bottom and self.y > self.top:
            self.turn()

    def gap(self, height: float) -> None:
        """Leave air, except at the top of a column."""
        if self.y > self.top:
            self.y += height

    def para(self, text: str, ink: Ink, indent: float = 0) -> None:
        """Set a text; neither its first nor its last line stands alone in a column."""
        some = lines(text, ink, self.width - indent)
        for place, line in enumerate(some):
            left = len(some) - place
            self.need(ink.line * (2 if left == 2 or (place == 0 and left > 1) else 1))
            self.paper.line(line, ink, self.x + indent, self.y)
            self.y += ink.line

    def heading(self, text: str, keep: float = 40) -> None:
        """Set a heading with its rule, and keep it with what follows."""
        ink = Ink("sans", 9.5, BLACK, True, 1.6)
        self.gap(9)
        self.need(ink.line + keep)
        self.paper.text(text, ink, self.x, self.y, self.width)
        self.y += ink.line
        self.paper.rule(self.x, self.y - 1, self.x + self.width, self.y - 1, BLACK, 0.5)
        self.y += 4

    def item(self, text: str, ink: Ink, sign: str = "·", indent: float = 11) -> None:
        """Set a text behind a sign that stands in the margin."""
        some = lines(text, ink, self.width - indent)
        self.need(ink.line * min(2, len(some)))
        self.paper.text(sign, Ink("sans", ink.size, DIM), self.x, self.y, indent)
        self.para(text, ink, indent)
        self.y += 1.5
