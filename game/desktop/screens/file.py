"""The customer's file: the case, who it is today, where each expectation comes from, what earlier talks have taught."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from game.desktop.frame import Frame
from game.desktop.screen import Still
from game.desktop.screens.common import Back, usual
from game.desktop.screens.past import Before
from game.desktop.screens.trouble import meet
from game.report.casefile import Earlier, earlier, proposal
from game.scenario import BASE_IDS

if TYPE_CHECKING:
    from game.desktop.sitting import Sitting
    from game.desktop.widgets import Widget
    from game.scenario import Persona
    from game.session import Entry, Mode

MODES: Final[tuple["Mode", ...]] = ("practice", "exam")
WRITTEN: Final = "base"
"""What the customer as written is called where every customer has an id."""


@dataclass(frozen=True, slots=True)
class Who:
    """Meet this persona, "base" for the customer as written."""

    persona: str


@dataclass(frozen=True, slots=True)
class How:
    """Talk in this mode."""

    mode: "Mode"


@dataclass(frozen=True, slots=True)
class Begin:
    """Begin the talk."""


class File(Still):
    """The file of one customer. What the command line asked for is chosen already."""

    name = "file"
    modes: tuple["Mode", ...] = MODES
    """How one may talk."""
    time = ""
    """How long the talk may take, in words; "" for as long as one likes."""
    about = "file.mode_about"
    """What is said of each way to talk."""

    def __init__(self, sitting: "Sitting", entry: "Entry") -> None:
        self.sitting = sitting
        self.entry = entry
        self.scenario = entry.scenario
        session = sitting.session
        known = {*BASE_IDS, *(persona.id for persona in self.scenario.personas if persona.id is not None)}
        self.chosen: str | None = session.persona if session.persona in known else None
        """Who was chosen, None until the trainee or the command line has."""
        self.mode: Mode = session.mode or "practice"
        if session.room:
            self.modes = ("practice",)
        self.before = Before(sitting)
        self._earlier: dict[str, Earlier] = {}

    # What is seen

    @property
    def persona(self) -> "Persona":
        """Who is met: the one that was chosen, else the one who comes back, else the customer as written."""
        if self.chosen is not None:
            return self.scenario.persona(self.chosen)
        return self.proposed or self.scenario.personas[0]

    @property
    def personas(self) -> "tuple[Persona, ...]":
        """Who may come."""
        return self.scenario.personas

    @property
    def proposed(self) -> "Persona | None":
        """Who comes back after the last talk with this customer, if this case follows another."""
        return proposal(self.scenario, self.earlier.before)

    @property
    def earlier(self) -> Earlier:
        """What earlier talks have taught."""
        language = self.sitting.language
        if language not in self._earlier:
            follows = None if self.scenario.follows is None else self.scenario.follows.scenario
            shelf = (one.scenario for one in self.sitting.session.library if one.scenario.id == follows)
            title = next((one.title.told(language) for one in shelf), "")
            self._earlier[language] = earlier(self.sitting.words, self.scenario, self.before.plays, title)
        return self._earlier[language]

    def view(self, frame: Frame) -> "Widget":
        """Return the file as it is now."""
        from game.desktop.screens.file_view import file_view

        return file_view(self, frame)

    def home(self) -> str:
        """Return that the way on is what one goes to first."""
        return "start"

    def shortcuts(self) -> Mapping[str, object]:
        """Return the keys: Esc goes back, numbers choose who comes."""
        keys: dict[str, object] = {"escape": Back()}
        personas = self.personas
        if len(personas) > 1:
            keys |= {f"{number}": Who(one.id or WRITTEN) for number, one in enumerate(personas[:9], start=1)}
        return keys

    # What is heard

    def hear(self, message: object) -> None:
        """Take in what was pressed."""
        match message:
            case Who(persona):
                self.chosen = persona
            case How(mode):
                self.mode = mode
            case Begin():
                self._begin()
            case _:
                self.before.away()
                usual(self.sitting, message)

    def _begin(self) -> None:
        """Keep a new attempt, and open the talk."""
        from game.desktop.conversation import Conversation
        from game.desktop.screens.talk import Talk
        from game.engine import begin

        sitting, session, persona = self.sitting, self.sitting.session, self.persona
        if session.room:
            self._in_a_room(persona)
            return
        seed = session.fresh_seed()
        play = begin(self.scenario, persona.id, seed, rulebook=session.rulebook)
        try:
            attempt = session.notebook.begin(self.entry, persona.id, self.mode, sitting.language, seed, session.trainee)
        except Exception as trouble:
            if not meet(sitting, trouble):
                raise
            return
        self.before.away()
        waits = sitting.settings.waits
        talk = Conversation(play, attempt, self.mode, session.notebook, sitting.clock, patience=waits)
        sitting.open(Talk(sitting, talk))

    def _in_a_room(self, persona: "Persona") -> None:
        """Ask who is in the room; the talk begins there."""
        from game.desktop.screens.group import Group

        self.before.away()
        self.sitting.open(Group(self.sitting, self.entry, persona.id))

    # The time

    def update(self, now: float) -> bool:
        """Take in what was done before, whenever the trainee comes back."""
        if not self.before.update():
            return False
        self._earlier.clear()
        return True
