"""One person as a picture, head and shoulders."""

from functools import lru_cache

from game.desktop.drawings import clothes, eyes, hair, head, mouth
from game.desktop.drawings.colour import at_dusk
from game.desktop.drawings.details import DETAILS
from game.desktop.drawings.expressions import Expression, speaking
from game.desktop.drawings.people import ANYBODY, PEOPLE
from game.desktop.drawings.person import MIDDLE, NECK, Person
from game.desktop.drawings.shapes import PORTRAIT_SIDE, drawing, group, turned, wider

_CLOSE = "translate(-25.6 -8) scale(1.1)"
"""People are drawn with room around them and shown closer, so that a face can be read when it is small."""
_RAISED = "translate(0 -28)"
"""Clothes are drawn for a long neck."""


def portrait(name: str | None, look: Expression, *, dark: bool = False, blink: bool = False, mouth: int = 0) -> str:
    """Return the SVG of a character (viewBox 0 0 512 512, transparent ground); any other name gives the neutral one.

    `dark` shows them by lamplight; `blink` closes the eyes and changes nothing else; `mouth` opens for words, 0 to 2.
    """
    return _kept(name if name in PEOPLE else None, look, dark, blink, mouth)


@lru_cache(maxsize=128)
def _kept(name: str | None, look: Expression, dark: bool, blink: bool, mouth: int) -> str:
    person = PEOPLE[name] if name is not None else ANYBODY
    svg = drawing(group(_sitting(person, speaking(look, mouth), blink), _CLOSE), PORTRAIT_SIDE, PORTRAIT_SIDE)
    return at_dusk(svg) if dark else svg


def _sitting(person: Person, look: Expression, blink: bool) -> str:
    fit = person.face.half / 90
    behind = wider(hair.behind(person.style, person.hair), MIDDLE, fit)
    dressed = clothes.neck(person.skin) + clothes.WARDROBE[person.clothes](person.cloth)
    shown = _face(person, look, blink) + wider(hair.over(person.style, person.hair), MIDDLE, fit)
    shown += "".join(DETAILS[name](person) for name in person.wears)
    return (
        turned(behind, look.tilt, *NECK)
        + group(wider(dressed, MIDDLE, person.build), _RAISED)
        + turned(shown, look.tilt, *NECK)
    )


def _face(person: Person, look: Expression, blink: bool) -> str:
    skull = head.skull(person.face, person.skin, look)
    lines = eyes.bags(person, look) + mouth.folds(person, look)
    return (
        skull
        + lines
        + mouth.nose(person)
        + mouth.mouth(person, look)
        + eyes.eyes(person, look, blink)
        + eyes.brows(person, look)
    )
