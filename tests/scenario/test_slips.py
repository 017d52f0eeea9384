"""The slips of the keyboard: each told at the place where it was made, in words that say what to press instead."""

import pytest

from game.scenario.rewording import reworded
from tests.scenario.cases import EXAMPLE, SMALL, codes, found, marked, one, told

CHINESE = reworded(EXAMPLE.encode(), "zh").decode()
SHORT = reworded(SMALL.encode(), "zh").decode()
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


def test_every_full_width_colon_behind_a_key_is_told_at_once() -> None:
    """Who writes one writes them all: nobody has to check again after each."""
    assert told("# 小事\n标题：小事\n编号：x\n客户:\n  姓名：何先生\n  电话：无\n") == [
        ("full-width-colon", 2, 3),
        ("full-width-colon", 3, 3),
        ("full-width-colon", 5, 5),
    ]


def test_words_in_a_block_are_no_keys() -> None:
    """A dialogue written out below “|” has colons of its own."""
    assert told("标题：小事\n背景: |\n  客户：您好。\n\n  姓名：不详\n客户:\n  姓名: 何先生\n") == [
        ("full-width-colon", 1, 3)
    ]


@pytest.mark.parametrize(
    ("old", "new", "sign"),
    [
        ("语言: [中文]", "语言: [中文§，英文]", "半角逗号“,”"),
        ("语言: [中文]", "语言: [中文§；英文]", "半角逗号“,”"),
        ("格式: 1", "格式: §１", "1"),
        ("行业: 其他", "作者:\n  §– 王\n  – 李\n行业: 其他", "减号加一个空格“- ”"),
        ("行业: 其他", "作者:\n  §•王\n行业: 其他", "减号加一个空格“- ”"),
    ],
)
def test_what_a_word_processor_makes_of_signs_is_named(old: str, new: str, sign: str) -> None:
    """Commas between fixed words, a full-width number of the format, and dashes and dots before entries of a list."""
    text, place = marked((old, new), text=SHORT)
    problem = one(text)
    assert (problem.code, problem.line, problem.column) == ("full-width-mark", *place)
    assert sign in problem.hint("zh")


def test_every_colon_without_its_space_is_told_at_once() -> None:
    """Where YAML gives up over the line below, the lines that lack the space are told, each at its key."""
    text, (line, column) = marked(("姓名: 何", "§姓名:何"), text=SHORT)
    assert told(text) == [("yaml-syntax", line, column)]
    keys, ending = SHORT.replace(": ", ":").split("  end:")
    wrong = [number for number, line in enumerate(keys.splitlines(), 1) if ":" in line.rstrip(":")]
    assert [found[1] for found in told(f"{keys}  end:{ending}")] == wrong


@pytest.mark.parametrize("say", ["§? 您好", "§!您好"])
def test_what_a_text_cannot_begin_with_is_told_at_the_sign(say: str) -> None:
    """A question mark or an exclamation mark before the words is told as the other signs are."""
    text, place = marked(("话术: 您好，请坐。", f"话术: {say}"), text=SHORT)
    problem = one(text)
    assert (problem.code, problem.line, problem.column) == ("yaml-syntax", *place)
    assert not parser_words(problem.told("zh") + problem.told("en"))
    assert "引号" in problem.hint("zh")


def test_words_that_are_a_comment_as_a_whole_are_told() -> None:
    """Where nothing is left of a text, it is said where it went."""
    text, (line, column) = marked(("话术: 您好，请坐。", "话术:§ #1 您好"), text=SHORT)
    assert told(text) == [("wrong-type", line, column), ("cut-by-hash", line, column + 1)]


def test_a_sign_that_cannot_be_seen_is_told_in_a_key() -> None:
    """Nobody is asked to write what they seem to have written."""
    text, (line, column) = marked(("标题: ", "§\u200b标题: "), text=SHORT)
    assert told(text) == [("yaml-character", line, column)]
    assert "U+200B" in one(text).message("zh")


def test_a_file_a_little_too_large_and_a_picture_are_called_what_they_are() -> None:
    """4 MiB and a byte are more than 4.0, and a picture is no Chinese text of another encoding."""
    assert "4.1 MiB" in one(b"#" * ((4 << 20) + 1)).message("zh")
    assert one(b"\x89PNG\r\n\x1a\n" + bytes(50)).code == "encoding"


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
    "new",
    [
        "zh: 那到底\n          订单§ #12 什么时候能好？",
        "zh:\n          那到底\n\n            什么时候，\n          订单§ #12 能好？",
    ],
)
def test_words_that_a_hash_cuts_off_further_down_are_told(new: str) -> None:
    """A text without quotes may go over several lines, and lose its words on any of them."""
    text, (line, column) = marked(("zh: 那到底什么时候能好？", new))
    assert told(text) == [("cut-by-hash", line, column + 1)]
    assert "#12" in one(text).message("zh")


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


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("  姓名: {中文: 王阿姨, 英文: Mrs Wang}\n", "  §姓名:陈先生\n"),
        ("  姓名: {中文: 王阿姨", "  §姓名:{中文: 王阿姨"),
        ("标题: {中文", "§标题:{中文"),
    ],
)
def test_a_colon_without_its_space_is_told_where_it_stands(old: str, new: str) -> None:
    """Neither the next line nor the next colon is blamed, whatever follows."""
    text, place = marked((old, new), text=CHINESE)
    problem = one(text)
    assert (problem.code, problem.line, problem.column) == ("yaml-syntax", *place)
    assert problem.hint("zh") == "冒号后面空一格。"


def test_colons_without_spaces_are_told_where_yaml_sees_no_fault() -> None:
    """To YAML a block of such lines is one text; the author is told of each of them, not of a text."""
    assert told("format: 1\ncustomer:\n  name:Chen\n  portrait:aunt\n")[-2:] == [
        ("yaml-syntax", 3, 3), ("yaml-syntax", 4, 3),
    ]  # fmt: skip
    assert told("格式:1\n编号:x\n客户:陈\n") == [("yaml-syntax", line, 1) for line in (1, 2, 3)]
