"""How text is set: the size of its letters and what follows from it."""

from dataclasses import dataclass
from typing import Final

LINE: Final = 1.5
"""A line is so many times as high as its letters: what Chinese wants to be read with ease."""
ABOVE: Final = 0.88
"""So much of a Han square stands above the base line; the square stands in the middle of its line."""
SPACE: Final = 0.224
"""A space of Noto Sans SC; the gap between Han and Latin is as wide, so that written and unwritten ones look alike."""


@dataclass(frozen=True, slots=True)
class Style:
    """How text is set: the size of its letters in pixels, 1 or more, and whether they are bold."""

    size: int
    bold: bool = False

    @property
    def line(self) -> int:
        """The height of a line in pixels."""
        return round(self.size * LINE)

    @property
    def base(self) -> int:
        """The base line, in pixels below the top of a line."""
        return (self.line - self.size) // 2 + round(self.size * ABOVE)

    @property
    def gap(self) -> int:
        """The air between Han and Latin in pixels."""
        return round(self.size * SPACE)
