"""Nose and mouth."""

from game.desktop.drawings.colour import lip, mixed, skin_deep, skin_light, skin_shade
from game.desktop.drawings.expressions import Expression
from game.desktop.drawings.head import MOUTH, NOSE
from game.desktop.drawings.person import MIDDLE, Person
from game.desktop.drawings.shapes import line, path, trace

Point = tuple[float, float]


def nose(person: Person) -> str:
    """Return the nose: a soft shadow on the far side, its tip, a light along its ridge."""
    x, skin = MIDDLE, person.skin
    side = trace(
        "M", x + 5, 234, "C", x + 8, 250, x + 18, 256, x + 14, NOSE, "C", x + 9, NOSE + 5, x + 3, NOSE + 4, x, NOSE + 3
    )
    tip = trace("M", x - 9, NOSE, "C", x - 5, NOSE + 5, x + 5, NOSE + 5, x + 10, NOSE - 1)
    ridge = trace("M", x - 2, 236, "L", x - 2, 254)
    return (
        path(f"{side}Z", skin_shade(skin), 0.8)
        + line(ridge, skin_light(skin), 5, 0.4)
        + line(tip, skin_deep(skin), 3, 0.7)
    )


def folds(person: Person, look: Expression) -> str:
    """Return the lines from nose to mouth that age or a broad smile draws."""
    depth = person.face.folds * 0.5 + max(0.0, look.curve - 0.4) * 0.35
    if depth <= 0.05:
        return ""
    half = 25 * look.breadth
    drawn = "".join(
        trace("M", MIDDLE + s * 22, NOSE, "Q", MIDDLE + s * (half + 13), NOSE + 9, MIDDLE + s * (half + 13), MOUTH - 4)
        for s in (-1, 1)
    )
    return line(drawn, skin_deep(person.skin), 2.4, min(0.6, depth))


def mouth(person: Person, look: Expression) -> str:
    """Return the mouth as `look` has it: closed, or open with teeth and tongue."""
    half, bend = 27 * look.breadth, (12 if look.curve > 0 else 10) * look.curve
    left = (MIDDLE - half, MOUTH - bend + look.skew * 0.5)
    right = (MIDDLE + half, MOUTH - bend - look.skew * 0.5)
    gap = 27 * look.parted
    top = (MIDDLE, MOUTH + bend - gap * 0.34)
    if gap < 1.5:
        return _closed(person, look, (left, top, right))
    return _open(person, look, (left, top, right), (left, (MIDDLE, MOUTH + bend + gap * 1.5), right), gap)


def _closed(person: Person, look: Expression, curve: tuple[Point, Point, Point]) -> str:
    fullness = person.face.full * (1 - 0.65 * look.pressed)
    drawn = _lips(person, curve, curve, fullness)
    deep = mixed(skin_deep(person.skin), "#6e2a30", 0.45)
    drawn += line(_bow(curve), deep, 3.6 + look.pressed * 0.8)
    if look.pressed > 0.2:
        ends = "".join(
            trace("M", x + s * 5, y - 2, "Q", x + s * 8, y + 2, x + s * 6, y + 6)
            for s, (x, y) in ((-1, curve[0]), (1, curve[2]))
        )
        drawn += line(ends, skin_deep(person.skin), 2.6, 0.7 * look.pressed)
    return drawn


def _open(
    person: Person, look: Expression, upper: tuple[Point, Point, Point], lower: tuple[Point, Point, Point], gap: float
) -> str:
    hole = f"{_bow(upper)} Q{trace(*lower[1], *lower[0])}Z"
    drawn = _lips(person, upper, lower, person.face.full) + path(hole, "#6a2530")
    below = _cut(lower, 0.24, 0.76)
    hump = (below[1][0], below[1][1] - gap * 0.72)
    drawn += path(f"{_bow(below)} Q{trace(*hump, *below[0])}Z", "#d0707a")
    teeth = _cut(upper, 0.1, 0.9)
    depth = min(8.0, gap * 0.34 + 1.5)
    drop = (teeth[1][0], teeth[1][1] + 2 * depth)
    drawn += path(f"{_bow(teeth)} Q{trace(*drop, *teeth[0])}Z", "#fffaf4")
    return drawn + line(hole, mixed(skin_deep(person.skin), "#6e2a30", 0.4), 2.6)


def _lips(person: Person, upper: tuple[Point, Point, Point], lower: tuple[Point, Point, Point], fullness: float) -> str:
    """The lips around the line or the opening: painted ones both, bare ones the lower and a shadow under it."""
    painted = person.face.lips
    under = _cut(lower, 0.14, 0.86)
    swell = (under[1][0], under[1][1] + 13 * fullness)
    drawn = path(f"{_bow(under)} Q{trace(*swell, *under[0])}Z", painted or lip(person.skin), 0.95 if painted else 0.5)
    if painted:
        drawn += _upper_lip(upper, fullness, painted)
    rest = (lower[0][1] + 2 * lower[1][1] + lower[2][1]) / 4 + 8 * fullness + 6
    return drawn + line(
        trace("M", MIDDLE - 9, rest, "Q", MIDDLE, rest + 3, MIDDLE + 9, rest), skin_shade(person.skin), 3.4, 0.8
    )


def _upper_lip(curve: tuple[Point, Point, Point], fullness: float, colour: str) -> str:
    start, control, end = _cut(curve, 0.06, 0.94)
    crest = (start[1] + control[1]) / 2 - 7 * fullness
    dip = (start[1] + 2 * control[1] + end[1]) / 4 - 4.4 * fullness
    bow = trace("Q", MIDDLE + 14, crest, MIDDLE + 6, dip - 2, "L", MIDDLE, dip + 1, "L", MIDDLE - 6, dip - 2)
    bow += trace(" Q", MIDDLE - 14, crest, *start)
    return path(f"{_bow((start, control, end))} {bow}Z", mixed(colour, "#5a1a2a", 0.12), 0.95)


def _bow(curve: tuple[Point, Point, Point]) -> str:
    start, control, end = curve
    return trace("M", *start, "Q", *control, *end)


def _cut(curve: tuple[Point, Point, Point], start: float, end: float) -> tuple[Point, Point, Point]:
    """The piece of a quadratic curve between two shares of its length (de Casteljau)."""

    def at(s: float, t: float) -> Point:
        (x0, y0), (x1, y1), (x2, y2) = curve
        a, b, c = (1 - s) * (1 - t), s * (1 - t) + t * (1 - s), s * t
        return a * x0 + b * x1 + c * x2, a * y0 + b * y1 + c * y2

    return at(start, start), at(start, end), at(end, end)
