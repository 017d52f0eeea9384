"""A file put into Chinese and back: the same case, every comment kept, nothing of the author's touched."""

import json
import re
from pathlib import Path
from random import Random

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from game import library
from game.engine import read_rulebook, standard
from game.engine.overlay import RulebookForm
from game.scenario import Scenario, read
from game.scenario.form import ScenarioForm
from game.scenario.names import WORDS, forms, key_names
from game.scenario.rewording import Unsound, of_form, reworded
from game.scenario.sheet import Language
from tests.engine.scenarios import Draft, seeds
from tests.scenario.cases import EXAMPLE, ROOT, SMALL, changed

FILES = [*library.files([str(ROOT / "scenarios")]), ROOT / "docs" / "examples" / "heating-cold-flat.yaml"]
STARTERS = {"zh": ROOT / "game" / "commands" / "starter.zh.yaml", "en": ROOT / "game" / "commands" / "starter.en.yaml"}
CHINESE = {name for kind in forms(ScenarioForm) for name in key_names(kind.cls).values()}
CHINESE |= {zh for names in WORDS.values() for zh, _ in names.values()}
OTHER: dict[str, Language] = {"zh": "en", "en": "zh"}


class Blocks(yaml.SafeDumper):
    """Writes YAML in blocks, and quotes what another version of YAML could take for a number."""


Blocks.add_representer(
    str,
    lambda blocks, text: blocks.represent_scalar(
        "tag:yaml.org,2002:str", text, style="'" if text[:1].isdigit() or len(text) > 40 else None
    ),
)


def case(raw: bytes) -> Scenario:
    """The scenario of a file, but for the bytes that it was read from."""
    scenario, problems = read(raw, "case.yaml")
    assert scenario is not None, [problem.told("zh") for problem in problems]
    return replace(scenario, sha256="")


def keys(node: object) -> set[str]:
    """Every key of plain data."""
    if isinstance(node, dict):
        return set(node).union(*map(keys, node.values()))
    return set().union(*map(keys, node)) if isinstance(node, list) else set()


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_shipped_customer_goes_into_chinese_and_back(file: Path) -> None:
    """The case is the same in Chinese, byte for byte the same again in English, and twice changes nothing."""
    raw = file.read_bytes()
    chinese = reworded(raw, "zh")
    assert case(chinese) == case(raw)
    assert reworded(chinese, "zh") == chinese
    assert reworded(chinese, "en") == raw
    assert reworded(raw, "en") == raw


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_nothing_english_is_left_but_what_is_the_author_s(file: Path) -> None:
    """In Chinese no key of the format has its English name, and none its Chinese one in English."""
    raw = file.read_bytes()
    scenario = case(raw)
    own = {*scenario.beats, *scenario.endings, *scenario.facts, *scenario.meters, *scenario.cast, *scenario.needs}
    own |= {response.id for beat in scenario.beats.values() for response in beat.responses}
    own |= {promise.id for beat in scenario.beats.values() for one in beat.responses for promise in one.promises}
    own |= {persona.id for persona in scenario.personas if persona.id}
    named = keys(yaml.load(reworded(raw, "zh"), yaml.BaseLoader)) - own - set(scenario.allow)
    assert all(key in CHINESE | set(map(str, range(11))) for key in named), named - CHINESE
    assert not keys(yaml.load(raw, yaml.BaseLoader)) & CHINESE


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_starter_of_each_language_is_written_in_it(language: Language) -> None:
    """What `new` writes has the names of one language only, and comes back from the other the same."""
    raw = STARTERS[language].read_bytes()
    assert reworded(raw, language) == raw
    other = reworded(raw, OTHER[language])
    assert (other != raw, case(other)) == (True, case(raw))
    assert reworded(other, language) == raw


@settings(max_examples=100, deadline=None)
@given(seeds, st.booleans())
def test_whatever_can_be_written_goes_there_and_back(seed: int, flow: bool) -> None:
    """Of scenarios that nobody would write, too, the case and the bytes are the same after both ways."""
    data = Draft(Random(seed)).scenario()
    drawn = json.dumps(data, ensure_ascii=False)
    if not flow:
        drawn = yaml.dump(json.loads(drawn), Dumper=Blocks, allow_unicode=True, sort_keys=False)
    english = reworded(drawn.encode(), "en")
    chinese = reworded(english, "zh")
    assert case(chinese) == case(english) == case(drawn.encode())
    assert reworded(chinese, "en") == english
    assert reworded(chinese, "zh") == chinese
    assert reworded(drawn.encode(), "zh") == chinese


ODD = """\
# 开头的注释：customer: heat 不要动
"format":   1      # 版本
? id
: small
'title':   'heat'
domain: "other"

languages: [ zh,  ]
brief: |
  customer: 这里的 heat 和 tags 都是文字。
customer:   {name: customer, "portrait": 'man', heat: 3, feels: [ angry, 'sad', 有点烦 ],
   expects: {"service": {can: 8,from: 'word-of-mouth' } } }   # fault: ours
beats:
  beats:
    says: says
    responses:
      then:
        say: >-
          true 是
          true
        tags: [apology, '复述', "reason"]
        again: true
        then: talk
  talk:
    kind: |-
      talk
    says: silence
    responses:
      back-1: {say: base, then: back_2}
endings:
  back_2: {lost: "否"}
"""


@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["plain", "with a byte order mark"])
@pytest.mark.parametrize("ends", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_all_but_the_words_stays_byte_for_byte(ends: str, mark: str) -> None:
    """Comments, blank lines, spaces, quotes, brackets, line ends, byte order mark: only keys and words differ."""
    raw = (mark + ODD.replace("\n", ends)).encode()
    chinese = reworded(raw, "zh").decode()
    assert case(chinese.encode()) == case(raw)
    assert chinese.startswith(mark + "# 开头的注释：customer: heat 不要动" + ends + '"格式":   1      # 版本' + ends)
    assert "标题':   'heat'" in chinese
    assert '行业: "其他"' in chinese
    assert "语言: [ 中文,  ]" in chinese
    assert "  customer: 这里的 heat 和 tags 都是文字。" in chinese
    assert "{姓名: customer, \"画像\": '中年男士', 情绪热度: 3, 感受: [ 生气, '难过', 有点烦 ]," in chinese
    assert "{\"服务质量\": {可兑现: 8,来源: '口碑' } } }   # fault: ours" in chinese
    assert f"    阶段: |-{ends}      交谈{ends}    客户说: silence{ends}" in chinese
    assert "标签: [道歉, '复述', \"说明原因\"]" in chinese
    assert "可重复: 是" in chinese
    assert "去向: talk" in chinese
    assert "流失: 否" in chinese
    outside = re.compile(r"[\w-]+")
    assert outside.sub("", chinese).replace('""', "") == outside.sub("", raw.decode()).replace('""', "")


def test_ids_and_texts_that_equal_words_survive() -> None:
    """A fact called 情绪热度, a beat called kind, a title that reads 客户: they are the author's in either language."""
    text = SMALL.replace("one:", "kind:").replace("hello:", "酒店:").replace("小事一桩", "客户")
    text += "facts: {情绪热度: heat, reply: 回应}\nstart: kind\nauthors: [back, 返回]\ntags: [reason, 道歉]\n"
    chinese = reworded(text.encode(), "zh").decode()
    assert "\n  kind:\n" in chinese
    assert "\n      酒店:\n" in chinese
    assert "事实: {情绪热度: heat, reply: 回应}\n起点: kind\n作者: [back, 返回]\n关键词: [reason, 道歉]\n" in chinese
    assert reworded(chinese.encode(), "en").decode() == text


@pytest.mark.parametrize(("own", "other"), [("安全", "safety"), ("safety", "安全")])
def test_a_need_of_the_author_s_own_is_no_word_of_the_list(own: str, other: str) -> None:
    """Where a file declares a need under a name of the list, neither name is put for the other."""
    text = SMALL.replace("  expects:", f"  need: {other}\n  expects:") + f"needs: {{{own}: 门窗结实}}\n"
    text = text.replace("        then: end", f"        tags: [need]\n        names: {own}\n        then: end")
    for language in ("zh", "en"):
        made = reworded(text.encode(), language)
        assert case(made) == case(text.encode())
        assert reworded(made, "en").decode() == text


def test_the_reserved_words_are_put_too() -> None:
    """Back, base and silence have their Chinese names where they mean themselves."""
    before, after = "if: {persona: [calm]}", "if: {any: [{persona: [base]}, {said: [complaint/silence]}]}"
    chinese = reworded(changed((before, after)).encode(), "zh").decode()
    assert "条件: {任一满足: [{性格: [原样]}, {说过: [complaint/沉默]}]}" in chinese
    aside = "  - {if: {heat: {min: 9}}, to: aside}\n  - {if: {heat: {min: 10"
    text = changed(
        ("  - {if: {heat: {min: 10", aside),
        (
            "  evening:",
            "  aside: {says: x, responses: {yes: {say: x, then: back}, no: {say: y, then: [{to: back}]}}}\n  evening:",
        ),
    )
    chinese = reworded(text.encode(), "zh").decode()
    assert "yes: {话术: x, 去向: 返回}, no: {话术: y, 去向: [{去向: 返回}]}" in chinese
    assert reworded(chinese.encode(), "en").decode() == text


def test_a_mixed_file_becomes_one_of_one_language() -> None:
    """What was half and half is wholly English, or wholly Chinese."""
    mixed = changed(
        ("  heat: 8", "  情绪热度: 8"), ("domain: heating", "行业: heating"), ("fault: ours", "fault: 我们")
    )
    assert reworded(mixed.encode(), "en").decode() == EXAMPLE
    assert reworded(mixed.encode(), "zh") == reworded(EXAMPLE.encode(), "zh")


@pytest.mark.parametrize(
    "raw",
    [b"", b"x", b"\xff\xfe", b"format: 1\n", b"a: &a b\n", EXAMPLE.replace("heat: 8", "heat: 80").encode()],
    ids=["empty", "a word", "UTF-16", "a beginning", "an anchor", "a number"],
)
def test_a_file_with_errors_is_refused_with_its_problems(raw: bytes) -> None:
    """Whoever asks is told why, as a check would tell it."""
    with pytest.raises(Unsound) as refused:
        reworded(raw, "zh", "case.yaml")
    assert refused.value.problems == read(raw, "case.yaml")[1]


def test_a_file_that_would_be_too_large_in_chinese_is_refused() -> None:
    """What could not be read again is not written."""
    raw = EXAMPLE.encode() + b"# "
    raw += b"x" * ((4 << 20) - len(raw))
    assert read(raw, "case.yaml")[0] is not None
    with pytest.raises(Unsound) as refused:
        reworded(raw, "zh")
    assert [problem.code for problem in refused.value.problems] == ["file-too-large"]


def test_a_rulebook_goes_there_and_back() -> None:
    """The overlay of the documentation reads the same in Chinese; the rules keep their names."""
    raw = (ROOT / "docs" / "examples" / "gentle.yaml").read_bytes()
    chinese = of_form(raw, RulebookForm, "zh")
    assert "基于: 标准".encode() in chinese
    assert "denial: {效果: {权重: 2}}".encode() in chinese
    assert of_form(chinese, RulebookForm, "en") == raw
    (english, _), (book, problems) = (read_rulebook(one, "gentle.yaml", standard()) for one in (raw, chinese))
    assert problems == ()
    assert english is not None
    assert book is not None
    assert replace(book, sha256="") == replace(english, sha256="")
