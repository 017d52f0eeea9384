"""The state machine of a scenario: beats and endings are states, responses are transitions with guards.

One `transitions.Machine` is compiled for each scenario version and shared by all of its plays; a play is a light model
that has a `state`. Plays are never added to the machine: the event is fired on them. `Move` and `Pick` are thin forms
of the library's transition and event, which keep its meaning (conditions, then before-callbacks, then the new state)
and leave out what no play uses; `tests/engine/test_machine.py` plays the stock classes beside them.
"""

from collections.abc import Callable, Iterator
from typing import Any, Final

from transitions import Event, Machine, MachineError, Transition

from game.engine.conditions import Guard, guard
from game.engine.layout import Layout, with_silence
from game.scenario.records import Route, Scenario

DEAD_END: Final = "dead-end"
BACK: Final = "back"
INTERRUPT: Final = "interrupt"


class Move(Transition):
    """A transition without enter and exit callbacks; `dest` None leaves the state to the before-callback."""

    def execute(self, model: Any) -> bool:
        """Return whether the conditions held; if so the model has moved. All callbacks are functions, never names."""
        for condition in self.conditions:
            if not condition.func(model):  # type: ignore[operator]
                return False
        for before in self.before:
            before(model)  # type: ignore[operator]
        if self.dest is not None:
            model.state = self.dest
        return True


class Pick(Event):
    """An event that tries the transitions of the model's state in order."""

    def trigger(self, model: Any, *args: Any, **kwargs: Any) -> bool:
        """Return whether a transition was taken; MachineError where the state knows no such event."""
        moves = self.transitions.get(model.state)
        if moves is None:
            raise MachineError(f"{self.name} is not known in {model.state}")
        for move in moves:  # noqa: SIM110 - a generator would take as long as the move
            if move.execute(model):
                return True
        return False


class Thin(Machine):
    """A machine of thin transitions and events."""

    transition_cls = Move
    event_cls = Pick


def pick_event(place: int) -> str:
    """Return the name of the event that the response at `place` of its beat fires; all beats share the names."""
    return f"pick_{place}"


def build(scenario: Scenario, layout: Layout, stock: bool = False) -> Machine:
    """Return the machine of a scenario; with `stock` of the library's own classes, for comparison."""
    return (Machine if stock else Thin)(
        model=None,
        states=[*scenario.beats, *scenario.endings, DEAD_END],
        transitions=list(_transitions(scenario, layout)),
        initial=scenario.start,
        auto_transitions=False,
        send_event=False,
    )


def _transitions(scenario: Scenario, layout: Layout) -> Iterator[dict[str, Any]]:
    takes = [
        (interrupt, _may_break_in(index, guard(interrupt.when, layout)), _take_place(index, scenario))
        for index, interrupt in enumerate(scenario.interrupts)
    ]
    for beat in scenario.beats.values():
        for place, response in enumerate(with_silence(beat)):
            for route in response.then:
                yield _move(pick_event(place), beat.id, route, layout)
        for interrupt, may, take in takes:
            yield _edge(INTERRUPT, beat.id, interrupt.to, [may], [take])
        yield _edge(DEAD_END, beat.id, DEAD_END, [], [])


def _move(trigger: str, source: str, route: Route, layout: Layout) -> dict[str, Any]:
    conditions = [] if route.when is None else [guard(route.when, layout)]
    if route.to == BACK:
        return _edge(trigger, source, None, conditions, [_go_back])
    return _edge(trigger, source, route.to, conditions, [])


def _edge(
    trigger: str, source: str, dest: str | None, conditions: list[Guard], before: list[Callable[[Any], None]]
) -> dict[str, Any]:
    return {"trigger": trigger, "source": source, "dest": dest, "conditions": conditions, "before": before}


def _go_back(play: Any) -> None:
    play.state = play.back


def _may_break_in(index: int, holds: Guard) -> Callable[[Any], bool]:
    """Return whether an interrupt has not fired in this play and its condition holds."""
    bit = 1 << index
    return lambda play: not play.interrupted & bit and holds(play)


def _take_place(index: int, scenario: Scenario) -> Callable[[Any], None]:
    """Return what an interrupt does before it moves the play: it remembers whose place it takes.

    Where that is the beat of an interrupt that has fired before, `back` stays what it was.
    """
    bit = 1 << index
    targets = [(1 << place, interrupt.to) for place, interrupt in enumerate(scenario.interrupts)]

    def take(play: Any) -> None:
        if not any(play.interrupted & fired and to == play.state for fired, to in targets):
            play.back = play.state
        play.interrupted |= bit

    return take
