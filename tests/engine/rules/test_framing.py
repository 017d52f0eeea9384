"""Frames: explaining a limit, so that what is desired becomes what can be had."""

from typing import Any

import pytest

from tests.engine.staged import levels, rules, talk, zone

HONEST = ["reason", "option"]


def framed(level: int, tags: list[str] | None = None, heat: int = 5, **price: int) -> Any:
    """Return a play of one frame on price; by default 5 to 9 with can 6."""
    numbers = {"adequate": 5, "desired": 9, "can": 6, **price}
    return talk({"frame": {"price": level}, "tags": HONEST if tags is None else tags}, heat=heat, price=numbers)


@pytest.mark.parametrize(("level", "rule"), [(3, "sandbagging"), (4, "sandbagging"), (5, "honest-framing")])
def test_sandbagging(level: int, rule: str) -> None:
    """sandbagging: a frame's level ≤ can − 2; brand −1, set −10; desired stays."""
    play = framed(level)
    assert rules(play) == (rule,)
    if rule == "sandbagging":
        assert (play.standing.set_points, levels(play), zone(play, "price")) == (-10, {"brand": 4}, (5, 9))


@pytest.mark.parametrize("heat", [0, 10])
@pytest.mark.parametrize("desired", [7, 9])
def test_sandbagging_whatever_else_holds(heat: int, desired: int) -> None:
    """Sandbagging comes first: before needless, unheard, honest or bare."""
    assert rules(framed(2, heat=heat, desired=desired, tags=[])) == ("sandbagging",)


@pytest.mark.parametrize(
    ("level", "desired", "can", "needless"),
    [(6, 7, 7, True), (6, 6, 7, True), (6, 8, 7, False), (8, 8, 7, True), (9, 8, 7, True), (7, 8, 7, False)],
)
def test_needless_limit(level: int, desired: int, can: int, needless: bool) -> None:
    """needless-limit: not sandbagging, desired ≤ can or level ≥ desired; feedback only, desired stays."""
    play = framed(level, desired=desired, can=can)
    assert rules(play) == ("needless-limit" if needless else "honest-framing",)
    if needless:
        assert (play.standing.set_points, levels(play), zone(play, "price")) == (0, {}, (5, desired))


@pytest.mark.parametrize(
    ("heat", "tags", "rule"),
    [
        (5, HONEST, "honest-framing"),
        (6, HONEST, "frame-unheard"),
        (10, [], "frame-unheard"),
        (6, ["reaction", *HONEST], "honest-framing"),
        (6, ["reaction"], "bare-limit"),
        (5, [], "bare-limit"),
    ],
)
def test_frame_unheard(heat: int, tags: list[str], rule: str) -> None:
    """frame-unheard: not heard, that is h ≥ 6 and e = 0; feedback only, desired stays."""
    play = framed(6, tags, heat=heat)
    assert rule in rules(play)
    if rule == "frame-unheard":
        assert rules(play) == (rule,)
        assert (play.standing.set_points, levels(play), zone(play, "price")) == (0, {}, (5, 9))


@pytest.mark.parametrize(("level", "desired", "after"), [(5, 9, 6), (5, 8, 5), (6, 8, 6), (7, 9, 7), (5, 7, 5)])
def test_honest_framing(level: int, desired: int, after: int) -> None:
    """honest-framing: `reason` and `option`; desired falls by at most 3, not below the level; brand +1, set +15."""
    play = framed(level, desired=desired, adequate=2)
    assert rules(play) == ("honest-framing",)
    assert zone(play, "price") == (2, after)
    assert (play.standing.set_points, levels(play)) == (15, {"brand": 6})


@pytest.mark.parametrize("tags", [[], ["reason"], ["option"]])
def test_bare_limit(tags: list[str]) -> None:
    """bare-limit: a frame, none of these; desired falls by at most 1."""
    play = framed(6, tags)
    assert rules(play) == ("bare-limit",)
    assert (zone(play, "price"), play.standing.set_points, levels(play)) == ((5, 8), 0, {})


@pytest.mark.parametrize(("can", "desired", "after"), [(1, 4, 1), (0, 2, 1), (0, 4, 1), (0, 1, 1)])
def test_desired_never_falls_below_one(can: int, desired: int, after: int) -> None:
    """A frame never lowers desired below 1, even where its own level is 0; adequate follows, not below 0."""
    play = framed(0, can=can, desired=desired, adequate=0)
    assert rules(play) == ("honest-framing",)
    assert zone(play, "price") == (0, after)


@pytest.mark.parametrize(("adequate", "follows"), [(5, 5), (6, 5), (7, 5), (8, 5)])
def test_adequate_follows(adequate: int, follows: int) -> None:
    """Where desired falls to adequate or below, adequate follows to desired − 1: 9 falls to 6, so 6 becomes 5."""
    assert zone(framed(6, adequate=adequate), "price") == (follows, 6)


def test_adequate_follows_a_bare_limit() -> None:
    """The same where desired falls by one: 8 to 9 becomes 7 to 8."""
    assert zone(framed(6, [], adequate=8), "price") == (7, 8)


def test_each_frame_by_itself() -> None:
    """Each framed component by itself: one honest, one sandbagging, one needless, with their own effects."""
    frame = {"frame": {"price": 6, "product": 2, "service": 7}, "tags": HONEST}
    play = talk(frame, price={"desired": 8, "can": 6}, product={"desired": 9})
    assert rules(play) == ("honest-framing", "needless-limit", "sandbagging")
    assert play.standing.set_points == 15 - 10
    assert levels(play) == {}  # brand +1 − 1
    two = talk({"frame": {"price": 6, "product": 6}, "tags": HONEST}, price={"desired": 8}, product={"desired": 9})
    assert rules(two) == ("honest-framing",)
    assert (two.standing.set_points, levels(two)) == (30, {"brand": 7})


def test_frames_are_made_before_promises() -> None:
    """A frame brings desired down to 7, the promise of the same turn raises it again to 8."""
    response = {"frame": {"price": 7}, "tags": HONEST, "promise": {"p": {"about": "price", "level": 8, "by": "17:30"}}}
    play = talk(response, price={"desired": 9})
    assert "honest-framing" in rules(play)
    assert zone(play, "price") == (5, 8)


def test_a_frame_reads_desired_as_it_then_stands() -> None:
    """A promise of an earlier turn raised desired above what can be had: now the limit is needed."""
    promise = {"promise": {"p": {"about": "price", "level": 9, "by": "17:30"}}}
    play = talk(promise, {"frame": {"price": 7}, "tags": HONEST})
    assert rules(play) == ("honest-framing",)
    assert zone(play, "price") == (5, 7)
