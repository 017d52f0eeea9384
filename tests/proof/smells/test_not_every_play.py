"""Scenarios with more plays than could be looked at: nothing is said of all plays then."""

from functools import cache

import msgspec
import pytest

from game.proof import Budget, prove
from game.proof.gather import gather
from game.proof.smelling import SMELLS
from game.proof.view import View
from game.scenario import read
from tests.proof.smells.bike import bad

SWEEPING = (
    "score-fixed",
    "component-unmoved",
    "meter-unmoved",
    "siblings-alike",
    "dominated",
    "greedy-misleads",
    "best-through-blocker",
    "clipped",
    "answer-by-position",
    "answer-by-length",
    "answer-by-empathy",
    "pass-out-of-reach",
)
"""What can only be said by whoever has seen every play."""
SHOWN = ("strategy-first", "strategy-longest", "strategy-shortest", "strategy-most-tagged", "strategy-apologise")
"""What one play shows."""


@cache
def partly(code: str) -> View:
    """Return the faulty example of a smell, with the proof of one who gave up at once."""
    scenario, _ = read(bad(code).encode(), "talk.yaml")
    assert scenario is not None
    proof = prove(scenario, budget=Budget(rows=1, samples=50))
    return View(scenario, (msgspec.structs.replace(gather(scenario), proof=proof, whole=False),))


@pytest.mark.parametrize("code", SWEEPING)
def test_never_and_always_are_not_said_where_not_every_play_was_seen(code: str) -> None:
    """The fault is there, but nobody has seen that it always is."""
    view = partly(code)
    assert not view.whole
    assert list(SMELLS[code].find(view)) == []


@pytest.mark.parametrize("code", SHOWN)
def test_a_player_who_passes_is_told_however_many_plays_there_are(code: str) -> None:
    """One play is enough to show it."""
    assert [finding.path for finding in SMELLS[code].find(partly(code))] == [("customer",)]
