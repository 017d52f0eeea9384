"""What all screens share: the session, the settings, the words, the clock, and the ways to other screens."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from game.desktop.apart import here
from game.i18n import Words, words

if TYPE_CHECKING:
    from game.desktop.clock import Clock
    from game.desktop.errands import Errands
    from game.desktop.flow import Flow
    from game.desktop.screen import Screen
    from game.desktop.settings import Settings
    from game.desktop.sound import Sounds
    from game.session import Session


def _nothing(settings: "Settings") -> None:
    """Keep nothing."""


@dataclass(slots=True)
class Sitting:
    """One evening, or one lesson, at the window.

    `fetch` opens the session: store and library are loaded while the first screen is already there; `session` raises
    until then.
    """

    settings: "Settings"
    clock: "Clock"
    sounds: "Sounds"
    errands: "Errands"
    fetch: Callable[[], "Session"]
    save: Callable[["Settings"], None] = _nothing
    apart: Callable[..., Any] = here
    """Has a function of a module worked out with these arguments, and returns what comes of it: in a window in a
    process of its own."""
    leave: bool = False
    members: tuple[str, ...] = ()
    """Who was in the room when the last talk began that a whole room has."""
    opened: "Session | None" = None
    _flow: "Flow | None" = None

    @property
    def session(self) -> "Session":
        """The session, once it is open."""
        assert self.opened is not None
        return self.opened

    @property
    def flow(self) -> "Flow":
        """The flow of screens."""
        assert self._flow is not None
        return self._flow

    def begin(self, flow: "Flow") -> None:
        """Begin with a flow of screens."""
        self._flow = flow

    @property
    def words(self) -> Words:
        """The words of the language that is set."""
        return words(self.settings.language)

    @property
    def language(self) -> str:
        """The language that is set, "zh" or "en"."""
        return self.settings.language

    @property
    def now(self) -> float:
        """The time of the clock, in seconds."""
        return self.clock.now()

    def open(self, screen: "Screen") -> None:
        """Open a screen over the one in front."""
        self.flow.open(screen)

    def replace(self, screen: "Screen") -> None:
        """Open a screen in the place of the one in front."""
        self.flow.replace(screen)

    def back(self) -> None:
        """Go back by one screen."""
        self.flow.close()

    def change(self, **changes: Any) -> None:
        """Change settings, and keep them."""
        self.settings = replace(self.settings, **changes)
        self.save(self.settings)
