"""The best way through a scenario, as the nodes, picks and edges that it passes."""

import random
from collections.abc import Iterator
from typing import Final

from msgspec import Struct

from game.engine import Play, begin, choose, look, score
from game.proof import Best
from game.report.proven import Proven
from game.report.traffic import SEED, Traffic
from game.report.walk import Key, step
from game.scenario import Scenario

MOST_TURNS: Final = 150_000


class Way(Struct, frozen=True):
    """A way to `points`, 0 to 100. `picks` are (beat, response) with the turns in which they were picked.

    `exact` says that no play scores more; where it is not set, a better way may have been missed.
    """

    points: int
    exact: bool
    nodes: frozenset[str]
    picks: dict[tuple[str, str], tuple[int, ...]]
    edges: frozenset[Key]


def best_way(play: Play, seen: Traffic, known: Proven) -> Way:
    """Return the best way on from a play that has just begun: the proven one, else the best one found, bettered."""
    scenario, persona, found = play.case.scenario, play.case.persona.id, known.best
    if not found.exact:
        points, picks = seen.best
        start = found if found.overall > points else Best(max(points, 0), picks, False)
        found = _bettered(scenario, persona, start)
    return _walked(begin(scenario, persona), found)


def _bettered(scenario: Scenario, persona: str | None, best: Best) -> Best:
    """Return a play at least as good: one beat's pick is changed at a time, and kept where the end is better."""
    chance, turns, first = random.Random(SEED), 0, 0
    held = dict(_by_beat(scenario, persona, best.picks))
    tries = _changes(scenario, held)
    while first < len(tries) and turns < MOST_TURNS:
        change = tries[first]
        played = _played(begin(scenario, persona), held | dict([change]), chance)
        turns += len(played.turns) + 1
        first += 1
        if played.over and (points := score(played).overall) > best.overall:
            best = Best(points, played.picks, False)
            held = dict(_by_beat(scenario, persona, best.picks))
            tries, first = _changes(scenario, held), 0
    return best


def _changes(scenario: Scenario, held: dict[str, str]) -> list[tuple[str, str]]:
    """Return each other response of the beats that a play passes, the last beats first."""
    return [
        (beat, response.id)
        for beat in reversed(held)
        for response in scenario.beats[beat].responses
        if response.id != held[beat]
    ]


def _by_beat(scenario: Scenario, persona: str | None, picks: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Yield the beats that a play passes, each with what was picked there."""
    play = begin(scenario, persona)
    for pick in picks:
        yield play.state, pick
        choose(play, pick)


def _played(play: Play, held: dict[str, str], chance: random.Random) -> Play:
    """Return the play, played on to its end by what is held for each beat, by chance where that is not on offer."""
    longest = max(300, 4 * len(play.case.scenario.beats))
    while len(play.turns) < longest:
        offered = [choice.id for choice in look(play).offered]
        if not offered:
            break
        held_here = held.get(play.state)
        choose(play, held_here if held_here is not None and held_here in offered else chance.choice(offered))
    return play


def _walked(play: Play, best: Best) -> Way:
    """Return what the picks of a best play pass."""
    nodes = {play.state}
    picks: dict[tuple[str, str], tuple[int, ...]] = {}
    edges: set[Key] = set()
    for turn, pick in enumerate(best.picks, start=1):
        at = (play.state, pick)
        picks[at] = (*picks.get(at, ()), turn)
        passed = step(play, pick)
        edges.update(passed)
        nodes.update(node for source, _, target in passed[1:] for node in (source, target))
        nodes.add(play.state)
    return Way(best.overall, best.exact, frozenset(nodes), picks, frozenset(edges))
