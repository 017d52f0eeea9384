"""What is said of smells where not every play was worked out."""

from typing import Final

import msgspec
import pytest

from game.proof import Budget, prove
from game.proof.evidence import Evidence
from game.proof.gather import gather
from game.proof.smelling import SMELLS
from game.proof.unseen import ANYHOW, unseen
from game.proof.view import View
from game.scenario import Scenario, read
from tests.proof.smells.bike import bad

TINY: Final = Budget(rows=1, samples=50)


def talk(code: str) -> Scenario:
    found, _ = read(bad(code).encode(), "talk.yaml")
    assert found is not None
    return found


def seen(scenario: Scenario) -> tuple[Evidence, ...]:
    return tuple(gather(scenario, persona.id) for persona in scenario.personas)


@pytest.mark.parametrize("code", sorted(ANYHOW))
def test_what_is_not_named_as_unseen_is_found_however_few_plays_were_looked_at(code: str) -> None:
    """The fault is told by one who gave up at once, so nothing needs to be said about this smell."""
    scenario = talk(code)
    given_up = [
        msgspec.structs.replace(one, proof=prove(scenario, one.proof.persona, budget=TINY), whole=False)
        for one in seen(scenario)
    ]
    view = View(scenario, tuple(given_up), graded=True)
    assert not any(one.proof.exact for one in view.evidence)
    assert list(SMELLS[code].find(view)) != []


def test_only_what_was_not_seen_whole_has_unseen_smells() -> None:
    """All plays were looked at: every smell was looked for. Not all: those that need them are named."""
    scenario = talk("dominated")
    assert [unseen(one) for one in seen(scenario)] == [()] * len(scenario.personas)
    codes = unseen(gather(scenario, budget=TINY))
    assert {"dominated", "score-fixed", "clipped"} <= set(codes) <= SMELLS.keys() - ANYHOW
