"""What a file is that was named where a scenario belongs, and what to run instead."""

from pathlib import Path
from typing import Final

from game import library
from game.commands.typed import command
from game.i18n import Words

WORKBOOKS: Final = (".xlsx", ".xls", ".xlsm", ".ods", ".et")
PACKED: Final = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How a workbook begins, whatever it is called: as a package, or as one of old."""
LOOKED_AT: Final = 4 * 1024 * 1024


def table(path: Path, words: Words) -> str | None:
    """Return what to do with a workbook or a list, None where the file is neither or cannot be read."""
    if path.suffix.lower() == ".csv" and path.is_file():
        return words("error.is_csv", name=path)
    if _start(path, 4) in PACKED or (path.suffix.lower() in WORKBOOKS and path.is_file()):
        return words("error.is_workbook", name=path, back=command("new", "--from", path))
    return None


def other(path: Path, words: Words) -> str | None:
    """Return what to do with a file that is no scenario but a table, a test plan, a course or a rulebook."""
    from game.course.file import is_course
    from game.engine import is_rulebook

    if (told := table(path, words)) is not None:
        return told
    source = _start(path, LOOKED_AT)
    kinds = {"plan": library.is_plan(path), "course": is_course(source), "rulebook": is_rulebook(source)}
    kind = next((name for name, is_one in kinds.items() if is_one), None)
    typed = {"check": command("check", path), "run": command("course", "run", path)}
    return None if kind is None else words(f"error.is_{kind}", name=path, **typed)


def _start(path: Path, most: int) -> bytes:
    """Return what a file begins with, nothing where it cannot be read: whoever reads it whole will say why."""
    try:
        if not path.is_file():
            return b""
        with path.open("rb") as file:
            return file.read(most)
    except (OSError, ValueError):
        return b""
