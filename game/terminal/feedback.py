"""What a pick did: what changed, and for each rule that fired its name and a line on it; the lesson behind a rule."""

import re
from collections.abc import Iterator
from typing import Final

from game import engine
from game.engine import Fired, Gauges, Rule, Turn, Zone
from game.i18n import Words
from game.scenario import Promise
from game.terminal.blocks import Bar, Block, Chart, Entry, Gap, Page, Para, Scale, Section, Style
from game.terminal.gauges import HOTTEST, need_name, promise_name, zone_row

GAP: Final = re.compile(r"\{(\w+)\}")


def feedback_page(words: Words, turn: Turn) -> Page:
    """Return what a turn changed, and the remarks on it."""
    page: list[Block] = [Section(words("feedback.changes")), *changes(words, turn)]
    if turn.fired:
        page += [Section(words("feedback.rules")), *remarks(words, turn)]
    return page


def changes(words: Words, turn: Turn) -> list[Block]:
    """Return what is another than before the turn, and only that."""
    before, after = engine.gauges(turn.case, turn.before), engine.gauges(turn.case, turn.after)
    rows = tuple(_moved(words, before, after))
    paras = [Para(text, style, 2) for text, style in _happened(words, turn, before, after)]
    blocks: list[Block] = [Chart(rows)] if rows else []
    return [*blocks, *paras] or [Para(words("feedback.nothing"), "quiet", 2)]


def _moved(words: Words, before: Gauges, after: Gauges) -> Iterator[Scale | Bar]:
    for was, is_ in zip(before.zones, after.zones, strict=True):
        if was != is_:
            yield _zone(words, was, is_)
    if before.heat != after.heat:
        label = words("gauges.heat")
        yield _bar(words, label, before.heat, after.heat, HOTTEST, hot=True)
    for label, old, new in (
        (words("gauges.empathy"), before.empathy, after.empathy),
        (words("gauges.nvc"), before.nvc, after.nvc),
    ):
        if old != new:
            yield _bar(words, label, old, new, 100)
    for (meter, old), (_, new) in zip(before.meters, after.meters, strict=True):
        if old != new:
            yield _bar(words, meter.label.told(words.language), old, new, meter.max)


def _bar(words: Words, label: str, old: int, new: int, top: int, *, hot: bool = False) -> Bar:
    beside = words("feedback.moved", before=old, after=new)
    told = words("feedback.moved_told", label=label, before=old, after=new)
    return Bar(label, max(0, new), max(1, top), beside, told, hot)


def _zone(words: Words, was: Zone, is_: Zone) -> Scale:
    """Return the zone of a component with what moved in it, drawn and in words."""
    moves = [
        (name, {"before": old, "after": new})
        for name, old, new in (
            ("perceived", was.perceived, is_.perceived),
            ("adequate", was.adequate, is_.adequate),
            ("desired", was.desired, is_.desired),
        )
        if old != new
    ]
    comma = words("mark.comma")
    drawn = comma.join(words(f"feedback.{name}", **levels) for name, levels in moves)
    told = comma.join(words(f"feedback.{name}_told", **levels) for name, levels in moves)
    row = zone_row(words, is_, drawn)
    return Scale(row.label, row.adequate, row.desired, row.perceived, drawn, words("mark.colon", name=row.label) + told)


def _happened(words: Words, turn: Turn, before: Gauges, after: Gauges) -> Iterator[tuple[str, Style]]:
    if before.set_points != after.set_points:
        label, old, new = words("feedback.set"), before.set_points, after.set_points
        yield words("feedback.moved_told", label=label, before=old, after=new), "good" if new > old else "bad"
    if before.need is None and after.need is not None:
        yield words("feedback.need", need=need_name(words, turn.case.scenario, after.need)), "good"
    known = {id_ for id_, _ in before.facts}
    for id_, fact in after.facts:
        if id_ not in known:
            yield words("feedback.fact", fact=fact), "good"
    fates = {promise.id: fate for promise, fate in before.ledger}
    for promise, fate in after.ledger:
        if fates.get(promise.id) != fate:
            style: Style = "good" if fate == "kept" else "" if fate == "open" else "bad"
            yield words(f"feedback.promise.{fate}", promise=promise_name(words, promise)), style


def remarks(words: Words, turn: Turn) -> list[Entry]:
    """Return for each rule that fired its number, its name and a line on what it did."""
    return [
        Entry(
            words("mark.colon", name=f"{number}. {_rule(turn, fired).name.told(words.language)}"),
            remark(words, turn, fired),
            tone(_rule(turn, fired)),
            2,
            5,
        )
        for number, fired in enumerate(turn.fired, start=1)
    ]


def _rule(turn: Turn, fired: Fired) -> Rule:
    return turn.case.rulebook.rules[fired.rule]


def remark(words: Words, turn: Turn, fired: Fired) -> str:
    """Return a rule's line of feedback, one after the other as turns go by, with its gaps filled from the turn."""
    lines = _rule(turn, fired).feedback
    if not lines:
        return ""
    filling = _filling(words, turn, fired)
    line = lines[(turn.number - 1) % len(lines)].told(words.language)
    return GAP.sub(lambda gap: filling.get(gap[1], gap[0]), line)


def _filling(words: Words, turn: Turn, fired: Fired) -> dict[str, str]:
    """Return what stands for each gap; something that fits in any sentence where the turn knows nothing of it."""
    case, told = turn.case, words.language
    response = next((one for one in case.scenario.beats[turn.beat].responses if one.id == turn.response), None)
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


def tone(rule: Rule) -> Style:
    """Return how a rule's name is coloured: what it does to the play says whether it is praise."""
    effect = rule.effect
    gains = [effect.about, effect.set, effect.empathy, -effect.heat, -effect.weight, *(n for _, n in effect.perceived)]
    if effect.divide > 1 or any(gain < 0 for gain in gains):
        return "bad"
    return "good" if any(gains) else "strong"


def lesson_page(words: Words, rule: Rule) -> Page:
    """Return the lesson card of a rule."""
    told, lesson = words.language, rule.lesson
    parts = (("what", lesson.what), ("why", lesson.why), ("good", lesson.good), ("bad", lesson.bad))
    card = [Entry(words(f"lesson.{part}"), text.told(told), indent=2) for part, text in parts]
    return [Section(rule.name.told(told)), *card, Entry(words("lesson.source"), rule.source, "quiet", 2), Gap()]


def lesson_of(words: Words, rules: tuple[Rule, ...], number: str) -> Page:
    """Return the lesson card of the rule of a number, from 1; else what can be typed."""
    if not rules:
        return [Para(words("lesson.none"), "quiet")]
    if not number and len(rules) == 1:
        return lesson_page(words, rules[0])
    if not number or not 1 <= int(number) <= len(rules):
        return [Para(words("lesson.which", most=len(rules)), "quiet")]
    return lesson_page(words, rules[int(number) - 1])


def rules_of(turn: Turn) -> tuple[Rule, ...]:
    """Return the rules that fired in a turn, in the order of its remarks."""
    return tuple(_rule(turn, fired) for fired in turn.fired)
