"""Debriefs of two talks about the burst pipe, as tests open them."""

from collections.abc import Callable

from game.course.attempt import Answers
from game.desktop.screens.debrief import DebriefScreen
from game.desktop.sitting import Sitting
from game.engine import Play, begin, choose
from game.session import Mode
from tests.desktop.booth import SEED, Booth, shelf

LOST = ("straight-answer", "whose-pipe", "ten-minutes", "hard-to-say", "take-it-down", "no-rumours")
GOOD = (
    "beside-her", "ask-worst", "three-way", "honest-time", "speak-up", "assess", "call-early", "good-and-bad", "bear",
    "measured",
)  # fmt: skip
"""Two talks about the burst pipe: one in which the customer is lost, and the best there is."""
ANSWERS = Answers("When I asked whose pipe it is", 60, "I will ask what she is afraid of")


def ended(
    picks: tuple[str, ...] = LOST, mode: Mode = "practice", answers: Answers | None = ANSWERS
) -> Callable[[Sitting], DebriefScreen]:
    """The debrief of a talk that is kept in the store and has ended."""

    def make(sitting: Sitting) -> DebriefScreen:
        entry = next(entry for entry in shelf() if entry.scenario.id == "burst-pipe")
        notebook = sitting.session.notebook
        attempt = notebook.begin(entry, None, mode, sitting.language, SEED, "小李")
        play = begin(entry.scenario, None, SEED)
        for turn, pick in enumerate(picks, start=1):
            choose(play, pick)
            notebook.keep(attempt, turn, pick, 20_000)
        notebook.end(attempt)
        return DebriefScreen(sitting, play, attempt, mode, answers)

    return make


def screen(booth: Booth) -> DebriefScreen:
    assert isinstance(booth.screen, DebriefScreen)
    return booth.screen


def play(booth: Booth) -> Play:
    return screen(booth).play
