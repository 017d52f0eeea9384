"""`new`: a commented scenario to start from, in the author's language, or the one that a workbook holds."""

import argparse
from importlib.resources import files
from pathlib import Path

from game.commands import schemas, workbooks
from game.commands.asked import Refused, misuse
from game.i18n import Words
from game.scenario import is_id
from game.scenario.names import word
from game.scenario.words import DOMAINS, RESERVED

EXAMPLE_ID = "my-first-customer"
EXAMPLE_DOMAIN = {"zh": "行业: 其他", "en": "domain: other"}


def run(options: argparse.Namespace, words: Words) -> int:
    """Write DOMAIN/ID.yaml below the current folder; what is there already is never overwritten."""
    try:
        if options.template:
            return workbooks.template(options, words)
        if options.workbook:
            return workbooks.take_in(options, named(options.name, words) if options.name else None, words)
        if not options.name:
            raise misuse(words("new.nameless"))
        path = write(options.name, words)
    except Refused as refused:
        return refused.tell(False)
    print(words("new.done", path=path))
    return 0


def named(name: str, words: Words) -> tuple[str, str]:
    """Return the domain and the id of a name. Refused if it has none."""
    domain, _, id_ = name.partition("/")
    if domain not in DOMAINS:
        raise misuse(words("new.domain", name=domain, known=words.list(DOMAINS)))
    if not is_id(id_) or id_ in RESERVED:
        raise misuse(words("new.id", name=id_))
    return domain, id_


def write(name: str, words: Words) -> Path:
    """Write the scenario and return its path. Refused for a wrong name or a file that is there."""
    domain, id_ = named(name, words)
    path = Path(domain) / f"{id_}.yaml"
    starter = files("game.commands").joinpath(f"starter.{words.language}.yaml").read_text(encoding="utf-8")
    example = EXAMPLE_DOMAIN[words.language]
    own = f"{example.partition(':')[0]}: {word(DOMAINS, domain, words.language)}"
    text = schemas.FIRST_LINE + starter.replace(EXAMPLE_ID, id_).replace(example, own)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
        schemas.lay(path.parent.parent)
    except FileExistsError:
        raise Refused(1, None, [words("new.exists", path=path)]) from None
    except OSError as error:
        raise Refused(1, None, [words("error.unwritable", name=path, reason=error.strerror or error)]) from None
    return path
