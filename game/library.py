"""Scenario files on the disk: found, read, and told about when they are wrong."""

import os
from collections.abc import Callable, Iterable, Iterator
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


Unread = Callable[[OSError], None]
"""Is told of a folder that cannot be looked into; it may raise the error, or let the others be looked at."""


def files(paths: Iterable[str], unread: Unread | None = None) -> Iterator[Path]:
    """Yield the YAML files that `paths` name, those of folders with all that lies below them, but no test plans.

    NotFound for a path at which there is nothing.
    """
    for name in paths:
        path = Path(name)
        if _is(path, Path.is_dir):
            yield from (one for one in _below(path, unread) if not is_plan(one))
        elif not is_there(path):
            raise NotFound(name)
        elif not is_plan(path):
            yield path


def _below(folder: Path, unread: Unread | None = None) -> list[Path]:
    found = [Path(inside, name) for inside, _, names in os.walk(folder, onerror=unread) for name in names]
    return sorted(one for one in found if one.suffix.lower() in ENDINGS and is_there(one))


def _is(path: Path, kind: Callable[[Path], bool], hidden: bool = False) -> bool:
    """Return whether a path is of a kind: `hidden` where that cannot be found out for want of a permission."""
    try:
        return kind(path)
    except PermissionError:
        return hidden
    except (OSError, ValueError):  # a name that no disk takes
        return False


def is_there(path: Path) -> bool:
    """Return whether a file is there, or may be there where one may not look."""
    return _is(path, Path.is_file, hidden=True)


def is_anything(path: Path) -> bool:
    """Return whether a file or a folder is there, or may be there where one may not look."""
    return _is(path, Path.exists, hidden=True)


def is_plan(path: Path) -> bool:
    """Return whether a file is a test plan, by its name."""
    return path.suffix.lower() in ENDINGS and path.stem.lower().endswith(PLAN)


def plans(paths: Iterable[str], unread: Unread | None = None) -> Iterator[Path]:
    """Yield the test plans that `paths` name, those of folders, and those beside the scenarios, each once.

    NotFound for a path at which there is nothing.
    """
    met: set[Path] = set()
    for name in paths:
        path = Path(name)
        if not is_anything(path):
            raise NotFound(name)
        folder = _is(path, Path.is_dir)
        beside = [] if folder else [path.with_name(f"{path.stem}{PLAN}{ending}") for ending in ENDINGS]
        found = _below(path, unread) if folder else [path, *(one for one in beside if _is(one, Path.is_file))]
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
        if _is(file, Path.is_file):
            return file
    if name is not None and name in (shipped := _ids()):
        return shipped[name]
    from game.scenario import nearest

    raise NotFound(wanted, nearest(wanted, [one.stem for one in _below(plan.parent) if not is_plan(one)]))


def assigned(folder: Path, name: str) -> Path:
    """Return the file of a scenario that a course in `folder` assigns: its path from there or, where no file lies
    there, the one that comes with the game under that id. It may not be there."""
    path = folder / name
    return path if is_there(path) else _ids().get(name, path)


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


def named(names: Iterable[str]) -> list[str]:
    """Return the paths that `names` mean: files and folders as they are, ids as the files of the shipped scenarios and
    courses.

    NotFound for a name that means nothing.
    """
    ids = _courses() | _ids()
    return [name if is_anything(Path(name)) else str(_found(name, ids)) for name in names]


def find(name: str) -> Path:
    """Return the file that `name` means: a path, or the id of a scenario that comes with the game. NotFound else."""
    return _found(name, _ids())


def find_course(name: str) -> Path:
    """Return the file that `name` means: a path, or the id of a course that comes with the game. NotFound else."""
    return _found(name, _courses())


def _found(name: str, ids: dict[str, Path]) -> Path:
    if Path(name).is_file():
        return Path(name)
    if name in ids:
        return ids[name]
    from game.scenario import nearest

    raise NotFound(name, nearest(name, ids))


def _courses() -> dict[str, Path]:
    """Return the courses that come with the game by their ids."""
    return {path.stem: path for path in files([str(places.courses())])}


def _ids() -> dict[str, Path]:
    """Return the files that come with the game by what they may be called: their ids, alone or after the domain."""
    ids: dict[str, Path] = {}
    for path in files([str(places.scenarios())]):
        ids[path.stem] = path
        ids[f"{path.parent.name}/{path.stem}"] = path
    return ids
