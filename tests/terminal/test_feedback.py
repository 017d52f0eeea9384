"""What a pick did, in practice; and in an exam nothing of it."""

import re

import msgspec
import pytest

from game.engine import Turn, gauges, standard
from game.i18n import words
from game.terminal.feedback import changes, feedback_page, lesson_of, lesson_page, remarks
from game.terminal.paper import plain_lines
from tests.terminal.room import BEST, BROKEN, PLAYS, instead, played, shelved, sit


def told(turn: Turn, language: str = "en") -> list[str]:
    return plain_lines(changes(words(language), turn))


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        (
            "zh",
            [
                "服务质量：感知从 5 到 6，理想从 8 到 7",
                "品牌形象：感知从 6 到 7",
                "非暴力沟通：从 88 到 90",
                "设定分：从 0 到 25",
                "您许下承诺：17 点半前回电，18 点前到（17:30）",
            ],
        ),
        (
            "en",
            [
                "service: perceived from 5 to 6, desired from 8 to 7",
                "brand: perceived from 6 to 7",
                "NVC: from 88 to 90",
                "set points: from 0 to 25",
                "You promised: A call by 17:30, the crew by 18:00 (17:30)",
            ],
        ),
    ],
)
def test_only_what_changed_is_told(language: str, lines: list[str]) -> None:
    """After a pick the trainee reads what is another than before, and nothing that stayed."""
    assert told(played(BEST[:3]).turns[2], language) == lines


def test_facts_needs_and_meters_are_told_when_they_change() -> None:
    """A need that was named, a fact found out and a budget that was spent each have their line, once."""
    first, second, _, last = played().turns
    assert "You heard the need behind the words: safety" in told(first)
    assert "You found out: A one-month-old granddaughter sleeps in the small north room" in told(second)
    assert not any("need behind" in line for line in told(second))
    assert {"Goodwill budget: from 100 to 40", "Promise kept: A call by 17:30, the crew by 18:00 (17:30)"} <= {
        *told(last)
    }


def test_broken_and_thin_promises_are_told() -> None:
    """A promise that was broken is told as broken, one that was kept too thinly as half kept."""
    assert [line for line in told(played(BROKEN).turns[-1]) if "Promise" in line] == [
        "Promise broken: at once",
        "Promise broken: warm at once",
    ]
    entry = shelved(instead("about: service, level: 7, by: '17:30'", "about: service, level: 9, by: '17:30'"))
    assert any("only half kept" in line for line in told(played(BEST, entry=entry).turns[-1]))


def test_a_turn_that_changes_nothing_says_so() -> None:
    """Where a pick leaves everything as it was, that is said."""
    turn = played(["fix-first"]).turns[0]
    unchanged = msgspec.structs.replace(turn, after=turn.before)
    assert told(unchanged) == ["Nothing changed."]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("play", PLAYS, ids=lambda play: f"{play['persona']}/{','.join(play['picks'])}")
def test_each_rule_that_fired_has_its_name_and_a_line(play: dict[str, object], language: str) -> None:
    """Every rule that fired is named, and its line is about this customer: no gap is left open."""
    picks, persona = play["picks"], play["persona"]
    assert isinstance(picks, list)
    for turn in played(picks, str(persona or "base")).turns:
        lines = plain_lines(remarks(words(language), turn))
        assert len(lines) == len(turn.fired)
        assert not any(re.search(r"[{}]", line) for line in lines)
        for fired, line in zip(turn.fired, lines, strict=True):
            assert standard().rules[fired.rule].name.told(language) in line


def test_an_exam_shows_nothing_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """In an exam there are no gauges, no changes, no remarks, no lessons before the debrief, asked for or not."""
    sat = sit(monkeypatch, ["", "g", "hear-her", "i 1", "g", *BEST[1:], "", "", "", ""], mode="exam")
    before = sat.text.split("Turn 1")[1].split("Debrief:")[0]
    names = [rule.name.told("en") for rule in standard().rules.values()]
    assert [name for name in names if name in before] == []
    assert not re.search(r"\d → \d|[Hh]eat [0-9]|empathy|NVC|perceived|adequate|[#=]{3}|\[", before)
    assert before.count("Not during an exam") == 3


@pytest.mark.parametrize("language", ["zh", "en"])
def test_practice_shows_it_at_once(monkeypatch: pytest.MonkeyPatch, language: str) -> None:
    """In practice the reply, what changed and the remarks stand between a pick and the next words of the customer."""
    sat = sit(monkeypatch, list(BEST), piped=True, language=language, plain=True)
    places = [sat.text.index(line) for line in plain_lines(feedback_page(words(language), played().turns[0])) if line]
    says = shelved().scenario.beats["facts"].says[0].text.told(language)
    assert places == sorted(places)
    assert places[-1] < sat.text.index(says)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_lesson_behind_a_remark_can_be_read(monkeypatch: pytest.MonkeyPatch, language: str) -> None:
    """i and a number opens the card: what, why, a good and a bad example, the source."""
    sat = sit(monkeypatch, ["", "hear-her", "i 2", "q"], language=language, plain=True)
    rule = standard().rules[played().turns[0].fired[1].rule]
    lesson = rule.lesson
    for text in (lesson.what, lesson.why, lesson.good, lesson.bad):
        assert text.told(language) in sat.text
    assert rule.source in sat.text


@pytest.mark.parametrize("number", ["", "0", "9"])
def test_a_lesson_that_is_not_there_says_which_are(number: str) -> None:
    """i without a number, or with one that no remark has, says from where to where the numbers go."""
    two = tuple(list(standard().rules.values())[:2])
    assert plain_lines(lesson_of(words("en"), two, number)) == ["Type i and a number from 1 to 2, such as i 1."]
    assert "no remark here yet" in plain_lines(lesson_of(words("en"), (), number))[0]


def test_where_there_is_one_remark_i_is_enough() -> None:
    """With one remark only, i opens its lesson."""
    rule = standard().rules["denial"]
    assert lesson_of(words("en"), (rule,), "") == lesson_page(words("en"), rule)


def test_the_whole_picture_has_what_was_promised_and_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """g shows zones, heat, empathy, NVC, meters, the need once named, facts found out and the ledger of promises."""
    sat = sit(monkeypatch, ["", *BEST[:3], "g", "q"], plain=True)
    picture = sat.text.split("Where things stand")[-1].splitlines()
    state = gauges(played(BEST[:3]).case, played(BEST[:3]).standing)
    for line in (
        "service: perceived 6, adequate 6, desired 7",
        f"heat: {state.heat} of at most 10",
        f"empathy: {state.empathy} of 100",
        "NVC: 90 of 100",
        "Goodwill budget: 100 of 100",
        "The need behind the words: safety",
        "A one-month-old granddaughter sleeps in the small north room",
        "A call by 17:30, the crew by 18:00 (17:30): still open",
    ):
        assert line in picture
