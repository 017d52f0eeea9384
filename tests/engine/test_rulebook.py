"""The standard rulebook: every rule of the design's table with its very numbers, words in both languages, a source."""

import string
from typing import Any

import pytest

from game.engine import Rule, read_rulebook, standard
from game.engine.rules import RULES
from game.scenario import Text
from tests.engine.rules.fired import FIRES, fired

Data = dict[str, Any]
_BROKEN: Data = {
    "perceived": {"brand": -2},
    "about": -2,
    "heat": 2,
    "set": -20,
    "again": {"perceived": {"brand": -4}, "about": -4, "heat": 4, "set": -20},
}
TABLE: dict[str, Data] = {
    **{
        tag: {"weight": 1}
        for tag in (
            "evaluation", "pseudo-feeling", "demand", "comparison", "interrogation", "silence", "minimising", "advice",
        )
    },
    "denial": {"weight": 1, "perceived": {"brand": -1}},
    "blame": {"weight": 1, "perceived": {"personal": -1}},
    "retelling": {"weight": 1, "perceived": {"personal": -1}},
    "contempt": {"weight": 2, "perceived": {"personal": -1}},
    "connect-before-correct": {"divide": 2},
    "specific-empathy": {},
    "generic-empathy": {},
    "bare-apology": {},
    "warmth-in-time": {"empathy": -10},
    "paraphrase-first": {"perceived": {"personal": 1}},
    "ask-first": {"perceived": {"personal": 1}},
    "name-the-need": {"heat": -1},
    "wrong-need": {},
    "own-the-failure": {"perceived": {"brand": 1}, "heat": -1},
    "update-before-asked": {"perceived": {"service": 1}, "heat": -1},
    "overpromise": {},
    "give-a-when": {"perceived": {"service": 1}, "set": 10},
    "vague-promise": {"set": -5},
    "promise-kept": {"heat": -1, "set": 15},
    "promise-thin": {"perceived": {"brand": -1}, "set": -15},
    "promise-broken": _BROKEN,
    "sandbagging": {"perceived": {"brand": -1}, "set": -10},
    "needless-limit": {},
    "frame-unheard": {},
    "honest-framing": {"lowers": 3, "perceived": {"brand": 1}, "set": 15},
    "bare-limit": {"lowers": 1},
    "recap": {"set": 5},
    "salient-surprise": {"about": 2},
    "surprise-off-target": {},
    "close-the-loop": {"set": 10},
    "loop-left-open": {"set": -10},
    "promise-forgotten": _BROKEN,
}  # fmt: skip
"""The table of the design, section 4."""
GAPS = {"customer", "component", "promise", "by", "need", "extra"}
WHERE_KNOWN = {
    "promise": {
        "overpromise", "give-a-when", "vague-promise", "promise-kept", "promise-thin", "promise-broken",
        "promise-forgotten",
    },
    "by": {"give-a-when"},
    "need": {"name-the-need", "wrong-need"},
    "extra": {"salient-surprise", "surprise-off-target"},
}  # fmt: skip
ZERO: Data = {"weight": 0, "about": 0, "heat": 0, "set": 0, "empathy": 0, "divide": 1, "lowers": 0}


def _numbers(effect: Any) -> Data:
    """Return an effect as the table writes it."""
    numbers = {name: getattr(effect, name) for name, zero in ZERO.items() if getattr(effect, name) != zero}
    if effect.perceived:
        numbers["perceived"] = dict(effect.perceived)
    if effect.again is not None:
        numbers["again"] = _numbers(effect.again)
    return numbers


def _texts(rule: Rule) -> list[Text]:
    lesson = rule.lesson
    return [rule.name, *rule.feedback, lesson.what, lesson.why, lesson.good, lesson.bad]


def _gaps(told: str | None) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(told or "") if name}


def test_the_rulebook_is_version_one_and_whole() -> None:
    """The standard rulebook is version 1 and has the forty rules of the table, none more."""
    rulebook = standard()
    assert (rulebook.id, rulebook.version) == ("standard", 1)
    assert set(rulebook.rules) == set(TABLE) == set(RULES)
    assert standard() is rulebook


@pytest.mark.parametrize("rule", TABLE)
def test_a_rule_has_the_numbers_of_the_table(rule: str) -> None:
    """Each effect is exactly the one that the design names, in `standard.yaml` alone."""
    assert _numbers(standard().rules[rule].effect) == TABLE[rule]
    assert not standard().rules[rule].off


@pytest.mark.parametrize("rule", TABLE)
def test_a_rule_speaks_both_languages(rule: str) -> None:
    """Name, feedback and lesson are there in Chinese and in English, each in its own script; the source is named."""
    told = standard().rules[rule]
    assert told.source.strip()
    assert told.feedback
    for text in _texts(told):
        assert text.zh is not None
        assert text.en is not None
        assert any("\u4e00" <= letter <= "\u9fff" for letter in text.zh)
        assert not any("\u3000" <= letter <= "\u9fff" or "\uff00" <= letter <= "\uffef" for letter in text.en)
    assert len({text.zh for text in told.feedback}) == len(told.feedback)


@pytest.mark.parametrize("rule", TABLE)
def test_every_gap_in_a_feedback_line_is_known_there(rule: str) -> None:
    """A line of feedback names only what its rule knows, and the same in both languages but for the customer."""
    for text in standard().rules[rule].feedback:
        zh, en = _gaps(text.zh), _gaps(text.en)
        assert zh - {"customer"} == en - {"customer"}
        assert zh | en <= GAPS
        for gap in zh & WHERE_KNOWN.keys():
            assert rule in WHERE_KNOWN[gap]


def _off(*rules: str) -> bytes:
    lines = "".join(f"  {rule}: {{off: true}}\n" for rule in rules)
    return f"format: 1\nid: gentle\nversion: 1\nextends: standard\nrules:\n{lines}".encode()


@pytest.mark.parametrize("rule", FIRES)
def test_every_rule_fires_somewhere(rule: str) -> None:
    """Each rule is told among the rules that fired, once in the list of ids, with its feedback."""
    turn = fired(rule).turns[-1]
    assert rule in turn.rules
    assert turn.rules == tuple(sorted({one.rule for one in turn.fired}))


def test_only_silence_cannot_be_written() -> None:
    """All rules but silence, which is the engine's own, are reached by a file."""
    assert set(RULES) - set(FIRES) == {"silence"}


@pytest.mark.parametrize("rule", FIRES)
def test_a_rule_switched_off(rule: str) -> None:
    """Off means: neither feedback, nor effect, nor the id in `rules`; the other rules of the turn stay."""
    rulebook, problems = read_rulebook(_off(rule), "off.yaml", standard())
    assert rulebook is not None
    assert problems == ()
    on, off = fired(rule), fired(rule, rulebook)
    assert set(off.turns[-1].rules) == set(on.turns[-1].rules) - {rule}
    assert [one for one in off.turns[-1].fired if one.rule == rule] == []
    effect = TABLE[rule]
    weight = effect.get("weight", 0)
    assert on.standing.heat - off.standing.heat == effect.get("heat", 0) + 2 * weight
    assert on.standing.set_points - off.standing.set_points == effect.get("set", 0)
    levels = zip(on.case.layout.components, off.standing.perceived, on.standing.perceived, strict=True)
    changes = {component: after - before for component, before, after in levels if before != after}
    wanted = dict(effect.get("perceived", {}))
    if effect.get("about"):
        wanted["price"] = effect["about"]
    if rule == "connect-before-correct":
        wanted = {"price": 1 - 3}
    assert changes == wanted
    lost = 30 * weight - effect.get("empathy", 0)
    assert max(0, off.turns[-1].empathy_turn - lost) == on.turns[-1].empathy_turn
    lowered = {"honest-framing": 2, "bare-limit": 1}.get(rule, 0)
    assert sum(off.standing.desired) - sum(on.standing.desired) == lowered


def test_what_a_switched_off_rule_leaves() -> None:
    """What a word or a limit is stays: sandbagging still leaves desired, the need is known, a promise still closes."""
    rulebook, _ = read_rulebook(_off("sandbagging", "name-the-need", "promise-broken", "promise-kept"), "f", standard())
    assert rulebook is not None
    limit = fired("sandbagging", rulebook)
    assert limit.standing.desired == fired("sandbagging").standing.desired
    named = fired("name-the-need", rulebook)
    assert named.standing.marks == fired("name-the-need").standing.marks
    for rule in ("promise-broken", "promise-kept"):
        assert fired(rule, rulebook).standing.open_promises == ()


def test_a_wrong_need_switched_off_lets_the_tag_count() -> None:
    """The effect of wrong-need is that the tag does not count; switched off, it counts."""
    rulebook, _ = read_rulebook(_off("wrong-need"), "f", standard())
    assert (fired("wrong-need").turns[-1].nvc_turn, fired("wrong-need", rulebook).turns[-1].nvc_turn) == (40, 70)
