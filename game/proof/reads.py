"""The conditions of a scenario, wherever they stand."""

from collections.abc import Iterator

from game.scenario import Condition, Scenario


def conditions(scenario: Scenario) -> Iterator[Condition]:
    """Yield every condition of a scenario, those inside others too."""
    for outer in _outer(scenario):
        yield from within(outer)


def _outer(scenario: Scenario) -> Iterator[Condition]:
    lines = [line for beat in scenario.beats.values() for line in beat.says]
    lines += [line for ending in scenario.endings.values() for line in ending.says]
    responses = [response for beat in scenario.beats.values() for response in beat.responses]
    lines += [line for response in responses for line in response.reply]
    routes = [route for response in responses for route in response.then]
    guards = [line.when for line in lines] + [route.when for route in routes] + [one.when for one in responses]
    yield from (guard for guard in guards if guard is not None)
    yield from (interrupt.when for interrupt in scenario.interrupts)


def within(condition: Condition) -> Iterator[Condition]:
    """Yield a condition and every one inside it."""
    yield condition
    inner = [*condition.all, *(condition.any or ()), *([] if condition.no is None else [condition.no])]
    for one in inner:
        yield from within(one)
