"""What a file says, tried out: its scenario read, its picks played again, both held against what the course has."""

import hashlib

from game.course.attempt import Attempt
from game.course.exchange.slip import Slip
from game.course.grading.timing import timing
from game.course.tasks import Programme
from game.engine import NotOffered, Play, Rulebook, begin, choose, read_rulebook, standard
from game.scenario import Scenario, read

Marked = tuple[str, dict[str, str]]
"""A code with the values in its text."""


class Refusal(Exception):
    """The file cannot be taken in; `code` says why, `told` are the values in its text."""

    def __init__(self, code: str, **told: str) -> None:
        super().__init__(code)
        self.code = code
        self.told = told


class Tryout:
    """Looks files over for a course, None for any. Scenarios and rulebooks are read once, in however many files."""

    def __init__(self, programme: Programme | None) -> None:
        self._programme = programme
        self._scenarios: dict[str, Scenario | None] = {}
        self._rulebooks: dict[str | None, Rulebook | None] = {None: standard()}
        self._versions: dict[str, set[str]] = {}
        for task in programme.tasks if programme is not None else ():
            self._versions.setdefault(task.scenario.id, set()).add(_sha256(task.source))

    def look_over(self, slip: Slip) -> list[Marked]:
        """Return what is to be told about a file that can be taken in. Raises `Refusal` for one that cannot."""
        attempt = slip.attempt
        if self._programme is not None:
            self._of_the_course(attempt, self._programme)
        play = self._played(slip)
        return [*self._terms(attempt), *_state(attempt, play), *_times(attempt, play)]

    def _of_the_course(self, attempt: Attempt, programme: Programme) -> None:
        if attempt.course != programme.course.id:
            raise Refusal("other-course" if attempt.course else "no-course", course=attempt.course or "")
        if attempt.scenario not in self._versions:
            raise Refusal("unknown-scenario", scenario=attempt.scenario)

    def _played(self, slip: Slip) -> Play:
        """Return the attempt played again from its picks."""
        attempt = slip.attempt
        scenario, rulebook = self._scenario(slip), self._rulebook(slip)
        if scenario is None or scenario.id != attempt.scenario:
            raise Refusal("bad-scenario", scenario=attempt.scenario)
        if rulebook is None:
            raise Refusal("bad-rulebook", rulebook=attempt.rulebook)
        try:
            play = begin(scenario, attempt.persona, attempt.seed, rulebook=rulebook)
        except KeyError:
            raise Refusal("persona", persona=attempt.persona or "base", scenario=attempt.scenario) from None
        for turn, pick in enumerate(attempt.picks, start=1):
            try:
                choose(play, pick.response)
            except NotOffered:
                raise Refusal("pick", turn=str(turn), pick=pick.response) from None
            if pick.turn != turn:
                raise Refusal("pick", turn=str(turn), pick=pick.response)
        return play

    def _scenario(self, slip: Slip) -> Scenario | None:
        sha256 = slip.attempt.sha256
        if sha256 not in self._scenarios:
            self._scenarios[sha256] = read(slip.scenario, slip.attempt.scenario)[0]
        return self._scenarios[sha256]

    def _rulebook(self, slip: Slip) -> Rulebook | None:
        sha256 = slip.attempt.rulebook_sha256
        if sha256 not in self._rulebooks:
            overlay = slip.overlay or b""
            self._rulebooks[sha256] = read_rulebook(overlay, slip.attempt.rulebook, standard())[0]
        return self._rulebooks[sha256]

    def _terms(self, attempt: Attempt) -> list[Marked]:
        """Return in what the attempt was made on other terms than the course has now."""
        programme = self._programme
        if programme is None:
            return []
        course = programme.course
        marks: list[Marked] = []
        if attempt.sha256 not in self._versions[attempt.scenario]:
            marks.append(("other-scenario", {"scenario": attempt.scenario}))
        overlay = None if programme.overlay is None else _sha256(programme.overlay)
        if attempt.rulebook_sha256 != overlay or attempt.rulebook_version != programme.rulebook.version:
            marks.append(("other-rulebook", {}))
        if attempt.course_sha256 != course.sha256:
            marks.append(("other-course-file", {}))
        if programme.roster is not None and not attempt.members and programme.member(attempt.trainee) is None:
            marks.append(("not-listed", {"trainee": attempt.trainee}))
        if not course.has_opened(attempt.started) or course.has_closed(attempt.started):
            marks.append(("out-of-hours", {"started": attempt.started.isoformat()}))
        return marks


def _state(attempt: Attempt, play: Play) -> list[Marked]:
    """Return what is to be told about how far the attempt went."""
    if attempt.ended is None:
        return [("unfinished", {"turn": str(len(attempt.picks))})]
    if not play.over and not attempt.expired and not attempt.abandoned:
        return [("cut-short", {"turn": str(len(attempt.picks))})]
    return []


def _times(attempt: Attempt, play: Play) -> list[Marked]:
    """Return what is hard to believe of the times: a mark for somebody to look at."""
    found = timing(attempt, play)
    marks: list[Marked] = []
    if found.hasty:
        marks.append(("fast", {"turns": ", ".join(map(str, found.hasty))}))
    return [*marks, ("clock", {})] if found.clock else marks


def _sha256(raw: bytes) -> str:
    return hashlib.sha256(raw).hexdigest()
