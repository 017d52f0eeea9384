"""The pages of a class and of its trainees."""

import re
from dataclasses import replace
from functools import cache
from html.parser import HTMLParser

import pytest
from msgspec import structs

from game.course.attempt import Answers
from game.i18n import LANGUAGES, words
from game.report.course import ClassReport, class_report
from game.report.course.web import class_page, trainee_page
from tests.report.course.classes import HOSTILE, analyses, book, course

VOID = {"meta", "input", "br", "circle", "line", "rect", "polyline", "polygon", "path"}


class Seen(HTMLParser):
    """What a browser makes of a page: its elements, what they address, and what can be read."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.scripts = 0
        self.handlers: list[str] = []
        self.addresses: list[str] = []
        self.text: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        self.scripts += tag == "script"
        self.handlers += [name for name, _ in attrs if name.startswith("on")]
        self.addresses += [value or "" for name, value in attrs if name in ("href", "src", "action")]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Note the end of an element, which has to be the one opened last."""
        if tag not in VOID:
            assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Note what can be read."""
        self.text.append(data)


@cache
def report(language: str, hostile: bool = False) -> ClassReport:
    """A class of five whose names and answers may try to break out."""
    room = course(5, 1, roster=False)
    if hostile:
        answers = Answers(HOSTILE, 40, HOSTILE)
        first = room.attempts[0].trainee
        room.attempts[:] = [
            replace(one, trainee=HOSTILE, answers=answers) if one.trainee == first else one for one in room.attempts
        ]
    return class_report(words(language), book(room), analyses(room))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_is_whole_and_fetches_nothing(language: str) -> None:
    """A page opens without a network: every element is closed, nothing is fetched, only its own script runs."""
    told = report(language)
    page = class_page(words(language), told)
    seen = Seen(page)
    assert (seen.open, seen.scripts, seen.handlers, seen.addresses) == ([], 1, [], [])
    assert not re.search(r"url\(|@import|https?://(?!www\.w3\.org/2000/svg)", page)
    read = "".join(seen.text)
    assert all(one.name in read and f"{one.grade}" in read for one in told.trainees)
    for one in told.trainees:
        own = Seen(trainee_page(words(language), one))
        assert (own.open, own.scripts, own.handlers, own.addresses) == ([], 0, [], [])


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_that_a_trainee_typed_breaks_out(language: str) -> None:
    """A name or an answer that is written like a script, turns the line or holds a NUL is shown as text."""
    told = report(language, hostile=True)
    pages = [class_page(words(language), told), *(trainee_page(words(language), one) for one in told.trainees)]
    for place, page in enumerate(pages):
        seen = Seen(page)
        assert (seen.open, seen.scripts, seen.handlers) == ([], int(place == 0), [])
        assert "\0" not in page
        assert "\u202e" not in page
    assert sum("<script>alert(1)" in "".join(Seen(page).text) for page in pages) >= 2


def columns(page: str) -> list[tuple[str, str]]:
    """The tasks that have a column in the list of trainees: their number in the heads, and in the key below."""
    heads = re.findall(r'data-sort="t\d+">(\d+)<', page)
    return list(zip(heads, re.findall(r'<li value="(\d+)">', page), strict=True))


def test_tasks_have_the_numbers_of_the_course_on_the_page_too() -> None:
    """Task 1 is the first of the course, whatever counts: the same as in the PDF, with its grades below it."""
    told = report("en")
    assert [one.graded for one in told.tasks] == [False, False, True, True]
    page = class_page(words("en"), told)
    assert columns(page) == [("1", "1"), ("2", "2"), ("3", "3"), ("4", "4")]
    key = re.findall(r'<li value="\d+">([^<]+?) ?<', page)
    assert key == [one.title for one in told.tasks]
    done = told.trainees[0]
    shown = re.search(f'data-name="{done.name}"[^>]*', page)
    assert shown is not None
    for number, cell in enumerate(done.cells, start=1):
        assert f'data-t{number}="{-1 if cell.overall is None else cell.overall}"' in shown[0]
    assert all(f"{number}. {one.title}" in page for number, one in enumerate(told.tasks, 1) if one.distribution.n)


def test_of_many_tasks_those_that_count_have_columns_with_their_own_numbers() -> None:
    """Where there is no room for all, what the grade is made of is there, and no task is called by another's number."""
    told = report("en")
    one = told.trainees[0]
    many = structs.replace(told, tasks=told.tasks * 3, trainees=(structs.replace(one, cells=one.cells * 3),))
    assert [int(number) for number, _ in columns(class_page(words("en"), many))] == [1, 2, 3, 4, 7, 8, 11, 12]


def test_each_trainee_is_linked_to_the_own_page() -> None:
    """From the page of a class one comes to the page of each trainee."""
    told = report("en")
    links = {one.id: f"trainees/{one.file}.html" for one in told.trainees}
    assert Seen(class_page(words("en"), told, links)).addresses == [*links.values()]


def test_a_class_without_attempts_has_a_page_that_says_so() -> None:
    """Before anybody has played, the page says that there is nothing to look at yet."""
    room = course(3, 0)
    room.attempts.clear()
    empty = class_report(words("en"), book(room, closed=False), ())
    seen = Seen(class_page(words("en"), empty))
    assert seen.open == []
    assert "Nobody has played yet" in "".join(seen.text)
    assert all(one.name in "".join(seen.text) for one in empty.trainees)
