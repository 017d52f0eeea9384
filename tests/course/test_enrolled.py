"""What a course, a class and other desks add to an attempt."""

import hashlib
import math
import uuid
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from game.course.attempt import Answers, Attempt, Enrolment, Hands, Pick
from game.course.store import Store
from tests.course.desk import SOURCE, Desk, begin, everything

COURSE = "id: 秋季班\n".encode()
OVERLAY = b"rules: {}\n"


def enrolled(store: Store, **changed: Any) -> Attempt:
    """Give an attempt at the first task of a course, with a quarter of an hour to go."""
    return begin(store, course=Enrolment("autumn", COURSE, "before/heating-cold-flat/base", 900.0), **changed)


# --- courses ---


def test_an_attempt_knows_the_task_it_is_for(desk: Desk) -> None:
    """An attempt of a course says which course and task it is for and how long it may take, after a new start too."""
    with desk() as store:
        made = enrolled(store)
        begin(store)
        assert (made.course, made.task, made.phase) == ("autumn", "before/heating-cold-flat/base", "before")
        assert (made.time_left, made.expired) == (900.0, False)
        assert made.course_sha256 == hashlib.sha256(COURSE).hexdigest()
        assert store.source(made.course_sha256) == COURSE
    assert made in everything(desk)
    with desk() as store:
        assert store.attempts(course="autumn") == [made]
        assert store.attempts(course="spring") == []


def test_an_attempt_outside_a_course_has_no_limit(store: Store) -> None:
    """An attempt that belongs to no course has no task, no phase and all the time in the world."""
    made = begin(store)
    assert (made.course, made.course_sha256, made.task, made.phase, made.time_left) == (None, None, "", "", None)


def test_time_left_is_kept_with_each_pick(desk: Desk) -> None:
    """What is left of the limit is there after a new start as it was told with the last pick, or in between."""
    with desk() as store:
        made = enrolled(store)
        store.keep(made.id, 1, "a", 5, time_left=880.5)
    with desk() as store:
        assert store.attempt(made.id).time_left == 880.5
        store.left(made.id, 4.0, time_left=870.25)
    with desk() as store:
        resumed = store.attempt(made.id)
        assert (resumed.left, resumed.time_left) == (4.0, 870.25)
        store.left(made.id, None)
        store.keep(made.id, 2, "b", 5)
        assert store.attempt(made.id).time_left == 870.25


def test_a_pick_that_is_refused_leaves_the_time_as_it_was(store: Store) -> None:
    """Pick and time are kept together or not at all, and what is no time is refused."""
    made = enrolled(store)
    with pytest.raises(ValueError, match="turn 1 is next"):
        store.keep(made.id, 2, "a", 5, time_left=1.0)
    for seconds in (-0.5, math.inf, math.nan):
        with pytest.raises(ValueError, match="seconds"):
            store.keep(made.id, 1, "a", 5, time_left=seconds)
        with pytest.raises(ValueError, match="seconds"):
            store.left(made.id, None, time_left=seconds)
    assert store.attempt(made.id) == made


def test_an_attempt_whose_time_ran_out_ended_at_that_moment(store: Store) -> None:
    """An attempt may be closed at a moment that is past; one that expired has nothing of its limit left."""
    made = enrolled(store)
    moment = made.started + timedelta(minutes=15)
    store.end(made.id, expired=True, at=moment)
    closed = store.attempt(made.id)
    assert (closed.ended, closed.expired, closed.time_left) == (moment, True, 0.0)
    store.end(made.id)
    assert store.attempt(made.id) == closed
    free = begin(store)
    store.end(free.id, expired=True)
    assert store.attempt(free.id).time_left is None


# --- a class ---


def test_a_group_plays_under_its_names(desk: Desk) -> None:
    """A group's attempt has the group's name and those of its people in their order, after a new start too."""
    with desk() as store:
        made = begin(store, trainee="第三组", members=("小李", "Ann", "王姐"))
        alone = begin(store)
    assert (made.trainee, made.members, alone.members) == ("第三组", ("小李", "Ann", "王姐"), ())
    assert everything(desk) == [alone, made]


def test_shown_hands_are_kept_and_counted_again(store: Store) -> None:
    """Counts come back turn by turn in the order in which they were counted; a second count replaces the first."""
    made, other = begin(store), begin(store)
    store.hands(made.id, 2, {"wait": 3, "sorry": 11})
    store.hands(made.id, 1, {"b": 1, "a": 0})
    store.hands(other.id, 1, {"a": 5})
    assert store.attempt(made.id).hands == (Hands(1, (("b", 1), ("a", 0))), Hands(2, (("wait", 3), ("sorry", 11))))
    store.end(made.id)
    store.hands(made.id, 2, {"sorry": 14})
    store.hands(made.id, 1, {})
    assert store.attempt(made.id).hands == (Hands(2, (("sorry", 14),)),)
    assert store.attempt(other.id).hands == (Hands(1, (("a", 5),)),)


def test_impossible_hands_are_refused(store: Store) -> None:
    """Fewer than no hands, a turn before the first, and hands for an attempt that is not there are refused."""
    made = begin(store)
    for turn, counts in ((0, {"a": 1}), (1, {"a": -1})):
        with pytest.raises(ValueError, match="hands"):
            store.hands(made.id, turn, counts)
    with pytest.raises(KeyError):
        store.hands(made.id[:8], 1, {"a": 1})
    assert store.attempt(made.id).hands == ()


# --- other desks ---


def _sha(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


FOREIGN = Attempt(
    id=str(uuid.UUID(int=7)),
    scenario="heating-cold-flat",
    sha256=_sha(SOURCE),
    rulebook="standard",
    rulebook_version=1,
    persona="furious",
    mode="exam",
    language="zh",
    seed=10**30,
    trainee="小李\0",
    started=datetime(2026, 11, 20, 8, tzinfo=UTC),
    ended=datetime(2026, 11, 20, 8, 15, tzinfo=UTC),
    picks=(Pick(1, "sorry", 4000), Pick(2, "wait", 2500)),
    answers=Answers("2", 70, "听"),
    rulebook_sha256=_sha(OVERLAY),
    course="autumn",
    course_sha256=_sha(COURSE),
    task="before/heating-cold-flat/furious",
    time_left=0.0,
    expired=True,
    members=("小李", "Ann"),
    hands=(Hands(1, (("sorry", 9), ("wait", 1))),),
    signer="ab" * 32,
    imported=datetime(2026, 11, 22, 8, tzinfo=UTC),
)
CONTENTS = [SOURCE, OVERLAY, COURSE]


def test_an_attempt_from_another_desk_is_kept_whole(desk: Desk) -> None:
    """All of a foreign attempt is there after a new start, with the bytes it was played on and who signed it."""
    with desk() as store:
        assert store.take_in(FOREIGN, CONTENTS)
    (kept,) = everything(desk)
    assert kept == replace(FOREIGN, trainee="小李\ufffd")
    with desk() as store:
        assert [store.source(_sha(content)) for content in CONTENTS] == CONTENTS


def test_the_same_attempt_comes_in_once(store: Store) -> None:
    """The same attempt a second time changes nothing, whenever and by whatever hand it comes; nor does one's own."""
    assert store.take_in(FOREIGN, CONTENTS)
    again = replace(FOREIGN, imported=datetime.now(UTC), signer=None)
    assert not store.take_in(again, CONTENTS)
    own = begin(store)
    assert not store.take_in(replace(own, signer="cd" * 32, imported=datetime.now(UTC)), [SOURCE])
    assert [attempt.signer for attempt in store.attempts()] == [None, "ab" * 32]


@pytest.mark.parametrize(
    "changed",
    [
        {"trainee": "小王"},
        {"picks": (Pick(1, "sorry", 4000),)},
        {"picks": (Pick(1, "sorry", 4000), Pick(2, "wait", 2501))},
        {"answers": None},
        {"members": ()},
        {"hands": ()},
        {"ended": None},
        {"expired": False},
    ],
)
def test_another_attempt_of_the_same_id_is_refused(store: Store, changed: dict[str, Any]) -> None:
    """An attempt whose id is taken by a different one is refused, and the one that is there stays as it was."""
    store.take_in(FOREIGN, CONTENTS)
    before = store.attempts()
    with pytest.raises(ValueError, match="another attempt"):
        store.take_in(replace(FOREIGN, **changed), CONTENTS)
    assert store.attempts() == before


@pytest.mark.parametrize(
    ("changed", "contents"),
    [
        ({"picks": (Pick(2, "wait", 5),)}, CONTENTS),
        ({"picks": (Pick(1, "wait", 5), Pick(1, "wait", 5))}, CONTENTS),
        ({}, [SOURCE, COURSE]),
        ({"mode": "dream"}, CONTENTS),
        ({"picks": (Pick(1, "wait", 2**70),)}, CONTENTS),
        ({"rulebook_version": 2**70}, CONTENTS),
        ({"id": "not-a-uuid" * 9}, CONTENTS),
        ({"answers": Answers("", 101, "")}, CONTENTS),
        ({"left": -1.0}, CONTENTS),
        ({"time_left": math.nan}, CONTENTS),
        ({"hands": (Hands(0, (("a", 1),)),)}, CONTENTS),
        ({"language": "z" * 33}, CONTENTS),
        ({"language": "z\0"}, CONTENTS),
    ],
)
def test_what_cannot_be_an_attempt_is_refused(store: Store, changed: dict[str, Any], contents: list[bytes]) -> None:
    """An attempt that no desk could have kept is refused as a whole: not even its scenario stays behind."""
    with pytest.raises(ValueError, match="attempt"):
        store.take_in(replace(FOREIGN, **changed), contents)
    assert store.attempts() == []
    with pytest.raises(KeyError):
        store.source(_sha(SOURCE))


def test_another_desks_unfinished_attempt_is_not_offered_here(store: Store) -> None:
    """An attempt that somebody broke off at another desk is kept, but nobody can go on with it here."""
    store.take_in(replace(FOREIGN, ended=None, expired=False, time_left=20.0), CONTENTS)
    own = enrolled(store)
    assert store.unfinished() == [own]
    assert len(store.attempts()) == 2
