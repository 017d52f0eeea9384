"""The three questions after a talk: what is answered, what is kept, what may be left empty."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from game.course.attempt import Answers
from game.desktop.screens.debrief import DebriefScreen
from game.desktop.screens.questions import Questions
from game.desktop.sitting import Sitting
from game.engine import begin, choose
from tests.desktop.booth import SEED, Booth, opened, shelf

PICKS = ("straight-answer", "whose-pipe", "ten-minutes", "hard-to-say", "take-it-down", "no-rumours")
"""A talk about the burst pipe in which the customer is lost."""


def asked(sitting: Sitting) -> Questions:
    """The questions after a talk that is kept in the store and has ended."""
    entry = next(entry for entry in shelf() if entry.scenario.id == "burst-pipe")
    notebook = sitting.session.notebook
    attempt = notebook.begin(entry, None, "practice", sitting.language, SEED, "")
    play = begin(entry.scenario, None, SEED)
    for turn, pick in enumerate(PICKS, start=1):
        choose(play, pick)
        notebook.keep(attempt, turn, pick, 2000)
    notebook.end(attempt)
    return Questions(sitting, play, attempt, "practice")


@pytest.fixture
def booth(tmp_path: Path) -> Iterator[Booth]:
    with opened(tmp_path, asked) as booth:
        yield booth


def questions(booth: Booth) -> Questions:
    assert isinstance(booth.screen, Questions)
    return booth.screen


def kept(booth: Booth) -> object:
    """The answers that are kept with the attempt, None for none."""
    return booth.sitting.session.notebook.past()[0].answers


def test_what_is_answered_is_kept_with_the_attempt(booth: Booth) -> None:
    """All three answers lie in the store before the debrief is there, and the debrief opens in their place."""
    booth.type("从问她怕什么开始")
    booth.keys("tab", "8", "5", "tab")
    booth.type("先听，再说几点到")
    booth.press("done")
    assert isinstance(booth.screen, DebriefScreen)
    assert kept(booth) == Answers("从问她怕什么开始", 85, "先听，再说几点到")


def test_everything_may_be_left_empty(booth: Booth) -> None:
    """Who answers nothing comes to the debrief, and nothing is kept; neither are blanks."""
    booth.type("   ")
    booth.press("done")
    assert isinstance(booth.screen, DebriefScreen)
    assert kept(booth) is None


def test_skipping_keeps_nothing(booth: Booth) -> None:
    """Who presses skip comes to the debrief without an answer, whatever was typed."""
    booth.type("算了")
    booth.click("skip")
    assert isinstance(booth.screen, DebriefScreen)
    assert kept(booth) is None


def test_escape_loses_nothing_that_was_typed(booth: Booth) -> None:
    """Esc goes on to the debrief with what was answered so far."""
    booth.type("最后一句")
    booth.keys("escape")
    assert isinstance(booth.screen, DebriefScreen)
    assert kept(booth) == Answers("最后一句", None, "")


def test_what_was_typed_survives_the_settings(booth: Booth) -> None:
    """Whoever opens the settings and comes back finds the answers, in another language too."""
    booth.type("说了时间以后")
    booth.click("guess")
    score = questions(booth).guess
    booth.press("settings")
    booth.press("language.en")
    booth.keys("escape")
    assert booth.node("turning_point").value == "说了时间以后"
    assert booth.node("turning_point").label == "Where did the talk turn?"
    assert questions(booth).guess == score == 50


SET: dict[str, tuple[Callable[[Booth], None], int | None]] = {
    "typed": (lambda booth: booth.keys("7", "5"), 75),
    "typed anew": (lambda booth: booth.keys("7", "5", "left", "8"), 8),
    "moved, then typed": (lambda booth: booth.keys("7", "left", "5"), 5),
    "a hundred": (lambda booth: booth.keys("1", "0", "0"), 100),
    "more than a hundred": (lambda booth: booth.keys("9", "9", "9"), 9),
    "rubbed out": (lambda booth: booth.keys("7", "5", "backspace"), 7),
    "arrows": (lambda booth: booth.keys("6", "0", "right", "right", "left"), 61),
    "pages": (lambda booth: booth.keys("6", "0", "page up"), 70),
    "ends": (lambda booth: booth.keys("end", "right"), 100),
    "taken back": (lambda booth: booth.keys("6", "0", "delete"), None),
    "nothing pressed": (lambda booth: booth.keys("return", "space"), None),
}


@pytest.mark.parametrize(("press", "score"), SET.values(), ids=list(SET))
def test_the_score_is_set_by_keyboard(press: Callable[[Booth], None], score: int | None, booth: Booth) -> None:
    """Digits write the score, arrows move it by one, pages by ten, and it stays within 0 and 100."""
    booth.app.hands.focus("guess", booth.app.sheet)
    press(booth)
    assert questions(booth).guess == score


def test_the_score_is_set_by_mouse(booth: Booth) -> None:
    """A click at an end of the line gives 0 or 100, one in between what lies there; it can be taken back."""
    line = booth.node("guess").rect
    found = []
    for x in (line.left + 2, line.left + line.width // 4, line.centerx, line.right - 2):
        booth.click_at((x, line.centery))
        found.append(questions(booth).guess)
    assert found[0] == 0
    assert found[1] in range(23, 28)
    assert found[2:] == [50, 100]
    booth.click("guess.empty")
    assert questions(booth).guess is None


def test_the_score_follows_the_hand(booth: Booth) -> None:
    """Drawn along with the button held, the score is what lies under the pointer."""
    import pygame
    from pygame.event import Event

    line = booth.node("guess").rect
    booth.step(Event(pygame.MOUSEBUTTONDOWN, pos=line.center, button=pygame.BUTTON_LEFT))
    booth.step(Event(pygame.MOUSEMOTION, pos=(line.right - 2, line.centery), rel=(0, 0), buttons=(1, 0, 0)))
    assert questions(booth).guess == 100
    assert booth.node("guess").value == "100 分"
