"""What the first screens, that of the game and that of a course, have in common: behind them the session opens."""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from game.desktop.screen import Still
from game.desktop.screens.common import usual

if TYPE_CHECKING:
    from game.desktop.errands import Errand
    from game.desktop.sitting import Sitting
    from game.session import Session

Stage = Literal["bare", "dressed", "opening"]
"""The first frame has only what can be pressed; the second is dressed with people; then the session is opened."""


@dataclass(frozen=True, slots=True)
class Speak:
    """Speak a language; `key` is that of the choice."""

    key: str
    language: str


@dataclass(frozen=True, slots=True)
class Noted:
    """The notices have been read."""


class First(Still, ABC):
    """A first screen. What it does with the session is `_take_in`; `_go_in` is what whoever was too quick has asked."""

    def __init__(self, sitting: "Sitting") -> None:
        self.sitting = sitting
        self.notices: tuple[str, ...] = ()
        self.trouble: Exception | None = None
        self.going = False
        """The trainee wants to go in, and waits for the session."""
        self.stage: Stage = "bare"
        self.since = sitting.now
        self._fetching: Errand[Session] | None = None

    def hear(self, message: object) -> None:
        """Take in what is pressed on either."""
        from game.desktop.screens.trouble import Quit, TryAgain

        match message:
            case Speak(_, language):
                self.sitting.change(language=language)
            case Noted():
                self.notices = ()
            case TryAgain():
                self.trouble = None
                self._fetch()
            case Quit():
                self.sitting.leave = True
            case _:
                usual(self.sitting, message)

    def update(self, now: float) -> bool:
        """Dress the screen, then open the session; each when the one before is done, so that the first frame waits for
        nothing."""
        if self.stage == "bare":
            self.stage = "dressed"
            return False
        if self.stage == "dressed":
            self.stage = "opening"
            if self.sitting.opened is None:
                self._fetch()
            return True
        return self._fetched()

    def _fetch(self) -> None:
        self._fetching = self.sitting.errands.send(self.sitting.fetch)

    def _fetched(self) -> bool:
        """Take in the session, once it is there, or why it is not."""
        errand = self._fetching
        if errand is None or not errand.done:
            return False
        self._fetching = None
        self.trouble = errand.trouble
        going, self.going = self.going, False
        if errand.result is not None:
            self.sitting.opened = errand.result
            self.notices = errand.result.notices
            self._take_in(errand.result)
            if going:
                self._go_in()
        return True

    @abstractmethod
    def _take_in(self, session: "Session") -> None:
        """Begin with the session, which is open now."""

    @abstractmethod
    def _go_in(self) -> None:
        """Go on to what comes next, or note that it is wanted as soon as there is a session."""

    def due(self, now: float) -> float:
        """Return at once until the session is being opened: from then on it is the errands that wake the window."""
        return now if self.stage != "opening" else float("inf")
