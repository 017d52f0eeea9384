"""SVG pictures as surfaces, each drawn once for its size and kept as long as there is room."""

import io
from collections import OrderedDict
from typing import Final

import pygame
from pygame import Surface

ROOM: Final = 48 * 2**20
"""So many bytes of drawn pictures are kept."""


class Pictures:
    """Draws SVG strings, and keeps the newest up to `room` bytes."""

    def __init__(self, room: int = ROOM) -> None:
        self.room = room
        self.held = 0
        self._kept: OrderedDict[tuple[str, tuple[int, int], int], Surface] = OrderedDict()

    def drawn(self, svg: str, size: tuple[int, int], corner: int = 0) -> Surface:
        """Return a picture that fills `size` pixels; what sticks out at the sides is cut off evenly.

        `corner` is how far its corners are rounded, in pixels.
        """
        key = (svg, size, corner)
        found = self._kept.get(key)
        if found is not None:
            self._kept.move_to_end(key)
            return found
        surface = _rounded(_covering(svg, size), corner)
        self._kept[key] = surface
        self.held += _bytes(surface)
        while self.held > self.room and len(self._kept) > 1:
            _, old = self._kept.popitem(last=False)
            self.held -= _bytes(old)
        return surface


def _covering(svg: str, size: tuple[int, int]) -> Surface:
    """Return the picture at the least size that covers `size`, cut to it about its middle."""
    width, height = max(1, size[0]), max(1, size[1])
    own = _own_size(svg)
    share = max(width / own[0], height / own[1])
    whole = (max(width, round(own[0] * share)), max(height, round(own[1] * share)))
    surface = pygame.image.load_sized_svg(io.BytesIO(svg.encode()), whole)
    if surface.get_size() != (width, height):
        left, top = (surface.get_width() - width) // 2, (surface.get_height() - height) // 2
        cut = Surface((width, height), pygame.SRCALPHA)
        cut.blit(surface, (-left, -top))
        surface = cut
    return surface.convert_alpha() if pygame.display.get_surface() is not None else surface


def _rounded(surface: Surface, corner: int) -> Surface:
    """Return the picture with round corners, smooth at their edge: what lies outside of them is clear."""
    if not corner:
        return surface
    width, height = surface.get_size()
    sharp = Surface((4 * width, 4 * height), pygame.SRCALPHA)
    pygame.draw.rect(sharp, "white", sharp.get_rect(), border_radius=4 * corner)
    cut = Surface((width, height), pygame.SRCALPHA)
    cut.blit(surface, (0, 0))
    cut.blit(pygame.transform.smoothscale(sharp, (width, height)), (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
    return cut


def _own_size(svg: str) -> tuple[float, float]:
    """Return the width and height of an SVG's viewBox."""
    numbers = svg.partition('viewBox="')[2].partition('"')[0].split()
    return (float(numbers[2]), float(numbers[3])) if len(numbers) == len("xywh") else (1.0, 1.0)


def _bytes(surface: Surface) -> int:
    return surface.get_pitch() * surface.get_height()
