"""`check --fix-words`: keys and fixed words of files put into Chinese or into English, comments and all else kept."""

import argparse
import errno
import os
import stat
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Literal, NamedTuple

import msgspec

from game import library
from game.commands.asked import as_json, misuse, print_json, reason
from game.course.file import is_course, read_course
from game.course.form import CourseForm
from game.engine import is_rulebook, read_rulebook, standard
from game.engine.overlay import RulebookForm
from game.i18n import Words
from game.library import NotFound
from game.scenario import Problem
from game.scenario.names import key_names
from game.scenario.plan_form import PlanForm
from game.scenario.plan_reading import read_plan
from game.scenario.rewording import Unsound, of_form, reworded
from game.scenario.sheet import Language

What = Literal["changed", "same", "refused", "nameless"]


class Done(NamedTuple):
    """What was done with a file: changed, already so, refused for its errors, or of a kind without Chinese names."""

    file: str
    what: What
    problems: tuple[Problem, ...] = ()


def run(options: argparse.Namespace, words: Words) -> int:
    """Put all files that are named into one language; exit code 1 if one has errors and was left alone."""
    done: list[Done] = []
    try:
        for path in _files(options.paths):
            done.append(fix(path, options.fix_words))
            if not options.json:
                _print(done[-1], options.fix_words, words)
    except NotFound as error:
        return misuse(words("error.no_file", name=error.name)).tell(options.json)
    except OSError as error:
        return misuse(words("error.unwritable", name=error.filename, reason=reason(error, words))).tell(options.json)
    if not done:
        return misuse(words("error.no_yaml", name=words.list(options.paths))).tell(options.json)
    if options.json:
        print_json({"files": [_document(one, words.language) for one in done]})
    return 1 if any(one.what == "refused" for one in done) else 0


def fix(path: Path, language: Language) -> Done:
    """Put one file into a language, and return what was done. OSError if it cannot be read or written."""
    raw = path.read_bytes()
    try:
        fixed = _fixed(path, raw, language)
    except Unsound as unsound:
        return Done(str(path), "refused", unsound.problems)
    if fixed is None:
        return Done(str(path), "nameless")
    if fixed == raw:
        return Done(str(path), "same")
    replace(path, fixed)
    return Done(str(path), "changed")


def replace(path: Path, raw: bytes) -> None:
    """Put new bytes in the place of a file's: wholly or not at all, whatever happens on the way."""
    target = path.resolve()
    mode = stat.S_IMODE(target.stat().st_mode)
    if not os.access(target, os.W_OK):  # taking its place would not ask
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    handle, part = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(raw)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(part, mode)
        os.replace(part, target)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error
    finally:
        Path(part).unlink(missing_ok=True)


def _files(paths: list[str]) -> Iterator[Path]:
    """Yield the files that are named or lie in the folders that are: scenarios, courses, rulebooks, test plans."""
    yield from library.files(paths)
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
    told = words(f"fix.changed.{language}" if done.what == "changed" else f"fix.{done.what}", file=done.file)
    print(told, file=sys.stderr if done.what == "refused" else sys.stdout)


def _document(done: Done, language: str) -> dict[str, object]:
    problems = [as_json(problem, language) for problem in done.problems]
    return {"file": done.file, "done": done.what, "problems": problems}
