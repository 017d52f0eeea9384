"""The words of a scenario: there, in both languages, short enough, with drawings that exist."""

import pytest

from game.scenario import words as lists
from tests.scenario.cases import EXAMPLE, SMALL, changed, codes, found, loaded, marked, one, told

EMPTY_AT = [
    ("title: {zh: 家里不热, en: The flat is cold}", "title: §''"),
    ("title: {zh: 家里不热, en: The flat is cold}", "title: §{}"),
    ("title: {zh: 家里不热, en: The flat is cold}", "title: §{zh: ' ', en: ''}"),
    ("name: {zh: 王阿姨, en: Mrs Wang}", "name: §' '"),
    ("feels: [anxious, wronged]", "feels: [anxious, §'']"),
    ("why: {zh: 去年报修两小时就到, en: Last year the crew came within two hours}", "why: §''"),
    ("label: {zh: 补偿额度, en: Goodwill budget}", "label: §''"),
    (
        "newborn: {zh: 家里有刚满月的孙女，睡在朝北的小屋, en: A one-month-old granddaughter sleeps",
        "newborn: §''  # {zh: 家里有刚满月的孙女",
    ),
    ("say: {zh: 免费上门清洗过滤网, en: a free filter cleaning}", "say: §''"),
    ("say: {zh: 马上到, en: at once}", "say: §''"),
    ("label: {zh: 平和, en: Calm}", "label: §''"),
    ("says: {zh: 我找记者去！, en: I am calling the newspaper!}", "says: §''"),
    ("personas:\n", "authors: [§'']\npersonas:\n"),
    ("personas:\n", "sources: [§{}]\npersonas:\n"),
    ("personas:\n", "cast: {son: {name: §''}}\npersonas:\n"),
    ("personas:\n", "needs: {quiet: §''}\npersonas:\n"),
    ("{zh: 平和, en: Calm}, heat: 4", "{zh: 平和, en: Calm}, heat: 4, name: §'', feels: []"),
    ("{zh: 平和, en: Calm}, heat: 4", "{zh: 平和, en: Calm}, heat: 4, feels: [§'']"),
]


@pytest.mark.parametrize(("old", "new"), EMPTY_AT)
def test_words_that_are_empty_are_told_once(old: str, new: str) -> None:
    """Wherever words belong, blanks are told at their place, once whatever the language."""
    text, place = marked((old, new))
    assert told(text) == [("empty-text", *place)]


def test_a_language_that_is_missing_is_a_warning_and_the_other_is_told() -> None:
    """A text in one of two languages can be played, and is told."""
    text, place = marked(("title: {zh: 家里不热, en: The flat is cold}", "title: §{zh: 家里不热}"))
    problem = one(text)
    assert (problem.code, problem.level, problem.line, problem.column) == ("missing-language", "warning", *place)
    assert "英文" in problem.message("zh")
    assert "English" in problem.message("en")
    assert loaded(text).title.told("en") == "家里不热"
    assert codes(changed(("title: {zh: 家里不热, en: The flat is cold}", "title: {en: The flat is cold}"))) == [
        "missing-language"
    ]


def test_a_scenario_in_one_language_says_so_and_hears_nothing() -> None:
    """`languages` names what is written; only those are asked for."""
    assert codes(changed(("brief: 没什么要说的。", "brief: {zh: 没什么要说的。}"), text=SMALL)) == []
    assert codes(changed(("brief: 没什么要说的。", "brief: {en: Nothing.}"), text=SMALL)) == ["missing-language"]
    assert loaded(SMALL).languages == ("zh",)


def test_a_scenario_without_a_brief_is_a_warning() -> None:
    """A trainee should know something before the talk."""
    assert [
        (problem.code, problem.level) for problem in found(changed(("brief: 没什么要说的。\n", ""), text=SMALL))
    ] == [("missing-brief", "warning")]


@pytest.mark.parametrize(
    ("say", "long"),
    [
        ("冷" * 80, False),
        ("冷" * 81, True),
        ("冷。" * 80, False),
        ("a" * 240, False),
        ("b" * 241, True),
        ("a 1, " * 240, False),
    ],
)
def test_more_than_one_takes_in_at_a_glance_is_a_warning(say: str, long: bool) -> None:
    """Eighty Han letters or 240 Latin ones are the most; signs, digits and blanks are not counted."""
    text, place = marked(("say: 您好，请坐。", f"say: §'{say}'"), text=SMALL)
    assert told(text) == ([("long-say", *place)] if long else [])
    two = changed(("say: 您好，请坐。", f"say: {{zh: '{say}', en: '{say}'}}"), text=SMALL)
    assert codes(two) == ["long-say"] * long


@pytest.mark.parametrize(
    ("old", "new", "code", "near"),
    [
        ("portrait: aunt", "portrait: §aunty", "unknown-portrait", "aunt"),
        ("personas:\n", "cast: {son: {name: 小王, portrait: §youngman}}\npersonas:\n", "unknown-portrait", "young-man"),
        ("scene: living-room-winter", "scene: §living-room", "unknown-scene", "living-room-winter"),
    ],
)
def test_a_drawing_that_does_not_exist_is_a_warning(old: str, new: str, code: str, near: str) -> None:
    """The scenario can be played with a neutral drawing; the nearest one is named."""
    text, place = marked((old, new))
    problem = one(text)
    assert (problem.code, problem.level, problem.line, problem.column) == (code, "warning", *place)
    assert problem.words["nearest"] == near


def test_every_drawing_of_the_lists_is_known() -> None:
    """No portrait or scene of the lists gives a warning."""
    for portrait in lists.PORTRAITS:
        assert codes(changed(("portrait: aunt", f"portrait: {portrait}"))) == []
    for scene in lists.SCENES:
        assert codes(changed(("scene: living-room-winter", f"scene: {scene}"))) == []


def test_a_tag_written_twice_counts_once_and_is_told() -> None:
    """The second writing is told, also under its other name."""
    text, place = marked(("[minimising, comparison]", "[minimising, §淡化]"))
    assert told(text) == [("tag-twice", *place)]
    assert loaded(text).beats["complaint"].responses[2].tags == {"minimising"}


def test_a_word_of_another_kind_in_one_language_is_told_once() -> None:
    """A number in the place of one language is not also a missing language."""
    assert codes(changed(("title: {zh: 家里不热, en: The flat is cold}", "title: {zh: 家里不热, en: 7}"))) == [
        "wrong-type"
    ]
    assert EXAMPLE
