"""What is said about a class, as frozen values in one language: pages, tables and PDFs only decide how it looks."""

from datetime import datetime
from typing import Literal

from msgspec import Struct

State = Literal["passed", "failed", "open"]
"""Whether somebody has passed; open while what is missing could still change it."""
Tone = Literal["good", "bad", "plain"]


class Fact(Struct, frozen=True):
    """One line of a head: what it is about, and what there is to say."""

    label: str
    value: str


class Value(Struct, frozen=True):
    """A number of 0 to 100 with its name; None where there is none."""

    name: str
    label: str
    value: int | None


class Bar(Struct, frozen=True):
    """One of several counts that are shown side by side; `share` is that of all, 0 to 1, `told` says both."""

    name: str
    label: str
    count: int
    share: float
    told: str


class Head(Struct, frozen=True):
    """What a report is about. `course` is its id, `group` "" for the whole class; `made` is when it was written.

    `conditions` say what it takes to pass, one by one; `notes` what has to be known to read the numbers.
    """

    language: str
    course: str
    title: str
    group: str
    made: datetime
    made_told: str
    facts: tuple[Fact, ...]
    conditions: tuple[str, ...]
    notes: tuple[str, ...]


class Distribution(Struct, frozen=True):
    """Numbers of 0 to 100 in ten bins (0-9, 10-19, …, 90-100); `mark` is the least that passes, None without one.

    Mean, median, least and most are None where there is no number yet; `told` says it in a sentence.
    """

    bins: tuple[int, ...]
    n: int
    mean: float | None
    median: float | None
    least: int | None
    most: int | None
    mark: int | None
    told: str


class Outcome(Struct, frozen=True):
    """How many passed, failed, or are open yet; `rate` is the share of those decided, in percent, None without any.

    `reasons` count why it was not enough: several may hold for one trainee.
    """

    n: int
    passed: int
    failed: int
    open: int
    rate: int | None
    told: str
    reasons: tuple[Bar, ...]


class ZoneEnd(Struct, frozen=True):
    """Where a component ended, levels 0 to 10: of one attempt, or the means over `n`, with how many ended where."""

    component: str
    label: str
    weight: float
    n: int
    adequate: float
    desired: float
    perceived: float
    below: int
    met: int
    exceeded: int
    told: str


class HeatRow(Struct, frozen=True):
    """One trainee, or `n` of about the same score: the quality of each moment, 0 to 100, None where none came there."""

    label: str
    n: int
    values: tuple[int | None, ...]


class HeatMap(Struct, frozen=True):
    """How well each moment went: rows from the best to the weakest, one column a beat, in the order of the talk."""

    columns: tuple[str, ...]
    said: tuple[str, ...]
    rows: tuple[HeatRow, ...]
    told: str


class HeatTurn(Struct, frozen=True):
    """The customers' heat, 0 to 10, after a turn (0 is the start): the mean of `n`, and the middle half of them."""

    turn: int
    n: int
    mean: float
    low: float
    high: float


class Share(Struct, frozen=True):
    """One response of a beat: how many picked it, as a share of 0 to 1; quality is 0 to 1, None where not known."""

    response: str
    said: str
    count: int
    share: float
    quality: float | None


class Finding(Struct, frozen=True):
    """What the numbers allow to be said about a beat; `code` is the statistic's word for it."""

    code: str
    tone: Tone
    told: str


class ItemTold(Struct, frozen=True):
    """One beat over all who reached it. Facility is the mean quality, 0 to 1; discrimination a correlation, -1 to 1,
    with its interval of 95 %; seconds are the mean time of a pick. None where it cannot be said. `number` is that of
    the beat in its file."""

    beat: str
    number: int
    says: str
    reached: int
    shares: tuple[Share, ...]
    facility: float | None
    discrimination: float | None
    low: float | None
    high: float | None
    discrimination_told: str
    seconds: float | None
    median: float | None
    findings: tuple[Finding, ...]


class ItemSheet(Struct, frozen=True):
    """The beats of one customer: one scenario version and persona. `exact` is whether every quality was proven."""

    scenario: str
    sha256: str
    persona: str
    title: str
    attempts: int
    items: tuple[ItemTold, ...]
    exact: bool


class Progress(Struct, frozen=True):
    """From first to last attempt, over those who tried a task more than once."""

    n: int
    before: float
    after: float
    better: int
    told: str


class GainTold(Struct, frozen=True):
    """How much a phase gained on the one it is compared to, in points of overall; None where it cannot be said."""

    phase: str
    against: str
    n: int
    before: float | None
    after: float | None
    gain: float | None
    low: float | None
    high: float | None
    effect: float | None
    told: str


class GuessTold(Struct, frozen=True):
    """What the trainees thought that they had scored, beside what they had: (guess, score) pairs, errors in points."""

    pairs: tuple[tuple[int, int], ...]
    n: int
    bias: float | None
    error: float | None
    correlation: float | None
    told: str


class Mark(Struct, frozen=True):
    """Something about an attempt that a trainer should know before trusting or counting it."""

    code: str
    tone: Tone
    told: str
