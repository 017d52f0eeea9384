"""What a trainee has come to: five scores over attempts, badges, and every talk with its debrief."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from game.desktop.frame import Frame
from game.desktop.screen import Still
from game.desktop.screens.common import Back, usual
from game.desktop.screens.past import Before
from game.report.progress import Badge, Trend, badges, rounds, trends

if TYPE_CHECKING:
    from game.desktop.sitting import Sitting
    from game.desktop.widgets import Widget
    from game.session import Past

AT_ONCE: Final = 12
"""So many talks of the past are listed at first, and so many more each time."""


@dataclass(frozen=True, slots=True)
class OpenPast:
    """Open the debrief of a talk."""

    attempt: str


@dataclass(frozen=True, slots=True)
class More:
    """List earlier talks too."""


class Profile(Still):
    """The trainee's profile. `listed` is how many talks of the past are in the list."""

    name = "profile"

    def __init__(self, sitting: "Sitting") -> None:
        self.sitting = sitting
        self.before = Before(sitting)
        self.listed = AT_ONCE
        self._told: dict[str, tuple[tuple[Trend, ...], tuple[Badge, ...]]] = {}

    @property
    def past(self) -> "tuple[Past, ...]":
        """The talks that have come to their end, newest first."""
        return tuple(self.before.past)

    @property
    def trends(self) -> tuple[Trend, ...]:
        """The five scores over these talks."""
        return self._progress()[0]

    @property
    def badges(self) -> tuple[Badge, ...]:
        """The badges, those that are held and those that are still to be had."""
        return self._progress()[1]

    def _progress(self) -> tuple[tuple[Trend, ...], tuple[Badge, ...]]:
        words = self.sitting.words
        if words.language not in self._told:
            whole = [one.play for one in self.past if not one.repeated]  # half a talk is none that one has mastered
            held = rounds(reversed(whole))
            domains = [entry.scenario.domain for entry in self.sitting.session.library]
            self._told[words.language] = trends(words, held), badges(words, held, domains)
        return self._told[words.language]

    def view(self, frame: Frame) -> "Widget":
        """Return the profile as it is now."""
        from game.desktop.screens.profile_view import profile_view

        return profile_view(self, frame)

    def home(self) -> str:
        """Return the way back, beside which the page stands at its top, or the way to the first talk."""
        return "back" if self.past else "choose"

    def shortcuts(self) -> Mapping[str, object]:
        """Return the keys: Esc goes back."""
        return {"escape": Back()}

    def hear(self, message: object) -> None:
        """Take in what was pressed."""
        match message:
            case More():
                self.listed += AT_ONCE
            case OpenPast(attempt):
                self._open(attempt)
            case _:
                usual(self.sitting, message)

    def _open(self, attempt: str) -> None:
        from game.desktop.screens.debrief import DebriefScreen

        one = next(past for past in self.past if past.attempt == attempt)
        self.before.away()
        self.sitting.open(DebriefScreen(self.sitting, one.play, attempt, one.mode, one.answers, past=one))

    def update(self, now: float) -> bool:
        """Take in what was done before, whenever the trainee comes back."""
        if not self.before.update():
            return False
        self._told.clear()
        return True
