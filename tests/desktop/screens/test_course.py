"""A course in the window: coming in, the assigned list, a talk from it, and what may be seen when."""

from datetime import timedelta
from pathlib import Path

import pytest

from game.engine import Weights, score
from tests.desktop.screens.courses import EXAM, OPEN_COURSE, SHORT, CourseBooth, course_opened

DAYS = timedelta(days=12)
"""So long after noon the course has closed."""


def test_who_comes_in_by_roster_needs_an_id_that_is_there(tmp_path: Path) -> None:
    """An id that the roster does not have is named, and nobody comes in; one that it has does, by keyboard alone."""
    with course_opened(tmp_path) as booth:
        booth.come_in("2026009")
        assert booth.screen.name == "entry"
        assert "名单里没有“2026009”" in booth.text
        booth.app.write("who", "")
        booth.come_in("2026001")
        assert booth.screen.name == "course"
        assert "张三" in booth.labels


def test_a_pin_has_to_be_right_and_is_not_seen(tmp_path: Path) -> None:
    """A wrong PIN lets nobody in, whoever has none needs none, and what is typed is dots for the eye and the ear."""
    with course_opened(tmp_path) as booth:
        booth.type("2026001")
        booth.keys("tab")
        booth.type("4321")
        assert booth.node("pin").value == "••••"
        booth.keys("return")
        assert (booth.screen.name, booth.app.hand.focus) == ("entry", "pin")
        assert "口令不对" in booth.text
        booth.type("1234")
        assert "口令不对" not in booth.text
        booth.keys("return")
        assert booth.screen.name == "course"
    with course_opened(tmp_path) as booth:
        booth.come_in("2026002", "")
        assert "李四" in booth.labels


def test_without_a_roster_a_name_is_enough(tmp_path: Path) -> None:
    """Where there is no roster nobody is asked for a PIN; a name has to be written, and is the trainee's from then."""
    with course_opened(tmp_path, OPEN_COURSE) as booth:
        assert "pin" not in booth.app.sheet.places
        booth.keys("return")
        assert booth.screen.name == "entry"
        assert "先写上是谁" in booth.text
        booth.come_in("小 李")
        assert booth.screen.name == "course"
        assert booth.course.trainee == "小 李"


def test_who_is_named_on_the_command_line_comes_in_at_once(tmp_path: Path) -> None:
    """Who is said to come is not asked again, but for a PIN."""
    with course_opened(tmp_path, trainee="2026002") as booth:
        assert (booth.screen.name, booth.course.trainee) == ("course", "李四")
    with course_opened(tmp_path, trainee="2026001") as booth:
        assert (booth.screen.name, booth.app.hand.focus) == ("entry", "pin")
        booth.type("1234")
        booth.keys("return")
        assert booth.course.trainee == "张三"


def test_somebody_else_may_come_in_at_the_same_desk(tmp_path: Path) -> None:
    """Who goes out leaves no name and no PIN in the fields, and nothing of theirs is in the next one's list."""
    with course_opened(tmp_path) as booth:
        booth.come_in()
        booth.choose("practice/late-parcel")
        booth.talk_on(1)
        booth.keys("escape")
        booth.press("go")
        assert "谈到第 2 轮" in booth.text
        booth.press("out")
        assert booth.node("who").value == booth.node("pin").value == ""
        booth.come_in("2026002", "")
        assert "谈到第" not in booth.text


def test_the_list_says_on_what_terms_one_talks(tmp_path: Path) -> None:
    """Attempts, what counts, what it takes to pass, the time, opening and closing stand there once; each task says who
    comes, how one talks, how many attempts are left."""
    with course_opened(tmp_path) as booth:
        booth.come_in()
        said = ("最多谈 2 次，算最好的一次", "总分到 65 分", "符合预期", "同理心到 50 分", "限时 15 分钟", "截止")
        assert [one for one in said if one not in booth.text] == []
        assert booth.text.count("怎样算通过") == 1
        assert "沈先生 · 火气正大" in booth.labels
        assert "林女士 · 客户的性格自己选" in booth.labels
        assert booth.labels.count("考试") == booth.labels.count("练习") == 2
        headings = [node.label for node in booth.nodes if node.role == "heading"]
        assert headings.index("学之前") < headings.index("练一练") < headings.index("学之后")


def test_extra_time_is_in_what_is_told(tmp_path: Path) -> None:
    """Whom the roster gives half as much time again is told so, and the file of the customer says how long."""
    with course_opened(tmp_path) as booth:
        booth.come_in("2026002", "")
        assert "22 分 30 秒" in booth.text
        booth.choose("before", begin=False)
        assert "22 分 30 秒" in booth.text


@pytest.mark.parametrize(("days", "said"), [(-timedelta(days=2), "才开始"), (DAYS, "已经截止")])
def test_nothing_can_be_begun_outside_of_the_opening_times(tmp_path: Path, days: timedelta, said: str) -> None:
    """Before the course opens, and after it has closed, the list says so on each task, and there is no way in."""
    with course_opened(tmp_path, day=days) as booth:
        booth.come_in()
        assert booth.text.count(said) == 4
        assert not [key for key in booth.app.sheet.places if key.startswith("task.")]


def test_the_list_follows_the_time_of_day(tmp_path: Path) -> None:
    """Who has the list open while the course closes sees so without doing anything."""
    with course_opened(tmp_path) as booth:
        booth.come_in()
        booth.day = DAYS
        booth.wind(20)
        assert "已经截止" in booth.text


def test_a_talk_that_comes_too_late_does_not_begin(tmp_path: Path) -> None:
    """Who still reads the file when the course closes is led back to the list, which says why; no attempt is kept."""
    with course_opened(tmp_path) as booth:
        booth.come_in()
        booth.choose("before", begin=False)
        booth.day = DAYS
        booth.press("start")
        assert booth.screen.name == "course"
        assert "不能开始" in booth.text
        assert booth.attempts == []
        booth.press("noted")
        assert "不能开始" not in booth.text


def test_who_comes_is_settled_where_the_course_says_so(tmp_path: Path) -> None:
    """An assigned customer comes as assigned; where the trainee may choose, they choose; how one talks is settled."""
    with course_opened(tmp_path) as booth:
        booth.come_in()
        booth.choose("before", begin=False)
        places = booth.app.sheet.places
        assert not [key for key in places if key.startswith(("who.", "how."))]
        booth.keys("2", "return")
        booth.talk_on(1)
        booth.keys("escape")
        booth.press("go")
        booth.choose("after", begin=False)
        booth.click("who.refit")
        booth.press("start")
        assert [(one.persona, one.mode) for one in booth.attempts] == [("refit", "exam"), ("stormy", "exam")]


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
