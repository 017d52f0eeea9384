"""The talk before a room full of people: responses lettered, hands counted, what changed told when it is asked for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from game.desktop.conversation import Conversation
from game.desktop.frame import Frame
from game.desktop.screens.talk import Talk
from game.scenario import SILENCE

if TYPE_CHECKING:
    from game.desktop.sitting import Sitting
    from game.desktop.widgets import Widget
    from game.engine import Choice
    from game.session import Entry

LETTERS: Final = "abcdef"
"""A beat has six responses at most."""
MOST: Final = 999
"""So many hands go up at most."""


@dataclass(frozen=True, slots=True)
class Choose:
    """Have a response in hand: digits count the hands for it, and it can be said."""

    id: str


@dataclass(frozen=True, slots=True)
class Hand:
    """Count so many hands more for a response, or fewer."""

    id: str
    by: int


@dataclass(frozen=True, slots=True)
class Digit:
    """Type a digit of the count."""

    digit: int


@dataclass(frozen=True, slots=True)
class Rub:
    """Take back the last digit of the count."""


@dataclass(frozen=True, slots=True)
class Say:
    """Say the response that is in hand."""


@dataclass(frozen=True, slots=True)
class Reveal:
    """Show what the response changed, and why."""


@dataclass(frozen=True, slots=True)
class Pause:
    """Stop for a while, or go on."""


@dataclass(frozen=True, slots=True)
class StepBack:
    """Take the last response back, to try the other way."""


class Room(Talk):
    """A talk that a whole room has. Patience never runs: people have to talk with each other first.

    `counted` are the hands of each turn, by response; `chosen` is the response in hand, `signs` are the letters that
    the last responses had, `revealed` says that what followed is shown, `paused` that the room talks. `tried` are the
    responses of each turn that were taken back.
    """

    name = "room"
    log_key = "l"  # b is a response

    def __init__(
        self, sitting: "Sitting", talk: Conversation, entry: "Entry", members: Sequence[str] = (),
        counted: Mapping[int, dict[str, int]] | None = None,
    ) -> None:  # fmt: skip
        self.entry = entry
        self.members = tuple(members)
        self.counted: dict[int, dict[str, int]] = {turn: dict(hands) for turn, hands in (counted or {}).items()}
        self.tried: dict[int, frozenset[str]] = {}
        self.chosen: str | None = None
        self.signs: dict[str, str] = {}
        self.paused = False
        self.revealed = False
        self._typing = False
        super().__init__(sitting, talk)

    # What is seen

    @property
    def turn(self) -> int:
        """The number of the turn that is being chosen, or was last."""
        return len(self.talk.log) + (self.stage in ("saying", "choosing"))

    @property
    def lettered(self) -> "list[tuple[str, Choice]]":
        """What is on offer, in the file's order, which is the same in every room, each with its letter."""
        offered = [choice for choice in self.talk.moment.offered if choice.id != SILENCE]
        return list(zip(LETTERS.upper(), offered, strict=False))

    @property
    def hands(self) -> dict[str, int]:
        """The hands that were counted for each response of this turn."""
        return self.counted.setdefault(self.turn, {})

    @property
    def covered(self) -> bool:
        """Whether something stands in front of the talk."""
        return self.paused or super().covered

    def view(self, frame: Frame) -> "Widget":
        """Return the talk as it is now."""
        from game.desktop.screens.room_view import room_view

        return room_view(self, frame)

    # What is heard

    def hear(self, message: object) -> None:
        """Take in what was pressed."""
        typing, self._typing = self._typing, False
        match message:
            case Choose(id_) if self.stage == "choosing":
                self.chosen = id_
            case Hand(id_, by) if self.stage == "choosing":
                self._count(id_, self.hands.get(id_, 0) + by)
            case Digit(digit) if self.chosen is not None and self.stage == "choosing":
                self._count(self.chosen, (10 * self.hands.get(self.chosen, 0) if typing else 0) + digit)
                self._typing = True
            case Rub() if self.chosen is not None and self.stage == "choosing":
                self._count(self.chosen, self.hands.get(self.chosen, 0) // 10)
                self._typing = True
            case Say() if self.stage == "choosing" and self.chosen is not None and not self.covered:
                self._pick(self.chosen)
            case Reveal():
                self.revealed = self.stage == "answering"
            case Pause():
                self._pause()
            case StepBack() if not self.covered:
                self._step_back()
            case _:
                super().hear(message)

    def _count(self, response: str, hands: int) -> None:
        """Let so many hands be counted for a response; they are kept at once."""
        self.chosen = response
        self.hands[response] = max(0, min(MOST, hands))
        self.sitting.session.notebook.hands(self.talk.attempt, self.turn, self.hands)

    def _pick(self, response: str, *, too_late: bool = False) -> None:
        self.signs = {choice.id: sign for sign, choice in self.lettered} | ({SILENCE: "S"} if self.talk.silence else {})
        if any(self.hands.values()):  # what was counted before a step back holds for the new attempt too
            self.sitting.session.notebook.hands(self.talk.attempt, self.turn, self.hands)
        super()._pick(response, too_late=too_late)
        self.chosen, self.revealed = None, False

    def _pause(self) -> None:
        """Let the room talk: nothing is counted as time that was thought."""
        self.paused = not self.paused
        if self.paused:
            self.talk.hold()
        elif self.stage == "choosing":
            self._listen()

    def _back(self) -> None:
        if self.paused:
            self._pause()
        else:
            super()._back()

    def _step_back(self) -> None:
        """Take the last response back. What was said so far stays kept; from here on it is another attempt."""
        from game.desktop.again import again

        said = len(self.talk.log)
        if not said:
            return
        if not self.talk.over:
            self.sitting.session.notebook.abandon(self.talk.attempt)
        members, counted = self.members, {turn: hands for turn, hands in self.counted.items() if turn <= said}
        back = self.tried.get(said, frozenset()) | {self.talk.play.picks[-1]}
        self.tried = {turn: ids for turn, ids in self.tried.items() if turn < said} | {said: back}
        self.talk = again(
            self.sitting, self.entry, self.talk.play, said - 1, patience=0, members=members, hands=counted
        )
        self.counted, self.chosen, self.exchange = counted, None, None
        self._to("saying")
        self.since = float("-inf")  # everybody has heard these words
        self._tick()

    def _listen(self) -> None:
        """Count the time from now; no patience runs."""
        if not self.paused:
            self.talk.ask()

    def _finish(self) -> None:
        from game.desktop.screens.questions import Questions

        asked = Questions(self.sitting, self.talk.play, self.talk.attempt, self.talk.mode)
        asked.about = "window.room.questions"
        self.sitting.replace(asked)

    def home(self) -> str:
        """Return what the keyboard is at: the way to say what is in hand, so that Enter does it."""
        if self.paused:
            return "resume"
        if self.stage == "choosing" and not self.covered:
            return "say-it"
        return "reveal" if self.stage == "answering" and not self.revealed else super().home()

    def shortcuts(self) -> Mapping[str, object]:
        """Return the keys: a letter has a response in hand, digits count its hands, Enter says it; p stops for a
        while, r shows what changed, z takes the last response back."""
        from game.desktop.screens.talk import Toggle

        keys = {key: message for key, message in super().shortcuts().items() if not key.isdecimal() and key != "b"}
        keys |= {self.log_key: Toggle("log"), "p": Pause(), "z": StepBack()}
        if self.stage == "answering":
            keys["r"] = Reveal()
        if self.stage == "choosing":
            keys |= {letter.lower(): Choose(choice.id) for letter, choice in self.lettered}
            keys |= {"s": Choose(SILENCE)} if self.talk.silence else {}
            keys |= {f"{digit}": Digit(digit) for digit in range(10)} | {"backspace": Rub()}
        return keys


def meet_in_room(sitting: "Sitting", entry: "Entry", persona: str | None, members: Sequence[str]) -> Room:
    """Return the talk of a room with a customer, kept as a new attempt. Raises `StoreTrouble`."""
    from game.engine import begin

    session, seed = sitting.session, sitting.session.fresh_seed()
    play = begin(entry.scenario, persona, seed, rulebook=session.rulebook)
    attempt = session.notebook.begin(
        entry, persona, "practice", sitting.language, seed, session.trainee, members=tuple(members)
    )  # fmt: skip
    talk = Conversation(play, attempt, "practice", session.notebook, sitting.clock, patience=0)
    return Room(sitting, talk, entry, members)
