"""The time for an attempt: the clock in the corner of the talk, and the page that says that the time is over."""

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pygame import Rect

from game.desktop.frame import Frame
from game.desktop.screen import Still
from game.desktop.screens.common import Back, usual
from game.desktop.screens.meeting import Face
from game.desktop.sheet import Sheet
from game.desktop.theme import BODY, HEADING, SMALL
from game.desktop.widgets import Column, Icon, Limit, Pad, Panel, Row, Scroll, Text, Widget, Wrap, button
from game.report.assigned import duration

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.desktop.sitting import Sitting
    from game.engine import Play
    from game.i18n import Words

MINUTE: Final = 60
HALF: Final = 30
FEW: Final = 3
"""So many minutes are few."""
SAID: Final = (1, 5)
"""At so many minutes it is said aloud how much is left."""
ROOMY: Final = 940
"""In a window less wide, in units, the clock says only the number."""


@dataclass(frozen=True, slots=True)
class GoOn:
    """Go on to the three questions."""


def stands(seconds: float) -> int:
    """Return how many seconds the clock shows: whole minutes, begun ones counted, halves of them while there are few,
    so that no clock promises much more than there is, and in the last minute seconds."""
    whole = math.ceil(seconds)
    if whole <= MINUTE:
        return whole
    step = HALF if whole <= FEW * MINUTE else MINUTE
    return math.ceil(whole / step) * step


def spoken(seconds: float) -> int:
    """Return of how many minutes it has been said that they are the last; 0 while there is more time."""
    return next((one for one in SAID if seconds <= one * MINUTE), 0)


@dataclass(frozen=True, slots=True)
class Remaining:
    """The clock of an attempt, as it stands at so many `seconds`: `label` in short, `told` for those who hear it.

    `said` is read out at once, where the time has come to say how much is left; the `last` minute is seen to be.
    """

    label: str
    name: str
    told: str
    said: str = ""
    last: bool = False

    @property
    def _seen(self) -> Row:
        sign = Icon("clock", 18, "bad" if self.last else "quiet")
        label = Text(self.label, SMALL, "bad" if self.last else "ink", bold=self.last, role=None)
        return Row([sign, label], gap=6)

    def width(self, frame: Frame) -> int:
        return self._seen.width(frame)

    def height(self, frame: Frame, width: int) -> int:
        return self._seen.height(frame, width)

    def place(self, frame: Frame, rect: Rect, sheet: Sheet) -> None:
        sheet.tell("timer", self.name, rect, value=self.told)
        if self.said:
            sheet.tell("status", self.said, rect)
        self._seen.place(frame, rect, sheet)


def remaining(words: "Words", seconds: float, frame: Frame) -> Remaining:
    """Return the clock of an attempt of which so much is left."""
    told, last = duration(words, stands(seconds)), spoken(seconds)
    label = words("window.course.left", time=told) if frame.units[0] >= ROOMY else told
    said = words("window.course.last", time=duration(words, last * MINUTE)) if last else ""
    return Remaining(label, words("window.course.clock"), told, said, seconds <= MINUTE)


class TimeUp(Still):
    """Says that the time for the attempt is over; the three questions come next."""

    name = "timeup"

    def __init__(self, sitting: "Sitting", play: "Play", go_on: "Callable[[], None]") -> None:
        self.sitting = sitting
        self.play = play
        self._go_on = go_on

    def view(self, frame: Frame) -> Widget:
        """Return what is said, and the way on."""
        words, customer = self.sitting.words, self.play.case.customer
        title = Text(words("window.course.time_up"), HEADING, bold=True, role="heading")
        about = Text(words("window.course.time_up_about", name=customer.name), BODY)
        face = Face(customer.portrait, self.play.standing.heat, 84)
        head = Row([face, Column([title, about], 8)], [None, 1.0], 20)
        on = button("go-on", words("window.course.to_questions"), GoOn(), kind="main", icon="pencil")
        panel = Panel(Column([head, Wrap([on], 10)], 20), 28, 24, radius=14)
        return Scroll("timeup", Pad(Limit(panel, 680, middle=True), 24, 24))

    def hear(self, message: object) -> None:
        """Go on to the questions."""
        match message:
            case GoOn() | Back():
                self._go_on()
            case _:
                usual(self.sitting, message)

    def home(self) -> str:
        """Return that the way on is what one goes to first."""
        return "go-on"
