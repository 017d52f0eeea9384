"""What a pick changed: zones, numbers, promises, what was found out; and nothing that stayed."""

from collections.abc import Iterator
from typing import Final

from game import engine
from game.engine import Gauges, Turn, Zone
from game.i18n import Words
from game.report.debrief.feedback import Changes, Level, News, NumberMove, Tone, ZoneMove
from game.report.debrief.naming import need_name, promise_name

HOTTEST: Final = 10
FULL: Final = 100
FATES: Final[dict[str, Tone]] = {"open": "plain", "kept": "good", "thin": "bad", "broken": "bad"}


def changes(words: Words, turn: Turn) -> Changes:
    """Return what is another than before the turn, and only that."""
    before, after = engine.gauges(turn.case, turn.before), engine.gauges(turn.case, turn.after)
    zones = tuple(_zone(words, was, is_) for was, is_ in zip(before.zones, after.zones, strict=True) if was != is_)
    news = tuple(_news(words, turn, before, after))
    return Changes(zones, tuple(_numbers(words, before, after)), news, words("feedback.nothing"))


def _zone(words: Words, was: Zone, is_: Zone) -> ZoneMove:
    """Return a component with what moved in it, in signs and in words."""
    levels = {name: Level(getattr(was, name), getattr(is_, name)) for name in ("perceived", "adequate", "desired")}
    moved = [(name, {"before": level.before, "after": level.after}) for name, level in levels.items() if level.moved]
    comma, label = words("mark.comma"), words(f"component.{is_.component}")
    drawn = comma.join(words(f"feedback.{name}", **numbers) for name, numbers in moved)
    told = comma.join(words(f"feedback.{name}_told", **numbers) for name, numbers in moved)
    return ZoneMove(is_.component, label, **levels, moves=drawn, told=words("mark.colon", name=label) + told)


def _numbers(words: Words, before: Gauges, after: Gauges) -> Iterator[NumberMove]:
    if before.heat != after.heat:
        yield _number(words, "heat", words("gauges.heat"), before.heat, after.heat, HOTTEST, hot=True)
    for name, old, new in (("empathy", before.empathy, after.empathy), ("nvc", before.nvc, after.nvc)):
        if old != new:
            yield _number(words, name, words(f"gauges.{name}"), old, new, FULL)
    for (meter, old), (_, new) in zip(before.meters, after.meters, strict=True):
        if old != new:
            yield _number(words, meter.id, meter.label.told(words.language), old, new, meter.max)


def _number(words: Words, name: str, label: str, old: int, new: int, top: int, hot: bool = False) -> NumberMove:
    moves = words("feedback.moved", before=old, after=new)
    told = words("feedback.moved_told", label=label, before=old, after=new)
    return NumberMove(name, label, old, new, top, hot, moves, told)


def _news(words: Words, turn: Turn, before: Gauges, after: Gauges) -> Iterator[News]:
    if before.set_points != after.set_points:
        label, old, new = words("feedback.set"), before.set_points, after.set_points
        told = words("feedback.moved_told", label=label, before=old, after=new)
        yield News("set", "good" if new > old else "bad", told)
    if before.need is None and after.need is not None:
        need = need_name(words, turn.case.scenario, after.need)
        yield News("need", "good", words("feedback.need", need=need))
    known = {id_ for id_, _ in before.facts}
    for id_, fact in after.facts:
        if id_ not in known:
            yield News("fact", "good", words("feedback.fact", fact=fact))
    fates = {promise.id: fate for promise, fate in before.ledger}
    for promise, fate in after.ledger:
        if fates.get(promise.id) != fate:
            told = words(f"feedback.promise.{fate}", promise=promise_name(words, promise))
            yield News("promise", FATES[fate], told)
