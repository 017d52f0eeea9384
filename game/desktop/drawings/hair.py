"""Hair behind the head and over the face, in the tones of one colour."""

from typing import Final

from game.desktop.drawings.colour import shade, shine
from game.desktop.drawings.shapes import circle, line, path, trace
from game.desktop.drawings.styles import STYLED, Strokes

_CURLS: Final = (
    ((178, 250, 24), (166, 210, 28), (160, 168, 30), (172, 126, 33), (202, 94, 35), (240, 76, 36)),
    ((188, 160, 21), (204, 138, 23), (232, 124, 24)),
)
"""The left half of a short perm, behind the head and over the brow: middles and radii."""

STYLES: Final[tuple[str, ...]] = (*STYLED, "perm")


def behind(style: str, colour: str) -> str:
    """Return the hair behind head and neck."""
    return _perm(0, shade(colour), colour) if style == "perm" else _drawn(STYLED[style][0], colour)


def over(style: str, colour: str) -> str:
    """Return the hair over brow, temples and, where it is long, shoulders."""
    if style != "perm":
        return _drawn(STYLED[style][1], colour)
    cap = path(
        "M168 190 C160 110 200 78 256 76 C312 78 352 110 344 190 C336 150 300 134 256 134 C212 134 176 150 168 190Z",
        colour,
    )
    return cap + _perm(1, colour, shine(colour))


def _drawn(strokes: Strokes, colour: str) -> str:
    tones = {
        "base": colour,
        "dark": shade(colour),
        "strand": shade(colour),
        "gleam": shine(colour),
    }
    return "".join(
        line(data, tones[tone], 5, 0.85) if tone in {"strand", "gleam"} else path(data, tones[tone])
        for tone, data in strokes
    )


def _perm(layer: int, colour: str, gleam: str) -> str:
    """Curls on both sides, each with a crescent of light."""
    drawn = ""
    for x, y, radius in _CURLS[layer]:
        for at in (x, 512 - x):
            drawn += circle(at, y, radius, colour)
    crescents = ""
    for x, y, radius in _CURLS[layer]:
        for at in (x, 512 - x):
            left, high, bend = at - radius * 0.56, y - radius * 0.56, radius * 0.31
            crescents += trace("M", left, y, "C", left, y - bend, left + bend, high, at, high, "l", radius * 0.2, 2)
    return drawn + line(crescents, gleam, 4, 0.6)
