"""Talks that a trainee has had before a test begins."""

from collections.abc import Sequence
from typing import Any

from game.desktop.errands import Errand
from game.session import Mode
from tests.desktop.booth import SEED, Booth, shelf
from tests.terminal.room import BEST, Shelved, shelved

FIXED = ("fix-first", "ask-room", "honest-time", "close-the-loop")
LOST = ("calm-down",)


def shipped(id_: str) -> Any:
    """The entry of a customer who comes with the game."""
    return next(one for one in shelf() if one.scenario.id == id_)


def talked(
    booth: Booth, picks: Sequence[str] = BEST, *, entry: Any = None, persona: str | None = None,
    mode: Mode = "practice", trainee: str = "", thought: Sequence[int] = (),
) -> str:  # fmt: skip
    """Keep a talk with these picks, by default one at the worked example, and return its id.

    `thought` is how many milliseconds each pick took.
    """
    notebook = booth.sitting.session.notebook
    attempt = notebook.begin(entry or shelved(), persona, mode, "zh", SEED, trainee)
    for turn, pick in enumerate(picks, start=1):
        notebook.keep(attempt, turn, pick, thought[turn - 1] if thought else 1000 * turn)
    notebook.end(attempt)
    return attempt


def worked() -> Shelved:
    """The worked example."""
    return shelved()


class Held:
    """Errands that are done when the test says so."""

    def __init__(self) -> None:
        self.waiting: list[Errand[Any]] = []

    def send(self, work: Any) -> Errand[Any]:
        """Put the work aside."""
        self.waiting.append(Errand(work))
        return self.waiting[-1]

    def done(self) -> None:
        """Do all that waits."""
        for errand in self.waiting:
            errand.run()
        self.waiting.clear()
