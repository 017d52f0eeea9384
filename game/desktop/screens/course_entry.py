"""The first screen of a course: which one it is, and who comes in. Meanwhile the session opens."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from game.desktop.frame import Frame
from game.desktop.screens.first import First
from game.desktop.widgets.field import Typed

if TYPE_CHECKING:
    from game.desktop.sitting import Sitting
    from game.desktop.widgets import Widget
    from game.scenario import Text
    from game.session import Enrolled, Session

WRONG_PIN: Final = "course.enter.pin"


@dataclass(frozen=True, slots=True)
class ComeIn:
    """Come in as whoever stands in the fields."""


class Entry(First):
    """The way into a course. `typed` is what stands in the fields, `problem` the key of what is wrong with it, about
    whom `refused` is."""

    name = "entry"

    def __init__(self, sitting: "Sitting", title: "Text") -> None:
        super().__init__(sitting)
        self.title = title
        self.typed = {"who": "", "pin": ""}
        self.problem = ""
        self.refused = ""
        self.known = False
        """Whether it has been said already who comes, so that only the PIN is asked for."""

    # What is seen

    @property
    def course(self) -> "Enrolled | None":
        """The course, once the session is open."""
        return None if self.sitting.opened is None else self.sitting.opened.course

    @property
    def listed(self) -> bool:
        """Whether there is a roster, of which an id is asked for rather than a name."""
        return self.course is not None and self.course.programme.roster is not None

    @property
    def locked(self) -> bool:
        """Whether somebody on the roster has a PIN."""
        return self.course is not None and any(one.pin for one in self.course.programme.roster or ())

    def view(self, frame: Frame) -> "Widget":
        """Return the screen as it is now."""
        from game.desktop.screens.course_entry_view import entry_view

        return entry_view(self, frame)

    def home(self) -> str:
        """Return where the keyboard is: what has to be written, or written anew."""
        if self.trouble is not None:
            return "again"
        return "pin" if self.known or self.problem == WRONG_PIN else "who"

    # What is heard

    def hear(self, message: object) -> None:
        """Take in what was pressed or typed."""
        match message:
            case Typed(key, text) if key in self.typed:
                self.typed[key] = text
                self.problem = ""
            case ComeIn():
                self._go_in()
            case _:
                super().hear(message)

    def _go_in(self) -> None:
        course, session = self.course, self.sitting.opened
        if course is None or session is None:
            self.going = self.trouble is None
            return
        who = self.typed["who"].strip()
        self.problem, self.refused = course.enter(who, self.typed["pin"]), who
        self.typed["pin"] = ""
        if self.problem:
            return
        from game.desktop.screens.course import CourseScreen

        self.typed["who"], self.known = "", False
        self.sitting.opened = replace(session, trainee=course.trainee)
        self.sitting.open(CourseScreen(self.sitting, course))

    def _take_in(self, session: "Session") -> None:
        """Who is known already comes in at once."""
        if session.course is not None:
            self._expect(session.trainee, session.course)

    def _expect(self, who: str, course: "Enrolled") -> None:
        """Let whoever is said to come in, or ask for nothing but their PIN."""
        if not who or self.typed["who"]:
            return
        self.typed["who"], self.known = who, course.pin_asked(who)
        if not self.known:
            self._go_in()
