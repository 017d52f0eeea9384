"""`graph`: a scenario drawn, as a picture, as a page or as Mermaid."""

import argparse
from pathlib import Path

from game.commands.asked import Refused, entry, misuse, persona, reason
from game.i18n import Words
from game.writing import write


def run(options: argparse.Namespace, words: Words) -> int:
    """Draw the scenario into the file that `-o` names; a file that is there is replaced whole or not at all."""
    # The drawing stands on the proof, which is slow to import: only now.
    from game.report import FORMS, drawn

    path = Path(options.output)
    form = path.suffix.lower()
    try:
        if form not in FORMS:
            raise misuse(words("graph.ending", name=options.output, known=words.list(FORMS)))
        found = entry(options.scenario, words)
        told = drawn(found.scenario, form, words.language, persona(found, options.persona, words))
        put(path, told, words)
    except Refused as refused:
        return refused.tell(False)
    print(words("graph.done", path=path))
    return 0


def put(path: Path, text: str, words: Words) -> None:
    """Write a file whole or not at all. Refused if it cannot be written."""
    try:
        write(path, text.encode("utf-8"))
    except (OSError, ValueError) as error:
        raise Refused(1, None, [words("error.unwritable", name=path, reason=reason(error, words))]) from None
