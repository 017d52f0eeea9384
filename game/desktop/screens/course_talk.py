"""A talk of a course: its time runs to the end whatever is looked at, and it leads to the questions and back to the
assigned list."""

from typing import TYPE_CHECKING

from game.course.assignments import LATE
from game.desktop.conversation import KEPT_EVERY, Conversation
from game.desktop.frame import Frame
from game.desktop.screens.talk import Talk

if TYPE_CHECKING:
    from game.desktop.screens.course_time import Remaining
    from game.desktop.sitting import Sitting
    from game.desktop.widgets import Widget
    from game.session import Enrolled


class CourseTalk(Talk):
    """One talk of a course. Where its time is limited, it runs from the first words on."""

    look_back = "window.course.finish"
    ended = "window.course.ended"

    def __init__(self, sitting: "Sitting", talk: Conversation, course: "Enrolled") -> None:
        self.course = course
        self._clock_stood: tuple[object, ...] = ()
        limited = talk.limit is not None and course.tells_time
        self.leave_about = "window.course.leave_time" if limited else "window.course.leave_about"
        super().__init__(sitting, talk)

    # The time for the attempt

    @property
    def time_told(self) -> float | None:
        """What is left of the time, in seconds, where that is told: the closing time alone is so only when it is
        near."""
        left = None if self.talk.over else self.talk.time_left
        return left if left is not None and (self.course.tells_time or left <= LATE) else None

    def run_on(self, now: float) -> bool:
        """Let the time run; return whether it has run out: then that is said, whatever stood in front."""
        if not self.talk.time_out():
            return False
        from game.desktop.screens.course_time import TimeUp

        self.over = self.log = self.leaving = False
        stack = self.sitting.flow.stack
        self.sitting.flow.home([*stack[: stack.index(self)], TimeUp(self.sitting, self.talk.play, self.ask)])
        return True

    def run_out(self, now: float) -> float:
        """Return when the time has run out, or is to be kept; and, where it is told, when the clock shows another."""
        left = self.talk.time_left
        if left is None or self.talk.over:
            return float("inf")
        return now + min(left, KEPT_EVERY, 1.0 if self.time_told is not None else KEPT_EVERY)

    def update(self, now: float) -> bool:
        """Let the time, the words and the patience run on."""
        if self.run_on(now):
            return True
        changed = super().update(now)
        stands = self._stands()
        stood, self._clock_stood = self._clock_stood, stands
        return changed or stands != stood

    def _stands(self) -> tuple[object, ...]:
        """Return what the clock shows and has said."""
        from game.desktop.screens.course_time import spoken, stands

        left = self.time_told
        return () if left is None else (stands(left), spoken(left))

    def due(self, now: float) -> float:
        """Return when there is something to do again."""
        return min(super().due(now), self.run_out(now))

    # What is seen and heard

    def view(self, frame: Frame) -> "Widget":
        """Return the talk as it is now, with the clock where there is one."""
        from game.desktop.screens.talk_view import talk_view

        clock = self._clock(frame)
        return talk_view(self, frame, tools=[] if clock is None else [clock])

    def _clock(self, frame: Frame) -> "Remaining | None":
        from game.desktop.screens.course_time import remaining

        left = self.time_told
        return None if left is None else remaining(self.sitting.words, left, frame)

    def hear(self, message: object) -> None:
        """Take in what was pressed, as long as there is time."""
        if not self.run_on(self.sitting.now):
            super().hear(message)

    def _away(self) -> None:
        from game.desktop.screens.course import to_list

        to_list(self.sitting)

    def _finish(self) -> None:
        self.ask()

    def ask(self) -> None:
        """Ask the three questions."""
        from game.desktop.screens.course_after import CourseQuestions

        talk = self.talk
        self.sitting.replace(CourseQuestions(self.sitting, talk.play, talk.attempt, talk.mode, self.course))
