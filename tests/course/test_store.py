"""What is kept is what happened."""

import hashlib
import uuid
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from game.course.attempt import Answers, Pick
from game.course.store import Store
from tests.course.desk import SOURCE, Desk, begin, everything, played


def test_an_attempt_says_all_that_it_began_with(desk: Desk) -> None:
    """A begun attempt says who plays what, by which rules and since when, and says the same after a new start."""
    overlay = b"rules: {}\n"
    with desk() as store:
        before = datetime.now(UTC)
        made = begin(
            store, rulebook_source=overlay, persona="furious", mode="exam", language="en", seed=-(10**25), trainee="Ann"
        )
    assert (made.scenario, made.rulebook, made.rulebook_version) == ("heating-cold-flat", "standard", 1)
    assert (made.persona, made.mode, made.language) == ("furious", "exam", "en")
    assert (made.seed, made.trainee) == (-(10**25), "Ann")
    assert made.sha256 == hashlib.sha256(SOURCE).hexdigest()
    assert made.rulebook_sha256 == hashlib.sha256(overlay).hexdigest()
    assert uuid.UUID(made.id).version == 4
    assert before <= made.started <= datetime.now(UTC)
    assert made.started.utcoffset() == timedelta(0)
    assert (made.ended, made.picks, made.answers, made.left, made.abandoned) == (None, (), None, None, False)
    assert everything(desk) == [made]


def test_an_edited_scenario_leaves_the_old_one_to_old_attempts(store: Store) -> None:
    """After the file was edited, the bytes that an old attempt was played on are still there, each kept once."""
    old = begin(store)
    assert begin(store).sha256 == old.sha256
    new = begin(store, source=SOURCE + b"# edited\n", rulebook_source=SOURCE)
    assert store.source(old.sha256) == SOURCE
    assert store.source(new.sha256) == SOURCE + b"# edited\n"
    assert new.rulebook_sha256 == old.sha256
    with store.snapshot() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM sources").scalar() == 2
    with pytest.raises(KeyError):
        store.source("0" * 64)


def test_picks_come_back_in_turn(desk: Desk) -> None:
    """Picks that were kept are there after a new start, in order, with the time each took."""
    attempt = played(desk)
    assert attempt.picks == tuple(Pick(n, f"response-{n}", 1000 * n) for n in (1, 2, 3))
    assert everything(desk) == [attempt]


@pytest.mark.parametrize("turn", [-1, 0, 2, 4, 2**70])
def test_only_the_next_turn_is_kept(desk: Desk, turn: int) -> None:
    """A turn that was kept already, or that skips one, is refused and changes nothing."""
    attempt = played(desk, picks=2)
    with desk() as store:
        with pytest.raises(ValueError, match="turn 3 is next"):
            store.keep(attempt.id, turn, "again", 5)
        assert store.attempt(attempt.id) == attempt
        store.keep(attempt.id, 3, "on", 5)


def test_an_ended_attempt_takes_no_more_picks(store: Store) -> None:
    """Once an attempt has ended or was abandoned, no pick and no running patience can be added to it."""
    for close in (store.end, store.abandon):
        attempt = begin(store)
        close(attempt.id)
        with pytest.raises(ValueError, match="has ended"):
            store.keep(attempt.id, 1, "too-late", 5)
        with pytest.raises(ValueError, match="has ended"):
            store.left(attempt.id, 3.0)
        assert store.attempt(attempt.id).picks == ()


def test_impossible_measures_are_refused(store: Store) -> None:
    """A negative time, an endless patience and a guess that is no score are refused and not kept."""
    attempt = begin(store)
    for seconds in (-0.1, float("inf"), float("nan")):
        with pytest.raises(ValueError, match="seconds"):
            store.left(attempt.id, seconds)
    with pytest.raises(ValueError, match="milliseconds"):
        store.keep(attempt.id, 1, "a", -1)
    for guess in (-1, 101):
        with pytest.raises(ValueError, match="guess"):
            store.answer(attempt.id, Answers("", guess, ""))
    assert store.attempt(attempt.id) == attempt


def test_an_end_stays_as_it_was(store: Store) -> None:
    """Ending twice, or abandoning what has ended, leaves the first end in place."""
    attempt = begin(store)
    store.end(attempt.id)
    first = store.attempt(attempt.id)
    assert first.ended is not None
    assert attempt.started <= first.ended <= datetime.now(UTC)
    store.end(attempt.id)
    store.abandon(attempt.id)
    assert store.attempt(attempt.id) == first


def test_abandoned_attempts_are_kept_but_not_offered(store: Store) -> None:
    """An attempt that the trainee does not want to resume is not offered again; it is still there and says so."""
    attempt = begin(store)
    store.keep(attempt.id, 1, "a", 5)
    store.abandon(attempt.id)
    assert store.unfinished() == []
    (kept,) = store.attempts()
    assert kept.abandoned
    assert kept.ended is not None
    assert kept.picks == (Pick(1, "a", 5),)


def test_patience_runs_on_after_a_resume(desk: Desk) -> None:
    """What was left of a patience is there after a new start, and gone once a pick was made or the play has ended."""
    with desk() as store:
        attempt = begin(store)
        store.left(attempt.id, 12.25)
    with desk() as store:
        assert store.unfinished()[0].left == 12.25
        store.left(attempt.id, None)
        assert store.attempt(attempt.id).left is None
        store.left(attempt.id, 7)
        store.keep(attempt.id, 1, "a", 5)
        assert store.attempt(attempt.id).left is None
        store.left(attempt.id, 3.5)
        store.end(attempt.id)
        assert store.attempt(attempt.id).left is None


def test_the_three_answers_are_kept(desk: Desk) -> None:
    """The answers before the debrief come back as written; the guess may be left out; a second thought replaces all."""
    with desk() as store:
        attempt = begin(store)
        store.end(attempt.id)
        store.answer(attempt.id, Answers("第 3 轮", None, ""))
        store.answer(attempt.id, Answers("第 2 轮，我说了“马上”", 64, "先听她把话说完\nthen act"))
    (kept,) = everything(desk)
    assert kept.answers == Answers("第 2 轮，我说了“马上”", 64, "先听她把话说完\nthen act")


def test_broken_characters_do_not_stop_the_play(store: Store) -> None:
    """Input with bytes that are no text is kept, with a mark where a character was broken."""
    attempt = begin(store, trainee="Ann\udce9\0")
    store.answer(attempt.id, Answers("\ud800", None, "ok"))
    kept = store.attempt(attempt.id)
    assert kept.trainee == "Ann\ufffd\ufffd"
    assert kept.answers == Answers("\ufffd", None, "ok")
    assert store.attempts(trainee="Ann\udce9\0") == [kept]


def test_an_attempt_is_found_by_the_start_of_its_id(store: Store) -> None:
    """An id, or as much of it as is unlike all others, in any case, finds its attempt; anything else finds none."""
    made = [begin(store) for _ in range(17)]
    for attempt in made:
        assert store.attempt(attempt.id) == attempt
        assert store.attempt(attempt.id[:-1].upper()) == attempt
    shared = next(a.id[0] for a in made if sum(b.id[0] == a.id[0] for b in made) > 1)
    for nobody in ("", shared, "nobody"):
        with pytest.raises(KeyError):
            store.attempt(nobody)


def test_an_id_has_no_wildcards(store: Store) -> None:
    """Even where there is only one attempt, signs that databases read as "anything" do not find it."""
    begin(store)
    for nobody in ("%", "_" * 36, ""):
        with pytest.raises(KeyError):
            store.attempt(nobody)


@pytest.mark.parametrize("call", ["keep", "left", "end", "abandon", "answer"])
def test_an_unknown_attempt_is_a_key_error(store: Store, call: str) -> None:
    """Nothing can be added to an attempt that is not there, not even under the start of another's id."""
    given_too: dict[str, tuple[Any, ...]] = {"keep": (1, "a", 5), "left": (2.0,), "answer": (Answers("", None, ""),)}
    attempt = begin(store)
    with pytest.raises(KeyError):
        getattr(store, call)(attempt.id[:8], *given_too.get(call, ()))
    assert store.attempts() == [attempt]


def test_attempts_are_listed_newest_first(store: Store) -> None:
    """The list has the newest first, whatever the clock said, and can be of one scenario, one trainee or both."""
    first = begin(store, scenario="a", trainee="x")
    second = begin(store, scenario="b", trainee="x")
    third = begin(store, scenario="b", trainee="y")
    store.end(second.id)
    by_clock_set_back = "UPDATE attempts SET started = '2001-01-01 00:00:00.000000' WHERE number = 3"
    with store.transaction() as connection:
        connection.exec_driver_sql(by_clock_set_back)
    ids = [attempt.id for attempt in store.attempts()]
    assert ids == [third.id, second.id, first.id]
    assert [a.id for a in store.attempts(scenario="b")] == [third.id, second.id]
    assert [a.id for a in store.attempts(trainee="x")] == [second.id, first.id]
    assert [a.id for a in store.attempts("b", "x")] == [second.id]
    assert [a.id for a in store.unfinished()] == [third.id, first.id]


def test_a_closed_store_does_nothing_more(desk: Desk) -> None:
    """After closing, which may be done twice, nothing can be kept any more, since another copy may have the folder."""
    store = desk()
    attempt = begin(store)
    store.close()
    store.close()
    with pytest.raises(ValueError, match="closed"):
        store.keep(attempt.id, 1, "a", 5)
    assert everything(desk) == [attempt]


def test_a_groups_attempt_is_each_members(store: Store) -> None:
    """Whoever was written down finds the talk that all had together among their own; nobody else does."""
    together = begin(store, trainee="", members=("王芳", "李强"))
    alone = begin(store, trainee="李强")
    assert [attempt.id for attempt in store.attempts(trainee="李强")] == [alone.id, together.id]
    assert [attempt.id for attempt in store.attempts(trainee="王芳")] == [together.id]
    assert store.attempts(trainee="王") == []
