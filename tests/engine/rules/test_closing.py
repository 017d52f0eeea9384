"""Closing: how the talk ended, and promises that nobody came back to."""

import pytest

from tests.engine.staged import levels, rules, talk

PROMISE = {"promise": {"call": {"about": "service", "level": 6, "by": "17:30"}}}
VAGUE = {"promise": {f"p{i}": {"about": about, "level": 5} for i, about in enumerate(("price", "product"))}}


@pytest.mark.parametrize("tag", ["check-back", "next-step"])
@pytest.mark.parametrize("ends", ["end", "lost"])
def test_close_the_loop(tag: str, ends: str) -> None:
    """close-the-loop: the play ends and the last response has `check-back` or `next-step`; set +10."""
    play = talk({"tags": [tag]}, ends=ends)
    assert rules(play) == ("close-the-loop",)
    assert play.standing.set_points == 10


def test_both_close_it_once() -> None:
    """Checking back and a next step together are one closed loop."""
    assert talk({"tags": ["check-back", "next-step"]}, ends="end").standing.set_points == 10


def test_loop_left_open() -> None:
    """loop-left-open: the play ends otherwise; set −10. Only the last response counts."""
    play = talk({"tags": ["check-back"]}, {}, ends="end")
    assert [turn.rules for turn in play.turns] == [(), ("loop-left-open",)]
    assert play.standing.set_points == -10


def test_no_loop_before_the_end() -> None:
    """While the play goes on nothing is closed and nothing left open."""
    play = talk({"tags": ["check-back"]})
    assert rules(play) == ()
    assert play.standing.set_points == 0


def test_promise_forgotten() -> None:
    """promise-forgotten: the play ends and a promise is still open; as promise-broken."""
    play = talk(PROMISE, {"tags": ["next-step"]}, ends="end", heat=3)
    assert rules(play) == ("close-the-loop", "promise-forgotten")
    assert play.standing.heat == 3 + 2
    assert play.standing.set_points == 10 + 10 - 20
    assert levels(play) == {"brand": 3, "service": 5 + 1 - 2}


def test_promises_are_forgotten_in_the_order_made() -> None:
    """One by one in the order made: the first costs 2, from the second of the play on 4."""
    play = talk(VAGUE, {}, ends="end", heat=1)
    assert levels(play) == {"brand": 0, "price": 3, "product": 1}
    assert play.standing.heat == 1 + 2 + 4
    assert play.standing.set_points == -5 - 5 - 10 - 20 - 20


def test_a_broken_promise_makes_the_forgotten_one_the_second() -> None:
    """Broken and forgotten promises are counted together over the play."""
    play = talk(VAGUE, {"breaks": ["p1"]}, {}, ends="end", heat=0, brand={"perceived": 9, "desired": 10})
    assert play.turns[1].rules == ("promise-broken",)
    assert levels(play) == {"brand": 9 - 2 - 4, "product": 3, "price": 1}
    assert play.standing.heat == 2 + 4
    assert (play.standing.broken_promises, play.standing.open_promises) == (2, ())


def test_a_promise_of_the_last_turn_is_forgotten_too() -> None:
    """A promise made with the last words is still open when the play ends."""
    play = talk(PROMISE, ends="end", heat=0)
    assert rules(play) == ("give-a-when", "loop-left-open", "promise-forgotten")


def test_forgotten_promises_are_clamped_one_by_one() -> None:
    """Changes to perceived and heat by forgotten promises are clamped one by one."""
    play = talk(VAGUE, {}, ends="end", heat=9, brand={"perceived": 1}, price={"perceived": 0})
    assert play.standing.heat == 10
    assert levels(play) == {"brand": 0, "price": 0, "product": 1}
