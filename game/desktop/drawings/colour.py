"""Colours worked out from colours: shades of skin, hair and cloth, and what the evening makes of them.

A colour is a string "#rrggbb". One written in small letters is lit by the room and changes in the evening; one in
CAPITALS shines by itself (a lamp, a screen, a lit window) and stays as it is.
"""

import re
from colorsys import hls_to_rgb, rgb_to_hls
from functools import cache
from typing import Final

_LIT: Final = re.compile(r"#[0-9a-f]{6}\b")
_DUSK: Final = (0.91, 0.82, 0.81)
"""What evening light leaves of red, green and blue on people: lamps are warm, so red stays longest."""
_NIGHT: Final = (0.57, 0.50, 0.61)
"""The same for rooms, which lie further from the lamp: a person stands out against them."""


def channels(colour: str) -> tuple[float, float, float]:
    """Return red, green and blue of `colour`, each 0 to 1."""
    return int(colour[1:3], 16) / 255, int(colour[3:5], 16) / 255, int(colour[5:7], 16) / 255


def written(red: float, green: float, blue: float) -> str:
    """Return the colour of three channels as "#rrggbb"; what lies outside 0 to 1 is brought inside."""
    return "#" + "".join(f"{round(255 * min(1.0, max(0.0, part))):02x}" for part in (red, green, blue))


def mixed(one: str, other: str, share: float) -> str:
    """Return `one` with a `share` (0 to 1) of `other` in it."""
    pairs = zip(channels(one), channels(other), strict=True)
    red, green, blue = (a + (b - a) * share for a, b in pairs)
    return written(red, green, blue)


def luminance(colour: str) -> float:
    """Return the relative luminance of `colour`, 0 (black) to 1 (white), as WCAG 2.2 defines it."""
    linear = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels(colour))
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def turned(colour: str, *, light: float, strong: float = 1.0, hue: float = 0.0) -> str:
    """Return `colour` with its lightness and saturation multiplied, and its hue moved by a part of the circle."""
    old_hue, old_light, old_strong = rgb_to_hls(*channels(colour))
    return written(*hls_to_rgb((old_hue + hue) % 1, min(1.0, old_light * light), min(1.0, old_strong * strong)))


def shade(colour: str) -> str:
    """Return `colour` as it looks on the side away from the light: darker, and a little cooler in cloth and hair."""
    return turned(colour, light=0.8)


def shine(colour: str) -> str:
    """Return `colour` where the light falls on it: lighter, more so where it was dark."""
    return mixed(colour, "#fff4e0", 0.16)


def skin_shade(skin: str) -> str:
    """Return the shadow on skin of this colour: darker, redder, never grey."""
    return turned(skin, light=0.885, strong=0.72, hue=-0.014)


def skin_deep(skin: str) -> str:
    """Return the colour of lines on skin of this colour (folds, nose, closed lids): darker than its shadow."""
    return turned(skin, light=0.6, strong=0.86, hue=-0.02)


def skin_light(skin: str) -> str:
    """Return the highlight on skin of this colour: lighter and warmer."""
    return mixed(skin, "#fff1dc", 0.34)


def blush(skin: str) -> str:
    """Return the colour of blood under skin of this colour: rose on light skin, brick on dark."""
    return mixed(mixed(skin, "#e0483e", 0.62), turned(skin, light=0.7), 0.25 * (1 - luminance(skin)))


def lip(skin: str) -> str:
    """Return the colour of lips without make-up in a face of this skin."""
    return mixed(skin_shade(skin), "#b4434a", 0.45)


@cache
def _by(colour: str, light: tuple[float, float, float], sky: str, share: float) -> str:
    red, green, blue = (part * left for part, left in zip(channels(colour), light, strict=True))
    return mixed(written(red, green, blue), sky, share)


def at_dusk(svg: str) -> str:
    """Return the drawing of a person with every lit colour as a lamp shows it in the evening."""
    return _LIT.sub(lambda found: _by(found[0], _DUSK, "#3a2440", 0.05), svg)


def at_night(svg: str) -> str:
    """Return the drawing of a room with every lit colour as it is after dark; lamps and lit windows stay."""
    return _LIT.sub(lambda found: _by(found[0], _NIGHT, "#231d3f", 0.12), svg)
