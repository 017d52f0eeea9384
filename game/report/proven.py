"""What plays can come to at all: shown by playing a scenario in every way, as far as that takes seconds."""

from collections.abc import Iterator
from typing import Final

from msgspec import Struct

from game.engine import begin, choose, score
from game.engine.play import Play
from game.engine.scores import STANDARD
from game.proof import Best, Budget, DeadEnd
from game.proof.explore import Exploration
from game.proof.moves import Moves
from game.proof.prove import Findings
from game.proof.walk import ids
from game.scenario import Scenario

MOST: Final = 6_000_000
"""How much effort (`Budget.rows`) is spent on a scenario of everyday size: some seconds."""
EVERYDAY: Final = 600
"""Past so many things to remember of a play each state takes longer, so that fewer are gone through."""
TOO_MANY: Final = 4_500
"""Past so many nothing is proven: only to make ready for it would take longer than the drawing."""


class Proven(Struct, frozen=True):
    """What some play of one customer comes to: beats, (beat, response) with silence among them, endings, interrupts.

    Where it is `exact`, no play comes to anything else. `dead_ends` are the beats where a play can stand with nothing
    on offer, each with picks that lead there; `best` is the best play found, empty where none has ended.
    """

    exact: bool = False
    beats: frozenset[str] = frozenset()
    picks: frozenset[tuple[str, str]] = frozenset()
    endings: frozenset[str] = frozenset()
    interrupts: frozenset[int] = frozenset()
    dead_ends: tuple[DeadEnd, ...] = ()
    best: Best = Best(-1, (), False)


def proven(scenario: Scenario, persona: str | None) -> Proven:
    """Return what the plays of one customer come to, exactly where that is quick; the same for the same scenario."""
    size = _size(scenario)
    if size > TOO_MANY:
        return Proven()
    play = begin(scenario, persona)
    if play.over:
        dead = DeadEnd(scenario.start, ())
        return Proven(True, frozenset([scenario.start]), dead_ends=(dead,), best=Best(score(play).overall, (), True))
    budget = Budget(rows=MOST * EVERYDAY // max(size, EVERYDAY), samples=0)
    exploration = Exploration(Moves(play.case), STANDARD, budget)
    exploration.run(play)
    return _told(play, exploration)


def _size(scenario: Scenario) -> int:
    """Return how much there is to remember of a play: what was picked, found out and promised."""
    picks = [response for beat in scenario.beats.values() for response in beat.responses]
    return len(scenario.beats) + len(picks) + len(scenario.facts) + sum(3 * len(one.promises) for one in picks)


def _told(play: Play, exploration: Exploration) -> Proven:
    """Return an exploration in the names of the scenario."""
    moves, tally = exploration.moves, exploration.tally
    reach = moves.reach
    exact = not exploration.left and Findings(play, exploration).exact
    dead = sorted(tally.dead_ends.items())
    found = tally.best
    return Proven(
        exact=exact,
        beats=frozenset(reach.beats[beat] for beat in exploration.beats | tally.dead_ends.keys()),
        picks=frozenset((reach.beats[beat], reach.options[beat][place].id) for beat, place in exploration.picked),
        endings=frozenset(tally.endings),
        interrupts=frozenset(moves.course.broken),
        dead_ends=tuple(DeadEnd(reach.beats[beat], ids(play, picks)) for beat, picks in dead),
        best=Best(-1, (), False) if found is None else Best(found.score, ids(play, found.picks), exact),
    )


def last_picks(scenario: Scenario, persona: str | None, dead_ends: tuple[DeadEnd, ...]) -> Iterator[tuple[str, str]]:
    """Yield the (beat, response) after which each dead end is come to; no response where a play begins in it."""
    for end in dead_ends:
        play = begin(scenario, persona)
        for pick in end.picks[:-1]:
            choose(play, pick)
        yield (play.state, end.picks[-1]) if end.picks else (scenario.start, "")
