"""What a command was asked about: the scenario, the persona and the rulebook that its options name, or why not."""

import errno
import json
import sys
from pathlib import Path
from typing import Any, Final

from game import library
from game.commands import mistaken
from game.engine import Rulebook, read_rulebook, standard
from game.i18n import Words
from game.library import Entry, NotFound
from game.scenario import Problem

REASONS: Final = {
    errno.ENOENT: "gone",
    errno.EACCES: "closed",
    errno.EPERM: "closed",
    errno.EISDIR: "folder",
    errno.ENOTDIR: "no-folder",
    errno.ENOSPC: "full",
    errno.EDQUOT: "full",
    errno.EROFS: "read-only",
    errno.ENAMETOOLONG: "long-name",
    errno.ELOOP: "circle",
    errno.EBUSY: "busy",
    errno.EMFILE: "too-many",
    errno.ENFILE: "too-many",
    errno.EIO: "broken",
}
"""Why a file cannot be read or written, by what the system calls it."""


class Refused(Exception):
    """The command cannot go on: `code` is its exit code, `document` what --json prints, `lines` what people read."""

    def __init__(self, code: int, document: Any, lines: list[str]) -> None:
        super().__init__("\n".join(lines))
        self.code = code
        self.document = document
        self.lines = lines

    def tell(self, as_json: bool) -> int:
        """Print why, and return the exit code."""
        if as_json:
            print_json(self.document)
        else:
            print("\n".join(self.lines), file=sys.stderr)
        return self.code


def print_json(document: Any) -> None:
    """Print one JSON document in UTF-8, whatever the terminal speaks."""
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8")
    print(json.dumps(document, ensure_ascii=False, indent=1))


def misuse(message: str) -> Refused:
    """Return the refusal of a command that was used wrongly."""
    return Refused(2, {"error": {"message": message}}, [message])


def reason(error: OSError | ValueError, words: Words) -> str:
    """Return why a file cannot be read or written, in the reader's words. A ValueError is about its name."""
    if not isinstance(error, OSError):
        return words("reason.name")
    number = error.errno or 0
    if number in REASONS:
        return words(f"reason.{REASONS[number]}")
    return words("reason.other", name=errno.errorcode.get(number, number))


def wrong(problems: tuple[Problem, ...], language: str) -> Refused:
    """Return the refusal of a file with errors."""
    return Refused(1, {"problems": [as_json(one, language) for one in problems]}, [p.told(language) for p in problems])


def as_json(problem: Problem, language: str) -> dict[str, Any]:
    """Return a problem as `check --json` gives it."""
    return {
        "file": problem.file,
        "line": problem.line,
        "column": problem.column,
        "level": problem.level,
        "code": problem.code,
        "message": problem.message(language),
        "hint": problem.hint(language).strip(),
    }


def entry(name: str, words: Words) -> Entry:
    """Return the scenario that a path or an id names. Refused if there is none or it has errors."""
    try:
        path = library.find(name)
        found, problems = library.load(path)
    except NotFound as error:
        near = words("error.near", name=error.near) if error.near else ""
        raise misuse(words("error.no_scenario", name=error.name) + near) from None
    except OSError as error:
        raise misuse(words("error.unreadable", name=name, reason=reason(error, words))) from None
    if found is None:
        if (told := mistaken.other(path, words)) is not None:
            raise misuse(told)
        raise wrong(problems, words.language)
    return found


def persona(found: Entry, id_: str | None, words: Words) -> str | None:
    """Return the persona's id, None for the customer as written. Refused if the scenario has none of that name."""
    try:
        return found.scenario.persona(id_).id
    except KeyError:
        known = [one.id or "base" for one in found.scenario.personas]
        message = words("error.no_persona", name=id_, known=words.list(words.id(one) for one in known))
        raise Refused(2, {"error": {"message": message, "personas": known}}, [message]) from None


def rulebook(path: str | None, words: Words) -> tuple[Rulebook, bytes | None]:
    """Return the rulebook of an overlay file and the file's bytes; without one the standard rulebook and None."""
    if path is None:
        return standard(), None
    try:
        source = Path(path).read_bytes()
    except OSError as error:
        raise misuse(words("error.unreadable", name=path, reason=reason(error, words))) from None
    found, problems = read_rulebook(source, path, standard())
    if found is None:
        raise wrong(problems, words.language)
    return found, source
