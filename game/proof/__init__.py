"""What all plays of a scenario can come to: exact ranges and shares, the best that can still come of a play, what
each response costs on average, and which rules fire."""

from game.proof.best import Best, Regret, Ways, best_from, regrets
from game.proof.explore import Budget, Progress
from game.proof.prove import prove, prove_bytes
from game.proof.records import DeadEnd, Proof, Share, Spread, Unreachable
from game.proof.responses import MeanRegrets, mean_regrets
from game.proof.rules import FiredRules, fired_rules

__all__ = [
    "Best",
    "Budget",
    "DeadEnd",
    "FiredRules",
    "MeanRegrets",
    "Progress",
    "Proof",
    "Regret",
    "Share",
    "Spread",
    "Unreachable",
    "Ways",
    "best_from",
    "fired_rules",
    "mean_regrets",
    "prove",
    "prove_bytes",
    "regrets",
]
