"""The scores of a play that is over, each 0 to 100, with all the numbers that they are made of.

Grounds: performance and disconfirmation, the negative stronger (Anderson and Sullivan 1993); the zone of tolerance
(Zeithaml, Berry and Parasuraman 1993); satisfaction half gap, half performance (Schiebler et al. 2025; Carrillat et al.
2007). The constants are design choices.
"""

from typing import Final, Literal

from msgspec import Struct

from game.engine.case import Case
from game.engine.play import Play
from game.engine.rules.acting import SALIENT
from game.engine.standing import clamp, half_up
from game.scenario.words import Component

Verdict = Literal["exceeded", "met", "acceptable", "below"]
ComponentVerdict = Literal["exceeded", "met", "below"]

SET_START: Final = 50
OVERHANG_COST: Final = 10
SHORT_OF_DESIRED: Final = 15
SHORT_OF_ADEQUATE: Final = 15
EXCEED_STEP: Final = 35
BUDGET: Final = "budget"
RETURNS_FROM: Final = 65
MOST_PARTS: Final = 4096
"""How many standings of a component are kept worked out; past that they are worked out afresh."""


class Weights(Struct, frozen=True):
    """How much each score counts in overall; the five sum to 100."""

    set: int = 20
    meet: int = 30
    exceed: int = 10
    empathy: int = 20
    nvc: int = 20


class Part(Struct, frozen=True, gc=False):
    """One component's share in the scores. `opening` is the desired that the play began with, `deeds` what was done.

    `meet` and `exceed` are 0 to 100; `overhang` is how far desired lies above what can be had.
    """

    component: Component
    weight: int
    adequate: int
    desired: int
    perceived: int
    opening: int
    can: int
    deeds: int
    overhang: int
    meet: int
    exceed: int
    satisfied: int
    verdict: ComponentVerdict


class Score(Struct, frozen=True, gc=False):
    """The five scores, what they sum to, and what the customer would say. Everything is 0 to 100 but stars (1 to 5)
    and `recommend` (0 to 10)."""

    set: int
    meet: int
    exceed: int
    empathy: int
    nvc: int
    overall: int
    verdict: Verdict
    satisfaction: int
    set_points: int
    heat: int
    lost: bool
    overspent: bool
    parts: tuple[Part, ...]
    weights: Weights

    @property
    def components(self) -> dict[str, ComponentVerdict]:
        """Each component's verdict."""
        return {part.component: part.verdict for part in self.parts}

    @property
    def stars(self) -> int:
        """What the customer would give, 1 to 5."""
        return max(1, half_up(self.satisfaction, 20))

    @property
    def recommend(self) -> int:
        """How likely the customer would recommend, 0 to 10."""
        return half_up(self.satisfaction, 10)

    @property
    def promoter(self) -> Literal["promoter", "passive", "detractor"]:
        """What the answer makes of the customer in a recommendation survey."""
        return "promoter" if self.recommend >= 9 else "passive" if self.recommend >= 7 else "detractor"

    @property
    def returns(self) -> bool:
        """Whether the customer comes back."""
        return self.satisfaction >= RETURNS_FROM


STANDARD: Final = Weights()


def score(play: Play, weights: Weights = STANDARD) -> Score:
    """Return the scores of a play that is over; ValueError before that."""
    if not play.over:
        raise ValueError("the play is not over")
    parts = _parts(play)
    counted = [part for part in parts if part.weight > 0]
    standing = play.standing
    lost, overspent = play.lost, _overspent(play)
    set_ = 0 if lost else clamp(_set(standing.set_points, counted), 0, 100)
    meet = _mean([(part.weight, part.meet) for part in counted])
    exceed = 0 if lost or overspent else _exceed(counted)
    overall = half_up(
        weights.set * set_
        + weights.meet * meet
        + weights.exceed * exceed
        + weights.empathy * standing.empathy
        + weights.nvc * standing.nvc,
        100,
    )
    return Score(
        set_,
        meet,
        exceed,
        standing.empathy,
        standing.nvc,
        overall,
        _verdict(counted, lost, overall, meet, exceed),
        _satisfaction(counted, standing.heat),
        standing.set_points,
        standing.heat,
        lost,
        overspent,
        parts,
        weights,
    )


def _parts(play: Play) -> tuple[Part, ...]:
    case, standing = play.case, play.standing
    levels = zip(standing.adequate, standing.desired, standing.perceived, standing.deeds, strict=True)
    found = []
    for place, (known, level) in enumerate(zip(case.parts, levels, strict=True)):
        part = known.get(level)
        if part is None:
            part = _part(case, place, *level)
            if len(known) < MOST_PARTS:
                known[level] = part
        found.append(part)
    return tuple(found)


def _part(case: Case, place: int, a: int, d: int, p: int, deeds: int) -> Part:
    expected = case.expected[place]
    return Part(
        case.layout.components[place],
        expected.weight,
        a,
        d,
        p,
        expected.desired,
        expected.can,
        deeds,
        max(0, d - expected.can),
        clamp(100 - SHORT_OF_DESIRED * max(0, d - p) - SHORT_OF_ADEQUATE * max(0, a - p), 0, 100),
        clamp(EXCEED_STEP * min(p - max(d, expected.desired), deeds), 0, 100),
        clamp(70 + 10 * (p - d) - 10 * max(0, a - p), 0, 100),
        "below" if p < a else "met" if p <= d else "exceeded",
    )


def _overspent(play: Play) -> bool:
    place = play.case.layout.meter_places.get(BUDGET)
    return place is not None and play.standing.meters[place] < 0


def _set(points: int, parts: list[Part]) -> int:
    return SET_START + points - OVERHANG_COST * sum(part.overhang for part in parts)


def _mean(weighted: list[tuple[int, int]]) -> int:
    return half_up(sum(weight * value for weight, value in weighted), sum(weight for weight, _ in weighted))


def _exceed(parts: list[Part]) -> int:
    if any(part.verdict == "below" for part in parts):
        return 0
    return max((part.exceed for part in parts if part.weight >= SALIENT), default=0)


def _verdict(parts: list[Part], lost: bool, overall: int, meet: int, exceed: int) -> Verdict:
    if lost:
        return "below"
    short = sum(part.weight for part in parts if part.verdict == "below")
    if overall >= 80 and exceed > 0 and short == 0:
        return "exceeded"
    if overall >= 65 and 5 * short <= sum(part.weight for part in parts):
        return "met"
    return "acceptable" if overall >= 50 and meet >= 40 else "below"


def _satisfaction(parts: list[Part], heat: int) -> int:
    total = sum(part.weight * (part.satisfied + 10 * part.perceived) for part in parts)
    return clamp(half_up(total, 2 * sum(part.weight for part in parts)) - 2 * heat, 0, 100)
