"""A line to type in, with a caret and with what an input method shows before it is settled."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pygame import Rect

from game.desktop.canvas import Canvas
from game.desktop.frame import Frame, inset
from game.desktop.sheet import Paint, Sheet
from game.desktop.theme import BODY

if TYPE_CHECKING:
    from game.desktop.lettering import Block

BLINK = 0.53
"""So many seconds the caret is seen, and then not."""
DOT = "•"
"""What stands for each letter of what is secret."""


@dataclass(frozen=True, slots=True)
class Typed:
    """Says that a field now stands at `text`."""

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class Typing:
    """A field as it was laid out: what it stands at, where its letters and its caret are, what Enter in it sends."""

    text: str
    block: "Block"
    rect: Rect
    most: int
    enter: object
    many: bool
    caret: Rect
    """Where an input method may show what there is to choose from: at the caret, in sight."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field of `lines` lines for at most `most` letters, which sends `Typed(key, text)` at every change.

    `hint` stands in it while it is empty; `enter` is what Enter sends. With `lines` above 1, Enter begins a line.
    What is `secret` is seen as dots, and is not read out either.
    """

    key: str
    text: str
    label: str
    hint: str = ""
    lines: int = 1
    most: int = 200
    enter: object = None
    size: float = BODY
    secret: bool = False

    def width(self, frame: Frame) -> int:
        return frame.px(320)

    def height(self, frame: Frame, width: int) -> int:
        line = frame.letters.line_height(frame.style(self.size))
        inner = max(1, width - 2 * frame.px(12))
        wanted = self._block(frame, inner, self._shown(frame)).height if self.lines > 1 else line
        return max(line * self.lines, wanted) + 2 * frame.px(9)

    def _shown(self, frame: Frame) -> str:
        hand = frame.hand
        if hand.focus != self.key or not hand.composing:
            return self._seen(self.text)
        at = min(len(self.text), hand.carets.get(self.key, len(self.text)))
        return self._seen(self.text[:at] + hand.composing + self.text[at:])

    def _seen(self, text: str) -> str:
        return DOT * len(text) if self.secret else text

    def _block(self, frame: Frame, width: int, text: str) -> "Block":
        return frame.letters.lay(text or " ", frame.style(self.size), width if self.lines > 1 else 10**6)

    def place(self, frame: Frame, rect: Rect, sheet: Sheet) -> None:
        inner = inset(rect, frame.px(12), frame.px(9))
        shown = self._shown(frame)
        block = self._block(frame, max(1, inner.width), shown)
        caret = min(len(self.text), frame.hand.carets.get(self.key, len(self.text))) + len(
            frame.hand.composing if frame.hand.focus == self.key else ""
        )
        x, y, tall = frame.letters.caret(block, min(caret, len(shown)))
        shift = max(0, x + frame.px(2) - inner.width) if self.lines == 1 else 0
        sheet.press(rect, self.key, None, self._ground)
        origin = Rect(inner.left - shift, inner.top, inner.width, inner.height)
        at = Rect(origin.left + x, origin.top + y, max(1, frame.px(2)), tall)
        sheet.typing[self.key] = Typing(self.text, block, origin, self.most, self.enter, self.lines > 1, at.clamp(rect))
        sheet.paint(inner, self._words(block, shift, not shown))
        if frame.hand.focus == self.key:
            sheet.paint(at, _caret)
            self._underline(frame, block, origin, caret, sheet)
            sheet.wakes.append(lambda now: (now // BLINK + 1) * BLINK)
        sheet.tell("field", self.label, rect, value=self._seen(self.text), key=self.key)
        sheet.fits(self.label, rect)

    def _underline(self, frame: Frame, block: "Block", origin: Rect, caret: int, sheet: Sheet) -> None:
        """Draw a line below what an input method has not settled yet."""
        if not frame.hand.composing:
            return
        start, top, _ = frame.letters.caret(block, caret - len(frame.hand.composing))
        end, low, tall = frame.letters.caret(block, caret)
        start = start if top == low else 0
        line = Rect(origin.left + start, origin.top + low + tall, max(1, end - start), frame.px(2))
        sheet.paint(line, lambda canvas, rect: canvas.fill(rect, canvas.theme.accent, radius=0))

    def _ground(self, canvas: Canvas, rect: Rect) -> None:
        held = canvas.focus == self.key
        canvas.fill(rect, canvas.theme.panel, line=canvas.theme.accent if held else canvas.theme.edge)

    def _words(self, block: "Block", shift: int, empty: bool) -> Paint:
        def paint(canvas: Canvas, rect: Rect) -> None:
            before = canvas.surface.get_clip()
            canvas.surface.set_clip(rect.clip(before))
            if empty and self.hint:
                from game.desktop.lettering import Style

                hint = canvas.letters.lay(self.hint, Style(max(11, canvas.px(self.size))), 10**6)
                canvas.letters.paint(canvas.surface, hint, rect.topleft, canvas.theme.quiet)
            else:
                canvas.letters.paint(canvas.surface, block, (rect.left - shift, rect.top), canvas.theme.ink)
            canvas.surface.set_clip(before)

        return paint


def _caret(canvas: Canvas, rect: Rect) -> None:
    if int(canvas.now // BLINK) % 2 == 0 or not canvas.motion:
        canvas.surface.fill(canvas.theme.accent, rect)
