"""Round corners with a smooth edge: drawn once four times as large, kept, and put where they belong."""

from functools import lru_cache
from typing import Final

import pygame
from pygame import Rect, Surface

from game.desktop.theme import Colour

FINER: Final = 4
CLEAR: Final = 0
FULL: Final = 255


@lru_cache(maxsize=512)
def disc(radius: int, fill: Colour | None, line: Colour | None, width: int) -> Surface:
    """Return a disc of a radius in pixels, filled or not, with a line of `width` pixels inside its edge or without.

    Its quarters are the corners of a rectangle. What is clear has the colour beside it: no dark seam comes of it.
    """
    side, outer = 2 * radius * FINER, radius * FINER
    edge = line if line is not None else fill
    assert edge is not None
    large = Surface((side, side), pygame.SRCALPHA, 32)
    large.fill((*edge, CLEAR))
    pygame.draw.circle(large, (*edge, FULL), (outer, outer), outer)
    if line is not None:
        inner = (*fill, FULL) if fill is not None else (*line, CLEAR)
        pygame.draw.circle(large, inner, (outer, outer), max(0, outer - width * FINER))
    return pygame.transform.smoothscale(large, (2 * radius, 2 * radius))


def rounded(
    surface: Surface, rect: Rect, radius: int, fill: Colour | None, line: Colour | None = None, width: int = 1
) -> None:
    """Draw a rectangle with round corners, filled, with a line inside its edge, or both; all in pixels."""
    if rect.width <= 0 or rect.height <= 0:
        return  # there is no room for anything in a window that is tiny
    radius = min(radius, rect.width // 2, rect.height // 2)
    if fill is not None:
        surface.fill(fill, (rect.left + radius, rect.top, rect.width - 2 * radius, rect.height))
        surface.fill(fill, (rect.left, rect.top + radius, rect.width, rect.height - 2 * radius))
    if line is not None:
        long, tall = rect.width - 2 * radius, rect.height - 2 * radius
        for top in (rect.top, rect.bottom - width):
            surface.fill(line, (rect.left + radius, top, long, width))
        for left in (rect.left, rect.right - width):
            surface.fill(line, (left, rect.top + radius, width, tall))
    if radius:
        corners = disc(radius, fill, line, width)
        for x, left in ((0, rect.left), (radius, rect.right - radius)):
            for y, top in ((0, rect.top), (radius, rect.bottom - radius)):
                surface.blit(corners, (left, top), (x, y, radius, radius))
