"""A course in the terminal: coming in, the assigned list, talks, and back again."""

from typing import Any

import pytest

from game.i18n import words
from tests.course.lessons import BEST, CALM, FURIOUS, ROSTER
from tests.terminal.attending import EXAM, QUESTIONS, attend

LIST = ",".join(BEST)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ["1. The flat is cold (Calm, exam)", "Not begun", "2 of 2 attempts left", "15 min each", "Goodbye"]),
        ("zh", ["1. 家里不热（平和，考试）", "还没谈", "还能谈 2 次（一共 2 次）", "限时 15 分钟", "再见"]),
    ],
)
def test_the_list_says_how_things_stand(
    monkeypatch: pytest.MonkeyPatch, place: Any, language: str, said: list[str]
) -> None:
    """Whoever comes in reads the terms once, and of every task who it is, what is left and how long it may take."""
    code, text = attend(monkeypatch, place(**EXAM), "Ann", "q", language=language)
    assert code == 0
    assert [one for one in said if one not in text] == []
    assert words(language)("course.welcome", name="Ann") in text
    assert words(language)("course.time", time=words(language)("course.minutes", minutes=15)) in text


@pytest.mark.parametrize("plain", [True, False])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_talk_is_kept_handed_in_and_looked_back_at_later(
    monkeypatch: pytest.MonkeyPatch, place: Any, language: str, plain: bool
) -> None:
    """After the three questions the file is there and it is said when the debrief opens; after the last attempt it is
    shown by itself, with what counts."""
    room, told = place(**EXAM), words(language)
    code, text = attend(monkeypatch, room, "Ann", "1", "", LIST, *QUESTIONS, "d 1", "q", language=language, plain=plain)
    assert code == 0
    [path] = room.exports.iterdir()
    flat = text.replace("\n", "").replace(" ", "")
    assert path.name in flat
    assert flat.lower().count(told("course.seen.left", left=1).replace(" ", "").lower()) == 4
    assert told("score.overall") + " 9" not in text
    again = ("Ann", "1", "", LIST, *QUESTIONS, "", "d 1", "1", "", "1", "q")
    code, text = attend(monkeypatch, room, *again, language=language, plain=plain)
    assert code == 0
    assert text.count(told("debrief.title", title="家里不热" if language == "zh" else "The flat is cold")) == 2
    assert told("course.state.done") in text.lower()
    assert told("verdict.exceeded") in text


def test_an_exam_shows_no_gauges_and_gives_no_hints(monkeypatch: pytest.MonkeyPatch, place: Any) -> None:
    """In an exam the state is told neither by itself nor when asked for, and no lesson opens."""
    _, text = attend(monkeypatch, place(**EXAM), "Ann", "1", "", "g", "hear-her", "i 1", "q")
    assert text.count(words("en")("talk.exam")) == 2
    assert "What changed" not in text
    assert "perceived" not in text.partition("Turn 1")[2]


def test_a_talk_goes_on_where_it_was(monkeypatch: pytest.MonkeyPatch, place: Any) -> None:
    """Whoever leaves reads how much time is left, finds the talk in the list, and goes on at its beat; it cannot be put
    aside, nor another begun beside it."""
    room = place(**EXAM)
    _, text = attend(monkeypatch, room, "Ann", "1", "", "hear-her", "q")
    assert "This talk is saved, with" in text
    [kept] = room.store.attempts()
    assert kept.time_left is not None
    assert 0 < kept.time_left <= 900
    _, text = attend(monkeypatch, room, "Ann", "1", *BEST[1:], *QUESTIONS, "q")
    assert "Unfinished, at turn 2" in text
    assert "Back where you stopped, at turn 2" in text
    [kept] = room.store.attempts()
    assert (kept.ended is not None, [pick.response for pick in kept.picks]) == (True, list(BEST))


def test_wrong_ids_and_pins_are_said_and_asked_again(monkeypatch: pytest.MonkeyPatch, place: Any) -> None:
    """An id that is not on the roster lets nobody in; after a PIN that is not theirs, only the PIN is asked again."""
    lines = ("C-3", "", "A-1", "0000", "1234", "q")
    _, text = attend(monkeypatch, place(ROSTER), *lines)
    assert text.count("The roster has no “C-3”") == 1
    assert text.count("Say who you are first") == 1
    assert text.count("That is not the PIN") == 1
    assert text.count("Your id") == 3
    assert "Good to see you, Ann Lee." in text


def test_enter_instead_of_a_pin_asks_again_who_it_is(monkeypatch: pytest.MonkeyPatch, place: Any) -> None:
    """Whoever has typed somebody else's id by mistake is not kept at that one's PIN."""
    _, text = attend(monkeypatch, place(ROSTER), "A-1", "0000", "", "B-2", "q")
    assert text.count("That is not the PIN") == 1
    assert text.count("Your id") == 2
    assert "Good to see you, 王小明." in text


def test_a_piped_pin_is_not_written_down(monkeypatch: pytest.MonkeyPatch, place: Any) -> None:
    """What a pipe says is shown behind its question, so that a record can be read; but nobody's PIN."""
    _, text = attend(monkeypatch, place(ROSTER), "A-1", "1234", "q", piped=True)
    assert "Good to see you, Ann Lee." in text
    assert ("****" in text, "1234" in text) == (True, False)


def test_who_is_named_is_asked_only_for_the_pin(monkeypatch: pytest.MonkeyPatch, place: Any) -> None:
    """With --trainee nobody is asked who they are, but the PIN is asked all the same."""
    code, text = attend(monkeypatch, place(ROSTER), "9999", "1234", "q", trainee="A-1")
    assert code == 0
    assert "Your id" not in text
    assert text.count("PIN (it does not show)") == 2
    assert "Good to see you, Ann Lee." in text


def test_one_after_the_other_at_one_desk(monkeypatch: pytest.MonkeyPatch, place: Any) -> None:
    """Somebody else can come in, and finds their own list."""
    room = place(attempts={"allowed": 1}, scenarios=[FURIOUS, CALM])
    lines = ("Ann", "1", "", "calm-down", "", "", "", "", "o", "Bo", "q")
    _, text = attend(monkeypatch, room, *lines)
    before, _, after = text.rpartition("Good to see you, Bo.")
    assert "No attempt left" in before
    assert "No attempt left" not in after
    assert after.count("1 of 1 attempts left") == 2


@pytest.mark.parametrize("typed", ["3", "0", "d 5", "hello"])
def test_what_is_not_on_the_list_is_said(monkeypatch: pytest.MonkeyPatch, place: Any, typed: str) -> None:
    """A number that is not there loses nothing, and is asked again; from a pipe it ends with 1."""
    room = place(scenarios=[FURIOUS, CALM])
    code, text = attend(monkeypatch, room, "Ann", typed, "q")
    assert (code, "Type a number from 1 to 2" in text) == (0, True)
    code, _ = attend(monkeypatch, room, "Ann", typed, "1", piped=True)
    assert code == 1


def test_a_used_up_task_is_refused(monkeypatch: pytest.MonkeyPatch, place: Any) -> None:
    """A task without an attempt left says so and begins nothing."""
    room = place(attempts={"allowed": 1})
    assert attend(monkeypatch, room, "Ann", "1", *BEST, piped=True)[0] == 0
    code, text = attend(monkeypatch, room, "Ann", "1", "q")
    assert code == 0
    assert "“The flat is cold” cannot be begun now: passed." in text
    assert len(room.store.attempts()) == 1


def test_a_pipe_can_take_a_course(monkeypatch: pytest.MonkeyPatch, place: Any) -> None:
    """Who it is, the number, the customer where one is chosen, then the picks: one line each; a second talk follows."""
    room = place(scenarios=[{"file": CALM["file"]}, FURIOUS])
    code, text = attend(monkeypatch, room, "Ann", "1", "1", *BEST, "2", *BEST, piped=True)
    assert code == 0
    assert {(one.persona, len(one.picks), one.ended is not None) for one in room.store.attempts()} == {
        (None, 4, True),
        ("furious", 4, True),
    }
    assert text.count("Overall 9") >= 1


def test_help_says_what_can_be_typed(monkeypatch: pytest.MonkeyPatch, place: Any) -> None:
    """A question mark tells of the debrief and of the next trainee; the language can be changed on the way."""
    _, text = attend(monkeypatch, place(), "?", "Ann", "?", "l", "q")
    assert "Next time, write it the same way" in text
    assert "d and a number  the debrief" in text
    assert "跟谁谈" in text
