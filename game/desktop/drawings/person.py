"""Who is drawn: the parameters of one person."""

from dataclasses import dataclass
from typing import Final

MIDDLE: Final = 256.0
"""The upright line through a portrait."""
NECK: Final = (256.0, 344.0)
"""The point about which a head tilts."""


@dataclass(frozen=True, slots=True)
class Face:
    """The shape of a head, in units of a portrait."""

    half: float = 90
    """Half of the breadth at the temples."""
    jaw: float = 66
    """Half of the breadth at the jaw."""
    chin: float = 338
    """How far down the chin reaches."""
    point: float = 27
    """Half of the breadth of the chin."""
    eye: float = 1.0
    """The size of the eyes."""
    brow: float = 8
    """The thickness of the brows at their inner end."""
    lash: float = 4.2
    """The thickness of the line of lashes."""
    winged: bool = False
    """Whether the lashes have a wing at the outer corner."""
    lips: str | None = None
    """The colour of painted lips; None leaves them as they are."""
    full: float = 1.0
    """The fullness of the lips."""
    folds: float = 0.0
    """How deep the lines of age are: 0 none, 1 grandparents."""


@dataclass(frozen=True, slots=True)
class Person:
    """One drawn character."""

    skin: str
    hair: str
    style: str
    """A name in `hair.STYLES`."""
    clothes: str
    """A name in `clothes.WARDROBE`."""
    cloth: tuple[str, str, str]
    """The colours of the clothes: main, second, accent."""
    face: Face = Face()
    build: float = 1.0
    """The breadth of neck and shoulders."""
    wears: tuple[str, ...] = ()
    """Names in `details.DETAILS`, in the order in which they are put on."""
    iris: str = "#3d2a22"
