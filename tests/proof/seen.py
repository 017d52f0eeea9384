"""What every response did, cost and left, found the slow way: state by state, through the engine."""

import copy
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import chain
from types import SimpleNamespace
from typing import Any, cast

from game.engine import Play, Rulebook, Turn, Weights, begin, choose, look, score
from game.engine.case import Option
from game.engine.ledger import close_promises, moved
from game.proof.evidence import Choice, Evidence
from game.proof.moves import Moves
from game.proof.reach import Reach
from game.scenario import Scenario
from game.scenario.records import Response
from game.scenario.words import BLOCKERS
from tests.proof.brute import TooMuch, near

SILENCE = "silence"
Key = tuple[Any, ...]


@dataclass
class Worth:
    """What can still come of a state: the least, the most and the mean overall, and the most without a blocker."""

    least: int
    most: int
    mean: Fraction
    clean: int | None

    @property
    def told(self) -> tuple[int, int, Fraction]:
        return self.least, self.most, self.mean


@dataclass
class Pick:
    """One response in one state: its turn, where the play stands then, and what can still come of it."""

    turn: Turn
    after: Play
    key: Key
    now: tuple[int, int, int]
    worth: Worth

    @property
    def id(self) -> str:
        return self.turn.response

    @property
    def blocked(self) -> bool:
        return any(rule in BLOCKERS or rule == SILENCE for rule in self.turn.rules)

    @property
    def listened(self) -> tuple[int, int]:
        return self.turn.empathy_turn, self.turn.nvc_turn


@dataclass
class State:
    """A state with how likely random play comes to it, and all that can be picked there."""

    play: Play
    chance: Fraction = field(default_factory=Fraction)
    picks: list[Pick] = field(default_factory=list)

    @property
    def top(self) -> int:
        return max(pick.worth.most for pick in self.picks)

    def pick(self, id_: str) -> Pick | None:
        return next((pick for pick in self.picks if pick.id == id_), None)

    def worth(self) -> Worth:
        clean = [pick.worth.clean for pick in self.picks if not pick.blocked and pick.worth.clean is not None]
        return Worth(
            min(pick.worth.least for pick in self.picks),
            max(pick.worth.most for pick in self.picks),
            sum((pick.worth.mean for pick in self.picks), Fraction(0)) / len(self.picks),
            max(clean, default=None),
        )


def states(first: Play, weights: Weights, most: int) -> list[State]:
    """Return all states that can be come to, by turns. TooMuch if there are too many."""
    layers: list[dict[Key, State]] = [{(): State(first, Fraction(1))}]
    while layers[-1]:
        after: dict[Key, State] = {}
        for state in layers[-1].values():
            offered = look(state.play).offered
            for choice in offered:
                pick = _picked(state.play, choice.id, weights)
                state.picks.append(pick)
                if not pick.after.over:
                    after.setdefault(pick.key, State(pick.after)).chance += state.chance / len(offered)
        layers.append(after)
        if sum(map(len, layers)) > most or len(layers) > 40:
            raise TooMuch
    for layer, later in zip(layers[-2::-1], layers[:0:-1], strict=True):
        for pick in chain.from_iterable(state.picks for state in layer.values()):
            if not pick.after.over:
                pick.worth = later[pick.key].worth()
    return [state for layer in layers for state in layer.values()]


def _picked(play: Play, response: str, weights: Weights) -> Pick:
    after = copy.copy(play)
    after.turns = list(play.turns)
    turn = choose(after, response)
    gauges = SimpleNamespace(over=True, lost=after.over and after.lost, case=after.case, standing=after.standing)
    overall = score(cast(Play, gauges), weights).overall
    now = overall, -after.standing.heat, turn.empathy_turn + turn.nvc_turn
    key = after.state, after.back, after.interrupted, after.standing
    return Pick(turn, after, key, now, Worth(overall, overall, Fraction(overall), overall))


class Seen:
    """All states of one customer of a scenario, and what is to be said of them."""

    def __init__(self, scenario: Scenario, persona: str | None, rulebook: Rulebook | None, weights: Weights, most: int):
        self.scenario = scenario
        self.start = begin(scenario, persona, rulebook=rulebook)
        self.case = self.start.case
        self.layout = self.case.layout
        self.reach = Reach(self.case)
        self.states = [] if self.start.over else states(self.start, weights, most)
        self.turns = [pick.turn for state in self.states for pick in state.picks]
        self.clean = score(self.start, weights).overall if self.start.over else self.states[0].worth().clean

    def closed(self, *rules: str) -> frozenset[str]:
        """Return the promises that these rules were about."""
        fired = chain.from_iterable(turn.fired for turn in self.turns)
        return frozenset(one.promise for one in fired if one.rule in rules and one.promise is not None)

    def marked(self, bits: dict[str, int]) -> frozenset[str]:
        """Return what was marked after some turn."""
        return frozenset(id_ for id_, bit in bits.items() if any(turn.after.marks & bit for turn in self.turns))

    def ranges(self, names: tuple[Any, ...], read: str) -> dict[Any, tuple[int, int]]:
        """Return the least and the most of some levels, over the start and all turns."""
        levels = [getattr(self.start.standing, read), *(getattr(turn.after, read) for turn in self.turns)]
        return {name: (min(one[at] for one in levels), max(one[at] for one in levels)) for at, name in enumerate(names)}

    def differences(self, told: Evidence) -> list[str]:
        """Return all that evidence says otherwise."""
        numbers = range(len(self.scenario.interrupts))
        after = [pick.after for state in self.states for pick in state.picks]
        facts = {
            "whole": (told.whole, True),
            "fired": (told.fired, frozenset(rule for turn in self.turns for rule in turn.rules)),
            "interrupts": (
                told.interrupts,
                frozenset(n for n in numbers if any(p.interrupted >> n & 1 for p in after)),
            ),
            "made": (told.made, self.marked(self.layout.made)),
            "kept": (told.kept, self.closed("promise-kept")),
            "thin": (told.thin, self.closed("promise-thin")),
            "broken": (told.broken, self.closed("promise-broken")),
            "forgotten": (told.forgotten, self.closed("promise-forgotten")),
            "learned": (told.learned, self.marked(self.layout.facts)),
            "perceived": (told.perceived, self.ranges(self.layout.components, "perceived")),
            "desired": (told.desired, self.ranges(self.layout.components, "desired")),
            "meters": (told.meters, self.ranges(self.layout.meter_ids, "meters")),
            "best_clean": (told.best_clean, self.clean),
            "answers": (told.answers, self.answers()),
        }
        wrong = [f"{name}: {was} not {is_}" for name, (was, is_) in facts.items() if was != is_]
        written = [(beat.id, response) for beat in self.scenario.beats.values() for response in beat.responses]
        for choice, (beat, response) in zip(told.choices, written, strict=True):
            wrong += [f"{beat}/{response.id} {line}" for line in self.wrong(choice, beat, response)]
        return wrong

    def answers(self) -> dict[str, tuple[str, ...]]:
        """Return the responses of each beat that are the best in most states, by chance."""
        shares: dict[str, dict[str, Fraction]] = defaultdict(lambda: defaultdict(Fraction))
        for state in self.states:
            spoken = [pick for pick in state.picks if pick.id != SILENCE]
            for pick in spoken:
                best = pick.worth.most == max(one.worth.most for one in spoken)
                shares[state.play.state][pick.id] += state.chance if best else 0
        return {
            beat.id: tuple(r.id for r in beat.responses if shares[beat.id].get(r.id) == max(shares[beat.id].values()))
            for beat in self.scenario.beats.values()
            if beat.id in shares
        }

    def wrong(self, choice: Choice, beat: str, response: Response) -> list[str]:
        """Return all that is said otherwise of a response."""
        here = [
            (state, pick) for state in self.states if state.play.state == beat and (pick := state.pick(response.id))
        ]
        if (choice.beat, choice.response, bool(choice.states)) != (beat, response.id, bool(here)):
            return [f"{choice.beat}/{choice.response} in {choice.states} states, not {len(here)}"]
        found = [*self._numbers(choice, here), *self._beside(choice, here)] if here else []
        rules = frozenset(rule for _, pick in here for rule in pick.turn.rules)
        found += [] if choice.rules == rules else [f"rules {set(choice.rules)} not {set(rules)}"]
        clipped = self._clipped(here, response)
        return found + ([] if choice.clipped == clipped else [f"clipped {set(choice.clipped)} not {set(clipped)}"])

    def _numbers(self, choice: Choice, here: list[tuple[State, Pick]]) -> list[str]:
        chance = sum((state.chance for state, _ in here), Fraction(0))
        regrets = [state.top - pick.worth.most for state, pick in here]
        e, n = zip(*(pick.listened for _, pick in here), strict=True)

        def share(holds: Callable[[State, Pick], Any]) -> Fraction:
            return sum((state.chance * holds(state, pick) for state, pick in here), Fraction(0)) / chance

        exact = {
            "chance": (choice.chance, chance),
            "best_share": (choice.best_share, share(lambda state, pick: pick.worth.most == state.top)),
            "best_now": (choice.best_now, share(lambda state, pick: pick.now == max(p.now for p in state.picks))),
            "regret": (choice.regret, share(lambda state, pick: state.top - pick.worth.most)),
        }
        way = [(state, pick) for state, pick in here if state.top == self.states[0].top]
        alluring = all(pick.now == max(one.now for one in state.picks) for state, pick in way)
        astray = min((state.top - pick.worth.most for state, pick in way), default=0) if alluring else 0
        wrong = [f"{name} {told} not {float(is_)}" for name, (told, is_) in exact.items() if not near(told, is_)]
        whole = {
            "regret_least": (choice.regret_least, min(regrets)),
            "regret_most": (choice.regret_most, max(regrets)),
            "astray": (choice.astray, astray),
            "listening": (choice.listening, (min(e), max(e), min(n), max(n))),
            "listening_lost": (choice.listening_lost, any(_outlistened(state, pick) for state, pick in here)),
        }
        return wrong + [f"{name} {told} not {is_}" for name, (told, is_) in whole.items() if told != is_]

    def _beside(self, choice: Choice, here: list[tuple[State, Pick]]) -> list[str]:
        rivals = [[one for one in state.picks if one.id not in (SILENCE, choice.response)] for state, _ in here]
        ids = dict.fromkeys(one.id for others in rivals for one in others)
        alike = all(one.worth.told == pick.worth.told for (_, pick), o in zip(here, rivals, strict=True) for one in o)

        def always(id_: str, holds: Callable[[Pick, Pick], bool]) -> bool:
            return all((one := state.pick(id_)) is not None and holds(one, pick) for state, pick in here)

        order = [response.id for response in self.scenario.beats[choice.beat].responses if response.id in ids]
        beaten = tuple(id_ for id_ in order if always(id_, lambda one, pick: one.worth.most > pick.worth.most))
        matched = tuple(id_ for id_ in order if always(id_, lambda one, pick: one.worth.most >= pick.worth.most))
        worse = {
            one.id for (_, pick), o in zip(here, rivals, strict=True) for one in o if one.worth.most > pick.worth.most
        }
        told = {
            "rivals": (choice.rivals, max(map(len, rivals))),
            "alike": (choice.alike, bool(ids) and alike),
            "beaten_by": (choice.beaten_by, beaten),
            "matched_by": (choice.matched_by, matched),
            "bettered_by": (choice.bettered_by, tuple(id_ for id_ in matched if id_ in worse)),
            "outdone_by": (choice.outdone_by, tuple(id_ for id_ in beaten if always(id_, self._as_good))),
        }
        return [f"{name} {was} not {is_}" for name, (was, is_) in told.items() if was != is_]

    def _as_good(self, one: Pick, other: Pick) -> bool:
        """Return whether a pick leads where the other leads, and is as good in all that the gauges show."""
        a, b, x, y = one.turn.after, other.turn.after, one.after, other.after
        counted = [at for at, expected in enumerate(self.case.expected) if expected.weight >= 2]
        budget = self.layout.meter_places.get("budget")
        levels = [(getattr(a, name), getattr(b, name)) for name in ("empathy", "nvc", "set_points")]
        levels += [(-a.heat, -b.heat), *((a.deeds[at], b.deeds[at]) for at in counted)]
        levels += [] if budget is None else [(a.meters[budget], b.meters[budget])]
        levels += [(a.perceived[at], b.perceived[at]) for at in self._that_count()]
        rest = [(x.state, y.state), (a.desired, b.desired), (a.adequate, b.adequate), (self._read(x), self._read(y))]
        rest += [(a.meters[at], b.meters[at]) for at in range(len(a.meters)) if at != budget]
        return all(p >= q for p, q in levels) and all(p == q for p, q in rest)

    def _read(self, play: Play) -> Any:
        """Return what can still be read of a play's past."""
        if play.over:
            return None
        marks, back = self.reach.live(self.reach.place[play.state], self.reach.place[play.back], play.interrupted)
        standing = play.standing
        past = standing.marks & marks & self.reach.read, play.interrupted, play.back if back else None
        return *past, standing.open_promises, standing.broken_promises > 0

    def _that_count(self) -> list[int]:
        """Return the components of which something is read: by a score, a condition, or the keeping of a promise."""
        unread = Moves(self.case).unread
        return [at for at in range(len(self.case.expected)) if at not in unread]

    def _clipped(self, here: list[tuple[State, Pick]], response: Response) -> frozenset[str]:
        found: dict[str, list[bool]] = defaultdict(list)
        for state, pick in here:
            for name, cut in self._cuts(state.play, pick.turn, response):
                found[name].append(cut)
        return frozenset(name for name, cuts in found.items() if all(cuts))

    def _cuts(self, play: Play, turn: Turn, response: Response) -> list[tuple[str, bool]]:
        """Return each effect of the response's own that is at work in a turn, and whether it was cut."""
        option: Option = play.stage.by_id[response.id]  # type: ignore[union-attr]
        before = turn.before
        repeat = option.repeated is not None and bool(before.marks & option.bit)
        option = option.repeated if repeat and option.repeated is not None else option
        outcome = option.outcome(before)
        sums, found = dict(outcome.perceived), []
        for component, change in () if repeat else response.deliver:
            level = before.perceived[at := self.layout.places[component]] + sums.get(at, 0)
            found.append((f"deliver.{component}", level > 10 if change > 0 else change < 0 and level < 0))
        for (id_, change), (at, _, low, high) in zip(response.meters, option.meters, strict=True):
            level = before.meters[at] + change
            found.append((f"meters.{id_}", level > high if change > 0 else change < 0 and level < low))
        perceived, adequate = moved(before.perceived, outcome.perceived), turn.after.adequate
        shut = close_promises(self.case, option.response, before, perceived, adequate)
        heat = before.heat + outcome.heat + shut.heat
        if response.heat:
            found.append(("heat", heat > 10 if response.heat > 0 else heat < 0))
        return found


def _outlistened(state: State, pick: Pick) -> bool:
    if pick.worth.most == state.top:
        return False
    best = [one.listened for one in state.picks if one.worth.most == state.top]
    return any(e > pick.listened[0] or n > pick.listened[1] for e, n in best)


def seen(
    scenario: Scenario,
    persona: str | None,
    rulebook: Rulebook | None = None,
    weights: Weights | None = None,
    most: int = 3000,
) -> Seen:
    """Return all states of one customer. TooMuch if there are too many, or no end to them."""
    return Seen(scenario, persona, rulebook, weights if weights is not None else Weights(), most)
