"""Reports on paper: role-play cards and the observer's sheet, reports on classes and trainees, certificates; A4 PDFs.

They print well in black and white. Whatever a name or an answer holds, a page comes of it: signs that the typefaces
do not have are seen as boxes.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.i18n import Words
    from game.report.course import ClassReport, TraineeTold

__all__ = ["certificate_pdf", "certificates_pdf", "class_pdf", "trainee_pdf", "trainees_pdf"]


def class_pdf(words: "Words", report: "ClassReport") -> bytes:
    """Return the report on a class, without the trainees' own reports."""
    from game.report.pdf.class_report import whole_report
    from game.report.pdf.paper import Paper

    paper = Paper(words("pdf.title", title=report.head.title, kind=words("pdf.class")), words.language)
    whole_report(paper, words, report)
    return paper.bytes()


def trainee_pdf(words: "Words", trainee: "TraineeTold") -> bytes:
    """Return one trainee's own report."""
    title = words("pdf.title_of", title=trainee.head.title, name=trainee.name, kind=words("pdf.trainee"))
    return _trainees(words, title, [trainee])


def trainees_pdf(words: "Words", trainees: Iterable["TraineeTold"]) -> bytes:
    """Return the reports of several trainees, at least one, in one file: each on sheets of its own, with contents."""
    everyone = list(trainees)
    title = words("pdf.title", title=everyone[0].head.title, kind=words("pdf.trainees"))
    return _trainees(words, title, everyone)


def _trainees(words: "Words", title: str, trainees: Iterable["TraineeTold"]) -> bytes:
    from game.report.pdf.paper import Paper
    from game.report.pdf.trainee import trainee_report

    paper = Paper(title, words.language)
    for trainee in trainees:
        trainee_report(paper, words, trainee)
    return paper.bytes()


def certificate_pdf(words: "Words", trainee: "TraineeTold") -> bytes:
    """Return the certificate of a trainee who has passed for good. ValueError for one who has not."""
    title = words("pdf.title_of", title=trainee.head.title, name=trainee.name, kind=words("pdf.certificate"))
    return _certificates(words, title, [trainee])


def certificates_pdf(words: "Words", trainees: Iterable["TraineeTold"]) -> bytes:
    """Return the certificates of all who have passed for good in one file. ValueError where nobody has."""
    passed = [one for one in trainees if one.certified]
    if not passed:
        raise ValueError("nobody has passed for good")
    title = words("pdf.title", title=passed[0].head.title, kind=words("pdf.certificates"))
    return _certificates(words, title, passed)


def _certificates(words: "Words", title: str, trainees: Iterable["TraineeTold"]) -> bytes:
    from game.report.pdf.certificate import certificate
    from game.report.pdf.paper import Paper

    paper = Paper(title, words.language, lying=True)
    for trainee in trainees:
        if not trainee.certified:
            raise ValueError(f"{trainee.id} has not passed for good")
        certificate(paper, words, trainee)
    return paper.bytes()
