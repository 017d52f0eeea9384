"""Golden pictures: what a screen looked like when somebody looked at it and found it good.

`YUQI_GOLDEN=new python run.py test tests/desktop/test_golden.py` draws them anew:
look at each one that git says has changed.
Pictures are kept at half their size: it is enough to see any change, and a quarter of the bytes.
"""

import os
from pathlib import Path
from typing import Final

import pygame
from PIL import Image, ImageChops

FOLDER: Final = Path(__file__).parent / "pictures"
ANEW: Final = os.environ.get("YUQI_GOLDEN") == "new"


def halved(surface: pygame.Surface) -> Image.Image:
    """Return a surface as a picture of half its size; two by two pixels become one."""
    raw = pygame.image.tobytes(surface, "RGB")
    return Image.frombytes("RGB", surface.get_size(), raw).reduce(2)


def difference(surface: pygame.Surface, name: str, found: Path) -> str:
    """Return how a surface differs from the golden picture of this name, "" where it does not.

    What was seen instead is kept in the folder `found`.
    """
    seen, golden = halved(surface), FOLDER / f"{name}.webp"
    if ANEW:
        golden.parent.mkdir(parents=True, exist_ok=True)
        seen.save(golden, lossless=True, quality=100, method=4)
        return ""
    if not golden.exists():
        return f"there is no golden picture {name}"
    with Image.open(golden) as kept:
        kept_rgb = kept.convert("RGB")
    if kept_rgb.size != seen.size:
        return f"{name}: {seen.size} instead of {kept_rgb.size}"
    place = ImageChops.difference(kept_rgb, seen).getbbox()
    if place is None:
        return ""
    found.mkdir(parents=True, exist_ok=True)
    seen.save(found / f"{name.replace('/', '-')}.png")
    return f"{name} is another in {tuple(2 * edge for edge in place)}; seen was {found}"
