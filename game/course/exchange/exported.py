"""The signed files that lie in this desk's own folders: which of them name a person."""

import json
from collections.abc import Iterator
from pathlib import Path

from game.course.exchange.slip import ENDING, LARGEST, read_slip

_BEGUN = ".part"


def naming(folder: Path, name: str) -> tuple[list[Path], list[Path]]:
    """Return the files at or below a folder that a person has made alone, and those of groups that they were in.

    Who has made a file alone goes by the id, or by the name where there is no roster: two may have the same name. A
    file that cannot be read as an attempt belongs to the person where it names them before its texts begin. OSError
    where a file or the folder cannot be looked into; a folder that is not there has no files.
    """
    alone: list[Path] = []
    groups: list[Path] = []
    for path in _files(folder):
        raw = path.read_bytes()
        slip, _ = read_slip(raw)
        if slip is None:
            named, grouped = _spelt(raw, name), False
        else:
            grouped = name in slip.attempt.members
            named = grouped or name == slip.attempt.trainee
        if named:
            (groups if grouped else alone).append(path)
    return alone, groups


def ids(folder: Path, name: str) -> set[str]:
    """Return under which other ids somebody of this name has made files at or below a folder. OSError as `naming`."""
    slips = (read_slip(path.read_bytes())[0] for path in _files(folder))
    return {slip.attempt.trainee for slip in slips if slip is not None and slip.name == name} - {name}


def _files(folder: Path) -> Iterator[Path]:
    if folder.is_dir():
        found = (path for path in sorted(folder.rglob("*")) if path.suffix in (ENDING, _BEGUN) and path.is_file())
        yield from (path for path in found if path.stat().st_size <= LARGEST)


def _spelt(raw: bytes, name: str) -> bool:
    """Return whether bytes that are no good file, such as one that was never finished, name a person all the same."""
    before, _, _ = raw.partition(b'"files":')
    return b'"yuqi"' in before and json.dumps(name, ensure_ascii=False).encode(errors="replace") in before
