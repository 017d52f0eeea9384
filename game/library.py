"""Scenario files on the disk: found, read, and told about when they are wrong."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from game import places
from game.scenario import Problem, Scenario, read

ENDINGS = (".yaml", ".yml")


class Entry(Struct, frozen=True):
    """A scenario that can be played, with the bytes that it was read from and where they lie."""

    scenario: Scenario
    source: bytes
    path: str


class NotFound(Exception):
    """There is no such file or folder, or no scenario of that id. `near` is the nearest id that there is."""

    def __init__(self, name: str, near: str = "") -> None:
        super().__init__(name)
        self.name = name
        self.near = near


def files(paths: Iterable[str]) -> Iterator[Path]:
    """Yield the YAML files that `paths` name, those of folders with all that lies below them. NotFound for none."""
    for name in paths:
        path = Path(name)
        if path.is_dir():
            yield from sorted(one for one in path.rglob("*") if one.suffix.lower() in ENDINGS and one.is_file())
        elif path.is_file():
            yield path
        else:
            raise NotFound(name)


def load(path: Path) -> tuple[Entry | None, tuple[Problem, ...]]:
    """Return the entry of one file, None if it has errors, and its problems. OSError if it cannot be read."""
    source = path.read_bytes()
    scenario, problems = read(source, str(path))
    return (None if scenario is None else Entry(scenario, source, str(path))), problems


def shelf() -> tuple[tuple[Entry, ...], tuple[Problem, ...]]:
    """Return the scenarios that come with the game, by domain and level, and the problems of those that have any."""
    entries: list[Entry] = []
    problems: list[Problem] = []
    for path in files([str(places.scenarios())]):
        entry, found = load(path)
        problems += found
        if entry is not None:
            entries.append(entry)
    entries.sort(key=lambda entry: (entry.scenario.domain, entry.scenario.level or 0, entry.scenario.id))
    return tuple(entries), tuple(problems)


def find(name: str) -> Path:
    """Return the file that `name` means: a path, or the id of a scenario that comes with the game. NotFound else."""
    if Path(name).is_file():
        return Path(name)
    ids: dict[str, Path] = {}
    for path in files([str(places.scenarios())]):
        ids[path.stem] = path
        ids[f"{path.parent.name}/{path.stem}"] = path
    if name in ids:
        return ids[name]
    from game.scenario import nearest

    raise NotFound(name, nearest(name, ids))
