"""Which rules there is anything to see of in a scenario."""

from typing import Final

from game.engine import Rulebook
from game.engine.layout import with_silence
from game.engine.rules import RULES, TURN_RULES, acting, closing, framing, promising
from game.proof import Budget, fired_rules
from game.report.lessons import GROUPS
from game.scenario import Scenario

EFFORT: Final = Budget(rows=4_000_000, samples=0)
"""How much effort is spent on going through the plays: a few seconds, enough for scenarios of everyday size."""


def fireable(scenario: Scenario, persona: str | None, rulebook: Rulebook) -> tuple[str, ...]:
    """Return the rules that can fire with this customer, in the order of the lessons; those switched off never do.

    Exactly so where all plays can be gone through in a few seconds, else all that the file's responses do not rule out.
    """
    seen = fired_rules(scenario, persona, rulebook, EFFORT)
    found = seen.rules if seen.whole else seen.rules | written(scenario)
    ordered = [id_ for group in GROUPS.values() for id_ in group]
    return tuple(id_ for id_ in ordered if id_ in found and not rulebook.rules[id_].off)


def written(scenario: Scenario) -> frozenset[str]:
    """Return the rules that some response could fire by what stands in the file, whatever the moment."""
    responses = [response for beat in scenario.beats.values() for response in with_silence(beat)]
    found = {rule.id for rule in TURN_RULES.values() if any(map(rule.applies, responses))} | {*closing.ENDS}
    if any(response.extra for response in responses):
        found.update(acting.EXTRA)
    if any(response.promises for response in responses):
        found.update((*promising.MADE, *promising.CLOSED))
    if any(response.frames for response in responses):
        found.update(framing.FRAMES)
    return frozenset(found) & frozenset(RULES)
