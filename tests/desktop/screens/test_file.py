"""The customer's file: what staff know, who comes, and how the talk begins."""

from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from game.course.database.troubles import StoreTrouble
from game.desktop.screens.file import File
from game.desktop.screens.start import Start
from tests.desktop.booth import Booth, opened, shelf
from tests.desktop.screens.visits import FIXED, LOST, shipped, talked, worked
from tests.terminal.room import instead, shelved

SIZES = (80, 100, 150, 200)
WINDOWS = ((1024, 600), (1280, 720), (1920, 1080))
CASES = list(product(("zh", "en"), SIZES, WINDOWS))
SHOWN = [f"{language}-{size}-{window[0]}" for language, size, window in CASES]
FOLLOWS = shelved(
    lambda text: instead(
        "start: complaint",
        "follows: {scenario: heating-cold-flat, personas: {met: calm, below: furious}}\nstart: complaint",
    )(text).replace("id: heating-cold-flat", "id: cold-again")
)
OTHER = shelved(lambda text: text.replace("id: heating-cold-flat", "id: cold-elsewhere"))


def filed(booth: Booth, entry: Any = None, **changes: Any) -> File:
    """Open a file, with what the command line has asked for."""
    booth.sitting.opened = replace(booth.sitting.session, **changes)
    screen = File(booth.sitting, entry or worked())
    booth.show(screen)
    return screen


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "zh",
            ("主管网在抢修", "补偿额度：100", "王阿姨，看样子焦虑、委屈", "过往经验", "去年报修两小时就到",
             "今天 18 点前到"),
        ),
        (
            "en",
            ("The main is under repair", "Goodwill budget: 100", "Mrs Wang seems anxious, wronged", "past experience",
             "Last year the crew came within two hours", "today by 18:00"),
        ),
    ],
)  # fmt: skip
def test_the_file_tells_what_staff_know(tmp_path: Path, language: str, said: tuple[str, ...]) -> None:
    """The file has the brief, the budget, the feelings, and for each expectation its source, its reason and what can be
    delivered, in the words of the scale."""
    with opened(tmp_path, Start, language=language) as booth:
        filed(booth)
        assert [one for one in said if one not in booth.text] == []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_file_keeps_what_is_hidden(tmp_path: Path, language: str) -> None:
    """The need behind the words, the weights and what the responses are worth are nowhere in the file."""
    with opened(tmp_path, Start, language=language) as booth:
        filed(booth)
        hidden = ("safety", "安全", "weight", "权重", "reaction", "情感反应", "hear-her", "minimising")
        assert [one for one in hidden if one in booth.text.casefold()] == []


def test_who_comes_and_how_are_chosen(tmp_path: Path) -> None:
    """The trainee chooses who comes, by mouse or number, and the mode; the talk is kept as just that."""
    with opened(tmp_path, Start) as booth:
        filed(booth)
        assert booth.node("who.base").selected
        booth.click("who.furious")
        assert booth.node("who.furious").selected
        assert not booth.node("who.base").selected
        booth.keys("2")
        assert booth.node("who.calm").selected
        booth.click("how.exam")
        booth.press("start")
        assert booth.screen.name == "talk"
        (attempt,) = booth.sitting.session.notebook.unfinished()
        assert (attempt.persona, attempt.mode, attempt.seed) == ("calm", "exam", 7)


def test_enter_begins_with_the_customer_as_written(tmp_path: Path) -> None:
    """The keyboard is on the way on: Enter begins practice with the customer as written, in the trainee's name."""
    with opened(tmp_path, Start) as booth:
        filed(booth, trainee="小李")
        booth.keys("return")
        (attempt,) = booth.sitting.session.notebook.unfinished()
        assert (attempt.persona, attempt.mode, attempt.trainee) == (None, "practice", "小李")


def test_what_the_command_line_asked_for_is_chosen(tmp_path: Path) -> None:
    """--persona and --mode are chosen when the file opens; a persona that this customer has not is not."""
    with opened(tmp_path, Start) as booth:
        filed(booth, persona="furious", mode="exam")
        assert booth.node("who.furious").selected
        assert booth.node("how.exam").selected
        filed(booth, shipped("burst-pipe"), persona="furious")
        assert booth.node("who.base").selected


def test_a_file_on_the_command_line_comes_first(tmp_path: Path) -> None:
    """Who names a scenario on the command line is led to its file; the library lies behind it."""
    with opened(tmp_path, Start) as booth:
        booth.sitting.opened = replace(booth.sitting.session, chosen=worked())
        booth.step()
        booth.press("begin")
        assert booth.screen.name == "file"
        booth.keys("escape")
        assert booth.screen.name == "library"


@pytest.mark.parametrize(("picks", "persona"), [(LOST, "furious"), (FIXED, "calm")])
def test_a_customer_who_comes_back_is_proposed(tmp_path: Path, picks: tuple[str, ...], persona: str) -> None:
    """Where a case follows another, the verdict there proposes who comes, and the file says why; another may come."""
    with opened(tmp_path, Start, language="en") as booth:
        talked(booth, picks)
        filed(booth, FOLLOWS)
        assert booth.node(f"who.{persona}").selected
        assert "Last time ended as" in booth.text
        booth.keys("1")
        assert booth.node("who.base").selected


def test_earlier_talks_have_taught_something(tmp_path: Path) -> None:
    """What was found out in earlier talks with this customer stands in the file, with how the last one ended."""
    fact = worked().scenario.facts["newborn"].told("en")
    with opened(tmp_path, Start, language="en") as booth:
        filed(booth)
        assert fact not in booth.text
        assert "From earlier talks" not in booth.text
        talked(booth)
        talked(booth, LOST)
        filed(booth)
        assert fact in booth.text
        assert "Last time with this case: below expectations" in booth.text
        talked(booth, LOST, entry=OTHER)
        filed(booth, OTHER)
        assert "From earlier talks" in booth.text
        assert fact not in booth.text
        filed(booth, FOLLOWS)
        assert fact in booth.text
        assert "below expectations" in booth.text


def test_the_file_learns_of_the_talk_it_began(tmp_path: Path) -> None:
    """Who comes back from a talk to its file finds there what it has taught."""
    with opened(tmp_path, Start, language="en") as booth:
        screen = filed(booth)
        booth.click("settings")
        talked(booth)
        booth.keys("escape")
        assert booth.screen is screen
        assert worked().scenario.facts["newborn"].told("en") in booth.text


def test_a_talk_that_cannot_be_kept_does_not_begin(tmp_path: Path) -> None:
    """Where the record takes nothing, that is told in words, and no talk begins."""
    with opened(tmp_path, Start, language="en") as booth:
        filed(booth)

        def full(*_: Any) -> str:
            raise StoreTrouble("full", tmp_path)

        booth.sitting.session.notebook.begin = full  # type: ignore[method-assign, assignment]
        booth.keys("return")
        assert booth.screen.name == "trouble"


@pytest.mark.parametrize(("language", "size", "window"), CASES, ids=SHOWN)
def test_every_file_fits(language: str, size: int, window: tuple[int, int], tmp_path: Path) -> None:
    """The file of each customer, whoever of them comes, fits in every window, and so does one with earlier talks."""
    with opened(tmp_path, Start, window, language=language, size=size) as booth:
        wrong = []
        for entry in shelf():
            for persona in entry.scenario.personas:
                filed(booth, entry, persona=persona.id)
                wrong += booth.overflows
        talked(booth)
        filed(booth, FOLLOWS)
        assert wrong + booth.overflows == []
