"""Class reports, trainees' reports and certificates on paper: whose numbers they have, and that nothing breaks them."""

from functools import cache
from typing import Final

import pytest
from msgspec.structs import replace

from game.i18n import words
from game.report.course import ClassReport, TraineeTold, class_report
from game.report.course.records import Mark
from game.report.pdf import certificate_pdf, certificates_pdf, class_pdf, trainee_pdf, trainees_pdf
from tests.report.course.classes import HOSTILE, analyses, book, course
from tests.report.pdf.sheets import beyond, pages, size, whole

LONG: Final = "欧阳" * 90 + " " + "Maximiliana" * 20


@cache
def told(language: str = "zh") -> ClassReport:
    """What is said about a small class after closing time."""
    room = course(6, 2)
    return class_report(words(language), book(room), analyses(room))


def passed(report: ClassReport) -> list[TraineeTold]:
    """Those who have passed."""
    return [one for one in report.trainees if one.state == "passed"]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_class_report_has_everybody_with_their_grades(language: str) -> None:
    """The report on a class says how it went, has a line for each trainee, and each step with its responses."""
    report = told(language)
    raw = class_pdf(words(language), report)
    text = "".join(pages(raw))
    for said in (report.head.title, report.outcome.told, report.distribution.told, report.consistency):
        assert whole(said) in text
    book_page = next(page for page in pages(raw) if whole(words(language)("pdf.count")) in page)
    for one in report.trainees:
        grade = "–" if one.grade is None else f"{one.grade}"
        overalls = "".join("–" if cell.overall is None else f"{cell.overall}" for cell in one.cells)
        assert whole(f"{one.name}{one.group}{overalls}{grade}{one.state_told}{one.attempts}") in book_page
    for item in (item for sheet in report.items for item in sheet.items):
        assert whole(f"{item.number} · {item.says}") in text
    assert beyond(raw, slack=4) == []


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("many", [4, 6, 8, 11])
def test_a_task_begins_on_the_page_of_its_charts(language: str, many: int) -> None:
    """No page begins with charts whose heading stands on the page before."""
    room, say = course(many, 2), words(language)
    report = class_report(say, book(room), analyses(room))
    found = pages(class_pdf(say, report))
    for number, task in enumerate(report.tasks, start=1):
        title = whole(say("pdf.task", number=number, title=task.title))
        page = next(page for page in found if title in page)
        assert whole(say("pdf.zones_key")) in page[page.index(title) :]


@cache
def own(language: str, id_: str) -> bytes:
    """One trainee's own report."""
    return trainee_pdf(words(language), next(one for one in told(language).trainees if one.id == id_))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_trainees_get_their_own_report_and_nobody_elses(language: str) -> None:
    """A trainee's report has the grade, every task and attempt, which of them counts, and what was written; it says by
    the id who it is, where two have one name. No other trainee is in it."""
    report = told(language)
    for one in report.trainees:
        raw = own(language, one.id)
        text = "".join(pages(raw))
        assert whole(one.name) in text
        assert whole(one.id) in text
        assert whole(one.state_told) in text
        for cell in one.cells:
            assert whole(cell.title) in text
            for attempt in cell.attempts:
                assert whole(attempt.started_told) in text
                if language == "zh" and attempt.state == "ended":  # what else is said may take two lines
                    guess = "–" if attempt.guess is None else attempt.guess
                    mark = words(language)("pdf.yes") if attempt.id in cell.went_in else "–"
                    result = f"{attempt.overall}{attempt.verdict_told}{guess}{attempt.state_told}{mark}"
                    assert whole(f"{attempt.started_told}{attempt.seconds_told}{attempt.persona}{result}") in text
                assert all(whole(answer) in text for answer in attempt.answers)
        assert not [other.name for other in report.trainees if other is not one and whole(other.name) in text]
        assert beyond(raw, slack=4) == []


def test_all_reports_in_one_file_are_those_one_by_one() -> None:
    """Printed together, each trainee's report begins on a sheet of its own and says what it says by itself."""
    report = told()
    apart = [page for one in report.trainees for page in pages(own("zh", one.id))]
    together = pages(trainees_pdf(words("zh"), report.trainees))
    numbered = [page.partition("第")[0] for page in apart], [page.partition("第")[0] for page in together]
    assert len(together) == len(apart)
    assert numbered[0] == numbered[1]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_only_who_has_passed_gets_a_certificate(language: str) -> None:
    """A certificate has name, id, course and grade; for somebody who has not passed there is none to be had."""
    report = told(language)
    winners = passed(report)
    assert winners
    assert len(winners) < len(report.trainees)
    sheets = pages(certificates_pdf(words(language), report.trainees))
    assert len(sheets) == len(winners)
    for one, sheet in zip(winners, sheets, strict=True):
        assert whole(one.name) in sheet
        assert whole(words(language)("pdf.has_id", id=one.id)) in sheet
        assert whole(report.head.title) in sheet
        assert f"{one.grade}" in sheet
    for one in report.trainees:
        if one not in winners:
            with pytest.raises(ValueError, match="passed"):
                certificate_pdf(words(language), one)
    with pytest.raises(ValueError, match="passed"):
        certificates_pdf(words(language), [one for one in report.trainees if one not in winners])


def test_a_certificate_says_nothing_that_could_still_change() -> None:
    """Where the best attempt counts and the course is open, the pass is certified and the grade is not; a pass that may
    be lost, or of somebody whom the course does not have, is not certified at all. Without an id, none is made up."""
    one = replace(passed(told())[0], id="2026-77", grade=83)
    sure = whole(words("en")("pdf.has_grade", grade=83))
    assert sure in pages(certificate_pdf(words("en"), one))[0]
    risen = pages(certificate_pdf(words("en"), replace(one, settled="pass")))[0]
    assert (whole(one.name) in risen, "83" in risen) == (True, False)
    unlisted = replace(one, marks=(Mark("unlisted", "bad", ""),))
    for other in (replace(one, settled=""), unlisted):
        with pytest.raises(ValueError, match="for good"):
            certificate_pdf(words("en"), other)
    assert size(certificates_pdf(words("en"), [one, unlisted])) == 1
    assert "ID" not in pages(certificate_pdf(words("en"), replace(one, id=one.name)))[0]


def test_a_long_name_stands_whole_on_the_certificate() -> None:
    """A name of seventy letters is set smaller until it fits, and not cut."""
    name = "Maximiliana Friederike Charlotte von Wolfeschlegelsteinhausen-Kowalczyk"
    sheet = pages(certificate_pdf(words("en"), replace(passed(told())[0], name=name)))[0]
    assert whole(name) in sheet


def called(one: TraineeTold, name: str) -> TraineeTold:
    """What is said about somebody who is called so, and has written so."""
    cells = tuple(
        replace(
            cell, attempts=tuple(replace(try_, answers=(name * 3, name), members=(name,)) for try_ in cell.attempts)
        )
        for cell in one.cells
    )
    return replace(one, name=name, group=name, id=name, cells=cells)


def test_no_name_and_no_answer_breaks_a_page() -> None:
    """Whatever trainees call themselves or write, their reports, certificates and lines are there, within the page."""
    report, names = told(), (HOSTILE, LONG, "😀" * 40, "שלום עולם \u202e\u2066abc", "\ud83d", " \n\t\x07", "")
    hostile = tuple(called(passed(report)[0], name) for name in names)
    certificates = certificates_pdf(words("zh"), hostile)
    assert size(certificates) == len(names)
    for raw in (
        trainees_pdf(words("zh"), hostile),
        certificates,
        class_pdf(words("zh"), replace(report, items=(), tasks=report.tasks[:1], trainees=hostile)),
    ):
        assert beyond(raw, slack=4) == []


@pytest.mark.parametrize("name", [HOSTILE, "\ud83d", ""])
def test_no_name_breaks_the_title_of_a_file(name: str) -> None:
    """A report and a certificate of their own are there for whoever has such a name."""
    one = called(passed(told())[0], name)
    assert size(trainee_pdf(words("zh"), replace(one, cells=()))) == 1
    assert size(certificate_pdf(words("zh"), replace(one, cells=()))) == 1


def test_a_class_where_nobody_has_begun_has_a_report_that_says_so() -> None:
    """Before the first attempt the report is there all the same, and a trainee's own one too."""
    room = course(2, 1)
    room.attempts.clear()
    report = class_report(words("zh"), book(room, closed=False), ())
    text = "".join(pages(class_pdf(words("zh"), report)))
    assert whole(report.outcome.told) in text
    assert whole(words("zh")("report.cell.none")) in "".join(pages(trainee_pdf(words("zh"), report.trainees[0])))
    nobody = replace(report, trainees=())
    assert words("zh")("pdf.no_trainees") in "".join(pages(class_pdf(words("zh"), nobody)))


def test_a_course_of_many_tasks_keeps_every_grade_on_the_page() -> None:
    """With more tasks than fit beside each other the grade book goes on below, and no column is lost."""
    report = told()
    one = report.trainees[0]
    many = replace(one, cells=one.cells * 12)
    tasks = tuple(replace(task, scores=()) for task in report.tasks) * 12
    raw = class_pdf(words("zh"), replace(report, tasks=tasks, trainees=(many,), items=()))
    assert beyond(raw, slack=4) == []
    text = "".join(page for page in pages(raw) if whole(one.name) in page)
    assert text.count(whole(one.name)) > 1
    assert f"{len(tasks) - 1}{len(tasks)}" in text
