"""What a course asks of its trainees: its tasks in order, with their scenarios read, its rulebook and its roster."""

import hmac
import unicodedata

from msgspec import Struct

from game.course.attempt import Mode
from game.course.file import Course, Phase
from game.course.form import Debrief
from game.course.roster import Member, as_typed
from game.engine import Rulebook
from game.scenario import Scenario

CHOSEN = "*"
"""Stands in a task's key for the persona where the trainee chooses one."""


class Task(Struct, frozen=True):
    """One item of the assigned list; it can be played like a scenario of the shelf.

    `key` is `phase/scenario id/persona`, the persona being its id, `base` or `*`; `persona` is `base`, an id, or None
    where the trainee chooses. `debrief` is when the debriefs of this task may be seen.
    """

    key: str
    phase: str
    mode: Mode
    scenario: Scenario
    source: bytes
    path: str
    persona: str | None
    debrief: Debrief = "now"


class Programme(Struct, frozen=True):
    """A course with all that its file names. `source` are the bytes of the course file, `overlay` those of its rulebook
    file, None where it plays by the standard rulebook; `roster` is None where anyone may enter a name."""

    course: Course
    source: bytes
    rulebook: Rulebook
    overlay: bytes | None
    roster: tuple[Member, ...] | None
    tasks: tuple[Task, ...]

    def task(self, key: str) -> Task | None:
        """Return the task of a key, None where the course has none of it."""
        return next((task for task in self.tasks if task.key == key), None)

    def member(self, id_: str) -> Member | None:
        """Return whom the roster has under an id, None where it has nobody or there is no roster."""
        return next((member for member in self.roster or () if member.id == id_), None)

    def listed(self, typed: str) -> Member | None:
        """Return whom the roster has under an id, however it is typed: with full-width or capital letters, blanks."""
        exact = self.member(typed.strip())
        if exact is not None:
            return exact
        alike = [member for member in self.roster or () if as_typed(member.id) == as_typed(typed)]
        return alike[0] if len(alike) == 1 else None

    def phase(self, id_: str) -> Phase | None:
        """Return the phase of an id, None where the course has none of it."""
        return next((phase for phase in self.course.phases if phase.id == id_), None)


def key_of(phase: str, scenario: Scenario, persona: str | None) -> str:
    """Return the key of a task. KeyError for a persona that the scenario does not have."""
    who = CHOSEN if persona is None else scenario.persona(persona).id or "base"
    return f"{phase}/{scenario.id}/{who}"


def same_pin(member: Member, pin: str) -> bool:
    """Return whether a PIN is the member's; how long it takes to find out does not tell how much of it was right.

    Nobody sees what they type here, so full-width figures, as a Chinese keyboard may write them, are the same. A member
    without a PIN needs none.
    """
    wanted, typed = (unicodedata.normalize("NFKC", one).strip().encode() for one in (member.pin, pin))
    return not wanted or hmac.compare_digest(wanted, typed)
