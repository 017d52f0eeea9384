"""How likely it is to pass by chance."""

import random
from typing import Final

from game.engine import begin, choose, look, score
from game.engine.passing import RANKS, SCORES, Passing
from game.engine.rulebook import Rulebook
from game.engine.scores import Verdict, Weights
from game.proof.evidence import Evidence
from game.proof.prove import wilson
from game.proof.view import View
from game.scenario import Scenario

MOST: Final = 0.10
"""The most that a uniformly random player may pass with: above it, a mark says little about who earned it."""
ANYONE: Final = 1 / 3
"""Where every third play at random passes, that some player without a thought passes as well is no news."""
PLAYS: Final = 1000
"""How many random plays stand behind an estimate: enough to tell 10 % from 13 %."""
TURNS: Final = 300
ASKS: Final[dict[Verdict, int]] = {"below": 0, "acceptable": 50, "met": 65, "exceeded": 80}
"""The overall that each verdict asks for in any case."""


def by_verdict(passing: Passing) -> bool:
    """Return whether a play passes if and only if its verdict is good enough, as by the standard marks."""
    rest = all(getattr(passing, name) == 0 for name in SCORES if name != "overall")
    return rest and passing.overall <= ASKS[passing.verdict]


def chance(seen: Evidence, view: View) -> float:
    """Return how likely random play reaches the pass mark, 0 to 1; not known exactly, it surely is so likely (95 %).

    By the standard marks that is the overall alone, as the proof tells it.
    """
    if view.passing == Passing():
        return seen.proof.passing.interval[0]
    if by_verdict(view.passing):
        enough = RANKS[RANKS.index(view.passing.verdict) :]
        return sum(seen.proof.verdicts[verdict].interval[0] for verdict in enough)
    return _sampled(view.scenario, seen.proof.persona, view.rulebook, view.weights, view.passing)


def anyone(seen: Evidence, view: View) -> bool:
    """Return whether random play passes so often that nearly anyone does."""
    return chance(seen, view) >= ANYONE


def _sampled(
    scenario: Scenario, persona: str | None, rulebook: Rulebook | None, weights: Weights, passing: Passing
) -> float:
    """Return the lower end of the interval of how likely random play passes, from plays played one by one."""
    dice, passed = random.Random(f"{scenario.sha256}/{persona}"), 0
    for _ in range(PLAYS):
        play = begin(scenario, persona, rulebook=rulebook)
        while not play.over and len(play.turns) < TURNS:
            choose(play, dice.choice(look(play).offered).id)
        passed += play.over and passing.passes(score(play, weights))
    return wilson(passed / PLAYS, PLAYS)[0]
