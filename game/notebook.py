"""What the shells keep of their plays: the store, seen through the scenarios that its attempts were played on."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from msgspec import Struct

from game.course.attempt import Answers, Attempt, Mode
from game.course.store import Store
from game.engine import NotOffered, Play, Rulebook, Score, begin, choose, close, read_rulebook, score, standard
from game.library import Entry
from game.scenario import read


class Unfinished(Struct, frozen=True):
    """An attempt that can be resumed. `left` is what was left of the beat's patience, in seconds. A talk of a room has
    `members`, and `hands` that were counted, or either."""

    attempt: str
    entry: Entry
    persona: str | None
    mode: Mode
    language: str
    seed: int
    trainee: str
    picks: tuple[str, ...]
    started: datetime
    left: float | None
    rulebook: Rulebook
    members: tuple[str, ...] = ()
    hands: dict[int, dict[str, int]] = {}


class Past(Struct, frozen=True):
    """A talk that has come to its end, made again from its picks. `milliseconds` is how long the trainee thought.

    `repeated` is how many of its first picks were taken over from an earlier talk that was taken up again: nobody
    thought about them, so they took no time.
    """

    attempt: str
    entry: Entry
    play: Play
    mode: Mode
    trainee: str
    started: datetime
    ended: datetime
    answers: Answers | None
    milliseconds: int
    repeated: int
    members: tuple[str, ...]


Replayed = tuple[Entry, Play]


class Notebook:
    """Begins, keeps and finds attempts for one trainee. Every call may raise `StoreTrouble`.

    Attempts of a course belong to the course, and those of another desk to their reports: neither is found here.
    """

    def __init__(self, store: Store, trainee: str, rulebook: Rulebook, rulebook_source: bytes | None) -> None:
        self.store = store
        self.trainee = trainee
        self.rulebook = rulebook
        self.rulebook_source = rulebook_source
        self._entries: dict[str, Entry | None] = {}
        self._ended_plays: dict[str, Replayed | None] = {}
        """What has ended stays as it was: it is made again once."""

    def begin(
        self, entry: Entry, persona: str | None, mode: Mode, language: str, seed: int, trainee: str,
        members: tuple[str, ...] = (),
    ) -> str:  # fmt: skip
        """Keep a new attempt and return its id."""
        return self.store.begin(
            scenario=entry.scenario.id,
            source=entry.source,
            rulebook=self.rulebook.id,
            rulebook_version=self.rulebook.version,
            rulebook_source=self.rulebook_source,
            persona=None if persona == "base" else persona,
            mode=mode,
            language=language,
            seed=seed,
            trainee=trainee,
            members=members,
        ).id

    def keep(self, attempt: str, turn: int, response: str, milliseconds: int, time_left: float | None = None) -> None:
        """Keep one pick; it is on the disk when this returns."""
        self.store.keep(attempt, turn, response, milliseconds, time_left)

    def hands(self, attempt: str, turn: int, counts: Mapping[str, int]) -> None:
        """Keep a show of hands."""
        self.store.hands(attempt, turn, counts)

    def end(self, attempt: str, *, expired: bool = False) -> None:
        """Close an attempt that has come to its end."""
        self.store.end(attempt, expired=expired)

    def answer(self, attempt: str, turning_point: str, guess: int | None, next_time: str) -> None:
        """Keep the answers to the three questions."""
        self.store.answer(attempt, Answers(turning_point, guess, next_time))

    def left(self, attempt: str, seconds: float | None, time_left: float | None = None) -> None:
        """Keep what is left of the running patience, and of the attempt's own time."""
        self.store.left(attempt, seconds, time_left)

    def abandon(self, attempt: str) -> None:
        """Put an attempt aside that will not be resumed."""
        self.store.abandon(attempt)

    @property
    def _whose(self) -> str | None:
        """Whose attempts are looked for: None for everyone's at this desk. Where desks share a store, nobody without a
        name is shown what others did."""
        return self.trainee or ("" if self.store.shared else None)

    def unfinished(self) -> list[Unfinished]:
        """Return the attempts that can be resumed, newest first; those whose picks no longer fit are left out.

        One that was cut off between its last pick and its debrief is among them.
        """
        found = []
        for attempt in self.store.unfinished():
            if attempt.course is not None or self._whose not in (None, attempt.trainee, *attempt.members):
                continue
            if (play := replayed(self.store, attempt, self._entries)) is not None:
                found.append(unfinished_of(attempt, *play))
        return found

    def past(self) -> list[Past]:
        """Return the trainee's talks that have come to their end, newest first; misfits are left out."""
        found = []
        for attempt in self._ended(None):
            again = self._again(attempt)
            if again is not None and again[1].over and attempt.ended is not None:
                found.append(past_of(attempt, *again))
        return found

    def best(self, scenario: str) -> Score | None:
        """Return the best score of a scenario's ended attempts, None before the first."""
        scores = [found for attempt in self._ended(scenario) if (found := self._score(attempt)) is not None]
        return max(scores, key=lambda one: one.overall, default=None)

    def earlier(self, scenario: str) -> str | None:
        """Return the verdict of this trainee's last ended attempt at a scenario, None without one."""
        for attempt in self._ended(scenario):
            if (found := self._score(attempt)) is not None:
                return found.verdict
        return None

    def mine(self, scenario: str | None = None) -> list[Attempt]:
        """Return the attempts that this notebook is about, newest first; of one scenario if it is named."""
        attempts = self.store.attempts(scenario=scenario, trainee=self._whose)
        return [attempt for attempt in attempts if attempt.course is None and attempt.imported is None]

    def _ended(self, scenario: str | None) -> list[Attempt]:
        return [attempt for attempt in self.mine(scenario) if attempt.ended is not None and not attempt.abandoned]

    def _score(self, attempt: Attempt) -> Score | None:
        found = self._again(attempt)
        return score(found[1]) if found is not None and found[1].over else None

    def _again(self, attempt: Attempt) -> Replayed | None:
        """Return the play of an attempt that has ended, None for a misfit."""
        if attempt.id not in self._ended_plays:
            self._ended_plays[attempt.id] = replayed(self.store, attempt, self._entries)
        return self._ended_plays[attempt.id]


def past_of(attempt: Attempt, entry: Entry, play: Play) -> Past:
    """Return an attempt that has ended, with its play."""
    return Past(
        attempt=attempt.id,
        entry=entry,
        play=play,
        mode=attempt.mode,
        trainee=attempt.trainee,
        started=attempt.started,
        ended=attempt.ended or attempt.started,
        answers=attempt.answers,
        milliseconds=sum(pick.milliseconds for pick in attempt.picks),
        repeated=attempt.repeated,
        members=attempt.members,
    )


def unfinished_of(attempt: Attempt, entry: Entry, play: Play) -> Unfinished:
    """Return an attempt that can be resumed, of its scenario, with its play as far as it has come."""
    picks = tuple(pick.response for pick in attempt.picks)
    who: dict[str, Any] = {"persona": attempt.persona, "mode": attempt.mode, "language": attempt.language}
    return Unfinished(
        attempt=attempt.id,
        entry=entry,
        seed=attempt.seed,
        trainee=attempt.trainee,
        picks=picks,
        started=attempt.started,
        left=attempt.left,
        rulebook=play.case.rulebook,
        members=attempt.members,
        hands={shown.turn: dict(shown.counts) for shown in attempt.hands},
        **who,
    )


def replayed(store: Store, attempt: Attempt, known: dict[str, Entry | None] | None = None) -> Replayed | None:
    """Return the play of a stored attempt, made again from its own scenario, rulebook and picks; None if they no
    longer fit together, as after a change of the game's rules. Where its time had run out it is closed after the last
    pick. `known` keeps the scenarios that were read, by hash."""
    known = {} if known is None else known
    if attempt.sha256 not in known:
        known[attempt.sha256] = _entry(store.source(attempt.sha256), attempt.scenario)
    entry = known[attempt.sha256]
    rulebook: Rulebook | None = standard()
    if attempt.rulebook_sha256 is not None:
        rulebook, _ = read_rulebook(store.source(attempt.rulebook_sha256), attempt.rulebook, standard())
    if entry is None or rulebook is None:
        return None
    try:
        play = begin(entry.scenario, attempt.persona, attempt.seed, rulebook=rulebook)
        for pick in attempt.picks:
            choose(play, pick.response)
    except (KeyError, NotOffered):
        return None
    if attempt.expired:
        close(play)
    return entry, play


def _entry(source: bytes, name: str) -> Entry | None:
    """Return the scenario of these bytes, None if it can no longer be read."""
    scenario, _ = read(source, name)
    return None if scenario is None else Entry(scenario, source, name)
