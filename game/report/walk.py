"""One step of a play, seen as the edges of the drawing that it passes."""

from typing import Final

from game.engine import Play, choose
from game.scenario.records import Scenario

BACK: Final = "back"
DEAD_END: Final = "dead-end"
SILENCE: Final = "silence"

Key = tuple[str, str, str]
"""An edge: the node it leaves, the response that takes it, the node it leads to."""


def interrupt_key(place: int) -> str:
    """Return the key of an interrupt's node; no id of a scenario has a slash."""
    return f"interrupt/{place}"


def node_key(beat: str, to: str) -> str:
    """Return the key of the node that a response of `beat` leads to; `back` is a node of its own for each beat."""
    return f"{BACK}/{beat}" if to == BACK else to


def step(play: Play, pick: str) -> tuple[Key, ...]:
    """Pick a response, and return the edges that the play went along: the response's, then an interrupt's."""
    scenario, beat, fired = play.case.scenario, play.state, play.interrupted
    choose(play, pick)
    new = play.interrupted ^ fired
    keys = [(beat, pick, node_key(beat, _led_to(play, beat, pick, new)))]
    if new:
        place = new.bit_length() - 1
        keys.append((interrupt_key(place), "", scenario.interrupts[place].to))
    if play.ending == DEAD_END:
        keys.append((beat, pick, DEAD_END))
    return tuple(keys)


def arrived(play: Play, edge: Key) -> str | None:
    """Return the beat that a play has come to by the last edge that it took; None for an ending."""
    target = play.back if edge[2].startswith(f"{BACK}/") else edge[2]
    return target if target in play.case.scenario.beats else None


def _led_to(play: Play, beat: str, pick: str, interrupted: int) -> str:
    """Return where a response led before an interrupt took that beat's place: one of the places that it names."""
    targets = _targets(play.case.scenario, beat, pick)
    if len(targets) == 1:
        return targets[0]
    arrived = play.back if interrupted else play.state
    if arrived in targets:
        return arrived
    if BACK in targets:
        return BACK
    # The play ended where nothing was on offer, or on an interrupt's beat whose place was taken by the next one.
    return next((to for to in targets if to in play.case.scenario.beats), targets[-1])


def _targets(scenario: Scenario, beat: str, pick: str) -> tuple[str, ...]:
    if pick == SILENCE:
        return (beat,)
    response = next(one for one in scenario.beats[beat].responses if one.id == pick)
    return tuple(dict.fromkeys(route.to for route in response.then))
