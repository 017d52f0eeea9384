"""Conditions in words: `heat ≥ 6`, `knows newborn`."""

from collections.abc import Iterable, Iterator

from game.i18n import Words
from game.scenario.records import Condition, Range, Scenario


def condition(wanted: Condition, scenario: Scenario, words: Words) -> str:
    """Return a condition as people say it; ids stand as the author wrote them."""
    parts = list(_parts(wanted, scenario, words))
    return words("graph.and").join(parts) if parts else words("graph.when.always")


def limits(range_: Range) -> str:
    """Return a range as it is compared: `≥ 6`, `≤ 3`, `= 5`, `3–5`."""
    if range_.min is None and range_.max is None:
        return "= *"
    if range_.min is None:
        return f"≤ {range_.max}"
    if range_.max is None:
        return f"≥ {range_.min}"
    return f"= {range_.min}" if range_.min == range_.max else f"{range_.min}–{range_.max}"


def _parts(c: Condition, scenario: Scenario, words: Words) -> Iterator[str]:
    """Yield each thing that must hold."""
    if c.heat is not None:
        yield words("graph.when.heat", range=limits(c.heat))
    if c.knows:
        yield words("graph.when.knows", ids=words.list(c.knows))
    if c.said:
        yield words("graph.when.said", ids=words.list(f"{beat}/{response}" for beat, response in c.said))
    if c.promised:
        yield words("graph.when.promised", ids=words.list(c.promised))
    if c.kept:
        yield words("graph.when.kept", ids=words.list(c.kept))
    if c.need_known is not None:
        yield words("graph.when.need_known") if c.need_known else words("graph.when.need_unknown")
    if c.persona is not None:
        labels = [words.list([scenario.persona(id_).label]) for id_ in c.persona]
        yield words("graph.when.persona", labels=words("graph.or").join(labels))
    for id_, range_ in c.meters:
        yield words("graph.when.meter", label=scenario.meters[id_].label, range=limits(range_))
    for id_, range_ in c.perceived:
        yield words("graph.when.perceived", component=words(f"component.{id_}"), range=limits(range_))
    for id_, range_ in c.desired:
        yield words("graph.when.desired", component=words(f"component.{id_}"), range=limits(range_))
    for inner in c.all:
        yield from _parts(inner, scenario, words)
    if c.any is not None:
        yield _any((condition(inner, scenario, words) for inner in c.any), words)
    if c.no is not None:
        yield words("graph.when.not", text=condition(c.no, scenario, words))


def _any(parts: Iterable[str], words: Words) -> str:
    """Return conditions of which one is enough."""
    told = list(parts)
    if not told:
        return words("graph.when.never")
    return told[0] if len(told) == 1 else words("graph.when.any", text=words("graph.or").join(told))
