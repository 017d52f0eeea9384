"""What follows a talk of a course: the questions, what is kept and handed in, and what may be seen when."""

from pathlib import Path

import pytest

from game.engine import Weights, score
from tests.desktop.screens.courses import DAYS, EXAM, SHORT, CourseBooth, course_opened


def test_an_exam_shows_nothing_before_its_time(tmp_path: Path) -> None:
    """No gauges and no lessons on the way; after the three questions the page says when the debrief opens and where
    the signed file is; neither it nor the list tells a score."""
    with course_opened(tmp_path) as booth:
        booth.come_in()
        booth.choose("before")
        assert "gauges" not in booth.app.sheet.places
        booth.talk_on()
        assert booth.screen.name == "questions"
        booth.press("done")
        assert booth.screen.name == "kept"
        (attempt,) = booth.attempts
        (file,) = (tmp_path / "exports").iterdir()
        assert "2026-12-01" in booth.text
        assert f"{file}" in booth.text
        assert attempt.id in file.name
        told = booth.text
        booth.keys("return")
        assert booth.screen.name == "course"
        told += booth.text
        assert "debrief" not in "".join(booth.app.sheet.places)
        assert not [one for one in ("总分 ", "低于预期", "勉强接受", "超出预期") if one in told]
        assert "还能谈 1 次" in told


def test_what_was_answered_is_kept_before_it_is_handed_in(tmp_path: Path) -> None:
    """The three answers are in the store and in the signed file."""
    with course_opened(tmp_path) as booth:
        booth.come_in()
        booth.choose("before")
        booth.talk_on()
        booth.app.write("next_time", "先听他说完")
        booth.press("done")
        (attempt,) = booth.attempts
        assert attempt.answers is not None
        assert attempt.answers.next_time == "先听他说完"
        (file,) = (tmp_path / "exports").iterdir()
        assert "先听他说完" in file.read_text(encoding="utf-8")


def test_the_debrief_opens_when_the_course_has_closed(tmp_path: Path) -> None:
    """After closing time the list tells what counts and leads to the debrief of the exam."""
    with course_opened(tmp_path) as booth:
        booth.come_in()
        booth.choose("before")
        booth.talk_on()
        booth.press("skip")
        booth.keys("return")
        booth.day = DAYS
        booth.wind(20)
        (attempt,) = booth.attempts
        assert "还差" in booth.text
        booth.press(f"look.{attempt.id}")
        assert booth.screen.name == "debrief"
        booth.keys("4")
        assert not [key for key in booth.app.sheet.places if key.startswith("replay.")]
        booth.keys("escape")
        assert booth.screen.name == "course"


def test_practice_is_looked_back_at_at_once_by_the_weights_of_the_course(tmp_path: Path) -> None:
    """The debrief and the list tell the overall that the course's weights give, not the usual one."""
    weighed = EXAM.replace("minutes: 15", "weights: {set: 0, meet: 0, exceed: 0, empathy: 0, nvc: 100}\nminutes: 15")
    with course_opened(tmp_path, weighed) as booth:
        booth.come_in()
        booth.choose("practice/late")
        booth.talk_on()
        booth.press("skip")
        assert booth.screen.name == "debrief"
        (attempt,) = booth.attempts
        past = booth.course.past(attempt.id)
        assert past is not None
        weighted, usual = score(past.play, Weights(0, 0, 0, 0, 100)).overall, score(past.play).overall
        assert weighted != usual
        assert f"总分 {weighted}" in booth.text
        booth.press("library")
        assert f"第 1 次，{weighted} 分，看复盘" in booth.labels


def test_once_more_is_offered_while_there_is_an_attempt_left(tmp_path: Path) -> None:
    """From a debrief one may talk again as long as attempts are left; after the last one the way is gone."""
    with course_opened(tmp_path) as booth:
        booth.come_in()
        booth.choose("practice/late")
        booth.talk_on()
        booth.press("skip")
        booth.press("again")
        assert booth.screen.name == "file"
        booth.press("start")
        booth.talk_on()
        booth.press("skip")
        assert "again" not in booth.app.sheet.places
        booth.press("library")
        assert "次数用完了" in booth.text
        assert len([key for key in booth.app.sheet.places if key.startswith("look.")]) == 2


def test_after_the_last_attempt_the_debrief_is_open(tmp_path: Path) -> None:
    """Where debriefs wait for the last attempt, the last talk leads straight to its debrief."""
    with course_opened(tmp_path, SHORT) as booth:
        booth.come_in("小李")
        booth.choose("all")
        booth.talk_on()
        booth.press("done")
        assert booth.screen.name == "debrief"


def test_a_file_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    """Where the folder takes nothing, that is said and the talk is kept; coming in again writes the file."""
    (tmp_path / "exports").write_text("in the way")
    with course_opened(tmp_path) as booth:
        booth.come_in()
        booth.choose("before")
        booth.talk_on()
        booth.press("skip")
        assert "没写成" in booth.text
        assert booth.attempts[0].ended is not None
        (tmp_path / "exports").unlink()
        booth.keys("return")
        booth.press("out")
        booth.come_in()
        assert len([*(tmp_path / "exports").iterdir()]) == 1


def test_a_file_that_cannot_be_written_is_told_beside_a_debrief_too(tmp_path: Path) -> None:
    """Where the debrief opens at once, the list says afterwards that the file is missing."""
    (tmp_path / "exports").write_text("in the way")
    with course_opened(tmp_path) as booth:
        booth.come_in()
        booth.choose("practice/late")
        booth.talk_on()
        booth.press("skip")
        booth.press("library")
        assert "没写成" in booth.text


def test_an_attempt_whose_rules_have_changed_stands_in_nobodys_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where an unfinished attempt cannot be carried on any more, that is said, and another may be begun."""
    with course_opened(tmp_path) as booth:
        booth.come_in()
        booth.choose("before")
        booth.talk_on(1)
        _leave(booth)
        monkeypatch.setattr("game.classbook.replayed", lambda *_: None)
        booth.press(f"take-up.{booth.attempts[0].id}")
        assert booth.screen.name == "course"
        assert "接不上了" in booth.text
        monkeypatch.undo()
        booth.choose("before")
        assert booth.screen.name == "talk"


def _leave(booth: CourseBooth) -> None:
    booth.keys("escape")
    booth.press("go")
