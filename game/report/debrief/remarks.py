"""What is said about a pick by the rules that fired, and the lesson behind a rule."""

import re
from collections import Counter
from typing import Final

from game import engine
from game.engine import Fired, Play, Rule, Turn
from game.i18n import Words
from game.report.debrief.feedback import Lesson, Remark, RuleCount, Tone
from game.report.debrief.naming import need_name, response_at
from game.scenario import Promise

GAP: Final = re.compile(r"\{(\w+)\}")
COUNTED: Final = frozenset({"specific-empathy"})
"""Rules whose gain is not in their effect: the turn itself counts it, in heat and empathy."""


def remarks(words: Words, turn: Turn) -> tuple[Remark, ...]:
    """Return for each rule that fired its number, its name and a line on what it did."""
    return tuple(
        Remark(number, rule.id, rule.name.told(words.language), tone(rule), remark(words, turn, fired))
        for number, (rule, fired) in enumerate(zip(rules_of(turn), turn.fired, strict=True), start=1)
    )


def rules_of(turn: Turn) -> tuple[Rule, ...]:
    """Return the rules that fired in a turn, in the order of its remarks."""
    return tuple(turn.case.rulebook.rules[fired.rule] for fired in turn.fired)


def rules_of_play(play: Play) -> tuple[tuple[Rule, int], ...]:
    """Return the rules that fired in a play, each once with how often, in the order in which they first fired."""
    counted = Counter(fired.rule for turn in play.turns for fired in turn.fired)
    rules = play.case.rulebook.rules
    return tuple((rules[id_], count) for id_, count in counted.items())


def counts(words: Words, play: Play) -> tuple[RuleCount, ...]:
    """Return the rules of a play with their names and how often each fired."""
    return tuple(
        RuleCount(rule, rule.name.told(words.language), tone(rule), count) for rule, count in rules_of_play(play)
    )


def lesson(words: Words, rule: Rule) -> Lesson:
    """Return the lesson card of a rule."""
    told, card = words.language, rule.lesson
    parts = (("what", card.what), ("why", card.why), ("good", card.good), ("bad", card.bad))
    texts = tuple((words(f"lesson.{part}"), text.told(told)) for part, text in parts)
    return Lesson(rule.id, rule.name.told(told), texts, rule.source)


def tone(rule: Rule) -> Tone:
    """Return whether a rule praises or blames: what it does to the play says which."""
    effect = rule.effect
    gains = [effect.about, effect.set, effect.empathy, -effect.heat, -effect.weight, *(n for _, n in effect.perceived)]
    if effect.divide > 1 or any(gain < 0 for gain in gains):
        return "bad"
    return "good" if any(gains) or rule.id in COUNTED else "plain"


def remark(words: Words, turn: Turn, fired: Fired) -> str:
    """Return a rule's line of feedback, one after the other as turns go by, with its gaps filled from the turn."""
    lines = turn.case.rulebook.rules[fired.rule].feedback
    if not lines:
        return ""
    filling = _filling(words, turn, fired)
    line = lines[(turn.number - 1) % len(lines)].told(words.language)
    return GAP.sub(lambda gap: filling.get(gap[1], gap[0]), line)


def _filling(words: Words, turn: Turn, fired: Fired) -> dict[str, str]:
    """Return what stands for each gap; something that fits in any sentence where the turn knows nothing of it."""
    case, told = turn.case, words.language
    response = response_at(turn, turn.response)
    extra = response.extra.say if response is not None and response.extra is not None else None
    promise = _promise(turn, fired.promise)
    by = promise.by if promise is not None else None
    return {
        "customer": case.customer.name.told(told),
        "component": words("feedback.this" if fired.about is None else f"component.{fired.about}"),
        "promise": words("feedback.promise") if promise is None else _said(words, promise),
        "by": words("feedback.by") if by is None else by.told(told),
        "need": words("feedback.need_unknown") if fired.need is None else need_name(words, case.scenario, fired.need),
        "extra": words("feedback.extra") if extra is None else extra.told(told),
    }


def _said(words: Words, promise: Promise) -> str:
    return promise.id if promise.say is None else promise.say.told(words.language)


def _promise(turn: Turn, id_: str | None) -> Promise | None:
    made = engine.gauges(turn.case, turn.after).ledger
    return next((promise for promise, _ in made if promise.id == id_), None)
