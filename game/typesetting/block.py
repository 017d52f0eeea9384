"""A text laid out in lines: values only; how they come about is in `setting`."""

from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal

from game.typesetting.style import Style

Align = Literal["left", "centre", "right"]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a block; pixels, from the left and top of the block.

    `text` is what is shown, without the spaces at which the line was broken; `forms` is what is drawn for each of its
    characters, and `xs` where, from the left of the line, with the line's end as one more. `start` and `end` are the
    places in the whole text that it shows; a line that was cut has one character more, its …
    """

    text: str
    x: int
    y: int
    width: int
    xs: tuple[int, ...]
    forms: tuple[str, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Block:
    """A text laid out in at least one line. `width` is that of its widest line; `cut` says that some is not shown."""

    lines: tuple[Line, ...]
    width: int
    height: int
    cut: bool
    style: Style

    def line_at(self, index: int) -> Line:
        """Return the line in which a place of the text lies; the last one for what lies beyond."""
        return self.lines[max(0, bisect_right(self.lines, index, key=lambda line: line.start) - 1)]

    def x_at(self, index: int) -> int:
        """Return how far from the left of the block a place of the text lies."""
        line = self.line_at(index)
        return line.x + line.xs[min(max(0, index - line.start), len(line.text))]
