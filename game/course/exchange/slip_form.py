"""The form of an attempt's file: every part of it, in the order in which it is written."""

from datetime import datetime
from typing import Annotated, Final, Literal

from msgspec import Meta, Struct

from game.course.attempt import Mode
from game.course.roster import LONGEST_ID

LONGEST_NAME: Final = 200
"""So many letters the name and the group of a roster have at most in a file."""
MOST_MEMBERS: Final = 2000
"""So many people at most played together: the window has room for no more names."""

Sha256 = Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]
Signature = Annotated[str, Meta(pattern="^[0-9a-f]{128}$")]
Uuid = Annotated[str, Meta(pattern="^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$")]
Id = Annotated[str, Meta(max_length=200)]
Language = Annotated[str, Meta(max_length=32)]
Time = Annotated[datetime, Meta(tz=True)]
Small = Annotated[int, Meta(ge=0, le=2**31 - 1)]
Turn = Annotated[int, Meta(ge=1, le=2**31 - 1)]
Milliseconds = Annotated[int, Meta(ge=0, le=2**53)]
Seconds = Annotated[float, Meta(ge=0, le=2**53)]


class _Form(Struct, frozen=True, forbid_unknown_fields=True):
    """A part of the file; what is not known is refused, for nobody would have read it."""


class TraineeForm(_Form, frozen=True):
    """Who played: `id` as entered or as in the roster, the roster's `name` and `group`, a group's `members`."""

    id: str
    name: str
    group: str
    members: list[str]

    @property
    def fits(self) -> bool:
        """Whether no desk would have written more letters, or more people."""
        short = all(len(one) <= LONGEST_ID for one in (self.id, *self.members[:MOST_MEMBERS]))
        return short and len(self.members) <= MOST_MEMBERS and max(len(self.name), len(self.group)) <= LONGEST_NAME


class CourseForm(_Form, frozen=True):
    """What the attempt is for: the course's id and the key of its task."""

    id: Id
    task: Id


class ScenarioForm(_Form, frozen=True):
    """What was played, and how."""

    id: Id
    persona: Id | None
    mode: Mode
    seed: int
    language: Language


class RulebookForm(_Form, frozen=True):
    """By which rules."""

    id: Id
    version: Small


class PickForm(_Form, frozen=True):
    """One choice."""

    turn: Turn
    response: Id
    milliseconds: Milliseconds


class AnswersForm(_Form, frozen=True):
    """The three answers before the debrief."""

    turning_point: str
    guess: Annotated[int, Meta(ge=0, le=100)] | None
    next_time: str


class HandsForm(_Form, frozen=True):
    """How many hands each response of a turn had."""

    turn: Turn
    counts: list[tuple[Id, Small]]


class TextForm(_Form, frozen=True):
    """A file that the attempt was played by: the SHA-256 of its bytes, and its text line by line."""

    sha256: Sha256
    lines: list[str]


class FilesForm(_Form, frozen=True):
    """The scenario; the rulebook's overlay and the course file, where there is one."""

    scenario: TextForm
    rulebook: TextForm | None
    course: TextForm | None


class SlipForm(_Form, frozen=True):
    """The whole file, in the order in which it is written."""

    yuqi: Literal["attempt"]
    format: Literal[1]
    id: Uuid
    trainee: TraineeForm
    course: CourseForm | None
    scenario: ScenarioForm
    rulebook: RulebookForm
    started: Time
    ended: Time | None
    expired: bool
    abandoned: bool
    patience_left: Seconds | None
    time_left: Seconds | None
    picks: list[PickForm]
    answers: AnswersForm | None
    hands: list[HandsForm]
    files: FilesForm
    key: Sha256
    signature: Signature
