"""The file of a customer whom a course assigns: who comes and how one talks is settled, as far as the course says."""

from typing import TYPE_CHECKING

from game.desktop.screens.file import File
from game.desktop.screens.trouble import meet
from game.report.assigned import MINUTE, duration
from game.session import NotNow

if TYPE_CHECKING:
    from game.course.assignments import Assignment
    from game.desktop.sitting import Sitting
    from game.engine import Play
    from game.scenario import Persona
    from game.session import Enrolled, Mode, Unfinished


class CourseFile(File):
    """The file of an assigned customer."""

    about = "window.course.about"

    def __init__(self, sitting: "Sitting", course: "Enrolled", assignment: "Assignment") -> None:
        super().__init__(sitting, assignment.task)
        self.course = course
        self.assignment = assignment
        self.mode = assignment.task.mode
        self.modes = (self.mode,)
        self.chosen = assignment.task.persona

    @property
    def time(self) -> str:  # type: ignore[override]
        """How long the talk may take, in words."""
        minutes = self.assignment.minutes
        return "" if minutes is None else duration(self.sitting.words, minutes * MINUTE)

    @property
    def personas(self) -> "tuple[Persona, ...]":
        """Who may come: the one that is assigned, else any."""
        return self.scenario.personas if self.assignment.task.persona is None else (self.persona,)

    def _begin(self) -> None:
        """Keep a new attempt, and open the talk; where it may not be begun any more, go back to where that is said."""
        from game.desktop.screens.course import tell, to_list
        from game.engine import begin

        sitting, session, persona = self.sitting, self.sitting.session, self.persona
        seed = session.fresh_seed()
        play = begin(self.scenario, persona.id, seed, rulebook=session.rulebook)
        try:
            attempt = session.notebook.begin(
                self.assignment.task, persona.id, self.mode, sitting.language, seed, session.trainee
            )
        except NotNow:
            to_list(sitting)
            tell(sitting, "window.course.not_now")
            return
        except Exception as trouble:
            if not meet(sitting, trouble):
                raise
            return
        open_talk(sitting, self.course, play, attempt, self.mode)


def open_talk(
    sitting: "Sitting", course: "Enrolled", play: "Play", attempt: str, mode: "Mode",
    waiting: "Unfinished | None" = None,
) -> None:  # fmt: skip
    """Open the talk of an attempt that has been begun or taken up just now; `waiting` is what was kept of it."""
    from game.desktop.conversation import Conversation
    from game.desktop.screens.course_talk import CourseTalk

    session = sitting.session
    talk = Conversation(
        play, attempt, mode, session.notebook, sitting.clock, patience=sitting.settings.waits,
        left=None if waiting is None else waiting.left, stretch=course.times, time=course.limit(attempt),
    )  # fmt: skip
    talk.catch_up(() if waiting is None else waiting.picks)
    if talk.over:  # it was cut off between its last pick and its end
        session.notebook.end(attempt)
    screen = CourseTalk(sitting, talk, course)
    sitting.open(screen)
    screen.run_on(sitting.now)
