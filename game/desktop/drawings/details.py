"""Small things that make a person: glasses, beard, earrings, a headset."""

from collections.abc import Callable
from typing import Final

from game.desktop.drawings.colour import mixed, shade, shine, skin_deep
from game.desktop.drawings.head import APART, EYES, lower_face
from game.desktop.drawings.person import MIDDLE, Person
from game.desktop.drawings.shapes import box, circle, ellipse, line, path, trace

_X: Final = MIDDLE


def _frames(person: Person, colour: str, radius: float, width: float) -> str:
    drawn = ""
    for side in (-1, 1):
        x = _X + side * APART
        drawn += ellipse(x, EYES + 2, radius, radius * 0.86, "#ffffff", 0.12) + _ring(
            x, EYES + 2, radius, radius * 0.86, colour, width
        )
        far = _X + side * (person.face.half + 1)
        drawn += line(trace("M", x + side * radius, EYES - 4, "L", far, EYES - 8), colour, width)
    return drawn + line(
        trace("M", _X - APART + radius, EYES - 1, "Q", _X, EYES - 10, _X + APART - radius, EYES - 1), colour, width
    )


def _ring(x: float, y: float, across: float, down: float, colour: str, width: float) -> str:
    arc = ("A", across, down, "0 1 1")
    return line(trace("M", x - across, y, *arc, x + across, y, *arc, x - across, y), colour, width)


def round_glasses(person: Person) -> str:
    """Return thin golden glasses."""
    return _frames(person, "#a67c35", 34, 3.4)


def dark_glasses(person: Person) -> str:
    """Return glasses with a dark frame."""
    return _frames(person, "#3a2f36", 34, 5.2)


def moustache(person: Person) -> str:
    """Return a full moustache."""
    data = "M256 278 C270 272 292 278 298 292 C284 289 270 290 256 286 C242 290 228 289 214 292"
    return path(f"{data} C220 278 242 272 256 278Z", mixed(person.hair, skin_deep(person.skin), 0.15))


def stubble(person: Person) -> str:
    """Return the shadow of a beard that was shaved this morning."""
    over = f"C194 292 210 277 256 277 C302 277 318 292 {trace(_X + person.face.half - 6, 262)}"
    return path(lower_face(person.face, 0.4, over), person.hair, 0.13)


def beard(person: Person) -> str:
    """Return a short white beard around the chin."""
    low = person.face.chin
    chin = trace("C", 206, 330, 222, low + 16, _X, low + 18, "C", 290, low + 16, 306, 330, 302, 296)
    hairs = trace("M", 244, low + 2, "l", 3, 10, "M", 266, low + 1, "l", -2, 10)
    full = path(f"M210 296 {chin} C296 314 284 318 256 317 C228 318 216 314 210 296Z", person.hair)
    return full + line(hairs, shade(person.hair), 3, 0.7)


def pearls(person: Person) -> str:
    """Return a pearl on each ear."""
    spots = (_X - person.face.half - 3, _X + person.face.half + 3)
    return "".join(circle(x, 256, 7, "#f6ecdf") + circle(x - 2, 254, 2.5, "#ffffff") for x in spots)


def hoops(person: Person) -> str:
    """Return a golden ring on each ear."""
    spots = (_X - person.face.half - 4, _X + person.face.half + 4)
    return "".join(_ring(x, 262, 9, 11, "#d9a441", 3.6) for x in spots)


def headset(person: Person) -> str:
    """Return a telephone headset with its microphone."""
    half = person.face.half + 6
    band = line(trace("M", _X - half, 214, "C", _X - half - 6, 30, _X + half + 6, 30, _X + half, 214), "#77717f", 8)
    cups = box(_X - half - 13, 206, 26, 46, "#858090", r=12) + box(_X + half - 13, 206, 26, 46, "#6b6676", r=12)
    arm = line(trace("M", _X - half, 250, "C", _X - half + 4, 300, _X - 66, 318, _X - 50, 318), "#77717f", 5)
    return band + cups + arm + ellipse(_X - 46, 317, 11, 8, "#4a4653")


def hair_tie(person: Person) -> str:
    """Return a bright band where the ponytail begins."""
    del person
    return ellipse(318, 82, 10, 17, "#e2725b") + ellipse(316, 78, 4, 8, shine("#e2725b"))


DETAILS: Final[dict[str, Callable[[Person], str]]] = {
    detail.__name__: detail
    for detail in (round_glasses, dark_glasses, moustache, stubble, beard, pearls, hoops, headset, hair_tie)
}
