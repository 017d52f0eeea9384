"""What a trainer ought to look at before trusting an attempt is marked beside it."""

import io
from dataclasses import replace
from datetime import timedelta
from hashlib import sha256

import openpyxl
import pytest

from game.course.attempt import Answers
from game.course.exchange.signing import fingerprint
from game.i18n import LANGUAGES, words
from game.report.course import ClassReport, class_report
from game.report.course.reports import AttemptTold
from game.report.course.web import class_page
from game.report.course.workbook import workbook
from game.report.pdf import class_pdf
from tests.course.classroom import Classroom
from tests.report.course.classes import book, course
from tests.report.pdf.sheets import pages, whole

SIGNER = "ab" * 32


def first(report: ClassReport) -> AttemptTold:
    """Return the first trainee's first attempt at the first task."""
    return next(one for one in report.trainees if one.name == "李芳").cells[0].attempts[0]


def changed(**changes: object) -> AttemptTold:
    """Return the first attempt of a class where it was made in another way."""
    room = course(4, 1)
    room.attempts[0] = replace(room.attempts[0], **changes)  # type: ignore[arg-type]
    return first(class_report(words("en"), book(room), ()))


def codes(attempt: AttemptTold) -> set[tuple[str, str]]:
    """Return the marks of an attempt, each with how grave it is."""
    return {(mark.code, mark.tone) for mark in attempt.marks}


def mentions(room: Classroom, language: str, count: int) -> list[bool]:
    """Return whether page, PDF and workbook say once that so many attempts were played under another course file."""
    said = words(language)
    report = class_report(said, book(room), ())
    note = said("report.trust.other_course_file", count=count)
    sheet = openpyxl.load_workbook(io.BytesIO(workbook(said, report))).worksheets[0]
    cells = [cell for row in sheet.iter_rows(values_only=True) for cell in row]
    page, paper = class_page(said, report), "".join(pages(class_pdf(said, report)))
    return [page.count(note) == 1, paper.count(whole(note)) == 1, cells.count(note) == 1]


def test_files_of_their_own_are_marked_where_they_come_from_another_desk() -> None:
    """Nobody has seen the scenario or the rules of another desk: whoever has made them easier must not go unnoticed."""
    room = course(4, 1)
    other = room.programme.tasks[0].source + b"\n# one more line\n"
    rules = b"format: 1\nid: mild\nversion: 1\nrules: {promise-broken: {off: true}}\n"
    for raw in (other, rules):
        room.sources[sha256(raw).hexdigest()] = raw
    room.attempts[0] = replace(room.attempts[0], sha256=sha256(other).hexdigest(), signer=SIGNER)
    assert ("foreign", "bad") in codes(first(class_report(words("en"), book(room), ())))
    for signer, code, tone in ((SIGNER, "rules", "bad"), (None, "earlier-rules", "plain")):
        assert (code, tone) in codes(changed(rulebook_sha256=sha256(rules).hexdigest(), signer=signer))


def test_what_is_odd_beside_the_attempts_of_others_is_marked() -> None:
    """The very same times as somebody else's are something to look at, in both reports."""
    room = course(4, 1)
    own = [place for place, one in enumerate(room.attempts) if one.task == room.attempts[0].task][:2]
    room.attempts[own[1]] = replace(room.attempts[own[1]], picks=room.attempts[own[0]].picks)
    report = class_report(words("en"), book(room), ())
    assert ("copied", 2) in {(one.name, one.count) for one in report.trust.marks}
    assert ("copied", "bad") in codes(first(report))


def test_an_answer_that_goes_on_and_on_is_cut() -> None:
    """Whatever a file holds, the reports on a class are made in a moment."""
    for long, told in ((5000, 5000), (2_000_000, 5001)):
        turning, next_ = changed(answers=Answers("字" * long, 60, "好")).answers
        assert (len(turning), next_) == (told, "好")


def test_a_talk_of_several_under_one_id_is_marked() -> None:
    """Nobody's times are looked at where a room voted: whoever hands such a talk in as an exam of their own is told."""
    assert ("grouped", "bad") in codes(changed(members=("李芳", "王小丽")))
    assert ("grouped", "bad") not in codes(changed())


def test_what_is_dated_before_one_handed_in_earlier_is_marked() -> None:
    """An instructor sees which attempt came later and is dated earlier."""
    room = course(4, 1)
    one = room.attempts[0]
    room.attempts[0] = replace(one, signer=SIGNER, imported=one.started + timedelta(days=1))
    later = replace(room.attempts[0], id=one.id.replace("-4000-", "-4001-"), imported=one.started + timedelta(days=2))
    room.attempts.append(replace(later, started=one.started - timedelta(days=1)))
    assert ("backdated", "bad") in codes(first(class_report(words("en"), book(room), ())))


@pytest.mark.parametrize("language", LANGUAGES)
def test_whoever_played_at_several_desks_is_told_with_their_fingerprints(language: str) -> None:
    """At home and here, or at two desks elsewhere: it is told of the trainee, and is nothing grave."""
    room = course(4, 1)
    own = [place for place, one in enumerate(room.attempts) if one.trainee == room.attempts[0].trainee]
    for signers in ((SIGNER, None), (SIGNER, "cd" * 32)):
        for place, signer in zip(own[:2], signers, strict=True):
            room.attempts[place] = replace(room.attempts[place], signer=signer)
        report = class_report(words(language), book(room), ())
        marked = [one for one in report.trainees if any(mark.code == "desks" for mark in one.marks)]
        assert [one.id for one in marked] == [room.attempts[0].trainee]
        (mark,) = marked[0].marks
        assert [signer for signer in signers if signer is not None and fingerprint(signer) not in mark.told] == []
        assert mark.tone == "plain"
        assert [(bar.count, bar.share) for bar in report.trust.marks if bar.name == "desks"] == [(1, 1 / 4)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_attempts_under_another_course_file_are_counted_in_every_report(language: str) -> None:
    """The report says once how many were played while the course file was another, as the import does of each."""
    room = course(4, 1)
    assert mentions(room, language, 0) == [False] * 3
    for place in range(3):
        room.attempts[place] = replace(room.attempts[place], course_sha256="00" * 32)
    assert mentions(room, language, 3) == [True] * 3
