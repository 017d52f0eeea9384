"""The assigned list of a course: what there is to do, on what terms, how it stands, and the ways to talk and to look
back. How it looks stands in `course_view`."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from game.desktop.frame import Frame
from game.desktop.screen import Still
from game.desktop.screens.common import usual

if TYPE_CHECKING:
    from game.course.assignments import Assignment
    from game.desktop.sitting import Sitting
    from game.desktop.widgets import Widget
    from game.engine import Score
    from game.session import Enrolled

FRESH: Final = 15.0
"""The list is looked through anew so often, in seconds: what is open changes with the time of day."""
SHOWN: Final = 6
"""So many attempts at a task are shown at most, the last ones."""


@dataclass(frozen=True, slots=True)
class OpenTask:
    """Open the customer's file of a task, by the task's key."""

    task: str


@dataclass(frozen=True, slots=True)
class TakeUp:
    """Go on with an attempt that is not finished."""

    attempt: str


@dataclass(frozen=True, slots=True)
class LookBack:
    """Open the debrief of an attempt."""

    attempt: str


@dataclass(frozen=True, slots=True)
class GoOut:
    """Let somebody else come in."""


@dataclass(frozen=True, slots=True)
class Noted:
    """What was told has been read."""


class CourseScreen(Still):
    """The assigned list. `notice` is the key of something that has to be told once."""

    name = "course"

    def __init__(self, sitting: "Sitting", course: "Enrolled") -> None:
        self.sitting = sitting
        self.course = course
        self.tasks: tuple[Assignment, ...] = ()
        self.scores: dict[str, Score] = {}
        """By the course's weights, of the attempts whose debriefs may be seen."""
        self.notice = ""
        self.look()

    # What is seen

    def view(self, frame: Frame) -> "Widget":
        """Return the list as it is now."""
        from game.desktop.screens.course_view import course_view

        return course_view(self, frame)

    def home(self) -> str:
        """Return where the keyboard is: what was begun, else what can be begun, else the last that can be seen."""
        waiting = (one.unfinished for one in self.tasks if one.unfinished is not None)
        keys = [f"take-up.{one.attempt}" for one in waiting]
        keys += [f"task.{one.task.key}" for one in self.tasks if one.state == "open"]
        return next(iter(keys), "")

    def shortcuts(self) -> Mapping[str, object]:
        """Return no keys: Esc leaves nothing here by accident."""
        return {}

    # What is heard

    def hear(self, message: object) -> None:
        """Take in what was pressed."""
        match message:
            case OpenTask(task):
                self._open(task)
            case TakeUp(attempt):
                self._take_up(attempt)
            case LookBack(attempt):
                self._look_back(attempt)
            case GoOut():
                self._go_out()
            case Noted():
                self.notice = ""
            case _:
                usual(self.sitting, message)

    def _open(self, task: str) -> None:
        """Open a customer's file, if a talk with them may still be begun."""
        self.look()
        assignment = next((one for one in self.tasks if one.task.key == task), None)
        if assignment is not None and assignment.state == "open":
            from game.desktop.screens.course_file import CourseFile

            self.sitting.open(CourseFile(self.sitting, self.course, assignment))

    def _take_up(self, attempt: str) -> None:
        """Go on at the very beat at which an attempt was left, with the time that was left."""
        from game.desktop.screens.course_file import open_talk
        from game.engine import begin

        one = self.course.take_up(attempt)
        if one is None:
            self.notice = "window.course.misfit"
            self.look()
            return
        play = begin(one.entry.scenario, one.persona, one.seed, rulebook=one.rulebook)
        open_talk(self.sitting, self.course, play, attempt, one.mode, one)

    def _look_back(self, attempt: str) -> None:
        past = self.course.past(attempt)
        if past is not None:
            from game.desktop.screens.course_after import CourseDebrief

            self.sitting.open(CourseDebrief(self.sitting, past, self.course))

    def _go_out(self) -> None:
        from game.desktop.screens.course_entry import Entry

        self.course.go_out()
        first = Entry(self.sitting, self.course.programme.course.title)
        first.stage = "opening"
        self.sitting.flow.home([first])

    # The time

    def look(self) -> bool:
        """Look through the tasks anew; return whether anything is another."""
        self._looked = self.sitting.now
        before, self.tasks = self.tasks, self.course.assignments()
        if self.tasks == before:
            return False
        seen = [ended.attempt for one in self.tasks if one.debrief.now for ended in one.ended[-SHOWN:]]
        found = {attempt: self._score(attempt) for attempt in seen}
        self.scores = {attempt: score for attempt, score in found.items() if score is not None}
        return True

    def _score(self, attempt: str) -> "Score | None":
        from game.engine import score

        if attempt in self.scores:
            return self.scores[attempt]
        past = self.course.past(attempt)
        return None if past is None else score(past.play, self.course.programme.course.weights)

    def update(self, now: float) -> bool:
        """Look through the tasks now and then."""
        return now >= self._looked + FRESH and self.look()

    def due(self, now: float) -> float:
        """Return when the tasks are looked through again."""
        return self._looked + FRESH


def to_list(sitting: "Sitting") -> None:
    """Go back to the assigned list, which is as it stands by now."""
    stack = sitting.flow.stack
    at = next(at for at, screen in enumerate(stack) if isinstance(screen, CourseScreen))
    found = stack[at]
    assert isinstance(found, CourseScreen)
    found.look()
    sitting.flow.home(stack[: at + 1])


def tell(sitting: "Sitting", notice: str) -> None:
    """Have something told on the assigned list, by the key of its words."""
    for screen in sitting.flow.stack:
        if isinstance(screen, CourseScreen):
            screen.notice = notice
