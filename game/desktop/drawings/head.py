"""The head without its features: ears, the outline of the face, light and shadow, cheeks."""

from itertools import pairwise
from typing import Final

from game.desktop.drawings.colour import blush, mixed, skin_light, skin_shade
from game.desktop.drawings.expressions import Expression
from game.desktop.drawings.person import MIDDLE, Face
from game.desktop.drawings.shapes import ellipse, path, trace

EYES: Final = 224.0
"""How far down the eyes lie."""
APART: Final = 42.0
"""How far each eye lies from the middle."""
NOSE: Final = 266.0
MOUTH: Final = 295.0
_CROWN: Final = 92.0
_TEMPLE: Final = 206.0


def skull(face: Face, skin: str, look: Expression) -> str:
    """Return ears and face, lit from the upper left, with the blood that `look` has in it."""
    return ears(face, skin, look) + path(_outline(face), skin) + _far_side(face, skin) + _blood(face, skin, look)


def ears(face: Face, skin: str, look: Expression) -> str:
    """Return both ears; they redden as the cheeks do."""
    colour = mixed(skin, blush(skin), 0.28 * look.flush)
    drawn = ""
    for side in (-1, 1):
        at = MIDDLE + side * (face.half + 1)
        drawn += ellipse(at, 230, 15, 23, skin_shade(colour) if side > 0 else colour)
        drawn += ellipse(at + side * 1.5, 231, 8, 14, skin_shade(skin_shade(colour) if side > 0 else colour))
    return drawn


def _half(face: Face, side: int) -> tuple[tuple[float, float], ...]:
    """The points of one half of the outline from the crown to the chin: a start and three curves."""
    x = MIDDLE
    return (
        (x, _CROWN),
        (x + side * face.half * 0.66, _CROWN),
        (x + side * face.half, 128),
        (x + side * face.half, _TEMPLE),
        (x + side * face.half, _TEMPLE + 44),
        (x + side * (face.jaw + 8), face.chin - 44),
        (x + side * (face.point + 10), face.chin - 9),
        (x + side * (face.point - 6), face.chin + 1),
        (x + side * face.point * 0.5, face.chin + 2),
        (x, face.chin + 2),
    )


def _curves(points: tuple[tuple[float, float], ...]) -> str:
    """The curves through points, of which the first is where the pen already is."""
    return "".join("C" + trace(*(part for point in points[i : i + 3] for part in point)) for i in (1, 4, 7))


def _outline(face: Face) -> str:
    right, left = _half(face, 1), _half(face, -1)
    return "M" + trace(*right[0]) + _curves(right) + _curves(left[::-1]) + "Z"


def _far_side(face: Face, skin: str) -> str:
    """The shadow along the side away from the light: between the outline and a flatter line inside it."""
    _, _, _, temple, *lower = _half(face, 1)
    inside = trace(
        *("C", MIDDLE + face.point * 0.9, face.chin - 6, MIDDLE + face.jaw - 4, face.chin - 36),
        *(MIDDLE + face.half - 15, 262, "C", MIDDLE + face.half - 9, 240, MIDDLE + face.half - 9, 222),
        *(temple[0], temple[1] - 30),
    )
    points = trace(*(part for point in lower for part in point))
    return path(f"M{trace(*temple)} C{points} {inside}Z", skin_shade(skin), 0.75)


def lower_face(face: Face, start: float, over: str) -> str:
    """Return the area between the jaw and a line above it.

    The jaw begins at a share `start` (0 to 1) of the way from temple to chin; `over` leads back from left to right.
    """
    right, left = _half(face, 1), _half(face, -1)
    near, far = _tail(right[3:7], start), _tail(left[3:7], start)
    points = (*near[1:], *right[7:], *left[8:5:-1], *far[2::-1])
    curves = "".join(
        "C" + trace(*(part for point in points[i : i + 3] for part in point)) for i in range(0, len(points), 3)
    )
    return f"M{trace(*near[0])}{curves} {over}Z"


def _tail(curve: tuple[tuple[float, float], ...], start: float) -> tuple[tuple[float, float], ...]:
    """The rest of a cubic curve from a share of it on (de Casteljau)."""
    row, last = list(curve), [curve[-1]]
    while len(row) > 1:
        row = [(a[0] + (b[0] - a[0]) * start, a[1] + (b[1] - a[1]) * start) for a, b in pairwise(row)]
        last.insert(0, row[-1])
    return tuple(last)


def _blood(face: Face, skin: str, look: Expression) -> str:
    """Cheeks, and where it boils a breath of red over the nose; a light on the brow and the near cheek."""
    colour, depth = blush(skin), 0.07 + 0.38 * look.flush
    drawn = ellipse(MIDDLE - 22, 152, 46, 24, skin_light(skin), 0.16)
    for side in (-1, 1):
        drawn += ellipse(
            MIDDLE + side * (face.half * 0.55), 264, 20 + 4 * look.flush, 13 + 3 * look.flush, colour, depth
        )
    if look.flush > 0.5:
        drawn += ellipse(MIDDLE, 252, 30, 11, colour, 0.26 * (look.flush - 0.4))
    return drawn
