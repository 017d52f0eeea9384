"""A course's overlay on the rulebook changes numbers and words; what is wrong with it is told like a scenario's."""

import hashlib
import json
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings

from game.engine import Rulebook, is_rulebook, read_rulebook, standard
from game.engine.rules import RULES
from tests.engine.rules.fired import fired
from tests.engine.scenarios import chances

HEAD = "format: 1\nid: gentle\nversion: 3\nextends: standard\ntitle: {zh: 温和, en: Gentle}\n"


def laid(rules: str) -> Rulebook:
    """Return the standard rulebook under an overlay of these rules."""
    rulebook, problems = read_rulebook(f"{HEAD}rules: {rules}\n".encode(), "gentle.yaml", standard())
    assert rulebook is not None, [problem.told("en") for problem in problems]
    assert problems == ()
    return rulebook


def refused(text: str) -> list[tuple[str, int, int]]:
    """Return code, line and column of what is wrong with an overlay file."""
    rulebook, problems = read_rulebook(text.encode(), "gentle.yaml", standard())
    assert rulebook is None
    for problem in problems:
        assert problem.told("en").startswith(f"gentle.yaml:{problem.line}:{problem.column}: ")
        assert problem.told("zh")
    return [(problem.code, problem.line, problem.column) for problem in problems]


def test_numbers_change_and_the_rest_stays() -> None:
    """An overlay changes the numbers that it names; all others, and all words, are the standard ones."""
    rulebook = laid("{denial: {effect: {weight: 3}}, promise-broken: {effect: {again: {heat: 9}}}}")
    base = standard().rules
    assert (rulebook.id, rulebook.version, rulebook.title.en) == ("gentle", 3, "Gentle")
    assert rulebook.rules["denial"].effect.weight == 3
    assert rulebook.rules["denial"].effect.perceived == base["denial"].effect.perceived
    assert rulebook.rules["denial"].feedback == base["denial"].feedback
    again, was = rulebook.rules["promise-broken"].effect.again, base["promise-broken"].effect.again
    assert again is not None
    assert was is not None
    assert (again.heat, again.set, again.about, again.perceived) == (9, was.set, was.about, was.perceived)
    assert {id_ for id_, rule in rulebook.rules.items() if rule != base[id_]} == {"denial", "promise-broken"}


@pytest.mark.parametrize(
    ("rules", "rule", "heat", "set_points"),
    [
        ("{denial: {effect: {weight: 2}}}", "denial", 8, 0),
        ("{vague-promise: {effect: {set: -9}}}", "vague-promise", 4, -9),
        ("{name-the-need: {effect: {heat: -3}}}", "name-the-need", 1, 0),
        ("{promise-broken: {effect: {heat: 5, set: -1}}}", "promise-broken", 9, -1),
        ("{close-the-loop: {effect: {set: 0}}}", "close-the-loop", 4, 0),
    ],
)
def test_changed_numbers_are_played(rules: str, rule: str, heat: int, set_points: int) -> None:
    """What an overlay says is what a play does."""
    standing = fired(rule, laid(rules)).standing
    assert (standing.heat, standing.set_points) == (heat, set_points)


def test_changed_steps_are_played() -> None:
    """How far frames lower desired, what deliveries are divided by and what a surprise is worth are numbers too."""
    price = 2
    lowered = fired("honest-framing", laid("{honest-framing: {effect: {lowers: 1}}}"))
    assert lowered.standing.desired[price] == 8
    assert fired("honest-framing").standing.desired[price] == 7
    divided = fired("connect-before-correct", laid("{connect-before-correct: {effect: {divide: 3}}}"))
    assert divided.standing.perceived[price] == 6
    surprised = fired("salient-surprise", laid("{salient-surprise: {effect: {about: 4}}}"))
    assert surprised.standing.perceived[price] == 9
    warm = fired("warmth-in-time", laid("{warmth-in-time: {effect: {empathy: -40}}}"))
    assert warm.turns[-1].empathy_turn == 60


def test_words_change_one_by_one() -> None:
    """Name, lines, lesson and source are replaced where they are told; parts of a lesson one by one."""
    words = "{name: {zh: 名, en: Name}, feedback: ['{customer}!'], source: us, lesson: {why: because}}"
    rulebook = laid(f"{{denial: {words}}}")
    rule, base = rulebook.rules["denial"], standard().rules["denial"]
    assert (rule.name.en, rule.name.zh, rule.source) == ("Name", "名", "us")
    assert [line.en for line in rule.feedback] == ["{customer}!"]
    assert (rule.lesson.why.en, rule.lesson.what) == ("because", base.lesson.what)
    assert rule.effect == base.effect


def test_the_hash_is_of_both_files() -> None:
    """A transcript keeps the rulebook's hash: it differs for every overlay and rests on the standard one below."""
    one, two = laid("{denial: {effect: {weight: 2}}}"), laid("{denial: {effect: {weight: 3}}}")
    assert len({standard().sha256, one.sha256, two.sha256}) == 3
    assert laid("{denial: {effect: {weight: 2}}}").sha256 == one.sha256
    raw = f"{HEAD}rules: {{denial: {{effect: {{weight: 2}}}}}}\n".encode()
    assert one.sha256 == hashlib.sha256(standard().sha256.encode() + raw).hexdigest()


def test_plays_under_two_rulebooks_side_by_side() -> None:
    """Two courses with other rules play the same scenario without touching each other."""
    strict = laid("{denial: {effect: {weight: 2}}}")
    assert [fired("denial", book).standing.heat for book in (None, strict, None)] == [6, 8, 6]


@pytest.mark.parametrize(
    ("rules", "code", "line", "column"),
    [
        ("rules:\n  denail: {off: true}\n", "unknown-rule", 7, 3),
        ("rules:\n  denial: {effect: {heat: 1}}\n", "unknown-effect", 7, 21),
        ("rules:\n  promise-broken: {effect: {again: {divide: 2}}}\n", "unknown-effect", 7, 37),
        ("rules:\n  denial: {effect: {weight: 11}}\n", "out-of-range", 7, 29),
        ("rules:\n  denial: {effect: {weight: one}}\n", "wrong-type", 7, 29),
        ("rules:\n  denial: {effekt: {}}\n", "unknown-key", 7, 12),
        ("rules:\n  denial: {off: maybe}\n", "wrong-type", 7, 17),
        ("rules:\n  denial: {feedback: ['{custmer}']}\n", "unknown-placeholder", 7, 23),
        ("rules:\n  denial: {feedback: ['{customer']}\n", "unknown-placeholder", 7, 23),
        ("rules:\n  denial: {feedback: [{zh: 好, en: '{}'}]}\n", "unknown-placeholder", 7, 23),
        ("rules:\n  denial: {effect: {perceived: {brnad: 1}}}\n", "unknown-key", 7, 33),
        ("rules:\n  denial: {off: true}\n  denial: {off: true}\n", "duplicate-key", 8, 3),
        ("rules:\n  denial: &a {off: true}\n", "anchor", 7, 11),
        ("rules: 7\n", "wrong-type", 6, 8),
    ],
)
def test_what_is_wrong_is_told_with_its_place(rules: str, code: str, line: int, column: int) -> None:
    """Each mistake has a code, a line and a column, and no rulebook comes of it."""
    assert (code, line, column) in refused(HEAD + rules)


@pytest.mark.parametrize(
    ("rule", "column"),
    [
        ("name: ''", 18),
        ("name: {zh: 名, en: ' '}", 18),
        ("source: ''", 20),
        ("feedback: ['']", 23),
        ("feedback: [{zh: 好, en: Good}, {zh: '', en: ''}]", 42),
        ("lesson: {why: ''}", 26),
        ("lesson: {}, name: {}", 30),
    ],
)
def test_empty_texts_are_refused(rule: str, column: int) -> None:
    """An overlay cannot leave a card, a name or a line of feedback without words."""
    assert refused(f"{HEAD}rules:\n  denial: {{{rule}}}\n") == [("empty-text", 7, column)]
    assert refused(f"{HEAD.replace('{zh: 温和, en: Gentle}', repr(''))}rules: {{}}\n") == [("empty-text", 5, 8)]


def test_a_text_in_one_language_is_enough() -> None:
    """A course in Chinese writes Chinese, and what was refused for its type is not called empty as well."""
    assert laid("{denial: {name: {zh: 推责}, lesson: {why: {zh: 因为}}}}").rules["denial"].name.zh == "推责"
    assert [code for code, _, _ in refused(f"{HEAD}rules: {{denial: {{name: 3}}}}\n")] == ["wrong-type"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "rules",
        "[]",
        "rules: {}",
        "a: b: c",
        "\t",
        HEAD,
        HEAD.replace("gentle", "a b") + "rules: {}",
        "format: 2\nrules: {}",
    ],
)
def test_what_is_no_rulebook_at_all(text: str) -> None:
    """Whatever the file is, what is wrong with it is said."""
    assert refused(text)


def test_all_problems_at_once() -> None:
    """Several mistakes are told together, by line."""
    found = refused(f"{HEAD}rules:\n  denail: {{off: true}}\n  blame: {{effect: {{set: 1}}}}\n")
    assert [code for code, _, _ in found] == ["unknown-rule", "unknown-effect"]


@pytest.mark.parametrize(
    ("raw", "is_one"),
    [(b"rules: {}", True), (b"rules: {}\nbeats: {}", False), (b"beats: {}", False), (b"- rules", False)],
)
def test_what_is_meant_as_a_rulebook(raw: bytes, is_one: bool) -> None:
    """A file with rules and no beats is a rulebook."""
    assert is_rulebook(raw) is is_one


_TEXTS: list[Any] = [
    "a",
    "",
    "{customer}",
    "{customer!x}",
    "{customer:d}",
    "{{",
    "}",
    "{}",
    {"zh": "{by}"},
    {},
    None,
    1,
]
_NUMBERS: list[Any] = [0, 1, -1, 10, -11, 101, 10**30, True, None, "1", 1.5, []]
_PLAIN = ("weight", "about", "heat", "set", "empathy", "divide", "lowers")


def _drawn_rule(chance: Random) -> dict[str, Any]:
    """Return what an overlay might say of a rule, half of it wrong."""

    def number() -> Any:
        return chance.choice(_NUMBERS)

    def text() -> Any:
        return chance.choice(_TEXTS)

    effect: dict[str, Any] = {name: number() for name in _PLAIN if chance.randint(0, 5) == 0}
    if chance.randint(0, 2) == 0:
        effect["perceived"] = chance.choice([{"brand": number()}, {"brnad": 1}, number()])
        effect["again"] = chance.choice([{"heat": number()}, {}, number()])
    whole: dict[str, Any] = {
        "name": text(),
        "effect": effect,
        "feedback": [text() for _ in range(chance.randint(0, 2))],
        "lesson": {chance.choice(["what", "why", "good", "bad", "wy"]): text()},
        "source": text(),
        "off": chance.choice([True, False, None, "no"]),
        "ofrf": 1,
    }
    return {key: whole[key] for key in chance.sample(list(whole), chance.randint(0, 2))}


@settings(max_examples=200)
@given(chances)
def test_no_overlay_raises(chance: Random) -> None:
    """Whatever an overlay holds, it is either a whole rulebook that can be told, or problems with their places."""
    drawn: dict[str, Any] = {"format": 1, "id": "x", "version": 1, "extends": "standard"}
    ids = chance.sample([*RULES, "nope"], chance.randint(0, 3))
    drawn["rules"] = {id_: _drawn_rule(chance) for id_ in ids}
    if chance.randint(0, 5) == 0:
        drawn[chance.choice(list(drawn))] = chance.choice([*_TEXTS, *_NUMBERS])
    raw = json.dumps(drawn).encode()
    rulebook, problems = read_rulebook(raw, "x.yaml", standard())
    for problem in problems:
        assert problem.line >= 1
        assert problem.column >= 1
        assert problem.told("zh")
        assert problem.told("en")
    assert (rulebook is None) == any(problem.level == "error" for problem in problems)
    if rulebook is not None:
        assert set(rulebook.rules) == set(RULES)
        filled = dict.fromkeys(("customer", "component", "promise", "by", "need", "extra"), "x")
        for rule in rulebook.rules.values():
            assert rule.feedback
            for line in rule.feedback:
                assert "{" not in line.told("zh").replace("{{", "").format(**filled)
