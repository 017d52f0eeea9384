"""The sending of statements to a learning record store: who we are there, what has got through, and what has not."""

import argparse
import getpass
import os
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from game.commands.asked import misuse, print_json
from game.course.grading.results import Result
from game.course.store import Store
from game.course.xapi.delivery import Delivered, Delivery
from game.course.xapi.lrs import RecordStore, endpoint, is_open
from game.course.xapi.outbox import Outbox, Put
from game.course.xapi.statements import Statement, Telling
from game.i18n import Words

if TYPE_CHECKING:
    from game.commands.course_xapi import Told

AT_ONCE: Final = 400
"""So many statements, or a few more, are put into the outbox at a time, and sent before the next."""
SHOWN: Final = 10


def store(options: argparse.Namespace, words: Words) -> RecordStore:
    """Return the store that is named, asking for the password if need be. Refused where something is missing."""
    url = endpoint(options.send)
    if url is None:
        raise misuse(words("xapi.no_url", name=options.send))
    if is_open(url) and not options.insecure:
        raise misuse(words("xapi.open_url", name=url))
    return RecordStore(url, options.user, _password(options, words))


def _password(options: argparse.Namespace, words: Words) -> str:
    if options.password_env is not None:
        if options.user is None:
            raise misuse(words("xapi.no_user"))
        password = os.environ.get(options.password_env, "")
        if not password:
            raise misuse(words("xapi.no_variable", name=options.password_env))
        return password
    if options.user is None:
        return ""
    if sys.stdin is None or not sys.stdin.isatty():
        raise misuse(words("xapi.no_keyboard"))
    try:
        return getpass.getpass(words("xapi.password", user=options.user))
    except EOFError:
        raise misuse(words("xapi.no_keyboard")) from None


def send(
    kept: Store,
    server: RecordStore,
    telling: Telling,
    results: Iterator[Result],
    told: "Told",
    options: argparse.Namespace,
    words: Words,
) -> int:
    """Send what the server does not have yet, and say what came of it; 1 where something did not get through."""
    outbox = Outbox(kept, server.url)
    if options.again:
        outbox.again()
    delivery = Delivery(outbox, server, _teller(words))
    put, delivered = _sent(outbox, delivery, telling, results)
    if options.json:
        print_json(_document(outbox, put, delivered, told))
    else:
        print("\n".join([*told.lines(words), *_lines(outbox, put, delivered, words)]))
    return int(bool(outbox.asides()) or delivered.stopped is not None)


def _sent(outbox: Outbox, delivery: Delivery, telling: Telling, results: Iterator[Result]) -> tuple[Put, Delivered]:
    """Put in and send the statements a few at a time, so that the outbox stays small, as long as it is of use."""
    put, delivered = Put(), delivery.run()
    for statements in _together(telling, results):
        if delivered.stopped is None:  # else they are only counted
            more = outbox.put(statements)
            put = Put(put.new + more.new, put.known + more.known, put.changed + more.changed)
            delivered = delivery.run()
    return put, delivered


def _together(telling: Telling, results: Iterator[Result]) -> Iterator[list[Statement]]:
    """Yield the statements of whole attempts, some at a time."""
    gathered: list[Statement] = []
    for result in results:
        gathered += telling.statements(result)
        if len(gathered) >= AT_ONCE:
            yield gathered
            gathered = []
    if gathered:
        yield gathered


def _teller(words: Words) -> Any:
    """Return what tells how many have got through, where somebody is watching."""
    if not sys.stderr.isatty():
        return lambda taken: None
    return lambda taken: print(words("xapi.so_far", count=taken), end="\r", file=sys.stderr, flush=True)


def _document(outbox: Outbox, put: Put, delivered: Delivered, told: "Told") -> dict[str, Any]:
    """Return what came of a delivery, for --json."""
    stopped, counted = delivered.stopped, outbox.count()
    return {
        "server": outbox.server,
        "delivered": delivered.taken,
        "before": counted["delivered"] - delivered.taken,
        "changed": put.changed,
        "waiting": counted["waiting"],
        "aside": [{"statement": one.statement, "attempt": one.attempt, "fault": one.fault} for one in outbox.asides()],
        "stopped": None if stopped is None else {"kind": stopped.kind, "detail": stopped.detail},
        "attempts": told.attempts,
        "unfinished": told.unfinished,
        "misfits": told.misfits,
    }


def _lines(outbox: Outbox, put: Put, delivered: Delivered, words: Words) -> list[str]:
    """Return what came of a delivery, for people to read."""
    lines, stopped, before = [], delivered.stopped, outbox.count()["delivered"]
    if delivered.taken:
        lines.append(words("xapi.delivered", count=delivered.taken, server=outbox.server))
    elif before and stopped is None:
        lines.append(words("xapi.nothing_new", count=before, server=outbox.server))
    if put.changed:
        lines.append(words("xapi.changed", count=put.changed))
    lines += _aside(outbox, words)
    if stopped is not None:
        lines.append(words(f"xapi.stopped.{stopped.kind}", detail=stopped.detail))
        lines.append(words("xapi.kept"))
    return lines


def _aside(outbox: Outbox, words: Words) -> list[str]:
    """Return what the server would not take, the first ones by name."""
    aside = outbox.asides()
    if not aside:
        return []
    named = [
        words("xapi.aside_one", statement=one.statement, attempt=one.attempt, fault=one.fault) for one in aside[:SHOWN]
    ]
    more = [words("xapi.aside_more", count=len(aside) - SHOWN)] if len(aside) > SHOWN else []
    return [words("xapi.aside", count=len(aside)), *named, *more, words("xapi.aside_hint")]
