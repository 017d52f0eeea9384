"""Promises that are closed: kept, thin, broken or forgotten, one by one on the levels as they then stand."""

from typing import TYPE_CHECKING

from msgspec import Struct

from game.engine.rulebook import Effect
from game.engine.rules import closing, promising
from game.engine.standing import Levels, Standing, clamp
from game.engine.turn import Fired
from game.scenario.records import Response

if TYPE_CHECKING:
    from game.engine.case import Case


class Shut(Struct, frozen=True):
    """What closing promises changed: `heat` and `set_points` are sums of changes, `broken` counts the broken ones."""

    perceived: Levels
    heat: int
    set_points: int
    marks: int
    broken: int
    open_promises: tuple[int, ...]
    fired: tuple[Fired, ...]


def moved(levels: Levels, changes: tuple[tuple[int, int], ...]) -> Levels:
    """Return levels with (place, change) pairs added, each kept between 0 and 10."""
    new = list(levels)
    for place, change in changes:
        new[place] = clamp(new[place] + change, 0, 10)
    return tuple(new)


class _Ledger:
    """The promises of one play while some of them are closed."""

    def __init__(self, case: "Case", standing: Standing, perceived: Levels) -> None:
        self.case = case
        self.perceived = perceived
        self.heats: list[int] = []
        self.set_points = 0
        self.marks = 0
        self.earlier_broken = standing.broken_promises
        self.broken = 0
        self.open = list(standing.open_promises)
        self.fired: list[Fired] = []

    def apply(self, rule_id: str, number: int) -> None:
        promise = self.case.layout.promises[number]
        rule = self.case.rulebook.rules[rule_id]
        if rule.off:
            return
        effect: Effect = rule.effect
        if effect.again is not None and self.earlier_broken + self.broken > 1:
            effect = effect.again
        places = self.case.layout.places
        changes = [(places[c], change) for c, change in effect.perceived if c in places]
        if effect.about:
            changes.append((places[promise.about], effect.about))
        self.perceived = moved(self.perceived, tuple(changes))
        self.heats.append(effect.heat)
        self.set_points += effect.set
        self.fired.append(Fired(rule_id, promise.about, promise.id))

    def keep(self, number: int, adequate: Levels) -> None:
        promise = self.case.layout.promises[number]
        place = self.case.layout.places[promise.about]
        rule = promising.kept(promise, self.perceived[place], adequate[place])
        self.open.remove(number)
        if rule == "promise-kept":
            self.marks |= self.case.layout.kept[promise.id]
        self.apply(rule, number)

    def break_(self, number: int, rule: str) -> None:
        self.open.remove(number)
        self.broken += 1
        self.marks |= self.case.layout.broken[self.case.layout.promises[number].id]
        self.apply(rule, number)


def close_promises(case: "Case", response: Response, before: Standing, perceived: Levels, adequate: Levels) -> Shut:
    """Return what `keeps` and `breaks` of a response do to the promises open since an earlier turn."""
    ledger = _Ledger(case, before, perceived)
    numbers = case.layout.promise_ids
    for id_ in response.keeps:
        if numbers[id_] in ledger.open:
            ledger.keep(numbers[id_], adequate)
    for id_ in response.breaks:
        if numbers[id_] in ledger.open:
            ledger.break_(numbers[id_], "promise-broken")
    return Shut(
        ledger.perceived,
        sum(ledger.heats),
        ledger.set_points,
        ledger.marks,
        ledger.broken,
        tuple(ledger.open),
        tuple(ledger.fired),
    )


def close_play(case: "Case", standing: Standing, last_tags: frozenset[str]) -> tuple[Standing, tuple[Fired, ...]]:
    """Return where a play stands when it has ended after a response with `last_tags`, and the rules of its end."""
    loop = closing.loop(last_tags)
    rule = case.rulebook.rules[loop]
    ledger = _Ledger(case, standing, standing.perceived)
    for number in standing.open_promises:
        ledger.break_(number, "promise-forgotten")
    heat = standing.heat
    for change in ledger.heats:
        heat = clamp(heat + change, 0, 10)
    looped = () if rule.off else (Fired(loop),)
    after = Standing(
        heat,
        ledger.perceived,
        standing.desired,
        standing.adequate,
        standing.deeds,
        standing.meters,
        standing.marks | ledger.marks,
        tuple(ledger.open),
        standing.broken_promises + ledger.broken,
        standing.set_points + ledger.set_points + (0 if rule.off else rule.effect.set),
        standing.empathy_sum,
        standing.nvc_sum,
        standing.turn_weights,
        standing.empathy,
        standing.nvc,
    )
    return after, (*looped, *ledger.fired)
