"""Eyes and brows. The rasteriser cannot clip, so lids are laid over the iris in the colour of the skin."""

from dataclasses import replace

from game.desktop.drawings.colour import luminance, mixed, shade, skin_deep, skin_shade
from game.desktop.drawings.expressions import Expression
from game.desktop.drawings.head import APART, EYES
from game.desktop.drawings.person import MIDDLE, Person
from game.desktop.drawings.shapes import circle, line, path, trace

_HALF = 22.0
"""Half of the length of an eye of size 1."""


def eyes(person: Person, look: Expression, blink: bool) -> str:
    """Return both eyes; a `blink` closes them and moves nothing else."""
    seen = replace(look, lid=0.0) if blink else look
    return "".join(_eye(person, seen, side) for side in (-1, 1))


def brows(person: Person, look: Expression) -> str:
    """Return both brows, and the crease between them where they are drawn together."""
    drawn = "".join(_brow(person, look, side) for side in (-1, 1))
    if look.knit < 0.3:
        return drawn
    colour, depth = skin_deep(person.skin), 0.6 * (look.knit - 0.2)
    top = EYES - 44 + look.inner * 0.5
    crease = "".join(
        trace("M", MIDDLE + s * 6, top, "Q", MIDDLE + s * 4, top + 8, MIDDLE + s * 6, top + 15) for s in (-1, 1)
    )
    return drawn + line(crease, colour, 2.6, depth)


def _eye(person: Person, look: Expression, side: int) -> str:
    size, x = person.face.eye, MIDDLE + side * APART
    inner, outer = x - side * _HALF * size, x + side * _HALF * size
    droop = max(0.0, look.outer) * 0.4
    rise, fall = 16 * size * look.lid, (10.5 - 8.5 * look.squint) * size * min(1.0, 0.35 + look.lid)
    corners = (inner, EYES + 3), (outer, EYES - 1 + droop)
    if look.lid < 0.05:
        return _closed(person, corners, side)
    white = _almond(corners, rise, fall)
    lids = _lids(person, corners, rise, fall)
    return path(white, "#fdf8f3") + _iris(person, look, x) + lids + _lashes(person, corners, rise, side)


def _peak(corners: tuple[tuple[float, float], tuple[float, float]], height: float) -> str:
    """The two handles of a lid that rises by about `height` between the corners, which the pen has to follow."""
    (x1, y1), (x2, y2) = corners
    return trace(x1 + (x2 - x1) * 0.22, y1 - height * 1.3, x1 + (x2 - x1) * 0.74, y2 - height * 1.34, x2, y2)


def _almond(corners: tuple[tuple[float, float], tuple[float, float]], rise: float, fall: float) -> str:
    start, end = corners
    return f"M{trace(*start)} C{_peak(corners, rise)} C{_peak((end, start), -fall)}Z"


def _iris(person: Person, look: Expression, x: float) -> str:
    size = person.face.eye
    x, y = x + look.look[0] * size, EYES - 2.5 * size + look.look[1] * size
    pupil = 0.9 if look.lid > 1.2 else 1.0
    drawn = circle(x, y, 12.6 * size * pupil, shade(person.iris)) + circle(x, y + 1, 10.4 * size * pupil, person.iris)
    drawn += circle(x, y, 6 * size, "#1c1414")
    gleam = 1 + 0.35 * look.wet
    return (
        drawn
        + circle(x - 4.4 * size, y - 5 * size, 3.7 * size * gleam, "#ffffff")
        + circle(x + 4.6 * size, y + 4.8 * size, 1.9 * size * gleam, "#ffffff", 0.75)
    )


def _lids(person: Person, corners: tuple[tuple[float, float], tuple[float, float]], rise: float, fall: float) -> str:
    """The skin around the open eye, which covers what of the iris lies under it."""
    start, size = corners[0], person.face.eye
    upper = f"M{trace(*start)} C{_peak(corners, rise)} C{_back(corners, 22 * size)}Z"
    lower = f"M{trace(*start)} C{_peak(corners, -fall)} C{_back(corners, -16 * size)}Z"
    return path(upper, mixed(person.skin, skin_shade(person.skin), 0.55)) + path(lower, person.skin)


def _back(corners: tuple[tuple[float, float], tuple[float, float]], height: float) -> str:
    """The handles of the same lid, drawn from the second corner back to the first."""
    (x1, y1), (x2, y2) = corners
    return trace(x1 + (x2 - x1) * 0.74, y2 - height * 1.34, x1 + (x2 - x1) * 0.22, y1 - height * 1.3, x1, y1)


def _lashes(person: Person, corners: tuple[tuple[float, float], tuple[float, float]], rise: float, side: int) -> str:
    face = person.face
    ink = _ink(person)
    start, end = corners
    drawn = line(f"M{trace(*start)} C{_peak(corners, rise)}", ink, face.lash)
    if face.winged:
        drawn += line(trace("M", *end, "l", side * 6, -5), ink, face.lash * 0.8)
    return drawn


def _closed(person: Person, corners: tuple[tuple[float, float], tuple[float, float]], side: int) -> str:
    """The closed lid and its lashes, which bow downwards."""
    start, end = corners
    lid = mixed(person.skin, skin_shade(person.skin), 0.45)
    drawn = path(f"M{trace(*start)} C{_peak(corners, 15)} C{_back(corners, -6)}Z", lid)
    drawn += line(f"M{trace(*start)} C{_peak(corners, -6)}", _ink(person), person.face.lash)
    if person.face.winged:
        drawn += line(trace("M", *end, "l", side * 6, 2), _ink(person), person.face.lash * 0.8)
    return drawn


def _ink(person: Person) -> str:
    """The colour of lashes: dark even where the hair has gone white."""
    return mixed(skin_deep(person.skin), "#241a1c", 0.72)


def _brow(person: Person, look: Expression, side: int) -> str:
    """A brow that is thick at the inner end and fine at the outer one."""
    thick, size = person.face.brow, person.face.eye
    skew = -look.skew * side
    x1, x2 = MIDDLE + side * (22 - 5 * look.knit), MIDDLE + side * (70 + 3 * (size - 1))
    base = EYES - 37 * (0.5 + size / 2)
    y1, y2 = base + 3 + look.inner + skew, base + 5 + look.outer + skew
    top = min(y1, y2) - 7 + abs(y1 - y2) * 0.24
    bend = MIDDLE + side * 50
    upper = trace("M", x1, y1 - thick / 2, "Q", bend, top - thick * 0.6, x2, y2)
    under, heel = (bend - side * 2, top + thick * 0.55), (x1 + side * 2, y1 + thick / 2)
    lower = trace("Q", *under, *heel, "Q", x1 - side * 3, y1, x1, y1 - thick / 2)
    return path(
        f"{upper} {lower}Z", mixed(person.hair, skin_deep(person.skin), 0.45 if luminance(person.hair) > 0.4 else 0.3)
    )


def bags(person: Person, look: Expression) -> str:
    """Return the shadows under tired eyes, and the folds that age draws beside them."""
    deep = person.face.folds * 0.5 + (0.5 if look.name == "tired" else 0.0)
    if not deep:
        return ""
    colour, drawn = skin_deep(person.skin), ""
    for side in (-1, 1):
        x = MIDDLE + side * APART
        drawn += line(trace("M", x - 14, EYES + 19, "Q", x, EYES + 25, x + 14, EYES + 19), colour, 2.4, 0.34 * deep)
        if person.face.folds:
            far = x + side * 27
            drawn += line(
                trace("M", far, EYES - 2, "l", side * 9, -4, "M", far, EYES + 5, "l", side * 9, 2),
                colour,
                2,
                0.5 * deep,
            )
    if person.face.folds > 0.6:
        drawn += line("M222 160 Q256 152 290 160 M232 146 Q256 141 280 146", colour, 2.2, 0.3 * person.face.folds)
    return drawn
