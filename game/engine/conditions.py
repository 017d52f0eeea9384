"""Conditions of a scenario, compiled: each becomes one function that looks at a play."""

from collections.abc import Callable, Iterator
from typing import Final, Protocol

from game.engine.layout import NEED_KNOWN, Layout
from game.engine.standing import Standing
from game.scenario.records import Condition, Range


class Observed(Protocol):
    """What a condition can see of a play."""

    @property
    def standing(self) -> Standing: ...

    @property
    def persona_id(self) -> str: ...


Guard = Callable[[Observed], bool]
BEYOND: Final = (1 << 30) - 1
"""More than a meter can hold, and still a number that Python compares the quick way."""


def guard(condition: Condition, layout: Layout) -> Guard:
    """Return a function that says whether `condition` holds in a play; all of its parts must."""
    parts = list(_parts(condition, layout))
    if not parts:
        return lambda play: True
    if len(parts) == 1:
        return parts[0]
    if len(parts) == 2:
        first, second = parts
        return lambda play: first(play) and second(play)
    return lambda play: all(part(play) for part in parts)


def _parts(c: Condition, layout: Layout) -> Iterator[Guard]:
    if c.heat is not None:
        yield _heat(c.heat)
    if c.knows or c.promised or c.kept or c.said:
        yield _marked(c, layout)
    if c.need_known is not None:
        yield _need_known(c.need_known)
    if c.persona is not None:
        yield _persona(frozenset(c.persona))
    yield from (_meter(layout.meter_places[id_], range_) for id_, range_ in c.meters)
    yield from (_perceived(layout.places[id_], range_) for id_, range_ in c.perceived)
    yield from (_desired(layout.places[id_], range_) for id_, range_ in c.desired)
    yield from (guard(inner, layout) for inner in c.all)
    if c.any is not None:
        yield _any([guard(inner, layout) for inner in c.any])
    if c.no is not None:
        yield _not(guard(c.no, layout))


def _ends(range_: Range) -> tuple[int, int]:
    """Return the ends of a range; an open one lies beyond whatever a number of a play can be."""
    return -BEYOND if range_.min is None else range_.min, BEYOND if range_.max is None else range_.max


def _heat(range_: Range) -> Guard:
    low, high = _ends(range_)
    return lambda play: low <= play.standing.heat <= high


def _marked(c: Condition, layout: Layout) -> Guard:
    """Return whether all facts, promises and picks that are named are among the play's marks."""
    wanted = 0
    for names, bits in ((c.knows, layout.facts), (c.promised, layout.made), (c.kept, layout.kept)):
        for id_ in names:
            wanted |= bits[id_]
    for pick in c.said:
        wanted |= layout.said[pick]
    return lambda play: play.standing.marks & wanted == wanted


def _need_known(known: bool) -> Guard:
    wanted = NEED_KNOWN if known else 0
    return lambda play: play.standing.marks & NEED_KNOWN == wanted


def _persona(ids: frozenset[str]) -> Guard:
    return lambda play: play.persona_id in ids


def _meter(place: int, range_: Range) -> Guard:
    low, high = _ends(range_)
    return lambda play: low <= play.standing.meters[place] <= high


def _perceived(place: int, range_: Range) -> Guard:
    low, high = _ends(range_)
    return lambda play: low <= play.standing.perceived[place] <= high


def _desired(place: int, range_: Range) -> Guard:
    low, high = _ends(range_)
    return lambda play: low <= play.standing.desired[place] <= high


def _any(guards: list[Guard]) -> Guard:
    return lambda play: any(guard(play) for guard in guards)


def _not(inner: Guard) -> Guard:
    return lambda play: not inner(play)
