"""The best that can still come of a play, and what each pick of it has cost."""

from typing import Final

from msgspec import Struct

from game.engine import choose, score
from game.engine.play import Play
from game.engine.scores import STANDARD, Weights
from game.proof.explore import Budget, Exploration
from game.proof.moves import Moves
from game.proof.walk import again, ids

QUICK: Final = Budget(rows=20_000_000, samples=0)
"""Enough for every scenario that comes with the game, from its first beat."""


class Best(Struct, frozen=True):
    """The best overall, 0 to 100, that can still be reached, and picks that lead there.

    Where `exact` is not set, it is the best that was found before the budget ran out: there may be a better one.
    """

    overall: int
    picks: tuple[str, ...]
    exact: bool


class Regret(Struct, frozen=True):
    """What one pick of a play has cost: `before` could still be reached when it was made, `after` when it was.

    `way` are the picks that would have led to `before` from there, the better response first.
    """

    turn: int
    beat: str
    picked: str
    before: int
    after: int
    way: tuple[str, ...]
    exact: bool

    @property
    def cost(self) -> int:
        """By how much the best that can be reached has fallen; 0 for a pick that keeps everything open."""
        return self.before - self.after


class Ways:
    """Finds best ways for the plays of one case; what was worked out once serves for all of them."""

    def __init__(self, play: Play, weights: Weights = STANDARD, budget: Budget = QUICK) -> None:
        self.weights = weights
        self.budget = budget
        self._moves = Moves(play.case)

    def best(self, play: Play) -> Best:
        """Return the best that can still come of a play, which is left alone."""
        if play.over:
            return Best(score(play, self.weights).overall, (), True)
        exploration = Exploration(self._moves, self.weights, self.budget)
        exploration.run(play)
        found = exploration.tally.best
        if found is None:
            return Best(0, (), False)
        return Best(found.score, ids(play, found.picks), not exploration.left)

    def regrets(self, play: Play) -> tuple[Regret, ...]:
        """Return what each pick of a play has cost, turn by turn."""
        walked = again(play, 0)
        best, found = self.best(walked), []
        for turn in play.turns:
            choose(walked, turn.response)
            kept = bool(best.picks) and best.picks[0] == turn.response
            after = Best(best.overall, best.picks[1:], best.exact) if kept else self.best(walked)
            exact = best.exact and after.exact
            found.append(Regret(turn.number, turn.beat, turn.response, best.overall, after.overall, best.picks, exact))
            best = after
        return tuple(found)


def best_from(play: Play, weights: Weights = STANDARD, budget: Budget = QUICK) -> Best:
    """Return the best overall that can still come of a play, and the picks that lead there; the play is left alone."""
    return Ways(play, weights, budget).best(play)


def regrets(play: Play, weights: Weights = STANDARD, budget: Budget = QUICK) -> tuple[Regret, ...]:
    """Return for every turn of a play what its pick has cost and the best way on; the play is left alone."""
    return Ways(play, weights, budget).regrets(play)
