"""`new`: a commented scenario to start from, in the author's language, or the one that a workbook holds."""

import argparse
from importlib.resources import files
from pathlib import Path

from game.commands import schemas, workbooks
from game.commands.asked import Refused, misuse, reason
from game.i18n import Words
from game.scenario import is_id
from game.scenario.names import word
from game.scenario.words import DOMAINS, RESERVED, by_either_name

EXAMPLE_ID = "my-first-customer"
ENDINGS = ("yaml", "yml", "xlsx")
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
    print(workbooks.written_down(path, words))
    return 0


def named(name: str, words: Words) -> tuple[str, str]:
    """Return the domain, which may be written in Chinese, and the id of a name. Refused if it has none."""
    written, slash, id_ = name.replace("\\", "/").replace("／", "/").partition("/")
    domain = by_either_name(DOMAINS).get(written.casefold())
    known = [word(DOMAINS, one, words.language) for one in DOMAINS]
    if not id_ and (domain or not slash):
        example = f"{written if domain else known[0]}/{EXAMPLE_ID if domain else written}"
        raise misuse(words("new.slashless", name=name, example=example, known=words.list(known)))
    if domain is None:
        raise misuse(words("new.domain", name=written, known=words.list(known)))
    stem, dot, ending = id_.rpartition(".")
    if is_id(stem) and ending.lower() in ENDINGS:
        raise misuse(words("new.ending", name=name, ending=dot + ending, example=f"{written}/{stem}"))
    if not is_id(id_):
        raise misuse(words("new.id", name=id_))
    if id_ in RESERVED:
        raise misuse(words("new.reserved", name=id_))
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
        raise Refused(1, None, [words("error.unwritable", name=path, reason=reason(error, words))]) from None
    return path
