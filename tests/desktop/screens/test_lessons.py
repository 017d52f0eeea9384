"""The lessons: the cards of all rules, and each card by itself."""

from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from msgspec.structs import replace

from game.desktop.screens.lesson import LessonCard
from game.desktop.screens.lessons import Lessons
from game.engine import standard
from game.report.lessons import GROUPS, grouped
from tests.desktop.booth import Booth, opened
from tests.desktop.screens.visits import talked

SIZES = (80, 100, 150, 200)
WINDOWS = ((1024, 600), (1280, 720), (1920, 1080))
CASES = list(product(("zh", "en"), SIZES, WINDOWS))
SHOWN = [f"{language}-{size}-{window[0]}" for language, size, window in CASES]
RULES = standard().rules


@pytest.fixture
def booth(tmp_path: Path) -> Iterator[Booth]:
    """A booth at the lessons, in English."""
    with opened(tmp_path, Lessons, language="en") as one:
        yield one


def cards(booth: Booth) -> list[str]:
    """The rules whose cards are shown, in their order."""
    return [node.key.removeprefix("card.") for node in booth.nodes if node.key.startswith("card.")]


def test_every_rule_has_its_place() -> None:
    """Each rule of the standard rulebook is in one group, and no group knows a rule that is not there."""
    assert sorted(id_ for ids in GROUPS.values() for id_ in ids) == sorted(RULES)


def test_what_a_course_has_switched_off_is_no_lesson() -> None:
    """A rule that is switched off has no card; a group without any is left out."""
    off = {id_: replace(rule, off=id_ in GROUPS["surprises"]) for id_, rule in RULES.items()}
    groups = dict(grouped(replace(standard(), rules=off)))
    assert set(groups) == set(GROUPS) - {"surprises"}


def test_all_cards_are_there_by_group(booth: Booth) -> None:
    """All rules have a card under the heading of their group, which says whether it praises or blames."""
    assert sorted(cards(booth)) == sorted(RULES)
    headings = [node.label for node in booth.nodes if node.role == "heading"]
    assert headings[1:] == [booth.sitting.words(f"window.lessons.{group}") for group in GROUPS]
    assert booth.node("card.blame").value == "Slipping up costs you something"
    assert booth.node("card.recap").value == "Doing it earns you something"


def test_a_card_tells_how_often_it_came_up(booth: Booth) -> None:
    """After talks, a card says how often its rule has fired for this trainee; the others say nothing."""
    talked(booth)
    talked(booth)
    booth.show(Lessons(booth.sitting))
    assert booth.node("card.promise-kept").value.endswith("came up: 2")
    assert "came up" not in booth.node("card.blame").value


def test_lessons_are_searched_in_either_language(booth: Booth) -> None:
    """What is typed is looked for in names and texts, in either language; Esc clears it."""
    booth.keys("/")
    booth.type("惊喜要对点")
    assert cards(booth) == ["salient-surprise"]
    booth.keys("escape")
    assert len(cards(booth)) == len(RULES)
    booth.keys("ctrl+f")
    booth.type("zebra")
    assert any("Nothing found for “zebra”" in label for label in booth.labels)
    booth.click("clear")
    assert len(cards(booth)) == len(RULES)


def test_a_card_says_all_there_is_to_learn(booth: Booth) -> None:
    """The card has what to do, why, how to say it and how not, and the source."""
    booth.click("card.paraphrase-first")
    rule = RULES["paraphrase-first"]
    lesson = rule.lesson
    for text in (rule.name, lesson.what, lesson.why, lesson.good, lesson.bad):
        assert text.told("en") in booth.labels
    assert any(rule.source in label for label in booth.labels)
    booth.keys("escape")
    assert booth.screen.name == "lessons"


def test_cards_are_leafed_through(booth: Booth) -> None:
    """The arrows and the buttons lead to the next card and back, and stop at the first and the last."""
    first, second = GROUPS["listening"][:2]
    booth.press(f"card.{first}")
    names = [RULES[id_].name.told("en") for id_ in (first, second)]
    for key, name in (("left", 0), ("right", 1), ("return", None), ("left", 1), ("left", 0)):
        booth.keys(key)
        if name is not None:
            assert names[name] in booth.labels
    assert not booth.node("Previous").enabled
    booth.keys(*["right"] * len(RULES))
    assert f"{len(RULES)} of {len(RULES)}" in booth.labels


def test_a_card_by_itself_tells_how_often_it_came_up(booth: Booth) -> None:
    """A card opened from feedback says in how many talks how often the rule came up; there is nothing to leaf to."""
    booth.show(LessonCard(booth.sitting, RULES["promise-kept"]))
    assert not any("came up" in label or "come up" in label for label in booth.labels)
    talked(booth)
    booth.show(LessonCard(booth.sitting, RULES["promise-kept"]))
    assert "Talks you have finished: 1. This came up: 1." in booth.labels
    assert "after" not in booth.app.sheet.keys
    booth.show(LessonCard(booth.sitting, RULES["blame"]))
    assert "This has not come up in your talks yet." in booth.labels


def test_a_card_is_read_before_the_record_is_open(booth: Booth) -> None:
    """In the first walk a card opens though nothing has been fetched yet."""
    booth.sitting.opened = None
    booth.show(LessonCard(booth.sitting, RULES["blame"]))
    assert RULES["blame"].lesson.why.told("en") in booth.labels


@pytest.mark.parametrize(("language", "size", "window"), CASES, ids=SHOWN)
def test_every_card_fits(language: str, size: int, window: tuple[int, int], tmp_path: Path) -> None:
    """The list and each card fit in every window."""
    with opened(tmp_path, Lessons, window, language=language, size=size) as booth:
        talked(booth)
        booth.show(Lessons(booth.sitting))
        wrong = list(booth.overflows)
        for rule in RULES.values():
            booth.show(LessonCard(booth.sitting, rule, tuple(RULES.values())))
            wrong += booth.overflows
        assert wrong == []
