"""A laid-out screen: what is painted where, what can be pressed, and the semantic nodes that tests and screen readers
read."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from pygame import Rect

if TYPE_CHECKING:
    from game.desktop.canvas import Canvas

Role = Literal[
    "heading",
    "text",
    "button",
    "choice",
    "switch",
    "field",
    "link",
    "image",
    "meter",
    "timer",
    "group",
    "status",
    "speech",
    "row",
]
Paint = Callable[["Canvas", Rect], None]
"""Draws in a rectangle, and changes nothing else."""


@dataclass(frozen=True, slots=True)
class Node:
    """What a place on the screen means: `value` is what it stands at; `key` is "" where one cannot go to it."""

    role: Role
    label: str
    rect: Rect
    value: str = ""
    key: str = ""
    enabled: bool = True
    selected: bool = False
    seen: bool = True
    """Whether any of it is in sight: what is scrolled away is not."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A rectangle that is painted, as far as it lies in its clip; `key` is set where it can be pressed."""

    rect: Rect
    clip: Rect
    paint: Paint | None
    key: str = ""
    message: object = None


@dataclass(frozen=True, slots=True)
class Window:
    """A part of the screen through which something longer is seen. `length` is that of what is seen, in pixels."""

    key: str
    rect: Rect
    length: int
    inside: str = ""
    """The key of the scrolled part in which this one lies, "" for none."""
    offset: int = 0
    """How far it is scrolled now: a part that opens at its end stands there before it was ever touched."""

    @property
    def most(self) -> int:
        """The largest offset that makes sense."""
        return max(0, self.length - self.rect.height)


@dataclass(frozen=True, slots=True)
class Place:
    """Where something lies that one can go to, in the coordinates of the screen, scrolled or not; `within` is the
    scrolled part that it lies in."""

    rect: Rect
    within: str = ""


@dataclass(slots=True)
class Sheet:
    """A screen as it was laid out; widgets put themselves on it, from the back to the front."""

    screen: Rect
    spots: list[Spot] = field(default_factory=list)
    nodes: list[Node] = field(default_factory=list)
    windows: dict[str, Window] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    shortcuts: dict[str, object] = field(default_factory=dict)
    typing: dict[str, object] = field(default_factory=dict)
    """The fields that can be typed in, by key: what they stand at."""
    strokes: dict[str, Mapping[str, object]] = field(default_factory=dict)
    """What keys of the keyboard send, by pygame's names, while the focus is on this key: a slider's arrows."""
    overflows: list[str] = field(default_factory=list)
    """What does not fit where it stands, in words; a test holds that there is none."""
    moves_until: float = 0.0
    """Until then something moves, and every frame is painted anew."""
    wakes: list[Callable[[float], float]] = field(default_factory=list)
    """Each tells, by the time, when it wants to be painted next."""
    ahead: list[tuple[str, tuple[int, int]]] = field(default_factory=list)
    """Pictures that may be wanted next, as SVG and size: they are drawn beside the window."""
    _clips: list[tuple[Rect, str]] = field(default_factory=list)

    @property
    def clip(self) -> Rect:
        """What can be painted on at present."""
        return self._clips[-1][0] if self._clips else self.screen

    @property
    def within(self) -> str:
        """The key of the scrolled part that is being laid out, "" outside of any."""
        return self._clips[-1][1] if self._clips else ""

    @contextmanager
    def clipped(self, rect: Rect, key: str) -> Iterator[None]:
        """Lay out what lies in a scrolled part."""
        self._clips.append((rect.clip(self.clip), key))
        try:
            yield
        finally:
            self._clips.pop()

    def paint(self, rect: Rect, paint: Paint) -> None:
        """Put something painted on the sheet."""
        self.spots.append(Spot(rect, self.clip, paint))

    def press(self, rect: Rect, key: str, message: object, paint: Paint | None = None) -> None:
        """Put something on the sheet that can be gone to and pressed, which sends `message`."""
        self.spots.append(Spot(rect, self.clip, paint, key, message))
        self.places[key] = Place(rect, self.within)

    def tell(
        self, role: Role, label: str, rect: Rect, *, value: str = "", key: str = "", enabled: bool = True,
        selected: bool = False,
    ) -> None:  # fmt: skip
        """Say what a place on the screen means."""
        seen = rect.clip(self.clip)
        visible = seen.width > 0 and seen.height > 0
        self.nodes.append(Node(role, label, rect, value, key, enabled, selected, visible))

    def fits(self, what: str, rect: Rect) -> None:
        """Note what does not lie wholly in sight sideways, or, outside of scrolled parts, at all."""
        clip = self.clip
        if self.within and not clip.width:
            return  # a scrolled part that is itself scrolled away
        out = rect.left < clip.left or rect.right > clip.right
        if not self.within:
            out = out or rect.top < clip.top or rect.bottom > clip.bottom
        if out:
            self.overflows.append(f"{what!r} at {tuple(rect)} leaves {tuple(clip)}")

    def at(self, point: tuple[int, int]) -> Spot | None:
        """Return what would be pressed at a point: what lies in front."""
        for spot in reversed(self.spots):
            if spot.key and spot.rect.collidepoint(point) and spot.clip.collidepoint(point):
                return spot
        return None

    def window_at(self, point: tuple[int, int], way: int = 0) -> Window | None:
        """Return the scrolled part under a point, the innermost one that has more than is seen.

        `way`, below 0 for up and above 0 for down: the innermost that can still go there, if any can.
        """
        found = [w for w in self.windows.values() if w.rect.collidepoint(point) and w.most]
        going = [w for w in found if not way or (w.offset > 0 if way < 0 else w.offset < w.most)]
        inside = going or found
        return inside[-1] if inside else None

    def far(self, key: str) -> Window | None:
        """Return the scrolled part in which what has this key lies so far out of sight, by more than half of what is
        seen, that whoever went there would skip what stands between; None where it is near."""
        place = self.places.get(key)
        window = self.windows.get(place.within) if place is not None else None
        if place is None or window is None:
            return None
        above, below = window.rect.top - place.rect.bottom, place.rect.top - window.rect.bottom
        return window if max(above, below) > window.rect.height // 2 else None

    @property
    def keys(self) -> tuple[str, ...]:
        """What can be gone to, in reading order."""
        return tuple(self.places)

    def message(self, key: str) -> object:
        """Return what pressing this sends; None for what is not there."""
        return next((spot.message for spot in reversed(self.spots) if spot.key == key), None)
