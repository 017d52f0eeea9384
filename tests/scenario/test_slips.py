"""The slips of the keyboard: each told at the place where it was made, in words that say what to press instead."""

import pytest

from game.scenario.rewording import reworded
from tests.scenario.cases import EXAMPLE, SMALL, codes, found, marked, one, told

CHINESE = reworded(EXAMPLE.encode(), "zh").decode()
COUNT = "title: {zh: 家里不热, en: The flat is cold}"


def parser_words(text: str) -> bool:
    """Whether words of the parser are left in a text."""
    return any(word in text for word in ("expected", "mapping", "scalar", "token", "解析器", "the parser"))


@pytest.mark.parametrize(
    ("old", "new", "until"),
    [
        (COUNT, 'title: §"家里不热', "一直没有关上"),
        ("zh: 那到底什么时候能好？", "zh: §'那到底什么时候能好？\n          en2: It's late", "引号"),
        ("id: heating-cold-flat\n", 'id: §"heating-cold-flat\n', "一直没有关上"),
    ],
)
def test_an_open_quote_is_told_where_it_was_opened(old: str, new: str, until: str) -> None:
    """Not the end of the file, nor the next quote further down, is blamed, but the quote that was forgotten."""
    text, place = marked((old, new))
    problem = one(text)
    assert (problem.code, problem.line, problem.column) == ("open-quote", *place)
    assert until in problem.message("zh")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (COUNT, "title: §{zh: 家里不热, en: The flat is cold"),
        ("tags: [minimising, comparison]", "tags: §[minimising, comparison"),
    ],
)
def test_an_open_bracket_is_told_where_it_was_opened(old: str, new: str) -> None:
    """A bracket without its mate is told at the bracket, with the mate that is missing."""
    text, place = marked((old, new))
    problem = one(text)
    assert (problem.code, problem.line, problem.column) == ("open-bracket", *place)
    assert ("}" if "{" in new else "]") in problem.hint("zh")


@pytest.mark.parametrize(
    ("old", "new", "code", "sign"),
    [
        ("if: {heat: {min: 10}}", "if: {§heat：{min: 10}}", "full-width-colon", "heat: {min: 10"),
        ("if: {persona: [calm]}", "if: {persona§：[calm]}", "full-width-colon", "persona: [calm]"),
        (
            "{weight: 1, adequate: 4, desired: 6, perceived: 5",
            "{weight: 1§，adequate: 4, desired: 6, perceived: 5",
            "",
            ",",
        ),
        ("[minimising, comparison]", "[minimising§，comparison]", "", ","),
        ("[minimising, comparison]", "[minimising§、comparison]", "", ","),
        ("feels: [anxious, wronged]", "feels: [anxious§，wronged]", "", ","),
        ("breaks: [in-30, warm-in-30]", "breaks: [in-30§，warm-in-30]", "", ","),
        ("tags: [minimising, comparison]", "tags: §【minimising, comparison】", "", "["),
        ("title: {zh: 家里不热,", "title: §｛zh: 家里不热,", "", "{"),
        ("  heat: 8", "  heat: §８", "", "8"),
        ("  heat: 8", "  heat: §１０", "", "10"),
        ("  portrait: aunt", "§　　portrait: aunt", "", "空格"),
        ("  portrait: aunt", "§\xa0\xa0portrait: aunt", "", "空格"),
    ],
)
def test_a_sign_of_a_chinese_keyboard_is_named_with_the_right_one(old: str, new: str, code: str, sign: str) -> None:
    """Colons, commas, digits, brackets and spaces are recognised, in braces, lists, numbers and before a key."""
    text, place = marked((old, new))
    problem = found(text)[0]
    assert (problem.code, problem.line) == (code or "full-width-mark", place[0])
    if not code:
        assert problem.column == place[1]
    assert sign in problem.hint("zh")
    assert not parser_words(problem.told("zh") + problem.told("en"))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("        标签: [淡化, 比较]", "       §标签: [淡化, 比较]"),
        ("难度: 2", "§难度:2"),
        ("难度: 2", "§难度"),
        ("难度: 2", "  难度§: 2"),
        ("难度: 2", "难度: §%2"),
        ("难度: 2", "难度: §@2"),
        ("难度: 2", '难度: "二" §级'),
        ("难度: 2", "难度: 二§: 三"),
        ("难度: 2", "难度: §- 2"),
        ("难度: 2", "难度: §* 2"),
        ("难度: 2", "难度: §}"),
        ("难度: 2", '难度: "§\\q"'),
    ],
)
def test_what_yaml_cannot_read_is_told_without_the_words_of_the_parser(old: str, new: str) -> None:
    """The slips that do occur are told at their line in the reader's own language."""
    text, place = marked((old, new), text=CHINESE)
    problem = one(text)
    assert (problem.code, problem.line) == ("yaml-syntax", place[0])
    assert not parser_words(problem.told("zh") + problem.told("en")), problem.told("zh")
    assert problem.hint("zh")


def test_an_empty_file_is_told_kindly() -> None:
    """Whoever checks a file with nothing in it is told how to come by a first one."""
    for text in ("", "# 以后再写\n"):
        problem = one(text)
        assert problem.code == "empty-file"
        assert "new" in problem.hint("zh")


def test_words_that_a_hash_cuts_off_are_told() -> None:
    """A text without quotes ends at “ #”; where a letter follows at once, it was meant to be said."""
    text, (line, column) = marked(("zh: 那到底什么时候能好？", "zh: 订单§ #12 什么时候能好？"))
    assert told(text) == [("cut-by-hash", line, column + 1)]
    assert "#12 什么时候能好" in one(text).message("zh")


@pytest.mark.parametrize(
    "new", ["zh: 那什么时候能好？ # 问时间", "zh: '订单 #12 什么时候能好？'", "zh: 订单#12 什么时候能好？"]
)
def test_a_comment_and_a_hash_that_is_said_are_left_alone(new: str) -> None:
    """A comment with a space after its sign, and a hash within quotes or words, are what they seem."""
    text, _ = marked(("zh: 那到底什么时候能好？", f"§{new}"))
    assert codes(text) == []


def test_a_short_comment_behind_a_word_or_a_number_is_left_alone() -> None:
    """Only what is said to people can lose its words."""
    text, _ = marked(("  heat: 8", "  heat: 8 #很急§"))
    assert codes(text) == []


TWO = "      again:\n        say: 您好，请坐。\n        then: end\n"


def test_two_responses_with_the_very_same_words_are_told() -> None:
    """Copied and forgotten: the second is told, and both are named."""
    problem = one(SMALL.replace("endings:\n", f"{TWO}endings:\n"))
    assert (problem.code, problem.level) == ("same-words", "warning")
    assert "“hello”和“again”" in problem.message("zh")


def test_the_same_words_under_a_condition_are_left_alone() -> None:
    """One that is only sometimes on offer may take the place of the other."""
    guarded = TWO.replace("        then", "        if: {heat: {min: 5}}\n        then")
    assert codes(SMALL.replace("endings:\n", f"{guarded}endings:\n")) == []


def test_beside_a_missing_or_doubled_part_nothing_follows() -> None:
    """Half a file, and a beat that was written twice, are one problem each and not all that comes of it."""
    assert codes(SMALL[: SMALL.index("        then: end")]) == ["missing-key"]
    beats = CHINESE[CHINESE.index("节点:\n") :].splitlines()
    names = [line for line in beats if line.startswith("  ") and not line.startswith("   ")]
    for second in names[1:3]:
        assert codes(CHINESE.replace(f"\n{second}\n", f"\n{names[0]}\n", 1)) == ["duplicate-key"]


def test_a_missing_part_is_not_explained_by_its_own_name() -> None:
    """“补上“结局”：结局” says nothing twice."""
    problem = one(CHINESE[: CHINESE.index("结局:")] + CHINESE[CHINESE.index("性格:\n") :])
    assert problem.hint("zh") == "补上“结局”。"
