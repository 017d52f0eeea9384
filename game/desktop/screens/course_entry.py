"""The first screen of a course: which one it is, and who comes in. Meanwhile the session opens."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Literal

from game.desktop.frame import Frame
from game.desktop.screen import Still
from game.desktop.screens.common import usual
from game.desktop.widgets.field import Typed

if TYPE_CHECKING:
    from game.desktop.errands import Errand
    from game.desktop.sitting import Sitting
    from game.desktop.widgets import Widget
    from game.scenario import Text
    from game.session import Enrolled, Session

Stage = Literal["bare", "dressed", "opening"]
"""The first frame has only what can be pressed; the second is dressed with people; then the session is opened."""
WRONG_PIN: Final = "course.enter.pin"


@dataclass(frozen=True, slots=True)
class ComeIn:
    """Come in as whoever stands in the fields."""


class Entry(Still):
    """The way into a course. `typed` is what stands in the fields, `problem` the key of what is wrong with it, about
    whom `refused` is."""

    name = "entry"

    def __init__(self, sitting: "Sitting", title: "Text") -> None:
        self.sitting = sitting
        self.title = title
        self.typed = {"who": "", "pin": ""}
        self.problem = ""
        self.refused = ""
        self.known = False
        """Whether it has been said already who comes, so that only the PIN is asked for."""
        self.notices: tuple[str, ...] = ()
        self.trouble: Exception | None = None
        self.going = False
        """The trainee wants to come in, and waits for the session."""
        self.stage: Stage = "bare"
        self.since = sitting.now
        self._fetching: Errand[Session] | None = None

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
        from game.desktop.screens.start import Noted, Speak
        from game.desktop.screens.trouble import Quit, TryAgain

        match message:
            case Typed(key, text) if key in self.typed:
                self.typed[key] = text
                self.problem = ""
            case ComeIn():
                self._come_in()
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

    def _come_in(self) -> None:
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

    # The time

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
        """Take in the session, once it is there, or why it is not; who is known already comes in at once."""
        errand = self._fetching
        if errand is None or not errand.done:
            return False
        self._fetching = None
        self.trouble = errand.trouble
        going, self.going = self.going, False
        if errand.result is not None and errand.result.course is not None:
            self.sitting.opened = errand.result
            self.notices = errand.result.notices
            self._expect(errand.result.trainee, errand.result.course)
            if going:
                self._come_in()
        return True

    def _expect(self, who: str, course: "Enrolled") -> None:
        """Let whoever is said to come in, or ask for nothing but their PIN."""
        if not who or self.typed["who"]:
            return
        self.typed["who"], self.known = who, course.pin_asked(who)
        if not self.known:
            self._come_in()

    def due(self, now: float) -> float:
        """Return at once until the session is being opened: from then on it is the errands that wake the window."""
        return now if self.stage != "opening" else float("inf")
