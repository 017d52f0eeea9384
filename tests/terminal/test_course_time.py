"""Time in a course: patience in an exam, the limit of an attempt, what is told of it and what is kept."""

from datetime import timedelta
from typing import Any

import pytest

from game.i18n import words
from game.terminal.keyboard import EndOfInput
from tests.course.lessons import BEST, NOON, ROSTER, iso
from tests.terminal.attending import EXAM, QUESTIONS, attend


@pytest.mark.parametrize("plain", [True, False])
@pytest.mark.parametrize(("mode", "waits"), [("exam", True), ("practice", False)])
def test_patience_runs_in_every_exam(
    monkeypatch: pytest.MonkeyPatch, place: Any, mode: str, waits: bool, plain: bool
) -> None:
    """In an exam the customer waits no longer for a plain screen; in practice nobody is hurried there. By the roster
    somebody may have half as much time again."""
    room = place(ROSTER, mode=mode)
    _, text = attend(monkeypatch, room, "B-2", "1", "", "q", plain=plain)
    assert ("for 60 s at most" in text) is (waits or not plain)


def test_time_runs_out_in_the_middle(monkeypatch: pytest.MonkeyPatch, place: Any) -> None:
    """When the time for the attempt is over the talk stops, that is said, the questions are asked, and it is kept as
    ended for its time, at the moment at which that was over."""
    room = place(**EXAM)
    code, text = attend(monkeypatch, room, "Ann", "1", "", 39.0, "hear-her", 860.0, 10.0, *QUESTIONS, "q")
    assert code == 0
    assert words("en")("course.time_over") in text
    assert "The end of the talk" not in text
    [kept] = room.store.attempts()
    assert [pick.response for pick in kept.picks] == ["hear-her"]
    assert (kept.expired, kept.ended, kept.time_left) == (True, NOON + timedelta(minutes=15), 0.0)
    assert kept.answers is not None
    assert kept.answers.guess == 80


def test_a_pick_that_comes_too_late_does_not_count(monkeypatch: pytest.MonkeyPatch, place: Any) -> None:
    """Where a line comes after the time is over, as from a pipe, it is not taken: the attempt ends at its moment."""
    room = place(minutes=1)
    lines = iter(["Ann", "1", *BEST])

    def slow(self: Any, seconds: float | None = None, tick: Any = None) -> str:
        room.clock.pass_(15)
        if (line := next(lines, None)) is None:
            raise EndOfInput
        return line

    monkeypatch.setattr("game.terminal.keyboard.Pipe.line", slow)
    assert attend(monkeypatch, room, piped=True)[0] == 0
    [kept] = room.store.attempts()
    assert (kept.expired, len(kept.picks)) == (True, 3)
    assert kept.ended == kept.started + timedelta(minutes=1)


def test_what_is_left_is_told_twice(monkeypatch: pytest.MonkeyPatch, place: Any) -> None:
    """With five minutes left the trainee hears of it once, with one minute left once more; what is left is kept."""
    room = place(mode="practice", minutes=10)
    waits = [float(wait) for wait in (200, 99, 2, 100, 138, 2, 50)]
    _, text = attend(monkeypatch, room, "Ann", "1", "", *waits, "q")
    assert text.count("left for this talk") == 2
    assert "4 min 59 s left for this talk" in text
    assert "59 s left for this talk" in text.partition("4 min 59 s left for this talk")[2]
    [kept] = room.store.attempts()
    assert kept.time_left == 9.0


def test_what_is_left_is_kept_while_somebody_thinks(monkeypatch: pytest.MonkeyPatch, place: Any) -> None:
    """While nothing is typed what is left is kept now and then: a game that is killed gives no time back."""
    room = place(minutes=10)
    with pytest.raises(OSError, match="killed"):
        attend(monkeypatch, room, "Ann", "1", "", 33.0, OSError("killed"))
    [kept] = room.store.attempts()
    assert kept.time_left == 567.0


def test_without_a_limit_nobody_speaks_of_time(monkeypatch: pytest.MonkeyPatch, place: Any) -> None:
    """Where the course limits nothing, or closes in a week, no word is said about how long there is."""
    for keys in ({}, {"closes": iso(NOON + timedelta(days=7))}):
        room = place(**keys)
        _, text = attend(monkeypatch, room, "Ann", "1", "", 50000.0, "q")
        assert [word for word in ("You have", "left for this talk", "with 6 days") if word in text] == []
        room.close()


def test_a_limit_by_the_closing_time_is_told_when_it_is_near(monkeypatch: pytest.MonkeyPatch, place: Any) -> None:
    """Half an hour before closing an attempt has half an hour, and that is said before it begins."""
    room = place(closes=iso(NOON + timedelta(minutes=30)))
    _, text = attend(monkeypatch, room, "Ann", "1", "", 1750.0, "q")
    assert "You have 30 min for this talk" in text
    assert "50 s left for this talk" in text
