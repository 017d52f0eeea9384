"""The people on the first screen: three customers in the lobby, one of whom says something now and then."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pygame import Rect

from game.desktop.canvas import Canvas
from game.desktop.drawings import expression, portrait, scene
from game.desktop.frame import Frame
from game.desktop.sheet import Sheet
from game.desktop.theme import BODY

if TYPE_CHECKING:
    from game.desktop.lettering import Block

PEOPLE: Final = (("grandmother", 3, "worried"), ("businessman", 5, None), ("young-woman", 2, None))
"""Who stands there from the left, and how they feel: portrait, heat, mood."""
TURN: Final = 5.0
"""For so many seconds one of them has the word."""
SPEAKS: Final = 1.4
BLINKS: Final = 4.7
BLINK: Final = 0.14
MOUTHS: Final = (1, 2, 1, 0, 2, 1, 0, 1)


@dataclass(frozen=True, slots=True)
class People:
    """A scene that fills its place, with three people on its lower edge in the part that is `free` at the left.

    `lines` are what they say, one each. Before `dressed` there is only the ground.
    """

    lines: tuple[str, ...]
    label: str
    since: float
    free: float
    dressed: bool = True

    def width(self, frame: Frame) -> int:
        return 0

    def height(self, frame: Frame, width: int) -> int:
        return 0

    def place(self, frame: Frame, rect: Rect, sheet: Sheet) -> None:
        if not self.dressed:
            return
        sheet.paint(rect, self._paint)
        sheet.tell("image", self.label, rect)
        if frame.motion:
            sheet.wakes.append(self._wake)

    def _wake(self, now: float) -> float:
        """Return when someone blinks next, moves their mouth, or another has the word."""
        into = (now - self.since) % TURN
        if into < SPEAKS:
            return now + 1 / 9
        coming = [now - into + TURN]
        for number in range(len(PEOPLE)):
            inside = (now + number * 1.7) % BLINKS
            coming.append(now - inside + (BLINK if inside < BLINK else BLINKS))
        return min(coming)

    def _paint(self, canvas: Canvas, rect: Rect) -> None:
        dark = canvas.theme.dark
        canvas.picture(scene("lobby", dark=dark), rect)
        free = round(rect.width * self.free)
        side = round(min(rect.height * 0.62, free * 0.46))
        step = (free - side) // max(1, len(PEOPLE) - 1) if free > side else 0
        passed = max(0.0, canvas.now - self.since) if canvas.motion else TURN - 1
        speaks = int(passed // TURN) % len(PEOPLE)
        for number in (0, 2, 1):
            square = Rect(rect.left + number * step, 0, side, side)
            square.bottom = rect.bottom + side // 24
            canvas.picture(self._portrait(canvas, number, number == speaks and passed % TURN < SPEAKS), square)
            if number == speaks:
                head = square
        self._bubble(canvas, rect, head, speaks)

    def _portrait(self, canvas: Canvas, number: int, speaks: bool) -> str:
        name, heat, mood = PEOPLE[number]
        blink = canvas.motion and (canvas.now + number * 1.7) % BLINKS < BLINK
        mouth = MOUTHS[int(canvas.now * 9) % len(MOUTHS)] if speaks and canvas.motion else 0
        return portrait(name, expression(heat, mood), dark=canvas.theme.dark, blink=blink, mouth=mouth)

    def _bubble(self, canvas: Canvas, rect: Rect, head: Rect, number: int) -> None:
        """Draw what one of them says above their head."""
        from game.desktop.lettering import Style

        style = Style(max(11, canvas.px(BODY)))
        block: Block = canvas.letters.lay(self.lines[number], style, canvas.px(260))
        bubble = Rect(0, 0, block.width + canvas.px(32), block.height + canvas.px(22))
        bubble.midbottom = (head.centerx, head.top - canvas.px(6))
        bubble.clamp_ip(rect.inflate(-canvas.px(28), -canvas.px(28)))
        theme, x, low = canvas.theme, head.centerx, bubble.bottom
        canvas.fill(bubble, theme.panel, radius=16, line=theme.line)
        tail = [
            (x - canvas.px(9), low - canvas.px(3)),
            (x + canvas.px(9), low - canvas.px(3)),
            (x, low + canvas.px(13)),
        ]
        canvas.shape(tail, theme.panel)
        canvas.letters.paint(
            canvas.surface, block, (bubble.left + canvas.px(16), bubble.top + canvas.px(11)), theme.ink
        )
