"""Where a preview is shown: a screen drawn anew each time, its side beside the talk where there is room, or lines."""

from itertools import zip_longest
from typing import Final, Protocol

from msgspec import Struct
from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from game.terminal.blocks import Gap, Page
from game.terminal.paper import CONTROLS, PlainPaper
from game.terminal.rich_paper import NARROWEST, STYLES, WIDEST, RichPaper, rich_lines

BESIDE: Final = 110
"""A terminal so wide has room for two columns."""
BROADEST: Final = 160
LOW: Final = 40
"""A terminal of fewer lines has no room for the whole state below the talk."""
RULE: Final = " │ "


class Screen(Struct, frozen=True):
    """What a preview shows: the file's name, where the author stands in it, the last turn, what is said and can be said
    now, what is wrong with the file, the state, what was asked for, and the keys."""

    top: Page
    where: Page
    talk: Page
    now: Page
    side: Page
    state: Page
    foot: Page
    keys: Page


class Board(Protocol):
    """What can show a preview."""

    @property
    def width(self) -> int:
        """How wide it is now, in cells."""

    @property
    def height(self) -> int | None:
        """How many lines can be seen at once; None where lines only follow each other."""

    def draw(self, screen: Screen) -> None:
        """Show a screen in place of the last one, or below it."""

    def say(self, page: Page) -> None:
        """Print a page below what is there."""

    def prompt(self, text: str) -> None:
        """Print what is asked; the answer is typed behind it."""


class PlainBoard:
    """Lines of words, below what is there: of each screen what is new, the side after the talk."""

    def __init__(self, paper: PlainPaper) -> None:
        self.width, self.height = 0, None
        self.say, self.prompt = paper.show, paper.prompt
        self.last = Screen((), (), (), (), (), (), (), ())

    def draw(self, screen: Screen) -> None:
        """Print the parts of a screen that are not as they were, and what was asked for."""
        for part in ("top", "where", "talk", "now", "side", "state"):
            if getattr(screen, part) != getattr(self.last, part):
                self.say(getattr(screen, part))
        self.say([Gap(), *screen.foot, *screen.keys])
        self.last = screen


class RichBoard:
    """A terminal's screen."""

    def __init__(self, console: Console) -> None:
        self.console = console
        paper = RichPaper(console)
        self.say, self.prompt = paper.show, paper.prompt

    @property
    def width(self) -> int:
        """How wide the terminal is now."""
        return max(NARROWEST, min(self.console.width, BROADEST))

    @property
    def height(self) -> int | None:
        """How high the terminal is now."""
        return self.console.height

    def draw(self, screen: Screen) -> None:
        """Draw a screen over the last one; of one that is too long the end is seen, so that the place stands there.

        In one column the state then gives way to what can be said now.
        """
        self.console.clear()
        width = self.width
        narrow = min(width, WIDEST)
        top, where, foot, keys = (
            list(rich_lines(page, narrow)) for page in (screen.top, screen.where, screen.foot, screen.keys)
        )
        body = long = list(rich_lines([*screen.talk, *screen.now, *screen.side, *screen.state], narrow))
        if width >= BESIDE and (screen.side or screen.state):
            body = long = _beside([*screen.talk, *screen.now], [*screen.side, *screen.state], width)
        elif screen.state:
            long = list(rich_lines([*screen.talk, *screen.state, *screen.now, *screen.side], narrow))
        lines = [*top, *where, *body, *foot, *keys]
        if len(lines) >= self.console.height:
            lines = [*top, *long, *foot, Text(), *where, *keys]
        for line in lines:
            line.plain = line.plain.translate(CONTROLS)
            self.console.print(line, no_wrap=True, overflow="ignore", crop=False, soft_wrap=True)


def low(board: Board) -> bool:
    """Return whether the state, in one column with the talk, would take the room of what can be said."""
    return board.height is not None and board.height < LOW and board.width < BESIDE


def _beside(left: Page, right: Page, width: int) -> list[Text]:
    """Return the lines of two pages in two columns with a rule between."""
    room = width - len(RULE)
    talk = room * 3 // 5
    lines = []
    for one, other in zip_longest(rich_lines(left, talk), rich_lines(right, room - talk)):
        begun = Text() if one is None else one
        begun.append(" " * (talk - cell_len(begun.plain)))
        lines.append(Text.assemble(begun, (RULE, STYLES["quiet"]), Text() if other is None else other))
    return lines
