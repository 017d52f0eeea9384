"""What was said to those who came to a beat: its lines may depend on who the customer is and on what came before."""

from collections import Counter
from collections.abc import Iterable

from msgspec import Struct, structs

from game.engine.case import Stage
from game.engine.play import Play, Turn
from game.engine.standing import Standing
from game.scenario import Scenario, Text
from game.scenario.records import Condition

EVER = Condition(0)
"""A condition that asks for nothing."""


class _Seen(Struct, gc=False):
    """What a condition reads, as it was before a turn."""

    standing: Standing
    persona_id: str


def spoken(plays: Iterable[Play]) -> dict[str, Text]:
    """Return for each beat that a play came to the line that was said there most often, the one written first where
    two were said as often. The first time counts where a beat comes again; beats without words are left out."""
    counts: dict[str, Counter[int]] = {}
    said: dict[str, Stage] = {}
    for play in plays:
        met = set()
        for turn in play.turns:
            if turn.beat in met:
                continue
            met.add(turn.beat)
            stage = said.get(turn.beat) or said.setdefault(turn.beat, _stage(turn))
            line = _line(stage, turn)
            if line is not None:
                counts.setdefault(turn.beat, Counter())[line] += 1
    return {beat: said[beat].says[min(found, key=lambda at: (-found[at], at))][1] for beat, found in counts.items()}


def usual(scenario: Scenario, beat: str, persona: str) -> Text | None:
    """Return what a customer says at a beat, as far as that depends on who it is: the first line that is said to
    everybody or asks for nothing but this persona, else the last. None where there are no words."""
    lines = scenario.beats[beat].says
    known = (line.text for line in lines if line.when is None or _holds(line.when, persona))
    return next(known, lines[-1].text if lines else None)


def _stage(turn: Turn) -> Stage:
    stage = turn.case.stage(turn.beat)
    assert stage is not None
    return stage


def _line(stage: Stage, turn: Turn) -> int | None:
    """Return the place of the line that was said before a turn; conditions are only asked where there are any."""
    for at, (holds, _) in enumerate(stage.says):
        if holds is None or holds(_Seen(turn.before, turn.case.persona_id)):
            return at
    return None


def _holds(condition: Condition, persona: str) -> bool | None:
    """Return whether a condition holds with a persona; None where that depends on more than who it is."""
    parts = [_holds(one, persona) for one in condition.all]
    if condition.persona is not None:
        parts.append(persona in condition.persona)
    if condition.no is not None:
        inner = _holds(condition.no, persona)
        parts.append(None if inner is None else not inner)
    if condition.any is not None:
        either = [_holds(one, persona) for one in condition.any]
        parts.append(True if True in either else None if None in either else False)
    if structs.replace(condition, line=0, persona=None, all=(), any=None, no=None) != EVER:
        parts.append(None)
    return False if False in parts else None if None in parts else True
