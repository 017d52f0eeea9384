"""The first walk: one short talk on the real screen, explained step by step, and kept nowhere."""

from pathlib import Path

import pytest

from game.course.store import open_store
from game.desktop.clock import WoundClock
from game.desktop.screens.start import Start
from game.desktop.screens.tour import FILE, STEPS, Tour, short_talk
from game.desktop.settings import load
from game.i18n import LANGUAGES, words
from game.scenario import read
from tests.desktop.booth import Booth, opened

READ = {"zh": 7.0, "en": 22.0}
"""How many letters a second someone takes in who reads without haste."""
HAND = 1.5
"""So many seconds a press takes."""


def tour(booth: Booth) -> Tour:
    """The walk that is in front."""
    assert isinstance(booth.screen, Tour)
    return booth.screen


def later(booth: Booth, seconds: float) -> None:
    """Let time pass, without looking at what moves meanwhile."""
    booth.clock.wind(seconds)
    booth.step()
    booth.step()


def seen(booth: Booth) -> str:
    """The step that is shown, once all words are there; what stands in front of the talk is read and closed."""
    later(booth, 12)
    later(booth, 1)
    assert booth.overflows == []
    screen = tour(booth)
    shown = screen.step
    assert words(booth.sitting.language)(f"window.tour.{shown}_about") in booth.labels
    if (
        screen.told not in screen.understood
        and "skip" in booth.app.sheet.places
        and "back" not in booth.app.sheet.places
    ):
        booth.press("go-on")
        later(booth, 1)
    return shown


def walked(booth: Booth, *picks: str) -> list[str]:
    """The steps of a walk on which these numbers were picked."""
    steps = []
    for pick in picks:
        steps.append(seen(booth))
        booth.keys(pick)
        steps.append(seen(booth))
        booth.press("go-on")
    steps.append(seen(booth))
    booth.press("go-on")
    return [*steps, tour(booth).step]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("size", "window"), [(100, (1280, 720)), (200, (1024, 600)), (150, (1920, 1080))])
def test_the_walk_leads_through_all_there_is(
    tmp_path: Path, language: str, size: int, window: tuple[int, int]
) -> None:  # fmt: skip
    """Whatever is picked, each part of the screen is explained when it is there, from the first words to the scores."""
    with opened(tmp_path, Tour, window, language=language, size=size) as booth:
        assert tuple(walked(booth, "1", "2", "3")) == STEPS
        assert booth.overflows == []
        assert all(words(language)(f"score.{name}") in booth.labels for name in ("set", "meet", "exceed"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_walk_takes_under_two_minutes(language: str) -> None:
    """All that is read on the longest way through, and the presses, take less than two minutes."""
    talk, told = short_talk(WoundClock()), words(language)
    letters = sum(len(told(f"window.tour.{step}_about")) for step in STEPS if step != "back")
    presses = 0
    while not talk.over:
        assert talk.moment.says is not None
        texts = [talk.moment.says, *(choice.say for choice in talk.moment.shown)]
        letters += sum(len(text.told(language)) for text in texts)
        exchange = talk.pick(max(talk.moment.shown, key=lambda one: len(one.say.told(language))).id)
        letters += len(exchange.reply.told(language)) if exchange.reply is not None else 0
        presses += 2
    assert letters / READ[language] + presses * HAND < 120


def test_the_whole_picture_is_explained_while_it_is_open(tmp_path: Path) -> None:
    """At the step of the whole picture, G opens it, and what is said then is about what is seen."""
    with opened(tmp_path, Tour, language="en") as booth:
        seen(booth)
        booth.keys("1")
        seen(booth)
        booth.press("go-on")
        seen(booth)
        booth.keys("g")
        assert words("en")("window.tour.gauges_open_about") in booth.labels


def test_the_walk_is_kept_nowhere_and_offered_first_only_once(tmp_path: Path) -> None:
    """After the walk there is no attempt, the settings are as they were, and the next start leads to the customers."""
    with opened(tmp_path, Start, language="en", gauges=True) as booth:
        later(booth, 1)
        booth.press("walk")
        walked(booth, "2", "1", "1")
        booth.press("done")
        assert booth.screen.name == "library"
        assert booth.sitting.settings.gauges
        booth.keys("escape")
    assert load(tmp_path, "zh").toured
    with open_store(tmp_path) as store:
        assert store.attempts() == []


def test_the_walk_can_be_left_at_any_time(tmp_path: Path) -> None:
    """Skip, or Esc, leads back to the start at once and without a question; the walk can be taken again."""
    for way in ("skip", "escape"):
        with opened(tmp_path, Start, language="en") as booth:
            later(booth, 1)
            booth.press("walk")
            later(booth, 12)
            if way == "skip":
                booth.press("skip")
            else:
                booth.keys("escape")
            assert booth.screen.name == "start"
            assert "walk" in booth.app.sheet.places


def test_the_walk_can_be_taken_once_more(tmp_path: Path) -> None:
    """From the look back one can begin again at the first step."""
    with opened(tmp_path, Tour) as booth:
        walked(booth, "1", "1", "1")
        booth.press("anew")
        assert seen(booth) == STEPS[0]


def test_the_talk_of_the_walk_is_sound() -> None:
    """The talk of the walk is a scenario like any other, without a problem."""
    scenario, problems = read(FILE.read_bytes(), FILE.name)
    assert scenario is not None
    assert problems == ()


def test_the_whole_picture_makes_room_again(tmp_path: Path) -> None:
    """Once it has been seen and the trainee has answered, the whole picture is closed: the rest has the room."""
    with opened(tmp_path, Tour) as booth:
        seen(booth)
        booth.keys("1")
        seen(booth)
        booth.press("go-on")
        seen(booth)
        booth.keys("g")
        assert tour(booth).told == "gauges_open"
        booth.keys("1")
        assert not booth.sitting.settings.gauges
