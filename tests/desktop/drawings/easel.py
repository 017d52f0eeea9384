"""Drawings turned into pixels, as the window turns them."""

import io

import pygame

from game.desktop.drawings.expressions import HOTTEST, Expression, expression
from game.scenario.words import MOODS


def every_expression() -> tuple[Expression, ...]:
    """Return all expressions, each once: those of heat from 0 to 10, then the moods that no heat shows."""
    heats = (expression(heat, None) for heat in range(HOTTEST + 1))
    return tuple(dict.fromkeys((*heats, *(expression(0, mood) for mood in MOODS))))


def pixels(svg: str, width: int, height: int) -> pygame.Surface:
    """Return an SVG as the window's rasteriser draws it; what it cannot read raises `pygame.error`."""
    return pygame.image.load_sized_svg(io.BytesIO(svg.encode()), (width, height))


def picture(svg: str, width: int, height: int) -> bytes:
    """Return the same as bytes, four to a pixel, to be compared."""
    return pygame.image.tobytes(pixels(svg, width, height), "RGBA")


def colours(svg: str, width: int, height: int) -> set[bytes]:
    """Return the colours that can be seen in a drawing; what is transparent does not count."""
    drawn = picture(svg, width, height)
    return {drawn[i : i + 3] for i in range(0, len(drawn), 4) if drawn[i + 3]}


def changed(one: str, other: str, side: int) -> set[tuple[int, int]]:
    """Return the places (x, y) in which two square drawings differ."""
    a, b = picture(one, side, side), picture(other, side, side)
    spots = (i // 4 for i in range(0, len(a), 4) if a[i : i + 4] != b[i : i + 4])
    return {(spot % side, spot // side) for spot in spots}
