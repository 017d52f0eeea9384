"""What is said about a pick: one line for each rule that fired, about this customer; and what changed."""

import re
from typing import Any

import msgspec
import pytest

from game.engine import begin, choose, standard
from game.i18n import words
from game.report.debrief import changes, lesson, remark, remarks, rules_of_play, tone
from tests.proof.talks import beat, scenario_with
from tests.terminal.room import BEST, BROKEN, PLAYS, played, shelved


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("play", PLAYS, ids=lambda play: f"{play['persona']}/{','.join(play['picks'])}")
def test_each_rule_that_fired_is_told_without_a_gap(play: dict[str, Any], language: str) -> None:
    """Every rule that fired has its number, its name and a line in which nothing is left open."""
    for turn in played(play["picks"], play["persona"] or "base").turns:
        found = remarks(words(language), turn)
        assert [(one.number, one.rule) for one in found] == [(at, f.rule) for at, f in enumerate(turn.fired, 1)]
        assert all(one.name == standard().rules[one.rule].name.told(language) for one in found)
        assert not any(re.search(r"[{}]", one.line) for one in found)


def test_the_line_on_a_rule_changes_from_turn_to_turn() -> None:
    """The same rule does not say the same sentence twice running, and always the same in the same turn."""
    play = played()
    empathic = [(turn, fired) for turn in play.turns for fired in turn.fired if fired.rule == "specific-empathy"]
    lines = [remark(words("en"), turn, fired) for turn, fired in empathic]
    assert len(set(lines)) > 1
    assert lines == [remark(words("en"), turn, fired) for turn, fired in empathic]


def test_gaps_that_a_turn_knows_nothing_of_get_words_that_fit() -> None:
    """An overlay's line may ask for what a turn does not have; it then reads as a sentence all the same."""
    turn = played(BEST[:1]).turns[0]
    rule = standard().rules["specific-empathy"]
    line = type(rule.name)(None, "{component}/{promise}/{by}/{need}/{extra}/{customer}/{other}")
    rules = {
        **standard().rules,
        rule.id: type(rule)(rule.id, rule.name, rule.effect, (line,), rule.lesson, rule.source),
    }
    book = type(standard())("own", 1, rule.name, rules, "0" * 64)
    play = begin(shelved().scenario, rulebook=book)
    other = choose(play, turn.response)
    fired = next(one for one in other.fired if one.rule == rule.id)
    assert remark(words("en"), other, fired) == "this/that/the time given/that need/the extra/Mrs Wang/{other}"


def test_praise_and_blame_are_told_apart() -> None:
    """A rule that lifts the play is told as praise, one that costs as blame, one that only remarks as neither."""
    rules = standard().rules
    assert tone(rules["give-a-when"]) == "good"
    assert tone(rules["connect-before-correct"]) == "bad"
    assert {tone(rules[id_]) for id_ in ("contempt", "promise-broken", "loop-left-open", "warmth-in-time")} == {"bad"}
    assert tone(rules["generic-empathy"]) == "plain"


def test_only_what_changed_is_there() -> None:
    """Changes have what moved, from which number to which, and nothing that stayed."""
    moved = changes(words("en"), played(BEST[:3]).turns[2])
    assert [(one.component, one.perceived.before, one.perceived.after) for one in moved.zones] == [
        ("service", 5, 6),
        ("brand", 6, 7),
    ]
    assert [one.desired.moved for one in moved.zones] == [True, False]
    assert [(one.name, one.before, one.after, one.hot) for one in moved.numbers] == [("nvc", 88, 90, False)]
    assert [(one.kind, one.tone) for one in moved.news] == [("set", "good"), ("promise", "plain")]


def test_heat_is_the_number_of_which_more_is_worse() -> None:
    """Heat is marked as hot, empathy and meters are not."""
    numbers = {one.name: one.hot for turn in played(BEST).turns for one in changes(words("zh"), turn).numbers}
    assert numbers == {"heat": True, "empathy": False, "nvc": False, "budget": False}


def test_broken_promises_are_bad_news() -> None:
    """A promise that fell through is told as bad, a need that was named and a fact found out as good."""
    found = {(one.kind, one.tone) for turn in played(BEST).turns for one in changes(words("en"), turn).news}
    assert {("need", "good"), ("fact", "good"), ("promise", "good")} <= found
    last = changes(words("en"), played(BROKEN).turns[-1]).news
    assert [one.tone for one in last if one.kind == "promise"] == ["bad", "bad"]


def test_a_promise_is_told_when_it_is_made_and_not_again() -> None:
    """A promise that stays open is no news in the turns after it."""
    promise = {"promise": {"p1": {"about": "service", "level": 6, "by": "17:30"}}}
    talk = begin(scenario_with({"b0": beat(give=promise), "b1": beat(wait={}), "b2": beat(go={"then": "end"})}))
    turns = [choose(talk, pick) for pick in ("give", "wait")]
    told = [[one.kind for one in changes(words("en"), turn).news].count("promise") for turn in turns]
    assert told == [1, 0]


def test_a_turn_that_changes_nothing_is_empty() -> None:
    """Where a pick leaves everything as it was, there is nothing to show but that."""
    turn = played(["fix-first"]).turns[0]
    none = changes(words("en"), msgspec.structs.replace(turn, after=turn.before))
    assert not none
    assert none.nothing == "Nothing changed."


def test_rules_are_counted_over_the_play() -> None:
    """Each rule of a play is there once, in the order in which it first fired, with how often it did."""
    play = played(BROKEN)
    fired = [one.rule for turn in play.turns for one in turn.fired]
    assert [(rule.id, count) for rule, count in rules_of_play(play)] == [
        (id_, fired.count(id_)) for id_ in dict.fromkeys(fired)
    ]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_lesson_card_is_whole(language: str) -> None:
    """A card has the rule's name, four parts with their titles, and the source, for every rule."""
    for rule in standard().rules.values():
        card = lesson(words(language), rule)
        assert len(card.parts) == 4
        assert all(title and text for title, text in card.parts)
        assert (card.name, card.source) == (rule.name.told(language), rule.source)
