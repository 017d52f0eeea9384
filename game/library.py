"""Scenario files on the disk: found, read, and told about when they are wrong."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from game import places
from game.scenario import Problem, Scenario, read

ENDINGS = (".yaml", ".yml")
PLAN = ".plays"
"""How the name of a test plan ends before its ending: `heating-cold-flat.plays.yaml`."""


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
    """Yield the YAML files that `paths` name, those of folders with all that lies below them, but no test plans.

    NotFound for a path at which there is nothing.
    """
    for name in paths:
        path = Path(name)
        if path.is_dir():
            yield from (one for one in _below(path) if not is_plan(one))
        elif not path.is_file():
            raise NotFound(name)
        elif not is_plan(path):
            yield path


def _below(folder: Path) -> list[Path]:
    return sorted(one for one in folder.rglob("*") if one.suffix.lower() in ENDINGS and one.is_file())


def _is_there(path: Path) -> bool:
    """Return whether a file is there; not even asked for is one whose name no disk would take."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def is_plan(path: Path) -> bool:
    """Return whether a file is a test plan, by its name."""
    return path.suffix.lower() in ENDINGS and path.stem.lower().endswith(PLAN)


def plans(paths: Iterable[str]) -> Iterator[Path]:
    """Yield the test plans that `paths` name, those of folders, and those beside the scenarios, each once.

    NotFound for a path at which there is nothing.
    """
    met: set[Path] = set()
    for name in paths:
        path = Path(name)
        if not path.exists():
            raise NotFound(name)
        beside = [] if path.is_dir() else [path.with_name(f"{path.stem}{PLAN}{ending}") for ending in ENDINGS]
        found = _below(path) if path.is_dir() else [path, *(one for one in beside if one.is_file())]
        for one in found:
            if is_plan(one) and one.resolve() not in met:
                met.add(one.resolve())
                yield one


def planned(plan: Path, name: str | None) -> Path:
    """Return the file of a plan's scenario: `name` is an id or a path from the plan's folder, None the plan's own name.

    An id is looked for beside the plan, then among the scenarios that come with the game. NotFound if it is in neither.
    """
    wanted = name if name is not None else plan.stem[: -len(PLAN)]
    for file in (plan.parent / f"{wanted}{ending}" for ending in ("" if name is not None else ENDINGS[0], *ENDINGS)):
        if _is_there(file):
            return file
    if name is not None and name in (shipped := _ids()):
        return shipped[name]
    from game.scenario import nearest

    raise NotFound(wanted, nearest(wanted, [one.stem for one in _below(plan.parent) if not is_plan(one)]))


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
    if name in (ids := _ids()):
        return ids[name]
    from game.scenario import nearest

    raise NotFound(name, nearest(name, ids))


def _ids() -> dict[str, Path]:
    """Return the files that come with the game by what they may be called: their ids, alone or after the domain."""
    ids: dict[str, Path] = {}
    for path in files([str(places.scenarios())]):
        ids[path.stem] = path
        ids[f"{path.parent.name}/{path.stem}"] = path
    return ids
