"""What follows a talk of a course: three questions, then the debrief, or the page that says when that may be seen."""

from pathlib import Path
from typing import TYPE_CHECKING

from game.desktop.frame import Frame
from game.desktop.screen import Still
from game.desktop.screens.common import Back, usual
from game.desktop.screens.debrief import DebriefScreen, OnceMore, ReplayFrom, ToLibrary
from game.desktop.screens.meeting import Face
from game.desktop.screens.questions import Done, Questions, Skip
from game.desktop.screens.signs import marked
from game.desktop.theme import BODY, HEADING
from game.desktop.widgets import Column, Limit, Pad, Panel, Row, Scroll, Text, Widget, Wrap, button
from game.i18n import capital
from game.report import assigned

if TYPE_CHECKING:
    from game.course.assignments import Assignment, Opening
    from game.course.attempt import Answers
    from game.desktop.sitting import Sitting
    from game.engine import Play
    from game.session import Enrolled, Mode, Past


class CourseQuestions(Questions):
    """The three questions after a talk of a course; then it is handed in."""

    def __init__(self, sitting: "Sitting", play: "Play", attempt: str, mode: "Mode", course: "Enrolled") -> None:
        super().__init__(sitting, play, attempt, mode)
        self.course = course
        self.opening = course.debrief(attempt)

    def _ways(self) -> Widget:
        if self.opening.now:
            return super()._ways()
        words = self.sitting.words
        on = button("done", words("window.course.hand_in"), Done(), kind="main", icon="check")
        skip = button("skip", words("window.course.skip"), Skip(), kind="quiet")
        return Pad(Wrap([on, skip], 12), 0, 4)

    def _go_on(self, answers: "Answers | None") -> None:
        """Keep the answers, if there are any, hand the attempt in, and open the debrief, or say when it opens."""
        notebook, attempt = self.sitting.session.notebook, self.attempt
        if answers is not None:
            notebook.answer(attempt, answers.turning_point, answers.guess, answers.next_time)
        path, past = self.course.hand_in(attempt), self.course.past(attempt)
        if past is None:
            self.sitting.replace(Kept(self.sitting, self.play, self.course, attempt, path))
            return
        if path is None:
            from game.desktop.screens.course import tell

            tell(self.sitting, "window.course.no_file")
        self.sitting.replace(CourseDebrief(self.sitting, past, self.course))


class ToList:
    """Go back to the assigned list."""


class Kept(Still):
    """Says that an attempt is handed in, where its file is, and when there will be more to see."""

    name = "kept"

    def __init__(self, sitting: "Sitting", play: "Play", course: "Enrolled", attempt: str, path: Path | None) -> None:
        self.sitting = sitting
        self.play = play
        self.course = course
        self.path = path
        self.opening: Opening = course.debrief(attempt)
        self.assignment: Assignment | None = next(
            (one for one in course.assignments() if any(ended.attempt == attempt for ended in one.ended)), None
        )

    def view(self, frame: Frame) -> Widget:
        """Return what is said, and the way back."""
        words, customer = self.sitting.words, self.play.case.customer
        title = Text(words("window.course.kept"), HEADING, bold=True, role="heading")
        about = Text(words("window.course.kept_about", name=customer.name), BODY)
        face = Face(customer.portrait, self.play.standing.heat, 84)
        head = Row([face, Column([title, about], 8)], [None, 1.0], 20)
        lines = [marked("eye", "accent", capital(assigned.opening(words, self.opening)), size=BODY)]
        if self.assignment is not None and self.assignment.left:
            told = assigned.told(words, self.course.programme, self.assignment)
            lines.append(marked("replay", "accent", capital(told.attempts), size=BODY))
        if self.path is not None:
            lines.append(marked("check", "good", words("window.course.file", path=f"{self.path}"), size=BODY))
        else:
            lines.append(marked("warning", "warn", words("window.course.no_file"), size=BODY))
        on = button("list", words("window.course.to_tasks"), ToList(), kind="main", icon="list")
        panel = Panel(Column([head, Column(lines, 10), Wrap([on], 10)], 20), 28, 24, radius=14)
        return Scroll("kept", Pad(Limit(panel, 720, middle=True), 24, 24))

    def hear(self, message: object) -> None:
        """Go back to the list."""
        match message:
            case ToList() | Back():
                _to_list(self.sitting)
            case _:
                usual(self.sitting, message)

    def home(self) -> str:
        """Return that the way back is what one goes to first."""
        return "list"

    def shortcuts(self) -> dict[str, object]:
        """Return the key that goes back."""
        return {"escape": Back()}


class CourseDebrief(DebriefScreen):
    """The debrief of a talk of a course, by the course's weights. A talk is not taken up again from one of its turns:
    what counts is talked from the first word to the last."""

    others = "window.course.to_tasks"

    def __init__(self, sitting: "Sitting", past: "Past", course: "Enrolled") -> None:
        self.course = course
        self.weights = course.programme.course.weights
        super().__init__(sitting, past.play, past.attempt, past.mode, past.answers, past=past)
        made = course.assignments()
        self.assignment = next((one for one in made if any(ended.attempt == past.attempt for ended in one.ended)), None)
        self.again = self.assignment is not None and self.assignment.state == "open"

    @property
    def practice(self) -> bool:
        """That no turn can be taken up again."""
        return False

    def hear(self, message: object) -> None:
        """Take in what was pressed; every way out leads to the list."""
        match message:
            case Back() | ToLibrary():
                _to_list(self.sitting)
            case OnceMore():
                self._once_more()
            case ReplayFrom():
                pass
            case _:
                super().hear(message)

    def _once_more(self) -> None:
        """Open the customer's file again, where there is another attempt."""
        from game.desktop.screens.course_file import CourseFile

        _to_list(self.sitting)
        if self.again and self.assignment is not None:
            self.sitting.open(CourseFile(self.sitting, self.course, self.assignment))


def _to_list(sitting: "Sitting") -> None:
    from game.desktop.screens.course import to_list

    to_list(sitting)
