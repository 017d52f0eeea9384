"""Item analysis tells of every beat who came, what they said, how hard it was and whether it tells people apart."""

from random import Random
from typing import Any

import numpy as np
import pytest
from scipy import stats

from game.course.grading import items
from game.course.grading.items import item_analysis, verdicts
from game.course.grading.quality import Quality, quality
from game.course.grading.results import Item, ItemAnalysis, Share
from game.course.grading.statistics import correlation_interval, share_interval, widening
from game.course.roster import Member
from game.engine import standard
from game.engine.scores import STANDARD
from game.proof.gather import gather
from tests.course.classroom import Classroom, at_random, scenario, shipped, small
from tests.course.oracles import pingouin

BEST = ("good",) * 4


def analysed(room: Classroom, **asked: Any) -> ItemAnalysis:
    """The only analysis of a class at one customer."""
    (found,) = item_analysis(room.programme, room.results(), **asked)
    return found


def beat(room: Classroom, id_: str, **asked: Any) -> Item:
    """The item of one beat."""
    return next(item for item in analysed(room, **asked).items if item.beat == id_)


def share(item: Item, response: str) -> Share:
    """What is told of one response."""
    return next(one for one in item.shares if one.response == response)


def skilled(trainees: int, seed: int = 1, *, odd: str = "", raw: bytes | None = None) -> Classroom:
    """A class in which the better ones pick better, but on the beat `odd` the other way round."""
    dice, room = Random(seed), Classroom(phases={"exam": [raw or small()]})
    for number in range(trainees):
        skill = number / trainees
        at_ease = [1 - skill if f"b{place}" == odd else skill for place in range(1, 5)]
        room.sits(f"t{number}", ["good" if dice.random() < one else "poor" for one in at_ease])
    return room


def separating(item: Item) -> list[str]:
    """The verdicts on the beat as a whole."""
    return [verdict for verdict in item.verdicts if not verdict.startswith("nobody-picks")]


def test_reached_and_shares_are_counted() -> None:
    """Of ten who came to a beat six said one thing and four another; nobody was silent or blamed the customer."""
    room = Classroom(phases={"exam": [small(patience=True)]})
    for number in range(10):
        room.sits(f"t{number}", ("good" if number < 6 else "poor", "good", "good", "good"))
    first = beat(room, "b1")
    told = {one.response: (one.count, one.share) for one in first.shares}
    assert first.reached == 10
    assert told == {"good": (6, 0.6), "fair": (0, 0.0), "poor": (4, 0.4), "rare": (0, 0.0), "silence": (0, 0.0)}


def test_a_beat_that_was_not_reached_is_missing_and_not_zero() -> None:
    """Five who never came to the last beat change nothing of how hard it is told to be."""
    room = Classroom()
    for number in range(10):
        room.sits(f"t{number}", BEST)
    before = beat(room, "b4")
    for number in range(10, 15):
        room.sits(f"t{number}", BEST[:2], expired=True)
    after = beat(room, "b4")
    assert (before.reached, before.facility) == (10, 1.0)
    assert (after.reached, after.facility, after.pairs) == (10, 1.0, 10)
    assert beat(room, "b1").reached == 15


def test_a_beat_that_nobody_reached_has_no_numbers() -> None:
    """Nothing is told of it but that nobody came."""
    room = Classroom()
    room.sits("a", BEST[:2], expired=True)
    item = beat(room, "b4")
    assert (item.reached, item.facility, item.discrimination, item.mean_seconds) == (0, None, None, None)
    assert item.verdicts == ("too-few",)


def test_the_first_time_on_a_beat_counts() -> None:
    """Whoever was silent first and then answered was silent; so the beat is counted once."""
    room = Classroom(phases={"exam": [small(patience=True)]})
    room.sits("a", ("silence", *BEST))
    item = beat(room, "b1")
    assert (item.reached, share(item, "silence").count, share(item, "good").count) == (1, 1, 0)


def test_first_attempts_go_in_unless_all_are_asked_for() -> None:
    """What somebody has learned from the first attempt is not taken for what the scenario asks of a beginner."""
    room = Classroom()
    for number in range(4):
        room.sits(f"t{number}", ("poor",) * 4)
        room.sits(f"t{number}", BEST)
    assert (analysed(room).plays, beat(room, "b1").facility) == (4, 0.0)
    everything = analysed(room, firsts=False)
    assert (everything.plays, everything.firsts, everything.items[0].facility) == (8, False, 0.5)


def test_a_first_attempt_that_does_not_fit_is_not_replaced_by_the_second() -> None:
    """The second attempt of somebody whose first one is lost is still a second attempt."""
    room = Classroom()
    room.sits("a", ("nothing-of-the-kind",))
    room.sits("a", BEST)
    room.sits("b", BEST)
    assert analysed(room).plays == 1


def test_a_group_can_be_asked_for_and_a_room_that_voted_stays_out() -> None:
    """Items of one group are those of its members; what a room decided together is nobody's own."""
    room = Classroom(roster=[Member("s1", "李雷", "一班", "", 1.0), Member("s2", "王芳", "二班", "", 1.0)])
    room.sits("s1", BEST)
    room.sits("s2", ("poor",) * 4)
    room.sits("前台组", BEST, members=("李雷", "王芳"))
    assert analysed(room).plays == 2
    assert (analysed(room, group="一班").plays, beat(room, "b1", group="一班").facility) == (1, 1.0)


def test_versions_and_customers_are_told_apart() -> None:
    """Another version of a scenario is another set of items, and so is every persona."""
    raw = shipped("hotel/room-not-ready")
    found = scenario(raw)
    room, dice = Classroom(phases={"exam": [raw]}, personas=None), Random(2)
    for number, persona in enumerate(found.personas[:2]):
        room.sits(f"t{number}", at_random(found, dice, persona.id), persona=persona.id)
    told = item_analysis(room.programme, room.results())
    assert {one.persona for one in told} == {persona.id or "base" for persona in found.personas[:2]}
    assert all(one.plays == 1 for one in told)


def test_times_are_in_seconds() -> None:
    """Mean and median time on a beat, and the mean of each response."""
    room = Classroom()
    for number, milliseconds in enumerate((2000, 3000, 10_000)):
        attempt = room.sits(f"t{number}", BEST)
        picks = tuple(type(pick)(pick.turn, pick.response, milliseconds) for pick in attempt.picks)
        room.attempts[number] = type(attempt)(
            **{name: getattr(attempt, name) for name in attempt.__slots__} | {"picks": picks}
        )
    item = beat(room, "b2")
    assert (item.mean_seconds, item.median_seconds, share(item, "good").seconds) == (5.0, 3.0, 5.0)
    assert share(item, "poor").seconds is None


def test_quality_is_what_the_proof_saw() -> None:
    """The least regret of a beat is quality 1, the most is 0, in all states that random play comes to."""
    found = scenario(shipped("hotel/room-not-ready"))
    seen, known = gather(found), quality(found, None, standard(), STANDARD)
    regrets: dict[str, dict[str, float]] = {}
    for choice in seen.choices:
        if choice.states:
            regrets.setdefault(choice.beat, {})[choice.response] = choice.regret
    assert known.whole
    for id_, told in regrets.items():
        least, most = min(told.values()), max(told.values())
        for response, regret in told.items():
            assert known.values[id_, response] == pytest.approx((most - regret) / (most - least))
    assert any(response == "silence" and 0 <= value <= 1 for (_, response), value in known.values.items())


def test_a_beat_on_which_all_comes_to_the_same_is_told_as_such() -> None:
    """Where no response is better than another there is no facility, however many have been there."""
    one = b"{say: {zh: \xe5\x97\xaf, en: Yes}, deliver: {service: 1}}"
    head, _, tail = small(beats=1).partition(b"    responses:\n")
    raw = head + b"    responses:\n      a: " + one.replace(b"}}", b"}, then: bye}") + b"\n      b: "
    raw += one.replace(b"}}", b"}, then: bye}") + b"\n" + tail[tail.index(b"endings:") :]
    room = Classroom(phases={"exam": [raw]})
    for number in range(20):
        room.sits(f"t{number}", ("a",))
    item = beat(room, "b1")
    assert (item.facility, item.discrimination, item.verdicts) == (None, None, ("all-alike",))


def test_discrimination_is_the_correlation_with_the_rest_of_the_play() -> None:
    """It agrees with SciPy and Pingouin over the quality on this beat and the mean quality on the play's others."""
    room = skilled(60)
    item = beat(room, "b2")
    known = quality(room.programme.tasks[0].scenario, None, standard(), STANDARD).values
    marks = np.array(
        [[known[f"b{pick.turn}", pick.response] for pick in attempt.picks] for attempt in room.attempts], float
    )
    rest = marks[:, [0, 2, 3]].mean(axis=1)
    test = stats.pearsonr(marks[:, 1], rest)
    told = pingouin.corr(marks[:, 1], rest).iloc[0]
    interval = test.confidence_interval()
    assert item.pairs == 60
    assert item.interval is not None
    assert item.facility == pytest.approx(marks[:, 1].mean())
    assert item.discrimination == pytest.approx(test.statistic)
    assert item.discrimination == pytest.approx(told["r"], abs=1e-3)
    wider = widening(marks[:, 1], rest)
    assert item.interval == correlation_interval(item.discrimination or 0, 60, wider)
    assert item.interval[0] <= interval.low < interval.high <= item.interval[1]


def test_one_person_alone_gives_no_interval() -> None:
    """Where one of ten did otherwise on both beats, all lies on a line; that one person proves nothing."""
    room = Classroom(phases={"exam": [small(beats=2)]})
    for number in range(10):
        room.sits(f"t{number}", ["poor", "poor"] if number == 4 else ["good", "good"])
    item = beat(room, "b1")
    assert item.discrimination == pytest.approx(1)
    assert (item.interval, separating(item)) == (None, ["too-few"])


def test_an_item_that_works_is_told_without_a_verdict() -> None:
    """Where better trainees do better, there is nothing to say."""
    assert separating(beat(skilled(200), "b2")) == []


def test_an_item_that_works_backwards_is_told() -> None:
    """Where better trainees do worse, the beat or its key is wrong."""
    assert separating(beat(skilled(200, odd="b3"), "b3")) == ["works-backwards"]


def test_nine_are_too_few() -> None:
    """Of nine nothing is said, however clear it looks."""
    assert beat(skilled(9, odd="b3"), "b3").verdicts == ("too-few",)


def told(**changed: Any) -> tuple[str, ...]:
    """The verdicts on an item of which this is changed; else it is an ordinary one of 200."""
    reached = changed.pop("reached", 200)
    facility = changed.pop("facility", 0.6)
    r = changed.pop("r", 0.4)
    return verdicts(
        alike=changed.pop("alike", False),
        reached=reached,
        shares=changed.pop("shares", ()),
        facility=facility,
        facility_interval=None if facility is None else share_interval(facility, reached),
        discrimination=r,
        interval=None if r is None else correlation_interval(r, reached),
    )


@pytest.mark.parametrize(
    ("changed", "wanted"),
    [
        ({}, ()),
        ({"reached": 9}, ("too-few",)),
        ({"facility": 0.97}, ("too-easy",)),
        ({"facility": 0.97, "reached": 40}, ()),
        ({"facility": 1.0, "r": None, "reached": 40}, ("too-easy",)),
        ({"facility": 1.0, "r": None, "reached": 20}, ("too-few",)),
        ({"facility": 0.1}, ("too-hard",)),
        ({"facility": 0.1, "reached": 20, "r": 0.7}, ()),
        ({"r": 0.02}, ("does-not-discriminate",)),
        ({"r": 0.02, "reached": 40}, ("too-few",)),
        ({"r": 0.1, "reached": 4000}, ("does-not-discriminate",)),
        ({"r": -0.3}, ("works-backwards",)),
        ({"r": -0.3, "reached": 12}, ("too-few",)),
        ({"r": -0.1, "reached": 4000}, ("does-not-discriminate",)),
        ({"r": None}, ("does-not-discriminate",)),
        ({"r": None, "reached": 30}, ("too-few",)),
        ({"alike": True, "facility": None, "r": None}, ("all-alike",)),
        ({"facility": None, "r": None}, ()),
    ],
)
def test_a_verdict_is_given_only_where_the_numbers_allow_it(changed: dict[str, Any], wanted: tuple[str, ...]) -> None:
    """Number and interval together decide: what could as well be chance is not told as a fault of the beat."""
    assert told(**changed) == wanted


@pytest.mark.parametrize(("offered", "named"), [(58, False), (59, True)])
def test_nobody_picks_it_is_told_of_enough_who_could_have(offered: int, named: bool) -> None:
    """Fifty-nine who could have picked a response and did not are enough to say that it does not tempt anybody."""
    shares = (Share("good", 200, 1.0, 200, 1.0, 4.0), Share("rare", 0, 0.0, offered, 0.0, None))
    silent = Share("silence", 0, 0.0, 200, 0.0, None)
    assert told(shares=(*shares, silent)) == (("nobody-picks:rare",) if named else ())


def test_a_response_that_was_not_on_offer_is_not_blamed() -> None:
    """Nobody picks what nobody could pick: that says nothing about the response."""
    open_, shut = skilled(80), skilled(80, raw=small(guarded=True))
    assert "nobody-picks:rare" in beat(open_, "b1").verdicts
    assert share(beat(shut, "b1"), "guarded").offered == 0
    assert not any(verdict.startswith("nobody-picks:guarded") for verdict in beat(shut, "b1").verdicts)


def test_where_not_all_states_were_seen_the_analysis_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """A scenario too large to be looked at whole is told as such, and what is not known stays unknown."""
    monkeypatch.setattr(
        items, "quality", lambda *_: Quality(False, {("b1", "good"): 1.0, ("b1", "poor"): 0.0}, frozenset())
    )
    found = analysed(skilled(20))
    assert not found.whole
    assert (found.items[0].facility is None, found.items[1].facility) == (False, None)
    assert "all-alike" not in found.items[1].verdicts
