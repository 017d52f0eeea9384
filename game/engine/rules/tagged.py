"""The blockers: what is tagged as one fires, minimising and advice only where the moment makes them one."""

from game.engine.rules.registry import rule, tagged
from game.engine.rules.situation import HOT, WARM, Situation


def _always(situation: Situation) -> bool:
    return True


for _id in (
    "evaluation",
    "pseudo-feeling",
    "demand",
    "comparison",
    "interrogation",
    "silence",
    "denial",
    "blame",
    "retelling",
    "contempt",
):
    rule(_id, tagged(_id))(_always)


@rule("minimising", tagged("minimising"), "heat")
def minimising(situation: Situation) -> bool:
    """Return whether there is something to make little of."""
    return situation.heat >= WARM


@rule("advice", tagged("advice"), "heat", "need_known")
def advice(situation: Situation) -> bool:
    """Return whether the advice comes before the customer was heard or understood."""
    return (situation.heat >= HOT and situation.e == 0) or not situation.need_known
