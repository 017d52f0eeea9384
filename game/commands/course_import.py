"""`course import`: attempts from other desks, as files, folders and ZIPs; each judged, told, and taken in if it may."""

import argparse
import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from game.commands import programmes
from game.commands.asked import Refused, misuse, print_json, reason
from game.commands.receipts import document, lines
from game.commands.stored import opened
from game.course.exchange.intake import Intake
from game.course.exchange.parcels import Piece, unpacked
from game.course.exchange.signing import own_public
from game.i18n import Words

OFTEN: Final = 100
"""After so many files it is told that the import is going on."""


def run(options: argparse.Namespace, words: Words) -> int:
    """Take in what is handed in, and tell what became of every file. 1 where something was refused."""
    try:
        return _run(options, words)
    except Refused as refused:
        return refused.tell(options.json)


def _run(options: argparse.Namespace, words: Words) -> int:
    paths = [_there(name, words) for name in options.files]
    programme = None if options.course is None else programmes.course(options.course, words)
    with opened(words) as (store, notices):
        if notices and not options.json:
            print("\n".join(notices), file=sys.stderr)
        intake = Intake(store, programme, _own(), datetime.now(UTC))
        receipts = intake.take(_watched(unpacked(paths), words))
        desks = intake.desks
    if options.json:
        print_json(document(receipts, desks, words))
    else:
        print("\n".join(lines(receipts, desks, words)))
    return int(any(receipt.outcome == "refused" for receipt in receipts))


def _there(name: str, words: Words) -> Path:
    """Return the path of a file or folder; nothing is taken in before all that is named has been found."""
    path = Path(name)
    try:
        path.stat()
    except (OSError, ValueError) as error:
        raise misuse(words("error.unreadable", name=name, reason=reason(error, words))) from None
    return path


def _watched(pieces: Iterable[Piece], words: Words) -> Iterator[Piece]:
    """Yield the files, and tell somebody who sits at a terminal now and then how many there have been."""
    seen = 0
    for seen, piece in enumerate(pieces, start=1):
        if seen % OFTEN == 0 and sys.stderr.isatty():
            print("\r" + words("import.busy", count=seen), end="", file=sys.stderr, flush=True)
        yield piece
    if seen >= OFTEN and sys.stderr.isatty():
        print(file=sys.stderr)


def _own() -> str:
    """Return this desk's public key; "" where it has none, or one that cannot be read: its files are as others'."""
    try:
        return own_public()
    except OSError:
        return ""
