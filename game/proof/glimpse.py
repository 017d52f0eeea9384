"""A look at some states where there are too many for all: those near the end of some plays."""

from collections.abc import Iterator
from random import Random
from typing import Final

from game.engine import choose, look
from game.engine.play import Play
from game.proof.explore import Budget, Exploration
from game.proof.hindsight import Look, backwards
from game.proof.records import Proof
from game.proof.walk import again

SEED: Final = 20261121
RANDOM_PLAYS: Final = 100
"""So many random plays are looked at beside the best and the worst one, if there is time."""
LONGEST: Final = 1000
"""No random play is followed for more picks."""
ONE: Final = Budget(rows=200_000, samples=0)
"""How far the plays from one point may go, so that all of them are looked at."""
ALL: Final = 2_000_000
"""After so much effort in all, it is enough."""


def glimpse(play: Play, exploration: Exploration, proof: Proof, look_at: Look) -> int:
    """Show what every pick comes to in states of some plays from where `play` stands; return how many plays those are.

    From the last turn of a play backwards, as long as all plays from there on can be gone through.
    """
    effort = looked = 0
    for picks in _plays(play, proof):
        found = None
        for turns in range(len(picks) - 1, -1, -1):
            here = Exploration(exploration.moves, exploration.ends.weights, ONE, watched=True)
            here.run(_at(play, picks[:turns]))
            effort += here.effort
            if here.left or here.watch is None or here.watch.trace is None:
                break
            found = here.watch.trace
        if found is not None:
            backwards(found, [len(options) for options in exploration.moves.reach.options], look_at)
            looked += 1
        if effort > ALL:
            break
    return looked


def _at(play: Play, picks: tuple[str, ...]) -> Play:
    here = again(play)
    for pick in picks:
        choose(here, pick)
    return here


def _plays(play: Play, proof: Proof) -> Iterator[tuple[str, ...]]:
    """Yield picks that lead to an end: the best and the worst that were found, then random ones."""
    yield from (picks for picks in (proof.best, proof.worst) if picks)
    for number in range(RANDOM_PLAYS):
        dice, here = Random(SEED + number), again(play)
        before = len(here.turns)
        while not here.over and len(here.turns) < LONGEST:
            choose(here, dice.choice(look(here).offered).id)
        if here.over:
            yield here.picks[before:]
