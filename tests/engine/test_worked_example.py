"""The worked example of the design: one customer, 17 plays, every number."""

import json
from pathlib import Path
from typing import Any

import pytest

from game.engine import begin, choose, look, score
from game.scenario import Scenario, read
from tests.engine.talks import offered, shown, total

DATA = Path(__file__).resolve().parent.parent / "data"
PLAYS: list[dict[str, Any]] = json.loads((DATA / "heating-cold-flat.plays.json").read_text(encoding="utf-8"))
TABLE = [
    ("hear-her, ask-room, honest-time, close-the-loop", "3,100,100,0 2,100,88,0 2,100,90,25 0,100,91,55"),
    ("fix-first, ask-room, honest-time, close-the-loop", "8,40,40,0 7,55,55,0 7,50,70,10 5,55,78,40"),
    ("hear-her, ask-room, honest-time, done", "3,100,100,0 2,100,88,0 2,100,90,25 4,100,83,-5"),
    ("hear-her, ask-room, half-hour, done", "3,100,100,0 2,100,88,0 2,100,80,-10 8,100,74,-60"),
    ("calm-down", "10,0,0,-10"),
    ("silence", "10,10,10,-10"),
]


@pytest.fixture(scope="module")
def flat() -> Scenario:
    """The customer of the worked example."""
    scenario, problems = read((DATA / "heating-cold-flat.yaml").read_bytes(), "heating-cold-flat.yaml")
    assert scenario is not None
    assert problems == ()
    return scenario


def _name(play: dict[str, Any]) -> str:
    return f"{play['persona'] or 'base'}:{','.join(play['picks'])}"


@pytest.mark.parametrize("wanted", PLAYS, ids=_name)
def test_every_number_of_the_seventeen_plays(flat: Scenario, wanted: dict[str, Any]) -> None:
    """Each turn and the score of each play come out as they were computed by hand."""
    play = begin(flat, wanted["persona"])
    for pick, numbers in zip(wanted["picks"], wanted["turns"], strict=True):
        turn = shown(choose(play, pick))
        assert {name: turn[name] for name in numbers} == numbers
    assert look(play).ending == wanted["ending"]
    assert total(score(play)) == wanted["score"]


def test_there_are_seventeen_plays() -> None:
    """The example is whole: seventeen plays, for the customer as written and both personas."""
    assert len(PLAYS) == 17
    assert {play["persona"] for play in PLAYS} == {None, "calm", "furious"}


@pytest.mark.parametrize(("picks", "numbers"), TABLE, ids=[picks for picks, _ in TABLE])
def test_the_table_of_the_design(flat: Scenario, picks: str, numbers: str) -> None:
    """Heat, empathy, NVC and set points after each turn are those of the design's own table."""
    play = begin(flat)
    found = []
    for pick in picks.split(", "):
        after = choose(play, pick).after
        found.append(f"{after.heat},{after.empathy},{after.nvc},{after.set_points}")
    assert " ".join(found) == numbers


def test_what_is_on_offer_in_the_example(flat: Scenario) -> None:
    """The file's order, silence last where there is patience; the loop is offered only after the promise."""
    play = begin(flat)
    assert offered(play) == ["hear-her", "fix-first", "calm-down", "silence"]
    for pick in ("hear-her", "ask-room", "half-hour"):
        choose(play, pick)
    assert offered(play) == ["done"]
