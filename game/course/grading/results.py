"""What a course comes to, as values: results of attempts, the grade book, the item analysis. Nothing here computes."""

from datetime import datetime
from typing import TYPE_CHECKING, Final, Literal

from msgspec import Struct

from game.course.attempt import Attempt
from game.engine import Play, Score
from game.engine.scores import Verdict
from game.scenario import Scenario, Text

if TYPE_CHECKING:
    from game.course.tasks import Programme

State = Literal["ended", "expired", "unfinished", "closed", "misfit"]
"""How an attempt stands: it came to an end; its time ran out; it can go on; it was left unfinished and is over, by the
trainee or by the course's closing time; its picks no longer fit its scenario."""
Uncounted = Literal["", "beyond", "repeated", "unfinished", "misfit", "practice", "unassigned"]
"""Why a result is not counted: past the allowed number; taken up again in the middle of an earlier talk; not over yet;
does not fit; sat as practice where an exam is set; nothing of the course as it is now. Empty where it is counted."""
Doubt = Literal["copied", "long", "ahead", "backdated"]
"""What is odd about an attempt: each pick took as long as somebody else's, to the millisecond; the picks took longer
than the course allows; by the clock of its desk it was begun after it had been handed in; it is dated
before another one that came in earlier."""
Interval = tuple[float, float]
"""The two ends of an interval of 95 %."""
LEAST_REACHED: Final = 10
"""Of fewer who came to a beat nothing is said: an interval that rests on them spans half of what there is."""


class Result(Struct, frozen=True, gc=False):
    """One attempt, scored again from its picks with the course's weights.

    `play` and `score` are None for a misfit, `score` also while unfinished. The play is only to be looked at: plays of
    the same beginning share their turns. `passed` is what this attempt by itself comes to, `doubts` what to ask about.
    """

    attempt: Attempt
    play: Play | None
    score: Score | None
    state: State
    counted: bool
    passed: bool
    uncounted: Uncounted = ""
    doubts: tuple[Doubt, ...] = ()


class Person(Struct, frozen=True, gc=False):
    """Who has a line in the grade book: from the roster, else by the name entered, which is then the id too.

    `listed` is False for somebody whom the course's roster does not have. `members` are the names of those behind the
    attempts of a group that played together; such a line stays out of what is said of the class.
    """

    id: str
    name: str
    group: str
    listed: bool = True
    members: tuple[str, ...] = ()


class Short(Struct, frozen=True, gc=False):
    """One thing that was missing to pass: the score's name with what was had and what is asked, or "verdict"."""

    name: str
    had: int | Verdict
    least: int | Verdict


class Counted(Struct, frozen=True, gc=False):
    """What counts of a trainee's attempts at a task: scores 0 to 100 and verdict, whether that passes, else why not.

    Of an average, every score is the mean, halves up, and the verdict the best one that more than half of the attempts
    have reached (the lower median). `attempts` are the ids of those that went in, in order of start.
    """

    set: int
    meet: int
    exceed: int
    empathy: int
    nvc: int
    overall: int
    satisfaction: int
    verdict: Verdict
    passed: bool
    short: tuple[Short, ...]
    attempts: tuple[str, ...]


class Cell(Struct, frozen=True, gc=False):
    """One trainee's attempts at one task: all of them in order of start, and what counts, None while nothing does.

    `left` is how many more attempts are allowed, None for any number.
    """

    task: str
    results: tuple[Result, ...]
    counted: Counted | None
    left: int | None


class Gain(Struct, frozen=True, gc=False):
    """The paired gain of a phase over the one to which it compares itself, in points of overall.

    `before`, `after` and `gain` are means over `n` trainees who have a counted result in every task of both phases; of
    one trainee, `n` is 1 (0 where one is missing, the means are then None) and each is the mean over the tasks.
    `interval` is that of the mean gain (Student's t), `dz` Cohen's d of paired differences; both None where fewer than
    two trainees, or no spread, allow none.
    """

    phase: str
    compared: str
    n: int
    before: float | None
    after: float | None
    gain: float | None
    interval: Interval | None
    dz: float | None


class Guess(Struct, frozen=True, gc=False):
    """Guesses beside scores, over `n` counted attempts for which a score was guessed.

    `error` is the mean of guess less overall (above 0: too sure), `off` the mean of its size, both in points;
    `correlation` is Pearson's, None for fewer than three or where either does not vary.
    """

    n: int
    error: float | None
    off: float | None
    correlation: float | None


class Alpha(Struct, frozen=True):
    """Cronbach's alpha over the tasks of a course: how far they rank the trainees alike, at most 1.

    `persons` have a counted result in all of the `tasks`, and only they go in. Where `value` is None, `why` says what
    does not allow one: "few-tasks", "few-persons" or "no-variance"; the verdict is then "too few".
    """

    value: float | None
    interval: Interval | None
    persons: int
    tasks: int
    why: Literal["", "few-tasks", "few-persons", "no-variance"] = ""


class Line(Struct, frozen=True, gc=False):
    """One trainee: a cell for each task of the course in its order, the grade 0 to 100, and whether that passes.

    `grade` is None while a task that counts has no result and the course is open; `passed` likewise. `gains` has one
    for each phase that compares itself.
    """

    person: Person
    cells: tuple[Cell, ...]
    grade: int | None
    passed: bool | None
    gains: tuple[Gain, ...]
    guess: Guess


class GradeBook(Struct, frozen=True):
    """A course as it stands at `now`. `counting` are the keys of the tasks that make the grade.

    `closed` says whether the closing time has passed; `group` is the one that all lines are of, None for the whole
    course. `strays` are results of attempts at what the course no longer has.
    """

    programme: "Programme"
    now: datetime
    closed: bool
    group: str | None
    counting: tuple[str, ...]
    lines: tuple[Line, ...]
    gains: tuple[Gain, ...]
    guess: Guess
    alpha: Alpha
    strays: tuple[Result, ...]


class Share(Struct, frozen=True, gc=False):
    """One response of a beat: how many picked it, which share of those who came there, 0 to 1, its quality and time.

    `quality` is 0 to 1, None where it is not known. `offered` is how many had it on offer, `seconds` the mean time of
    those who picked it, None where nobody did.
    """

    response: str
    count: int
    share: float
    offered: int
    quality: float | None
    seconds: float | None


ItemVerdict = str
"""One of "too-easy", "too-hard", "does-not-discriminate", "works-backwards", "all-alike" (every answer comes to the
same), "too-few", or "nobody-picks:" with the id of a response."""


class Item(Struct, frozen=True, gc=False):
    """One beat over the plays that came to it; the first time counts where a beat comes again.

    `facility` is the mean quality of what was picked, 0 (everybody the worst) to 1 (everybody the best), with its
    interval; `discrimination` the correlation of that quality with the rest of the play, over `pairs` plays, with its
    interval; None where there is none. Times are in seconds, None where nobody came.
    """

    beat: str
    reached: int
    shares: tuple[Share, ...]
    facility: float | None
    facility_interval: Interval | None
    discrimination: float | None
    interval: Interval | None
    pairs: int
    mean_seconds: float | None
    median_seconds: float | None
    verdicts: tuple[ItemVerdict, ...]


class ItemAnalysis(Struct, frozen=True):
    """The items of one scenario version and customer, in the file's order.

    `persona` is "base" for the customer as written; `plays` is how many went in: the first of each trainee, or all
    (`firsts` False); `group` is the one that all of them are of, None for everyone. `whole` says whether the qualities
    come from every state that there is; else they are known of some states only. `said` has for each beat that was
    come to the line that most of them heard there.
    """

    scenario: Scenario
    sha256: str
    persona: str
    rulebook_sha256: str | None
    group: str | None
    plays: int
    firsts: bool
    whole: bool
    items: tuple[Item, ...]
    said: dict[str, Text] = {}
