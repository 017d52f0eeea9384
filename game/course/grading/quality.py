"""How good each response of a beat is, whoever picks it: 1 the best of the beat, 0 the worst, from what the proof saw.

The ground is regret: by how much the best overall that can still be come to falls with a response, where it is on
offer, as a mean over all states weighted by the chance that a random player comes there. That is known of every
scenario before anybody has played it, and does not change with those who do. On one beat the response with the least
regret gets 1, the one with the most 0, the others in proportion, so that the mean of what was picked is a share of what
the beat has to give, as a facility index is (mean mark by full mark). What is said sets the scale; silence is put on
it.
"""

import hashlib
from collections import OrderedDict
from collections.abc import Callable, Iterable
from typing import Final

from msgspec import Struct

from game.course.grading.results import Result
from game.engine import Rulebook, Weights
from game.engine.layout import SILENCE
from game.proof import Budget, mean_regrets
from game.scenario import Scenario, read

EVEN: Final = 1.0
"""Regrets of a beat that differ by less than a point of overall, which is told in whole points, are no difference."""
BUDGET: Final = Budget(rows=5_000_000, samples=2_000)
"""Enough for every scenario that comes with the game; a report must not wait for the proof of an enormous one."""
MOST_KEPT: Final = 256


class Quality(Struct, frozen=True):
    """The qualities of one customer's responses, 0 to 1, by (beat, response), silence among them.

    A response that never was on offer has none, nor have those of a beat in `alike`: all that can be said there comes
    to the same. `whole` is False where there were too many states to look at all: the qualities are then those of the
    states that some plays come to near their ends, and beats that none of these came to have none.
    """

    whole: bool
    values: dict[tuple[str, str], float]
    alike: frozenset[str]


KEPT: "OrderedDict[tuple[str, str | None, str, Weights], Quality]" = OrderedDict()
"""What was worked out, by scenario version, persona, rulebook and weights; the ones used last are kept."""


def quality(scenario: Scenario, persona: str | None, rulebook: Rulebook, weights: Weights) -> Quality:
    """Return the qualities of a customer's responses under a rulebook and weights, worked out once for each.

    KeyError for an unknown persona.
    """
    key = (scenario.sha256, persona, rulebook.sha256, weights)
    if key not in KEPT:
        KEPT[key] = _quality(scenario, persona, rulebook, weights)
        if len(KEPT) > MOST_KEPT:
            KEPT.popitem(last=False)
    KEPT.move_to_end(key)
    return KEPT[key]


class Customer(Struct, frozen=True):
    """A customer whose qualities are wanted, as another process can be told: with the bytes of the scenario."""

    source: bytes
    persona: str | None
    rulebook: Rulebook
    weights: Weights


def unknown(results: Iterable[Result], weights: Weights, sources: Callable[[str], bytes]) -> tuple[Customer, ...]:
    """Return the customers of these results whose qualities have yet to be worked out, each once.

    `sources` gives the bytes of a scenario by their hash.
    """
    found: dict[tuple[str, str | None, str, Weights], Rulebook] = {}
    for result in results:
        if result.play is not None:
            case = result.play.case
            key = (case.scenario.sha256, case.persona.id, case.rulebook.sha256, weights)
            if key not in KEPT:
                found[key] = case.rulebook
    return tuple(Customer(sources(key[0]), key[1], rulebook, weights) for key, rulebook in found.items())


def worked_out(customer: Customer) -> Quality:
    """Return the qualities of a customer; other processes can be given this function. ValueError for a faulty file."""
    scenario, problems = read(customer.source, "scenario.yaml")
    if scenario is None:
        raise ValueError("\n".join(problem.told("en") for problem in problems))
    return _quality(scenario, customer.persona, customer.rulebook, customer.weights)


def remember(customer: Customer, known: Quality) -> None:
    """Keep what another process has worked out of a customer."""
    sha256 = hashlib.sha256(customer.source).hexdigest()
    KEPT[sha256, customer.persona, customer.rulebook.sha256, customer.weights] = known


def _quality(scenario: Scenario, persona: str | None, rulebook: Rulebook, weights: Weights) -> Quality:
    found = mean_regrets(scenario, persona, rulebook, weights, BUDGET)
    values, alike = {}, set()
    for beat, regrets in found.beats.items():
        scaled = _scaled(regrets)
        values.update({(beat, response): one for response, one in scaled.items()})
        if regrets and not scaled:
            alike.add(beat)
    return Quality(found.whole, values, frozenset(alike))


def _scaled(regrets: dict[str, float]) -> dict[str, float]:
    """Return the qualities of one beat's responses, none where all that can be said comes to the same."""
    spoken = [regret for response, regret in regrets.items() if response != SILENCE]
    if not spoken or max(spoken) - min(spoken) < EVEN:
        return {}
    least, most = min(spoken), max(spoken)
    return {response: min(1.0, max(0.0, (most - regret) / (most - least))) for response, regret in regrets.items()}
