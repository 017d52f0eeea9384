"""Importing: each file judged by itself, played again from its picks, and taken in or told why not."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from game.course.attempt import Answers, Attempt, Hands, Pick
from game.course.exchange.intake import Intake, Receipt
from game.course.exchange.parcels import Piece
from game.course.exchange.signing import DeskKey, fingerprint
from game.course.store import Store, open_store
from game.course.tasks import Programme
from tests.course import handed_in
from tests.course.desk import Desk
from tests.course.handed_in import COURSE, SCENARIO, attempt, sha256, slip

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def key(tmp_path_factory: pytest.TempPathFactory) -> DeskKey:
    """The key of a trainee's desk."""
    return handed_in.desk(tmp_path_factory.mktemp("desk"))


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> DeskKey:
    """The key of another trainee's desk."""
    return handed_in.desk(tmp_path_factory.mktemp("other"))


@pytest.fixture
def store(folder: Path) -> Iterator[Store]:
    """The instructor's store, in a file; what is promised of a server too has the store of a `desk`."""
    with open_store(folder) as opened:
        yield opened


@pytest.fixture
def autumn(tmp_path: Path) -> Programme:
    """The small course, two attempts allowed."""
    return handed_in.course(tmp_path / "course")


def taken(store: Store, programme: Programme | None, *files: bytes, own: str = "") -> list[Receipt]:
    """Give what becomes of files that are imported at once."""
    pieces = [Piece(f"{number}.json", raw) for number, raw in enumerate(files, start=1)]
    return Intake(store, programme, own, NOW).take(pieces)


def told(receipts: list[Receipt]) -> list[str]:
    """Give outcome or reason of every file, and what is to be noted."""
    return [
        " ".join([one.reason.code if one.reason else one.outcome, *(mark.code for mark in one.marks)])
        for one in receipts
    ]


def test_an_attempt_is_taken_in_whole(desk: Desk, autumn: Programme, key: DeskKey) -> None:
    """What a trainee has done is in the instructor's store as it was, with the desk and the moment it came."""
    made = attempt(members=("甲", "乙"), hands=(Hands(1, (("sorry", 3), ("shrug", 1))),))
    with desk() as store:
        assert told(taken(store, autumn, slip(key, made))) == ["taken"]
    with desk() as store:
        assert store.attempt(made.id) == replace(made, signer=key.public, imported=NOW)
        assert store.source(made.sha256) == SCENARIO


def test_it_is_scored_from_its_picks(store: Store, autumn: Programme, key: DeskKey) -> None:
    """What counts is worked out from the picks, on the course's terms, and not told by any file."""
    well, badly = taken(store, autumn, slip(key), slip(key, attempt(picks=("shrug",))))
    assert well.result is not None
    assert badly.result is not None
    assert well.result.score is not None
    assert badly.result.score is not None
    assert well.result.score.overall > badly.result.score.overall
    assert badly.result.score.lost


def test_the_same_file_twice_is_one_attempt(store: Store, autumn: Programme, key: DeskKey) -> None:
    """A file handed in twice, at once or on another day, and signed by another desk too, is one attempt."""
    made = attempt()
    assert told(taken(store, autumn, slip(key, made), slip(key, made))) == ["taken", "known"]
    assert told(taken(store, autumn, slip(key, made, name="张三"))) == ["known"]
    assert len(store.attempts()) == 1


def test_an_attempt_played_here_is_known(store: Store, autumn: Programme, key: DeskKey) -> None:
    """The file that this very desk has exported brings nothing new, whichever of them was first."""
    made = attempt()
    store.take_in(made, [SCENARIO, COURSE.encode()])
    assert told(taken(store, autumn, slip(key, made), own=key.public)) == ["known"]
    assert store.attempt(made.id).imported is None


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"picks": (Pick(1, "sorry", 900), Pick(2, "sorry", 900))}, "pick"),
        ({"picks": (Pick(1, "nothing", 900),)}, "pick"),
        ({"picks": (Pick(1, "shrug", 900), Pick(2, "at-once", 900))}, "pick"),
        ({"picks": (Pick(2, "sorry", 900), Pick(3, "at-once", 900))}, "pick"),
        ({"picks": (Pick(1, "silence", 900),)}, "pick"),
        ({"persona": "nobody"}, "persona"),
        ({"course": "spring"}, "other-course"),
        ({"course": None, "course_sha256": None, "task": ""}, "no-course"),
        ({"scenario": "early"}, "unknown-scenario"),
        ({"sha256": sha256(b"id: late")}, "bad-scenario"),
        ({"sha256": sha256(SCENARIO.replace(b"id: late", b"id: early"))}, "bad-scenario"),
        ({"rulebook_sha256": sha256(b"nonsense")}, "bad-rulebook"),
    ],
)
def test_what_cannot_have_happened_is_refused(
    store: Store, autumn: Programme, key: DeskKey, changed: dict[str, Any], reason: str
) -> None:
    """A pick that was not on offer, a customer that there is not, another course's attempt: each is told as such,
    and what lies beside it goes in."""
    odd = [b"id: late", SCENARIO.replace(b"id: late", b"id: early"), b"nonsense"]
    assert told(taken(store, autumn, slip(key, replace(attempt(), **changed), *odd), slip(key))) == [reason, "taken"]
    assert len(store.attempts()) == 1


def test_what_is_no_attempt_is_refused(store: Store, autumn: Programme, key: DeskKey) -> None:
    """A changed file, one with another's signature, one that is no file of ours, one that could not be read."""
    raw = slip(key)
    files = [raw[:-1], raw.replace("张三".encode(), "李四".encode()), b"{}"]
    assert told(taken(store, autumn, *files)) == ["changed", "signature", "no-slip"]
    receipts = Intake(store, autumn, "", NOW).take([Piece("a.zip", b"", "damaged-archive")])
    assert told(receipts) == ["damaged-archive"]
    assert store.attempts() == []


@pytest.mark.parametrize(
    "changed",
    [
        {"trainee": "李四"},
        {"picks": (Pick(1, "shrug", 900),)},
        {"answers": Answers("别处", 100, "")},
        {"ended": handed_in.BEGAN + timedelta(days=3)},
        {"persona": "cross"},
    ],
)
def test_another_attempt_of_the_same_id_is_refused(
    store: Store, autumn: Programme, key: DeskKey, other: DeskKey, changed: dict[str, Any]
) -> None:
    """Nobody can put something else in the place of an attempt that is here, from whichever desk."""
    made = attempt()
    taken(store, autumn, slip(key, made))
    before = store.attempts()
    forged = replace(made, **changed)
    assert told(taken(store, autumn, slip(key, forged), slip(other, forged))) == ["other-content"] * 2
    assert store.attempts() == before


def test_an_attempt_goes_on_where_it_was(desk: Desk, autumn: Programme, key: DeskKey, other: DeskKey) -> None:
    """A file handed in before the talk was over is brought up to date by the later one, once, from its own desk only;
    the earlier one changes nothing any more."""
    whole = attempt(time_left=100.0, hands=(Hands(1, (("sorry", 4),)),))
    half = replace(whole, picks=whole.picks[:1], ended=None, answers=None, time_left=300.0, left=9.0, hands=())
    over = replace(whole, answers=None)
    with desk() as store:
        assert told(taken(store, autumn, slip(key, half))) == ["taken unfinished"]
        assert told(taken(store, autumn, slip(other, over))) == ["other-content"]
        assert told(taken(store, autumn, slip(key, over))) == ["grown"]
        assert told(taken(store, autumn, *(slip(key, one) for one in (whole, half, over)))) == [
            "grown",
            "known",
            "known",
        ]
        assert store.attempts() == [replace(whole, signer=key.public, imported=NOW)]


def test_more_attempts_than_allowed_are_kept_and_told(store: Store, autumn: Programme, key: DeskKey) -> None:
    """Of three attempts where two are allowed the last one begun does not count, in whichever order the files come."""
    first, second, third = (attempt() for _ in range(3))
    receipts = taken(store, autumn, slip(key, third), slip(key, first))
    assert told(receipts) == ["taken", "taken"]
    assert told(taken(store, autumn, slip(key, second), slip(key, third))) == ["taken", "known uncounted-beyond"]
    assert len(store.attempts()) == 3


def test_what_is_dated_before_one_that_is_here_is_told(store: Store, autumn: Programme, key: DeskKey) -> None:
    """Whoever sets the clock back hands in an attempt that comes before another: the import says so, and takes it."""
    first, second = attempt(), attempt()
    assert told(taken(store, autumn, slip(key, second))) == ["taken"]
    later = Intake(store, autumn, "00" * 32, NOW + timedelta(hours=1))
    assert told(later.take([Piece("1", slip(key, first))])) == ["taken backdated"]


def test_other_versions_are_taken_in_and_told(store: Store, autumn: Programme, key: DeskKey) -> None:
    """Another version of the scenario, of the rulebook and of the course file: scored as it was played, and told."""
    older = SCENARIO.replace(b"At last", b"At long last")
    overlay = b"format: 1\nid: gentle\nversion: 1\nextends: standard\nrules: {denial: {effect: {weight: 2}}}\n"
    earlier = COURSE.replace("best", "last").encode()
    played = [
        attempt("a", sha256=sha256(older)),
        attempt("b", rulebook="gentle", rulebook_sha256=sha256(overlay)),
        attempt("c", course_sha256=sha256(earlier)),
    ]
    receipts = taken(store, autumn, *(slip(key, one, older, overlay, earlier) for one in played))
    assert told(receipts) == ["taken other-scenario", "taken other-rulebook", "taken other-course-file"]
    assert store.source(sha256(older)) == older


def test_strangers_and_odd_hours_are_told(store: Store, tmp_path: Path, key: DeskKey) -> None:
    """Who is not on the roster, and what was begun while the course was not open by its own desk's clock."""
    hours = "opens: 2026-11-20T08:00+00:00\ncloses: 2026-11-21T08:00+00:00\nroster: roster.csv\n"
    programme = handed_in.course(tmp_path, COURSE + hours, roster_csv="id,name\n张三,张三\n")
    course_sha256 = sha256((COURSE + hours).encode())
    usual: dict[str, Any] = {"course_sha256": course_sha256}
    late = datetime(2026, 11, 21, 8, 0, tzinfo=UTC)
    files = [
        attempt(**usual),
        attempt("李四", **usual),
        attempt("一组", members=("张三", "李四"), **usual),
        attempt(started=late, ended=late + timedelta(minutes=1), **usual),
    ]
    receipts = taken(store, programme, *(slip(key, one, (COURSE + hours).encode()) for one in files))
    assert told(receipts) == ["taken", "taken not-listed", "taken", "taken out-of-hours"]


def test_odd_times_and_odd_ends_are_told(store: Store, autumn: Programme, key: DeskKey) -> None:
    """Picks faster than anyone reads, more thinking than there was time, a talk left or cut short in the middle."""
    fast = attempt(trainee="a")
    fast = replace(fast, picks=tuple(replace(pick, milliseconds=1) for pick in fast.picks))
    slow = attempt(trainee="b")
    slow = replace(slow, picks=tuple(replace(pick, milliseconds=90_000) for pick in slow.picks))
    left, cut = attempt("c", ("sorry",), ended=None, answers=None), attempt("d", ("sorry",))
    expired = attempt("e", ("sorry",), expired=True, time_left=0.0)
    receipts = taken(store, autumn, *(slip(key, one) for one in (fast, slow, left, cut, expired)))
    assert told(receipts) == ["taken fast", "taken clock", "taken unfinished", "taken cut-short", "taken"]


@pytest.mark.parametrize("year", [1, 1969, 3000, 9999])
def test_years_that_no_clock_shows_keep_nothing_else_out(
    store: Store, autumn: Programme, key: DeskKey, year: int
) -> None:
    """No zone can tell the time in them: such a file is refused, and the others go in."""
    began = datetime(year, 6, 1, tzinfo=UTC)
    odd = attempt("a", started=began, ended=began + timedelta(minutes=1))
    receipts = taken(store, autumn, slip(key, odd), slip(key, attempt("b")))
    assert told(receipts) == ["unkept", "taken"]


def test_more_thinking_than_the_course_allows_is_told(store: Store, tmp_path: Path, key: DeskKey) -> None:
    """Picks that took eleven hours together, where an attempt has ten, are taken in and marked."""
    text = COURSE.replace("mode: exam", "mode: exam\nminutes: 600")
    programme = handed_in.course(tmp_path, text)
    long = attempt("a", course_sha256=sha256(text.encode()))
    picks = tuple(replace(pick, milliseconds=19_800_000) for pick in long.picks)
    long = replace(long, picks=picks, ended=long.started + timedelta(hours=12))
    assert told(taken(store, programme, slip(key, long, text.encode()))) == ["taken long"]


def test_practice_and_other_customers_do_not_count(store: Store, tmp_path: Path, key: DeskKey) -> None:
    """An exam sat as practice and a customer that was not assigned are kept, and told not to count."""
    text = COURSE.replace("late.yaml", "late.yaml, persona: cross")
    programme = handed_in.course(tmp_path, text)
    usual: dict[str, Any] = {"course_sha256": sha256(text.encode()), "task": "all/late/cross"}
    files = [
        attempt("a", persona="cross", mode="practice", **usual),
        attempt("b", persona=None, **usual),
        attempt("c", persona="cross", **usual),
    ]
    receipts = taken(store, programme, *(slip(key, one, text.encode()) for one in files))
    assert told(receipts) == ["taken uncounted-practice", "taken uncounted-unassigned", "taken"]


def test_without_a_course_all_sound_attempts_go_in(store: Store, key: DeskKey) -> None:
    """Where no course is named, attempts of any course and of none are taken in, if they can have happened."""
    files = [attempt(), attempt(course="spring"), attempt(course=None, course_sha256=None, task="")]
    impossible = attempt(picks=("wait", "wait"))
    receipts = taken(store, None, *(slip(key, one) for one in (*files, impossible)))
    assert told(receipts) == ["taken", "taken", "taken", "pick"]
    assert len(store.attempts(course="spring")) == 1


def test_desks_are_told_by_their_fingerprints(store: Store, autumn: Programme, key: DeskKey, other: DeskKey) -> None:
    """Each desk is named with its files and people, those seen for the first time first, and this very desk as such."""
    taken(store, autumn, slip(key))
    own = slip(other, attempt("b"))
    intake = Intake(store, autumn, other.public, NOW)
    intake.take([Piece("1", slip(key, attempt("a"))), Piece("2", slip(key)), Piece("3", own), Piece("4", own[:-2])])
    found = {desk.fingerprint: (desk.known, desk.own, desk.files, desk.trainees) for desk in intake.desks}
    assert found == {fingerprint(key.public): (True, False, 2, 2), fingerprint(other.public): (False, True, 1, 1)}


@pytest.mark.parametrize("name", ["", "x" * 64, "'; DROP TABLE attempts; --", "=1+1", "\u202e三张", "甲\n乙\t"])
def test_any_name_goes_in(store: Store, autumn: Programme, key: DeskKey, name: str) -> None:
    """Whatever a trainee is called, the attempt is taken in under that very name."""
    assert told(taken(store, autumn, slip(key, attempt("x" * 65)), slip(key, attempt(name)))) == ["names", "taken"]
    (kept,) = store.attempts(trainee=name)
    assert isinstance(kept, Attempt)
