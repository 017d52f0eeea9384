"""Where the talk takes place: the scene, whoever speaks with a living face, their bubble, and below it what to do."""

import math
from dataclasses import dataclass, replace
from typing import Final

from pygame import Rect

from game.desktop.canvas import Canvas
from game.desktop.drawings import expression, portrait, scene
from game.desktop.frame import Frame, inset
from game.desktop.sheet import Sheet
from game.desktop.widgets import Bubble, Panel, Widget

BLINKS: Final = 4.3
"""The eyes close once in so many seconds."""
BLINK: Final = 0.14
MOUTHS: Final = (1, 2, 1, 0, 2, 1, 0, 1, 2, 0)
"""How wide the mouth stands, step by step, while words appear."""
SYLLABLES: Final = 9
"""The mouth makes so many steps in a second."""
STIRRED: Final = 0.5
"""For so many seconds someone is shaken by what was said, or nods."""

BESIDE: Final = (800, 470)
"""From this size on, in units, people stand beside what they say and what to do, from head to chest."""
EDGE: Final = 14
APART: Final = 18
"""Between bubble and panel."""
WIDEST: Final = 960
"""No line of words is longer than can be read well."""
SPEAKING: Final = 52
DONE: Final = 44
"""Where there is little room, what is said has so much of the height at most, in percent: while it appears, and after,
when it is what there is to do that wants room."""
TIGHT: Final = 400
"""In a room less high than this, in units, what there is to do has a narrower margin."""
BYTES: Final = 4
"""A pixel of a picture takes so many."""


@dataclass(frozen=True, slots=True)
class Person:
    """Whoever speaks: their face follows the talk, they blink, and the mouth moves until `talks_until`.

    `stir` is by how much the last answer has heated them, below 0 cooled, at the time `since`.
    """

    portrait: str | None
    heat: int
    mood: str | None
    since: float
    talks_until: float
    label: str
    stir: int = 0

    def width(self, frame: Frame) -> int:
        return frame.px(300)

    def height(self, frame: Frame, width: int) -> int:
        return width

    def place(self, frame: Frame, rect: Rect, sheet: Sheet) -> None:
        sheet.paint(rect, self._paint)
        sheet.tell("image", self.label, rect)
        if frame.motion:
            sheet.ahead += self._faces(frame.theme.dark, rect.size)
            sheet.wakes.append(self._wake)
            if self.stir:
                sheet.moves_until = max(sheet.moves_until, self.since + STIRRED)

    def _faces(self, dark: bool, size: tuple[int, int]) -> list[tuple[str, tuple[int, int]]]:
        """Return the faces that are wanted in a moment: with each mouth, and with the eyes closed."""
        look = expression(self.heat, self.mood)
        mouths = sorted(set(MOUTHS)) if self.talks_until > self.since else [0]
        faces = [portrait(self.portrait, look, dark=dark, mouth=mouth) for mouth in mouths]
        return [(face, size) for face in (*faces, portrait(self.portrait, look, dark=dark, blink=True))]

    def _paint(self, canvas: Canvas, rect: Rect) -> None:
        look = expression(self.heat, self.mood)
        talks = canvas.motion and canvas.now < self.talks_until
        mouth = MOUTHS[int(canvas.now * SYLLABLES) % len(MOUTHS)] if talks else 0
        blink = canvas.motion and canvas.now % BLINKS < BLINK
        face = portrait(self.portrait, look, dark=canvas.theme.dark, blink=blink, mouth=mouth)
        canvas.picture(face, rect.move(self._moved(canvas)))

    def _moved(self, canvas: Canvas) -> tuple[int, int]:
        """Return how far someone is off their place: who is heated starts, who cools down bows a little."""
        passed = canvas.now - self.since
        if not self.stir or not canvas.motion or not 0 <= passed < STIRRED:
            return 0, 0
        fading = 1 - passed / STIRRED
        if self.stir > 0:
            return round(canvas.px(6) * fading * math.sin(passed * 38)), 0
        return 0, round(canvas.px(7) * math.sin(math.pi * passed / STIRRED))

    def _wake(self, now: float) -> float:
        """Return when the eyes close or open next."""
        inside = now % BLINKS
        return now - inside + (BLINK if inside < BLINK else BLINKS)


@dataclass(frozen=True, slots=True)
class Ahead:
    """Nothing to see: the rooms that may be entered next are drawn beforehand, as many as may be held beside the one
    that is seen."""

    scenes: tuple[str | None, ...]

    def width(self, frame: Frame) -> int:
        return 0

    def height(self, frame: Frame, width: int) -> int:
        return 0

    def place(self, frame: Frame, rect: Rect, sheet: Sheet) -> None:
        dark, (wide, tall) = frame.theme.dark, frame.size
        room = frame.pictures.room // (2 * BYTES * max(1, wide * tall))
        sheet.ahead += [(scene(one, dark=dark), frame.size) for one in self.scenes[:room]]


@dataclass(frozen=True, slots=True)
class Stage:
    """A room with someone in it who says something. `lower` is what there is to do: beside them, below what they say,
    or, where there is little room, below them."""

    scene: str | None
    told: str
    person: Person
    bubble: Bubble
    lower: Widget
    speaking: bool = False
    """Whether words are still appearing: where there is little room they have more of it until they are all there."""
    ahead: tuple[str | None, ...] = ()
    """Where the talk may go on: these rooms are drawn beforehand, so that no first word waits for them."""

    def width(self, frame: Frame) -> int:
        return 0

    def height(self, frame: Frame, width: int) -> int:
        return 0

    def place(self, frame: Frame, rect: Rect, sheet: Sheet) -> None:
        if rect.width >= frame.px(BESIDE[0]) and rect.height >= frame.px(BESIDE[1]):
            self._beside(frame, rect, sheet)
        else:
            self._below(frame, rect, sheet)

    def _room(self, frame: Frame, rect: Rect, sheet: Sheet) -> None:
        """Put the room behind all else: of one size, whatever of it is seen, so that it is drawn but once."""
        name, whole = self.scene, Rect((0, 0), frame.size)
        whole.center = rect.center
        with sheet.clipped(rect, sheet.within):
            sheet.paint(whole, lambda canvas, place: canvas.picture(scene(name, dark=canvas.theme.dark), place))
        if self.told:
            sheet.tell("image", self.told, rect)
        Ahead(self.ahead).place(frame, rect, sheet)

    def _beside(self, frame: Frame, rect: Rect, sheet: Sheet) -> None:
        self._room(frame, rect, sheet)
        edge, apart = frame.px(EDGE), frame.px(APART)
        side = min(rect.height * 7 // 10, rect.width * 8 // 25)
        column = min(rect.width - side - edge, frame.px(WIDEST))
        left = rect.left + (rect.width - side - edge - column) // 2
        square = Rect(left, rect.bottom - side, side, side)
        self.person.place(frame, square, sheet)
        panel = Panel(self.lower, 16, 10, "ground", "line", 18)
        free = rect.height - 2 * edge - apart
        wide = self.bubble.fitting(frame, column - apart)
        said, below = self.bubble.height(frame, wide), panel.height(frame, column)
        said = min(said, max(free - below, free * 2 // 5))
        below = min(below, free - said)
        top = rect.top + edge + (free - said - below) * 2 // 5
        bubble = Rect(square.right + apart, top, wide, said)
        self._speak(frame, bubble, square, sheet)
        panel.place(frame, Rect(square.right, rect.bottom - edge - below, column, below), sheet)

    def _below(self, frame: Frame, rect: Rect, sheet: Sheet) -> None:
        edge = frame.px(EDGE // 2)
        panel = Panel(self.lower, 14, 4 if rect.height < frame.px(TIGHT) else 8, "ground", "", 0)
        side, wide, said = self._narrow(frame, rect.width, min(rect.width * 3 // 10, frame.px(330), rect.height // 2))
        share = SPEAKING if self.speaking else DONE
        least = min(max(said, rect.height * 2 // 5), rect.height * share // 100)
        tall = max(least, rect.height - panel.height(frame, rect.width))
        large = self._narrow(frame, rect.width, min(rect.width * 2 // 5, tall * 9 // 10))
        if large[0] > side and large[2] <= tall:  # there is room for a larger person, and all they say
            side, wide, said = large
        upper = Rect(rect.topleft, (rect.width, tall))
        self._room(frame, upper, sheet)
        side = min(side, tall)
        square = Rect(rect.left, upper.bottom - side, side, side)
        self.person.place(frame, square, sheet)
        said = min(said, tall) - 2 * edge
        bubble = Rect(square.right + frame.px(APART), upper.top + (tall - said) * 2 // 5, wide, said)
        self._speak(frame, bubble, square, sheet)
        panel.place(frame, Rect(rect.left, upper.bottom, rect.width, rect.bottom - upper.bottom), sheet)

    def _narrow(self, frame: Frame, room: int, side: int) -> tuple[int, int, int]:
        """Return the side of the person, and the bubble's width beside them and height with its margins."""
        edge = frame.px(EDGE // 2)
        wide = self.bubble.fitting(frame, room - side - edge - frame.px(APART))
        return side, wide, self.bubble.height(frame, wide) + 2 * edge

    def _speak(self, frame: Frame, rect: Rect, square: Rect, sheet: Sheet) -> None:
        """Put the bubble where it belongs, its tail towards the head."""
        head = inset(square, square.width // 4, 0)
        tip = (head.right, square.top + square.height * 45 // 100)
        replace(self.bubble, tip=tip).place(frame, rect, sheet)
