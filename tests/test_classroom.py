"""The classroom: who comes in, whose time runs by which clock, what is handed in, what may be seen."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from game import notebook as notebooks
from game.classroom import Classroom
from game.course.exchange.slip import read_slip
from game.course.store import StoreTrouble
from game.engine import NotOffered, score, standard
from game.notebook import Notebook
from game.session import NotNow
from tests.course.lessons import BEST, FURIOUS, NOON, ROSTER, Room, iso, opened

LOST = ("calm-down",)
MINUTES: dict[str, Any] = {"mode": "exam", "minutes": 15}


@pytest.mark.parametrize("typed", ["A-1", " a-1 ", "Ａ－１", "A-1\n"])
def test_an_id_may_be_typed_in_any_way(tmp_path: Path, typed: str) -> None:
    """Blanks, small and full-width letters make no other id; the roster's name greets whoever it is."""
    with opened(tmp_path, ROSTER, typed, "1234") as room:
        assert room.room.trainee == "Ann Lee"
        assert room.room.book.trainee == "A-1"
        assert room.kept(room.begin()).trainee == "A-1"


@pytest.mark.parametrize(
    ("who", "pin", "problem"),
    [
        ("A-1", "", "course.enter.pin"),
        ("A-1", "12345", "course.enter.pin"),
        ("A-1", "１２３５", "course.enter.pin"),
        ("Ann Lee", "1234", "course.enter.unknown"),
        ("A-2", "1234", "course.enter.unknown"),
        ("  ", "1234", "course.enter.empty"),
        ("A-1", " 1234 ", ""),
        ("A-1", "１２３４", ""),
        ("B-2", "", ""),
        ("B-2", "any", ""),
    ],
)
def test_the_roster_lets_in_whom_it_has(tmp_path: Path, who: str, pin: str, problem: str) -> None:
    """By the id and, where there is one, the PIN, full-width or not; nobody is in where it says why not."""
    room = Room(tmp_path, ROSTER)
    assert room.room.enter(who, pin) == problem
    assert (room.room.trainee == "") == bool(problem)
    room.close()


def test_only_those_with_a_pin_are_asked_for_one(tmp_path: Path) -> None:
    """Whoever has none in the roster, or is not on it, is not asked."""
    room = Room(tmp_path, ROSTER)
    assert [room.room.pin_asked(who) for who in ("A-1", "ａ-1", "B-2", "C-3")] == [True, True, False, False]
    room.close()


def test_without_a_roster_a_name_will_do(tmp_path: Path) -> None:
    """Anyone comes in by a name; blanks too many make no other name."""
    with opened(tmp_path, who="  Ann   Lee ") as room:
        first = room.play(*BEST)
        room.room.go_out()
        assert room.room.trainee == ""
        assert room.room.enter("Bo") == ""
        assert room.room.assignments()[0].made == 0
        assert room.room.enter("Ann Lee") == ""
        assert [ended.attempt for ended in room.room.assignments()[0].ended] == [first]


def test_what_is_written_can_be_read(tmp_path: Path) -> None:
    """A name that no import takes does not come in; of a roster's long names and groups the file has the beginning."""
    with opened(tmp_path, f"id,name,group\nA-1,{'x' * 300},{'y' * 300}\n", "A-1", "") as room:
        room.room.hand_in(room.play(*BEST))
        slip, fault = read_slip(next(room.room.folder.iterdir()).read_bytes())
        assert slip is not None, fault
        assert (slip.name, slip.group) == ("x" * 200, "y" * 200)
    room = Room(tmp_path / "other")
    assert [room.room.enter("x" * long) for long in (65, 64)] == ["course.enter.long", ""]
    room.close()


def test_an_attempt_is_kept_for_the_task(tmp_path: Path) -> None:
    """Course, task, mode, customer and time are those of the task, whatever the screen says."""
    with opened(tmp_path, **MINUTES) as room:
        kept = room.kept(room.begin("furious"))
        assert (kept.course, kept.task, kept.persona) == ("autumn", "all/heating-cold-flat/calm", "calm")
        assert (kept.mode, kept.trainee, kept.time_left, kept.started) == ("exam", "Ann", 900.0, NOON)
        assert kept.course_sha256 == room.programme.course.sha256


def test_the_roster_gives_more_time(tmp_path: Path) -> None:
    """Half as much again by the roster is that in minutes; the factor is there for the patience too."""
    with opened(tmp_path, ROSTER, "B-2", **MINUTES) as room:
        assert (room.room.limit(room.begin()), room.room.times) == (1350.0, 1.5)


def test_nothing_begins_at_closing_time(tmp_path: Path) -> None:
    """Whoever reads the file for so long that the course closes meanwhile begins nothing, and is told why."""
    with opened(tmp_path, closes=iso(NOON + timedelta(minutes=10))) as room:
        task = room.room.assignments()[0].task
        room.clock.pass_(599)
        room.play(*BEST)
        room.clock.pass_(1)
        with pytest.raises(NotNow) as refused:
            room.room.book.begin(task, None, "exam", "en", 7, "")
        assert refused.value.why == "closed"
        assert len(room.store.attempts()) == 1


def test_one_attempt_at_a_time(tmp_path: Path) -> None:
    """A task of which something is unfinished is not begun anew, nor one whose attempts are used up."""
    with opened(tmp_path, attempts={"allowed": 1}) as room:
        attempt = room.begin()
        with pytest.raises(NotNow, match="unfinished"):
            room.begin()
        room.room.book.abandon(attempt)
        with pytest.raises(NotNow, match="unfinished"):
            room.begin()
        room.pick(attempt, *LOST)
        room.room.book.end(attempt)
        with pytest.raises(NotNow, match="used-up"):
            room.begin()


@pytest.mark.parametrize("days", [-2, 2])
def test_the_wall_clock_changes_nothing_within_an_attempt(tmp_path: Path, days: int) -> None:
    """A wall clock that jumps by two days either way makes no attempt longer, shorter, lost or later."""
    with opened(tmp_path, **MINUTES, closes=iso(NOON + timedelta(days=1))) as room:
        attempt = room.begin()
        room.clock.pass_(100)
        room.clock.set_by(days=days)
        room.pick(attempt, *BEST)
        room.room.book.end(attempt)
        kept = room.kept(attempt)
        assert (kept.started, kept.ended) == (NOON, NOON + timedelta(seconds=104))
        assert [pick.response for pick in kept.picks] == list(BEST)


@pytest.mark.parametrize("days", [-2, 2])
def test_an_interrupted_attempt_has_the_time_that_was_left(tmp_path: Path, days: int) -> None:
    """Killed, and taken up two days later or earlier by the wall, also after closing time, an attempt goes on where it
    was with the time it had left."""
    with opened(tmp_path, **MINUTES, closes=iso(NOON + timedelta(hours=1))) as room:
        attempt = room.begin()
        room.pick(attempt, *BEST[:2])
        room.room.book.left(attempt, 12.5, 640.0)
        room.reopen(killed=True)
        room.clock.set_by(days=days)
        assert room.room.enter("Ann") == ""
        unfinished = room.room.assignments()[0].unfinished
        assert unfinished is not None
        assert (unfinished.picks, unfinished.seconds) == (2, 640.0)
        taken = room.room.take_up(attempt)
        assert taken is not None
        assert (taken.picks, taken.left, room.room.limit(attempt)) == (BEST[:2], 12.5, 640.0)


def test_an_attempt_ends_when_its_time_runs_out(tmp_path: Path) -> None:
    """Closed for its time, an attempt has ended at that moment, however late somebody looks; it is lost."""
    with opened(tmp_path, **MINUTES) as room:
        attempt = room.begin()
        room.pick(attempt, *BEST[:2])
        room.clock.pass_(5000)
        room.clock.set_by(days=2)
        room.room.book.end(attempt, expired=True)
        kept = room.kept(attempt)
        assert (kept.ended, kept.expired, kept.time_left) == (NOON + timedelta(minutes=15), True, 0.0)
        [past] = room.room.book.past()
        assert (past.play.ending, past.play.lost, past.play.picks) == ("dead-end", True, BEST[:2])


def test_the_moment_after_a_resume_is_that_of_the_resume(tmp_path: Path) -> None:
    """Taken up again with a minute left and left alone, an attempt ends a minute after that."""
    with opened(tmp_path, **MINUTES) as room:
        attempt = room.begin()
        room.room.book.left(attempt, None, 60.0)
        room.reopen(killed=True)
        room.clock.set_by(hours=5)
        assert room.room.enter("Ann") == ""
        assert room.room.take_up(attempt) is not None
        room.clock.pass_(3600)
        room.room.book.end(attempt, expired=True)
        assert room.kept(attempt).ended == NOON + timedelta(hours=5, minutes=1)


def test_what_has_ended_is_handed_in(tmp_path: Path) -> None:
    """A signed file of the attempt is there at once, with the answers and the roster's name."""
    with opened(tmp_path, ROSTER, "A-1", "1234", **MINUTES) as room:
        attempt = room.play(*BEST)
        room.room.book.answer(attempt, "the baby", 80, "the same")
        path = room.room.hand_in(attempt)
        assert path is not None
        slip, fault = read_slip(path.read_bytes())
        assert fault == ""
        assert slip is not None
        assert (slip.attempt.id, slip.name, slip.group) == (attempt, "Ann Lee", "one")
        assert slip.attempt.answers is not None
        assert [pick.response for pick in slip.attempt.picks] == list(BEST)


@pytest.mark.parametrize("killed", [True, False])
def test_what_was_not_handed_in_is_later(tmp_path: Path, killed: bool) -> None:
    """A game that is closed at the three questions hands in as it goes; one that is killed, when the trainee comes in
    again."""
    with opened(tmp_path) as room:
        attempt = room.play(*LOST)
        room.reopen(killed=killed)
        assert room.exports.exists() is not killed
        assert room.room.enter("Ann") == ""
        [path] = room.exports.iterdir()
        assert attempt in path.name


@pytest.mark.parametrize("killed", [True, False])
def test_what_is_unfinished_is_handed_in_as_far_as_it_went(tmp_path: Path, killed: bool) -> None:
    """Whoever collects the files has what counts after closing, also of a talk that nobody went on with; once it has
    been finished, its one file has the whole of it."""
    with opened(tmp_path, **MINUTES) as room:
        attempt = room.begin()
        room.pick(attempt, *BEST[:2])
        room.reopen(killed=killed)
        assert room.room.enter("Ann") == ""
        [path] = room.exports.iterdir()
        slip, _ = read_slip(path.read_bytes())
        assert slip is not None
        assert (slip.attempt.ended, [one.response for one in slip.attempt.picks]) == (None, list(BEST[:2]))
        assert room.room.take_up(attempt) is not None
        for turn, pick in enumerate(BEST[2:], start=3):
            room.room.book.keep(attempt, turn, pick, 1000, 600.0)
        room.room.book.end(attempt)
        assert room.room.hand_in(attempt) == path
        slip, _ = read_slip(path.read_bytes())
        assert slip is not None
        assert (slip.attempt.ended is not None, len(slip.attempt.picks)) == (True, len(BEST))
        assert [*room.exports.iterdir()] == [path]


def test_a_folder_that_takes_nothing_loses_nothing(tmp_path: Path) -> None:
    """Where the file cannot be written, that is said, and the attempt is kept as it was."""
    with opened(tmp_path) as room:
        room.exports.write_text("in the way", encoding="utf-8")
        attempt = room.play(*BEST)
        assert room.room.hand_in(attempt) is None
        assert room.kept(attempt).ended is not None
        room.exports.unlink()
        assert room.room.enter("Ann") == ""
        assert len(list(room.exports.iterdir())) == 1


def test_the_best_counts_and_may_be_seen(tmp_path: Path) -> None:
    """After each talk the list has what counts by then, by the course's weights."""
    weights: dict[str, Any] = {"set": 0, "meet": 0, "exceed": 100, "empathy": 0, "nvc": 0}
    with opened(tmp_path, weights=weights, scenarios=[FURIOUS]) as room:
        assert room.room.assignments()[0].counted is None
        first = room.play(*BEST)
        counted = room.room.assignments()[0].counted
        assert counted is not None
        assert (counted.overall, counted.attempts, counted.passed) == (counted.exceed, (first,), True)
        room.play(*LOST)
        after = room.room.assignments()[0]
        assert after.counted == counted
        assert (after.made, len(after.ended)) == (2, 2)
        best = room.room.book.best("heating-cold-flat")
        assert best is not None
        assert best.overall == best.exceed == counted.overall


def test_nothing_leaks_before_the_debrief(tmp_path: Path) -> None:
    """Until the debrief may be seen there is no talk to look back at, no score and no verdict to build upon."""
    with opened(tmp_path, attempts={"allowed": 2}, debrief="after_last", scenarios=[FURIOUS]) as room:
        attempt = room.play(*BEST)
        assert room.room.debrief(attempt).left == 1
        book = room.room.book
        assert (room.room.past(attempt), book.past(), book.best("heating-cold-flat")) == (None, [], None)
        assert (book.earlier("heating-cold-flat"), room.room.assignments()[0].counted) == (None, None)
        room.play(*LOST)
        assert room.room.debrief(attempt).now
        past = room.room.past(attempt)
        assert past is not None
        assert score(past.play).verdict == "exceeded"
        assert book.earlier("heating-cold-flat") == "below"


def test_the_library_knows_nothing_of_a_course(tmp_path: Path) -> None:
    """What is unfinished in a course is not offered to be put aside outside of it, and nothing of it counts there."""
    with opened(tmp_path) as room:
        room.play(*BEST)
        room.begin()
        library = Notebook(room.store, "", standard(), None)
        assert (library.unfinished(), library.past(), library.best("heating-cold-flat")) == ([], [], None)
        assert library.earlier("heating-cold-flat") is None
        own = library.begin(room.programme.tasks[0], "calm", "practice", "en", 7, "Ann")  # type: ignore[arg-type]
        assert [one.attempt for one in library.unfinished()] == [own]
        assert room.room.assignments()[0].made == 2


def test_two_desks_with_one_attempt(tmp_path: Path) -> None:
    """Where one store serves many desks and somebody goes on with the same attempt at two of them, the second is told;
    what the first has kept stands."""
    with opened(tmp_path) as room:
        attempt = room.begin()
        other = Classroom(room.store, room.programme, room.exports, room.clock.clocks)
        assert other.enter("Ann") == ""
        assert other.take_up(attempt) is not None
        room.pick(attempt, BEST[0])
        with pytest.raises(StoreTrouble, match="locked"):
            other.book.keep(attempt, 1, "fix-first", 500)
        room.room.book.end(attempt)
        with pytest.raises(StoreTrouble, match="locked"):
            other.book.left(attempt, 5.0)
        assert [pick.response for pick in room.kept(attempt).picks] == [BEST[0]]


def test_what_no_longer_fits_stands_in_nobodys_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An unfinished attempt whose picks the game can no longer play takes no attempt away, and a new one may begin."""
    with opened(tmp_path, attempts={"allowed": 1}, scenarios=[FURIOUS]) as room:
        attempt = room.begin()
        room.pick(attempt, BEST[0])
        with monkeypatch.context() as patch:
            patch.setattr(notebooks, "choose", misfit)
            assert room.room.take_up(attempt) is None
        after = room.room.assignments()[0]
        assert (after.state, after.left) == ("open", 1)
        assert [pick.response for pick in room.kept(attempt).picks] == [BEST[0]]


def misfit(*_: Any) -> None:
    """Refuse any pick."""
    raise NotOffered(1, "x", ())
