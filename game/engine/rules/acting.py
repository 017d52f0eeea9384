"""What is done beside the words: asking, owning, updating, recalling, giving more."""

from typing import Final

from game.engine.rules.registry import rule, tagged
from game.engine.rules.situation import Situation
from game.scenario.records import Response

EXTRA: Final = ("salient-surprise", "surprise-off-target")
SALIENT: Final = 2
"""From this weight on the customer cares about a component."""


def _learns(response: Response) -> bool:
    return bool(response.learn)


@rule("ask-first", _learns, "news", once=True)
def ask_first(situation: Situation) -> bool:
    """Return whether something not known before was found out."""
    return situation.news


@rule("own-the-failure", tagged("ownership"), once=True)
def own_the_failure(situation: Situation) -> bool:
    """Return whether the fault is ours and is owned."""
    return situation.fault == "ours"


@rule("update-before-asked", tagged("update"), once=True)
def update_before_asked(situation: Situation) -> bool:
    """Return whether the customer was told unasked."""
    return True


@rule("recap", tagged("recap"), "made", once=True)
def recap(situation: Situation) -> bool:
    """Return whether there is something agreed to recall."""
    return situation.made


def surprise(weight: int) -> str:
    """Return the rule that an extra fires on a component of `weight`."""
    return EXTRA[0] if weight >= SALIENT else EXTRA[1]
