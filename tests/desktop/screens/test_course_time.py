"""The time for an attempt, in the window: what is told of it, what it runs through, and what becomes of it."""

from datetime import timedelta
from pathlib import Path

import pytest

from game.desktop.screens.course_time import spoken, stands
from game.desktop.screens.talk import Pick, Talk
from game.desktop.screens.trouble import keep_patience
from tests.desktop.screens.courses import EXAM, NOON, OPEN_COURSE, SHORT, CourseBooth, course_opened

MINUTE = 60


def begun(booth: CourseBooth, who: str = "小李", turns: int = 0) -> Talk:
    """Begin the talk of the only task, and say so much."""
    booth.come_in(who)
    booth.choose("all")
    booth.talk_on(turns)
    talk = booth.screen
    assert isinstance(talk, Talk)
    return talk


def clock(booth: CourseBooth) -> str:
    """What the clock in the corner tells those who hear it; "" where there is none."""
    return next((node.value for node in booth.nodes if node.role == "timer" and node.label == "剩下的时间"), "")


def said(booth: CourseBooth) -> list[str]:
    """What is read out of itself about the time."""
    return [node.label for node in booth.nodes if node.role == "status" and "最后" in node.label]


@pytest.mark.parametrize(
    ("left", "shown"),
    [
        *((360, 360), (359.2, 360), (300.5, 360), (300, 300), (181, 240)),
        *((180, 180), (151, 180), (149.5, 150), (90, 90), (61, 90), (60, 60), (59.1, 60), (0.4, 1)),
    ],
)
def test_the_clock_counts_begun_minutes_and_the_last_seconds(left: float, shown: int) -> None:
    """It stands at whole minutes, each till it is over, in the last three at halves, and in the last one at seconds."""
    assert stands(left) == shown


def test_the_clock_speaks_twice() -> None:
    """From five minutes on, and from one minute on, it is said how little is left; not before."""
    assert [spoken(left) for left in (301, 300, 61, 60, 1)] == [0, 5, 5, 1, 1]


def test_the_clock_is_seen_and_heard_as_the_time_runs(tmp_path: Path) -> None:
    """Minutes are told, then seconds; screen readers are told at five minutes and at one, once each."""
    with course_opened(tmp_path, SHORT) as booth:
        begun(booth)
        assert (clock(booth), said(booth)) == ("6 分钟", [])
        booth.jump(90)
        assert (clock(booth), said(booth)) == ("5 分钟", ["还剩最后 5 分钟"])
        booth.jump(200)
        assert (clock(booth), said(booth)) == ("1 分 30 秒", ["还剩最后 5 分钟"])
        booth.wind(30)
        assert clock(booth).endswith(" 秒")
        assert said(booth) == ["还剩最后 1 分钟"]


def test_the_clock_does_not_run_the_window_hot(tmp_path: Path) -> None:
    """While nobody does anything the window looks at the clock about once a second."""
    with course_opened(tmp_path, SHORT) as booth:
        begun(booth)
        booth.wind(60)
        assert booth.app.rest() > 0.5


def test_when_the_time_is_over_the_talk_is(tmp_path: Path) -> None:
    """The talk is closed, a page says so kindly, and the questions follow; the attempt ended at that very moment."""
    with course_opened(tmp_path, SHORT) as booth:
        began = booth.wall()
        begun(booth, turns=2)
        booth.wind(6 * MINUTE)
        assert booth.screen.name == "timeup"
        assert "时间到了" in booth.text
        (attempt,) = booth.attempts
        assert attempt.expired
        assert len(attempt.picks) == 2
        assert attempt.ended == attempt.started + timedelta(minutes=6)
        assert attempt.started - began < timedelta(seconds=1)
        booth.keys("return")
        assert booth.screen.name == "questions"


def test_who_looks_late_finds_the_moment_at_which_it_was_over(tmp_path: Path) -> None:
    """A window that stood still, as on a machine that was asleep, closes the talk with the moment that was due; what is
    pressed then says nothing any more."""
    with course_opened(tmp_path, SHORT) as booth:
        talk = begun(booth, turns=1)
        first = talk.talk.moment.shown[0].id
        booth.clock.wind(3 * 3600)
        booth.app.send(Pick(first))
        booth.step()
        assert booth.screen.name == "timeup"
        (attempt,) = booth.attempts
        assert len(attempt.picks) == 1
        assert attempt.ended == attempt.started + timedelta(minutes=6)


@pytest.mark.parametrize("over", ["settings", "log", "back"])
def test_the_time_runs_whatever_is_looked_at(tmp_path: Path, over: str) -> None:
    """While the settings, all that was said or the question whether to leave are open, the time runs and is over."""
    with course_opened(tmp_path, SHORT) as booth:
        begun(booth, turns=1)
        booth.press(over)
        booth.wind(6 * MINUTE)
        assert booth.screen.name == "timeup"
        booth.keys("return")
        assert booth.screen.name == "questions"


def test_the_time_stops_with_the_last_word(tmp_path: Path) -> None:
    """A talk that has come to its end in time is not over a second time while its last words are read."""
    with course_opened(tmp_path, SHORT) as booth:
        begun(booth)
        while not (isinstance(talk := booth.screen, Talk) and talk.talk.over):
            booth.wind(0.3)
            booth.keys("1" if isinstance(talk, Talk) and talk.stage == "choosing" else "return")
        assert clock(booth) == ""
        booth.jump(7 * MINUTE)
        assert booth.screen.name == "talk"
        assert not booth.attempts[0].expired


def test_who_leaves_comes_back_to_the_same_line_with_the_time_left(tmp_path: Path) -> None:
    """The list tells where the talk stands and how much is left; gone on with, it is at that beat with that time, and
    the time did not run meanwhile."""
    with course_opened(tmp_path, SHORT) as booth:
        talk = begun(booth, turns=2)
        before, line = talk.talk.time_left, talk.words_said
        assert before is not None
        booth.keys("escape")
        assert "时间也接着算" in booth.text
        booth.press("go")
        assert "谈到第 3 轮" in booth.text
        booth.jump(3600)
        booth.keys("return")
        again = booth.screen
        assert isinstance(again, Talk)
        assert again.words_said == line
        assert again.talk.time_left == pytest.approx(before, abs=1)


@pytest.mark.parametrize("days", [-2, 0, 2, 30], ids=str)
def test_a_window_that_is_killed_loses_no_pick_and_hardly_a_second(tmp_path: Path, days: int) -> None:
    """Opened again, the attempt goes on at its beat with the time that was left, to 5 seconds, whatever the clock of
    the day shows by then, before the course opens and after it has closed too; it ends when that time is over."""
    course = EXAM.replace("minutes: 15", "minutes: 6").replace("roster: roster.csv\n", "")
    with course_opened(tmp_path, course) as booth:
        booth.come_in("小李")
        booth.choose("before")
        booth.talk_on(2)
        booth.wind(64)
        killed = booth.screen
        assert isinstance(killed, Talk)
        left = killed.talk.time_left
        assert left is not None
    with course_opened(tmp_path, course, start=5.0, day=timedelta(days=days)) as booth:
        booth.come_in("小李")
        booth.press(f"take-up.{booth.attempts[0].id}")
        again = booth.screen
        assert isinstance(again, Talk)
        assert len(again.talk.log) == 2
        assert again.talk.time_left is not None
        assert left <= again.talk.time_left <= left + 5
        booth.jump(again.talk.time_left)
        assert booth.screen.name == "timeup"
        (attempt,) = booth.attempts
        assert attempt.expired
        assert attempt.ended is not None
        assert attempt.ended - (NOON + timedelta(days=days)) < timedelta(minutes=6)


def test_a_window_that_is_closed_keeps_the_time_to_the_moment(tmp_path: Path) -> None:
    """What is left is kept when the window closes, not only every five seconds."""
    with course_opened(tmp_path, SHORT) as booth:
        talk = begun(booth, turns=1)
        booth.wind(7.7)
        keep_patience(booth.sitting)
        assert booth.attempts[0].time_left == talk.talk.time_left


def test_an_attempt_without_time_left_leads_to_the_questions(tmp_path: Path) -> None:
    """Killed at the last moment and taken up again, it says that the time is over rather than showing a talk."""
    with course_opened(tmp_path, SHORT) as booth:
        begun(booth, turns=1)
        booth.course.book.left(booth.attempts[0].id, None, 0.0)
    with course_opened(tmp_path, SHORT) as booth:
        booth.come_in("小李")
        booth.press(f"take-up.{booth.attempts[0].id}")
        assert booth.screen.name == "timeup"
        assert booth.attempts[0].expired


def test_extra_time_is_given(tmp_path: Path) -> None:
    """Who has half as much time again has it, in minutes and in the customers' patience, also in an exam."""
    with course_opened(tmp_path) as booth:
        booth.come_in("2026002", "")
        booth.choose("after")
        assert clock(booth) == "23 分钟"
        talk = booth.screen
        assert isinstance(talk, Talk)
        conversation = talk.talk
        for pick in ("beside-her", "ask-worst", "ten-minutes"):
            booth.wind(0.3)
            booth.app.send(Pick(pick))
            booth.keys("return", "return")
        assert conversation.patience == 67.5


def test_a_course_without_limit_shows_no_clock(tmp_path: Path) -> None:
    """Where there is no time limit, nobody is reminded of any."""
    with course_opened(tmp_path, OPEN_COURSE) as booth:
        begun(booth)
        assert clock(booth) == ""
        booth.jump(1000)
        assert booth.screen.name == "talk"


def test_closing_time_is_told_only_when_it_is_near(tmp_path: Path) -> None:
    """Where the closing time alone limits a talk, the clock is there in its last hour and not before."""
    course = OPEN_COURSE.replace("scenarios:", "closes: 2026-11-20T14:00+00:00\nscenarios:")
    with course_opened(tmp_path, course) as booth:
        begun(booth)
        booth.jump(59 * MINUTE)
        assert clock(booth) == ""
        booth.jump(2 * MINUTE)
        assert clock(booth) in ("59 分钟", "60 分钟")
        booth.jump(59 * MINUTE + 30)
        assert booth.screen.name == "timeup"
