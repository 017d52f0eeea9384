"""Plays walked again through the engine, to tell picks by name or to go on from a point of them."""

from game.engine import begin, choose
from game.engine.play import Play


def again(play: Play, turns: int | None = None) -> Play:
    """Return a play of its own with the same picks, or with the first so many of them."""
    case = play.case
    copy = begin(case.scenario, case.persona.id, play.seed, rulebook=case.rulebook)
    for pick in play.picks[:turns]:
        choose(copy, pick)
    return copy


def ids(play: Play, places: list[int]) -> tuple[str, ...]:
    """Return picks as ids of responses, given as places of options from where `play` stands; it is left alone."""
    copy, found = again(play), []
    for place in places:
        if copy.stage is None:
            break
        found.append(copy.stage.options[place].id)
        choose(copy, found[-1])
    return tuple(found)
