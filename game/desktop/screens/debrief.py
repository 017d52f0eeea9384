"""The debrief: what the talk came to, why, how it went, turn by turn, and how short it could have been.

What is seen of it stands in `debrief_view` and the files that are called after its five parts.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from game.desktop.frame import Frame
from game.desktop.screens.common import Back, usual
from game.desktop.screens.debrief_findings import Findings
from game.desktop.screens.debrief_page import Keeping
from game.desktop.screens.talk import OpenLesson
from game.engine import Play, Weights
from game.report.debrief import Debrief, debrief

if TYPE_CHECKING:
    from game.desktop.sitting import Sitting
    from game.desktop.widgets import Widget
    from game.desktop.widgets.kept import Kept
    from game.session import Answers, Entry, Mode, Past

Part = Literal["result", "scores", "course", "turns", "pace"]
PARTS: Final[tuple[Part, ...]] = ("result", "scores", "course", "turns", "pace")


@dataclass(frozen=True, slots=True)
class Show:
    """Show a part of the debrief."""

    part: Part


@dataclass(frozen=True, slots=True)
class Save:
    """Write the debrief as a web page."""


@dataclass(frozen=True, slots=True)
class OpenPage:
    """Open the page that was written in the browser."""


@dataclass(frozen=True, slots=True)
class Noted:
    """What became of the page has been read."""


@dataclass(frozen=True, slots=True)
class ReplayFrom:
    """Talk once more from a turn on, as a new attempt."""

    turn: int


@dataclass(frozen=True, slots=True)
class OnceMore:
    """Go to the customer's file, to talk with them once more."""


@dataclass(frozen=True, slots=True)
class ToLibrary:
    """Go back to the customers."""


class DebriefScreen:
    """The debrief of a play that is over, one that has just ended or one of the past.

    `past` is its record where the caller has it; else it is looked for in the notebook once something is wanted of it.
    """

    name = "debrief"
    weights = Weights()
    """How much each score counts in overall."""
    others = "window.debrief.others"
    """What the way back to what else there is to do is called."""
    again = True
    """Whether one may talk with them once more."""

    def __init__(
        self, sitting: "Sitting", play: Play, attempt: str, mode: "Mode", answers: "Answers | None" = None, *,
        past: "Past | None" = None,
    ) -> None:  # fmt: skip
        self.sitting = sitting
        self.play = play
        self.attempt = attempt
        self.mode: Mode = mode
        self.answers = answers
        self.part: Part = "result"
        self.since = sitting.now
        self.findings = Findings(sitting, play, self.past, self.weights)
        self.keeping = Keeping(sitting, self)
        self.held: dict[Part, tuple[object, Kept]] = {}
        """The long parts as they were laid out, with what they were laid out for."""
        self._past = past
        self._told: Debrief | None = None

    @property
    def told(self) -> Debrief:
        """All that there is to say, in the language that is set."""
        words = self.sitting.words
        if self._told is None or self._told.language != words.language:
            self._told = debrief(words, self.play, self.mode, self.answers, self.weights)
        return self._told

    @property
    def practice(self) -> bool:
        """Whether the talk may be taken up again from any of its turns."""
        return self.mode == "practice"

    def past(self) -> "Past | None":
        """Return the record of the attempt, None where none is kept."""
        if self._past is None and self.sitting.opened is not None:
            kept = self.sitting.session.notebook.past()
            self._past = next((one for one in kept if one.attempt == self.attempt), None)
        return self._past

    def entry(self) -> "Entry | None":
        """Return the scenario of the talk with its bytes, None where they are no longer to be had."""
        scenario, opened = self.play.case.scenario, self.sitting.opened
        held = () if opened is None else (*opened.library, *([opened.chosen] if opened.chosen is not None else []))
        same = next((entry for entry in held if entry.scenario is scenario), None)
        if same is not None:
            return same
        past = self.past()
        return None if past is None else past.entry

    def view(self, frame: Frame) -> "Widget":
        """Return the part that is shown."""
        from game.desktop.screens.debrief_view import debrief_view

        return debrief_view(self, frame)

    # What is heard

    def hear(self, message: object) -> None:
        """Take in what was pressed."""
        match message:
            case Show(part):
                self.part = part
            case Save():
                self.keeping.save()
            case OpenPage():
                self.keeping.open()
            case Noted():
                self.keeping.forget()
            case OpenLesson(rule):
                self._lesson(rule)
            case ReplayFrom(turn) if self.practice:
                self._replay(turn)
            case OnceMore():
                self._once_more()
            case ToLibrary():
                self._to_library()
            case Back():
                self.sitting.back()
            case _:
                usual(self.sitting, message)

    def _lesson(self, rule: str) -> None:
        from game.desktop.screens.lesson import LessonCard

        self.sitting.open(LessonCard(self.sitting, self.play.case.rulebook.rules[rule]))

    def _replay(self, turn: int) -> None:
        """Open a talk in which all has been said up to a turn; it is a new attempt, kept from now on."""
        from game.desktop.again import again
        from game.desktop.screens.room import Room
        from game.desktop.screens.talk import Talk

        sitting, entry = self.sitting, self.entry()
        if entry is None:
            return
        past, room = self.past(), sitting.session.room
        members = past.members if past is not None else sitting.members if room else ()
        room = room or bool(members)  # what a room has begun, a room goes on with
        patience = 0 if room else sitting.settings.waits
        talk = again(sitting, entry, self.play, turn - 1, patience=patience, members=members)
        sitting.open(Room(sitting, talk, entry, members) if room else Talk(sitting, talk))

    def _once_more(self) -> None:
        from game.desktop.screens.file import File

        stack, entry = self.sitting.flow.stack, self.entry()
        if len(stack) > 1 and stack[-2].name == "file":
            self.sitting.back()
        elif entry is not None:
            self.sitting.replace(File(self.sitting, entry))

    def _to_library(self) -> None:
        from game.desktop.screens.library import Library

        stack = self.sitting.flow.stack
        behind = next((at for at in range(len(stack) - 1, -1, -1) if stack[at].name == "library"), None)
        if behind is None:
            self.sitting.replace(Library(self.sitting))
        else:
            self.sitting.flow.home(stack[: behind + 1])

    # The time

    def update(self, now: float) -> bool:
        """Take in what was worked out or written meanwhile."""
        found = self.findings.update()
        return self.keeping.update() or found

    def due(self, now: float) -> float:
        """Return never: what is worked out wakes the window."""
        return float("inf")

    def home(self) -> str:
        """Return the sign of the part that is shown."""
        return f"part.{self.part}"

    def shortcuts(self) -> Mapping[str, object]:
        """Return the keys: numbers show the parts, w writes the page."""
        keys: dict[str, object] = {f"{number}": Show(part) for number, part in enumerate(PARTS, start=1)}
        return keys | {"escape": Back(), "w": Save()}
