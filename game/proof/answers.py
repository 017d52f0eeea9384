"""Whether the best answers of a talk have an outward mark in common, by which one could tell them unread."""

import math
from collections.abc import Callable, Iterable
from typing import Final

from msgspec import Struct

from game.engine import begin, choose
from game.proof.evidence import Evidence
from game.proof.view import View
from game.scenario import Beat, Response

FEWEST: Final = 4
"""With fewer beats to go by, the same mark at all of them may well be chance."""
NEARLY: Final = 0.75
"""From this share of the beats on, who goes by the mark is right nearly always: at three of four."""
CHANCE: Final = 0.06
"""A mark that best answers set out at random would bear as often, in more than six of a hundred scenarios, is none."""

MOSTLY: Final = 0.5
SELDOM: Final = 0.99
"""A response that has an `if` and is the best in so many of the states in which it is on offer is an answer as well."""

Marked = Callable[[tuple[Response, ...]], Iterable[Response]]
"""Which of some responses bear a mark; none where it tells nothing."""


class Answer(Struct, frozen=True):
    """What one customer's plays show of a beat: the responses that are on offer in some state, and the best of them."""

    beat: Beat
    offered: tuple[Response, ...]
    best: frozenset[str]


class Tell(Struct, frozen=True):
    """At which beats the best answer bears a mark, of how many at which something is at stake."""

    at: tuple[str, ...]
    of: int
    chance: float
    """How likely answers set out at random would bear it at least as often, 0 to 1."""

    def gives_away(self, marks: int = 1) -> bool:
        """Return whether the mark gives the answers away; `marks` is how many marks like it were tried."""
        return self.of >= FEWEST and len(self.at) >= NEARLY * self.of and marks * self.chance < CHANCE


def answers(view: View, seen: Evidence) -> tuple[tuple[Answer, ...], ...]:
    """Return what is best at each beat, in three ways: in most states, where it is on offer at all, on the best way.

    Only beats at which something is at stake count: where some responses are better than others.
    """
    most = {beat: frozenset(ids) for beat, ids in seen.answers.items()}
    all_ = {beat: ids | _now_and_then(seen, beat) for beat, ids in most.items()}
    way = {beat: frozenset({pick}) for beat, pick in _best_way(view, seen).items()}
    return tuple(_answers(view, seen, right) for right in (most, all_, way))


def _now_and_then(seen: Evidence, beat: str) -> frozenset[str]:
    """Return the responses that are the best mostly when they are on offer, and are so only at times."""
    found = [one for one in seen.choices if one.beat == beat and one.states]
    often = max((one.chance for one in found), default=0.0)
    return frozenset(one.response for one in found if one.best_share >= MOSTLY and one.chance < SELDOM * often)


def _best_way(view: View, seen: Evidence) -> dict[str, str]:
    """Return the pick at each beat that the best play comes to, the first where it comes twice."""
    play = begin(view.scenario, seen.proof.persona, rulebook=view.rulebook)
    found: dict[str, str] = {}
    for pick in seen.proof.best:
        turn = choose(play, pick)
        found.setdefault(turn.beat, turn.response)
    return found


def _answers(view: View, seen: Evidence, right: dict[str, frozenset[str]]) -> tuple[Answer, ...]:
    met = {(one.beat, one.response) for one in seen.choices if one.states and one.rivals}
    found = []
    for beat in view.scenario.beats.values():
        offered = tuple(one for one in beat.responses if (beat.id, one.id) in met)
        best = right.get(beat.id, frozenset()) & {one.id for one in offered}
        if 0 < len(best) < len(offered):
            found.append(Answer(beat, offered, best))
    return tuple(found)


def tell(found: tuple[Answer, ...], marked: Marked) -> Tell:
    """Return how often the best answers bear a mark.

    Where all responses of a beat bear it, or none, it misses; how likely it was to hit is reckoned as if one bore it.
    """
    at, odds = [], []
    for one in found:
        bearing = frozenset(response.id for response in marked(one.offered))
        told = len(bearing) < len(one.offered)
        if told and bearing & one.best:
            at.append(one.beat.id)
        odds.append(_met(len(one.offered), len(bearing) if told and bearing else 1, len(one.best)))
    return Tell(tuple(at), len(odds), _at_least(len(at), odds))


def _met(many: int, bearing: int, best: int) -> float:
    """Return how likely so many that bear a mark and so many that are best, drawn from `many`, have one in common."""
    return 1 - math.comb(many - bearing, best) / math.comb(many, best)


def _at_least(hits: int, odds: list[float]) -> float:
    """Return how likely at least so many of the events come, each with its own odds."""
    spread = [1.0]
    for one in odds:
        spread = [
            (spread[at] if at < len(spread) else 0.0) * (1 - one) + (spread[at - 1] * one if at else 0.0)
            for at in range(len(spread) + 1)
        ]
    return sum(spread[hits:])
