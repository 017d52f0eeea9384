"""What a face shows: eleven steps of heat and seven moods that lie beside them, eighteen expressions in all."""

from dataclasses import dataclass, replace
from typing import Final


@dataclass(frozen=True, slots=True)
class Expression:
    """How a face is set. Lengths are units of a portrait (512 wide), downwards positive; shares are 0 to 1."""

    name: str
    inner: float
    """How far the inner ends of the brows have come down."""
    outer: float
    """How far the outer ends of the brows have come down."""
    knit: float
    """Share by which the brows are drawn together."""
    lid: float
    """How far the upper lids are up: 0 closed, 1 at rest, above 1 wide."""
    squint: float
    """Share by which the lower lids are up."""
    curve: float
    """The corners of the mouth: -1 down, 0 level, 1 up."""
    breadth: float
    """The breadth of the mouth; 1 at rest."""
    parted: float
    """Share by which the lips stand apart without a word."""
    pressed: float
    """Share by which the lips are pressed together."""
    flush: float
    """Share of blood in cheeks, nose and ears; 0 is pale."""
    tilt: float = 0.0
    """Degrees by which the head is turned, clockwise."""
    look: tuple[float, float] = (0.0, 0.0)
    """Where the eyes look: to the right, and down."""
    skew: float = 0.0
    """How much higher the right brow and corner of the mouth stand than the left ones."""
    wet: float = 0.0
    """Share of gleam in the eyes."""


_LADDER: Final = (
    Expression("content", -5, -2, 0.0, 0.97, 0.34, 0.72, 1.10, 0, 0.0, 0.22, tilt=2.0),
    Expression("easy", -3, -1, 0.0, 0.97, 0.16, 0.46, 1.05, 0, 0.0, 0.23, tilt=1.5),
    Expression("calm", -1, 0, 0.0, 0.96, 0.04, 0.22, 1.0, 0, 0.0, 0.24),
    Expression("attentive", 0, -1, 0.08, 1.02, 0.0, 0.04, 0.96, 0, 0.0, 0.25),
    Expression("guarded", 3, -1, 0.2, 0.94, 0.06, -0.12, 0.94, 0, 0.15, 0.27, tilt=-1.0),
    Expression("displeased", 5, -1, 0.36, 0.88, 0.12, -0.28, 0.94, 0, 0.3, 0.30, tilt=-1.5),
    Expression("annoyed", 7, -2, 0.5, 0.82, 0.2, -0.42, 0.95, 0, 0.45, 0.36, tilt=-2.5, skew=1.5),
    Expression("cross", 9, -3, 0.62, 0.84, 0.24, -0.56, 0.98, 0, 0.6, 0.46, tilt=-2.0),
    Expression("angry", 11, -4, 0.76, 0.88, 0.26, -0.68, 1.0, 0.12, 0.6, 0.60, tilt=-1.0),
    Expression("fuming", 12, -4.5, 0.88, 0.92, 0.28, -0.78, 1.06, 0.28, 0.6, 0.76, tilt=1.0, wet=0.3),
    Expression("furious", 13, -5, 1.0, 0.98, 0.3, -0.9, 1.12, 0.46, 0.6, 0.95, tilt=2.0, wet=0.6),
)
"""The face by heat, 0 to 10: brows come down and together, the mouth turns down, blood rises, all step by step."""

_MOODS: Final = {
    "calm": _LADDER[2],
    "pleased": Expression("pleased", -8, -4, 0.0, 1.0, 0.4, 0.95, 1.2, 0.34, 0.0, 0.42, tilt=2.5),
    "grateful": Expression("grateful", -10, 1, 0.06, 0.84, 0.6, 0.85, 1.1, 0, 0.0, 0.56, tilt=5.0, wet=0.8),
    "worried": Expression("worried", -10, 4, 0.5, 1.08, 0.0, -0.36, 0.86, 0.08, 0.0, 0.14, tilt=-3.0, look=(-2, 0)),
    "sad": Expression("sad", -13, 6, 0.3, 0.74, 0.0, -0.6, 0.8, 0, 0.2, 0.2, tilt=-5.0, look=(-1, 4), wet=1.0),
    "tired": Expression("tired", -3, 5, 0.08, 0.5, 0.1, -0.16, 0.9, 0, 0.0, 0.1, tilt=-4.0, look=(0, 2)),
    "annoyed": _LADDER[6],
    "angry": _LADDER[8],
    "furious": _LADDER[10],
    "surprised": Expression("surprised", -17, -13, 0.0, 1.24, 0.0, 0.05, 0.66, 0.62, 0.0, 0.3, tilt=1.0),
    "confused": Expression("confused", 1, 2, 0.3, 0.92, 0.14, -0.16, 0.84, 0, 0.0, 0.26, 6.0, (3, -2), 6.0),
}

HOTTEST: Final = len(_LADDER) - 1


def expression(heat: int, mood: str | None) -> Expression:
    """Return the face of a customer of this `heat` (0 to 10; beyond is taken as the end) in this `mood`.

    A mood that the game knows wins over the heat; any other, and None, leaves the heat to show. As heat rises, the
    inner ends of the brows never rise, the corners of the mouth never rise and the cheeks never pale.
    """
    known = _MOODS.get(mood) if mood is not None else None
    return known or _LADDER[min(HOTTEST, max(0, heat))]


def speaking(look: Expression, mouth: int) -> Expression:
    """Return `look` with the mouth opened for words: 0 as it was, 1 a little, 2 wide; beyond is taken as the end."""
    step = min(2, max(0, mouth))
    return replace(look, parted=min(1.0, look.parted * 0.6 + 0.36 * step), pressed=0.0) if step else look
