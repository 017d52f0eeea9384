"""What all plays of a scenario can come to: exact ranges and shares, and the best that can still come of a play."""

from game.proof.best import Best, Regret, Ways, best_from, regrets
from game.proof.explore import Budget, Progress
from game.proof.prove import prove, prove_bytes
from game.proof.records import DeadEnd, Proof, Share, Spread, Unreachable

__all__ = [
    "Best",
    "Budget",
    "DeadEnd",
    "Progress",
    "Proof",
    "Regret",
    "Share",
    "Spread",
    "Unreachable",
    "Ways",
    "best_from",
    "prove",
    "prove_bytes",
    "regrets",
]
