"""What is said about each trainee, each task and the whole class: the parts of `records`, put together."""

from datetime import datetime

from msgspec import Struct

from game.course.attempt import Mode
from game.course.grading.settled import Settled
from game.engine.scores import Verdict
from game.report.course.records import (
    Bar,
    Distribution,
    GainTold,
    GuessTold,
    Head,
    HeatMap,
    HeatTurn,
    ItemSheet,
    Mark,
    Outcome,
    Progress,
    State,
    Value,
    ZoneEnd,
)


class AttemptTold(Struct, frozen=True):
    """One attempt. Scores are set, meet, exceed, empathy and NVC; they, overall and verdict are None without a score.

    `heat` is that at the start and after each turn. `number` counts the attempts at the task from 1, in order of start.
    `answers` are what was said before the debrief: where it turned, what to say next time; "" where skipped.
    """

    id: str
    number: int
    started: datetime
    started_told: str
    seconds: float
    seconds_told: str
    persona: str
    state: str
    state_told: str
    counted: bool
    passed: bool
    overall: int | None
    scores: tuple[Value, ...]
    satisfaction: int | None
    verdict: Verdict | None
    verdict_told: str
    guess: int | None
    answers: tuple[str, str]
    turns: int
    heat: tuple[int, ...]
    members: tuple[str, ...]
    marks: tuple[Mark, ...]


class CellTold(Struct, frozen=True):
    """What somebody did at one task. The numbers are those that count; None where nothing counts yet.

    `short` says what it was short of, one by one. `graded` is whether the task counts for the grade. `went_in` are the
    ids of the attempts that made the numbers; `zones` are those of the last of them.
    """

    task: str
    phase: str
    title: str
    mode: Mode
    graded: bool
    overall: int | None
    scores: tuple[Value, ...]
    satisfaction: int | None
    verdict: Verdict | None
    verdict_told: str
    passed: bool | None
    told: str
    short: tuple[str, ...]
    zones: tuple[ZoneEnd, ...]
    attempts: tuple[AttemptTold, ...]
    went_in: tuple[str, ...]


class TraineeTold(Struct, frozen=True):
    """All that is said about one trainee. `file` is a name for files that every system takes, of its own in the class.

    `first` and `last` are the mean overall of first and last attempts at tasks that were tried more than once.
    `together` tells a group that played together: it stays out of what is said of the class. `settled` is how much of
    the result nothing can change any more.
    """

    head: Head
    id: str
    name: str
    group: str
    file: str
    grade: int | None
    state: State
    state_told: str
    why: tuple[str, ...]
    cells: tuple[CellTold, ...]
    attempts: int
    first: float | None
    last: float | None
    gains: tuple[GainTold, ...]
    guess: GuessTold
    marks: tuple[Mark, ...]
    together: bool
    settled: Settled

    @property
    def certified(self) -> bool:
        """Whether there is a certificate: the course has this trainee, who has passed, and that stays so."""
        return self.state == "passed" and self.settled != "" and all(mark.code != "unlisted" for mark in self.marks)

    @property
    def every_mark(self) -> tuple[Mark, ...]:
        """The marks of the trainee, then those of the attempts."""
        return (*self.marks, *(mark for cell in self.cells for one in cell.attempts for mark in one.marks))

    @property
    def grave(self) -> tuple[Mark, ...]:
        """Those of all the marks that somebody ought to look at."""
        return tuple(mark for mark in self.every_mark if mark.tone == "bad")


class TaskTold(Struct, frozen=True):
    """One task over the class. `tried` have begun it, `outcome` is of those; scores are means over what counts."""

    key: str
    phase: str
    title: str
    mode: Mode
    graded: bool
    tried: int
    attempts: int
    outcome: Outcome
    distribution: Distribution
    scores: tuple[Value, ...]
    satisfaction: int | None
    servqual: tuple[Value, ...]
    zones: tuple[ZoneEnd, ...]
    map: HeatMap
    heat: tuple[HeatTurn, ...]
    progress: Progress | None


class Desk(Struct, frozen=True):
    """A desk from which attempts came: its fingerprint, "" for this one, and how many."""

    fingerprint: str
    attempts: int
    told: str


class Trust(Struct, frozen=True):
    """What not to take at face value: how often each mark was made, where attempts came from, what that means."""

    marks: tuple[Bar, ...]
    desks: tuple[Desk, ...]
    notes: tuple[str, ...]


class ClassReport(Struct, frozen=True):
    """All that is said about a class; `trainees` come by group and name, `tasks` in the order of the course.

    `size` is how many there are, those of the roster who never came too; `began` how many of them have.
    """

    head: Head
    size: int
    began: int
    attempts: int
    counted: int
    outcome: Outcome
    distribution: Distribution
    scores: tuple[Value, ...]
    servqual: tuple[Value, ...]
    progress: Progress | None
    gains: tuple[GainTold, ...]
    consistency: str
    guess: GuessTold
    tasks: tuple[TaskTold, ...]
    items: tuple[ItemSheet, ...]
    trainees: tuple[TraineeTold, ...]
    trust: Trust
