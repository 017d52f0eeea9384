"""The notebook of a course's trainee: attempts are begun for its tasks, on its terms, and timed."""

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

from msgspec import Struct

from game.course.assignments import Assignment, Opening, assignments, opening
from game.course.attempt import Attempt, Enrolment, Mode
from game.course.grading.results import Counted
from game.course.store import Store, StoreTrouble
from game.course.tasks import Programme
from game.engine import Score, score
from game.notebook import Notebook, Past, Unfinished, past_of, replayed, unfinished_of
from game.session import NotNow


class Clocks(Struct, frozen=True):
    """Where the time comes from: the wall clock (aware), which may jump, and seconds that only grow."""

    wall: Callable[[], datetime] = lambda: datetime.now(UTC)
    seconds: Callable[[], float] = time.monotonic


class Start(Struct, frozen=True):
    """When an attempt was begun or taken up by both clocks, and how many seconds it had then; None without a limit."""

    wall: datetime
    seconds: float
    left: float | None


class Classbook(Notebook):
    """Begins, keeps and finds the attempts of one trainee at the tasks of a course. `trainee` is the id in the roster,
    else the name; `times` is the factor of the roster.

    The wall clock is asked only when an attempt begins and when it is taken up. In between the machine's own clock
    counts, so that setting the wall clock makes no attempt longer, shorter or later.
    """

    def __init__(self, store: Store, programme: Programme, clocks: Clocks) -> None:
        super().__init__(store, "", programme.rulebook, programme.overlay)
        self.programme = programme
        self.times = 1.0
        self._clocks = clocks
        self._starts: dict[str, Start] = {}

    def now(self) -> datetime:
        """Return the time of the wall clock."""
        return self._clocks.wall()

    def begin(
        self, entry: Any, persona: str | None, mode: Mode, language: str, seed: int, trainee: str,
        members: tuple[str, ...] = (),
    ) -> str:  # fmt: skip
        """Keep a new attempt at a task, in the task's mode, and return its id. `NotNow` where it may not be begun."""
        task = next(one for one in self.assignments() if one.task.key == entry.key)
        if task.state != "open":
            raise NotNow(task.state)
        course, now = self.programme.course, self._clocks.wall()
        begun = self.store.begin(
            scenario=entry.scenario.id,
            source=entry.source,
            rulebook=self.rulebook.id,
            rulebook_version=self.rulebook.version,
            rulebook_source=self.rulebook_source,
            persona=entry.scenario.persona(entry.persona or persona).id,
            mode=entry.mode,
            language=language,
            seed=seed,
            trainee=self.trainee,
            course=Enrolment(course.id, self.programme.source, entry.key, task.seconds),
            members=members,
            at=now,
        )
        self._starts[begun.id] = Start(now, self._clocks.seconds(), task.seconds)
        return begun.id

    def keep(self, attempt: str, turn: int, response: str, milliseconds: int, time_left: float | None = None) -> None:
        """Keep one pick. `StoreTrouble` where the same attempt has been gone on with at another desk meanwhile."""
        with self._here_alone():
            super().keep(attempt, turn, response, milliseconds, time_left)

    def left(self, attempt: str, seconds: float | None, time_left: float | None = None) -> None:
        """Keep what is left of the running patience and of the attempt's own time; else as `keep`."""
        with self._here_alone():
            super().left(attempt, seconds, time_left)

    @contextmanager
    def _here_alone(self) -> Iterator[None]:
        """Tell as a trouble that an attempt is no longer as this desk knows it: with one store for many desks, somebody
        may have taken it up twice."""
        try:
            yield
        except ValueError as error:
            raise StoreTrouble("locked", self.store.path, str(error)) from error

    def take_up(self, attempt: str) -> Unfinished | None:
        """Return an unfinished attempt to go on with; None for one whose picks no longer fit, which stands in nobody's
        way then."""
        found = self._one(attempt)
        again = replayed(self.store, found, self._entries)
        if again is None:
            self.store.abandon(attempt)
            return None
        self._starts[attempt] = Start(self._clocks.wall(), self._clocks.seconds(), found.time_left)
        return unfinished_of(found, *again)

    def limit(self, attempt: str) -> float | None:
        """Return the seconds that an attempt had when it was begun or taken up here; None where it has no limit."""
        return self._starts[attempt].left

    def end(self, attempt: str, *, expired: bool = False) -> None:
        """Close an attempt with the moment at which it came to its end, or at which its time ran out."""
        self.store.end(attempt, expired=expired, at=self._ended_at(attempt, expired))

    def _ended_at(self, attempt: str, expired: bool) -> datetime | None:
        start = self._starts.get(attempt)
        if start is None:
            return None
        spent = self._clocks.seconds() - start.seconds
        if expired and start.left is not None:
            spent = min(spent, start.left)  # it may be a while before somebody looks
        return start.wall + timedelta(seconds=spent)

    def abandon(self, attempt: str) -> None:
        """Leave the attempt as it is: nothing of a course is put aside."""

    def assignments(self, counted: Mapping[str, Counted] | None = None) -> tuple[Assignment, ...]:
        """Return the assigned list as it stands now, with what counts, by task, where that is known."""
        return assignments(self.programme, self.times, self.mine(), self._clocks.wall(), counted or {})

    def opening(self, attempt: Attempt) -> Opening:
        """Return when the debrief of an attempt may be seen."""
        task = self.programme.task(attempt.task)
        rule = self.programme.course.debrief if task is None else task.debrief
        made = [one for one in self.mine() if one.task == attempt.task]
        return opening(self.programme.course, rule, made, self._clocks.wall())

    def look_back(self, attempt: str) -> Past | None:
        """Return an ended attempt with its play; None where its debrief may not be seen, or its picks do not fit."""
        found = self._one(attempt)
        again = self._again(found) if found.ended is not None and self.opening(found).now else None
        return None if again is None else past_of(found, *again)

    def past(self) -> list[Past]:
        """Return the trainee's talks in the course whose debriefs may be seen, newest first."""
        ended = [self.look_back(attempt.id) for attempt in self._ended(None)]
        return [one for one in ended if one is not None]

    def mine(self, scenario: str | None = None) -> list[Attempt]:
        """Return the trainee's attempts at this course, newest first; of one scenario if it is named."""
        return self.store.attempts(scenario=scenario, trainee=self.trainee, course=self.programme.course.id)

    def unfinished(self) -> list[Unfinished]:
        """Return nothing: what is unfinished stands in the assigned list, and is taken up there."""
        return []

    def _one(self, attempt: str) -> Attempt:
        return next(one for one in self.mine() if one.id == attempt)

    def _score(self, attempt: Attempt) -> Score | None:
        """Return the score of an attempt by the course's weights; None where it may not be known yet."""
        again = self._again(attempt) if self.opening(attempt).now else None
        return None if again is None or not again[1].over else score(again[1], self.programme.course.weights)
