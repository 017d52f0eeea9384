"""The JSON Schema beside the scenarios: the same form as reading has, so that editors complete and explain keys.

They differ on purpose where YAML has read the file before the schema sees it: an id that looks like a number or like
true, false or null is taken as it came, signs that are neither letters nor ASCII nor Chinese punctuation pass in ids,
and keys written twice, anchors and the like are gone by then.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from game import library
from game.scenario import read
from game.scenario.diagnostics import DIAGNOSTICS, FORM
from game.scenario.events import scan
from game.scenario.form import ScenarioForm
from game.scenario.names import WORDS, forms, key_names
from game.scenario.rewording import reworded
from game.scenario.schema import FILE, printed, schema
from tests.scenario.cases import EXAMPLE, ROOT, changed

VALIDATOR = jsonschema.Draft202012Validator(schema())
WRITTEN = [
    *library.files([str(ROOT / "scenarios"), str(ROOT / "tests" / "data")]),
    ROOT / "docs" / "examples" / "heating-cold-flat.yaml",
]


def refused(text: str) -> list[str]:
    """What the schema has against the plain data of a text."""
    return [error.message for error in VALIDATOR.iter_errors(scan(text.encode(), "a").root)]


def test_the_schema_beside_the_scenarios_is_the_one_of_the_model() -> None:
    """`python -m docs.build` writes it anew after a change of the model; until then this fails."""
    assert (ROOT / FILE).read_text(encoding="utf-8") == printed()
    jsonschema.Draft202012Validator.check_schema(schema())


@pytest.mark.parametrize("file", WRITTEN, ids=lambda file: file.stem)
def test_every_scenario_that_can_be_played_is_valid(file: Path) -> None:
    """What is read without an error has nothing to underline in an editor."""
    raw = file.read_bytes()
    assert read(raw, file.name)[0] is not None
    assert refused(raw.decode()) == []


FORM_EXAMPLES = sorted(
    path.parent.name for path in ROOT.glob("docs/diagnostics/*/bad.yaml") if path.parent.name in FORM
)


@pytest.mark.parametrize("code", FORM_EXAMPLES)
def test_every_fault_of_form_in_the_documentation_is_one_for_the_schema(code: str) -> None:
    """The failing example of each code of form is refused, the mended one is not."""
    folder = ROOT / "docs" / "diagnostics" / code
    assert refused((folder / "bad.yaml").read_text(encoding="utf-8"))
    assert refused((folder / "good.yaml").read_text(encoding="utf-8")) == []


def parts(node: Any) -> Iterator[dict[str, Any]]:
    """Every map of keys of the schema."""
    if isinstance(node, dict):
        if "properties" in node and node.get("type") == "object":
            yield node
        for inner in node.values():
            yield from parts(inner)
    elif isinstance(node, list):
        for inner in node:
            yield from parts(inner)


def test_every_key_is_explained_in_both_languages() -> None:
    """An editor shows what a key means, in Chinese and in English."""
    for part in parts(schema()):
        for key, explained in part["properties"].items():
            zh, en = explained["markdownDescription"].split("\n\n")
            assert any("一" <= letter <= "鿿" for letter in zh), key
            assert en.isascii() or "−" in en or "–" in en, key
            assert explained["title"] == zh


def test_every_key_is_offered_under_both_names() -> None:
    """An editor completes 姓名 as it does name, takes either, and tells at each what the other is."""
    made = schema()["$defs"]
    for kind in forms(ScenarioForm):
        given = made[kind.cls.__name__]["properties"]
        for key, name in key_names(kind.cls).items():
            assert given[key]["title"].startswith(name)
            assert given[name]["markdownDescription"].split("\n\n")[1].startswith(f"{key}: ")
            explained = ("title", "description", "markdownDescription")
            english, chinese = ({k: v for k, v in given[k_].items() if k not in explained} for k_ in (key, name))
            assert english == chinese
        assert set(given) == {*key_names(kind.cls), *key_names(kind.cls).values()}


def test_editors_can_offer_the_words_of_every_list() -> None:
    """Every word of every list is offered by either name."""
    text = json.dumps(schema(), ensure_ascii=False)
    offered = {list_: names for list_, names in WORDS.items() if list_ not in ("back", "base", "truth")}
    for names in offered.values():
        for id_, (zh, _) in names.items():
            assert f'"{id_}"' in text
            assert f'"{zh}"' in text
    assert '[true, false, "是", "否"]' in text


@pytest.mark.parametrize("file", WRITTEN, ids=lambda file: file.stem)
def test_every_scenario_is_valid_in_chinese_too(file: Path) -> None:
    """An editor has nothing to underline in a file whose keys and words are Chinese, or half of them."""
    chinese = reworded(file.read_bytes(), "zh").decode()
    assert refused(chinese) == []
    half = "\n".join(
        line if place % 2 else line.replace("话术:", "say:") for place, line in enumerate(chinese.split("\n"))
    )
    assert refused(half) == []


@pytest.mark.parametrize(
    "change",
    [
        ("情绪热度: 8", "情绪热度: 80"),
        ("  姓名:", "  姓明:"),
        ("标题:", "标体:"),
        ("责任: 我们", "责任: 俺们"),
        ("流失: 是", "流失: 对"),
        ("来源: 口碑", "来源: 口卑"),
        ("说明限制: {服务质量", "说明限制: {服务质理"),
        ("  hung-up:", "  返回:"),
        ("中文: 家里不热, 英文: The flat is cold", "中文: ''"),
    ],
)
def test_what_an_editor_can_see_it_underlines_in_chinese(change: tuple[str, str]) -> None:
    """Faults in Chinese keys and words are faults for the schema too."""
    assert refused(changed(change, text=reworded(EXAMPLE.encode(), "zh").decode()))


@pytest.mark.parametrize("id_", ["1e3", "no", "007", "2026-11-21", "节点-1", "true"])
def test_ids_that_look_like_something_else_are_valid(id_: str) -> None:
    """What reading takes as an id, an editor does not underline."""
    assert refused(changed(("to: hung-up}", f"to: {id_}}}"), ("  hung-up:", f"  {id_}:"))) == []


@pytest.mark.parametrize(
    "change",
    [
        ("to: hung-up}", "to: hung up}"),
        ("  hung-up:", "  hung up:"),
        ("to: hung-up}", "to: '17:30'}"),
        ("  hung-up:", "  silence:"),
        ("{5: {zh: 明", "{11: {zh: 明"),
        ("tags: [minimising,", "tags: [silence,"),
        ("if: {persona", "if: {said: [hear-her], persona"),
        ("title: {zh: 家里不热, en: The flat is cold}", "title: {zh: ''}"),
        ("title: {zh: 家里不热, en: The flat is cold}", "title: {}"),
        ("feels: [anxious", "feels: ['', anxious"),
        ("reply:\n          zh: 可", "reply: []\n        note:\n          zh: 可"),
    ],
)
def test_what_an_editor_can_see_it_underlines(change: tuple[str, str]) -> None:
    """Ids with blanks, reserved names, levels out of range, empty words and lists are faults for the schema too."""
    assert refused(changed(change))


VALUES: list[Any] = [
    None,
    True,
    False,
    0,
    1,
    -1,
    5,
    10,
    11,
    99,
    2.5,
    "",
    " ",
    "x",
    "ours",
    "phone",
    "angry",
    "service",
    "道歉",
    "apology",
    "silence",
    "17:30",
    [],
    ["x"],
    [1],
    [[]],
    [None],
    {},
    {"x": 1},
    {"zh": "冷"},
    {"zh": ""},
    {"min": 1},
    {"service": 1},
    {"service": {}},
    [{"to": "facts"}],
    [{"says": "x"}],
    "是",
    "我们",
    "事后",
    {"至少": 1},
    {"服务质量": 1},
    {"中文": "冷"},
    [{"去向": "facts"}],
    [{"说": "x"}],
]
KEYS = ["x", "say", "says", "then", "heat", "zh", "min", "service", "lost", "tags", "if", "weight", "to"]
KEYS += ["话术", "客户说", "去向", "情绪热度", "中文", "至少", "服务质量", "流失", "标签", "条件", "权重"]


def places(node: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The path of every value of plain data."""
    for key, inner in node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ():
        yield (*path, key)
        yield from places(inner, (*path, key))


PLACES = list(places(scan(EXAMPLE.encode(), "a").root))


CHANGES = st.lists(
    st.tuples(st.sampled_from(PLACES), st.sampled_from(["set", "drop", *KEYS]), st.sampled_from(VALUES)),
    min_size=1,
    max_size=3,
)
"""What is done to the example: at a path, the value set, dropped, or a key of this name put beside what is there."""


def mutant(changes: list[tuple[tuple[Any, ...], str, Any]]) -> dict[str, Any]:
    """The data of the example after these changes; a change whose place is gone does nothing."""
    root: dict[str, Any] = scan(EXAMPLE.encode(), "a").root
    for path, how, value in changes:
        node: Any = root
        try:
            for step in path[:-1]:
                node = node[step]
            node[path[-1]]
        except (KeyError, IndexError, TypeError):
            continue
        if how == "set":
            node[path[-1]] = value
        elif how == "drop":
            del node[path[-1]]
        elif isinstance(node, dict):
            node[how] = value
    return root


@settings(max_examples=120)
@given(CHANGES)
def test_reading_and_the_schema_agree_on_the_form(changes: list[tuple[tuple[Any, ...], str, Any]]) -> None:
    """What reading refuses for its form the schema refuses; what the schema refuses reading does not let through."""
    text = yaml.safe_dump(mutant(changes), allow_unicode=True, sort_keys=False)
    scenario, problems = read(text.encode(), "a")
    of_form = [problem for problem in problems if problem.code in FORM and DIAGNOSTICS[problem.code].level == "error"]
    against = refused(text)
    if of_form:
        assert against, [problem.told("en") for problem in of_form]
    if against:
        assert scenario is None, against
