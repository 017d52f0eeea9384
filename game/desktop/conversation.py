"""One talk at the window: the play, what was said so far, the customer's patience, and a pick that is kept before
anything else is shown."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from game.engine import Moment, Play, Turn, choose, close, look
from game.scenario import SILENCE, Text

if TYPE_CHECKING:
    from game.desktop.clock import Clock
    from game.session import Mode, Notebook

KEPT_EVERY: Final = 5.0
"""What is left of a patience, and of the time for an attempt, is kept so often, in seconds: a window that is killed
gives no new patience, and no new time."""
HURRY: Final = 10.0
"""From so many seconds on it is told that the patience runs out."""
COLLECTED: Final = 3
"""The heat at which those are drawn whose heat nobody counts: colleagues, family."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whoever speaks, and how they look: at this heat, 0 to 10, and in this mood, if the scenario names one."""

    name: Text
    portrait: str | None
    heat: int
    mood: str | None


@dataclass(frozen=True, slots=True)
class Exchange:
    """What was said in one turn: by whoever spoke, by the trainee, and at once in answer.

    `speaker` is how they look at the answer; `scene` is where it was said.
    """

    speaker: Speaker
    scene: str | None
    says: Text | None
    said: Text
    reply: Text | None
    turn: Turn
    too_late: bool = False


class TimeLimit:
    """What is left of the time for a whole attempt, `seconds` at first: it runs from `start` until `stop`, whatever
    stands on the screen meanwhile."""

    def __init__(self, clock: "Clock", seconds: float) -> None:
        self._clock = clock
        self._seconds = seconds
        self._since: float | None = None
        self._kept = 0.0

    def start(self) -> None:
        """Let the time run."""
        if self._since is None:
            self._since = self._kept = self._clock.now()

    def stop(self) -> None:
        """Let the time stand still."""
        self._seconds, self._since = self.left(), None

    def left(self) -> float:
        """Return what is left, in seconds; 0 once it has run out."""
        return max(0.0, self._seconds - (0.0 if self._since is None else self._clock.now() - self._since))

    def due(self) -> bool:
        """Return whether what is left is to be kept again by now; then it counts as kept."""
        due = self._since is not None and self._clock.now() - self._kept >= KEPT_EVERY
        if due:
            self._kept = self._clock.now()
        return due


class Conversation:
    """One play under way. `left` is what was left of the patience when the trainee went away, in seconds.

    `patience` multiplies what the scenario gives: 0 lets it never run out. An exam has its patience as it is written.
    Either is multiplied by `stretch`, for whom a course gives more time. `time` is what the attempt as a whole has, in
    seconds, None where it has no limit.
    """

    def __init__(
        self, play: Play, attempt: str, mode: "Mode", notebook: "Notebook", clock: "Clock", *,
        patience: int = 1, left: float | None = None, stretch: float = 1.0, time: float | None = None,
    ) -> None:  # fmt: skip
        self.play = play
        self.attempt = attempt
        self.mode = mode
        self.log: list[Exchange] = []
        self.moment: Moment = look(play)
        self.limit = None if time is None else TimeLimit(clock, time)
        self._notebook = notebook
        self._clock = clock
        self._stretch = stretch
        self._times = 1 if mode == "exam" else patience
        self._left = left
        self._asked: float | None = None
        self._spent = 0.0
        self._kept = 0.0

    @property
    def over(self) -> bool:
        """Whether the talk has come to its end."""
        return self.play.over

    @property
    def exam(self) -> bool:
        """Whether gauges, chips and lessons are hidden."""
        return self.mode == "exam"

    @property
    def silence(self) -> bool:
        """Whether saying nothing is on offer."""
        return any(choice.id == SILENCE for choice in self.moment.offered)

    @property
    def scene(self) -> str | None:
        """Where the talk takes place now; its last words are said where it was."""
        if self.moment.beat is not None:
            return self.moment.beat.scene
        return self.log[-1].scene if self.log else None

    @property
    def scenes_ahead(self) -> tuple[str | None, ...]:
        """Where the talk may take place after the next response, and after an interrupt."""
        beat, scenario = self.moment.beat, self.moment.case.scenario
        if beat is None:
            return ()
        routes = [route.to for response in beat.responses for route in response.then]
        reached = (*routes, *(interrupt.to for interrupt in scenario.interrupts))
        return tuple(dict.fromkeys(scenario.beats[to].scene for to in reached if to in scenario.beats))

    def speaker(self) -> Speaker:
        """Return whoever speaks now."""
        case, beat = self.moment.case, self.moment.beat
        if beat is not None and beat.speaker is not None:
            one = case.scenario.cast[beat.speaker]
            return Speaker(one.name, one.portrait, COLLECTED, beat.mood)
        mood = None if beat is None else beat.mood
        return Speaker(case.customer.name, case.customer.portrait, self.moment.gauges.heat, mood)

    def catch_up(self, picks: tuple[str, ...]) -> None:
        """Pick again what was picked before. NotOffered if a pick no longer fits."""
        for pick in picks:
            self._note(pick, too_late=False)

    # The patience

    @property
    def patience(self) -> float | None:
        """How many seconds the customer waits at this beat, None for ever."""
        beat = self.moment.beat
        if beat is None or beat.patience is None or not self._times or not self.silence:
            return None
        return float(beat.patience * self._times * self._stretch)

    def wait(self, times: int) -> None:
        """Let the customer wait so many times as long as is written, 0 for ever; in an exam it stays as written."""
        if not self.exam:
            self._times = times

    def ask(self) -> None:
        """Say that all words are on the screen: from now on the trainee thinks, and the patience runs."""
        if self._asked is not None or self.over:
            return
        self._asked = self._kept = self._clock.now()
        whole = self.patience
        if whole is not None:
            if self._left is not None:
                self._spent, self._left = max(0.0, whole - self._left), None
            self._keep_left()

    def hold(self) -> None:
        """Let the patience stand still until `ask`: the trainee is looking after the window, not after the customer."""
        if self._asked is not None:
            self._spent += self._clock.now() - self._asked
            self._asked = None

    def left(self) -> float | None:
        """Return what is left of the patience, in seconds, None where it does not run."""
        whole = self.patience
        if whole is None:
            return None
        if self._left is not None:
            return min(self._left, whole)
        return max(0.0, whole - self._spent - (0.0 if self._asked is None else self._clock.now() - self._asked))

    def run_out(self) -> bool:
        """Return whether the customer has waited long enough; what is left is kept now and then."""
        left = self.left()
        if left is None or self._asked is None:
            return False
        if self._clock.now() - self._kept >= KEPT_EVERY:
            self._kept = self._clock.now()
            self._keep_left()
        return left <= 0

    @property
    def hurried(self) -> bool:
        """Whether the patience is about to run out."""
        left = self.left()
        return left is not None and self._asked is not None and left <= HURRY

    def leave(self) -> None:
        """Keep what is left of the patience and of the attempt's own time, to go on another time."""
        if not self.over and (self._asked is not None or self.limit is not None):
            self._keep_left()

    def _keep_left(self) -> None:
        self._notebook.left(self.attempt, self.left(), self.time_left)

    # The time for the whole attempt

    @property
    def time_left(self) -> float | None:
        """What is left of the time for the whole attempt, in seconds; None where it has no limit."""
        return None if self.limit is None else self.limit.left()

    def time_out(self) -> bool:
        """Let the attempt's own time run; return whether it has run out just now: the talk is closed then.

        What is left is kept now and then. Asked late, it closes the talk all the same with the moment at which the time
        ran out.
        """
        limit = self.limit
        if limit is None or self.over:
            return False
        limit.start()
        if limit.left() <= 0:
            limit.stop()
            close(self.play)
            self.moment = look(self.play)
            self._notebook.end(self.attempt, expired=True)
            return True
        if limit.due():
            self._keep_left()
        return False

    # The picks

    def pick(self, response: str, *, too_late: bool = False) -> Exchange:
        """Pick a response: it is kept when this returns. NotOffered leaves all as it was."""
        thought = self._spent + (0.0 if self._asked is None else self._clock.now() - self._asked)
        exchange = self._note(response, too_late=too_late)
        self._asked = self._left = None
        self._spent = 0.0
        self._notebook.keep(self.attempt, exchange.turn.number, response, round(1000 * thought), self.time_left)
        if self.over:
            if self.limit is not None:
                self.limit.stop()
            self._notebook.end(self.attempt)
        return exchange

    def _note(self, response: str, *, too_late: bool) -> Exchange:
        moment, speaker, scene = self.moment, self.speaker(), self.scene
        turn = choose(self.play, response)
        said = next((choice.say for choice in moment.offered if choice.id == response), Text())
        self.moment = look(self.play)
        if moment.beat is not None and moment.beat.speaker is None:  # what the customer feels now is in their face
            speaker = replace(speaker, heat=self.moment.gauges.heat, mood=None)
        exchange = Exchange(speaker, scene, moment.says, said, turn.reply, turn, too_late)
        self.log.append(exchange)
        return exchange
