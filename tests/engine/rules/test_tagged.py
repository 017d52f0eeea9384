"""Blockers: what is tagged as one fires; minimising and advice only where the moment makes them one."""

import pytest

from tests.engine.staged import level, levels, own, rules, talk

NAMED = {"names": "safety"}
ALL_EMPATHY = ["reaction", "interpretation", "exploration"]


@pytest.mark.parametrize("tag", ["evaluation", "pseudo-feeling", "demand", "comparison", "interrogation"])
@pytest.mark.parametrize(("heat", "after", "empathy", "nvc"), [(0, 2, 70, 10), (5, 7, 10, 10), (9, 10, 10, 10)])
def test_a_plain_blocker(tag: str, heat: int, after: int, empathy: int, nvc: int) -> None:
    """evaluation, pseudo-feeling, demand, comparison, interrogation: tagged; blocker of weight 1, at any heat."""
    play = talk({"tags": [tag]}, heat=heat)
    assert rules(play) == (tag,)
    assert play.standing.heat == after
    assert own(play) == (empathy, nvc)
    assert levels(play) == {}


@pytest.mark.parametrize(
    ("tag", "weight", "component"),
    [("denial", 1, "brand"), ("blame", 1, "personal"), ("retelling", 1, "personal"), ("contempt", 2, "personal")],
)
def test_a_blocker_that_costs_a_level(tag: str, weight: int, component: str) -> None:
    """denial: brand −1; blame, retelling: personal −1; contempt: weight 2, personal −1."""
    play = talk({"tags": [tag]}, heat=4)
    assert rules(play) == (tag,)
    assert play.standing.heat == 4 + 2 * weight
    assert own(play) == (40 - 30 * weight if weight == 1 else 0, 10 if weight == 1 else 0)
    assert levels(play) == {component: 4}


@pytest.mark.parametrize(("tag", "component"), [("denial", "brand"), ("contempt", "personal")])
def test_an_effect_on_a_component_left_out_is_void(tag: str, component: str) -> None:
    """A rule's effect on a component that the scenario leaves out is void; the blocker itself stays."""
    play = talk({"tags": [tag]}, heat=4, without=(component,))
    assert rules(play) == (tag,)
    assert play.standing.heat > 4
    assert levels(play) == {}


def test_weights_add_up() -> None:
    """b is the sum of the weights of the blockers that fired: contempt 2 and demand 1 make heat + 6 and −90."""
    play = talk({"tags": ["contempt", "demand", *ALL_EMPATHY]}, heat=2)
    assert rules(play) == ("contempt", "demand", "specific-empathy", "warmth-in-time")
    assert play.standing.heat == 2 - 3 + 6
    assert own(play) == (100 - 90 - 10, 0)


@pytest.mark.parametrize(("heat", "fires"), [(2, False), (3, True), (5, True), (6, True)])
def test_minimising(heat: int, fires: bool) -> None:
    """minimising: tagged and h ≥ 3; below that there is nothing to make little of."""
    play = talk({"tags": ["minimising"]}, heat=heat)
    assert rules(play) == (("minimising",) if fires else ())
    assert play.standing.heat == heat + 2 * fires


@pytest.mark.parametrize(
    ("heat", "tags", "fires"),
    [(5, [], False), (6, [], True), (6, ["reaction"], False), (10, ["exploration"], False), (10, [], True)],
)
def test_advice_to_someone_whose_need_is_known(heat: int, tags: list[str], fires: bool) -> None:
    """advice, need known: only where h ≥ 6 and e = 0."""
    named = {**NAMED, "heat": 1}  # naming takes one degree, the response's own heat gives it back
    play = talk(named, {"tags": ["advice", *tags]}, heat=heat, need="safety")
    assert ("advice" in rules(play)) is fires


@pytest.mark.parametrize("heat", [0, 5, 10])
def test_advice_before_the_need_is_known(heat: int) -> None:
    """advice: the need is not yet known, however calm the moment and however warm the words."""
    play = talk({"tags": ["advice", *ALL_EMPATHY]}, heat=heat, need="safety")
    assert "advice" in rules(play)


def test_advice_in_the_very_turn_that_names_the_need() -> None:
    """Conditions are read on the state at the start of the turn: a need named just now is not yet known."""
    play = talk({"tags": ["advice"], **NAMED}, heat=3, need="safety")
    assert rules(play) == ("advice", "name-the-need")
    assert play.standing.heat == 3 + 2 - 1


def test_a_wrong_need_does_not_make_it_known() -> None:
    """Naming another need leaves the need unknown, so that advice is still hasty."""
    play = talk({"names": "rest"}, {"tags": ["advice"]}, heat=0, need="safety")
    assert rules(play) == ("advice",)


def test_a_customer_without_a_need_is_never_known() -> None:
    """Where the file gives no need there is none that could be known: advice is a blocker there."""
    assert rules(talk({"tags": ["advice"]}, heat=0)) == ("advice",)


def test_a_blocker_lowers_what_is_clamped() -> None:
    """perceived ← clamp(perceived + its sum, 0, 10): a level of 0 stays 0."""
    play = talk({"tags": ["denial"]}, brand={"perceived": 0})
    assert level(play, "brand") == 0
