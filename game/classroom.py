"""A course as its trainees take it at this desk: who has entered, what they have to do, what has been handed in."""

import unicodedata
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from game.classbook import Classbook, Clocks
from game.course.assignments import Assignment, Opening, in_order
from game.course.attempt import Attempt
from game.course.exchange.slip import exports, write_slip
from game.course.exchange.slip_form import LONGEST_NAME
from game.course.grading.results import Counted, Result
from game.course.roster import LONGEST_ID, Member
from game.course.store import Store
from game.course.tasks import Programme, same_pin
from game.notebook import Past, Unfinished


class Classroom:
    """What `game.session.Enrolled` says, from the store and the clocks. Close it: what was not handed in then is.

    Signed files go to `folder`, by default to the exports in the data folder.
    """

    def __init__(
        self, store: Store, programme: Programme, folder: Path | None = None, clocks: Clocks | None = None
    ) -> None:
        self.programme = programme
        self.folder = exports() if folder is None else folder
        self.book = Classbook(store, programme, clocks or Clocks())
        self.member: Member | None = None
        self._store = store
        self._counted: tuple[tuple[Any, ...], Mapping[str, Counted]] = ((), {})

    @property
    def trainee(self) -> str:
        """The name of whoever has entered, "" before that."""
        return self.book.trainee if self.member is None else self.member.name

    @property
    def times(self) -> float:
        """By how much the trainee's patience and minutes are multiplied."""
        return self.book.times

    @property
    def tells_time(self) -> bool:
        """Whether the course limits the minutes of an attempt."""
        return self.programme.course.minutes is not None

    def pin_asked(self, who: str) -> bool:
        """Return whether this id of the roster needs a PIN."""
        member = self.programme.listed(who)
        return member is not None and bool(member.pin)

    def enter(self, who: str, pin: str = "") -> str:
        """Let a trainee in; return "", else the key of the words that say why not."""
        name = " ".join(unicodedata.normalize("NFC", who).split())
        member = self.programme.listed(name)
        if not name:
            return "course.enter.empty"
        if member is None and self.programme.roster is not None:
            return "course.enter.unknown"
        if member is None and len(name) > LONGEST_ID:
            return "course.enter.long"
        if member is not None and not same_pin(member, pin):
            return "course.enter.pin"
        self.member = member
        self.book.trainee = name if member is None else member.id
        self.book.times = 1.0 if member is None else member.time
        self._hand_in_late()
        return ""

    def go_out(self) -> None:
        """Let the trainee out; what was not handed in is."""
        if self.book.trainee:
            self._hand_in_late()
        self.member, self.book.trainee, self.book.times = None, "", 1.0

    def assignments(self) -> tuple[Assignment, ...]:
        """Return the tasks in order, each as it stands for this trainee at this moment."""
        return self.book.assignments(self._counts())

    def take_up(self, attempt: str) -> Unfinished | None:
        """Return an unfinished attempt to go on with; None where its picks no longer fit."""
        return self.book.take_up(attempt)

    def limit(self, attempt: str) -> float | None:
        """Return the seconds that an attempt has, from being begun or taken up on; None without a limit."""
        return self.book.limit(attempt)

    def hand_in(self, attempt: str) -> Path | None:
        """Write the signed file of an attempt that has ended, and return where it is; None where that cannot be."""
        try:
            return self._written(self._store.attempt(attempt))
        except OSError:
            return None

    def debrief(self, attempt: str) -> Opening:
        """Return whether the debrief of an ended attempt may be seen, else when."""
        return self.book.opening(self._store.attempt(attempt))

    def past(self, attempt: str) -> Past | None:
        """Return an ended attempt whose debrief may be seen, to look back at; None where it may not be."""
        return self.book.look_back(attempt)

    def _written(self, attempt: Attempt) -> Path:
        name, group = ("", "") if self.member is None else (self.member.name, self.member.group)
        name, group = name[:LONGEST_NAME], group[:LONGEST_NAME]  # no import takes a file with more
        return write_slip(self.folder, attempt, self._store.source, name=name, group=group)

    def _hand_in_late(self) -> None:
        """Write the files of the trainee's attempts that are not there: the game may have been closed before.

        What is unfinished is handed in as it stands, and again when it has gone on: after closing it counts as far as
        it went, and has to be the same for whoever collects the files as it is at this desk.
        """
        for attempt in self.book.mine():
            if attempt.abandoned or attempt.imported is not None:
                continue
            if attempt.ended is None or not any(self.folder.glob(f"*{attempt.id}*")):
                try:
                    self._written(attempt)
                except OSError:
                    return

    def _counts(self) -> Mapping[str, Counted]:
        """Return what counts of the trainee's attempts, by task; worked out again only when it may have changed."""
        mine, now = self.book.mine(), self.book.now()
        seen = (*((one.id, one.ended is None) for one in mine), self.programme.course.has_closed(now))
        if self._counted[0] != seen:
            self._counted = (seen, _counts(self.programme, mine, self._store, now))
        return self._counted[1]


def _counts(programme: Programme, attempts: list[Attempt], store: Store, now: datetime) -> dict[str, Counted]:
    """Return what counts of one trainee's attempts, by task; a task of which nothing does is left out."""
    if not attempts:
        return {}
    # Both bring NumPy along, which nobody waits for who has not played yet.
    from game.course.grading.gradebook import counted
    from game.course.grading.rescoring import rescore

    course, results = programme.course, rescore(programme, in_order(attempts), store.source, now)
    by_task: dict[str, list[Result]] = {}
    for result in results:
        by_task.setdefault(result.attempt.task, []).append(result)
    found = {task: counted(made, course.counts, course.passing) for task, made in by_task.items()}
    return {task: one for task, one in found.items() if one is not None}
