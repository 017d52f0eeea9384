"""How the tests talk to the engine: through the seam alone, and what they read of it."""

from random import Random
from typing import Any

from game.engine import Moment, Play, Score, Turn, begin, choose, facts, look, score, zones
from game.scenario import Scenario, Text

MOST = 25
"""A talk with loops is left after so many picks."""


def offered(play: Play) -> list[str]:
    """Return the ids on offer."""
    return [choice.id for choice in look(play).offered]


def both(text: Text | None) -> tuple[str, str] | None:
    """Return words in Chinese and English."""
    return None if text is None else (text.told("zh"), text.told("en"))


def shown(turn: Turn) -> dict[str, Any]:
    """Return a turn as `score --json` names its parts, and the reply."""
    after, case = turn.after, turn.case
    return {
        "beat": turn.beat,
        "response": turn.response,
        "heat": after.heat,
        "empathy_turn": turn.empathy_turn,
        "nvc_turn": turn.nvc_turn,
        "empathy": after.empathy,
        "nvc": after.nvc,
        "set_points": after.set_points,
        "components": {
            zone.component: {"adequate": zone.adequate, "desired": zone.desired, "perceived": zone.perceived}
            for zone in zones(case, after)
        },
        "meters": dict(zip(case.layout.meter_ids, after.meters, strict=True)),
        "facts": list(facts(case, after)),
        "rules": list(turn.rules),
        "reply": both(turn.reply),
    }


def total(scored: Score) -> dict[str, Any]:
    """Return the scores as `score --json` names them."""
    names = ("set", "meet", "exceed", "empathy", "nvc", "overall", "verdict", "satisfaction", "components")
    return {name: getattr(scored, name) for name in names}


def everything(play: Play) -> Any:
    """Return all that can be seen of a play, as one value that compares."""
    moment: Moment = look(play)
    return (
        moment,
        tuple(play.turns),
        play.picks,
        play.state,
        play.back,
        play.interrupted,
        score(play) if play.over else None,
    )


def played(scenario: Scenario, persona: str | None, picks: tuple[str, ...], seed: int = 0) -> Play:
    """Return a play after these picks."""
    play = begin(scenario, persona, seed)
    for pick in picks:
        choose(play, pick)
    return play


def wandered(scenario: Scenario, persona: str | None, chance: Random, most: int = MOST) -> Play:
    """Return a play of picks left to chance."""
    play = begin(scenario, persona)
    while not play.over and len(play.turns) < most:
        choose(play, chance.choice(offered(play)))
    return play


def anyone(scenario: Scenario, chance: Random) -> str | None:
    """Return one of the personas, None for the customer as written."""
    return chance.choice([persona.id for persona in scenario.personas])
