"""What cannot go on, in words, with a way on: the attempts cannot be read or kept."""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

from game.desktop.frame import Frame
from game.desktop.screen import Still
from game.desktop.screens.common import usual
from game.desktop.theme import BODY, HEADING
from game.desktop.widgets import Column, Icon, Limit, Pad, Panel, Row, Scroll, Text, Widget, Wrap, button

if TYPE_CHECKING:
    from game.desktop.screen import Screen
    from game.desktop.sitting import Sitting
    from game.i18n import Words


@dataclass(frozen=True, slots=True)
class TryAgain:
    """Begin anew, in the hope that it goes this time."""


@dataclass(frozen=True, slots=True)
class Quit:
    """Leave the game."""


class Trouble(Still):
    """Tells a trouble of the store in the middle of a sitting. What was acknowledged before is still there."""

    name = "trouble"

    def __init__(self, sitting: "Sitting", trouble: Exception, first: "Screen | None" = None) -> None:
        self.sitting = sitting
        self.trouble = trouble
        self.first = first
        """The screen that another try begins with; without one it is the start."""

    def view(self, frame: Frame) -> Widget:
        """Return the trouble in words, and the ways on."""
        panel = Panel(told_trouble(self.sitting.words, self.trouble), 28, 24, radius=14)
        return Scroll("trouble", Pad(Limit(panel, 680, middle=True), 24, 24))

    def hear(self, message: object) -> None:
        """Begin anew, or leave."""
        match message:
            case TryAgain():
                from game.desktop.screens.start import Start

                self.sitting.flow.home([self.first or Start(self.sitting)])
            case Quit():
                self.sitting.leave = True
            case _:
                usual(self.sitting, message)

    def home(self) -> str:
        """Return that another try is what one goes to first."""
        return "again"


def told_trouble(words: "Words", trouble: Exception) -> Widget:
    """Return what is wrong, in words that say what to do, and the ways on."""
    title = Text(words("window.trouble.title"), HEADING, bold=True, role="heading")
    again = button("again", words("window.trouble.again"), TryAgain(), kind="main", icon="replay")
    leave = button("quit", words("window.start.leave"), Quit())
    return Column(
        [
            Row([Icon("warning", 26, "warn"), title], [None, 1.0], 10),
            Text(reason_of(words, trouble), BODY),
            Wrap([again, leave], 10),
        ],
        14,
    )


def reason_of(words: "Words", trouble: Exception) -> str:
    """Return what a trouble is, in the reader's words."""
    from game.course.database.troubles import StoreTrouble

    if isinstance(trouble, StoreTrouble):
        path, pid = trouble.path, trouble.pid or "?"
        return words(f"store.{trouble.kind}", path=path, detail=trouble.detail, pid=pid)
    import traceback

    where = traceback.extract_tb(trouble.__traceback__)[-1:]
    places = "".join(f", {PurePath(one.filename).name}:{one.lineno}" for one in where)
    return words("window.trouble.other", detail=f"{type(trouble).__name__}: {trouble}{places}")


def keep_patience(sitting: "Sitting") -> None:
    """Keep what is left of the patience of a talk that is under way, if that can be; its picks are kept already."""
    if all(screen.name != "talk" for screen in sitting.flow.stack):
        return
    from game.desktop.screens.talk import Talk

    for screen in sitting.flow.stack:
        if isinstance(screen, Talk):
            with suppress(Exception):  # a few seconds of patience are no reason for words
                screen.talk.leave()


def meet(sitting: "Sitting", trouble: Exception) -> bool:
    """Show a trouble on a screen of its own; return False where that screen is the one that is in trouble.

    All picks of a talk under way are kept; what is left of its patience is, if it can be.
    """
    stack = sitting.flow.stack
    if stack[-1].name == Trouble.name:
        return False
    keep_patience(sitting)
    first = stack[0] if stack[0].name in ("preview", "entry") else None
    sitting.flow.home([Trouble(sitting, trouble, first)])
    return True
