"""Attempts scored again from their picks: what an attempt comes to is never taken from anywhere else.

Attempts of the same customer are played in the order of their picks, so that each goes on from where it parts from the
one before it; what two of them have in common is played once. Every result is that of the attempt played by itself.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from game.course.attempt import Attempt
from game.course.database.troubles import StoreTrouble
from game.course.grading.doubts import doubts
from game.course.grading.results import Result, State, Uncounted
from game.course.grading.undisturbed import undisturbed
from game.engine import NotOffered, Play, Rulebook, Score, Weights, begin, choose, close, read_rulebook, score, standard
from game.scenario import Scenario, read

if TYPE_CHECKING:
    from game.course.tasks import Programme, Task

Sources = Callable[[str], bytes]
"""Gives the bytes of a hash; KeyError where there are none."""


_STANDS: Final = attrgetter(*Play.__slots__)


class Replayed(Struct, frozen=True, gc=False):
    """One attempt played again: `play` None where its picks do not fit; `score` None while it is not over."""

    play: Play | None
    score: Score | None
    state: State


MISFIT = Replayed(None, None, "misfit")


def rescore(programme: "Programme", attempts: Iterable[Attempt], sources: Sources, now: datetime) -> tuple[Result, ...]:
    """Return the results of attempts, in the order given: each played again by its own scenario and rulebook, scored
    with the course's weights.

    Which of a trainee's attempts count does not depend on that order: they are taken by their start, then their id.
    `now` (aware) decides whether what was left unfinished is closed. Nothing raises for an attempt that does not fit.
    """
    course, given = programme.course, list(attempts)
    with undisturbed():
        played = replay(given, sources, course.weights, over=course.has_closed(now))
        return _numbered(programme, given, played)


def replay(attempts: Sequence[Attempt], sources: Sources, weights: Weights, *, over: bool = False) -> list[Replayed]:
    """Return every attempt played again, in the order given; `over` closes those that were left unfinished."""
    customers: dict[tuple[str, str | None, str | None], list[int]] = {}
    for number, attempt in enumerate(attempts):
        customers.setdefault((attempt.sha256, attempt.rulebook_sha256, attempt.persona), []).append(number)
    shelf, found = _Shelf(sources), [MISFIT] * len(attempts)
    for (sha256, overlay, persona), numbers in customers.items():
        first = shelf.opening(sha256, overlay, persona)
        if first is not None:
            _Round(first, [attempts[number] for number in numbers], weights, over).play(numbers, found)
    return found


class _Shelf:
    """The scenarios and rulebooks that attempts were played by; the bytes of each are read once."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources
        self._scenarios: dict[str, Scenario | None] = {}
        self._rulebooks: dict[str | None, Rulebook | None] = {None: standard()}

    def opening(self, sha256: str, overlay: str | None, persona: str | None) -> Play | None:
        """Return a new play of a customer, None where scenario, rulebook or persona are not there."""
        scenario, rulebook = self.scenario(sha256), self.rulebook(overlay)
        if scenario is None or rulebook is None:
            return None
        try:
            return begin(scenario, persona, rulebook=rulebook)
        except KeyError:
            return None

    def scenario(self, sha256: str) -> Scenario | None:
        """Return the scenario of a hash, None where there is none that can be played."""
        if sha256 not in self._scenarios:
            raw = self._bytes(sha256)
            self._scenarios[sha256] = None if raw is None else read(raw, sha256)[0]
        return self._scenarios[sha256]

    def rulebook(self, sha256: str | None) -> Rulebook | None:
        """Return the rulebook of an overlay's hash, the standard one for None; None where it cannot be read."""
        if sha256 not in self._rulebooks:
            raw = self._bytes(sha256 or "")
            self._rulebooks[sha256] = None if raw is None else read_rulebook(raw, sha256 or "", standard())[0]
        return self._rulebooks[sha256]

    def _bytes(self, sha256: str) -> bytes | None:
        try:
            return self._sources(sha256)
        except KeyError:
            return None
        except StoreTrouble as trouble:
            if trouble.kind != "damaged":
                raise
            return None  # bytes that no longer have their hash must not pass for the old ones


class _Round:
    """The attempts at one customer, played in the order of their picks."""

    def __init__(self, first: Play, attempts: list[Attempt], weights: Weights, over: bool) -> None:
        self.weights = weights
        self.over = over
        self.picks = [tuple([pick.response for pick in attempt.picks]) for attempt in attempts]
        self.attempts = attempts
        self.order = sorted(range(len(attempts)), key=lambda one: self.picks[one])
        self.common = [self._common(place) for place in range(len(attempts))]
        """How many picks each attempt of the order has in common with the next one."""
        self.held = [(0, first)]
        """Where plays part: how many picks were made there, and a play that stands there."""

    def play(self, numbers: list[int], found: list[Replayed]) -> None:
        """Put every attempt's outcome in its place, `numbers` being their places."""
        for place, wanted in enumerate(self._stops()):
            here = self.order[place]
            found[numbers[here]] = self._played(self.attempts[here], self.picks[here], wanted)
            while self.held[-1][0] > self.common[place]:
                self.held.pop()

    def _common(self, place: int) -> int:
        if place + 1 == len(self.order):
            return 0
        one, other = self.picks[self.order[place]], self.picks[self.order[place + 1]]
        shared = 0
        for mine, theirs in zip(one, other, strict=False):
            if mine != theirs:
                break
            shared += 1
        return shared

    def _stops(self) -> list[list[int]]:
        """Return for each attempt of the order, the nearest first, after how many picks later ones part from it."""
        following: list[int] = []
        stops: list[list[int]] = []
        for shared in reversed(self.common):
            while following and following[-1] >= shared:
                following.pop()
            following.append(shared)
            stops.append(following.copy())
        stops.reverse()
        return stops

    def _played(self, attempt: Attempt, picks: tuple[str, ...], stops: list[int]) -> Replayed:
        made, play = self.held[-1]
        play = forked(play)
        ahead = [stop for stop in stops if stop > made]
        try:
            for stop in ahead:
                made = self._on(play, picks, made, stop)
                self.held.append((stop, forked(play)))
            self._on(play, picks, made, len(picks))
        except NotOffered:
            return MISFIT
        play.seed = attempt.seed
        return self._ended(attempt, play)

    @staticmethod
    def _on(play: Play, picks: tuple[str, ...], made: int, stop: int) -> int:
        for pick in picks[made:stop]:
            choose(play, pick)
        return stop

    def _ended(self, attempt: Attempt, play: Play) -> Replayed:
        state: State = "ended"
        if not play.over:
            left = attempt.abandoned or self.over or attempt.ended is not None
            state = "expired" if attempt.expired else "closed" if left else "unfinished"
            if state == "unfinished":
                return Replayed(play, None, state)
            close(play)
        return Replayed(play, score(play, self.weights), state)


def _numbered(programme: "Programme", attempts: list[Attempt], played: list[Replayed]) -> tuple[Result, ...]:
    """Return the results, in the order given; each trainee's attempts at a task are counted by their start."""
    tasks = {task.key: task for task in programme.tasks}
    rounds: dict[tuple[str, str], list[int]] = {}
    for number, attempt in enumerate(attempts):
        rounds.setdefault((attempt.trainee, attempt.task), []).append(number)
    found: list[Result | None] = [None] * len(attempts)
    odd = doubts(programme, attempts)
    for (_, key), numbers in rounds.items():
        numbers.sort(key=lambda number: attempts[number].order)
        taken = 0
        for number in numbers:
            attempt, again = attempts[number], played[number]
            why = _outside(tasks.get(key), attempt, again)
            if not why:
                taken += 1
                beyond = programme.course.allowed is not None and taken > programme.course.allowed
                why = "beyond" if beyond else "unfinished" if again.score is None else ""
            passed = again.score is not None and programme.course.passing.passes(again.score)
            asked = odd.get(attempt.id, ())
            found[number] = Result(attempt, again.play, again.score, again.state, not why, passed, why, asked)
    return tuple([result for result in found if result is not None])


def _outside(task: "Task | None", attempt: Attempt, again: Replayed) -> Uncounted:
    """Return why an attempt takes none of the allowed number; "" where it does."""
    if task is None or not assigned(task, attempt):
        return "unassigned"
    if again.play is None:
        return "misfit"
    if task.mode == "exam":  # nobody takes up an exam in the middle; a first pick without time is no reason to drop it
        return "practice" if attempt.mode == "practice" else ""
    return "repeated" if attempt.repeated else ""


def assigned(task: "Task", attempt: Attempt) -> bool:
    """Return whether an attempt is at the customer that a task sets."""
    persona = attempt.persona or "base"
    return attempt.scenario == task.scenario.id and task.persona in (None, persona)


def forked(play: Play) -> Play:
    """Return a play that stands where this one does and goes on by itself; turns that were made are shared."""
    fork = Play.__new__(Play)
    for name, value in zip(Play.__slots__, _STANDS(play), strict=True):
        setattr(fork, name, value)
    fork.turns = play.turns.copy()
    return fork
