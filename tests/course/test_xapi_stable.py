"""The same attempt is always told in the same bytes, and one that goes on only gets more statements."""

import hashlib
import os
import subprocess
import sys
import uuid
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from game.course.attempt import Attempt, Pick
from game.course.grading.rescoring import rescore
from game.course.store import Store, open_store
from game.course.tasks import Programme
from game.course.xapi.statements import Telling
from game.course.xapi.terms import Naming
from tests.course.lrs.class_room import FLAT, WELL, course, expired, read, talk, told


@pytest.fixture
def store(folder: Path) -> Iterator[Store]:
    """A store in a file: what is told does not depend on where it was kept."""
    with open_store(folder) as opened:
        yield opened


@pytest.fixture
def held(tmp_path: Path) -> Programme:
    """A course of two phases, in which anyone may enter a name."""
    return course(tmp_path)


@pytest.mark.parametrize("close", ["ends", "runs out"])
def test_an_attempt_that_goes_on_only_gets_more_statements(store: Store, held: Programme, close: str) -> None:
    """What was told of an attempt in the middle is told in the very same bytes when it is over, however it ends."""
    attempt = talk(store, held, WELL, over=close == "ends")
    if close == "runs out":
        attempt = expired(replace(attempt, picks=attempt.picks[:3]))
    whole = told(store, held, attempt)
    for length in range(len(attempt.picks) + 1):
        begun = replace(attempt, picks=attempt.picks[:length], ended=None, expired=False)
        so_far = told(store, held, begun)
        assert so_far == whole[: len(so_far)]
        assert len(so_far) == (len(whole) if length == len(WELL) else 2 * length + 1)


def test_ids_are_made_from_the_attempt_and_the_place_in_it(store: Store, held: Programme) -> None:
    """Every statement has an id of its own, which anybody can work out; passed or failed share one."""
    attempt = talk(store, held)
    ids = [one.id for one in told(store, held, attempt)]
    assert len(set(ids)) == len(ids)
    assert ids[0] == str(uuid.uuid5(uuid.UUID(attempt.id), "initialized"))
    assert ids[-1] == str(uuid.uuid5(uuid.UUID(attempt.id), "outcome"))


PROGRAM = """
import hashlib, sys
from datetime import UTC, datetime
from pathlib import Path
from game.course.attempt import Attempt, Pick
from tests.course.test_xapi_stable import fixed
print(fixed(Path(sys.argv[1])))
"""


def fixed(folder: Path) -> str:
    """The hash of all that is told of one attempt whose every detail is given."""
    folder.mkdir(exist_ok=True)
    held, source = course(folder), FLAT.read_bytes()
    attempt = Attempt(
        id="0b0f1b57-8d0b-4a53-9f5e-0d6d3b7c9a11",
        scenario="heating-cold-flat",
        sha256=hashlib.sha256(source).hexdigest(),
        rulebook="standard",
        rulebook_version=1,
        persona=None,
        mode="exam",
        language="zh",
        seed=7,
        trainee="张三丰",
        started=datetime(2026, 11, 20, 8, tzinfo=UTC),
        ended=datetime(2026, 11, 20, 9, tzinfo=UTC),
        picks=tuple(Pick(turn, id_, 1000 * turn) for turn, id_ in enumerate(WELL, start=1)),
        answers=None,
        course="秋季班",
        task=held.tasks[0].key,
    )
    (result,) = rescore(held, [attempt], lambda _: source, attempt.started)
    return hashlib.sha256(b"\n".join(one.raw for one in Telling(held, Naming()).statements(result))).hexdigest()


def test_the_same_attempt_always_gives_the_same_bytes(tmp_path: Path) -> None:
    """Told again, by another run of the program, an attempt comes out in the very same bytes."""
    another = subprocess.run(
        [sys.executable, "-c", PROGRAM, tmp_path / "there"],
        cwd=Path(__file__).parents[2],
        env={**os.environ, "PYTHONHASHSEED": "12345"},
        capture_output=True,
        check=True,
        text=True,
    )
    assert another.stdout.strip() == fixed(tmp_path / "here")


def test_picks_that_no_longer_fit_are_not_told(store: Store, held: Programme) -> None:
    """An attempt whose picks do not fit its scenario is told not at all, rather than in part."""
    assert told(store, held, talk(store, held, ("done", "hear-her"))) == ()


def test_times_that_nobody_can_have_taken_do_no_harm(store: Store, held: Programme) -> None:
    """Milliseconds beyond all calendars, as somebody's file may have them, still give statements with times."""
    attempt = talk(store, held)
    picks = tuple(Pick(pick.turn, pick.response, 2**62) for pick in attempt.picks)
    late = replace(attempt, picks=picks, started=datetime.max.replace(tzinfo=UTC))
    assert {one["timestamp"] for one in read(told(store, held, late))} == {"9999-12-31T23:59:59.999Z"}
    early = replace(attempt, picks=picks)
    assert len(told(store, held, early)) == 10
