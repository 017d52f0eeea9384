"""What was left unfinished goes on at the very beat."""

import pytest

from game.engine import look
from game.terminal.keyboard import EndOfInput
from tests.terminal.room import BEST, Kept, Waiting, instead, played, shelved, sit

REST = [*BEST[2:], "", "", "", ""]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("zh", ("没谈完", "家里不热（愤怒），练习，谈到第 3 轮")),
        ("en", ("a talk to finish", "The flat is cold (Furious), practice, turn 3")),
    ],
)
def test_what_is_unfinished_is_offered(monkeypatch: pytest.MonkeyPatch, language: str, words: tuple[str, ...]) -> None:
    """The start offers what was left unfinished: title, who, mode, turn and since when."""
    sat = sit(monkeypatch, [EndOfInput], Kept([Waiting(shelved())]), language=language, plain=True)
    assert all(word in sat.text for word in words)
    assert "2026-11-" in sat.text
    assert sat.kept.told == []


def test_it_goes_on_at_the_very_beat(monkeypatch: pytest.MonkeyPatch) -> None:
    """Enter goes on with the same customer, the same order on screen and the same score as if nothing had happened."""
    sat = sit(monkeypatch, ["", *REST], Kept([Waiting(shelved())]), plain=True)
    moment = look(played(BEST[:2], "furious"))
    for number, choice in enumerate(moment.shown, start=1):
        assert f"{number}. {choice.say.told('en')}" in sat.text
    assert "Back where you stopped, at turn 3." in sat.text
    assert [told[:3] for told in sat.kept.all("keep")] == [("waiting", 3, BEST[2]), ("waiting", 4, BEST[3])]
    assert sat.kept.all("begin") == []
    assert sat.kept.all("end") == [("waiting",)]
    assert "Furious, practice, turns: 4" in sat.text


def test_what_was_said_before_can_be_read_after_a_resume(monkeypatch: pytest.MonkeyPatch) -> None:
    """The back-log of a resumed talk has all that was said before."""
    sat = sit(monkeypatch, ["", "b", "q"], Kept([Waiting(shelved())]), plain=True)
    assert "My granddaughter is one month old" in sat.text.split("What was said so far")[1]


def test_an_exam_stays_an_exam(monkeypatch: pytest.MonkeyPatch) -> None:
    """A resumed exam shows no gauges, whatever the command line says now."""
    sat = sit(monkeypatch, ["", "g", *REST], Kept([Waiting(shelved(), mode="exam")]), mode="practice")
    assert "Not during an exam" in sat.text
    assert "What changed" not in sat.text


def test_it_can_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    """n and Enter leave the attempt for later and begin what was asked for."""
    sat = sit(monkeypatch, ["n", "", "", "hear-her", "q"], Kept([Waiting(shelved())]))
    assert sat.kept.all("abandon") == []
    assert sat.kept.all("keep")[0][:3] == ("attempt-1", 1, "hear-her")


def test_what_a_room_began_waits_for_the_window(monkeypatch: pytest.MonkeyPatch) -> None:
    """A talk that a whole room has together is not gone on with by one person in the terminal."""
    rooms = [Waiting(shelved(), members=("Ann", "Bo")), Waiting(shelved(), hands={1: {BEST[0]: 3}})]
    assert "talk to finish" not in sit(monkeypatch, [EndOfInput], Kept(rooms), plain=True).text


def test_it_can_be_put_aside(monkeypatch: pytest.MonkeyPatch) -> None:
    """n and y put the attempt aside for good."""
    sat = sit(monkeypatch, ["n", "maybe", "y", "", "q"], Kept([Waiting(shelved())]))
    assert sat.kept.all("abandon") == [("waiting",)]
    assert "Put away." in sat.text


def test_of_several_one_is_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    """Several unfinished talks are numbered; Enter leaves them all, a number leads to that one."""
    two = Kept([Waiting(shelved(), "first"), Waiting(shelved(), "second", persona="calm")])
    sat = sit(monkeypatch, ["2", "", "honest-time", "q"], two)
    assert sat.kept.all("keep")[0][:3] == ("second", 3, "honest-time")
    again = Kept([Waiting(shelved(), "first"), Waiting(shelved(), "second")])
    assert sit(monkeypatch, ["", "", "hear-her", "q"], again).kept.all("keep")[0][0] == "attempt-1"


def test_piped_picks_are_not_swallowed(monkeypatch: pytest.MonkeyPatch) -> None:
    """A list of picks for a named scenario plays from its first beat, though an attempt is unfinished: that is said,
    and the attempt stays."""
    sat = sit(monkeypatch, list(BEST), Kept([Waiting(shelved())]), piped=True)
    assert sat.kept.picks == BEST
    assert {told[0] for told in sat.kept.all("keep")} == {"attempt-1"}
    assert sat.kept.all("abandon") == []
    assert "(attempt waiting)" in sat.text


def test_a_pipe_without_a_scenario_can_resume(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no scenario is named, the first piped line answers whether to go on."""
    sat = sit(monkeypatch, ["", *BEST[2:]], Kept([Waiting(shelved())]), piped=True, chosen=None)
    assert [told[:2] for told in sat.kept.all("keep")] == [("waiting", 3), ("waiting", 4)]


def test_another_scenario_is_played_after_the_resumed_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who named one scenario and goes on with another gets both, one after the other."""
    other = shelved(instead("id: heating-cold-flat", "id: another-flat"))
    sat = sit(monkeypatch, ["", *REST, "", "hear-her", "q"], Kept([Waiting(shelved())]), entry=other)
    assert sat.kept.all("end") == [("waiting",)]
    assert sat.kept.all("begin")[0][0] == "another-flat"


def test_an_attempt_killed_at_its_end_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where every pick was kept and only the end was not, going on closes the attempt and shows its debrief."""
    sat = sit(monkeypatch, ["", "", "", "", ""], Kept([Waiting(shelved(), picks=BEST, persona=None)]))
    assert sat.kept.all("end") == [("waiting",)]
    assert "Overall 95" in sat.text


def test_an_attempt_that_no_longer_fits_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Picks that do not fit their scenario are told as that: no traceback, and the attempt is not touched."""
    sat = sit(monkeypatch, ["", "q"], Kept([Waiting(shelved(), picks=("nonsense",))]), chosen=None)
    assert (sat.code, sat.kept.told) == (0, [])
    assert "cannot go on" in sat.text
