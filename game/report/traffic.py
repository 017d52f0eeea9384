"""How often random plays go where: an estimate, from plays that pick by chance among all that is on offer."""

import random
from collections import Counter
from typing import Final

from msgspec import Struct

from game.engine import Play, begin, look, score
from game.report.walk import DEAD_END, Key, arrived, step
from game.scenario.records import Scenario, Text

PLAYS: Final = 2_000
SEED: Final = 20_260_101
MOST_TURNS: Final = 400_000
"""How many turns all plays may have together, so that a scenario of thousands of beats does not keep anyone waiting."""


class Traffic(Struct, frozen=True):
    """What `plays` random plays passed: nodes (in how many plays), picks and edges (how many times).

    `says` is what was said first at each node. `best` is the play that scored most: its points and picks.
    """

    plays: int
    nodes: Counter[str]
    picks: Counter[tuple[str, str]]
    edges: Counter[Key]
    says: dict[str, Text]
    best: tuple[int, tuple[str, ...]]


def traffic(scenario: Scenario, persona: str | None, plays: int = PLAYS) -> Traffic:
    """Return what random plays passed, the same for the same scenario; fewer plays where they are very long."""
    chance = random.Random(SEED)
    seen = Traffic(plays, Counter(), Counter(), Counter(), {}, (-1, ()))
    best, turns, done = seen.best, 0, 0
    longest = max(300, 4 * len(scenario.beats))
    while done < plays and turns < MOST_TURNS:
        play = begin(scenario, persona)
        _play(play, seen, chance, longest)
        done += 1
        turns += len(play.turns) + 1
        if play.over and (points := score(play).overall) > best[0]:
            best = (points, play.picks)
    return Traffic(done, seen.nodes, seen.picks, seen.edges, seen.says, best)


def _play(play: Play, seen: Traffic, chance: random.Random, longest: int) -> None:
    """Play by chance to the end, or until it is plain that there may be none, and count what was passed."""
    passed: set[str] = set()
    moment = look(play)
    if moment.over:
        seen.edges[play.case.scenario.start, "", DEAD_END] += 1
        passed.add(play.case.scenario.start)
    while not moment.over and len(play.turns) < longest:
        passed.add(play.state)
        if moment.says is not None:
            seen.says.setdefault(play.state, moment.says)
        pick = chance.choice(moment.offered).id
        seen.picks[play.state, pick] += 1
        edges = step(play, pick)
        seen.edges.update(edges)
        if play.ending == DEAD_END and (stuck := arrived(play, edges[-2])) is not None:
            passed.add(stuck)
        moment = look(play)
    passed.add(play.state)
    if moment.says is not None:
        seen.says.setdefault(play.state, moment.says)
    seen.nodes.update(passed)
