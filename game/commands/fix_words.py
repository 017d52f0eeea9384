"""`check --fix-words`: keys and fixed words of files put into Chinese or into English, comments and all else kept."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final, Literal, NamedTuple

import msgspec

from game import library
from game.commands.asked import as_json, misuse, print_json, reason
from game.course.file import is_course, read_course
from game.course.form import CourseForm
from game.engine import is_rulebook, read_rulebook, standard
from game.engine.overlay import RulebookForm
from game.i18n import LANGUAGES, Words, words
from game.library import NotFound
from game.scenario import Problem, Text
from game.scenario.diagnostics import Diagnostic
from game.scenario.names import key_names
from game.scenario.plan_form import PlanForm
from game.scenario.plan_reading import read_plan
from game.scenario.rewording import Unsound, of_form, reworded
from game.scenario.sheet import Language
from game.writing import write

What = Literal["changed", "same", "refused", "nameless", "unreadable", "unwritable"]
_LEFT: Final = Text("没有动它；弄好了再来一次。", "It was left alone; set that right and run the command again.")
CLOSED: Final[dict[What, Diagnostic]] = {
    "unreadable": Diagnostic("error", Text("读不了：{reason}。", "It cannot be read: {reason}."), _LEFT),
    "unwritable": Diagnostic("error", Text("写不了：{reason}。", "It cannot be written: {reason}."), _LEFT),
}
"""What is told of a file or a folder that cannot be read or written."""


class Done(NamedTuple):
    """What was done with a file: changed, already so, of a kind without Chinese names, or left alone, and why."""

    file: str
    what: What
    problems: tuple[Problem, ...] = ()


def run(options: argparse.Namespace, words: Words) -> int:
    """Put all files that are named into one language; exit code 1 if one had to be left alone."""
    done: list[Done] = []

    def note(one: Done) -> None:
        done.append(one)
        if not options.json:
            _print(one, options.fix_words, words)

    try:
        for path in _files(options.paths, lambda error: note(_closed("unreadable", error))):
            note(fix(path, options.fix_words))
    except NotFound as error:
        return misuse(words("error.no_file", name=error.name)).tell(options.json)
    if not done:
        return misuse(words("error.no_yaml", name=words.list(options.paths))).tell(options.json)
    if options.json:
        print_json({"files": [_document(one, words.language) for one in done]})
    return 1 if any(one.what == "refused" or one.what in CLOSED for one in done) else 0


def fix(path: Path, language: Language) -> Done:
    """Put one file into a language, and return what was done, whatever stands in the way."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        return _closed("unreadable", error, path)
    try:
        fixed = _fixed(path, raw, language)
    except Unsound as unsound:
        return Done(str(path), "refused", unsound.problems)
    if fixed is None:
        return Done(str(path), "nameless")
    if fixed == raw:
        return Done(str(path), "same")
    try:
        write(path, fixed)
    except OSError as error:
        return _closed("unwritable", error, path)
    return Done(str(path), "changed")


def _closed(what: What, error: OSError, path: Path | None = None) -> Done:
    """Return what is told of a file, or of the folder that an error names, which does not open."""
    name = str(path or error.filename or "")
    told = {f"reason.{language}": reason(error, words(language)) for language in LANGUAGES}
    return Done(name, what, (Problem(name, 1, 1, what, told, CLOSED[what]),))


def _files(paths: list[str], unread: library.Unread) -> Iterator[Path]:
    """Yield the files that are named or lie in the folders that are: scenarios, courses, rulebooks, test plans."""
    yield from library.files(paths, unread)
    yield from library.plans([name for name in paths if Path(name).is_dir() or library.is_plan(Path(name))])


def _fixed(path: Path, raw: bytes, language: Language) -> bytes | None:
    """Return a file's bytes in a language, None for a kind of file without Chinese names. Unsound if it has errors."""
    if library.is_plan(path):
        return _of_form(raw, PlanForm, read_plan(raw, str(path))[1], language)
    if is_course(raw):
        return _of_form(raw, CourseForm, tuple(read_course(raw, str(path))[1].problems), language)
    if is_rulebook(raw):
        return _of_form(raw, RulebookForm, read_rulebook(raw, str(path), standard())[1], language)
    return reworded(raw, language, str(path))


def _of_form(raw: bytes, form: type[msgspec.Struct], problems: tuple[Problem, ...], language: Language) -> bytes | None:
    if any(problem.level == "error" for problem in problems):
        raise Unsound(problems)
    return of_form(raw, form, language) if key_names(form) else None


def _print(done: Done, language: Language, words: Words) -> None:
    for problem in done.problems:
        print(problem.told(words.language))
    if done.what in CLOSED:
        return
    told = words(f"fix.changed.{language}" if done.what == "changed" else f"fix.{done.what}", file=done.file)
    print(told, file=sys.stderr if done.what == "refused" else sys.stdout)


def _document(done: Done, language: str) -> dict[str, object]:
    problems = [as_json(problem, language) for problem in done.problems]
    return {"file": done.file, "done": done.what, "problems": problems}
