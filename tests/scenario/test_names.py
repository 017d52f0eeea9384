"""Every key and every fixed word has one Chinese name, and a file may have it in its place."""

import re
from typing import Any

import pytest
import yaml
from msgspec import Struct
from msgspec.structs import replace

from game.engine import is_rulebook, read_rulebook, standard
from game.engine.overlay import RulebookForm
from game.scenario import Scenario, Whereabouts, words
from game.scenario.form import ConditionForm, CustomerForm, ResponseForm, ScenarioForm
from game.scenario.names import WORDS, bare, choices, extra, forms, key_names
from game.scenario.rewording import reworded
from tests.scenario.cases import EXAMPLE, ROOT, SMALL, changed, codes, found, loaded, one, told

FORMS = [kind.cls for form in (ScenarioForm, RulebookForm) for kind in forms(form)]
CHINESE = reworded(EXAMPLE.encode(), "zh").decode()
HAN = re.compile(r"[\u4e00-\u9fff]+\Z")


def same(one_: Scenario, other: Scenario) -> bool:
    """Whether two scenarios are one, but for the bytes that they were read from."""
    return replace(one_, sha256="") == replace(other, sha256="")


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.__name__)
def test_every_key_has_one_chinese_name(form: type[Struct]) -> None:
    """No key is without a name, no two of one map share one, and no name could be taken for a key."""
    names = key_names(form)
    assert set(names) == {kind.encode_name for kind in forms(form)[0].fields}
    assert len(set(names.values())) == len(names)
    assert all(HAN.match(name) for name in names.values())


@pytest.mark.parametrize("names", WORDS.values(), ids=WORDS)
def test_every_fixed_word_has_one_chinese_name(names: words.Names) -> None:
    """Within its list each word has a name of its own, which is no word of the list in English."""
    chinese = [zh for zh, _ in names.values()]
    assert len(set(chinese)) == len(chinese)
    assert all(HAN.match(zh) for zh in chinese)


def test_every_list_of_words_in_the_model_has_its_names() -> None:
    """Whatever is one of a few words in a file can be written in Chinese."""
    for kind in forms(ScenarioForm):
        for field in kind.fields:
            for option in choices(field.type):
                values = getattr(bare(option), "values", None)
                assert values in (None, (1,)) or set(extra(option)["names"]) == set(values), field.name


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_format_reference_lists_every_name(language: str) -> None:
    """Whoever looks for a key or a word finds both of its names on the page of the format."""
    page = (ROOT / "docs" / language / "format.md").read_text(encoding="utf-8")
    for kind in forms(ScenarioForm):
        for key, name in key_names(kind.cls).items():
            assert f"| `{key}` | `{name}` |" in page
    for names in WORDS.values():
        for id_, (zh, _) in names.items():
            assert f"| `{id_}` | `{zh}` |" in page


def test_a_scenario_may_be_written_in_chinese_throughout() -> None:
    """The worked example with no English key and no English word is the same case."""
    assert same(loaded(CHINESE), loaded(EXAMPLE))
    data = yaml.load(CHINESE, yaml.BaseLoader)
    assert {"客户", "节点", "结局"} <= set(data)
    assert not {"customer", "beats", "endings"} & set(data)


def test_the_issue_s_own_example_is_read() -> None:
    """`客户: {姓名: 王阿姨, 情绪热度: 8}`, quoted or not, beside English keys."""
    text = changed(("  name: 何先生\n", '  "姓名": 王阿姨\n  情绪热度: 8\n'), text=SMALL).replace("customer:", "客户:")
    customer = loaded(text).customer
    assert (customer.name.zh, customer.heat) == ("王阿姨", 8)


@pytest.mark.parametrize(
    "pair",
    [
        ("customer:", "客户:"),
        ("  heat: 8", "  情绪热度: 8"),
        ("fault: ours ", "责任: 我们 "),
        ("fault: ours ", "fault: '我们' "),
        ("portrait: aunt", "portrait: 阿姨"),
        ("portrait: aunt", "画像: aunt"),
        ("need: safety", "need: 安全"),
        ("domain: heating", "domain: 供热"),
        ("    service:\n      {weight: 3", "    服务质量:\n      {权重: 3"),
        ("from: experience", "来源: 过往经验"),
        ("from: word-of-mouth", 'from: "口碑"'),
        ("channel: phone", "channel: 电话"),
        ("scene: living-room-winter", "scene: 冬天的客厅"),
        ("kind: after", "阶段: 事后"),
        ("{lost: true,", "{流失: 是,"),
        ("{lost: true,", '{lost: "是",'),
        ("about: service, level: 7", "about: 服务质量, 水平: 7"),
        ("deliver: {product: 6, service: 1", "落实: {产品性能: 6, service: 1"),
        ("to: settled}", "去向: settled}"),
        ("{heat: {max: 4}, knows: [newborn]}", "{情绪热度: {至多: 4}, 已知: [newborn]}"),
        ("title: {zh: 家里不热, en: The flat is cold}", "标题: {中文: 家里不热, 英文: The flat is cold}"),
        ("personas:\n", "性格:\n"),
    ],
)
def test_names_may_be_mixed_freely(pair: tuple[str, str]) -> None:
    """One key or one word in Chinese, quoted or not, amid English ones changes nothing of the case."""
    assert same(loaded(changed(pair)), loaded(EXAMPLE))
    back = (pair[1], pair[0])
    both = changed(back, text=changed(pair))
    assert both == EXAMPLE


def test_what_is_written_first_stays_first() -> None:
    """Chinese keys amid English ones keep their order: what is delivered, who is expected to want what."""
    scenario = loaded(
        changed(("deliver: {product: 6, service: 1, brand: 1", "deliver: {产品性能: 6, service: 1, 品牌形象: 1"))
    )
    close = next(one_ for beat in scenario.beats.values() for one_ in beat.responses if one_.id == "close-the-loop")
    assert [component for component, _ in close.deliver] == ["product", "service", "brand", "personal"]


RESERVED = """\
interrupts:
  - {if: {heat: {min: 9}}, to: aside}
beats:
  one:
    patience: 30
    says: 您好。
    responses:
      hello: {say: 您好，请坐。, heat: 9}
      again: {say: 您再等等。, again: true, then: one, if: {persona: [原样], said: [one/沉默]}}
  two:
    says: 好。
    responses:
      bye: {say: 再见。, then: end}
  aside:
    says: 我先接个电话。
    responses:
      wait: {say: 您请。, then: 返回}
"""


def test_the_reserved_words_may_be_chinese() -> None:
    """`then: 返回` goes back, `persona: [原样]` is the customer as written, `节点/沉默` is silence."""
    text = SMALL[: SMALL.index("beats:")] + RESERVED + SMALL[SMALL.index("endings:") :]
    scenario = loaded(text)
    assert scenario.beats["aside"].responses[0].then[0].to == "back"
    condition = scenario.beats["one"].responses[1].when
    assert condition is not None
    assert (condition.persona, condition.said) == (("base",), (("one", "silence"),))


@pytest.mark.parametrize("word", ["返回", "原样", "死路", "沉默"])
def test_no_id_may_be_a_reserved_word(word: str) -> None:
    """What means something of itself in Chinese cannot be the name of a beat."""
    text = SMALL.replace("  end: {}", f"  end: {{}}\n  {word}: {{}}")
    assert told(text) == [("reserved-id", 20, 3)]


def test_an_id_that_equals_a_word_is_the_author_s() -> None:
    """A beat may be called 结局, a fact 情绪热度, a response 点评: they are no keys there."""
    text = SMALL.replace("  one:", "  结局:").replace("hello:", "点评:") + "facts: {情绪热度: 他很急}\nstart: 结局\n"
    scenario = loaded(text)
    assert (list(scenario.beats), scenario.beats["结局"].responses[0].id) == (["结局"], "点评")
    assert list(scenario.facts) == ["情绪热度"]


def test_a_need_of_one_s_own_wins_over_the_list() -> None:
    """A need that the file declares under a name of the list is the file's own."""
    text = changed(("  expects:", "  need: 安全\n  expects:"), text=SMALL) + "其他需要: {安全: 家里安全}\n"
    scenario = loaded(text)
    assert (scenario.customer.need, scenario.needs["安全"].zh) == ("安全", "家里安全")


def test_true_and_false_are_chinese_only_where_they_are_meant() -> None:
    """是 and 否 are words elsewhere: a text may consist of one, an id too."""
    text = SMALL.replace("小事一桩", "是").replace("hello:", "否:").replace("end: {}", "end: {lost: 否}")
    scenario = loaded(text)
    assert (scenario.title.zh, scenario.beats["one"].responses[0].id) == ("是", "否")
    assert scenario.endings["end"].lost is False


def test_a_key_in_both_languages_stands_there_twice() -> None:
    """The second of them is told, with both names and the line of the first."""
    problem = one(changed(("  heat: 8\n", "  heat: 8\n  情绪热度: 9\n")))
    assert (problem.code, problem.line, problem.column) == ("duplicate-key", 16, 3)
    assert "heat / 情绪热度" in problem.message("zh")
    assert "第 15 行" in problem.message("zh")
    problem = one(changed(("  heat: 8\n", "  情绪热度: 9\n  heat: 8\n")))
    assert (problem.code, problem.line) == ("duplicate-key", 16)


def marked(old: str, new: str) -> tuple[str, tuple[int, int]]:
    """The Chinese example with one thing changed, and the line and column of the `§` in it."""
    before, _, after = changed((old, new), text=CHINESE).partition("§")
    return before + after, (before.count("\n") + 1, len(before) - before.rfind("\n"))


@pytest.mark.parametrize(
    ("old", "new", "code", "said"),
    [
        ("情绪热度: 8", "情绪热度: §18", "out-of-range", "“情绪热度”是 18"),
        ("情绪热度: 8", "情绪热度: §很高", "wrong-type", "“情绪热度”这里要写整数"),
        ("  姓名:", "  §姓明:", "unknown-key", "是不是想写“姓名”？"),
        ("    回应:", "    §回映:", "unknown-key", "是不是想写“回应”？"),
        ("标题:", "§标签题:", "unknown-key", "这里可以写：格式、编号、标题"),
        ("责任: 我们", "责任: §俺们", "unknown-word", "可以写：谁都没有、我们、客户。"),
        ("责任: 我们", "责任: §thiers", "unknown-word", "是不是想写“theirs”？"),
        ("流失: 是", "流失: §对", "wrong-type", "“流失”这里要写是或否"),
        ("得知: [newborn]", "得知: [§newbron]", "unknown-fact", "在“事实”里写上它"),
        ("说明限制: {服务质量", "说明限制: {§服务质理", "unknown-key", "是不是想写“服务质量”？"),
        ("可接受: 6, 理想: 8", "可接受: 8, §理想: 8", "zone-order", "“服务质量”的“可接受”（8）不低于“理想”（8）"),
        ("{情绪热度: {至少: 10}}", "{情绪热度: §{至少: 10, 至多: 2}}", "range-order", "“至少”（10）大于“至多”（2）"),
        ("时限: '17:30'", "时限: §尽快", "vague-by", "说不准就不写“时限”"),
        ("画像: 阿姨", "画像: §阿姆", "unknown-portrait", "是不是想写“阿姨”？"),
    ],
)
def test_a_fault_is_told_in_the_names_that_the_author_has_used(old: str, new: str, code: str, said: str) -> None:
    """Keys, words and the nearest right ones are Chinese in a Chinese file, at the place of the fault."""
    text, place = marked(old, new)
    problem = one(text)
    assert (problem.code, problem.line, problem.column) == (code, *place)
    assert said in problem.told("zh")


def test_a_missing_key_is_named_as_the_file_names_its_own() -> None:
    """A Chinese file lacks 标题, an English one title."""
    line = next(line for line in CHINESE.splitlines() if line.startswith("标题"))
    assert "“标题”" in one(changed((line, "#"), text=CHINESE)).message("zh")
    assert "“title”" in one(changed(("title: {zh: 家里不热, en: The flat is cold}", "#"))).message("zh")


def test_a_word_in_the_other_language_finds_its_neighbour_there() -> None:
    """Amid English keys 姓明 was meant to be 姓名, amid Chinese ones haet to be heat."""
    assert one(changed(("  name: {zh", "  姓明: {zh"))).words["nearest"] == "姓名"
    assert one(changed(("情绪热度: 8", "haet: 8"), text=CHINESE)).words["nearest"] == "heat"


def test_what_stands_under_a_misspelt_key_is_read_by_its_chinese_names() -> None:
    """One slip is told once, however much stands below it."""
    assert codes(changed(("节点:\n", "节典:\n"), text=CHINESE)) == ["unknown-key"]
    assert codes(changed(("来源: 口碑", "来原: 口碑"), text=CHINESE)) == ["unknown-key"]


def test_an_english_file_is_told_of_in_english_names() -> None:
    """One Chinese key does not make a file Chinese."""
    problems = found(changed(("  heat: 8", "  情绪热度: 18"), ("learn: [newborn]", "learn: [newbron]")))
    assert [problem.code for problem in problems] == ["out-of-range", "unknown-fact"]
    assert "“情绪热度”" in problems[0].message("zh")
    assert "“facts”" in problems[1].hint("zh")


def test_places_are_found_by_the_english_names() -> None:
    """Whoever asks where something stands asks alike for every file."""
    paths: list[tuple[Any, ...]] = [
        ("customer", "expects", "service", "can"),
        ("beats", "when", "responses", "honest-time", "promise", "call-1730", "by"),
        ("interrupts", 0, "if", "heat", "min"),
        ("endings", "hung-up", "lost"),
    ]
    english, chinese = Whereabouts(EXAMPLE.encode()), Whereabouts(CHINESE.encode())
    for path in paths:
        line, column = chinese.place(path)
        assert line == english.place(path)[0]
        assert CHINESE.splitlines()[line - 1][column - 1 :][:1] not in ("", " ")


def test_an_empty_list_is_named_as_it_is_written() -> None:
    """`客户答: []` is told as 客户答, although the game calls it reply."""
    text = SMALL.replace("        then: end", "        客户答: []\n        then: end")
    assert "“客户答”" in one(text).message("zh")


def test_every_text_that_names_a_key_names_one_that_there_is() -> None:
    """What the messages say of keys is what the model calls them, in either language."""
    from game.scenario.diagnostics import DIAGNOSTICS
    from game.scenario.problem import written

    named = {
        name
        for code in DIAGNOSTICS.values()
        for text in (code.message, code.hint)
        for name in re.findall(r"\{~([\w/]+)\}", f"{text.zh} {text.en}")
    }
    assert {"facts", "if", "MeterForm/min", "base"} <= named
    for name in named:
        assert HAN.match(written(name, "zh")), name
        assert written(name, "en") == name.rpartition("/")[2]


def test_keys_that_are_alike_in_the_issue_are_so_here() -> None:
    """The names that the issue and the design give are the names."""
    assert (key_names(CustomerForm)["name"], key_names(CustomerForm)["heat"]) == ("姓名", "情绪热度")
    response = key_names(ResponseForm)
    assert (response["tags"], response["then"], response["note"]) == ("标签", "去向", "点评")
    assert key_names(ConditionForm)["persona"] == "性格"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("权重: 2", "权重: 99", "6:21: error out-of-range “权重”是 99"),
        ("权重: 2", "情绪热度: 2", "6:17: error unknown-effect 这条规则没有“情绪热度”这个数；可以改的有：权重、感知。"),
        (
            "基于: 标准",
            "基于: 标淮",
            "4:5: error unknown-word “基于”这里不认识“标淮”；可以写：标准。是不是想写“标准”？",
        ),
        ("{效果: {权重: 2}}", "{停用: 是, 反馈: []}", "6:19: error empty-map “反馈”里什么也没有"),
    ],
)
def test_a_rulebook_may_be_chinese_and_is_told_of_so(old: str, new: str, said: str) -> None:
    """An overlay in Chinese is one, and its faults are told in the names that it has."""
    text = "格式: 1\n编号: gentle\n版本: 1\n基于: 标准\n规则:\n  denial: {效果: {权重: 2}}\n"
    rules, problems = read_rulebook(text.encode(), "x", standard())
    assert is_rulebook(text.encode())
    assert problems == ()
    assert rules is not None
    assert rules.rules["denial"].effect.weight == 2
    problems = read_rulebook(changed((old, new), text=text).encode(), "x", standard())[1]
    assert [problem.told("zh").startswith(f"x:{said}") for problem in problems] == [True]
