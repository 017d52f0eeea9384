"""`new --from` and `new --template`: a scenario from a workbook, and a workbook to start from."""

import argparse
import sys
from importlib.resources import files
from pathlib import Path

from game.commands import schemas
from game.commands.asked import Refused, misuse, reason
from game.commands.typed import command
from game.i18n import LANGUAGES, Words
from game.i18n import words as words_of
from game.scenario.problem import shown

ENDING = ".xlsx"
LONGEST_ID = 64


def take_in(options: argparse.Namespace, named: tuple[str, str] | None, words: Words) -> int:
    """Write the scenario that a workbook holds; exit code 1, and nothing written, where it has errors."""
    from game.workbook import taken_in

    path = Path(options.workbook)
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise misuse(words("error.unreadable", name=path, reason=reason(error, words))) from None
    taken = taken_in(raw, str(path), words.language, named, {one: _opening(path, one) for one in LANGUAGES})
    for finding in taken.findings:
        print(finding.told(words.language), file=sys.stderr)
    if taken.text is None:
        errors = sum(finding.problem.level == "error" for finding in taken.findings)
        raise Refused(1, None, [words("new.unwritten", count=errors)])
    written = Path(taken.domain) / f"{taken.id}.yaml"
    other = command("new", second(taken.domain, taken.id), "--from", path)
    there = words("new.exists_from", path=written, other=other)
    create(written, taken.text.encode(errors="surrogatepass"), words, there)
    schemas.lay(written.parent.parent)
    print(written_down(written, words))
    return 0


def written_down(path: Path, words: Words) -> str:
    """Return what is said of a scenario that has been written: where it is, and what to run next."""
    next_ = {name: command(name, path) for name in ("preview", "check", "play")}
    return words("new.done", path=path, **next_)


def second(domain: str, id_: str) -> str:
    """Return the name for a scenario beside one that has this domain and id."""
    return f"{domain}/{id_[: LONGEST_ID - 2]}-2"


def _opening(path: Path, language: str) -> tuple[str, ...]:
    """Return the comments with which the scenario begins."""
    told = words_of(language)("new.from", file=shown(path.name, 60))
    return (schemas.FIRST_LINE.removeprefix("# ").rstrip("\n"), *told.split("\n"))


def template(options: argparse.Namespace, words: Words) -> int:
    """Write the workbook to start from, with a small talk as the example."""
    from game.workbook import handed_out

    path = asked_for(options.output or words("new.template_file"), words)
    starter = files("game.commands").joinpath(f"starter.{words.language}.yaml").read_bytes()
    other = command("new", "--template", "-o", path.with_stem(f"{path.stem}-2"))
    there = words("new.exists_so", path=path, other=other)
    create(path, handed_out(starter, words, opens_with=""), words, there)
    print(words("new.template_done", path=path, back=command("new", "--from", path)))
    return 0


def asked_for(name: str, words: Words) -> Path:
    """Return the path of a workbook that shall be written. Refused if it is not named like one."""
    if not name.lower().endswith(ENDING):
        raise misuse(words("export.ending", name=name))
    return Path(name)


def create(path: Path, raw: bytes, words: Words, there: str) -> None:
    """Write a file that is not there yet, whole or not at all. Refused if it cannot be, with `there` if it is there."""
    made = False
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:
            made = True
            file.write(raw)
    except FileExistsError:
        raise Refused(1, None, [there]) from None
    except (OSError, ValueError) as error:
        if made:
            path.unlink(missing_ok=True)
        raise Refused(1, None, [words("error.unwritable", name=path, reason=reason(error, words))]) from None
