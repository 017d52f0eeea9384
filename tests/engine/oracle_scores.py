"""The scores of the oracle, from the design's formulas."""

from typing import Any

from tests.engine.oracle import Talk
from tests.engine.oracle_rules import between, half_up


def scored(talk: Talk) -> dict[str, Any]:
    """Return the scores of a play that has ended, as `score --json` gives them."""
    lost = talk.ending == "dead-end" or talk.scenario.endings[str(talk.ending)].lost
    counting = [c for c in talk.weight if talk.weight[c] > 0]
    weights = sum(talk.weight[c] for c in counting)
    below = [c for c in counting if talk.perceived[c] < talk.adequate[c]]
    score: dict[str, Any] = {
        "set": set_(talk, counting, lost),
        "meet": half_up(sum(talk.weight[c] * met(talk, c) for c in counting), weights),
        "exceed": exceed(talk, below, lost),
        "empathy": talk.mean(1),
        "nvc": talk.mean(2),
    }
    parts = zip(("set", "meet", "exceed", "empathy", "nvc"), (20, 30, 10, 20, 20), strict=True)
    score["overall"] = half_up(sum(score[name] * share for name, share in parts), 100)
    few = 5 * sum(talk.weight[c] for c in below) <= weights
    score["verdict"] = verdict(score, lost, bool(below), few)
    gap = sum(talk.weight[c] * (content(talk, c) + 10 * talk.perceived[c]) for c in counting)
    score["satisfaction"] = between(half_up(gap, 2 * weights) - 2 * talk.heat, 0, 100)
    score["components"] = {c: place(talk, c) for c in talk.weight}
    return score


def set_(talk: Talk, counting: list[str], lost: bool) -> int:
    """Return how well expectations were set."""
    if lost:
        return 0
    overhang = sum(max(0, talk.desired[c] - talk.can[c]) for c in counting)
    return between(50 + talk.set_points - 10 * overhang, 0, 100)


def met(talk: Talk, c: str) -> int:
    """Return how well one component was met."""
    p, a, d = talk.perceived[c], talk.adequate[c], talk.desired[c]
    return between(100 - 15 * max(0, d - p) - 15 * max(0, a - p), 0, 100)


def exceed(talk: Talk, below: list[str], lost: bool) -> int:
    """Return how far a hope was exceeded by deeds."""
    if lost or below or talk.meters.get("budget", 0) < 0:
        return 0
    best = 0
    for c, weight in talk.weight.items():
        if weight >= 2:
            gap = talk.perceived[c] - max(talk.desired[c], talk.hoped[c])
            best = max(best, between(35 * min(gap, talk.deeds[c]), 0, 100))
    return best


def verdict(score: dict[str, Any], lost: bool, below: bool, few: bool) -> str:
    """Return the verdict over all."""
    if lost:
        return "below"
    if score["overall"] >= 80 and score["exceed"] > 0 and not below:
        return "exceeded"
    if score["overall"] >= 65 and few:
        return "met"
    if score["overall"] >= 50 and score["meet"] >= 40:
        return "acceptable"
    return "below"


def content(talk: Talk, c: str) -> int:
    """Return how satisfied the customer is with one component."""
    p, a, d = talk.perceived[c], talk.adequate[c], talk.desired[c]
    return between(70 + 10 * (p - d) - 10 * max(0, a - p), 0, 100)


def place(talk: Talk, c: str) -> str:
    """Return the verdict of one component."""
    if talk.perceived[c] < talk.adequate[c]:
        return "below"
    return "exceeded" if talk.perceived[c] > talk.desired[c] else "met"
