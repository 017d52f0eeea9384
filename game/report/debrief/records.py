"""What a debrief says, as frozen values in one language: a shell only decides how they look."""

from dataclasses import dataclass
from typing import Literal

from game.engine.gauges import Fate
from game.engine.scores import ComponentVerdict, Verdict
from game.report.debrief.feedback import Remark, RuleCount
from game.scenario.words import Channel, Component, Kind, Mood


@dataclass(frozen=True, slots=True)
class Formula:
    """How a score of 0 to 100 came about: `about` in words, `sums` in this play's numbers; it may be empty.

    `notes` name what took points away, one by one.
    """

    name: str
    label: str
    value: int
    about: str
    sums: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Voice:
    """What was answered in the survey (`told`), and the customer's own words on it (`says`)."""

    told: str
    says: str


@dataclass(frozen=True, slots=True)
class Survey:
    """What the customer says afterwards. Stars 1 to 5, `recommend` 0 to 10, satisfaction 0 to 100.

    `answers` are on the stars, on recommending and on coming back. `need` is empty for a customer without one.
    """

    stars: int
    recommend: int
    promoter: Literal["promoter", "passive", "detractor"]
    returns: bool
    satisfaction: int
    answers: tuple[Voice, ...]
    satisfaction_told: str
    need: str
    need_named: bool


@dataclass(frozen=True, slots=True)
class Own:
    """The trainee's own view: the guess beside the score, then what was answered in words.

    `guess` and `guess_told` are None and empty where nothing was guessed; `gap` is guess less score.
    """

    guess: int | None
    gap: int
    guess_told: str
    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ComponentEnd:
    """Where a component ended, levels 0 to 10; `points` 0 to 100 with the sum that makes them; `told` says it all."""

    component: Component
    label: str
    weight: int
    perceived: int
    adequate: int
    desired: int
    can: int
    points: int
    sums: str
    verdict: ComponentVerdict
    verdict_told: str
    told: str


@dataclass(frozen=True, slots=True)
class Lens:
    """One of the five dimensions of SERVQUAL, 0 to 100; None where the scenario does not speak of it."""

    name: str
    label: str
    value: int | None


@dataclass(frozen=True, slots=True)
class Result:
    """What a play that is over came to. `scores` are set, meet, exceed, empathy and NVC; `overall` is made of them."""

    verdict: Verdict
    verdict_told: str
    told: str
    lost: bool
    why: str
    scores: tuple[Formula, ...]
    overall: Formula
    survey: Survey
    own: Own | None
    components: tuple[ComponentEnd, ...]
    servqual: tuple[Lens, ...]


@dataclass(frozen=True, slots=True)
class Pledge:
    """A promise that was made, and what became of it; `told` says both."""

    id: str
    promise: str
    fate: Fate
    fate_told: str
    told: str


@dataclass(frozen=True, slots=True)
class Numbers:
    """Where a play stood: heat 0 to 10, empathy and NVC 0 to 100, set points."""

    heat: int
    empathy: int
    nvc: int
    set_points: int


@dataclass(frozen=True, slots=True)
class TurnTold:
    """One turn. `says` are the customer's words, `said` the trainee's, `reply` what came back at once; "" for nothing.

    `empathy_turn` and `nvc_turn` are the turn's own, 0 to 100, and `counted` says whether they count in the means.
    """

    number: int
    beat: str
    response: str
    speaker: str
    mood: Mood | None
    says: str
    said: str
    reply: str
    before: Numbers
    after: Numbers
    empathy_turn: int
    nvc_turn: int
    counted: bool
    remarks: tuple[Remark, ...]
    note: str


@dataclass(frozen=True, slots=True)
class Cost:
    """What the pick of a turn has cost: `before` could still be had when it was made, `after` when it was.

    `better` is what would have been said on the best way, "" where nothing was lost; `told` is the whole sentence then.
    Where `exact` is not set, both are the best that was found.
    """

    turn: int
    cost: int
    before: int
    after: int
    better: str
    exact: bool
    told: str


@dataclass(frozen=True, slots=True)
class Touchpoint:
    """A stay on one beat: through which channel, what was felt before and after (heat 0 to 10), what was thought, done.

    `first` and `last` are its turns; `thought` tells how what is perceived moved, "" where it did not.
    """

    first: int
    last: int
    beat: str
    kind: Kind
    kind_told: str
    channel: Channel | None
    channel_told: str
    before: int
    after: int
    felt_before: str
    felt_after: str
    thought: str
    did: str


@dataclass(frozen=True, slots=True)
class ZoneSeries:
    """A component's levels, 0 to 10, at the start and after each turn: all three are one longer than the turns."""

    component: Component
    label: str
    weight: int
    adequate: tuple[int, ...]
    desired: tuple[int, ...]
    perceived: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Farewell:
    """How the talk ended: the customer's last words ("" for none), and what is to be said about it ("" for nothing)."""

    says: str
    told: str


@dataclass(frozen=True, slots=True)
class Debrief:
    """All that there is to say about a play; `result` and `farewell` are None while it has not ended.

    `heat` has one number more than there are turns: the first is the start.
    """

    language: str
    title: str
    scenario: str
    who: str
    customer: str
    portrait: str | None
    result: Result | None
    farewell: Farewell | None
    pledges: tuple[Pledge, ...]
    turns: tuple[TurnTold, ...]
    touchpoints: tuple[Touchpoint, ...]
    zones: tuple[ZoneSeries, ...]
    heat: tuple[int, ...]
    rules: tuple[RuleCount, ...]
