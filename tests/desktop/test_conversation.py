"""A talk without a screen: who speaks, how long they wait, what is kept and when."""

from dataclasses import dataclass, field
from typing import Any

import pytest

from game.desktop.clock import WoundClock
from game.desktop.conversation import COLLECTED, Conversation
from game.engine import NotOffered, begin
from game.scenario import SILENCE, Scenario
from game.session import Mode
from tests.desktop.booth import shelf

TO_THE_TIME = ("beside-her", "ask-worst", "ten-minutes")
"""The picks of the burst pipe that lead to where the customer waits 45 seconds for an answer."""


@dataclass
class Notes:
    """A notebook that remembers what it was told."""

    lefts: list[float | None] = field(default_factory=list)
    picks: list[tuple[int, str, int]] = field(default_factory=list)
    ended: int = 0

    times: list[float | None] = field(default_factory=list)
    expired: int = 0

    def left(self, _attempt: str, left: float | None, time_left: float | None = None) -> None:
        self.lefts.append(left)
        self.times.append(time_left)

    def keep(self, _attempt: str, turn: int, pick: str, milliseconds: int, time_left: float | None = None) -> None:
        self.picks.append((turn, pick, milliseconds))
        self.times.append(time_left)

    def end(self, _attempt: str, *, expired: bool = False) -> None:
        self.ended += 1
        self.expired += expired


def pipe() -> Scenario:
    return next(entry.scenario for entry in shelf() if entry.scenario.id == "burst-pipe")


def talk(picks: tuple[str, ...] = (), mode: Mode = "practice", **more: Any) -> tuple[Conversation, WoundClock, Notes]:
    """A talk after these picks, its clock and its notebook."""
    clock, notes = WoundClock(), Notes()
    one = Conversation(begin(pipe(), None, 3), "a", mode, notes, clock, **more)  # type: ignore[arg-type]
    one.catch_up(picks)
    return one, clock, notes


def test_patience_starts_when_all_words_are_there() -> None:
    """As long as words appear, the customer's patience is whole; then it runs."""
    one, clock, _ = talk(TO_THE_TIME)
    clock.wind(20)
    assert one.left() == 45
    one.ask()
    clock.wind(20)
    assert one.left() == pytest.approx(25)
    clock.wind(26)
    assert one.run_out()


def test_patience_is_twice_as_long_or_endless_in_practice() -> None:
    """Practice has the patience that is set."""
    assert talk(TO_THE_TIME, patience=2)[0].patience == 90
    one, clock, _ = talk(TO_THE_TIME, patience=0)
    one.ask()
    clock.wind(10_000)
    assert one.left() is None
    assert not one.run_out()


def test_exam_has_the_patience_that_is_written() -> None:
    """No setting gives more time in an exam, not even one that is changed in the middle."""
    one, _, _ = talk(TO_THE_TIME, "exam", patience=0)
    one.wait(2)
    assert one.patience == 45


def test_patience_stands_still_while_it_is_held() -> None:
    """Who looks after the letters of the window loses no time with the customer."""
    one, clock, notes = talk(TO_THE_TIME)
    one.ask()
    clock.wind(10)
    one.hold()
    clock.wind(300)
    assert one.left() == pytest.approx(35)
    one.ask()
    clock.wind(5)
    assert one.left() == pytest.approx(30)
    one.pick("honest-time")
    assert notes.picks[-1] == (4, "honest-time", 15_000)


def test_patience_goes_on_where_it_was_left() -> None:
    """What was left is kept in time, and a talk that is gone on with has no more than that."""
    one, clock, notes = talk(TO_THE_TIME)
    one.ask()
    clock.wind(6)
    one.run_out()
    one.leave()
    assert notes.lefts == [45, pytest.approx(39), pytest.approx(39)]
    again, clock, _ = talk(TO_THE_TIME, left=39)
    assert again.left() == 39
    again.ask()
    clock.wind(9)
    assert again.left() == pytest.approx(30)


def test_pick_is_kept_with_the_time_it_took() -> None:
    """Each pick is kept at once with its turn and milliseconds of thought; one that is not on offer changes nothing."""
    one, clock, notes = talk()
    one.ask()
    clock.wind(2.5)
    with pytest.raises(NotOffered):
        one.pick("nonsense")
    one.pick("beside-her")
    assert notes.picks == [(1, "beside-her", 2500)]
    assert len(one.log) == 1


def test_end_is_kept_once() -> None:
    """The pick that ends the talk says so to the notebook."""
    one, _, notes = talk(("log-first", "tell-her"))
    one.pick("not-like-this")
    assert one.over
    assert notes.ended == 1


def test_customer_looks_as_they_feel_after_the_answer() -> None:
    """The face at the reply is that of the heat after the turn, not of the heat before."""
    one, _, _ = talk()
    before = one.speaker().heat
    exchange = one.pick("beside-her")
    assert exchange.speaker.heat == exchange.turn.after.heat < before
    assert one.speaker().heat == exchange.turn.after.heat


def test_nobody_else_wears_the_customers_anger() -> None:
    """A colleague who speaks has their own name and face: it is not theirs that the customer is furious."""
    one, _, _ = talk((*TO_THE_TIME, "honest-time", "speak-up", "assess"))
    fitter = one.speaker()
    assert (fitter.name.en, fitter.portrait, fitter.heat) == ("Qin, fitter", "uncle", COLLECTED)


def test_last_words_are_said_where_the_talk_was() -> None:
    """The end has no scene of its own: the room stays."""
    one, _, _ = talk(("log-first", "tell-her"))
    here = one.scene
    one.pick("not-like-this")
    assert one.over
    assert one.scene == here == "call-centre"


def test_silence_is_on_offer_only_where_there_is_patience() -> None:
    """Saying nothing can be picked where the customer waits, and once."""
    assert not talk()[0].silence
    one, _, _ = talk(TO_THE_TIME)
    assert one.silence
    one.pick(SILENCE, too_late=True)
    assert one.log[-1].too_late
    assert not one.silence
