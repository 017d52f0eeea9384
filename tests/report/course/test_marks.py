"""What a trainer ought to look at before trusting an attempt is marked beside it."""

from dataclasses import replace
from hashlib import sha256

from game.course.attempt import Answers
from game.i18n import words
from game.report.course import ClassReport, class_report
from game.report.course.reports import AttemptTold
from tests.report.course.classes import book, course

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
