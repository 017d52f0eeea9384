"""Whom to meet next: the customer who trains the weakest score, and why in one sentence."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from game.i18n import Words
from game.report.progress import PLEASED, Round, ScoreName, weakest
from game.scenario import Response, Scenario
from game.scenario.words import BLOCKERS

FINE: Final = 85
"""From this mean on, the weakest score is good enough to look for new customers instead."""


@dataclass(frozen=True, slots=True)
class Next:
    """A customer to meet next: the id of the scenario, the score that it is to train (None at the start and where all
    go well), and why, in one sentence."""

    scenario: str
    trains: ScoreName | None
    why: str


def next_customer(words: Words, shelf: Sequence[Scenario], held: Sequence[Round]) -> Next | None:
    """Return whom to meet next; None for an empty shelf. `held` are the trainee's rounds, oldest first."""
    if not shelf:
        return None
    if not held:
        first = min(shelf, key=lambda one: (one.level or 1, one.customer.heat, one.minutes or 0, one.id))
        return Next(first.id, None, words("next.first"))
    name, mean = weakest(held)
    met = {one.scenario for one in held}
    unmet = [one for one in shelf if one.id not in met and (one.level or 1) <= _reach(held)]
    if mean >= FINE and unmet:
        hardest = max(unmet, key=lambda one: (one.level or 1, one.id))
        return Next(hardest.id, None, words("next.fine"))
    return _new(words, unmet, name, mean) if unmet else _again(words, shelf, held, name, mean)


def _reach(held: Sequence[Round]) -> int:
    """Return up to which level customers are within reach: one more than was mastered."""
    return 1 + max((one.level for one in held if one.score.verdict in PLEASED), default=max(1, held[-1].level - 1))


def _new(words: Words, unmet: Sequence[Scenario], name: ScoreName, mean: int) -> Next:
    """Return the customer not met yet of whom the weakest score asks most."""
    measure = ASKS[name]
    best = max(unmet, key=lambda one: (measure(one), -(one.level or 1), one.id))
    why = words(f"next.{name}") if measure(best) >= ENOUGH[name] else words("next.new")
    return Next(best.id, name, words("next.because", score=words(f"score.{name}"), mean=mean, why=why))


def _again(words: Words, shelf: Sequence[Scenario], held: Sequence[Round], name: ScoreName, mean: int) -> Next:
    """Return the customer with whom the weakest score was lowest the last time, rather not the very last one."""
    last = {one.scenario: one.value(name) for one in held}
    known = [one for one in shelf if one.id in last]
    others = [one for one in known if one.id != held[-1].scenario] or known
    if not others:
        return _new(words, shelf, name, mean)
    worst = min(others, key=lambda one: (last[one.id], one.level or 1, one.id))
    why = words("next.again", value=last[worst.id])
    return Next(worst.id, name, words("next.because", score=words(f"score.{name}"), mean=mean, why=why))


# What a case asks of each score


def _raised(scenario: Scenario) -> int:
    """Return how far the customer hopes for more than can be had: what has to be set right."""
    expects = scenario.customer.expects.values()
    return sum(one.weight * max(0, one.desired - one.can) for one in expects)


def _short(scenario: Scenario) -> int:
    """Return how far the customer is below what is acceptable: what has to be met."""
    expects = scenario.customer.expects.values()
    return sum(one.weight * max(0, one.adequate - one.perceived) for one in expects)


def _room(scenario: Scenario) -> int:
    """Return in how many ways more can be done than was asked for, where the customer cares."""
    cares = {name for name, one in scenario.customer.expects.items() if one.weight > 1}
    extras = [one.extra for one in _responses(scenario) if one.extra is not None]
    return sum(extra.about in cares for extra in extras)


def _heat(scenario: Scenario) -> int:
    """Return how upset the customer comes: the more, the more it counts to be heard."""
    return scenario.customer.heat


def _traps(scenario: Scenario) -> int:
    """Return how many of the responses carry what nonviolent communication leaves out."""
    return sum(bool(not one.tags.isdisjoint(BLOCKERS)) for one in _responses(scenario))


def _responses(scenario: Scenario) -> list[Response]:
    return [response for beat in scenario.beats.values() for response in beat.responses]


ASKS: Final[dict[ScoreName, Callable[[Scenario], int]]] = {
    "set": _raised,
    "meet": _short,
    "exceed": _room,
    "empathy": _heat,
    "nvc": _traps,
}
"""What a case asks of each score: the more, the better it trains it."""
ENOUGH: Final[dict[ScoreName, int]] = {"set": 2, "meet": 6, "exceed": 1, "empathy": 6, "nvc": 6}
"""From this on a case can be said to be about a score."""
