"""What can be said next: the promises that are open, the question, and a card for each response."""

import math
from dataclasses import dataclass

from pygame import Rect

from game.desktop.canvas import Canvas
from game.desktop.frame import Frame
from game.desktop.screens.talk import GoOn, Pick, Talk
from game.desktop.sheet import Sheet
from game.desktop.theme import BODY, SMALL
from game.desktop.widgets import (
    Badge,
    Column,
    Icon,
    Pad,
    Panel,
    Press,
    Ring,
    Row,
    Scroll,
    Tall,
    Text,
    Widget,
    Wrap,
    button,
)
from game.report.debrief import promise_name
from game.scenario import SILENCE

OWED: float = 76
"""What is promised takes so many units at most; more of it scrolls."""
SHORT: float = 450
LOW: float = 30
HIGH: float = 40
"""How high the question is, in units: low in a window less high than `SHORT`."""
MANY: int = 5
"""More cards than these stand closer together, so that they are all in sight."""


def promises(screen: Talk) -> list[Widget]:
    """Return the line of promises that are open, if there are any."""
    words = screen.sitting.words
    chips = [
        _promise(promise_name(words, promise))
        for promise, fate in screen.talk.moment.gauges.ledger
        if fate == "open"
    ]  # fmt: skip
    if not chips:
        return []
    label = Text(words("window.talk.promised"), SMALL, "quiet")
    owed = Scroll("promises", Wrap([label, *chips], 8))
    return [Pad(Tall(owed, 0, OWED), 4, 0)]


def _promise(name: str) -> Widget:
    return Panel(Row([Icon("promise", 18, "warn"), Text(name, SMALL)], [None, 1.0], 6), 10, 4, "panel", "warn", 14)


def choices(screen: Talk, frame: Frame) -> Widget:
    """Return the question and the responses; until all words are there these wait, each in its place."""
    shown = screen.talk.moment.shown
    language = screen.sitting.language
    said = [(f"{number}", one.say.told(language), one.id) for number, one in enumerate(shown, start=1)]
    if screen.talk.silence:
        said.append(("S", screen.sitting.words("window.talk.silence"), SILENCE))
    snug = len(said) > MANY
    cards = [_card(screen, *one, 4 if snug else 8) for one in said]
    inside = Scroll("responses", Pad(Column(cards, 5 if snug else 7), 4, 4))
    tall = LOW if frame.units[1] < SHORT else HIGH
    asked = Pad(Tall(_question(screen, tall), tall), 4, 0)
    return Column([*promises(screen), asked, inside], 6, stretch=len(promises(screen)) + 1)


def _question(screen: Talk, tall: float) -> Widget:
    """Return what is asked, with the patience beside it; while the words appear, the way to have them all at once."""
    words = screen.sitting.words
    if screen.stage == "saying":
        wait = Text(words("window.talk.wait"), SMALL, "quiet", role="status")
        hint = words("window.key.space")
        skip = button("go-on", words("window.talk.skip"), GoOn(), kind="quiet", hint=hint, size=SMALL)
        return Row([wait, skip], [1.0, None], 12)
    asked = Asked(Text(_asked(screen), SMALL, "bad" if screen.hurried else "quiet", bold=screen.hurried, role="status"))
    left, whole = screen.talk.left(), screen.talk.patience
    if left is None or whole is None:
        return Row([asked], [1.0])
    told = words("window.talk.patience", seconds=math.ceil(left))
    ring = Ring(left, whole, screen.sitting.now, words("window.talk.patience_name"), told, size=tall)
    hurry: list[Widget] = [Icon("clock", 20, "bad")] if screen.hurried else []
    return Row([*hurry, asked, ring], [*[None] * len(hurry), 1.0, None], 10)


def _asked(screen: Talk) -> str:
    """Return the question; where the customer waits only so long, for how long; and when they are about to give up."""
    words, talk = screen.sitting.words, screen.talk
    left, name = talk.left(), talk.speaker().name
    if left is None:
        return words("window.talk.ask")
    if screen.hurried:
        return words("window.talk.hurry", name=name)
    return words("talk.patience", name=name, seconds=round(talk.patience or left))


@dataclass(frozen=True, slots=True)
class Asked:
    """The question, to which the keyboard goes first: pressed there, nothing is said yet."""

    child: Text

    def width(self, frame: Frame) -> int:
        return self.child.width(frame)

    def height(self, frame: Frame, width: int) -> int:
        return self.child.height(frame, width)

    def place(self, frame: Frame, rect: Rect, sheet: Sheet) -> None:
        wide = min(rect.width, self.child.width(frame))
        sheet.press(Rect(rect.topleft, (wide, rect.height)).inflate(frame.px(10), 0), "ask", None)
        self.child.place(frame, rect, sheet)
        node = sheet.nodes.pop()
        sheet.tell(node.role, node.label, rect, key="ask")


def _card(screen: Talk, sign: str, told: str, pick: str, margin: float) -> Widget:
    waits = screen.stage != "choosing"
    text = Text(told, BODY, "quiet" if pick == SILENCE else "ink", role=None)
    body = Pad(Row([Badge(sign, quiet=waits), text], [None, 1.0], 14), 12, margin)
    key = "say.silence" if pick == SILENCE else f"say.{sign}"
    return Waiting(sign, body) if waits else Press(key, Pick(pick), body, told, sign)


@dataclass(frozen=True, slots=True)
class Waiting:
    """A card whose words are not there yet; it has the place that they will take."""

    sign: str
    child: Pad

    def width(self, frame: Frame) -> int:
        return self.child.width(frame)

    def height(self, frame: Frame, width: int) -> int:
        return self.child.height(frame, width)

    def place(self, frame: Frame, rect: Rect, sheet: Sheet) -> None:
        sheet.paint(rect, _empty)
        badge = Badge(self.sign, quiet=True)
        wide = badge.width(frame)
        tall = badge.height(frame, wide)
        left, top = rect.left + frame.px(12), rect.top + (rect.height - tall) // 2
        badge.place(frame, Rect(left, top, wide, tall), sheet)


def _empty(canvas: Canvas, rect: Rect) -> None:
    canvas.fill(rect, canvas.theme.ground, line=canvas.theme.line)
