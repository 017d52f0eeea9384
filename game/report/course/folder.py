"""The files of a report, by name: those of a class, or those of one trainee."""

from collections.abc import Iterator, Sequence
from urllib.parse import quote

from game.i18n import Words
from game.report.course.lists import attempts_csv, grades_csv, moodle_csv
from game.report.course.reports import ClassReport, TraineeTold

Files = Iterator[tuple[str, bytes]]


def class_files(words: Words, told: ClassReport, formats: Sequence[str], *, roster: bool) -> Files:
    """Yield (name, bytes) of the reports on a class, in the formats asked for: html, pdf, xlsx, csv, moodle."""
    if "html" in formats:
        yield from _pages(words, told)
    if "pdf" in formats:
        yield from _papers(words, told)
    if "xlsx" in formats:
        from game.report.course.workbook import workbook

        yield "class.xlsx", workbook(words, told)
    yield from _lists(words, told.trainees, formats, roster=roster)


def trainee_files(words: Words, told: TraineeTold, formats: Sequence[str], *, roster: bool) -> Files:
    """Yield (name, bytes) of the reports on one trainee: nobody else is in any of them."""
    if "html" in formats:
        from game.report.course.web import trainee_page

        yield f"{told.file}.html", trainee_page(words, told).encode()
    if "pdf" in formats:
        from game.report.pdf import certificate_pdf, trainee_pdf

        yield f"{told.file}.pdf", trainee_pdf(words, told)
        if told.certified:
            yield f"{told.file}-certificate.pdf", certificate_pdf(words, told)
    if "xlsx" in formats:
        from game.report.course.workbook import own_workbook

        yield f"{told.file}.xlsx", own_workbook(words, told)
    for name, raw in _lists(words, (told,), formats, roster=roster):
        yield f"{told.file}-{name}", raw


def _pages(words: Words, told: ClassReport) -> Files:
    from game.report.course.web import class_page, trainee_page

    links = {one.id: f"trainees/{quote(one.file)}.html" for one in told.trainees}
    yield "class.html", class_page(words, told, links).encode()
    for one in told.trainees:
        yield f"trainees/{one.file}.html", trainee_page(words, one).encode()


def _papers(words: Words, told: ClassReport) -> Files:
    from game.report.pdf import certificates_pdf, class_pdf, trainees_pdf

    yield "class.pdf", class_pdf(words, told)
    if told.trainees:
        yield "trainees.pdf", trainees_pdf(words, told.trainees)
    if any(one.certified for one in told.trainees):
        yield "certificates.pdf", certificates_pdf(words, told.trainees)


def _lists(words: Words, trainees: tuple[TraineeTold, ...], formats: Sequence[str], *, roster: bool) -> Files:
    if "csv" in formats:
        yield "grades.csv", grades_csv(words, trainees)
        yield "attempts.csv", attempts_csv(words, trainees)
    if "moodle" in formats:
        yield "moodle.csv", moodle_csv(words, trainees, roster=roster)
