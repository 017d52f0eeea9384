"""What things of a course are called in a report: tasks, phases, people, moments, spans, and names for files."""

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

from game.course.file import ALL
from game.course.grading.results import Person
from game.course.tasks import Task
from game.i18n import Words
from game.scenario.records import Scenario

MINUTE: Final = 60
MOST_BYTES: Final = 100
"""The longest name of a file, in bytes of UTF-8, before its ending; every disk takes more than twice that."""
_UNFIT: Final = re.compile(r'[<>:"/\\|?*%#\s]+')
"""What Windows takes in no name, what addresses of pages read otherwise, and blanks."""
_DEVICE: Final = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
"""What Windows takes for a device, whatever comes after the dot."""
_UNSEEN: Final = ("C", "Z")
"""The first letters of the categories that no name keeps: control signs, marks of direction, separators."""


def task_title(words: Words, task: Task) -> str:
    """Return what a task is called: the scenario's title, and who the customer is where that is not the one written."""
    if task.persona is None:
        return words("report.task", title=task.scenario.title, persona=words("report.any_persona"))
    return customer_title(words, task.scenario, task.persona)


def customer_title(words: Words, scenario: Scenario, persona: str | None) -> str:
    """Return what a customer is called: the scenario's title, with the persona's label where it is not the base."""
    found = scenario.persona(persona)
    if found.id is None:
        return scenario.title.told(words.language)
    return words("report.task", title=scenario.title, persona=found.label)


def phase_title(words: Words, id_: str) -> str:
    """Return what a phase is called, as in the list that its trainees see; "" for the only one of a course without
    phases."""
    if id_ == ALL:
        return ""
    usual = f"window.course.phase.{id_}"
    return words(usual) if usual in words else id_


def span(words: Words, seconds: float) -> str:
    """Return a span of time in words."""
    minutes, rest = divmod(round(seconds), MINUTE)
    if not minutes:
        return words("pace.seconds", seconds=rest)
    return words("pace.minutes", minutes=minutes, seconds=rest) if rest else words("pace.even", minutes=minutes)


def percent(share: float) -> str:
    """Return a share of 0 to 1 in percent."""
    return f"{100 * share:.0f} %"


def file_names(people: Iterable[Person]) -> dict[str, str]:
    """Return a name for files for each id: letters of any script, safe on every system, no two alike to any of them."""
    taken: set[str] = set()
    names = {}
    for person in people:
        both = person.name if person.id == person.name else f"{person.name}-{person.id}"
        plain = _fit(both) or "-"
        name, number = plain, 1
        while name.casefold() in taken:
            number += 1
            name = f"{plain}-{number}"
        taken.add(name.casefold())
        names[person.id] = name
    return names


def _fit(text: str) -> str:
    seen = "".join(char for char in unicodedata.normalize("NFC", text) if not _hidden(char))
    name = _UNFIT.sub("-", seen).strip(". -_")
    while len(name.encode()) > MOST_BYTES:
        name = name[:-1]
    name = name.rstrip(". -_")
    return f"_{name}" if _DEVICE.fullmatch(name) else name


def _hidden(char: str) -> bool:
    return unicodedata.category(char)[0] in _UNSEEN and not char.isspace()
