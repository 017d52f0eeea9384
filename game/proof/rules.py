"""Which rules of a rulebook fire in the plays of one customer."""

from msgspec import Struct

from game.engine import Rulebook, begin
from game.engine.scores import STANDARD
from game.proof.account import Account
from game.proof.explore import Budget, Exploration
from game.proof.moves import Moves
from game.scenario import Scenario


class FiredRules(Struct, frozen=True):
    """The ids of the rules that fire in some play of one customer, closing rules among them.

    Where it is not `whole`, not every play was gone through: others may fire too.
    """

    rules: frozenset[str]
    whole: bool


def fired_rules(scenario: Scenario, persona: str | None, rulebook: Rulebook, budget: Budget) -> FiredRules:
    """Return the rules that fire in the plays of one customer, as far as the budget goes.

    A play that is over before it begins shows nothing. KeyError for an unknown persona.
    """
    play = begin(scenario, persona, rulebook=rulebook)
    exploration = Exploration(Moves(play.case), STANDARD, budget, watched=True)
    if play.over or exploration.watch is None:
        return FiredRules(frozenset(), False)
    exploration.run(play)
    return FiredRules(Account(exploration.moves).fired(exploration.watch), not exploration.left)
