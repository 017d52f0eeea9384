"""`course report`: what a class has come to, as pages, PDFs, a workbook, lists, and grades for Moodle, in a folder."""

import argparse
import functools
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from msgspec import Struct

from game.commands import code_list, programmes, qualities
from game.commands.asked import Refused, misuse, reason
from game.commands.stored import opened
from game.commands.together import put_together
from game.course.exchange.codes import codes_of
from game.course.grading.gradebook import grade_book
from game.course.grading.items import item_analysis
from game.course.grading.rescoring import rescore
from game.course.grading.results import GradeBook, ItemAnalysis, Line
from game.course.store import Store
from game.course.tasks import Programme
from game.i18n import LANGUAGES, Words, words
from game.report.course import ClassReport, TraineeTold, class_report, one_trainee
from game.report.course.coded import coded
from game.scenario import nearest

MOODLE: Final = "moodle"
FORMATS: Final = ("html", "pdf", "xlsx", "csv", MOODLE)
Files = Iterator[tuple[str, bytes]]
Report = ClassReport | TraineeTold


class Asked(Struct, frozen=True):
    """What a report is made of: the grade book, the item analysis, and the id of the one trainee asked for.

    `said` is what has to be said of codes.
    """

    book: GradeBook
    analyses: tuple[ItemAnalysis, ...]
    only: str | None
    said: tuple[str, ...]

    @property
    def roster(self) -> bool:
        """Whether the course has a roster."""
        return self.book.programme.roster is not None


def run(options: argparse.Namespace, told: Words) -> int:
    """Write the reports into the folder that `-o` names, all of them or none, and say what is not to be trusted."""
    try:
        return _run(options, told)
    except Refused as refused:
        return refused.tell(False)


def _run(options: argparse.Namespace, told: Words) -> int:
    from game.commands import report_told

    formats = _formats(options, told)
    programme = programmes.course(options.course, told)
    with opened(told) as (store, notices):
        for notice in notices:
            print(notice, file=sys.stderr)
        asked = _asked(options, programme, store, told)
    reports = {language: _report(asked, language) for language in (LANGUAGES if options.both else (told.language,))}
    folder = Path(options.output)
    names = _written(folder, _files(asked, reports, formats), told)
    trainees = _trainees(reports[told.language])
    print("\n".join([*report_told.written(told, folder, names), *_said(asked, trainees, formats, told)]))
    return 0


def _report(asked: Asked, language: str) -> Report:
    """Return what is said in a language about the class, or about the one trainee."""
    if asked.only is None:
        return class_report(words(language), asked.book, asked.analyses)
    line = next(line for line in asked.book.lines if line.person.id == asked.only)
    return one_trainee(words(language), asked.book, line)


def _trainees(report: Report) -> tuple[TraineeTold, ...]:
    return report.trainees if isinstance(report, ClassReport) else (report,)


def _said(asked: Asked, trainees: tuple[TraineeTold, ...], formats: Sequence[str], told: Words) -> list[str]:
    """Return what has to be said about what was written."""
    from game.commands import report_told

    strays = len(asked.book.strays) if asked.only is None else 0
    said = report_told.distrust(told, trainees, strays)
    if "pdf" in formats:
        said += report_told.certificates(told, trainees)
    if MOODLE in formats:
        said += report_told.moodle(told, trainees, roster=asked.roster)
    return [*said, *asked.said]


def _written(folder: Path, files: Files, told: Words) -> list[str]:
    """Write the files and return their names. Refused, with the folder as it was, where one cannot be written."""
    try:
        return put_together(folder, files)
    except OSError as error:
        where = error.filename or folder
        raise Refused(1, None, [told("error.unwritable", name=where, reason=reason(error, told))]) from None


def _formats(options: argparse.Namespace, told: Words) -> tuple[str, ...]:
    """Return the formats asked for, in order, none twice. Moodle knows no codes, so it is none of them then."""
    given: str = options.format or ""
    names = [name.strip().lower() for name in given.replace("，", ",").split(",") if name.strip()]
    for name in names:
        if name not in FORMATS:
            near = nearest(name, FORMATS)
            told_near = told("misused.near", name=near) if near else ""
            raise misuse(told("misused.choice", name=name, near=told_near, known=told.list(FORMATS)))
    if options.codes and MOODLE in names:
        raise misuse(told("course_report.moodle_codes"))
    known = [name for name in FORMATS if not (options.codes and name == MOODLE)]
    return tuple(name for name in known if name in names or not names)


def _asked(options: argparse.Namespace, programme: Programme, store: Store, told: Words) -> Asked:
    """Return what the report is made of. Refused for a group or a trainee that the course does not have."""
    now = datetime.now(UTC)
    group = _group(options.group, programme, told)
    attempts = store.attempts(course=programme.course.id)
    results = rescore(programme, attempts, functools.cache(store.source), now)
    book = grade_book(programme, results, now, group)
    only = None if options.trainee is None else _line(options.trainee, book, told).person.id
    analyses: tuple[ItemAnalysis, ...] = ()
    if only is None:
        qualities.prepare(programme, results, store.source)
        analyses = item_analysis(programme, results, firsts=not options.all_attempts, group=group)
    if not options.codes:
        return Asked(book, analyses, only, ())
    codes = codes_of(store)
    said = (told("course_report.no_typed"), code_list.kept(store, codes, programme, told))
    return Asked(coded(book, codes), analyses, None if only is None else codes(only), said)


def _group(given: str | None, programme: Programme, told: Words) -> str | None:
    if given is None:
        return None
    known = sorted({member.group for member in programme.roster or () if member.group})
    if given in known:
        return given
    if not known:
        raise misuse(told("course_report.no_groups"))
    near = nearest(given, known)
    found = told("error.near", name=near) if near else ""
    raise misuse(told("course_report.no_group", name=given, known=told.list(known)) + found)


def _line(given: str, book: GradeBook, told: Words) -> Line:
    """Return the line of a trainee, by id or by a name that only one has."""
    named = [line for line in book.lines if line.person.name == given]
    found = next((line for line in book.lines if line.person.id == given), named[0] if len(named) == 1 else None)
    if found is not None:
        return found
    if named:
        raise misuse(told("course_report.named_alike", name=given, ids=told.list(one.person.id for one in named)))
    near = nearest(given, [line.person.id for line in book.lines])
    raise misuse(told("course_report.no_trainee", name=given) + (told("error.near", name=near) if near else ""))


def _files(asked: Asked, reports: dict[str, Report], formats: Sequence[str]) -> Files:
    """Yield the files of all languages; of two, each has a folder of its own."""
    from game.report.course.folder import class_files, trainee_files

    for language, report in reports.items():
        below = f"{language}/" if len(reports) > 1 else ""
        if isinstance(report, ClassReport):
            files = class_files(words(language), report, formats, roster=asked.roster)
        else:
            files = trainee_files(words(language), report, formats, roster=asked.roster)
        yield from ((below + name, raw) for name, raw in files)
