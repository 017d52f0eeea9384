"""What `course report` says when it is done: what was written, and plainly what is not to be trusted."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from game.i18n import Words
from game.report.course.lists import left_out
from game.report.course.reports import TraineeTold
from game.report.course.typed import shown

MOST_NAMED: Final = 5
ALL_OF: Final = "trainees/"
"""The folder of pages that are told as one."""


def written(words: Words, folder: Path, names: Sequence[str]) -> list[str]:
    """Return what was written, a line for each file."""
    pages = Counter(name.rpartition("/")[0] for name in names if ALL_OF in name)
    told = [f"  {name}" for name in names if ALL_OF not in name]
    told += [words("course_report.pages", folder=where, count=count) for where, count in pages.items()]
    return [words("course_report.done", folder=folder), *told]


def distrust(words: Words, trainees: Sequence[TraineeTold], strays: int) -> list[str]:
    """Return how much there was to report on, and what a trainer ought to look at, kind by kind, with whom it is of."""
    attempts = sum(one.attempts for one in trainees)
    if not attempts:
        return [words("course_report.nothing")]
    people = sum(one.attempts > 0 for one in trainees)
    said = [_marked(words, code, found) for code, found in _whose(trainees).items()]
    said += [words("course_report.strays", count=strays)] if strays else []
    head = [words("course_report.distrust" if said else "course_report.sound")]
    signed = any(mark.code == "imported" for one in trainees for mark in one.every_mark)
    tail = [words("report.trust.signature")] if signed else []
    return [words("course_report.attempts", attempts=attempts, people=people), *head, *said, *tail]


def certificates(words: Words, trainees: Sequence[TraineeTold]) -> list[str]:
    """Return who has passed and has no certificate all the same, and why."""
    without = [one for one in trainees if one.state == "passed" and not one.certified]
    open_ = [one.name for one in without if not one.settled]
    unlisted = [one.name for one in without if one.settled]
    said = [words("course_report.certificates_open", people=_few(words, open_))] if open_ else []
    return [*said, words("course_report.certificates_unlisted", people=_few(words, unlisted))] if unlisted else said


def moodle(words: Words, trainees: tuple[TraineeTold, ...], *, roster: bool) -> list[str]:
    """Return what has to be known before Moodle is given its file."""
    missing = [one.name for one in left_out(trainees, roster=roster)]
    said = [words("course_report.moodle_missing", people=_few(words, missing))] if missing else []
    return said if roster else [*said, words("course_report.moodle_no_roster")]


def _whose(trainees: Sequence[TraineeTold]) -> dict[str, Counter[str]]:
    """Return by mark how often it was made, by name."""
    found: dict[str, Counter[str]] = {}
    for one in trainees:
        for mark in one.grave:
            found.setdefault(mark.code, Counter())[one.name] += 1
    return found


def _marked(words: Words, code: str, found: Counter[str]) -> str:
    label, people = words(f"report.marked.{code}"), _few(words, [*found])
    return words("course_report.marked", label=label, count=found.total(), people=people)


def _few(words: Words, names: Sequence[str]) -> str:
    """Return some names, and how many more there are."""
    told = words.list(shown(name) for name in names[:MOST_NAMED])
    more = len(names) - MOST_NAMED
    return told if more <= 0 else words("course_report.more", people=told, count=more)
