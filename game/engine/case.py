"""A scenario made ready to be played: what all plays of one customer under one rulebook share.

A `Plan` belongs to a scenario version and holds its one state machine. A `Case` adds the persona and the rulebook, and
keeps for each response the outcomes that were worked out, so that the rules are asked once for all states that agree in
what they read.
"""

from collections import OrderedDict
from collections.abc import Callable
from typing import Any, Final

import msgspec
from msgspec import Struct

from game.engine.conditions import Guard, guard
from game.engine.layout import MADE, NEED_KNOWN, STARTED, Layout, with_silence
from game.engine.machine import DEAD_END, INTERRUPT, build, pick_event
from game.engine.rulebook import Rulebook
from game.engine.standing import UNHEARD, Standing
from game.engine.turn import Judge, Outcome, repeated
from game.scenario.records import Beat, Line, Persona, Response, Scenario, Text

MOST_PLANS: Final = 32
MOST_OUTCOMES: Final = 4096
"""How many outcomes one response keeps; past that they are worked out afresh."""


class Choice(Struct, frozen=True):
    """One thing on offer, as the trainee sees it: nothing of its tags or effects shows."""

    id: str
    say: Text


class Plan:
    """What a scenario version has whoever the customer is: the layout of its state and its machine."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self.layout = Layout(scenario)
        self.machine = build(scenario, self.layout)
        self.cases: dict[tuple[str, str | None], Case] = {}
        events = self.machine.events
        self.interrupt = events[INTERRUPT].trigger if scenario.interrupts else None
        self.dead_end = events[DEAD_END].trigger

    def case(self, persona: str | None, rulebook: Rulebook) -> "Case":
        """Return the case of a persona under a rulebook. KeyError for an unknown persona."""
        found = self.scenario.persona(persona)
        key = (rulebook.sha256, found.id)
        if key not in self.cases:
            self.cases[key] = Case(self, found, rulebook)
        return self.cases[key]


_PLANS: "OrderedDict[str, Plan]" = OrderedDict()


def plan(scenario: Scenario) -> Plan:
    """Return the plan of a scenario, compiled once for each version; the ones used last are kept."""
    found = _PLANS.get(scenario.sha256)
    if found is None:
        found = _PLANS[scenario.sha256] = Plan(scenario)
        if len(_PLANS) > MOST_PLANS:
            _PLANS.popitem(last=False)
    else:
        _PLANS.move_to_end(scenario.sha256)
    return found


class Case:
    """One customer of a scenario under one rulebook."""

    def __init__(self, plan: Plan, persona: Persona, rulebook: Rulebook) -> None:
        self.plan = plan
        self.scenario = plan.scenario
        self.layout = plan.layout
        self.persona = persona
        self.persona_id = persona.id or "base"
        self.customer = persona.customer
        self.rulebook = rulebook
        self.expected = tuple(persona.customer.expects[component] for component in self.layout.components)
        self.stages: dict[str, Stage] = {}
        self.parts: tuple[dict[Any, Any], ...] = tuple({} for _ in self.expected)
        """What each component's share in the scores was worked out to be, by where it stood (`game.engine.scores`)."""
        self.last_words = {id_: lines(ending.says, self.layout) for id_, ending in self.scenario.endings.items()}

    def stage(self, state: str) -> "Stage | None":
        """Return the compiled beat of a state, None for an ending."""
        found = self.stages.get(state)
        if found is None and state in self.scenario.beats:
            found = self.stages[state] = Stage(self, self.scenario.beats[state])
        return found

    def opening(self) -> Standing:
        """Return where a play begins."""
        return Standing(
            heat=self.customer.heat,
            perceived=tuple(expected.perceived for expected in self.expected),
            desired=tuple(expected.desired for expected in self.expected),
            adequate=tuple(expected.adequate for expected in self.expected),
            deeds=(0,) * len(self.expected),
            meters=tuple(meter.start for meter in self.scenario.meters.values()),
            marks=0,
            open_promises=(),
            broken_promises=0,
            set_points=0,
            empathy_sum=0,
            nvc_sum=0,
            turn_weights=0,
            empathy=UNHEARD,
            nvc=UNHEARD,
        )


class Stage:
    """A beat made ready: its options in the file's order, silence last, and what may be said."""

    __slots__ = ("beat", "by_id", "options", "says")

    def __init__(self, case: Case, beat: Beat) -> None:
        self.beat = beat
        self.options = tuple(Option(case, beat, place, response) for place, response in enumerate(with_silence(beat)))
        self.by_id = {option.id: option for option in self.options}
        self.says = lines(beat.says, case.layout)


Lines = tuple[tuple[Guard | None, Text], ...]


def lines(written: tuple[Line, ...], layout: Layout) -> Lines:
    """Return lines with their conditions compiled."""
    return tuple((None if line.when is None else guard(line.when, layout), line.text) for line in written)


def told(said: Lines, play: Any) -> Text | None:
    """Return the first line whose condition holds, None where there are no lines."""
    for holds, text in said:
        if holds is None or holds(play):
            return text
    return None


class Option:
    """A response made ready: whether it is on offer, what it does, and which event it fires."""

    __slots__ = (
        "bit",
        "choice",
        "closes",
        "fire",
        "guard",
        "id",
        "judge",
        "kept",
        "mask",
        "meters",
        "repeated",
        "reply",
        "response",
        "spent_by",
        "zoned",
    )

    def __init__(self, case: Case, beat: Beat, place: int, response: Response, *, repeat: bool = False) -> None:
        layout = case.layout
        self.id = response.id
        self.response = response
        self.choice = Choice(response.id, response.say)
        self.bit = layout.said[beat.id, response.id]
        self.guard = None if response.when is None else guard(response.when, layout)
        self.spent_by = 0 if response.again else self.bit
        self.fire: Callable[[Any], bool] = case.plan.machine.events[pick_event(place)].trigger
        self.judge = Judge(response, case.customer, case.rulebook, layout, repeat)
        self.mask = self._mask(layout)
        self.zoned = bool(response.frames or response.promises)
        self.kept: dict[Any, Outcome] = {}
        self.closes = bool(response.keeps or response.breaks)
        self.meters = tuple(
            (layout.meter_places[id_], change, case.scenario.meters[id_].min, case.scenario.meters[id_].max)
            for id_, change in response.meters
        )
        self.reply = lines(response.reply, layout)
        twice = response.again and not repeat
        self.repeated = Option(case, beat, place, repeated(response), repeat=True) if twice else None

    def _mask(self, layout: Layout) -> int:
        """Return the marks that the outcome can depend on."""
        mask = 0
        reads = {name for rule in self.judge.rules for name in rule.reads}
        mask |= NEED_KNOWN if "need_known" in reads else 0
        mask |= STARTED if "first_turn" in reads else 0
        mask |= MADE if "made" in reads else 0
        for rule in self.judge.rules:
            mask |= layout.once.get(rule.id, 0)
        for fact in self.response.learn:
            mask |= layout.facts[fact]
        if self.response.promises:
            mask |= layout.once["give-a-when"]
        return mask

    def offered(self, play: Any) -> bool:
        """Return whether it can be picked now."""
        return not play.standing.marks & self.spent_by and (self.guard is None or self.guard(play))

    def outcome(self, standing: Standing) -> Outcome:
        """Return what it does where the play stands."""
        marks, heat = standing.marks & self.mask, standing.heat
        key: Any = (marks, heat, standing.desired, standing.adequate) if self.zoned else (marks, heat)
        found = self.kept.get(key)
        if found is None:
            found = self.judge.outcome(heat, standing.marks, standing.desired, standing.adequate)
            if not self.zoned:
                # The zones did not move: the outcome serves wherever they stand.
                found = _without_zones(found)
            if len(self.kept) < MOST_OUTCOMES:
                self.kept[key] = found
        return found


def _without_zones(outcome: Outcome) -> Outcome:
    return msgspec.structs.replace(outcome, desired=(), adequate=())
