"""The first screen: who plays, what was left unfinished, the first walk, the way in. Meanwhile the session opens."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from game.desktop.frame import Frame
from game.desktop.screens.common import Back
from game.desktop.screens.first import First, Noted, Speak
from game.desktop.widgets.field import Typed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.desktop.conversation import Conversation
    from game.desktop.errands import Errand
    from game.desktop.screens.talk import Talk
    from game.desktop.sitting import Sitting
    from game.desktop.widgets import Widget
    from game.session import Session, Unfinished

LONGEST_NAME: Final = 40


@dataclass(frozen=True, slots=True)
class Begin:
    """Go in, to the customers."""


@dataclass(frozen=True, slots=True)
class Walk:
    """Take the first walk."""


@dataclass(frozen=True, slots=True)
class GoOnWith:
    """Go on with what was left unfinished."""

    attempt: str


@dataclass(frozen=True, slots=True)
class PutAside:
    """Put aside what was left unfinished; `sure` says that the trainee has been asked."""

    attempt: str
    sure: bool = False


class Start(First):
    """The first screen."""

    name = "start"

    def __init__(self, sitting: "Sitting") -> None:
        super().__init__(sitting)
        self.trainee = sitting.settings.trainee
        self.waiting: Sequence[Unfinished] = ()
        self.misfit = False
        self.asked_aside = ""
        self._looking: Errand[Sequence[Unfinished]] | None = None
        self._away = sitting.opened is not None

    # What is seen

    @property
    def unfinished(self) -> "tuple[Unfinished, ...]":
        """What whoever is named in the field left unfinished, newest first; without a name, what anyone did."""
        name = self.trainee.strip()
        return tuple(one for one in self.waiting if not name or name in one.members or one.trainee in ("", name))

    def is_room(self, one: "Unfinished") -> bool:
        """Return whether an attempt is a room's: it was, or this is one now, and practises."""
        return bool(one.members or one.hands or (self.sitting.session.room and one.mode == "practice"))

    def view(self, frame: Frame) -> "Widget":
        """Return the screen as it is now."""
        from game.desktop.screens.start_view import start_view

        return start_view(self, frame)

    def shortcuts(self) -> Mapping[str, object]:
        """Return the keys: Esc closes the question that is open."""
        return {"escape": Back()} if self.asked_aside else {}

    def home(self) -> str:
        """Return where the keyboard is: what was left unfinished, the way in, or the question that is open."""
        if self.asked_aside:
            return "keep"
        if self.trouble is not None:
            return "again"
        if self.unfinished:
            return f"go-on.{self.unfinished[0].attempt}"
        return "begin" if self.sitting.settings.toured else "walk"

    # What is heard

    def hear(self, message: object) -> None:
        """Take in what was pressed or typed."""
        from game.desktop.screens.trouble import Quit, TryAgain

        match message:
            case Typed("name", text):
                self.trainee = text
            case Begin():
                self._go_in()
            case Walk():
                self._walk()
            case GoOnWith(attempt):
                self._go_on_with(attempt)
            case PutAside(attempt, sure):
                self._put_aside(attempt, sure=sure)
            case Back():
                self.asked_aside = ""
            case Speak() | Noted() | TryAgain() | Quit():
                super().hear(message)
            case _:
                self._away = self._away or self.sitting.opened is not None
                super().hear(message)

    def _walk(self) -> None:
        from game.desktop.screens.tour import Tour

        self._sign()
        self._away = True
        self.sitting.open(Tour(self.sitting))

    def _go_in(self) -> None:
        if self.sitting.opened is None:
            self.going = self.trouble is None
            return
        from game.desktop.screens.library import Library

        self._sign()
        self._away, chosen = True, self.sitting.session.chosen
        self.sitting.open(Library(self.sitting))
        if chosen is not None:
            from game.desktop.screens.file import File

            self.sitting.open(File(self.sitting, chosen))

    def _sign(self) -> None:
        """Let all that follows be done in the trainee's name, and remember it."""
        name = self.trainee.strip()
        if name != self.sitting.settings.trainee:
            self.sitting.change(trainee=name)
        if self.sitting.opened is not None:
            self.sitting.opened = replace(self.sitting.opened, trainee=name)
            self.sitting.opened.notebook.trainee = name

    def _go_on_with(self, attempt: str) -> None:
        """Go on at the very beat at which an attempt was left."""
        one = next((one for one in self.waiting if one.attempt == attempt), None)
        if one is None or self.sitting.opened is None:
            return
        from game.desktop.screens.library import Library
        from game.engine import NotOffered

        self.misfit = False
        if one.trainee:
            self.trainee = one.trainee
        self._sign()
        try:
            talk = self._resumed(one)
        except NotOffered:
            self.misfit = True
            return
        self._away = True
        self.sitting.flow.home([self, Library(self.sitting), self._screen(one, talk)])

    def _screen(self, one: "Unfinished", talk: "Conversation") -> "Talk":
        """Return the screen for a talk that is gone on with: what a room began, a room goes on with."""
        from game.desktop.screens.room import Room
        from game.desktop.screens.talk import Talk

        if not self.is_room(one):
            return Talk(self.sitting, talk)
        self.sitting.members = one.members
        return Room(self.sitting, talk, one.entry, one.members, one.hands)

    def _resumed(self, one: "Unfinished") -> "Conversation":
        from game.desktop.conversation import Conversation
        from game.engine import begin

        notebook = self.sitting.session.notebook
        play = begin(one.entry.scenario, one.persona, one.seed, rulebook=one.rulebook)
        waits = 0 if self.is_room(one) else self.sitting.settings.waits
        talk = Conversation(
            play, one.attempt, one.mode, notebook, self.sitting.clock, patience=waits, left=one.left
        )  # fmt: skip
        talk.catch_up(one.picks)
        if talk.over:
            notebook.end(one.attempt)
        return talk

    def _put_aside(self, attempt: str, *, sure: bool) -> None:
        if not sure:
            self.asked_aside = attempt
            return
        self.sitting.session.notebook.abandon(attempt)
        self.waiting = tuple(one for one in self.waiting if one.attempt != attempt)
        self.asked_aside = ""

    # The time

    def update(self, now: float) -> bool:
        """Dress the screen, then open the session, then look for what was left unfinished; each when the one before is
        done."""
        if self.stage != "opening":
            return super().update(now)
        if self._away and self._looking is None and self.sitting.opened is not None:
            self._look()
        return super().update(now) or self._looked()

    def _look(self) -> None:
        self._away = False
        notebook = self.sitting.session.notebook
        notebook.trainee = ""  # the name in the field says whose are shown
        self._looking = self.sitting.errands.send(notebook.unfinished)

    def _take_in(self, session: "Session") -> None:
        self.trainee = self.trainee or session.trainee
        self._look()

    def _looked(self) -> bool:
        """Take in what was left unfinished, once it has been looked for."""
        errand = self._looking
        if errand is None or not errand.done:
            return False
        self._looking = None
        self.trouble = errand.trouble
        self.waiting = errand.result or ()
        return True

    def due(self, now: float) -> float:
        """Return at once also where what was left unfinished has to be looked for anew."""
        return now if self._away else super().due(now)
