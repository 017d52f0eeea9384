"""What of a play's state can still make a difference: the beats that can follow, and the marks that they read."""

from collections.abc import Iterable, Iterator

from game.engine.case import Case, Option
from game.engine.layout import NEED_KNOWN
from game.engine.machine import BACK
from game.scenario.records import Condition


class Reach:
    """For a place in a play, the marks that anything still reachable reads, and whether `back` can still matter."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.beats = tuple(case.scenario.beats)
        self.place = {beat: place for place, beat in enumerate(self.beats)}
        self.options = [self._options(beat) for beat in self.beats]
        self.ways = [self._targets(options) for options in self.options]
        self.backs = [any(r.to == BACK for o in options for r in o.response.then) for options in self.options]
        interrupts = case.scenario.interrupts
        self._breaks_in = [(self.place.get(one.to), condition_marks([one.when], case)) for one in interrupts]
        self._targets_of_interrupts = {to for to, _ in self._breaks_in if to is not None}
        self._reads = [self._marks(beat) for beat in range(len(self.beats))]
        self._held: dict[tuple[int, int, int], tuple[int, bool]] = {}
        self.read = 0
        for marks in (*self._reads, *(marks for _, marks in self._breaks_in)):
            self.read |= marks

    def _options(self, beat: str) -> tuple[Option, ...]:
        stage = self.case.stage(beat)
        return () if stage is None else stage.options

    def _targets(self, options: tuple[Option, ...]) -> tuple[int, ...]:
        found = {route.to: None for option in options for route in option.response.then}
        return tuple(self.place[to] for to in found if to in self.place)

    def _marks(self, beat: int) -> int:
        """Return the marks that picks on a beat read; those of its own responses only if it can come again."""
        own = WHOLE if self._recurs(beat) else 0
        marks = 0
        for option in self.options[beat]:
            marks |= option.bit & own | option.mask | (option.repeated.mask if option.repeated is not None else 0)
            routes = [route.when for route in option.response.then if route.when is not None]
            guards = [] if option.response.when is None else [option.response.when]
            marks |= condition_marks([*guards, *routes], self.case)
        return marks

    def _recurs(self, beat: int) -> bool:
        """Return whether a beat may be reached again from where it leads, by whatever way."""
        waiting = list(self._targets_of_interrupts)
        return self._lives(self.closure([beat], None)) or beat in self.closure([*self.ways[beat], *waiting], None)

    def _lives(self, plain: set[int]) -> bool:
        """Return whether `back`, as it is now, may be followed by way of these beats, reached without an interrupt."""
        return any(self.backs[beat] for beat in plain) or not self._targets_of_interrupts.isdisjoint(plain)

    def live(self, beat: int, back: int, fired: int) -> tuple[int, bool]:
        """Return the marks that still matter and whether `back` does, on a beat with these interrupts fired."""
        key = (beat, back, fired)
        found = self._held.get(key)
        if found is None:
            found = self._held[key] = self._live(beat, back, fired)
        return found

    def _live(self, beat: int, back: int, fired: int) -> tuple[int, bool]:
        waiting = [one for place, one in enumerate(self._breaks_in) if not fired >> place & 1]
        lives = self._lives(self.closure([beat], back))
        marks = 0
        # Where `back` does not live on, an interrupt comes first and sets it to a beat that is reached anyhow.
        for one in self.closure([beat, *(to for to, _ in waiting if to is not None)], back if lives else None):
            marks |= self._reads[one]
        for _, reads in waiting:
            marks |= reads
        return marks, lives

    def closure(self, start: Iterable[int], back: int | None) -> set[int]:
        """Return the beats that can be reached from some, these included; `back` leads to the beat given."""
        found: set[int] = set()
        todo = list(start)
        while todo:
            beat = todo.pop()
            if beat in found:
                continue
            found.add(beat)
            todo.extend(self.ways[beat])
            if back is not None and self.backs[beat]:
                todo.append(back)
        return found


WHOLE = -1


def parts(conditions: Iterable[Condition]) -> Iterator[Condition]:
    """Return conditions and all that is within them."""
    todo = list(conditions)
    while todo:
        one = todo.pop()
        yield one
        todo += [*one.all, *(one.any or ()), *((one.no,) if one.no is not None else ())]


def condition_marks(conditions: Iterable[Condition], case: Case) -> int:
    """Return the marks that conditions read, and all that is within them."""
    marks = 0
    for part in parts(conditions):
        marks |= own_marks(part, case) | (NEED_KNOWN if part.need_known is not None else 0)
    return marks


def own_marks(condition: Condition, case: Case) -> int:
    """Return the marks that must all be set for a condition to hold, what is within it left out."""
    layout, marks = case.layout, NEED_KNOWN if condition.need_known else 0
    named = (condition.knows, layout.facts), (condition.promised, layout.made), (condition.kept, layout.kept)
    for names, bits in named:
        for id_ in names:
            marks |= bits[id_]
    for pick in condition.said:
        marks |= layout.said[pick]
    return marks
