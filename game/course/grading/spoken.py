"""What was said to those who came to a beat: its lines may depend on who the customer is and on what came before."""

from collections import Counter
from collections.abc import Iterable

from msgspec import Struct, structs

from game.engine.case import Lines
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
    turns: dict[str, list[Turn]] = {}
    for play in plays:
        for beat, turn in {turn.beat: turn for turn in reversed(play.turns)}.items():
            turns.setdefault(beat, []).append(turn)
    told = ((beat, _most(found)) for beat, found in turns.items())
    return {beat: line for beat, line in told if line is not None}


def usual(scenario: Scenario, beat: str, persona: str) -> Text | None:
    """Return what a customer says at a beat, as far as that depends on who it is: the first line that is said to
    everybody or asks for nothing but this persona, else the last. None where there are no words."""
    lines = scenario.beats[beat].says
    known = (line.text for line in lines if line.when is None or _holds(line.when, persona))
    return next(known, lines[-1].text if lines else None)


def _most(turns: list[Turn]) -> Text | None:
    """Return what was said before most of these turns, all at one beat; conditions are asked only if there are any."""
    stage = turns[0].case.stage(turns[0].beat)
    says = stage.says if stage is not None else ()
    if not says or says[0][0] is None:
        return says[0][1] if says else None
    counts = Counter(_line(says, _Seen(turn.before, turn.case.persona_id)) for turn in turns)
    most = min(counts, key=lambda at: (-counts[at], at))
    return says[most][1] if most < len(says) else None


def _line(says: Lines, seen: _Seen) -> int:
    """Return the place of the line that was said, the number of lines where none was."""
    return next((at for at, (holds, _) in enumerate(says) if holds is None or holds(seen)), len(says))


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
