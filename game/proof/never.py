"""What no play of any customer comes to, and which of it is a fault of its own and not only the shadow of another."""

from collections.abc import Iterator
from typing import Final

from game.engine.layout import SILENCE
from game.proof.view import View
from game.scenario import Condition, Response

Thing = tuple[str, ...]
"""A kind ("beat", "response", "ending", "interrupt", "fact", "promise") and ids; a promise stands for its closing."""
Way = frozenset[Thing]
"""One way to come to a thing: all that it asks for first."""
MOST: Final = 100
"""So many ways to meet one condition are told apart."""


class Never:
    """The things that no play comes to: all of them (`dead`), and those that are told (`roots`).

    A thing that could only come by way of another dead one says nothing new, so only where such a chain begins is it
    told. Where not every play was looked at, only what the file itself rules out is dead.
    """

    def __init__(self, view: View) -> None:
        self.ways = _Ways(view).found
        self.dead = _ruled_out(self.ways) | (_unseen(view) if view.whole else set())
        self._by = {thing: self._blame(thing) for thing in self.ways if thing in self.dead}
        self.roots = self._roots()

    def where(self, kind: str) -> tuple[Thing, ...]:
        """Return the things of a kind that are a fault of their own, in the order of the file."""
        return tuple(thing for thing in self.ways if thing[0] == kind and thing in self.roots)

    def _blame(self, thing: Thing) -> set[Thing]:
        """Return the dead things behind which a dead one lies; none where it could come without them."""
        blocked = [way & self.dead for way in self.ways[thing]]
        return set().union(*blocked) if all(blocked) else set()

    def _roots(self) -> set[Thing]:
        """Return where the chains begin; of things that only wait for each other, the first in the file."""
        shadows: dict[Thing, list[Thing]] = {}
        for thing, behind in self._by.items():
            for one in behind:
                shadows.setdefault(one, []).append(thing)
        roots = {thing for thing, behind in self._by.items() if not behind}
        explained: set[Thing] = set()
        _follow(roots, shadows, explained)
        for thing in self._by:
            if thing not in explained:
                roots.add(thing)
                _follow({thing}, shadows, explained)
        return roots


def _follow(first: set[Thing], shadows: dict[Thing, list[Thing]], met: set[Thing]) -> None:
    """Add to `met` some things and all that lies behind them."""
    waiting = list(first)
    met |= first
    while waiting:
        behind = [thing for thing in shadows.get(waiting.pop(), ()) if thing not in met]
        met.update(behind)
        waiting += behind


class _Ways:
    """Every thing of a scenario, in the file's order, with the ways that lead to it."""

    def __init__(self, view: View) -> None:
        self.scenario = view.scenario
        self.responses = [(beat.id, one) for beat in view.scenario.beats.values() for one in beat.responses]
        made = [(promise.id, beat, one.id) for beat, one in self.responses for promise in one.promises]
        self.makers: dict[str, Thing] = {promise: ("response", beat, id_) for promise, beat, id_ in made}
        self.found: dict[Thing, list[Way]] = {}
        self._list()
        self._lead()

    def _list(self) -> None:
        """Name all things; what a thing needs to be there at all is its one way so far."""
        scenario = self.scenario
        for number, interrupt in enumerate(scenario.interrupts):
            self.found["interrupt", str(number)] = _both(self._asked(interrupt.when), self._first())
        for beat in scenario.beats.values():
            self.found["beat", beat.id] = [frozenset()] if beat.id == scenario.start else []
            for one in beat.responses:
                self.found["response", beat.id, one.id] = [way | {("beat", beat.id)} for way in self._asked(one.when)]
        self.found |= {("ending", id_): [] for id_ in scenario.endings}
        self.found |= {("fact", id_): [] for id_ in scenario.facts}
        self.found |= {("promise", id_): [] for id_ in self.makers}

    def _first(self) -> list[Way]:
        """Return the ways to get a talk going at all: any first response, or letting the patience run out."""
        start = self.scenario.beats[self.scenario.start]
        silence: list[Way] = [] if start.patience is None else [frozenset()]
        return [frozenset({("response", start.id, one.id)}) for one in start.responses] + silence

    def _lead(self) -> None:
        """Add what responses and interrupts lead to, bring and close."""
        for number, interrupt in enumerate(self.scenario.interrupts):
            self.found[self._place(interrupt.to)].append(frozenset({("interrupt", str(number))}))
        for beat, one in self.responses:
            self._out(("response", beat, one.id), one)

    def _out(self, thing: Thing, one: Response) -> None:
        for route in one.then:
            if route.to in self.scenario.beats or route.to in self.scenario.endings:
                self.found[self._place(route.to)] += [way | {thing} for way in self._asked(route.when)]
        for fact in one.learn:
            self.found["fact", fact].append(frozenset({thing}))
        for promise in (*one.keeps, *one.breaks):
            self.found["promise", promise].append(frozenset({thing, self.makers[promise]}))

    def _place(self, id_: str) -> Thing:
        return ("beat" if id_ in self.scenario.beats else "ending", id_)

    def _asked(self, condition: Condition | None) -> list[Way]:
        """Return the ways in which a condition can come to hold: what must have come before, in each of them."""
        if condition is None:
            return [frozenset()]
        asked: set[Thing] = {("fact", fact) for fact in condition.knows}
        asked |= {("response", beat, id_) for beat, id_ in condition.said if id_ != SILENCE}
        asked |= {("beat", beat) for beat, id_ in condition.said if id_ == SILENCE}
        asked |= {self.makers[id_] for id_ in condition.promised} | {("promise", id_) for id_ in condition.kept}
        ways = [frozenset(asked)]
        for one in condition.all:
            ways = _both(ways, self._asked(one))
        if condition.any:
            ways = _both(ways, [way for one in condition.any for way in self._asked(one)])
        return ways


def _both(ways: list[Way], others: list[Way]) -> list[Way]:
    """Return the ways to have both; past what can be counted, what none of them can do without."""
    if len(ways) * len(others) > MOST:
        return [frozenset.intersection(*ways) | frozenset.intersection(*others)]
    return [way | other for way in ways for other in others]


def _ruled_out(ways: dict[Thing, list[Way]]) -> set[Thing]:
    """Return what the file alone rules out: no way leads there whose every step can be come to."""
    alive: set[Thing] = set()
    steps: dict[Thing, list[int]] = {}
    listed = [(thing, way) for thing, found in ways.items() for way in found]
    missing = [len(way) for _, way in listed]
    for number, (_, way) in enumerate(listed):
        for step in way:
            steps.setdefault(step, []).append(number)
    waiting = [thing for thing, way in listed if not way]
    while waiting:
        thing = waiting.pop()
        if thing in alive:
            continue
        alive.add(thing)
        for number in steps.get(thing, ()):
            missing[number] -= 1
            if not missing[number]:
                waiting.append(listed[number][0])
    return set(ways) - alive


def _unseen(view: View) -> set[Thing]:
    """Return what was seen in no play of any customer."""
    proofs = [one.proof for one in view.evidence]
    closed = {id_ for one in view.evidence for id_ in one.kept | one.thin | one.broken}
    learned = {id_ for one in view.evidence for id_ in one.learned}
    fired = {number for one in view.evidence for number in one.interrupts}
    unseen: set[Thing] = {("beat", id_) for id_ in _common(proof.unreachable.beats for proof in proofs)}
    for id_ in _common(proof.unreachable.responses for proof in proofs):
        beat, _, response = id_.partition("/")
        unseen.add(("response", beat, response))
    unseen |= {("ending", id_) for id_ in _common(proof.unreachable.endings for proof in proofs)}
    scenario = view.scenario
    unseen |= {("interrupt", str(at)) for at in range(len(scenario.interrupts)) if at not in fired}
    unseen |= {("fact", id_) for id_ in scenario.facts if id_ not in learned}
    made = (promise for beat in scenario.beats.values() for one in beat.responses for promise in one.promises)
    return unseen | {("promise", promise.id) for promise in made if promise.id not in closed}


def _common(lists: Iterator[tuple[str, ...]]) -> set[str]:
    return set.intersection(*(set(one) for one in lists))


def ends(view: View) -> frozenset[str]:
    """Return how plays end, over all customers: ids of endings, and "dead-end" where a play can run out of words."""
    shares = (one.proof.endings.items() for one in view.evidence)
    return frozenset(id_ for found in shares for id_, share in found if share.mean > 0)
