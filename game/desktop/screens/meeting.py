"""A customer before the scene in which they are met, as a small picture."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pygame import Rect

from game.desktop.canvas import Canvas
from game.desktop.drawings import expression, portrait, scene
from game.desktop.frame import Frame, square
from game.desktop.sheet import Sheet

if TYPE_CHECKING:
    from game.i18n import Words
    from game.scenario import Customer, Scenario

CORNER: Final = 8
WHOLE: Final = 'viewBox="0 0 512 512"'
CLOSE: Final = 'viewBox="96 62 320 320"'
"""What is seen of a portrait where only the face is wanted."""
FACE: Final = 0.86
"""How much of the height of the picture the person takes."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """A person before a scene; `shape` is width to height, `at` where the person stands, 0 (left) to 1 (right).

    `label` is what the picture shows; without one it is silent.
    """

    scene: str | None
    portrait: str | None
    heat: int
    shape: float = 16 / 9
    at: float = 0.5
    wide: float = 260
    label: str = ""
    face: float = FACE

    def width(self, frame: Frame) -> int:
        return frame.px(self.wide)

    def height(self, frame: Frame, width: int) -> int:
        return round(width / self.shape)

    def place(self, frame: Frame, rect: Rect, sheet: Sheet) -> None:
        sheet.paint(rect, self._paint)
        if self.label:
            sheet.tell("image", self.label, rect)

    def _paint(self, canvas: Canvas, rect: Rect) -> None:
        dark = canvas.theme.dark
        canvas.picture(scene(self.scene, dark=dark), rect, radius=CORNER)
        side = min(round(rect.height * self.face), rect.width)
        place = Rect(0, 0, side, side)
        place.midbottom = (round(rect.left + side / 2 + (rect.width - side) * self.at), rect.bottom)
        canvas.picture(portrait(self.portrait, expression(self.heat, None), dark=dark), place)


@dataclass(frozen=True, slots=True)
class Face:
    """A person's face, seen close, on a round ground, `size` units wide; it is silent."""

    portrait: str | None
    heat: int
    size: float = 56

    def width(self, frame: Frame) -> int:
        return frame.px(self.size)

    def height(self, frame: Frame, width: int) -> int:
        return frame.px(self.size)

    def place(self, frame: Frame, rect: Rect, sheet: Sheet) -> None:
        sheet.paint(square(rect, frame.px(self.size)), self._paint)

    def _paint(self, canvas: Canvas, rect: Rect) -> None:
        canvas.dot(rect.center, rect.width / 2, canvas.theme.pressed)
        drawn = portrait(self.portrait, expression(self.heat, None), dark=canvas.theme.dark)
        canvas.picture(drawn.replace(WHOLE, CLOSE, 1), rect, radius=self.size / 2)


def scene_of(scenario: "Scenario") -> str | None:
    """Return the scene in which a customer is first met."""
    first = scenario.beats[scenario.start].scene
    return first if first is not None else next((one.scene for one in scenario.beats.values() if one.scene), None)


def person_told(words: "Words", customer: "Customer") -> str:
    """Return who the picture of a customer shows, and how they look."""
    face = words(f"window.face.{expression(customer.heat, None).name}")
    return words("window.file.person", name=customer.name, face=face)
