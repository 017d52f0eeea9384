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
        self._broken_to = {to for to, _ in self._breaks_in if to is not None}
        groups = knots(self.ways)
        backs = self._gathered(groups, [int(back) for back in self.backs])
        meets = self._gathered(groups, [int(beat in self._broken_to) for beat in range(len(self.beats))])
        self._lives = [bool(back or met) for back, met in zip(backs, meets, strict=True)]
        """Whether `back`, as it is on a beat, may be followed from there on, no interrupt coming first."""
        own = self._recurring(groups)
        reads = [self._marks(beat, beat in own) for beat in range(len(self.beats))]
        self._reads = self._gathered(groups, reads)
        self.read = 0
        for marks in (*reads, *(marks for _, marks in self._breaks_in)):
            self.read |= marks

    def _options(self, beat: str) -> tuple[Option, ...]:
        stage = self.case.stage(beat)
        return () if stage is None else stage.options

    def _targets(self, options: tuple[Option, ...]) -> tuple[int, ...]:
        found = {route.to: None for option in options for route in option.response.then}
        return tuple(self.place[to] for to in found if to in self.place)

    def _marks(self, beat: int, recurs: bool) -> int:
        """Return the marks that picks on a beat read; those of its own responses only if it can come again."""
        marks = 0
        for option in self.options[beat]:
            marks |= option.bit if recurs else 0
            marks |= option.mask | (option.repeated.mask if option.repeated is not None else 0)
            routes = [route.when for route in option.response.then if route.when is not None]
            guards = [] if option.response.when is None else [option.response.when]
            marks |= condition_marks([*guards, *routes], self.case)
        return marks

    def _gathered(self, groups: list[list[int]], own: list[int]) -> list[int]:
        """Return for each beat the bits of all beats that can be reached from it, itself included."""
        found = list(own)
        for group in groups:
            bits = 0
            for beat in group:
                bits |= own[beat]
                for to in self.ways[beat]:
                    bits |= found[to]
            for beat in group:
                found[beat] = bits
        return found

    def _recurring(self, groups: list[list[int]]) -> set[int]:
        """Return the beats that may be come to again after they have been left."""
        found = {beat for beat, lives in enumerate(self._lives) if lives}
        for group in groups:
            if len(group) > 1 or group[0] in self.ways[group[0]]:
                found.update(group)
        todo = list(self._broken_to)
        seen: set[int] = set()
        while todo:
            beat = todo.pop()
            if beat not in seen:
                seen.add(beat)
                todo.extend(self.ways[beat])
        return found | seen

    def live(self, beat: int, back: int, fired: int) -> tuple[int, bool]:
        """Return the marks that still matter and whether `back` does, on a beat with these interrupts fired."""
        lives = self._lives[beat]
        # Where `back` does not live on, an interrupt comes first and sets it to a beat that is reached anyhow.
        marks = self._reads[beat] | (self._reads[back] if lives else 0)
        for place, (to, reads) in enumerate(self._breaks_in):
            if not fired >> place & 1:
                marks |= reads | (self._reads[to] if to is not None else 0)
        return marks, lives


def knots(ways: list[tuple[int, ...]]) -> list[list[int]]:
    """Return the beats in groups that lead to one another, each group after all that it leads to (Tarjan 1972)."""
    number, low = [-1] * len(ways), [0] * len(ways)
    path: list[int] = []
    on_path = [False] * len(ways)
    found: list[list[int]] = []
    met = 0
    for first in range(len(ways)):
        todo = [(first, 0)] if number[first] < 0 else []
        while todo:
            beat, way = todo.pop()
            if way == 0:
                number[beat] = low[beat] = met
                met += 1
                path.append(beat)
                on_path[beat] = True
            else:
                low[beat] = min(low[beat], low[ways[beat][way - 1]])
            ahead = next((at for at in range(way, len(ways[beat])) if number[ways[beat][at]] < 0), None)
            for to in ways[beat][way:ahead]:
                low[beat] = min(low[beat], number[to]) if on_path[to] else low[beat]
            if ahead is not None:
                todo += [(beat, ahead + 1), (ways[beat][ahead], 0)]
            elif low[beat] == number[beat]:
                group = path[path.index(beat) :]
                del path[-len(group) :]
                for one in group:
                    on_path[one] = False
                found.append(group)
    return found


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
