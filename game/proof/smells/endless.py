"""A talk that can go on for ever."""

from collections.abc import Iterator

from game.engine.machine import BACK
from game.proof.view import Finding, View
from game.scenario import Response, Scenario, Text
from game.scenario.diagnostics import Diagnostic

SAYS = Diagnostic(
    "warning",
    Text(
        "有的局可以永远谈下去：“{response}”能一选再选，总也到不了结局。",
        "Some plays never end: “{response}” can be picked again and again without ever coming to an ending.",
    ),
    Text(
        "去掉“{response}”的“{~again}”，或让它的去路在某个时候离开这个圈，比如计数器到了头。",
        "Take `{~again}` away from “{response}”, or let it lead out of the circle at some point, as when a meter is "
        "full.",
    ),
)
WHY = Text(
    "学员可以在原地打转，一局没有尽头，分数的范围也只能估计。",
    "A trainee can go round in circles: the play has no end, and what its scores can be is only an estimate.",
)


def find(view: View) -> Iterator[Finding]:
    """Yield the first response by which plays that have no end come round, if there are such plays."""
    if not any(one.proof.endless for one in view.evidence):
        return
    for beat, response in _rounds(view.scenario)[:1]:
        yield Finding(("beats", beat, "responses", response, "again"), {"response": f"{beat}/{response}"})


def _rounds(scenario: Scenario) -> list[tuple[str, str]]:
    """Return the responses that can be picked again and lead back, by such responses alone, to their own beat.

    All others can be picked once in a play, so none of them is in a circle that never ends.
    """
    ways = {
        beat.id: {to for one in beat.responses if one.again for to in _to(scenario, one)}
        for beat in scenario.beats.values()
    }
    again = [(beat.id, one) for beat in scenario.beats.values() for one in beat.responses if one.again]
    return [(beat, one.id) for beat, one in again if beat in _reached(_to(scenario, one), ways)]


def _to(scenario: Scenario, response: Response) -> set[str]:
    """Return the beats that a response may lead to; `back` may be any beat."""
    to = {route.to for route in response.then}
    return set(scenario.beats) if BACK in to else to & scenario.beats.keys()


def _reached(first: set[str], ways: dict[str, set[str]]) -> set[str]:
    met = set(first)
    while more := {to for beat in met for to in ways[beat]} - met:
        met |= more
    return met
