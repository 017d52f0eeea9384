"""A workbook's bytes to the text of a scenario file, checked as any file is; problems are told by sheet and cell."""

import re
from dataclasses import dataclass
from typing import Any, Final

from msgspec.structs import replace

from game.scenario import Problem, read
from game.scenario.form import ScenarioForm
from game.scenario.names import forms, key_names
from game.workbook.assumed import assume
from game.workbook.faults import Closed, Finding, finding
from game.workbook.gathering import IN_ORDER, gathered
from game.workbook.ground import Ground, Path, ordered
from game.workbook.opening import opened
from game.workbook.reading import book_of
from game.workbook.script import places, script
from game.workbook.wording import worded

_OF_ONE_CELL: Final = """
    bad-id empty-text need-without-name out-of-range range-order reserved-id silence-tag tag-twice unknown-need
    unknown-tag unknown-word vague-by wrong-type zone-order
"""
"""What is worth telling of a workbook that has faults of its own: the rest may only follow from these."""

_EXAMPLE: Final = re.compile(r"(例如写成 |as in )[^\s:]+: ")


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of a workbook: domain and id, the file's text unless there are errors, and all findings."""

    domain: str
    id: str
    text: str | None
    findings: tuple[Finding, ...]


def taken_in(
    raw: bytes, file: str, language: str, named: tuple[str, str] | None, comments: dict[str, tuple[str, ...]]
) -> Taken:
    """Return the scenario that a workbook holds; `file` is named in its findings and stands in for a missing title.

    `named` is the domain and the id that the file shall have whatever the workbook says; `comments` are the lines
    with which a file of each language begins.
    """
    try:
        grids = opened(raw)
    except Closed as closed:
        return Taken("", "", None, (finding(file, "", closed.code),))
    book = book_of(grids, file, language)
    ground = gathered(book)
    if named is not None:
        ground.data["domain"], ground.data["id"] = named
    assume(ground, file)
    ground.data = ordered(ground.data, IN_ORDER)
    own = {key: set(ground.data.get(key, ())) for key in ("needs",)}
    data = worded(ground.data, "en", own)
    text = script(worded(data, book.language, own), book.language, comments[book.language])
    findings = [*book.findings, *_checked(text, file, data, ground, book.findings)]
    wrong = any(one.problem.level == "error" for one in findings)
    return Taken(str(data.get("domain", "")), str(data.get("id", "")), None if wrong else text, tuple(findings))


def _checked(text: str, file: str, data: Any, ground: Ground, faults: list[Finding]) -> list[Finding]:
    """Return the problems of the file that is to be, each at the cell from which it comes."""
    _, problems = read(text.encode(errors="surrogatepass"), file)
    there = places(text, data)
    bad = any(one.problem.level == "error" for one in faults)
    told = {one.place for one in faults}
    found = []
    for problem in problems:
        path, on_key = there.get((problem.line, problem.column), ((), False))
        place = _place(problem, path, on_key, ground)
        if not bad or (problem.level == "error" and problem.code in _OF_ONE_CELL.split() and place not in told):
            found.append(Finding(place, _as_in_cell(problem)))
    return found


def _as_in_cell(problem: Problem) -> Problem:
    """Return a problem whose example is what a cell holds: the value without the key of a file."""
    told = {
        name: _EXAMPLE.sub(r"\1", text) if name in ("do.zh", "do.en") else text for name, text in problem.words.items()
    }
    return replace(problem, words=told)


def _place(problem: Problem, path: Path, on_key: bool, ground: Ground) -> str:
    """Return the cell of what stands at a path, of the nearest thing above it that has one."""
    if problem.code == "missing-key":
        for key in _english(problem.words.get("key", "")):
            if (*path, key) in ground.cells:
                return ground.cells[*path, key]
    if on_key and path in ground.keys:
        return ground.keys[path]
    while path and path not in ground.cells:
        path = path[:-1]
    return ground.cells[path]


def _english(key: str) -> list[str]:
    """Return the keys of the format that have this name in either language."""
    return [id_ for form in forms(ScenarioForm) for id_, name in key_names(form.cls).items() if key in (id_, name)]
