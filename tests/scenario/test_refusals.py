"""What a scenario file may not hold, each told once, at its place, with what to do."""

import pytest

from game.scenario.problem import MOST
from game.scenario.rewording import reworded
from tests.scenario.cases import EXAMPLE, SMALL, changed, codes, found, marked, one, told


def test_a_sound_file_has_no_problems() -> None:
    """The worked example is read without a word."""
    assert found(EXAMPLE) == ()


@pytest.mark.parametrize(
    ("old", "new", "word"),
    [
        ("title: {zh: 家", "§titel: {zh: 家", "title"),
        ("  portrait: aunt", "  §potrait: aunt", "portrait"),
        ("{weight: 3, adequate", "{§wieght: 3, adequate", "weight"),
        ("expects:\n", "§expect:\n", "expects"),
        ("    product:  {", "    §prodct:  {", "product"),
        ("    responses:", "    §response:", "responses"),
        ("        tags: [rea", "        §tag: [rea", "tags"),
        ("deliver: {service: 3}", "deliver: {§servise: 3}", "service"),
        ("{about: service, level: 7, by", "{about: service, §levle: 7, by", "level"),
        ("{heat: {min: 10}}", "{heat: {§mim: 10}}", "min"),
        ("grudging: {says", "grudging: {§sayz", "says"),
    ],
)
def test_a_misspelt_key_is_told_once_with_the_nearest_right_word(old: str, new: str, word: str) -> None:
    """A slip in a key is one problem, at the key: not also a missing key, nor everything that pointed there."""
    text, place = marked((old, new))
    problem = one(text)
    assert (problem.code, problem.line, problem.column) == ("unknown-key", *place)
    assert problem.hint("zh").endswith(f"是不是想写“{word}”？")
    assert problem.hint("en").endswith(f"Did you mean “{word}”?")


def test_a_key_that_resembles_nothing_gets_no_guess() -> None:
    """Where no right word is near, none is named, and the known ones are listed."""
    problem = one(changed(("level: 2\n", "level: 2\nxyzzy: 1\n")))
    assert problem.code == "unknown-key"
    assert "Did you mean" not in problem.hint("en")
    assert "personas" in problem.hint("en")


def test_a_right_key_beside_a_misspelt_one_keeps_its_value() -> None:
    """A misspelt key never takes the place of the right one that is there as well."""
    problem = one(changed(("level: 2\n", "level: 2\nlevle: 99\n")))
    assert problem.code == "unknown-key"


@pytest.mark.parametrize(
    ("key", "at"),
    [("format: 1\n", (1, 1)), ("id: heating-cold-flat\n", (1, 1)), ("domain: heating\n", (1, 1))],
)
def test_a_key_that_is_missing_is_told_where_it_belongs(key: str, at: tuple[int, int]) -> None:
    """A missing key is told with its name and what it means."""
    problem = one(changed((key, "")))
    assert (problem.code, problem.line, problem.column) == ("missing-key", *at)
    assert f"“{key.partition(':')[0]}”" in problem.message("zh")


@pytest.mark.parametrize("key", ["customer", "客户", "meters", "personas", "beats", "endings", "性格"])
def test_a_list_in_the_place_of_a_part_is_told_and_nothing_breaks(key: str) -> None:
    """Whoever begins a part with a stroke is told that a map belongs there."""
    assert "wrong-type" in codes(f"format: 1\n{key}: [1]\n")


def test_a_missing_part_is_one_problem_and_not_all_that_points_into_it() -> None:
    """Without endings, beats or a customer there is one thing to say, not one for every place that names them."""
    endings = EXAMPLE[EXAMPLE.index("endings:") : EXAMPLE.index("personas:")]
    assert codes(changed((endings, ""))) == ["missing-key"]
    beats = EXAMPLE[EXAMPLE.index("start: complaint") : EXAMPLE.index("endings:")]
    assert codes(changed((beats, ""))) == ["missing-key"]
    customer = EXAMPLE[EXAMPLE.index("customer:") : EXAMPLE.index("meters:")]
    assert codes(changed((customer, ""))) == ["missing-key"]
    assert codes(changed((endings, "endings: none\n"))) == ["wrong-type"]


def test_a_missing_key_of_a_part_is_told_at_the_part() -> None:
    """A response without words is told at the response's own line."""
    say = EXAMPLE[EXAMPLE.index("        say:\n          zh: 我马上") : EXAMPLE.index("        deliver: {service: 3}")]
    text, place = marked((say, ""), ("      fix-first:", "      §fix-first:"))
    assert told(text) == [("missing-key", *place)]


@pytest.mark.parametrize(
    ("old", "new", "wanted", "written"),
    [
        ("level: 2", "level: §two", "整数", "文字"),
        ("level: 2", "level: §2.5", "整数", "小数"),
        ("level: 2", "level: §[2]", "整数", "一列"),
        ("level: 2", "level: §true", "整数", "true 或 false"),
        ("  heat: 8", "  heat: §{min: 8}", "整数", "分了几行"),
        ("  heat: 8", "  heat:§", "整数", "空的"),
        ("portrait: aunt", "portrait: §7", "文字", "整数"),
        ("title: {zh: 家里不热, en: The flat is cold}", "title: §[家里不热]", "文字", "一列"),
        ("tags: [minimising, comparison]", "tags: §minimising", "方括号里的一列", "文字"),
        ("deliver: {service: 3}", "deliver: §3", "几行“键: 值”", "整数"),
        ("{lost: true, says", "{lost: §yes, says", "是或否", "文字"),
        ("facts:\n  newborn: {zh", "facts:\n  newborn: §7 #{zh", "文字", "整数"),
        ("personas:\n", "personas: §none\nx-y-z:\n", "几行“键: 值”", "文字"),
    ],
)
def test_a_value_of_another_kind_is_told_with_what_is_wanted(old: str, new: str, wanted: str, written: str) -> None:
    """What is written and what is wanted are both named, at the value."""
    text, place = marked((old, new))
    problem = found(text)[0]
    assert (problem.code, problem.line, problem.column) == ("wrong-type", *place)
    assert wanted in problem.message("zh")
    assert written in problem.message("zh")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("level: 2", "level: 6"),
        ("minutes: 4", "minutes: 0"),
        ("  heat: 8", "  heat: 11"),
        ("weight: 4", "weight: -1"),
        ("desired: 8, perceived: 3", "desired: 11, perceived: 3"),
        ("adequate: 6, desired: 8, perceived: 3", "adequate: 11, desired: 8, perceived: 3"),
        ("deliver: {service: 3}", "deliver: {service: 11}"),
        ("frame: {service: 7}", "frame: {service: -1}"),
        ("patience: 40", "patience: 0"),
        ("level: 7, by", "level: 12, by"),
        ("meters: {budget: -60}", "meters: {budget: -9999999999}"),
        ("{start: 100, min", "{start: 10000000000, min"),
    ],
)
def test_a_number_out_of_range_is_told_alone(old: str, new: str) -> None:
    """A number that cannot be is told with its range, and nothing is concluded from it."""
    assert one(changed((old, new))).code == "out-of-range"


@pytest.mark.parametrize(
    ("old", "new", "near"),
    [
        ("domain: heating", "domain: heatin", "heating"),
        ("fault: ours", "fault: our", "ours"),
        ("from: advertising", "from: advertisement", "advertising"),
        ("channel: phone", "channel: telephone", "phone"),
        ("kind: after", "kind: aftr", "after"),
        ("about: product, level", "about: prodcut, level", "product"),
        ("level: 2\n", "level: 2\nlanguages: [zh, eng]\n", "en"),
        ("    patience: 40", "    patience: 40\n    mood: angri", "angry"),
    ],
)
def test_a_word_that_is_not_in_its_list_is_told_with_the_nearest(old: str, new: str, near: str) -> None:
    """A word of a fixed list that is misspelt gets the right one named."""
    problem = one(changed((old, new)))
    assert problem.code == "unknown-word"
    assert problem.words["nearest"] == near


@pytest.mark.parametrize("format_", ["2", "'1'", "true", "one"])
def test_another_format_is_refused(format_: str) -> None:
    """Only format 1 is read."""
    assert one(changed(("format: 1", f"format: {format_}"))).code in {"unknown-word", "wrong-type"}


def test_an_unknown_tag_is_told_with_the_nearest() -> None:
    """A misspelt tag gets the right one named, whichever name was meant."""
    assert one(changed(("[minimising, comparison]", "[minimizing, comparison]"))).words["nearest"] == "minimising"
    assert one(changed(("[minimising, comparison]", "[淡化了, comparison]"))).words["nearest"] == "淡化"


def test_all_problems_are_told_at_once_in_the_order_of_the_file() -> None:
    """Problems of every kind come in one go, by line."""
    text = changed(
        ("level: 2", "level: 22"),
        ("tags: [minimising", "tags: [minimsing"),
        ("learn: [newborn]", "learn: [newbron]"),
        ("then: settled\n", "then: setled\n"),
        ("heat: 4}", "heat: hot}"),
    )
    assert codes(text) == ["out-of-range", "unknown-tag", "unknown-fact", "unknown-target", "wrong-type"]


def test_past_two_hundred_problems_the_rest_is_only_mentioned() -> None:
    """A hopeless file is told its first problems and that there are more."""
    text = changed(("[minimising, comparison]", f"[{', '.join(f'tag{n}' for n in range(500))}]"))
    assert codes(text) == ["unknown-tag"] * MOST + ["too-many-problems"]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("level: 2", "level: §&two 2", "anchor"),
        ("level: 2", "level: §*two", "alias"),
        ("level: 2", "§*two : 2", "alias"),
        ("level: 2", "level: §!!int 2", "yaml-tag"),
        ("level: 2", "level: §!!python/object/apply:os.system [ls]", "yaml-tag"),
        ("level: 2", "level: §!mine 2", "yaml-tag"),
        ("title: {zh", "title: §!!map {zh", "yaml-tag"),
        ("[minimising,", "§&tags [minimising,", "anchor"),
        ("level: 2", "§<<: {level: 2}", "merge-key"),
        ("level: 2", "level: 2\n§level: 3", "duplicate-key"),
        ("level: 2", "level: 2\n§'level': 3", "duplicate-key"),
        ("{service: 3}", "{service: 3, §service: 4}", "duplicate-key"),
        ("  when:\n", "  §facts:\n", "duplicate-key"),
        ("level: 2", "? §[level]\n: 2", "key-not-text"),
        ("level: 2", "§{level: 1}: 2", "key-not-text"),
        ("level: 2", "level: 2\n§---", "many-documents"),
        ("level: 2", "level: §12345678901234567890", "number-too-long"),
        ("level: 2", "level: §\x07", "yaml-character"),
        ("level: 2", "level: §\x00", "yaml-character"),
        ("level: 2", "level: 冷§\x1b", "yaml-character"),
        ("level: 2", "level§： 2", "full-width-colon"),
        ("level: 2", "§\tlevel: 2", "tab"),
        ("    scene: living", "§\t\tscene: living", "tab"),
        ("title: {zh: 家里不热, en: The flat is cold}\nbrief:", "title: §{zh: 家里不热\nbrief:", "open-bracket"),
        ("level: 2", "level: two§: three", "yaml-syntax"),
    ],
)
def test_what_yaml_can_do_and_a_scenario_may_not(old: str, new: str, code: str) -> None:
    """Each of YAML's other powers is refused at its place, and nothing else is said of what it makes unreadable."""
    text, place = marked((old, new))
    problem = one(text)
    assert (problem.code, problem.line, problem.column) == (code, *place)


def test_a_file_full_of_tabs_is_told_how_many_lines_there_are() -> None:
    """Who indents with the Tab key learns at the first line that the others are meant too."""
    text = "format: 1\ntitle:\n\tzh: 冷\n\ten: Cold\nbrief:\n\tzh: 天冷\n"
    problem = one(text)
    assert (problem.code, problem.line, problem.column) == ("tab", 3, 1)
    assert "下面还有 2 行也是" in problem.message("zh")
    assert "and so are 2 lines below" in problem.message("en")
    assert one(text.replace("\n\ten: Cold\nbrief:", "\nbrief:")).message("en").endswith("and so is a line below.")
    assert one("title:\n\tzh: 冷\n").message("zh") == "这一行用制表符（Tab）缩进。"


@pytest.mark.parametrize(
    ("old", "new", "zh", "en"),
    [
        (
            "if: {heat: {min: 10}}",
            "if: knows newborn",
            "例如写成 if: {knows: [newborn]}",
            "as in if: {knows: [newborn]}",
        ),
        ("deliver: {service: 3}", "deliver: 3", "例如写成 deliver: {service: 3}", "as in deliver: {service: 3}"),
        ("deliver: {service: 3}", "deliver: price -2", "例如写成 deliver: {price: 3}", "as in deliver: {price: 3}"),
        ("endings:\n", "facts2: 1\nendings: x\nold:\n", "冒号后面另起一行", "Go to a new line behind the colon"),
    ],
)
def test_a_map_is_shown_by_an_example(old: str, new: str, zh: str, en: str) -> None:
    """Where lines of keys are wanted, what to do is more than what was wanted said again."""
    (problem,) = [problem for problem in found(changed((old, new))) if problem.code == "wrong-type"]
    assert zh in problem.hint("zh")
    assert en in problem.hint("en")


def test_a_condition_in_chinese_is_shown_as_it_is_written() -> None:
    """`条件: 已知老人` is answered with the condition that was meant."""
    text = reworded(EXAMPLE.encode(), "zh").decode()
    problem = one(changed(("{条件: {情绪热度: {至少: 10}}", "{条件: 已知newborn"), text=text))
    assert problem.hint("zh") == "例如写成 条件: {已知: [newborn]}。"


def test_a_python_tag_runs_nothing() -> None:
    """A tag that names code is read as text and refused."""
    text = changed(("level: 2", "level: !!python/object/apply:os._exit [3]"))
    assert "!!python/object/apply:os._exit" in found(text)[0].message("en")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "empty-file"),
        ("# 还没写\n", "empty-file"),
        ("- a\n- b\n", "wrong-type"),
        ("你好", "wrong-type"),
        ("42", "wrong-type"),
        ("标题：客户\n", "full-width-colon"),
    ],
)
def test_a_file_that_is_no_map_is_told_just_that(text: str, code: str) -> None:
    """Of a file that holds something else there is one thing to say."""
    problem = one(text)
    assert (problem.code, problem.line) == (code, 1)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("    says:\n      zh: 我孙女刚满月，冻得直哭。\n", "    says:\n      zh§：我孙女刚满月，冻得直哭。\n"),
        ("title: {zh: 家里不热, en", "title: {§zh：家里不热, en"),
        ("deliver: {service: 3}", "deliver: {§service：3}"),
        ("calm:    {label", "calm§：    {label"),
        ("endings:\n", "endings§：\n"),
    ],
)
def test_a_full_width_colon_is_recognised_wherever_it_stands(old: str, new: str) -> None:
    """The colon of a Chinese keyboard is told as such, in blocks and in braces, also where YAML takes it for a text."""
    text, place = marked((old, new))
    problem = one(text)
    assert (problem.code, problem.line, problem.column) == ("full-width-colon", *place)


def test_a_full_width_colon_in_a_text_is_just_a_text() -> None:
    """Chinese words may hold their own colon."""
    assert found(changed(("zh: 那到底什么时候能好？", "zh: 我问您：到底什么时候能好？"))) == ()


def test_an_english_problem_goes_on_behind_its_semicolon() -> None:
    """It is one sentence, with no capital in the middle but that of a name."""
    assert "; write " in one(changed(("level: 2", "level: 9"))).told("en")
    assert "; YAML knows" in one("a:\n\tb: 1\n").told("en")


def test_a_problem_is_one_line_in_both_languages() -> None:
    """A problem reads file:line:column, level, code, what is wrong; what to do."""
    problem = one(changed(("domain: heating", "domain: heatin")))
    assert problem.told("en") == (
        "case.yaml:5:9: error unknown-word “heatin” is not a word that “domain” knows; "
        "known here: ecommerce, education, heating, hotel, other. Did you mean “heating”?"
    )
    assert problem.told("zh") == (
        "case.yaml:5:9: error unknown-word “domain”这里不认识“heatin”；"
        "可以写：ecommerce、education、heating、hotel、other。是不是想写“heating”？"
    )


def test_a_long_value_is_shortened_in_what_is_told() -> None:
    """A page of text in the wrong place does not fill the screen."""
    problem = one(changed(("domain: heating", f"domain: {'heat' * 200}")))
    assert len(problem.told("en")) < 400
    assert "…" in problem.message("en")


def test_an_entry_that_was_refused_leaves_the_others_where_they_stand() -> None:
    """In a list with a fault of form, the problems of the other entries are told at their own places."""
    text, place = marked(("breaks: [in-30, warm-in-30]", "breaks: [[], in-30, §warm]"))
    assert told(text)[1:] == [("unknown-promise", *place)]
    text, place = marked(("tags: [minimising, comparison]", "tags: [{}, comparison, §evaluate]"))
    assert told(text)[1:] == [("unknown-tag", *place)]
    assert codes(
        changed(
            (
                "      - if: {persona: [calm]}\n        says:",
                "      - null\n      - if: {persona: [calm]}\n        says:",
            )
        )
    ) == ["wrong-type"]
    assert codes(changed(("if: {persona: [calm]}", "if: {said: [[]]}"))) == ["wrong-type"]
    text, place = marked(("if: {heat: {min: 10}}", "if: {any: [7, {knows: [§nothing]}]}"))
    assert told(text)[1:] == [("unknown-fact", *place)]


def test_a_beat_written_with_a_full_width_colon_is_told_as_such() -> None:
    """Where the whole of a beat is one line with the wrong colon, that is what is said, not that a map is wanted."""
    beat = SMALL[SMALL.index("    says: 您好。") : SMALL.index("endings:")]
    text, place = marked((beat, "    §says：您好。\n"), text=SMALL)
    assert told(text) == [("full-width-colon", *place)]
