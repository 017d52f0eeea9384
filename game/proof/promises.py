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


def breakers(scenario: Scenario) -> dict[str, list[tuple[str, str, str]]]:
    """Return for each promise the responses that break it, as the things of `game.proof.never`; some have none."""
    found: dict[str, list[tuple[str, str, str]]] = {}
    for beat in scenario.beats.values():
        for one in beat.responses:
            for promise in one.breaks:
                found.setdefault(promise, []).append(("response", beat.id, one.id))
    return found
