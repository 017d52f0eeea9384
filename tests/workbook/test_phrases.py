"""What people type into cells for conditions and effects is read as they mean it."""

from typing import Any

import pytest

from game.workbook import conditions
from game.workbook.faults import Unread
from game.workbook.phrases import effects_read, levels_read
from tests.workbook.sheets import ROOT, changed, exported, put, taken

CONDITIONS: list[tuple[str, dict[str, Any]]] = [
    ("情绪热度 ≤4", {"heat": {"max": 4}}),
    ("情绪热度≥6", {"heat": {"min": 6}}),
    ("情绪热度 >6", {"heat": {"min": 7}}),
    ("情绪热度 <3", {"heat": {"max": 2}}),
    ("情绪热度 至少 3 至多 5", {"heat": {"min": 3, "max": 5}}),
    ("情绪热度 3–5", {"heat": {"min": 3, "max": 5}}),
    ("情绪热度 3 到 5", {"heat": {"min": 3, "max": 5}}),
    ("情绪热度 =5", {"heat": {"min": 5, "max": 5}}),
    ("情绪热度：５", {"heat": {"min": 5, "max": 5}}),
    ("情绪热度 ≥3；情绪热度 ≤5", {"heat": {"min": 3, "max": 5}}),
    ("已知 newborn、exam", {"knows": ["newborn", "exam"]}),
    ("已知 newborn；已知 exam", {"knows": ["newborn", "exam"]}),
    ("已知考试", {"knows": ["考试"]}),
    ("说过 complaint/hear-her", {"said": ["complaint/hear-her"]}),
    ("承诺过 a；兑现过 b", {"promised": ["a"], "kept": ["b"]}),
    ("需要已说中", {"need_known": True}),
    ("需要已说中 否", {"need_known": False}),
    ("性格 calm、原样", {"persona": ["calm", "原样"]}),
    ("计数器 budget ≥−20 ≤30", {"meters": {"budget": {"min": -20, "max": 30}}}),
    ("感知 服务质量 ≥6", {"perceived": {"service": {"min": 6}}}),
    ("理想 服务质量 ≤7；理想 产品性能 ≥2", {"desired": {"service": {"max": 7}, "product": {"min": 2}}}),
    ("heat <=4; knows newborn", {"heat": {"max": 4}, "knows": ["newborn"]}),
    ("need_known no", {"need_known": False}),
    ("meters budget-2 >= 0", {"meters": {"budget-2": {"min": 0}}}),
]


@pytest.mark.parametrize(("typed", "meant"), CONDITIONS)
def test_a_condition_is_read_as_it_is_meant(typed: str, meant: dict[str, Any]) -> None:
    """Signs, dashes, ranges, lists, either language, with or without spaces."""
    assert conditions.read(typed) == meant


HALF = ["热度 4", "heated <=4", "情绪热度", "已知", "感知 ≥6", "情绪热度 ≥六", "perceived service >=6, said a/b"]


@pytest.mark.parametrize("typed", HALF)
def test_what_is_no_condition_is_not_guessed_at(typed: str) -> None:
    """A condition that is half understood would change the talk: it is told instead."""
    with pytest.raises(Unread, match="condition-unread"):
        conditions.read(typed)


EFFECTS: list[tuple[str, dict[str, Any]]] = [
    (
        "服务质量 +2；产品性能 −1；情绪热度 −1；budget −30",
        {"deliver": {"service": 2, "product": -1}, "heat": -1, "meters": {"budget": -30}},
    ),
    ("服务质量+2，情绪热度-1", {"deliver": {"service": 2}, "heat": -1}),
    ("服务质量＋２、品牌形象—1", {"deliver": {"service": 2, "brand": -1}}),
    ("service 2; heat - 1", {"deliver": {"service": 2}, "heat": -1}),
    ("计数器 heat +3; budget-2 5", {"meters": {"heat": 3, "budget-2": 5}}),
]


@pytest.mark.parametrize(("typed", "meant"), EFFECTS)
def test_effects_are_read_as_they_are_meant(typed: str, meant: dict[str, Any]) -> None:
    """What is perceived, heat and meters in one cell, with whatever sign and separator the keyboard gave."""
    assert effects_read(typed, {"heat", "budget", "budget-2"}) == meant


@pytest.mark.parametrize("typed", ["服务质量", "服务质量 +2；服务质量 +1", "+2", "服务质量 很多"])
def test_effects_that_say_nothing_or_two_things_are_told(typed: str) -> None:
    """No number, no name, or the same thing twice."""
    with pytest.raises(Unread, match="effect-unread"):
        effects_read(typed, set())


def test_limits_are_read_by_component() -> None:
    """Levels, not changes."""
    assert levels_read("服务质量 7；价格合理性：6") == {"service": 7, "price": 6}


@pytest.mark.parametrize(("language", "sheet", "head"), [("zh", "谈话", "去向"), ("en", "Talk", "then")])
def test_the_manual_shows_a_message_as_it_is(language: str, sheet: str, head: str) -> None:
    """The line in the manual is the one that an author reads."""
    manual = (ROOT / "docs" / language / "workbook.md").read_text(encoding="utf-8")
    (found,) = taken(changed(exported(language), put(sheet, head, 10, "setled"))).findings
    line = found.told(language)
    assert line.replace("talk.xlsx", "谈话.xlsx" if language == "zh" else "talk.xlsx") in manual
