"""The promises of a scenario, and which of them are above what can be done."""

from collections.abc import Iterator

from game.proof.view import View
from game.scenario import Beat, Persona, Promise, Response, Scenario


def promises(scenario: Scenario) -> Iterator[tuple[Beat, Response, Promise]]:
    """Yield every promise with the response that makes it, in the order of the file."""
    for beat in scenario.beats.values():
        for response in beat.responses:
            for promise in response.promises:
                yield beat, response, promise


def over(view: View, promise: Promise) -> tuple[Persona, ...]:
    """Return the customers to whom a promise says more than can be done for them."""
    return tuple(one for one in view.scenario.personas if promise.level > one.customer.expects[promise.about].can)


def broken(scenario: Scenario) -> frozenset[str]:
    """Return the promises that some response breaks, whether or not a play ever comes to it."""
    return frozenset(id_ for beat in scenario.beats.values() for one in beat.responses for id_ in one.breaks)


def closed(scenario: Scenario) -> dict[str, frozenset[str]]:
    """Return for each promise that some response keeps or breaks the beats at which that can be, come to or not."""
    found: dict[str, set[str]] = {}
    for beat in scenario.beats.values():
        for one in beat.responses:
            for id_ in (*one.keeps, *one.breaks):
                found.setdefault(id_, set()).add(beat.id)
    return {id_: frozenset(beats) for id_, beats in found.items()}
