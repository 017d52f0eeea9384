"""The talk: a talk first, bookkeeping second. What is seen of it stands in `talk_view` and the files beside it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from game.desktop.conversation import Conversation, Exchange, Speaker
from game.desktop.frame import Frame
from game.desktop.screens.common import Back, OpenSettings, usual
from game.desktop.widgets.text import Appearing
from game.scenario import SILENCE

if TYPE_CHECKING:
    from game.desktop.sitting import Sitting
    from game.desktop.sound import Name
    from game.desktop.widgets import Widget

Stage = Literal["saying", "choosing", "answering", "ending"]
"""The customer speaks; the trainee chooses; the customer has answered, and what changed is told; the last words."""

SETTLING: Final = 0.25
"""For so many seconds after the words are there nothing is said yet: a second click or key was meant for the words."""


@dataclass(frozen=True, slots=True)
class Pick:
    """Say this response."""

    id: str


@dataclass(frozen=True, slots=True)
class GoOn:
    """Show all words that are still to appear; else go on to what comes next."""


@dataclass(frozen=True, slots=True)
class Toggle:
    """Show or hide a part of the screen: the whole picture beside the talk, or over it, or all that was said."""

    part: Literal["gauges", "over", "log"]


@dataclass(frozen=True, slots=True)
class OpenLesson:
    """Open the lesson card of a rule."""

    rule: str


@dataclass(frozen=True, slots=True)
class Leave:
    """Leave the talk, which is kept; `sure` says that the trainee has been asked."""

    sure: bool = False


class Talk:
    """One talk on the screen. `over`, `log` and `leaving` are what stands in front of it: the whole picture where
    there is no room beside the talk, all that was said, and the question whether to leave."""

    name = "talk"
    log_key = "b"
    """What shows all that was said."""
    look_back = "window.talk.look_back"
    ended = "window.talk.ended"
    leave_about = "window.talk.leave_about"
    """What the way on at the end is called, what is said there, and what is said to whom wants to leave before."""

    def __init__(self, sitting: "Sitting", talk: Conversation) -> None:
        self.sitting = sitting
        self.talk = talk
        self.stage: Stage = "ending" if talk.over else "saying"
        self.since = sitting.now
        self.exchange: Exchange | None = None
        self.over = False
        self.log = False
        self.leaving = False
        self.hurried = False
        """Whether it has been told that the patience runs out."""
        self._asked = float("-inf")
        self._tick()

    # What is said

    @property
    def speaker(self) -> Speaker:
        """Whoever speaks now, and how they look."""
        if self.stage == "answering" and self.exchange is not None:
            return self.exchange.speaker
        return self.talk.speaker()

    @property
    def scene(self) -> str | None:
        """Where that is."""
        if self.stage == "answering" and self.exchange is not None:
            return self.exchange.scene
        return self.talk.scene

    @property
    def scenes_ahead(self) -> tuple[str | None, ...]:
        """Where the talk goes on, or may after the next response."""
        known = (self.talk.scene, *self.talk.scenes_ahead)
        return tuple(dict.fromkeys(one for one in known if one != self.scene))

    @property
    def words_said(self) -> str:
        """What stands in the bubble now."""
        language = self.sitting.language
        if self.stage == "answering":
            reply = self.exchange.reply if self.exchange is not None else None
            return "" if reply is None else reply.told(language)
        says = self.talk.moment.says
        return "" if says is None else says.told(language)

    @property
    def appearing(self) -> Appearing:
        """The words in the bubble, as they appear."""
        return Appearing(self.words_said, self.since, self.sitting.settings.pace)

    @property
    def said(self) -> bool:
        """Whether all words are on the screen."""
        return self.sitting.now >= self.appearing.done_at

    def view(self, frame: Frame) -> "Widget":
        """Return the talk as it is now."""
        from game.desktop.screens.talk_view import talk_view

        return talk_view(self, frame)

    # What is heard

    def hear(self, message: object) -> None:
        """Take in what was pressed."""
        match message:
            case Pick(id_):
                if self.stage == "choosing" and not self.covered and self.sitting.now - self._asked >= SETTLING:
                    self._pick(id_)
            case GoOn():
                self._go_on()
            case Toggle(part):
                self._toggle(part)
            case OpenLesson(rule):
                self._lesson(rule)
            case Back():
                self._back()
            case Leave(sure=True):
                self.talk.leave()
                self._away()
            case Leave():
                self.leaving = False
            case OpenSettings():
                if not self.talk.exam:
                    self.talk.hold()
                usual(self.sitting, message)
            case _:
                usual(self.sitting, message)

    @property
    def covered(self) -> bool:
        """Whether something stands in front of the talk."""
        return self.over or self.log or self.leaving

    def _toggle(self, part: str) -> None:
        if part == "log":
            self.log = not self.log
        elif part == "over":
            self.over = not self.over
        else:
            self.sitting.change(gauges=not self.sitting.settings.gauges)

    def _back(self) -> None:
        """Close what is in front; else ask whether the trainee wants to leave."""
        if self.covered:
            self.over = self.log = self.leaving = False
        elif self.stage == "ending":
            self._finish()
        else:
            self.leaving = True

    def _away(self) -> None:
        self.sitting.back()

    def _lesson(self, rule: str) -> None:
        from game.desktop.screens.lesson import LessonCard

        if not self.talk.exam:
            self.sitting.open(LessonCard(self.sitting, self.talk.play.case.rulebook.rules[rule]))

    def _pick(self, response: str, *, too_late: bool = False) -> None:
        self.exchange = self.talk.pick(response, too_late=too_late)
        self._to("answering")
        self.sitting.sounds.play(self._sound(self.exchange), exam=self.talk.exam)
        if self.talk.exam and self.exchange.reply is None and not too_late:
            self._go_on()

    def _sound(self, exchange: Exchange) -> "Name":
        """Return what is heard after a pick: in an exam nothing that tells how it was taken."""
        if exchange.too_late:
            return "late"
        felt = exchange.turn.after.heat - exchange.turn.before.heat
        if self.talk.exam or not felt:
            return "pick"
        return "good" if felt < 0 else "bad"

    def _go_on(self) -> None:
        if not self.said:
            self.since = float("-inf")
            self._tick()
        elif self.stage == "answering":
            self._to("ending" if self.talk.over else "saying")
        elif self.stage == "ending":
            self._finish()

    def _to(self, stage: Stage) -> None:
        self.stage = stage
        self.since = self.sitting.now
        self.over = self.hurried = False
        if stage != "answering":  # what is heard at an answer is told by how it was taken
            self.sitting.sounds.play("end" if stage == "ending" else "reply", exam=self.talk.exam)
        self._tick()

    def _tick(self) -> bool:
        """Go on to choosing once all words are on the screen."""
        if self.stage == "saying" and self.said:
            self.stage = "choosing"
            self._asked = self.sitting.now
            self._listen()
            return True
        return False

    def _listen(self) -> None:
        """Let the patience run, as long as is set: again, too, where it was held."""
        self.talk.wait(self.sitting.settings.waits)
        self.talk.ask()

    def _finish(self) -> None:
        from game.desktop.screens.questions import Questions

        self.sitting.replace(Questions(self.sitting, self.talk.play, self.talk.attempt, self.talk.mode))

    # The time

    def update(self, now: float) -> bool:
        """Let words appear and patience run."""
        if self._tick():
            return True
        if self.stage != "choosing":
            return False
        self._listen()
        if self.talk.run_out():
            self.log = self.leaving = False
            self._pick(SILENCE, too_late=True)
            return True
        if self.talk.hurried and not self.hurried:
            self.hurried = True
            return True
        return False

    def due(self, now: float) -> float:
        """Return when the words are all there, or the patience has run out or is to be kept."""
        if self.stage == "saying":
            return self.appearing.done_at
        left = self.talk.left() if self.stage == "choosing" else None
        return float("inf") if left is None else now + min(left, 1.0)

    def home(self) -> str:
        """Return what the keyboard is at: the way on; where there is something to choose, the question, from which it
        is one step to the first response."""
        front = ("gauges.close", self.over), ("close", self.log), ("stay", self.leaving)
        return next((key for key, there in front if there), "ask" if self.stage == "choosing" else "go-on")

    def shortcuts(self) -> Mapping[str, object]:
        """Return the keys: numbers say the responses, g shows the whole picture, b what was said."""
        keys: dict[str, object] = {"escape": Back(), self.log_key: Toggle("log")}
        if not self.talk.exam:
            keys["g"] = Toggle("gauges")
        if self.stage == "choosing":
            shown = self.talk.moment.shown
            keys |= {f"{number}": Pick(choice.id) for number, choice in enumerate(shown, start=1)}
            if self.talk.silence:
                keys["s"] = Pick(SILENCE)
        elif not self.said:
            keys |= {"space": GoOn(), "return": GoOn()}
        return keys
