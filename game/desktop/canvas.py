"""What a widget paints with: the surface of this frame, the letters, the pictures, the theme and the time."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import pygame
from pygame import Rect, Surface

from game.desktop.corners import rounded
from game.desktop.pictures import Pictures
from game.desktop.theme import RADIUS, Colour, Theme

if TYPE_CHECKING:
    from game.desktop.lettering import Letters

Points = list[tuple[float, float]]
LINE: Final = 1.5
"""How thick a line around something is, in units."""


@dataclass(slots=True)
class Canvas:
    """One frame. `now` is in seconds, of the app's clock; `focus`, `hover` and `held` are keys, "" for none."""

    surface: Surface
    letters: "Letters"
    pictures: Pictures
    theme: Theme
    scale: float
    now: float
    motion: bool
    focus: str = ""
    hover: str = ""
    held: str = ""

    def px(self, units: float) -> int:
        """Return so many units in pixels, at least one."""
        return max(1, round(units * self.scale))

    def fill(self, rect: Rect, colour: Colour, *, radius: float = RADIUS, line: Colour | None = None) -> None:
        """Fill a rectangle with round corners, with a line around it where one is given."""
        corner = self.px(radius) if radius else 0
        rounded(self.surface, rect, corner, colour, line, self.px(LINE))

    def outline(self, rect: Rect, colour: Colour, *, radius: float = RADIUS, width: float = LINE) -> None:
        """Draw a line around a rectangle, inside of it."""
        rounded(self.surface, rect, self.px(radius) if radius else 0, None, colour, self.px(width))

    def picture(self, svg: str, rect: Rect, *, radius: float = 0) -> None:
        """Draw a picture that fills a rectangle, with round corners if a radius is given, in units."""
        self.surface.blit(self.pictures.drawn(svg, rect.size, self.px(radius) if radius else 0), rect)

    def dot(self, centre: tuple[float, float], radius: float, colour: Colour, line: Colour | None = None) -> None:
        """Draw a disc with a smooth edge; `radius` is in pixels."""
        x, y = round(centre[0]), round(centre[1])
        if line is not None:
            pygame.draw.aacircle(self.surface, line, (x, y), round(radius) + self.px(2))
        pygame.draw.aacircle(self.surface, colour, (x, y), round(radius))

    def shape(self, points: Sequence[tuple[float, float]], colour: Colour) -> None:
        """Fill a shape with corners, its edge smooth; the points are in pixels."""
        pygame.draw.polygon(self.surface, colour, points)
        pygame.draw.aalines(self.surface, colour, True, points)

    def stroke(self, points: Points, colour: Colour, width: float = 1.5) -> None:
        """Draw a line through points, its ends open; the points are in pixels."""
        pygame.draw.lines(self.surface, colour, False, points, self.px(width))
        pygame.draw.aalines(self.surface, colour, False, points)

    def arc(self, rect: Rect, share: float, colour: Colour, width: float) -> None:
        """Draw a ring from the top, clockwise, as far as `share` (0 to 1) says."""
        steps = max(2, round(72 * share))
        outer, thick = min(rect.width, rect.height) / 2, self.px(width)
        around = [2 * math.pi * share * step / steps - math.pi / 2 for step in range(steps + 1)]
        edge = [(rect.centerx + outer * math.cos(a), rect.centery + outer * math.sin(a)) for a in around]
        inner = outer - thick
        back = [(rect.centerx + inner * math.cos(a), rect.centery + inner * math.sin(a)) for a in reversed(around)]
        if share > 0:
            pygame.draw.polygon(self.surface, colour, edge + back)
            pygame.draw.aalines(self.surface, colour, True, edge + back)
