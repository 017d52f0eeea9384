"""What each response of a customer costs on average: its regret as a mean over all states where it is on offer."""

import numpy as np
from msgspec import Struct

from game.engine import Rulebook, Weights, begin
from game.engine.play import Play
from game.proof.account import Account
from game.proof.ends import Marks
from game.proof.explore import Budget, Exploration
from game.proof.glimpse import glimpse
from game.proof.hindsight import backwards
from game.proof.moves import Moves
from game.proof.prove import Findings
from game.proof.rows import Rows
from game.proof.step import Ending, Going
from game.proof.trace import leg
from game.proof.watch import Watch
from game.scenario import Scenario


class MeanRegrets(Struct, frozen=True):
    """The mean regret of one customer's responses, 0 to 100 points of overall, by beat and response.

    Silence is among the responses; one that never was on offer is missing, and a beat where none was has no entries.
    Where it is not `whole`, there were too many states to look at all: the means are then over the states that some
    plays come to near their ends, and beats that none of these came to have no entries.
    """

    whole: bool
    beats: dict[str, dict[str, float]]


def mean_regrets(
    scenario: Scenario, persona: str | None, rulebook: Rulebook, weights: Weights, budget: Budget
) -> MeanRegrets:
    """Return by how much the best overall that can still be come to falls with each response, as a mean over the states
    where it is on offer, weighted by the chance that a random player comes there.

    The one with the least regret of a state has 0 there. KeyError for an unknown persona.
    """
    play = begin(scenario, persona, rulebook=rulebook)
    if play.over:
        return MeanRegrets(True, {})
    exploration = Exploration(Moves(play.case), weights, budget, watched=True)
    watch = exploration.watch = _Onlooker(exploration.moves, exploration.ends)
    exploration.run(play)
    account = Account(exploration.moves)
    return MeanRegrets(_weighed(play, exploration, watch, account), _by_beat(account))


def _weighed(play: Play, exploration: Exploration, watch: Watch, account: Account) -> bool:
    """Weigh the responses in all states, or where those are too many in some; return whether it was all of them."""
    findings = Findings(play, exploration)
    trace = watch.trace if findings.exact and not exploration.left else None
    if trace is None:
        glimpse(play, exploration, findings.proof(), account.weigh)
        return False
    backwards(trace, account.picks, account.weigh)
    return True


def _by_beat(account: Account) -> dict[str, dict[str, float]]:
    """Return the mean regret of every response that was on offer somewhere, by beat."""
    found: dict[str, dict[str, float]] = {}
    for beat, options, scale in zip(account.moves.reach.beats, account.options, account.scales, strict=True):
        chances = zip(options, scale.regret.tolist(), scale.chance.tolist(), strict=True)
        found[beat] = {option.id: regret / chance for option, regret, chance in chances if chance}
    return found


class _Onlooker(Watch):
    """Keeps the trace of an exploration, and looks at nothing else that happens in it."""

    def turned(self, rows: Rows, beat: int, results: list[Going | Ending], marks: list[Marks | None]) -> None:
        """Take in a piece that has been played, with the scores of what has ended."""
        if self.trace is not None:
            told = self.moves.known.effects.listening.view
            legs = [leg(one, scored, len(rows), told) for one, scored in zip(results, marks, strict=True)]
            self.trace.turned(rows, beat, np.zeros(len(rows), np.int16), legs)
