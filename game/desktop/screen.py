"""What every screen can do: show itself, hear what was pressed, and say when it wants to be asked again."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from game.desktop.frame import Frame
from game.desktop.widgets.widget import Widget

if TYPE_CHECKING:
    from game.desktop.sitting import Sitting


@dataclass(frozen=True, slots=True)
class GoTo:
    """Give the focus to what has this key; the window does it by itself."""

    key: str


class Screen(Protocol):
    """One screen. `name` is its state in the flow."""

    name: str
    sitting: "Sitting"

    def view(self, frame: Frame) -> Widget:
        """Return the screen as it is now; it changes nothing."""

    def hear(self, message: object) -> None:
        """Take in what was pressed or typed."""

    def shortcuts(self) -> Mapping[str, object]:
        """Return the messages of keys of the keyboard, by pygame's names of the keys ("1", "h", "f1", "ctrl+f")."""

    def update(self, now: float) -> bool:
        """Let time pass; return whether the screen is another now."""

    def due(self, now: float) -> float:
        """Return when `update` wants to be called next; infinity for never."""

    def home(self) -> str:
        """Return the key of what has the focus when the screen opens by keyboard, "" for the first."""


class Still:
    """What a screen does that does not move of itself and has no keys of its own."""

    def shortcuts(self) -> Mapping[str, object]:
        """Return no keys."""
        return {}

    def update(self, now: float) -> bool:
        """Return that nothing has changed."""
        return False

    def due(self, now: float) -> float:
        """Return never."""
        return float("inf")

    def home(self) -> str:
        """Return that the first has the focus."""
        return ""
