"""Whatever is done with the store is read back."""

import hashlib
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.course.attempt import Answers, Attempt, Pick
from game.course.store import Store
from tests.course.desk import Desk, begin

_texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)
_steps = st.one_of(
    st.tuples(st.just("begin"), _texts, st.binary(max_size=8), st.integers()),
    st.tuples(st.just("keep"), st.integers(0, 3), _texts, st.integers(0, 2**40)),
    st.tuples(st.just("left"), st.integers(0, 3), st.none() | st.floats(0, 1e6)),
    st.tuples(st.just("end"), st.integers(0, 3)),
    st.tuples(st.just("abandon"), st.integers(0, 3)),
    st.tuples(
        st.just("answer"), st.integers(0, 3), st.builds(Answers, _texts, st.none() | st.integers(0, 100), _texts)
    ),
    st.tuples(st.just("reopen")),
)


def _told(store: Store, kept: list[Attempt], step: tuple[Any, ...]) -> None:
    """Do one step with the store and, independently, with the list of what must have been kept."""
    verb, *rest = step
    if verb == "begin":
        kept.append(begin(store, trainee=rest[0], source=rest[1], seed=rest[2]))
        return
    at, *rest = rest
    if at >= len(kept):
        return
    was = kept[at]
    if verb == "answer":
        store.answer(was.id, rest[0])
        kept[at] = replace(was, answers=rest[0])
    elif was.ended:
        if verb in ("keep", "left"):
            with pytest.raises(ValueError, match="has ended"):
                store.keep(was.id, len(was.picks) + 1, "late", 0)
    elif verb == "keep":
        store.keep(was.id, len(was.picks) + 1, rest[0], rest[1])
        kept[at] = replace(was, picks=(*was.picks, Pick(len(was.picks) + 1, rest[0], rest[1])), left=None)
    elif verb == "left":
        store.left(was.id, rest[0])
        kept[at] = replace(was, left=rest[0])
    else:
        (store.end if verb == "end" else store.abandon)(was.id)
        kept[at] = replace(was, ended=store.attempt(was.id).ended, left=None, abandoned=verb == "abandon")


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(_steps, max_size=25))
def test_whatever_was_done_is_read_back(fresh: Callable[[], Desk], steps: list[tuple[Any, ...]]) -> None:
    """Any sequence of doings, with new starts in between, reads back as what was done, and the bytes with it."""
    kept: list[Attempt] = []
    desk = fresh()
    store = desk()
    try:
        for step in steps:
            if step[0] == "reopen":
                store.close()
                store = desk()
            else:
                _told(store, kept, step)
    finally:
        store.close()
    with desk() as store:
        assert store.notices == ()
        assert store.attempts() == kept[::-1]
        assert store.unfinished() == [attempt for attempt in kept[::-1] if attempt.ended is None]
        for attempt in kept:
            assert hashlib.sha256(store.source(attempt.sha256)).hexdigest() == attempt.sha256
