"""Three questions before the debrief: where it turned, what score the trainee would give, what to say next time."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from game.course.attempt import Answers
from game.desktop.frame import Frame
from game.desktop.screen import Still
from game.desktop.screens.common import Back, page, top_bar, usual
from game.desktop.theme import BODY, HEADING, SMALL
from game.desktop.widgets import Column, Field, Pad, Panel, Picture, Row, Text, Widget, Wrap, button
from game.desktop.widgets.field import Typed
from game.desktop.widgets.slider import Slider

if TYPE_CHECKING:
    from game.desktop.sitting import Sitting
    from game.engine import Play
    from game.session import Mode

MOST: Final = 300
"""So many letters an answer may have."""
BEST: Final = 100
STEP: Final = 10


@dataclass(frozen=True, slots=True)
class Guess:
    """Give oneself a score, None for none."""

    score: int | None


@dataclass(frozen=True, slots=True)
class Digit:
    """Type a digit of the score."""

    digit: int


@dataclass(frozen=True, slots=True)
class Rub:
    """Take back the last digit."""


@dataclass(frozen=True, slots=True)
class Done:
    """Go on to the debrief with what was answered."""


@dataclass(frozen=True, slots=True)
class Skip:
    """Go on to the debrief without an answer."""


class Questions(Still):
    """The three questions after a talk; each may be left empty."""

    name = "questions"
    about = "window.questions.about"
    """What is said of the answers before they are written."""

    def __init__(self, sitting: "Sitting", play: "Play", attempt: str, mode: "Mode") -> None:
        self.sitting = sitting
        self.play = play
        self.attempt = attempt
        self.mode: Mode = mode
        self.texts = {"turning_point": "", "next_time": ""}
        self.guess: int | None = None
        self._typing = False
        """Whether the next digit goes on with the score rather than beginning a new one."""

    @property
    def answers(self) -> Answers | None:
        """What was answered; None where all was left empty."""
        turning_point, next_time = (text.strip() for text in self.texts.values())
        said = Answers(turning_point, self.guess, next_time)
        return None if said.skipped else said

    # What is seen

    def view(self, frame: Frame) -> Widget:
        """Return the questions with what was answered so far."""
        words = self.sitting.words
        cards = [self._text(1, "turning_point"), self._score(frame), self._text(3, "next_time")]
        bar = top_bar(self.sitting, words("window.questions.title"), back=False)
        return page(bar, "questions", Column([self._head(frame), *cards, self._ways()], 11), most=860)

    def _head(self, frame: Frame) -> Widget:
        from game.desktop.drawings import expression, portrait

        words, customer = self.sitting.words, self.play.case.customer
        look = expression(self.play.standing.heat, None)
        face = Picture(
            portrait(customer.portrait, look), portrait(customer.portrait, look, dark=True), "", 80, shape=1
        )  # fmt: skip
        name = customer.name.told(words.language)
        lines = [
            Text(words("window.questions.talked", name=name), HEADING, bold=True),
            Text(words(self.about), BODY, "quiet"),
        ]
        return Row([face, Column(lines, 4)], [None, 1.0], 18)

    def _card(self, number: int, question: str, answer: Widget, *ways: Widget) -> Widget:
        """Return a question with its number and the place for its answer; `ways` stand at its right."""
        sign = Text(f"{number}", HEADING, "accent", bold=True, role=None)
        asked = Row([sign, Text(question, BODY, bold=True), *ways], [None, 1.0], 12)
        return Panel(Column([asked, answer], 8), 20, 12, radius=14)

    def _text(self, number: int, key: str) -> Widget:
        words = self.sitting.words
        question = words(f"window.questions.{key}")
        hint = words(f"window.questions.{key}_hint")
        return self._card(number, question, Field(key, self.texts[key], question, hint, lines=2, most=MOST))

    def _score(self, frame: Frame) -> Widget:
        words, guess = self.sitting.words, self.guess
        question = words("window.questions.guess")
        told = words("window.questions.no_guess") if guess is None else words("window.questions.guessed", score=guess)
        slider = Slider("guess", question, guess, told, Guess, self._strokes())
        number: Widget = Text("–" if guess is None else f"{guess}", 34, "accent", bold=True, align="centre", role=None)
        empty = button(
            "guess.empty", words("window.questions.empty"), Guess(None), size=SMALL, enabled=guess is not None
        )
        about = Text(words("window.questions.guess_about"), SMALL, "quiet")
        set_ = Row([number, slider], [0.1 if frame.wide else 0.22, 1.0], 16, "start")
        return self._card(2, question, Column([set_, about], 6), empty)

    def _strokes(self) -> Mapping[str, object]:
        """Return what the keys do on the score: arrows by one, pages by ten, digits write it."""
        now = self.guess
        by = {"left": -1, "down": -1, "right": 1, "up": 1, "page down": -STEP, "page up": STEP}
        start = BEST // 2 if now is None else now
        moves: dict[str, object] = {name: Guess(max(0, min(BEST, start + step))) for name, step in by.items()}
        moves |= {f"{digit}": Digit(digit) for digit in range(10)}
        return moves | {"home": Guess(0), "end": Guess(BEST), "backspace": Rub(), "delete": Guess(None)}

    def _ways(self) -> Widget:
        words = self.sitting.words
        on = button("done", words("window.questions.done"), Done(), kind="main", icon="eye")
        skip = button("skip", words("window.questions.skip"), Skip(), kind="quiet")
        return Pad(Wrap([on, skip], 12), 0, 4)

    def home(self) -> str:
        """Return that the first question has the focus."""
        return "turning_point"

    def shortcuts(self) -> Mapping[str, object]:
        """Return the way on: what was answered is kept."""
        return {"escape": Done()}

    # What is heard

    def hear(self, message: object) -> None:
        """Take in what was typed and pressed."""
        typing, self._typing = self._typing, False
        match message:
            case Typed(key, text) if key in self.texts:
                self.texts[key] = text
            case Guess(score):
                self.guess = score
            case Digit(digit):
                longer = (self.guess or 0) * 10 + digit
                self.guess, self._typing = (longer if typing and longer <= BEST else digit), True
            case Rub():
                shorter = (self.guess or 0) // 10
                self.guess, self._typing = shorter or None, bool(shorter)
            case Done() | Back():
                self._go_on(self.answers)
            case Skip():
                self._go_on(None)
            case _:
                usual(self.sitting, message)

    def _go_on(self, answers: Answers | None) -> None:
        """Keep the answers, if there are any, and open the debrief."""
        from game.desktop.screens.debrief import DebriefScreen

        if answers is not None:
            notebook = self.sitting.session.notebook
            notebook.answer(self.attempt, answers.turning_point, answers.guess, answers.next_time)
        self.sitting.replace(DebriefScreen(self.sitting, self.play, self.attempt, self.mode, answers))
