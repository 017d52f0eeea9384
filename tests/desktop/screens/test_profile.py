"""The profile: five scores, badges, and every talk with its debrief."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest

from game.desktop.screens.library import Library
from game.desktop.screens.profile import AT_ONCE, Profile
from tests.desktop.booth import Booth, opened
from tests.desktop.screens.visits import FIXED, LOST, talked
from tests.terminal.room import BEST

SIZES = (80, 100, 150, 200)
WINDOWS = ((1024, 600), (1280, 720), (1920, 1080))
CASES = list(product(("zh", "en"), SIZES, WINDOWS))
SHOWN = [f"{language}-{size}-{window[0]}" for language, size, window in CASES]


@pytest.fixture
def booth(tmp_path: Path) -> Iterator[Booth]:
    """A booth at the library, in English."""
    with opened(tmp_path, Library, language="en") as one:
        yield one


def past(booth: Booth) -> list[str]:
    """The ids of the talks in the list, in their order."""
    return [node.key.removeprefix("past.") for node in booth.nodes if node.key.startswith("past.")]


def test_before_the_first_talk_there_is_a_way_to_one(booth: Booth) -> None:
    """Who has not finished a talk is told what will be here, sees what badges there are, and goes to the customers."""
    booth.click("profile")
    assert any("You have not finished a talk yet" in label for label in booth.labels)
    assert "Good as your word" in booth.labels
    assert booth.app.hand.focus == "choose"
    booth.keys("return")
    assert booth.screen.name == "library"


def test_the_profile_has_name_and_numbers(booth: Booth) -> None:
    """The profile names the trainee, how many talks came to their end, and with how many customers."""
    booth.sitting.opened = replace(booth.sitting.session, trainee="小李")
    talked(booth)
    talked(booth, LOST)
    booth.click("profile")
    assert "小李" in booth.labels
    assert "Talks finished: 2. Customers met: 1." in booth.labels


def test_the_five_scores_are_told_in_words(booth: Booth) -> None:
    """Each score is a meter that tells its mean, its spread and how it was the last time."""
    talked(booth)
    talked(booth, FIXED)
    booth.click("profile")
    told = {node.label: node.value for node in booth.nodes if node.role == "meter"}
    assert list(told) == ["Set", "Meet", "Exceed", "Empathy", "NVC"]
    assert told["Empathy"] == "78 on average, all over the place, anywhere from 55 to 100, 55 the last time"
    assert told["Meet"] == "98 on average, steady, between 97 and 99, 97 the last time"


def test_a_badge_tells_what_is_missing(booth: Booth) -> None:
    """A badge that is held says so; another says how far it is and what is still missing."""
    talked(booth)
    booth.click("profile")
    told = booth.text
    assert "It is yours" in told
    assert "1 of 3" in told
    assert "talks to go: 2" in told
    assert "still missing: Hotel, E-commerce, Education" in told


def test_every_talk_opens_its_debrief(booth: Booth) -> None:
    """The talks stand newest first, with customer, mode and result; each opens its debrief, those of exams too."""
    older = talked(booth, BEST)
    newer = talked(booth, LOST, persona="furious", mode="exam")
    booth.click("profile")
    assert past(booth) == [newer, older]
    row = booth.node(f"past.{newer}")
    assert "The flat is cold" in row.label
    assert "Furious" in row.label
    assert "exam" in row.label
    assert "below expectations" in row.value
    for attempt in (newer, older):
        booth.press(f"past.{attempt}")
        assert booth.screen.name == "debrief"
        booth.keys("escape")
        assert booth.screen.name == "profile"


def test_only_ones_own_talks_are_there(booth: Booth) -> None:
    """On a shared computer a name sees only its own talks."""
    mine = talked(booth, trainee="Ann")
    talked(booth, trainee="Bo")
    booth.sitting.session.notebook.trainee = "Ann"
    booth.click("profile")
    assert past(booth) == [mine]


def test_a_long_history_is_listed_step_by_step(booth: Booth) -> None:
    """Of many talks the newest are listed, and the earlier ones at a press."""
    for _ in range(AT_ONCE + 3):
        talked(booth, LOST)
    booth.click("profile")
    assert len(past(booth)) == AT_ONCE
    booth.press("more")
    assert len(past(booth)) == AT_ONCE + 3


@pytest.mark.parametrize(("language", "size", "window"), CASES, ids=SHOWN)
def test_the_profile_fits(language: str, size: int, window: tuple[int, int], tmp_path: Path) -> None:
    """The profile fits in every window, before the first talk and after many."""
    with opened(tmp_path, Profile, window, language=language, size=size) as booth:
        wrong = list(booth.overflows)
        for picks in (LOST, BEST, FIXED):
            talked(booth, picks, persona="furious" if picks == LOST else None)
        booth.show(Profile(booth.sitting))
        assert wrong + booth.overflows == []
