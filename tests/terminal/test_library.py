"""The library: which customers there are, and how one is chosen."""

import pytest

from game.engine import score
from tests.terminal.room import Kept, instead, played, shelved, sit

HOTEL = shelved(
    lambda text: text.replace("id: heating-cold-flat", "id: night-desk").replace("domain: heating", "domain: hotel")
)
COLD = shelved()


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("zh", ("酒店", "供热", "家里不热", "难度 2", "约 4 分钟", "没谈过")),
        ("en", ("Hotel", "Heating", "The flat is cold", "level 2", "about 4 min", "not played yet")),
    ],
)
def test_customers_stand_by_domain(monkeypatch: pytest.MonkeyPatch, language: str, words: tuple[str, ...]) -> None:
    """The library lists every customer by domain, numbered, with title, level, length and whether it was played."""
    sat = sit(monkeypatch, ["q"], chosen=None, library=(COLD, HOTEL), language=language)
    assert all(word in sat.text for word in words)
    assert sat.text.index(words[0]) < sat.text.index("1.") < sat.text.index(words[1]) < sat.text.index("2.")
    assert sat.code == 0


@pytest.mark.parametrize(("plain", "told"), [(False, "best ★★★★☆"), (True, "best so far 4 of 5 stars")])
def test_the_best_result_so_far_is_told_in_stars(monkeypatch: pytest.MonkeyPatch, plain: bool, told: str) -> None:
    """A customer who has been played shows the stars of the best result; a screen reader hears their number."""
    sat = sit(monkeypatch, ["q"], Kept(best=score(played())), chosen=None, plain=plain)
    assert told in sat.text


@pytest.mark.parametrize("typed", ["2", "２", " 2 ", "heating-cold-flat"])
def test_a_customer_is_chosen_by_number_or_id(monkeypatch: pytest.MonkeyPatch, typed: str) -> None:
    """A number, also a full-width one, or the scenario's id opens the customer's file and leads into the talk."""
    sat = sit(monkeypatch, [typed, "", "q"], chosen=None, library=(COLD, HOTEL))
    assert sat.kept.all("begin") == [("heating-cold-flat", None, "practice", "en", 7, "Ann")]


@pytest.mark.parametrize("typed", ["0", "3", "abc", ""])
def test_a_wrong_number_loses_nothing(monkeypatch: pytest.MonkeyPatch, typed: str) -> None:
    """Whoever mistypes reads which numbers there are, and chooses again."""
    sat = sit(monkeypatch, [typed, "1", "", "q"], chosen=None, library=(COLD, HOTEL))
    assert "from 1 to 2" in sat.text
    assert sat.kept.all("begin")[0][0] == "night-desk"


def test_a_wrong_number_from_a_pipe_ends_with_1(monkeypatch: pytest.MonkeyPatch) -> None:
    """A script that asks for a customer who is not there is told so, and nothing is begun."""
    sat = sit(monkeypatch, ["9", "1"], chosen=None, piped=True)
    assert (sat.code, sat.kept.told) == (1, [])
    assert "from 1 to 1" in sat.text


def test_the_language_can_be_switched_in_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    """l shows the library in the other language, and the talk goes on in it."""
    sat = sit(monkeypatch, ["l", "1", "", "q"], chosen=None)
    assert sat.text.index("Choose a customer") < sat.text.index("选一位客户") < sat.text.index("打了三天电话了")
    assert sat.kept.all("begin")[0][3] == "zh"


def test_after_a_debrief_the_library_comes_back(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever came from the library chooses again after the debrief; whoever named a scenario is done."""
    lines = ["1", "", "hear-her,ask-room,honest-time,close-the-loop", "", "", "", ""]
    assert sit(monkeypatch, [*lines, "q"], chosen=None).text.count("Choose a customer") == 2
    assert "Choose a customer" not in sit(monkeypatch, lines[1:]).text


@pytest.mark.parametrize(("language", "help_"), [("zh", "换成英文"), ("en", "switch to Chinese")])
def test_help_is_there_at_the_first_prompt(monkeypatch: pytest.MonkeyPatch, language: str, help_: str) -> None:
    """? says what can be typed, also as the Chinese question mark."""
    for mark in ("?", "？"):
        assert help_ in sit(monkeypatch, [mark, "q"], chosen=None, language=language).text


def test_notices_are_told_first(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the start has to say, such as a restored backup, stands before everything else."""
    sat = sit(monkeypatch, ["q"], chosen=None, notices=("The store was restored.",))
    assert sat.text.startswith("The store was restored.")


def test_an_empty_library_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a scenario there is nothing to play: a message, exit code 1."""
    sat = sit(monkeypatch, [], chosen=None, library=())
    assert (sat.code, "no scenario" in sat.text) == (1, True)


def test_a_long_title_wraps_in_its_column(monkeypatch: pytest.MonkeyPatch) -> None:
    """A title that is too long goes on below itself, and the columns beside it stay where they are."""
    entry = shelved(instead("en: The flat is cold", "en: " + "The flat is cold and nobody comes " * 3))
    lines = sit(monkeypatch, ["q"], chosen=None, library=(entry,)).text.splitlines()
    first = next(place for place, line in enumerate(lines) if "level 2" in line)
    assert lines[first].rstrip().endswith("not played yet")
    assert lines[first + 1].startswith(" " * 6 + "cold") or lines[first + 1].startswith(" " * 6)
    assert lines[first + 1].strip()
