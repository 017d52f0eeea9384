"""Acting: asking, owning, updating, recalling what was agreed, giving what nobody asked for."""

import pytest

from tests.engine.staged import level, levels, rules, talk

PROMISE = {"promise": {"call": {"about": "service", "level": 4, "by": "17:30"}}}


def test_ask_first() -> None:
    """ask-first: `learn` brings a fact not known before; first time in the play; personal +1."""
    play = talk({"learn": ["f1"]}, {"learn": ["f2"]})
    assert [turn.rules for turn in play.turns] == [("ask-first",), ()]
    assert levels(play) == {"personal": 6}


def test_asking_what_is_known_is_not_asking_first() -> None:
    """A fact known before does not count, and does not use up the first time."""
    play = talk({"learn": []}, {"learn": ["f1"]}, {"learn": ["f1"]})
    assert [turn.rules for turn in play.turns] == [(), ("ask-first",), ()]


@pytest.mark.parametrize(("fault", "fires"), [("ours", True), ("theirs", False), ("nobody", False)])
def test_own_the_failure(fault: str, fires: bool) -> None:
    """own-the-failure: `ownership`, fault is ours; first time in the play; brand +1, heat −1."""
    play = talk({"tags": ["ownership"]}, {"tags": ["ownership"]}, fault=fault, heat=5)
    assert [turn.rules for turn in play.turns] == [("own-the-failure",) if fires else (), ()]
    assert play.standing.heat == 5 - fires
    assert levels(play) == ({"brand": 6} if fires else {})


def test_update_before_asked() -> None:
    """update-before-asked: `update`; first time in the play; service +1, heat −1."""
    play = talk({"tags": ["update"]}, {"tags": ["update"]}, heat=5)
    assert [turn.rules for turn in play.turns] == [("update-before-asked",), ()]
    assert play.standing.heat == 4
    assert levels(play) == {"service": 6}


def test_recap_of_an_earlier_promise() -> None:
    """recap: `recap`, and a promise was made in this play; first time in the play; set +5."""
    play = talk(PROMISE, {"tags": ["recap"]}, {"tags": ["recap"]})
    assert [turn.rules for turn in play.turns] == [(), ("recap",), ()]
    assert play.standing.set_points == 5


def test_recap_in_the_turn_of_the_promise_or_frame() -> None:
    """A promise or frame of this very turn can be recalled, even a frame that was needless."""
    assert "recap" in rules(talk({"tags": ["recap"], **PROMISE}))
    assert rules(talk({"tags": ["recap"], "frame": {"price": 7}})) == ("needless-limit", "recap")


def test_a_recap_of_nothing() -> None:
    """Without a promise or frame there is nothing to recall; the first real recap still counts."""
    play = talk({"tags": ["recap"]}, PROMISE, {"tags": ["recap"]})
    assert [turn.rules for turn in play.turns] == [(), (), ("recap",)]


@pytest.mark.parametrize(("weight", "salient"), [(0, False), (1, False), (2, True), (3, True), (10, True)])
def test_a_surprise(weight: int, salient: bool) -> None:
    """salient-surprise: `extra` on a component of weight ≥ 2, that component +2; elsewhere feedback only."""
    play = talk({"extra": {"about": "price"}}, price={"weight": weight})
    assert rules(play) == ("salient-surprise" if salient else "surprise-off-target",)
    assert level(play, "price") == 5 + 2 * salient


def test_only_salient_surprises_are_deeds() -> None:
    """Deeds sum all `deliver`, after halving, and salient extras; an extra off target is none."""
    both = {"extra": {"about": "price"}, "deliver": {"price": 3}}
    salient, off = talk(both, heat=8), talk(both, heat=8, price={"weight": 1})
    place = salient.case.layout.places["price"]
    assert salient.standing.deeds[place] == 1 + 2
    assert off.standing.deeds[place] == 1


def test_surprises_may_come_again() -> None:
    """Nothing limits a surprise to the first: two make +4."""
    extra = {"extra": {"about": "price"}}
    assert level(talk(extra, extra), "price") == 9
