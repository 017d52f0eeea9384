"""The failing and the mended example of each diagnostic: files beside this one, or made here where they are large."""

from collections.abc import Callable
from pathlib import Path
from typing import Final, NamedTuple

from game.engine import read_rulebook, standard
from game.scenario import Problem, read
from game.scenario.diagnostics import DIAGNOSTICS

FOLDER: Final = Path(__file__).resolve().parent / "diagnostics"
_PATTERN: Final = "tag-twice"


class Example(NamedTuple):
    """The bytes of a failing file and of the same file mended; `made` says, zh and en, how a large one is made."""

    bad: bytes
    good: bytes
    made: tuple[str, str] | None = None


def example(code: str) -> Example:
    """Return the example of a code."""
    if code in MADE:
        return MADE[code]()
    return Example((FOLDER / code / "bad.yaml").read_bytes(), (FOLDER / code / "good.yaml").read_bytes())


def problems(raw: bytes, file: str) -> tuple[Problem, ...]:
    """Return what is wrong with an example, which is a scenario or a rulebook."""
    if b"\nextends: standard" in raw:
        return read_rulebook(raw, file, standard())[1]
    return read(raw, file)[1]


def _small() -> bytes:
    return (FOLDER / _PATTERN / "good.yaml").read_bytes()


def _file_too_large() -> Example:
    told = ("在文件末尾加上五百万个字的注释。", "A comment of five million letters at the end of the file.")
    return Example(_small() + b"# " + b"x" * 5_000_000 + b"\n", _small(), told)


def _too_many_nodes() -> Example:
    told = (
        "在文件末尾加上 tags，写三万个关键词。",
        "A list `tags` with thirty thousand key words at the end of the file.",
    )
    return Example(_small() + b"tags: [" + b"a," * 30_000 + b"]\n", _small() + b"tags: [a]\n", told)


def _too_many_problems() -> Example:
    told = ("一个回应带了 201 个写错的标签。", "One response with 201 misspelt tags.")
    words = ", ".join(f"tag-{number}" for number in range(201)).encode()
    good = b"tags: [observation, request]"
    return Example(_small().replace(good, b"tags: [" + words + b"]"), _small(), told)


MADE: Final[dict[str, Callable[[], Example]]] = {
    "file-too-large": _file_too_large,
    "too-many-nodes": _too_many_nodes,
    "too-many-problems": _too_many_problems,
}


def codes() -> tuple[str, ...]:
    """Return all codes in the order of the catalogue."""
    return tuple(DIAGNOSTICS)
