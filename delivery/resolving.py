"""Which wheels a machine would need, asked of the index that pip is set up with."""

import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from delivery.targets import Target
from delivery.words import Unpackable

NOT_FOUND: Final = re.compile(r"No matching distribution found for (.+)")
UNREACHED: Final = re.compile(r"connection broken by|Could not fetch URL|no-index=.?(?:1|true)", re.IGNORECASE)
TAIL: Final = 8
"""So many last lines of what pip said are passed on."""


class Lacking(Exception):
    """There is no wheel for a requirement; `asked` is it, as pip names it."""

    def __init__(self, asked: str) -> None:
        super().__init__(asked)
        self.asked = asked


class NoIndex(Exception):
    """The index cannot be reached."""


@dataclass(frozen=True, slots=True)
class Wheel:
    """A wheel that a machine needs, and what it asks for itself."""

    name: str
    version: str
    requires: tuple[str, ...]

    @property
    def pin(self) -> str:
        """The requirement that nothing but this fulfils."""
        return f"{self.name}=={self.version}"


def resolve(requirements: Sequence[str], target: Target, wheels: Path | None = None) -> tuple[Wheel, ...]:
    """Return all that a machine needs, sorted by name, from the index or from a folder of wheels.

    pip answers conditions such as `sys_platform == "win32"` for the machine it runs on, not for the target; so what it
    found is gone through again, and what is missing is asked for by name. Raises `Lacking` and `NoIndex`.
    """
    asked = list(requirements)
    while True:
        found = {wheel.name: wheel for wheel in _found(asked, target, wheels)}
        needed, missing = _needed(requirements, found, target)
        if not missing:
            return tuple(found[name] for name in sorted(needed))
        asked += missing


def lacking(
    requirements: Sequence[str], target: Target, wheels: Path | None = None
) -> tuple[int, tuple[str, ...]]:  # fmt: skip
    """Return how many wheels a machine needs, and what there is none for. Raises `NoIndex`."""
    asked = list(requirements)
    lacks: list[str] = []
    while asked:
        try:
            return len(resolve(asked, target, wheels)), tuple(lacks)
        except Lacking as lack:
            lacks.append(lack.asked)
            rest = [one for one in asked if _name(one) != _name(lack.asked)]
            if len(rest) == len(asked):  # not ours, but what one of ours asks for
                break
            asked = rest
    return 0, tuple(lacks)


def download(wheels: Iterable[Wheel], target: Target, folder: Path, source: Path | None = None) -> tuple[Path, ...]:
    """Return the files of these wheels, sorted by name, once they lie in a folder."""
    pins = [wheel.pin for wheel in wheels]
    pip("download", "--quiet", "--no-deps", "--dest", str(folder), *target.options, *_from(source), *pins)
    return tuple(sorted(folder.glob("*.whl")))


def pip(*arguments: str) -> str:
    """Return what pip printed. Raises `Lacking`, `NoIndex`, or `Unpackable` with pip's own words."""
    done = _run(*arguments)
    if done.returncode == 0:
        return done.stdout
    if "No module named pip" in done.stderr:
        raise Unpackable("no-builder")
    if found := NOT_FOUND.search(done.stderr):
        if "--no-index" not in arguments and _is_alone(arguments):
            raise NoIndex
        raise Lacking(found[1].strip())
    raise Unpackable("pip", "\n".join(done.stderr.strip().splitlines()[-TAIL:]))


def _run(*arguments: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "pip", "--no-input", "--disable-pip-version-check", *arguments]
    return subprocess.run(command, check=False, capture_output=True, encoding="utf-8", errors="replace")


def _is_alone(arguments: Sequence[str]) -> bool:
    """Return whether nothing was found for want of an index: pip says so only when it is asked to say more."""
    more = _run(*arguments, "--retries", "0", "-vvv")
    return bool(UNREACHED.search(more.stdout + more.stderr) or UNREACHED.search(_run("config", "list").stdout))


def _found(asked: Sequence[str], target: Target, source: Path | None) -> list[Wheel]:
    """Return what pip would install for these requirements."""
    with tempfile.TemporaryDirectory() as nowhere:
        report = Path(nowhere) / "report.json"
        options = ("--dry-run", "--ignore-installed", "--target", nowhere, "--report", str(report), *target.options)
        pip("install", "--quiet", *options, *_from(source), *asked)
        return [_wheel(each["metadata"]) for each in json.loads(report.read_bytes())["install"]]


def _wheel(metadata: dict[str, Any]) -> Wheel:
    return Wheel(canonicalize_name(metadata["name"]), metadata["version"], tuple(metadata.get("requires_dist", ())))


def _from(source: Path | None) -> tuple[str, ...]:
    return () if source is None else ("--no-index", "--find-links", str(source))


def _needed(requirements: Sequence[str], found: dict[str, Wheel], target: Target) -> tuple[set[str], list[str]]:
    """Return the names of what is needed of what was found, and the requirements that nothing was found for."""
    needed: set[str] = set()
    missing: list[str] = []
    open_ = list(requirements)
    while open_:
        one = Requirement(open_.pop())
        name = canonicalize_name(one.name)
        if name in needed or (one.marker is not None and not one.marker.evaluate(target.environment)):
            continue
        if name in found:
            needed.add(name)
            open_ += found[name].requires
        else:
            missing.append(f"{one.name}{one.specifier}")
    return needed, missing


def _name(requirement: str) -> str:
    """Return the name of a requirement, also of one that pip has put words behind."""
    return canonicalize_name(re.split(r"[\s<>=!~;\[(]", requirement, maxsplit=1)[0])
