"""Where a course assigns some personas, only they are proved, and no smell takes them for all customers there are."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from game.proof.gather import gather
from game.proof.smelling import smell
from game.proof.view import View
from game.scenario import read
from tests.proof.smells.bike import SOUND, with_personas

SMELLS = Path(__file__).resolve().parents[3] / "docs" / "smells"
STERN = "  stern: {label: Ms Stern, expects: {service: {desired: 10}, product: {desired: 10}}}\n"


def smelt(source: str, proved: Iterable[str | None]) -> set[str]:
    """The codes of all that smells where only these personas were proved, as a course assigns them."""
    scenario, problems = read(source.encode(), "talk.yaml")
    assert scenario is not None, [problem.told("en") for problem in problems]
    ids = [persona.id for persona in scenario.personas if persona.id in proved]
    view = View(scenario, tuple(gather(scenario, id_) for id_ in ids), graded=True, assigned=frozenset(ids))
    return {problem.code for problem in smell(view, source.encode(), "talk.yaml")}


@pytest.mark.parametrize("example", sorted(path.name for path in SMELLS.iterdir() if (path / "bad.yaml").is_file()))
def test_every_smell_can_be_looked_for_with_one_persona_alone(example: str) -> None:
    """Nothing is told for the one that would not be told for all of them, and nothing breaks."""
    source = (SMELLS / example / "bad.yaml").read_text(encoding="utf-8")
    scenario, _ = read(source.encode(), "talk.yaml")
    assert scenario is not None
    ids = [persona.id for persona in scenario.personas]
    alone = {code for id_ in ids for code in smelt(source, [id_])}
    assert alone <= smelt(source, ids)


def test_that_nothing_exceeds_with_the_one_assigned_is_no_fault_of_the_scenario() -> None:
    """Ms Stern hopes for more than anyone can do; with Zoe, whom the course does not assign, it can be exceeded."""
    assert "score-fixed" not in smelt(with_personas(SOUND, STERN), ["stern"])
