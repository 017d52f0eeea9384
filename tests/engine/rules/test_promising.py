"""Promises: when they are made, and when they are kept, thin or broken."""

from typing import Any

import pytest

from game.engine import look
from tests.engine.staged import levels, rules, talk, zone

Data = dict[str, Any]


def promise(level: int, about: str = "price", by: str | None = "17:30", id_: str = "p") -> Data:
    """Return a response that makes one promise."""
    made: Data = {"about": about, "level": level}
    return {"promise": {id_: made if by is None else {**made, "by": by}}}


def both(**levels: int) -> Data:
    """Return a response that makes a promise without a time on each component, named p-<component>."""
    return {"promise": {f"p-{about}": {"about": about, "level": level} for about, level in levels.items()}}


@pytest.mark.parametrize(("level", "fires"), [(6, False), (7, False), (8, True), (10, True)])
def test_overpromise(level: int, fires: bool) -> None:
    """overpromise: a promise's level > can; feedback only, the cost comes later."""
    play = talk(promise(level, by=None))
    assert ("overpromise" in rules(play)) is fires
    assert (play.standing.set_points, play.standing.heat, levels(play)) == (-5, 5, {})


@pytest.mark.parametrize(("level", "desired"), [(0, 7), (7, 7), (8, 8), (10, 10)])
def test_a_promise_raises_desired(level: int, desired: int) -> None:
    """A promise raises desired to its level where that is higher; adequate stays."""
    assert zone(talk(promise(level)), "price") == (5, desired)


@pytest.mark.parametrize(("level", "fires"), [(4, False), (5, True), (6, True), (7, True), (8, False)])
def test_give_a_when(level: int, fires: bool) -> None:
    """give-a-when: a promise with `by`, adequate ≤ level ≤ can; service +1, set +10."""
    play = talk(promise(level))
    assert ("give-a-when" in rules(play)) is fires
    assert play.standing.set_points == 10 * fires
    assert levels(play) == ({"service": 6} if fires else {})


def test_give_a_when_only_once() -> None:
    """First time in the play: the second good promise earns nothing, in a later turn or in the same."""
    play = talk(promise(4), promise(6, id_="q"), promise(6, id_="r"))
    assert [turn.rules for turn in play.turns] == [(), ("give-a-when",), ()]
    same = talk({"promise": {**promise(6)["promise"], **promise(6, id_="q", about="brand")["promise"]}})
    assert (same.standing.set_points, levels(same)) == (10, {"service": 6})


def test_vague_promise() -> None:
    """vague-promise: a promise without `by`; set −5, each by itself, whatever its level."""
    play = talk({"promise": {**promise(6, by=None)["promise"], **promise(2, "brand", None, "q")["promise"]}})
    assert rules(play) == ("vague-promise",)
    assert play.standing.set_points == -10


def test_promises_after_frames() -> None:
    """Frames are made first: adequate that followed a frame down is what the promise is held against."""
    frame = {"frame": {"price": 5}, "tags": ["reason", "option"]}
    low: Data = {"price": {"adequate": 6, "desired": 7, "can": 5}}
    assert "give-a-when" in rules(talk({**frame, **promise(5)}, **low))  # zone 4 to 5 after the frame
    assert "give-a-when" not in rules(talk(promise(5), **low))


@pytest.mark.parametrize(("perceived", "kept"), [(5, False), (6, True), (9, True)])
def test_keeping_a_promise(perceived: int, kept: bool) -> None:
    """promise-kept: perceived ≥ level: heat −1, set +15. promise-thin: otherwise: brand −1, set −15."""
    play = talk(promise(6), {"keeps": ["p"]}, price={"perceived": perceived})
    assert rules(play) == ("promise-kept" if kept else "promise-thin",)
    assert play.standing.set_points == 10 + (15 if kept else -15)
    assert play.standing.heat == 5 - kept
    brand = {} if kept else {"brand": 4}
    price = {} if perceived == 5 else {"price": perceived}
    assert levels(play) == {"service": 6, **brand, **price}


@pytest.mark.parametrize(("level", "kept"), [(4, False), (5, True)])
def test_a_promise_below_adequate_is_thin(level: int, kept: bool) -> None:
    """level ≥ adequate: what was not worth promising is thin even when it is kept to the letter."""
    play = talk(promise(level), {"keeps": ["p"]})
    assert rules(play) == ("promise-kept" if kept else "promise-thin",)


def test_a_promise_is_kept_with_what_this_turn_delivers() -> None:
    """keeps closes on the perceived of step 2, so that what is delivered in the same turn counts."""
    play = talk(promise(7), {"keeps": ["p"], "deliver": {"price": 2}})
    assert rules(play) == ("promise-kept",)


def test_adequate_is_read_as_it_then_stands() -> None:
    """A frame of the same turn that takes adequate along makes a low promise worth its keeping."""
    who: Data = {"price": {"adequate": 6, "desired": 7, "perceived": 9, "can": 5}}
    framed = {"keeps": ["p"], "frame": {"price": 5}, "tags": ["reason", "option"]}
    assert "promise-kept" in rules(talk(promise(5), framed, **who))
    assert rules(talk(promise(5), {"keeps": ["p"]}, **who)) == ("promise-thin",)


def test_a_promise_of_this_turn_cannot_be_closed() -> None:
    """Open since an earlier turn: a promise that is made and kept, or broken, in one breath stays open."""
    for closing in ("keeps", "breaks"):
        play = talk({**promise(4), closing: ["p"]})
        assert rules(play) == ()
        assert play.standing.open_promises == (0,)


@pytest.mark.parametrize("closing", ["keeps", "breaks"])
def test_a_promise_that_was_never_made(closing: str) -> None:
    """Keeping or breaking what nobody promised does nothing."""
    play = talk({closing: ["p"]}, promise(4))
    assert play.turns[0].rules == ()
    assert play.turns[0].after.set_points == 0


def test_a_closed_promise_stays_closed() -> None:
    """Kept once, a promise can neither be kept again nor broken, nor be forgotten."""
    play = talk(promise(5), {"keeps": ["p"]}, {"keeps": ["p"], "breaks": ["p"]}, {}, ends="end")
    assert [turn.rules for turn in play.turns[1:]] == [("promise-kept",), (), ("loop-left-open",)]


def test_kept_before_broken() -> None:
    """`keeps`, then `breaks`: named in both, a promise is kept."""
    assert rules(talk(promise(5), {"keeps": ["p"], "breaks": ["p"]})) == ("promise-kept",)


def test_promise_broken() -> None:
    """promise-broken: brand −2, its component −2, heat +2, set −20."""
    play = talk(promise(4), {"breaks": ["p"]}, heat=3)
    assert rules(play) == ("promise-broken",)
    assert levels(play) == {"brand": 3, "price": 3}
    assert (play.standing.heat, play.standing.set_points) == (5, -20)


def test_the_second_broken_promise() -> None:
    """From the second broken promise of the play on −4, −4, +4, −20, in the same turn or a later one."""
    same = talk(both(price=5, product=5), {"breaks": ["p-price", "p-product"]}, heat=0, brand={"perceived": 10})
    assert levels(same) == {"brand": 4, "price": 3, "product": 1}
    assert (same.standing.heat, same.standing.set_points) == (6, -10 - 40)
    made = both(price=5, product=5, personal=5)
    later = talk(made, {"breaks": ["p-product"]}, {}, {"breaks": ["p-personal"]}, heat=0)
    assert levels(later) == {"brand": 0, "product": 3, "personal": 1}
    assert later.standing.heat == 6


def test_a_thin_promise_is_not_a_broken_one() -> None:
    """A thin promise does not make the next broken one the second."""
    play = talk(both(price=9, product=5), {"keeps": ["p-price"]}, {"breaks": ["p-product"]})
    assert [turn.rules for turn in play.turns[1:]] == [("promise-thin",), ("promise-broken",)]
    assert levels(play) == {"brand": 2, "product": 3}


def test_a_broken_promise_about_the_brand() -> None:
    """brand −2 and its component −2, one by one on the same component: −4."""
    assert levels(talk(promise(4, "brand"), {"breaks": ["p"]})) == {"brand": 1}


def test_a_broken_promise_without_a_brand() -> None:
    """An effect on a component that is left out is void; the promise's own component still falls."""
    assert levels(talk(promise(4), {"breaks": ["p"]}, without=("brand",))) == {"price": 3}


def test_changes_of_closing_are_clamped_one_by_one() -> None:
    """Closing's own changes are applied and clamped one by one, after what was delivered was clamped."""
    play = talk(promise(4, "brand"), {"breaks": ["p"], "deliver": {"brand": 10}}, brand={"perceived": 9})
    assert levels(play) == {"brand": 10 - 2 - 2}


def test_promises_close_one_after_the_other() -> None:
    """What closes promises is read as it then stands: a thin one costs the brand what the next one needs."""
    made = both(price=9, brand=5)
    thin_first = talk(made, {"keeps": ["p-price", "p-brand"]})
    assert rules(thin_first) == ("promise-thin",)
    assert levels(thin_first) == {"brand": 3}
    kept_first = talk(made, {"keeps": ["p-brand", "p-price"]})
    assert rules(kept_first) == ("promise-kept", "promise-thin")
    assert levels(kept_first) == {"brand": 4}


def test_heat_of_closing_is_one_sum() -> None:
    """heat ← clamp(h − e + 2b + the rules' changes + the response's own): clamped once, at the end."""
    broken = {"breaks": ["p-price", "p-product"], "tags": ["reaction"], "heat": -10}
    play = talk(both(price=5, product=5), broken, heat=9)
    assert play.standing.heat == 9 - 1 + 2 + 4 - 10


def test_the_ledger_tells_what_became_of_each() -> None:
    """Each promise that was made is open, kept, thin or broken."""
    made = both(price=5, product=9, brand=5, personal=5)
    play = talk(made, {"keeps": ["p-price", "p-product"], "breaks": ["p-brand"]})
    fates = {one.about: fate for one, fate in look(play).gauges.ledger}
    assert fates == {"price": "kept", "product": "thin", "brand": "broken", "personal": "open"}
