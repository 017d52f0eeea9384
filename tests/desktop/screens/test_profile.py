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


def test_the_profile_opens_at_its_top(booth: Booth) -> None:
    """Name and scores are what is seen first, however many badges and talks stand below them."""
    for _ in range(AT_ONCE):
        talked(booth, LOST)
    booth.click("profile")
    assert booth.node("Five scores").seen
    assert booth.app.hand.focus == "back"
    booth.keys("tab", "tab")
    assert booth.app.hand.focus == f"past.{past(booth)[0]}"
    assert booth.node(booth.app.hand.focus).seen


def test_an_arrow_skips_nothing(booth: Booth) -> None:
    """Down reads on as long as the next thing to press is far out of sight, and then goes there."""
    for _ in range(AT_ONCE):
        talked(booth, LOST)
    booth.click("profile")
    booth.keys("down")
    assert booth.app.hand.focus == "back"
    assert booth.app.sheet.windows["profile"].offset > 0
    for _ in range(30):
        booth.keys("down")
        if booth.app.hand.focus != "back":
            break
    assert booth.app.hand.focus == f"past.{past(booth)[0]}"


def test_half_a_talk_counts_for_nothing(booth: Booth) -> None:
    """A talk that was taken up again in its middle is listed as such, and moves neither scores nor badges."""
    talked(booth, LOST)
    again = talked(booth, BEST, thought=[0, 0, 900, 900])
    booth.click("profile")
    told = {node.label: node.value for node in booth.nodes if node.role == "meter"}
    assert told["Set"].startswith("0 on average")
    assert "It is yours" not in booth.labels
    assert past(booth)[0] == again
    assert "taken up again from turn 3" in booth.node(f"past.{again}").label
    assert any("left out of the scores" in label for label in booth.labels)


def test_each_talk_tells_its_own_stars(booth: Booth) -> None:
    """Whoever hears the list is told the stars of each talk, not those of the best one."""
    attempt = talked(booth, FIXED)
    booth.click("profile")
    assert booth.node(f"past.{attempt}").value == "79 points, expectations met, 3 of 5 stars"


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
