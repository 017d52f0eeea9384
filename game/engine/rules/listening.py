"""Whether the customer was heard: empathy, apology, warmth, needs."""

from game.engine.rules.registry import rule, tagged
from game.engine.rules.situation import HOT, Situation
from game.scenario.records import Response
from game.scenario.words import EMPATHY


def _delivers(response: Response) -> bool:
    return any(change > 0 for _, change in response.deliver)


def _names(response: Response) -> bool:
    return response.names is not None


@rule("connect-before-correct", _delivers, "heat")
def connect_before_correct(situation: Situation) -> bool:
    """Return whether a solution comes to someone too upset to take it in."""
    return situation.heat >= HOT and situation.e == 0


@rule("specific-empathy", tagged(*EMPATHY))
def specific_empathy(situation: Situation) -> bool:
    """Return whether the words meet what this customer lives through."""
    return situation.e >= 1


@rule("generic-empathy", tagged("generic"))
def generic_empathy(situation: Situation) -> bool:
    """Return whether there is a stock phrase and nothing else."""
    return situation.e == 0


@rule("bare-apology", tagged("apology"))
def bare_apology(situation: Situation) -> bool:
    """Return whether the apology owns nothing and hears nothing."""
    return "ownership" not in situation.tags and situation.e == 0


@rule("warmth-in-time", tagged(*EMPATHY), "heat")
def warmth_in_time(situation: Situation) -> bool:
    """Return whether there is more warmth than the moment wants."""
    return situation.e > situation.want_e + 1


@rule("paraphrase-first", tagged("paraphrase"), "first_turn")
def paraphrase_first(situation: Situation) -> bool:
    """Return whether the talk begins with the customer's own words."""
    return situation.first_turn


@rule("name-the-need", _names, "need_known")
def name_the_need(situation: Situation) -> bool:
    """Return whether the need behind the words is named, for the first time."""
    return situation.names == situation.need and not situation.need_known


@rule("wrong-need", _names)
def wrong_need(situation: Situation) -> bool:
    """Return whether another need is named than the customer's."""
    return situation.names != situation.need
