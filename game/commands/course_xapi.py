"""`course xapi`: the attempts of a course as xAPI statements, into a file or to a learning record store."""

import argparse
import functools
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from msgspec import Struct

from game.commands import code_list, programmes, sending
from game.commands.asked import Refused, misuse, print_json, reason
from game.commands.stored import opened
from game.course.assignments import in_order
from game.course.exchange.codes import codes_of
from game.course.grading.rescoring import rescore
from game.course.grading.results import Result
from game.course.store import Store
from game.course.tasks import Programme
from game.course.xapi.statements import Telling
from game.course.xapi.terms import OURS, Naming, is_address, is_place
from game.i18n import Words
from game.writing import write

ENDINGS: Final = (".json", ".jsonl")
AT_ONCE: Final = 1000
"""So many attempts are scored and told at a time."""
_ONLY_SEND: Final = ("user", "password_env", "insecure", "again")


class Told(Struct):
    """What there was to tell: attempts, those of them that are not over yet, and those whose picks no longer fit."""

    attempts: int = 0
    unfinished: int = 0
    misfits: int = 0

    def count(self, result: Result) -> None:
        """Count one attempt."""
        self.attempts += result.play is not None
        self.unfinished += result.play is not None and result.state not in ("ended", "expired")
        self.misfits += result.play is None

    def lines(self, words: Words) -> list[str]:
        """Return what has to be said of it."""
        none = [] if self.attempts or self.misfits else [words("xapi.none")]
        unfinished = [words("xapi.unfinished", count=self.unfinished)] if self.unfinished else []
        return [*none, *unfinished, *([words("xapi.misfits", count=self.misfits)] if self.misfits else [])]


def run(options: argparse.Namespace, words: Words) -> int:
    """Write the file, or send what the store does not have yet: 0 where all of it is there, else 1."""
    try:
        return _run(options, words)
    except Refused as refused:
        return refused.tell(options.json)


def _run(options: argparse.Namespace, words: Words) -> int:
    naming = _naming(options, words)
    if options.send is None:
        _only_a_file(options, words)
    programme = programmes.course(options.course, words)
    lrs = None if options.send is None else sending.store(options, words)
    with opened(words) as (store, notices):
        for notice in notices:
            print(notice, file=sys.stderr)
        if options.codes:
            codes = codes_of(store)
            naming = Naming(naming.base, naming.home_page, codes)
            print(code_list.kept(store, codes, programme, words), file=sys.stderr)
        telling, told = Telling(programme, naming), Told()
        if lrs is None:
            return _write(Path(options.output), telling, _results(programme, store, told), told, options, words)
        return sending.send(store, lrs, telling, _results(programme, store, told), told, options, words)


def _naming(options: argparse.Namespace, words: Words) -> Naming:
    """Return how things are addressed. Refused where that cannot be."""
    base = options.base or OURS
    if not is_address(base):
        raise misuse(words("xapi.no_base", name=base))
    home_page = options.home_page or (base if is_place(base) else OURS)
    if not is_place(home_page):
        raise misuse(words("xapi.no_home_page", name=home_page))
    return Naming(base, home_page)


def _only_a_file(options: argparse.Namespace, words: Words) -> None:
    """Refuse what makes no sense with a file, or where there is none either."""
    if options.output is None:
        raise misuse(words("xapi.where"))
    if Path(options.output).suffix.lower() not in ENDINGS:
        raise misuse(words("xapi.ending", name=options.output, known=words.list(ENDINGS)))
    for name in _ONLY_SEND:
        if getattr(options, name):
            raise misuse(words("xapi.only_send", option="--" + name.replace("_", "-")))


def _results(programme: Programme, store: Store, told: Told) -> Iterator[Result]:
    """Yield the attempts of a course, scored again, the oldest first; each is counted as it goes by."""
    now, source = datetime.now(UTC), functools.cache(store.source)
    attempts = in_order(store.attempts(course=programme.course.id))
    for place in range(0, len(attempts), AT_ONCE):
        for result in rescore(programme, attempts[place : place + AT_ONCE], source, now):
            told.count(result)
            yield result


def _write(
    path: Path, telling: Telling, results: Iterator[Result], told: Told, options: argparse.Namespace, words: Words
) -> int:
    """Write all statements into a file; one that is there is replaced whole or not at all."""
    lines = [statement.raw for result in results for statement in telling.statements(result)]
    whole = b"".join(line + b"\n" for line in lines)
    if path.suffix.lower() == ".json":
        whole = b"[\n" + b",\n".join(lines) + b"\n]\n"
    try:
        write(path, whole)
    except (OSError, ValueError) as error:
        message = words("error.unwritable", name=path, reason=reason(error, words))
        raise Refused(1, {"error": {"message": message}}, [message]) from None
    if options.json:
        found = {"attempts": told.attempts, "unfinished": told.unfinished, "misfits": told.misfits}
        print_json({"file": str(path), "statements": len(lines), **found})
    else:
        print(
            "\n".join([*told.lines(words), words("xapi.written", path=path, attempts=told.attempts, count=len(lines))])
        )
    return 0
