"""What a response does in a state: the rules are asked, their effects summed. Steps 1 to 5 of a turn (`docs/`)."""

from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from game.engine.bands import band
from game.engine.layout import GIVE_A_WHEN, MADE, NEED_KNOWN, STARTED, Layout
from game.engine.rulebook import Effect, Rulebook
from game.engine.rules import TURN_RULES, Situation, TurnRule, acting, framing, promising
from game.engine.standing import clamp, half_up
from game.scenario.records import Customer, Frame, Promise, Response
from game.scenario.words import BLOCKERS, NVC, Component

FLOOR: Final = 40
"""Empathy and NVC of a turn that has nothing of what was wanted."""
SPAN: Final = 60
BLOCKED: Final = 30
"""What each weight of blockers takes from a turn's empathy and NVC."""


class Fired(Struct, frozen=True):
    """A rule that fired, and what about: the component, the promise (its id) or the need, where it is about one."""

    rule: str
    about: Component | None = None
    promise: str | None = None
    need: str | None = None


class Outcome(Struct, frozen=True):
    """What a response does in all states that agree in what its rules read. Levels are (place, number) pairs.

    `heat` is the whole change; `desired` and `adequate` are new levels where `zones_moved`. `weight` is the turn's
    weight in the means, 0 if it does not count.
    """

    perceived: tuple[tuple[int, int], ...]
    deeds: tuple[tuple[int, int], ...]
    heat: int
    set_points: int
    marks: int
    desired: tuple[int, ...]
    adequate: tuple[int, ...]
    zones_moved: bool
    promises: tuple[int, ...]
    empathy_turn: int
    nvc_turn: int
    weight: int
    fired: tuple[Fired, ...]
    rules: tuple[str, ...]


class Tally:
    """The sums of one turn while its rules are asked one after the other."""

    def __init__(self, rulebook: Rulebook, layout: Layout) -> None:
        self.rulebook = rulebook
        self.layout = layout
        self.perceived = [0] * len(layout.components)
        self.deeds = [0] * len(layout.components)
        self.heat = self.set_points = self.weight = self.empathy = 0
        self.marks = 0
        self.fired: list[Fired] = []

    def fire(self, fired: Fired) -> Effect | None:
        """Add a rule's effect and return it; None if the rulebook has switched the rule off."""
        rule = self.rulebook.rules[fired.rule]
        if rule.off:
            return None
        effect = rule.effect
        self.fired.append(fired)
        for component, change in effect.perceived:
            if component in self.layout.places:
                self.perceived[self.layout.places[component]] += change
        if fired.about is not None:
            self.perceived[self.layout.places[fired.about]] += effect.about
        self.heat += effect.heat
        self.set_points += effect.set
        self.weight += effect.weight
        self.empathy += effect.empathy
        return effect


def applicable(response: Response) -> tuple[TurnRule, ...]:
    """Return the rules that can fire on a response at all."""
    return tuple(rule for rule in TURN_RULES.values() if rule.applies(response))


def repeated(response: Response) -> Response:
    """Return what is left of a response that is picked again: its blockers, `meters`, `heat` and `then`."""
    return replace(
        response,
        tags=frozenset(response.tags & BLOCKERS.keys()),
        names=None,
        deliver=(),
        extra=None,
        promises=(),
        keeps=(),
        breaks=(),
        frames=(),
        learn=(),
        reply=(),
    )


class Judge:
    """Works out what one response does, for one customer under one rulebook."""

    def __init__(self, response: Response, customer: Customer, rulebook: Rulebook, layout: Layout, again: bool) -> None:
        self.response = response
        self.customer = customer
        self.rulebook = rulebook
        self.layout = layout
        self.again = again
        self.rules = applicable(response)

    def outcome(self, heat: int, marks: int, desired: tuple[int, ...], adequate: tuple[int, ...]) -> Outcome:
        """Return what happens at `heat` under `marks`, where the zones stand at `desired` and `adequate`."""
        response, tally = self.response, Tally(self.rulebook, self.layout)
        situation = self._situation(heat, marks)
        divide = self._ask(situation, marks, tally)
        zones = (list(desired), list(adequate))
        for frame in response.frames:
            self._frame(frame, situation, zones, tally)
        for promise in response.promises:
            self._promise(promise, zones, marks, tally)
        self._deeds(divide, tally)
        counts = not self.again or bool(tally.fired)
        want_e, want_n, weight = band(heat)
        return Outcome(
            perceived=_changes(tally.perceived),
            deeds=_changes(tally.deeds),
            heat=2 * tally.weight - situation.e + tally.heat + response.heat,
            set_points=tally.set_points,
            marks=tally.marks | self._marks(situation),
            desired=tuple(zones[0]),
            adequate=tuple(zones[1]),
            zones_moved=tuple(zones[0]) != desired or tuple(zones[1]) != adequate,
            promises=tuple(self.layout.promise_ids[promise.id] for promise in response.promises),
            empathy_turn=empathy_of_turn(situation.e, want_e, tally.weight, tally.empathy),
            nvc_turn=nvc_of_turn(self._nvc(tally), want_n, tally.weight),
            weight=weight if counts else 0,
            fired=tuple(tally.fired),
            rules=tuple(sorted({fired.rule for fired in tally.fired})),
        )

    def _situation(self, heat: int, marks: int) -> Situation:
        response = self.response
        return Situation(
            response,
            heat=heat,
            need=self.customer.need,
            fault=self.customer.fault,
            need_known=bool(marks & NEED_KNOWN),
            first_turn=not marks & STARTED,
            news=any(not marks & self.layout.facts[fact] for fact in response.learn),
            made=bool(marks & MADE or response.promises or response.frames),
        )

    def _ask(self, situation: Situation, marks: int, tally: Tally) -> int:
        """Ask the rules that look at the whole turn; return what positive deliveries are divided by."""
        divide = 1
        for rule in self.rules:
            bit = self.layout.once.get(rule.id, 0)
            if marks & bit or not rule.holds(situation):
                continue
            tally.marks |= bit
            need = situation.names if rule.id in ("name-the-need", "wrong-need") else None
            effect = tally.fire(Fired(rule.id, need=need))
            if effect is not None:
                divide = max(divide, effect.divide)
        return divide

    def _frame(self, frame: Frame, situation: Situation, zones: tuple[list[int], list[int]], tally: Tally) -> None:
        desired, adequate = zones
        place = self.layout.places[frame.about]
        can = self.customer.expects[frame.about].can
        rule = framing.frame(situation, frame.level, desired[place], can)
        effect = tally.fire(Fired(rule, about=frame.about))
        if effect is None or effect.lowers == 0:
            return
        desired[place] = max(frame.level, desired[place] - effect.lowers, 1)
        if desired[place] <= adequate[place]:
            adequate[place] = max(desired[place] - 1, 0)

    def _promise(self, promise: Promise, zones: tuple[list[int], list[int]], marks: int, tally: Tally) -> None:
        desired, adequate = zones
        place = self.layout.places[promise.about]
        can = self.customer.expects[promise.about].can
        once = self.layout.once[GIVE_A_WHEN]
        if promising.overpromise(promise, can):
            tally.fire(Fired("overpromise", promise.about, promise.id))
        if promising.give_a_when(promise, adequate[place], can) and not (marks | tally.marks) & once:
            tally.marks |= once
            tally.fire(Fired(GIVE_A_WHEN, promise.about, promise.id))
        if promising.vague_promise(promise):
            tally.fire(Fired("vague-promise", promise.about, promise.id))
        desired[place] = max(desired[place], promise.level)

    def _deeds(self, divide: int, tally: Tally) -> None:
        for component, change in self.response.deliver:
            place = self.layout.places[component]
            done = change // divide if change > 0 else change
            tally.perceived[place] += done
            tally.deeds[place] += done
        extra = self.response.extra
        if extra is not None:
            rule = acting.surprise(self.customer.expects[extra.about].weight)
            effect = tally.fire(Fired(rule, about=extra.about))
            if effect is not None:
                tally.deeds[self.layout.places[extra.about]] += effect.about

    def _nvc(self, tally: Tally) -> int:
        """Return how many NVC tags count: naming another need than the customer's is no need named."""
        counted = len(self.response.tags & NVC.keys())
        wrong = "need" in self.response.tags and any(fired.rule == "wrong-need" for fired in tally.fired)
        return counted - wrong

    def _marks(self, situation: Situation) -> int:
        response, layout = self.response, self.layout
        marks = STARTED
        if response.names is not None and response.names == self.customer.need:
            marks |= NEED_KNOWN
        if response.promises or response.frames:
            marks |= MADE
        for fact in response.learn:
            marks |= layout.facts[fact]
        for promise in response.promises:
            marks |= layout.made[promise.id]
        return marks


def _changes(sums: list[int]) -> tuple[tuple[int, int], ...]:
    return tuple((place, change) for place, change in enumerate(sums) if change)


def empathy_of_turn(e: int, want_e: int, weight: int, warmth: int) -> int:
    """Return a turn's empathy, 0 to 100: `e` tags where `want_e` were wanted, blockers of `weight`, `warmth`."""
    base = 100 if want_e == 0 else FLOOR + half_up(SPAN * min(e, want_e), want_e)
    return clamp(base - BLOCKED * weight + warmth, 0, 100)


def nvc_of_turn(n: int, want_n: int, weight: int) -> int:
    """Return a turn's NVC, 0 to 100: `n` steps where `want_n` were wanted, blockers of `weight`."""
    return clamp(FLOOR + half_up(SPAN * min(n, want_n), want_n) - BLOCKED * weight, 0, 100)
