"""The customer's file: what staff know before the talk, and nothing more."""

from pathlib import Path

import pytest

from game import library
from game.scenario import read
from tests.terminal.room import Kept, instead, shelved, sit

SCENARIOS = sorted(library.files([str(Path(__file__).resolve().parents[2] / "scenarios")]))
FOLLOWS = instead(
    "start: complaint", "follows: {scenario: burst-pipe, personas: {met: calm, below: furious}}\nstart: complaint"
)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "zh",
            (
                "主管网在抢修",
                "补偿额度：100",
                "王阿姨，看样子焦虑、委屈",
                "过往经验",
                "去年报修两小时就到",
                "今天 18 点前到",
            ),
        ),
        (
            "en",
            (
                "The main is under repair",
                "Goodwill budget: 100",
                "Mrs Wang seems anxious, wronged",
                "past experience",
                "Last year the crew came within two hours",
                "today by 18:00",
            ),
        ),
    ],
)
def test_the_file_tells_what_staff_know(monkeypatch: pytest.MonkeyPatch, language: str, words: tuple[str, ...]) -> None:
    """The file has the brief, the budget, the feelings, and for each expectation its source, its reason and what can be
    delivered, in the words of the scale."""
    text = " ".join(sit(monkeypatch, ["q"], language=language, plain=True).text.split())
    assert all(word in text for word in words), text


@pytest.mark.parametrize("mode", ["practice", "exam"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_file_keeps_what_is_hidden(monkeypatch: pytest.MonkeyPatch, language: str, mode: str) -> None:
    """The need behind the words, the weights and what the responses are worth are nowhere before the first pick."""
    text = sit(monkeypatch, ["", "g", "b", "?", "q"], language=language, mode=mode).text.casefold()
    hidden = ("safety", "安全", "weight", "权重", "reaction", "情感反应", "hear-her", "minimising")
    assert [word for word in hidden if word in text] == []


def test_a_level_without_words_stands_beside_the_nearest_that_has_some(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the scale has no words for what can be delivered, the file names the level and the nearest below it."""
    entry = shelved(instead("can: 7, from: experience", "can: 6, from: experience"))
    text = sit(monkeypatch, ["q"], entry=entry, plain=True).text
    assert 'level 6 of 10, better than "tomorrow morning" (level 5)' in text
    assert "level 6 of 10\n" in text


def test_who_comes_is_chosen_by_label(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without --persona the trainee chooses who comes today, by the label, and meets that one."""
    sat = sit(monkeypatch, ["2", "", "q"], persona=None, language="zh")
    assert "1. 客户原样" in sat.text
    assert "2. 平和" in sat.text
    assert "能帮我看看吗" in sat.text
    assert sat.kept.all("begin")[0][1] == "calm"


def test_enter_takes_the_customer_as_written(monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty line at the question who comes takes the customer as written."""
    assert sit(monkeypatch, ["", "", "q"], persona=None).kept.all("begin")[0][1] is None


@pytest.mark.parametrize(
    ("verdict", "persona"), [("below", "furious"), ("met", "calm"), ("exceeded", None), (None, None)]
)
def test_a_customer_who_comes_back_is_proposed(
    monkeypatch: pytest.MonkeyPatch, verdict: str | None, persona: str | None
) -> None:
    """Where a case follows another, the verdict there proposes who comes: Enter takes that, and it is said why."""
    sat = sit(monkeypatch, ["", "", "q"], Kept(earlier=verdict), entry=shelved(FOLLOWS), persona=None)
    assert sat.kept.all("begin")[0][1] == persona
    assert ("Last time ended as" in sat.text) == (persona is not None)


@pytest.mark.parametrize(("typed", "mode"), [("", "practice"), ("1", "practice"), ("2", "exam")])
def test_the_mode_is_asked_for_where_it_is_open(monkeypatch: pytest.MonkeyPatch, typed: str, mode: str) -> None:
    """Without --mode the trainee chooses between practice and exam."""
    assert sit(monkeypatch, [typed, "", "q"], mode=None).kept.all("begin")[0][2] == mode


def test_a_persona_that_only_other_scenarios_have_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """--persona holds for the scenarios of the library that have it; in another the trainee is asked."""
    sat = sit(monkeypatch, ["1", "3", "", "q"], persona="stormy", chosen=None)
    assert sat.kept.all("begin")[0][1] == "furious"


def test_a_pipe_is_asked_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is piped to a named scenario are picks: without --persona and --mode it is the customer as written, in
    practice, and the screen says so."""
    sat = sit(monkeypatch, ["hear-her"], persona=None, mode=None, piped=True)
    assert sat.kept.all("begin")[0][1:3] == (None, "practice")
    assert sat.kept.picks == ("hear-her",)
    assert 'this is "As written", practice' in sat.text


@pytest.mark.parametrize("path", SCENARIOS, ids=lambda path: path.stem)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_customer_that_comes_with_the_game_has_a_file(
    monkeypatch: pytest.MonkeyPatch, path: Path, language: str
) -> None:
    """The file of each customer, whoever of them comes, tells every feeling and every source in the trainee's words."""
    scenario, _ = read(path.read_bytes(), path.name)
    assert scenario is not None
    entry = shelved()
    for persona in scenario.personas:
        given = type(entry)(scenario, b"", path.name)
        sat = sit(monkeypatch, ["q"], entry=given, persona=persona.id or "base", language=language, plain=True)
        for expected in persona.customer.expects.values():
            assert expected.why is None or expected.why.told(language).rstrip("。.") in sat.text
        assert all(feeling.told(language) in sat.text for feeling in persona.customer.feels)
