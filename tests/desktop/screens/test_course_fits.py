"""Every screen of a course fits, in both languages, at every size of letters and of the window."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from game.desktop.screens.course import CourseScreen
from game.desktop.screens.course_after import CourseDebrief, CourseQuestions, Kept
from game.desktop.screens.course_entry import Entry
from game.desktop.screens.course_file import CourseFile
from game.desktop.screens.course_time import TimeUp
from game.desktop.screens.talk import Talk
from game.engine import begin, look
from tests.desktop.screens.courses import EXAM, CourseBooth, course_opened
from tests.desktop.test_fits import CASES, SHOWN, told
from tests.terminal.room import instead

WORDY = instead("title: {zh: 一线服务秋季班,", "title: {zh: 一线服务人员沟通能力提升秋季班第二十三期,")(EXAM)


def the_way_in(booth: CourseBooth) -> Iterator[str]:
    """The entry, empty, with what is wrong, and where only a PIN is asked for."""
    entry = booth.screen
    assert isinstance(entry, Entry)
    yield from told(booth, entry, "entry")
    for problem in ("empty", "unknown", "pin"):
        entry.problem, entry.refused = f"course.enter.{problem}", "2026-0000000001"
        yield from told(booth, entry, problem)
    entry.typed["who"], entry.known = "2026001", True
    yield from told(booth, entry, "only a PIN")


def the_list(booth: CourseBooth) -> Iterator[str]:
    """The list: untouched, with talks begun, ended and looked back at, with a notice, and when all is over."""
    course, book = booth.course, booth.course.book
    yield from told(booth, CourseScreen(booth.sitting, course), "list")
    for task in course.programme.tasks[:2]:
        for _ in range(2):
            attempt = book.begin(task, None, "exam", "zh", 7, "")
            book.keep(attempt, 1, look(begin(task.scenario, task.persona, 7)).offered[0].id, 1000)
            book.end(attempt, expired=True)
    book.begin(course.programme.tasks[2], None, "practice", "zh", 7, "")
    screen = CourseScreen(booth.sitting, course)
    assert screen.scores
    screen.notice = "window.course.no_file"
    yield from told(booth, screen, "list with talks")
    for notice in ("misfit", "not_now"):
        screen.notice = f"window.course.{notice}"
        yield from told(booth, screen, notice)


def what_follows(booth: CourseBooth) -> Iterator[str]:
    """The file of each task, a talk while the time runs out, the end of the time, the questions, what is kept."""
    course, sitting = booth.course, booth.sitting
    for assignment in course.assignments():
        yield from told(booth, CourseFile(sitting, course, assignment), f"file of {assignment.task.key}")
    sitting.flow.home([Entry(sitting, course.programme.course.title), CourseScreen(sitting, course)])
    booth.step()
    booth.choose("after")
    talk = booth.screen
    assert isinstance(talk, Talk)
    stack = sitting.flow.stack
    for seconds in (0, 700, 150):
        booth.clock.wind(seconds)
        yield from told(booth, talk, f"talk after {seconds} s more")
    sitting.flow.home(stack)
    booth.step()
    booth.jump(1000)
    up = booth.screen
    assert isinstance(up, TimeUp)
    yield from told(booth, up, "time is up")
    play, attempt = talk.talk.play, talk.talk.attempt
    yield from told(booth, CourseQuestions(sitting, play, attempt, "exam", course), "questions")
    for path in (None, Path("exports") / f"frontline-autumn_2026001_burst-pipe_{attempt}.json"):
        yield from told(booth, Kept(sitting, play, course, attempt, path), "kept")
    past = next(iter(course.book.past()))
    yield from told(booth, CourseDebrief(sitting, past, course), "debrief")


@pytest.mark.parametrize(("language", "size", "window"), CASES, ids=SHOWN)
def test_every_screen_of_a_course_fits(language: str, size: int, window: tuple[int, int], tmp_path: Path) -> None:
    """From the way in to what is kept nothing is cut and nothing leaves its place."""
    with course_opened(tmp_path, WORDY, window, language=language, size=size) as booth:
        wrong = [*the_way_in(booth)]
        booth.course.enter("2026001", "1234")
        assert [*wrong, *the_list(booth), *what_follows(booth)] == []
