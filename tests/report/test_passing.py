"""What it takes to pass and what was missing is said in the same words on the list, on the pages and on paper."""

from functools import cache

import pytest

from game.course.assignments import assignments
from game.course.grading.results import GradeBook, Short
from game.engine.passing import Passing
from game.i18n import LANGUAGES, capital, words
from game.report import assigned
from game.report.course import ClassReport, class_report
from game.report.course.web import class_page, trainee_page
from game.report.passing import asked, short
from game.report.pdf import class_pdf, trainee_pdf
from tests.course.classroom import OPEN
from tests.report.course.classes import book, course
from tests.report.pdf.sheets import pages, whole

MUCH = Passing(overall=62, verdict="met", empathy=99)


@cache
def held() -> GradeBook:
    """The grade book of a course that asks for more empathy than anybody has."""
    terms = "mode: exam\npass: {overall: 62, verdict: met, empathy: 99}\ncloses: 2026-12-01T20:00+08:00\n"
    return book(course(4, 1, terms=terms))


@cache
def report(language: str) -> ClassReport:
    """The report on that class."""
    return class_report(words(language), held(), ())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_the_pages_and_the_paper_ask_for_the_same(language: str) -> None:
    """A trainee finds the conditions of the assigned list again in the class report and in their own, page and PDF."""
    said, told = words(language), report(language)
    conditions = asked(said, MUCH)
    assert said("course.pass", asked=said.list(conditions)) in assigned.terms(said, held().programme)
    own = told.trainees[0]
    on_pages = said("mark.semicolon").join(conditions)
    assert all(on_pages in page for page in (class_page(said, told), trainee_page(said, own)))
    for raw in (class_pdf(said, told), trainee_pdf(said, own)):
        text = "".join(pages(raw))
        assert all(whole(capital(condition)) in text for condition in conditions)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_missing_is_told_alike_on_the_list_and_in_the_report(language: str) -> None:
    """Whoever failed reads on their page and on paper what the list has said about the talk that counts."""
    said = words(language)
    line = held().lines[0]
    own = next(one for one in report(language).trainees if one.id == line.person.id)
    cell, counted = line.cells[-1], line.cells[-1].counted
    assert counted is not None
    assert [one.name for one in counted.short][-1] == "empathy"
    task = held().programme.tasks[-1]
    shown = assignments(held().programme, 1.0, [one.attempt for one in cell.results], OPEN, {task.key: counted})
    on_list = next(one for one in shown if one.task.key == task.key)
    missing = said("mark.semicolon").join(short(said, one) for one in counted.short)
    assert assigned.told(said, held().programme, on_list).short == said("course.missing", missing=missing)
    assert f"{own.cells[-1].title}{said('report.web.says')}{missing}" in own.why
    text = "".join(pages(trainee_pdf(said, own)))
    assert all(whole(capital(short(said, one))) in text for one in counted.short)


def test_scores_and_verdicts_are_asked_for_as_people_say_it() -> None:
    """Scores stand within a sentence, only NVC in capitals; a course that asks for nothing asks to come to the end."""
    much = Passing(nvc=40)
    assert asked(words("en"), much) == ("overall 65 or more", "“expectations met” or better", "NVC 40 or more")
    assert asked(words("zh"), much) == ("总分到 65 分", "评定到“符合预期”", "非暴力沟通到 40 分")
    nothing = Passing(overall=0, verdict="below")
    assert [asked(words(language), nothing) for language in ("zh", "en")] == [("谈完就算",), ("come to the end",)]
    assert short(words("en"), Short("nvc", 30, 40)) == "NVC is 30 and has to be 40"
