"""Conditions as people read them in a drawing."""

import pytest

from game.i18n import words
from game.report.conditions import condition
from game.scenario.records import Condition, Range
from tests.report.scenes import drawing

HOT = Condition(1, heat=Range(min=6))
CASES = [
    (HOT, "heat ≥ 6", "热度 ≥ 6"),
    (Condition(1, heat=Range(max=2)), "heat ≤ 2", "热度 ≤ 2"),
    (Condition(1, heat=Range(3, 5)), "heat 3–5", "热度 3–5"),
    (Condition(1, heat=Range(4, 4)), "heat = 4", "热度 = 4"),
    (Condition(1, knows=("booth",)), "knows booth", "已知 booth"),
    (Condition(1, said=(("mail", "rulebook"),)), "said mail/rulebook", "说过 mail/rulebook"),
    (Condition(1, promised=("a", "b")), "promised a, b", "承诺过 a、b"),
    (Condition(1, kept=("a",)), "kept a", "兑现过 a"),
    (Condition(1, need_known=True), "need known", "已说中需要"),
    (Condition(1, need_known=False), "need not known", "还没说中需要"),
    (Condition(1, persona=("base",)), "customer is As written", "客户是“客户原样”"),
    (Condition(1, meters=(("budget", Range(min=60)),)), "Goodwill budget ≥ 60", "关怀额度 ≥ 60"),
    (Condition(1, perceived=(("service", Range(min=6)),)), "service perceived ≥ 6", "服务质量的感知 ≥ 6"),
    (Condition(1, desired=(("price", Range(max=6)),)), "price desired ≤ 6", "价格合理性的理想 ≤ 6"),
    (Condition(1, heat=Range(min=6), knows=("booth",)), "heat ≥ 6 and knows booth", "热度 ≥ 6，且已知 booth"),
    (Condition(1, any=(HOT, Condition(1, kept=("a",)))), "(heat ≥ 6 or kept a)", "（热度 ≥ 6 或 兑现过 a）"),
    (Condition(1, all=(HOT, Condition(1, kept=("a",)))), "heat ≥ 6 and kept a", "热度 ≥ 6，且兑现过 a"),
    (Condition(1, no=HOT), "not (heat ≥ 6)", "“热度 ≥ 6”不成立"),
    (Condition(1, any=()), "never", "永不成立"),
    (Condition(1), "always", "总是成立"),
]


@pytest.mark.parametrize(("wanted", "en", "zh"), CASES, ids=[en for _, en, _ in CASES])
def test_a_condition_is_told_in_words(wanted: Condition, en: str, zh: str) -> None:
    """Whoever reads a drawing understands a condition without knowing the format."""
    scenario = drawing("room-not-ready").graph.scenario
    assert (condition(wanted, scenario, words("en")), condition(wanted, scenario, words("zh"))) == (en, zh)
