"""The first walk: one short talk on the real screen, with someone beside it who says what there is to see."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from game import scenario as scenarios
from game.desktop.conversation import Conversation
from game.desktop.frame import Frame
from game.desktop.screens.start import Begin
from game.desktop.screens.talk import Talk
from game.desktop.unkept import Unkept
from game.engine import begin

if TYPE_CHECKING:
    from game.desktop.clock import Clock
    from game.desktop.sitting import Sitting
    from game.desktop.widgets import Widget

FILE: Final = Path(__file__).resolve().parent.parent / "tour.yaml"
SEED: Final = 2
STEPS: Final = ("listen", "changed", "gauges", "promised", "keep", "kept", "end", "back")
"""What is shown one after another: the customer speaks and one answers; what that changed; the whole picture; a promise
that is open; its day; what became of it; the last words; the look back."""


@dataclass(frozen=True, slots=True)
class Skip:
    """Leave the walk before its end."""


@dataclass(frozen=True, slots=True)
class Understood:
    """What is said in front of the talk, where there is no room beside it, has been read."""


@dataclass(frozen=True, slots=True)
class Done:
    """The walk is over: on to the customers."""


@dataclass(frozen=True, slots=True)
class Anew:
    """Take the walk once more."""


def short_talk(clock: "Clock") -> Conversation:
    """Return the talk of the walk, at its beginning; nothing of it is kept."""
    scenario, problems = scenarios.read(FILE.read_bytes(), FILE.name)
    if scenario is None:
        raise ValueError("; ".join(problem.told("en") for problem in problems))
    return Conversation(begin(scenario, None, SEED), "", "practice", Unkept(), clock)


class Tour(Talk):
    """The talk of the walk. `looking_back`: its end has been seen. `understood`: the steps that have been read."""

    name = "tour"

    def __init__(self, sitting: "Sitting") -> None:
        self.looking_back = False
        self.understood: set[str] = set()
        self._gauges = sitting.settings.gauges
        if self._gauges:
            sitting.change(gauges=False)
        super().__init__(sitting, short_talk(sitting.clock))

    @property
    def step(self) -> str:
        """What is shown now, one of `STEPS`."""
        if self.looking_back:
            return "back"
        if self.stage == "ending":
            return "end"
        turn = len(self.talk.log)
        if self.stage == "answering":
            return ("changed", "promised", "kept")[min(turn, 3) - 1]
        return ("listen", "gauges", "keep")[min(turn, 2)]

    @property
    def told(self) -> str:
        """What is said about it: where the whole picture is open, what is seen there."""
        return "gauges_open" if self.step == "gauges" and self.sitting.settings.gauges else self.step

    def view(self, frame: Frame) -> "Widget":
        """Return the talk with what is said about it, or the look back."""
        from game.desktop.screens.tour_view import back_view, beside

        return back_view(self, frame) if self.looking_back else beside(self, frame)

    def hear(self, message: object) -> None:
        """Take in what was pressed: the walk's own, or what any talk hears."""
        match message:
            case Skip() | Done():
                self._leave(on=isinstance(message, Done))
            case Understood():
                self.understood.add(self.told)
            case Anew():
                self._again()
            case _:
                super().hear(message)

    def _pick(self, response: str, *, too_late: bool = False) -> None:
        """Say it; the whole picture has been seen by then, and makes room again."""
        if self.sitting.settings.gauges:
            self.sitting.change(gauges=False)
        super()._pick(response, too_late=too_late)

    def _again(self) -> None:
        self.looking_back = False
        super().__init__(self.sitting, short_talk(self.sitting.clock))

    def _leave(self, *, on: bool) -> None:
        self.sitting.change(toured=True, gauges=self._gauges)
        self.sitting.back()
        if on and self.sitting.flow.front.name == "start":
            self.sitting.flow.front.hear(Begin())

    def _back(self) -> None:
        if self.log:
            self.log = False
        else:
            self._leave(on=False)

    def _finish(self) -> None:
        self.looking_back = True

    def home(self) -> str:
        """Return where the keyboard is: at the way on, be it the talk's or that of what is said in front of it."""
        if self.looking_back:
            return "done"
        return super().home() if self.told in self.understood else "go-on"

    def shortcuts(self) -> Mapping[str, object]:
        """Return the keys of the talk; the look back has only the way out."""
        keys = super().shortcuts()
        return {"escape": Skip()} if self.looking_back else keys
