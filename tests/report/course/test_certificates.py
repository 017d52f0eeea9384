"""Certificates are among the files of a report once nothing can take the pass away; until then it says who waits."""

import pytest
from msgspec import structs

from game.commands import report_told
from game.course.roster import Member
from game.i18n import LANGUAGES, words
from game.report.course import TraineeTold, class_report
from game.report.course.folder import trainee_files
from tests.course.classroom import CLOSES, Classroom
from tests.report.course.classes import book


def trainees(*, closed: bool) -> tuple[TraineeTold, ...]:
    """Two who have passed so far, the second of whom the roster does not have; the last attempt counts."""
    people = [Member("2026-77", "张三", "", "", 1.0)]
    room = Classroom("pass: {overall: 0, verdict: below}\nattempts: {counts: last}\n" + CLOSES, roster=people)
    for who in ("2026-77", "李四"):
        room.sits(who, ("good",) * 4)
    told = class_report(words("en"), book(room, closed=closed), ())
    assert [one.state for one in told.trainees] == ["passed", "passed"]
    return told.trainees


def names(one: TraineeTold) -> list[str]:
    """The names of the PDFs of one trainee."""
    return [name for name, _ in trainee_files(words("en"), one, ("pdf",), roster=True)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_is_a_certificate_when_the_pass_is_for_good(language: str) -> None:
    """While the course is open a later attempt may fail, so nobody has one yet, and the command says who waits."""
    open_, closed = trainees(closed=False), trainees(closed=True)
    assert [len(names(one)) for one in open_] == [1, 1]
    assert [len(names(one)) for one in closed if one.name == "张三"] == [2]
    (line,) = report_told.certificates(words(language), [one for one in open_ if one.name == "张三"])
    assert "张三" in line


def test_nobody_who_is_not_on_the_roster_has_a_certificate() -> None:
    """Whoever typed a name that the course does not have is told to the instructor, and not certified."""
    (stranger,) = [one for one in trainees(closed=True) if one.name == "李四"]
    assert len(names(stranger)) == 1
    assert report_told.certificates(words("en"), [stranger]) == [
        words("en")("course_report.certificates_unlisted", people="李四")
    ]
    assert report_told.certificates(words("en"), [structs.replace(stranger, marks=())]) == []
