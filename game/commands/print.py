"""`print`: the cards for playing a scenario in the room, and the sheet for those who watch, as a PDF."""

import argparse
from pathlib import Path

from game.commands.asked import Refused, entry, misuse, persona, reason, rulebook
from game.i18n import LANGUAGES, Words
from game.writing import write

ENDING = ".pdf"


def run(options: argparse.Namespace, words: Words) -> int:
    """Print the scenario into the file that `-o` names; a file that is there is replaced whole or not at all."""
    # What draws pages is slow to import: only now.
    from game.report.pdf.role_play import role_play

    path = Path(options.output)
    try:
        if path.suffix.lower() != ENDING:
            raise misuse(words("print.ending", name=options.output))
        found = entry(options.scenario, words)
        who = persona(found, options.persona, words)
        book, _ = rulebook(options.rulebook, words)
        languages = LANGUAGES if options.both else (words.language,)
        put(path, role_play(found.scenario, who, languages, book), words)
    except Refused as refused:
        return refused.tell(False)
    print(words("print.done", path=path))
    return 0


def put(path: Path, raw: bytes, words: Words) -> None:
    """Write a file whole or not at all. Refused if it cannot be written."""
    try:
        write(path, raw)
    except (OSError, ValueError) as error:
        raise Refused(1, None, [words("error.unwritable", name=path, reason=reason(error, words))]) from None
