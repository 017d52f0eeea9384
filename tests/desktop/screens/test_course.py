"""A course in the window: coming in, and the assigned list."""

from datetime import timedelta
from pathlib import Path

import pytest

from tests.desktop.screens.courses import DAYS, OPEN_COURSE, course_opened


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


def test_each_way_to_a_talk_says_with_whom(tmp_path: Path) -> None:
    """Who only hears the buttons of the list knows which customer each of them leads to."""
    with course_opened(tmp_path) as booth:
        booth.come_in()
        ways = [node.label for node in booth.nodes if node.key.startswith("task.")]
        assert len(ways) == len(set(ways)) == 4
        assert "去谈：红眼航班之后，房间没好" in ways
