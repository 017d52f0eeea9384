"""`graph`: a scenario drawn, as a picture, as a page or as Mermaid."""

import argparse
import os
from pathlib import Path

from game.commands.asked import Refused, entry, misuse, persona, reason
from game.i18n import Words


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
        replace(path, told, words)
    except Refused as refused:
        return refused.tell(False)
    print(words("graph.done", path=path))
    return 0


def replace(path: Path, text: str, words: Words) -> None:
    """Write a file beside the one that is meant, then put it in its place in one step. Refused if that cannot be."""
    part: Path | None = None
    try:
        whole = path.resolve()
        beside = whole.with_name(f".{whole.name[:80]}.{os.getpid()}.part")
        with beside.open("x", encoding="utf-8", newline="\n") as file:
            part = beside
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(whole)
    except (OSError, ValueError) as error:
        if part is not None:
            part.unlink(missing_ok=True)
        raise Refused(1, None, [words("error.unwritable", name=path, reason=reason(error, words))]) from None
