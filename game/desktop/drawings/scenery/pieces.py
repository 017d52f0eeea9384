"""What rooms are furnished with. Each piece is a string of shapes at a place in a picture of 1600 × 900."""

from math import cos, pi, sin
from typing import Final

from game.desktop.drawings.colour import mixed, shade, shine
from game.desktop.drawings.scenery.light import HEIGHT, lit
from game.desktop.drawings.shapes import box, circle, ellipse, falling, line, path, placed, trace

WIDTH: Final = 1600.0

_SPINES: Final = ("#b8594a", "#dca956", "#5d7f92", "#7f9a72", "#c98a63", "#8a6580", "#e3cfa8")


def walls(top: str, bottom: str, floor: str, *, at: float = 650) -> str:
    """Return a whole room: a wall, a floor from `at` downwards, and the skirting between them."""
    drawn = falling("wall", top, bottom) + falling("floor", floor, shade(floor))
    drawn += box(0, 0, WIDTH, at, "url(#wall)") + box(0, at, WIDTH, HEIGHT - at, "url(#floor)")
    return drawn + box(0, at - 16, WIDTH, 16, shine(bottom)) + box(0, at, WIDTH, 5, shade(shade(floor)), opacity=0.35)


def curtain(x: float, y: float, width: float, height: float, colour: str) -> str:
    """Return one curtain that hangs from a rail, in folds."""
    low, fold = y + height, width / 4
    drawn = path(
        trace("M", x, y, "L", x + width, y, "C", x + width - 6, y + height / 2, x + width + 8, low - 60, x + width, low)
        + trace(" L", x, low, "Z"),
        colour,
    )
    for i in range(4):
        at = x + fold * (i + 0.62)
        drawn += path(
            trace("M", at, y, "L", at + fold * 0.3, y, "L", at + fold * 0.36, low, "L", at - 4, low, "Z"),
            shade(colour),
            0.45,
        )
    return drawn


def plant(x: float, foot: float, scale: float = 1.0, *, pot: str = "#c9785a", leaf: str = "#5f8f6b") -> str:
    """Return a plant in a pot that stands at `foot`."""
    drawn = ""
    for i, (lean, reach) in enumerate(((-92, 150), (92, 158), (-58, 214), (60, 226), (-20, 262), (26, 250))):
        tip = (lean, 0 - (88 + reach))
        base = (0, -80)
        side = 34 if lean > 0 else -34
        blade = trace("M", *base, "C", base[0] + side * 1.3, base[1] - 60, tip[0] + side, tip[1] + 80, *tip)
        blade += trace(" C", tip[0] - side * 1.2, tip[1] + 70, base[0] - side * 0.4, base[1] - 50, *base, "Z")
        drawn += path(blade, (shade(leaf), leaf, mixed(leaf, "#dfe8b0", 0.22))[i // 2])
    drawn += path("M -54 -96 L 54 -96 L 40 0 L -40 0 Z", pot)
    drawn += path("M 14 -96 L 54 -96 L 40 0 L 12 0 Z", shade(pot))
    return placed(drawn + box(-60, -110, 120, 24, shine(pot), r=6), x, foot, scale)


def framed(x: float, y: float, scale: float, ground: str, hill: str, sun: str) -> str:
    """Return a picture of hills and a sun on the wall, 220 × 150 in size 1."""
    drawn = box(-10, -10, 240, 170, "#a67b55", r=4) + box(0, 0, 220, 150, ground) + circle(150, 54, 22, sun)
    drawn += path("M0 150 L0 99 Q66 60 132 108 T220 90 L220 150Z", hill)
    return placed(drawn + path("M0 150 L0 126 Q88 96 220 135 L220 150Z", shade(hill)), x, y, scale)


def shelf(x: float, y: float, width: float, rows: int, wood: str, *, high: float = 112, binders: bool = False) -> str:
    """Return shelves full of books, or of binders with a label each."""
    drawn = box(x - 12, y - 14, width + 24, rows * high + 26, wood, r=6) + box(
        x, y, width, rows * high, shade(shade(wood))
    )
    for row in range(rows):
        at, foot, i = x + 8.0, y + (row + 1) * high - 10, row * 3
        while at < x + width - 30:
            broad = 30 if binders else 16 + (i * 7) % 13
            tall = high - 32 if binders else high - 34 - (i * 11) % 26
            drawn += box(at, foot - tall, broad, tall, _SPINES[i % len(_SPINES)], r=2)
            if binders:
                drawn += box(at + 8, foot - tall + 12, broad - 16, 26, "#f7efe0", r=2)
            at += broad + (26 if (i + row) % 6 == 5 else 3)
            i += 1
        drawn += box(x, foot, width, 10, wood)
    return drawn


def dial(x: float, y: float, radius: float, hour: float, minute: float, *, rim: str = "#8a6a4f") -> str:
    """Return a clock whose hands end at two points, given as parts of a full turn."""
    drawn = circle(x, y, radius, rim) + circle(x, y, radius * 0.86, "#fdf6e8")
    for turn, reach, width in ((hour, 0.44, 0.1), (minute, 0.66, 0.07)):
        angle = 2 * pi * turn
        drawn += line(
            trace("M", x, y, "L", x + sin(angle) * radius * reach, y - cos(angle) * radius * reach),
            "#4a3b36",
            radius * width,
        )
    return drawn + circle(x, y, radius * 0.08, "#b8594a")


def screen(x: float, y: float, width: float, height: float, dark: bool, *, face: str = "#d8e6ea") -> str:
    """Return a monitor on its foot with some lines on it; (x, y) is its upper left corner."""
    middle = x + width / 2
    drawn = box(middle - 8, y + height, 16, 26, "#6b6570") + ellipse(
        middle, y + height + 28, width * 0.24, 7, "#5a5560"
    )
    drawn += box(x, y, width, height, "#4d4855", r=8) + box(
        x + 7, y + 7, width - 14, height - 16, lit(dark, face, "#9CC3D6"), r=3
    )
    for i, share in enumerate((0.5, 0.68, 0.4)):
        drawn += box(
            x + 18, y + 20 + i * (height - 40) / 3, (width - 36) * share, 6, lit(dark, "#a9c0c8", "#6F9DB4"), r=3
        )
    return drawn
