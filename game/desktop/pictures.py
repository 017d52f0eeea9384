"""SVG pictures as surfaces, each drawn once for its size and kept as long as there is room."""

import io
import re
import threading
from collections import OrderedDict
from typing import Final

import pygame
from pygame import Surface

ROOM: Final = 36 * 2**20
"""So many bytes of drawn pictures are kept."""
SHEER: Final = 254
"""Up to this alpha, of 255, something shines through."""
VIEW: Final = re.compile(r'viewBox="([^"]*)"')
Key = tuple[str, tuple[int, int], int]
ROOT: Final = re.compile(r"<svg[^>]*>")


class Pictures:
    """Draws SVG strings, and keeps the newest up to `room` bytes. Any thread may ask for a picture ahead of time."""

    def __init__(self, room: int = ROOM) -> None:
        self.room = room
        self.held = 0
        self._kept: OrderedDict[Key, Surface] = OrderedDict()
        self._lock = threading.Lock()

    def __contains__(self, picture: tuple[str, tuple[int, int]]) -> bool:
        return (*picture, 0) in self._kept

    def drawn(self, svg: str, size: tuple[int, int], corner: int = 0) -> Surface:
        """Return a picture that fills `size` pixels; what sticks out at the sides is cut off evenly.

        `corner` is how far its corners are rounded, in pixels.
        """
        key = (svg, size, corner)
        with self._lock:
            found = self._kept.get(key)
            if found is not None:
                self._kept.move_to_end(key)
                return found
        surface = _rounded(_covering(svg, size), corner)
        with self._lock:
            self._keep(key, surface)
        return surface

    def _keep(self, key: Key, surface: Surface) -> None:
        if (before := self._kept.pop(key, None)) is not None:  # another thread has drawn it meanwhile
            self.held -= _bytes(before)
        self._kept[key] = surface
        self.held += _bytes(surface)
        while self.held > self.room and len(self._kept) > 1:
            _, old = self._kept.popitem(last=False)
            self.held -= _bytes(old)


def _covering(svg: str, size: tuple[int, int]) -> Surface:
    """Return the picture at the least size that covers `size`; of what lies outside nothing is drawn, which is most of
    the time that a drawing takes."""
    width, height = max(1, size[0]), max(1, size[1])
    surface = pygame.image.load_sized_svg(io.BytesIO(_cut(svg, width / height).encode()), (width, height))
    if surface.get_size() != (width, height):  # the rasteriser rounds by itself
        exact = Surface((width, height), pygame.SRCALPHA)
        exact.blit(surface, (0, 0))
        surface = exact
    if pygame.display.get_surface() is None:
        return surface
    return surface.convert() if _is_full(surface) else surface.convert_alpha()


def _is_full(surface: Surface) -> bool:
    """Return whether nothing shines through a picture: it can then be copied, which takes a quarter of the time."""
    return pygame.mask.from_surface(surface, SHEER).count() == surface.get_width() * surface.get_height()


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


def _cut(svg: str, shape: float) -> str:
    """Return a picture cut about its middle to a shape (width to height)."""
    found = VIEW.search(svg)
    numbers = [float(number) for number in found[1].split()] if found else []
    if len(numbers) != len("xywh"):
        return svg
    x, y, width, height = numbers
    if width / height > shape:
        x, width = x + (width - height * shape) / 2, height * shape
    else:
        y, height = y + (height - width / shape) / 2, width / shape
    root = f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.3f}" height="{height:.3f}" '
    return ROOT.sub(f'{root}viewBox="{x:.3f} {y:.3f} {width:.3f} {height:.3f}">', svg, count=1)


def _bytes(surface: Surface) -> int:
    return surface.get_pitch() * surface.get_height()
