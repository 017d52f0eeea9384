"""Bytes to a scenario and its problems. Nothing here touches a disk: the shells read files and hand over bytes."""

import gc
import hashlib
import re
from collections.abc import Iterable
from typing import Final

import msgspec

from game.scenario.begun import look_over
from game.scenario.build import build
from game.scenario.events import Enough, Sheet, scan
from game.scenario.form import ScenarioForm
from game.scenario.links import Links
from game.scenario.meaning import Meaning
from game.scenario.mend import fit
from game.scenario.names import either
from game.scenario.problem import Problem
from game.scenario.records import Scenario
from game.scenario.sheet import Language, Place
from game.scenario.texts import Texts

_SCENARIO: Final = re.compile(rf"^(?:{'|'.join(either(ScenarioForm, 'customer', 'beats'))})\s*[:：]", re.MULTILINE)
"""What shows, wherever a file breaks off, that it is meant as a scenario and not as a course or a rulebook."""


def read(raw: bytes, file: str) -> tuple[Scenario | None, tuple[Problem, ...]]:
    """Return the scenario in `raw`, None if it has errors, and all problems, by line. `file` is only named in them."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        return _read(raw, file)
    finally:
        if collecting:
            gc.enable()


class Whereabouts:
    """Where things stand in the bytes of a scenario file that was read without errors."""

    def __init__(self, raw: bytes) -> None:
        self._sheet = scan(raw, "")
        checked(self._sheet)

    @property
    def language(self) -> Language:
        """In which language most of the file's keys are written."""
        return self._sheet.language

    def place(self, path: tuple[str | int, ...]) -> Place:
        """Return line and column of the key at `path`, of what is nearest above it where nothing stands there.

        A path goes by the keys of the format in English and by ids, as ("beats", "greet", "responses", "hello", "say").
        """
        return self._sheet.at(path, on_key=True)


def _read(raw: bytes, file: str) -> tuple[Scenario | None, tuple[Problem, ...]]:
    sheet = scan(raw, file)
    form = examined(sheet)
    problems = in_order(sheet.problems)
    if form is None or any(problem.level == "error" for problem in problems):
        return None, problems
    return build(sheet, form, hashlib.sha256(raw).hexdigest()), problems


def examined(sheet: Sheet) -> ScenarioForm | None:
    """Return the form of a sheet, None where nothing of the file or only its beginning could be read.

    All that is wrong with what could be read is noted on the sheet.
    """
    if sheet.root is not None or not sheet.problems:
        return checked(sheet)
    if _SCENARIO.search(sheet.text):
        look_over(sheet, lambda: checked(sheet))
    return None


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return problems by line; last, that there are more than are told."""
    return tuple(
        sorted(problems, key=lambda problem: (problem.code == "too-many-problems", problem.line, problem.column))
    )


def checked(sheet: Sheet) -> ScenarioForm | None:
    """Return the form of a sheet; all that is wrong with it is noted on the sheet."""
    try:
        form = _form(sheet)
        for check in (Links(sheet, form), Meaning(sheet, form), Texts(sheet, form)):
            check.check()
    except Enough:
        return None
    return form


def _form(sheet: Sheet) -> ScenarioForm:
    if sheet.root is None:
        sheet.add("empty-file", (1, 1))
        raise Enough
    try:
        return msgspec.convert(sheet.root, ScenarioForm)
    except msgspec.ValidationError:
        return msgspec.convert(fit(sheet, ScenarioForm), ScenarioForm)
