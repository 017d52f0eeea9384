"""The scores, each computed by hand from the formulas of the design."""

from typing import Any

import pytest

from game.engine import Play, Weights, score
from tests.engine.staged import talk

Data = dict[str, Any]
CLOSED: Data = {"tags": ["next-step"]}


def one(perceived: int, *, lost: bool = False, weight: int = 2, deliver: int = 0, **numbers: int) -> Play:
    """Return an ended play of a customer with one component that counts; the loop was closed, heat is 0."""
    who: Data = {"weight": weight, "perceived": perceived, **numbers}
    rest = tuple(c for c in ("product", "price", "brand", "personal"))
    response = {**CLOSED, "deliver": {"service": deliver}}
    return talk(response, ends="lost" if lost else "end", heat=0, service=who, without=rest)


# Set


@pytest.mark.parametrize(("desired", "can", "set_"), [(7, 7, 60), (8, 7, 50), (10, 5, 10), (10, 3, 0), (6, 9, 60)])
def test_set(desired: int, can: int, set_: int) -> None:
    """set = clamp(50 + set points − 10·Σ max(0, D − can)): 50 + 10 for the closed loop, less what cannot be had."""
    assert score(one(5, desired=desired, can=can)).set == set_


def test_set_sums_over_all_components_that_count() -> None:
    """Each component's overhang counts, but not that of weight 0."""
    over = {"desired": 9, "can": 7}
    play = talk(CLOSED, ends="end", service=over, price={**over, "weight": 1}, brand={**over, "weight": 0})
    assert score(play).set == 50 + 10 - 20 - 20


def test_set_of_a_lost_customer() -> None:
    """set is 0 if the customer is lost."""
    assert score(one(5, lost=True)).set == 0


# Meet


@pytest.mark.parametrize(("perceived", "meet"), [(10, 100), (7, 100), (6, 85), (5, 70), (4, 40), (3, 10), (2, 0)])
def test_meet_of_one_component(perceived: int, meet: int) -> None:
    """m = 100 − 15·max(0, D−P) − 15·max(0, A−P): below adequate each level costs double."""
    assert score(one(perceived)).meet == meet


def test_meet_is_a_mean_by_weight_rounded_half_up() -> None:
    """meet = half_up(Σ w·m / Σ w): (3·100 + 1·70)/4 = 92.5 is 93, and weight 0 plays no part."""
    who: Data = {
        "service": {"weight": 3, "perceived": 7},
        "price": {"weight": 1},
        "brand": {"weight": 0, "perceived": 0},
    }
    assert score(talk(CLOSED, ends="end", without=("product", "personal"), **who)).meet == 93


# Exceed


@pytest.mark.parametrize(
    ("perceived", "deliver", "exceed"),
    [(7, 0, 0), (6, 1, 0), (7, 1, 35), (7, 2, 70), (7, 3, 100), (8, 1, 35), (9, 0, 0), (6, 3, 70), (9, -1, 0)],
)
def test_exceed(perceived: int, deliver: int, exceed: int) -> None:
    """35·min(P − max(D, D0), deeds): a level above what was hoped, but only as far as deeds brought it there."""
    assert score(one(perceived, deliver=deliver)).exceed == exceed


def test_exceed_is_measured_from_the_first_hope() -> None:
    """max(D, D0): talking desired down does not make a surprise; 8 is one above the 7 that the play began with."""
    frame = {"frame": {"service": 5}, "tags": ["reason", "option"]}
    deed = {**CLOSED, "deliver": {"service": 3}}
    play = talk(frame, deed, ends="end", heat=0, service={"can": 6}, brand={"perceived": 6})
    assert play.turns[0].rules == ("honest-framing",)
    assert score(play).exceed == 35


def test_exceed_is_the_largest_over_components_that_matter() -> None:
    """The largest over the components of weight ≥ 2; weight 1 does not count however far it goes."""
    deed = {**CLOSED, "deliver": {"service": 3, "price": 5, "product": 4}}
    assert score(talk(deed, ends="end", price={"weight": 1})).exceed == 70
    assert score(talk(deed, ends="end", price={"weight": 1}, product={"weight": 1})).exceed == 35
    assert score(one(7, deliver=3, weight=1)).exceed == 0


def test_nothing_is_exceeded_below_adequate() -> None:
    """exceed is 0 if any P < A; a component of weight 0 plays no part in it."""
    deed = {**CLOSED, "deliver": {"service": 4}}
    assert score(talk(deed, ends="end", price={"perceived": 4, "weight": 1})).exceed == 0
    assert score(talk(deed, ends="end", price={"perceived": 4, "weight": 0})).exceed == 70


@pytest.mark.parametrize(("spent", "exceed"), [(0, 70), (-1, 0)])
def test_nothing_is_exceeded_on_an_overspent_budget(spent: int, exceed: int) -> None:
    """exceed is 0 if the budget is overspent: `budget` below 0."""
    deed = {**CLOSED, "deliver": {"service": 4}, "meters": {"budget": spent}}
    scored = score(talk(deed, ends="end"))
    assert (scored.exceed, scored.overspent) == (exceed, spent < 0)


def test_nothing_is_exceeded_for_a_lost_customer() -> None:
    """exceed is 0 if the customer is lost."""
    assert score(one(7, deliver=3, lost=True)).exceed == 0


# Overall and verdicts


def test_overall() -> None:
    """overall = half_up((20·set + 30·meet + 10·exceed + 20·empathy + 20·nvc)/100): 60, 85, 0, 100, 40 make 65.5."""
    scored = score(one(6))
    assert (scored.set, scored.meet, scored.exceed, scored.empathy, scored.nvc) == (60, 85, 0, 100, 40)
    assert scored.overall == 66


def test_a_course_may_weigh_otherwise() -> None:
    """A course may give other weights that sum to 100."""
    play = one(6)
    assert score(play, Weights(0, 100, 0, 0, 0)).overall == 85
    assert score(play, Weights(100, 0, 0, 0, 0)).overall == 60
    assert score(play, Weights(0, 50, 0, 0, 50)).overall == 63  # 62.5


def test_verdict_exceeded() -> None:
    """exceeded if overall ≥ 80, exceed > 0 and no P < A."""
    warm = {"tags": ["next-step", "request", "recap"], "deliver": {"service": 3}}
    who: Data = {"heat": 0, "without": ("product", "price", "brand", "personal"), "service": {"perceived": 7}}
    scored = score(talk(warm, ends="end", **who))
    assert (scored.set, scored.meet, scored.exceed, scored.empathy, scored.nvc) == (60, 100, 100, 100, 100)
    assert (scored.overall, scored.verdict) == (92, "exceeded")
    plain = score(talk({**warm, "deliver": {}}, ends="end", **who))
    assert (plain.overall, plain.exceed, plain.verdict) == (82, 0, "met")


@pytest.mark.parametrize(("weight", "verdict"), [(2, "met"), (3, "acceptable")])
def test_verdict_met_allows_a_fifth_below(weight: int, verdict: str) -> None:
    """met if overall ≥ 65 and the components with P < A have at most a fifth of all weight: 2 of 10, not 3 of 11."""
    good = {"weight": 2, "perceived": 7}
    who: Data = dict.fromkeys(("service", "product", "price", "personal"), good)
    words = {"tags": ["next-step", "request"]}
    scored = score(talk(words, ends="end", heat=0, brand={"weight": weight, "perceived": 4}, **who))
    assert scored.overall >= 65
    assert scored.verdict == verdict


def test_verdict_acceptable_and_below() -> None:
    """acceptable if overall ≥ 50 and meet ≥ 40; else below; below if lost whatever the numbers."""
    calm = {"tags": ["next-step", "request"]}
    assert _verdict(talk(calm, ends="end", heat=0, without=_REST, service={"perceived": 4})) == (64, 40, "acceptable")
    assert _verdict(talk(calm, ends="end", heat=0, without=_REST, service={"perceived": 3})) == (55, 10, "below")
    rough = {"tags": ["demand"]}
    assert _verdict(talk(rough, ends="end", heat=5, without=_REST)) == (33, 70, "below")
    assert _verdict(talk(calm, ends="lost", heat=0, without=_REST, service={"perceived": 7})) == (70, 100, "below")


_REST = ("product", "price", "brand", "personal")


def _verdict(play: Play) -> tuple[int, int, str]:
    scored = score(play)
    return scored.overall, scored.meet, scored.verdict


@pytest.mark.parametrize(("perceived", "verdict"), [(4, "below"), (5, "met"), (7, "met"), (8, "exceeded")])
def test_each_components_verdict(perceived: int, verdict: str) -> None:
    """below if P < A, met if A ≤ P ≤ D, exceeded if P > D; one of weight 0 is shown as well."""
    play = talk(CLOSED, ends="end", service={"perceived": perceived, "weight": 0})
    assert score(play).components["service"] == verdict


# Satisfaction


@pytest.mark.parametrize(
    ("perceived", "heat", "satisfaction"),
    [(7, 0, 70), (10, 0, 100), (5, 0, 50), (4, 0, 35), (0, 0, 0), (7, 5, 60), (5, 10, 30), (8, 1, 78)],
)
def test_satisfaction(perceived: int, heat: int, satisfaction: int) -> None:
    """half_up(Σ w·(s + 10·P) / (2·Σ w)) − 2·heat, s = 70 + 10·(P−D) − 10·max(0, A−P)."""
    play = talk(CLOSED, ends="end", heat=heat, without=_REST, service={"perceived": perceived})
    assert score(play).satisfaction == satisfaction


def test_satisfaction_halves() -> None:
    """Weights 1 and 2 with 70 + 70 and 50 + 50: (140 + 2·100)/6 = 56.67 is 57."""
    who: Data = {"service": {"weight": 1, "perceived": 7}, "price": {"weight": 2, "perceived": 5}}
    assert score(talk(CLOSED, ends="end", heat=0, without=("product", "brand", "personal"), **who)).satisfaction == 57


@pytest.mark.parametrize(
    ("perceived", "stars", "recommend", "who", "returns"),
    [
        (10, 5, 10, "promoter", True),
        (9, 5, 9, "promoter", True),
        (7, 4, 7, "passive", True),
        (6, 3, 6, "detractor", False),
        (0, 1, 0, "detractor", False),
    ],
)
def test_what_the_customer_would_say(perceived: int, stars: int, recommend: int, who: str, returns: bool) -> None:
    """Stars: half_up(satisfaction/20), at least 1; recommends half_up(satisfaction/10); comes back from 65."""
    scored = score(one(perceived))
    assert (scored.stars, scored.recommend, scored.promoter, scored.returns) == (stars, recommend, who, returns)


def test_the_parts_tell_the_formula() -> None:
    """What a score is made of can be shown: zone, first hope, what can be had, deeds and overhang of each component."""
    part = score(one(6, deliver=2, can=6)).parts[0]
    assert (part.component, part.adequate, part.desired, part.perceived, part.opening) == ("service", 5, 7, 8, 7)
    assert (part.can, part.deeds, part.overhang, part.meet, part.exceed) == (6, 2, 1, 100, 35)
