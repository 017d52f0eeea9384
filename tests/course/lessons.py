"""Courses for tests: a course file on the disk around the worked example, and clocks that are wound by hand."""

import json
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from game.classbook import Clocks
from game.classroom import Classroom
from game.course.attempt import Attempt
from game.course.store import Store, open_store
from game.course.tasks import Programme
from game.programme import load

DATA = Path(__file__).resolve().parent.parent / "data"
FILE = "heating-cold-flat.yaml"
BEST = ("hear-her", "ask-room", "honest-time", "close-the-loop")
NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
CALM, FURIOUS = ({"file": FILE, "persona": "calm"}, {"file": FILE, "persona": "furious"})
ROSTER = "id,name,group,pin,time\nA-1,Ann Lee,one,1234,\nB-2,王小明,one,,1.5\n"


def written(folder: Path, roster: str | None = None, **keys: Any) -> Path:
    """The file of a course of one calm customer, but for the keys that are given; with a roster if there is one."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(DATA / FILE, folder / FILE)
    ordinary: dict[str, Any] = {"format": 1, "id": "autumn", "title": {"zh": "秋季班", "en": "Autumn"}}
    if roster is not None:
        (folder / "roster.csv").write_text(roster, encoding="utf-8")
        ordinary["roster"] = "roster.csv"
    if "phases" not in keys:
        ordinary["scenarios"] = [CALM]
    path = folder / "course.yaml"
    path.write_text(json.dumps(ordinary | keys, ensure_ascii=False), encoding="utf-8")
    return path


def programme(folder: Path, roster: str | None = None, **keys: Any) -> Programme:
    """The course of such a file."""
    found = load(written(folder, roster, **keys))
    assert found is not None
    return found


def iso(moment: datetime) -> str:
    """A moment as a course file has it."""
    return moment.isoformat()


class Wound:
    """Two clocks: on the wall, where anyone may set it, and in the machine, which only goes on. Both stand still."""

    def __init__(self, wall: datetime = NOON) -> None:
        self.wall = wall
        self.seconds = 5000.0

    def pass_(self, seconds: float) -> None:
        """Let time pass."""
        self.wall += timedelta(seconds=seconds)
        self.seconds += seconds

    def set_by(self, **change: float) -> None:
        """Set the clock on the wall; no time passes."""
        self.wall += timedelta(**change)

    def monotonic(self) -> float:
        """The time of the machine: these clocks can stand for the module `time`."""
        return self.seconds

    @property
    def clocks(self) -> Clocks:
        """The two clocks as a course asks them."""
        return Clocks(lambda: self.wall, lambda: self.seconds)


def attempt(started: datetime = NOON, *, task: str = "all/heating-cold-flat/calm", **changed: Any) -> Attempt:
    """An attempt at a task of the course that has ended, but for what is `changed`."""
    ordinary: dict[str, Any] = {
        "id": f"attempt-{started:%d%H%M%S}",
        "scenario": "heating-cold-flat",
        "sha256": "0" * 64,
        "rulebook": "standard",
        "rulebook_version": 1,
        "persona": "calm",
        "mode": "exam",
        "language": "zh",
        "seed": 7,
        "trainee": "Ann",
        "started": started,
        "ended": started + timedelta(minutes=5),
        "picks": (),
        "answers": None,
        "course": "autumn",
        "task": task,
    }
    return Attempt(**ordinary | changed)


class Room:
    """A course on the disk, its store and its clocks; the game can be closed and opened again."""

    def __init__(self, folder: Path, roster: str | None = None, **keys: Any) -> None:
        self.folder = folder
        self.clock = Wound()
        self.programme = programme(folder / "course", roster, **keys)
        self.exports = folder / "handed in"
        self._stack = ExitStack()
        self.reopen()

    def reopen(self, *, killed: bool = False) -> None:
        """Close the game and start it again; `killed`: it had no time to do anything more."""
        if killed:
            self._stack.pop_all()
            self.store.close()
        self._stack.close()
        self.store: Store = self._stack.enter_context(open_store(self.folder / "store"))
        self.room = Classroom(self.store, self.programme, self.exports, self.clock.clocks)
        self._stack.callback(self.room.go_out)

    def begin(self, persona: str | None = None) -> str:
        """Begin an attempt at the first task."""
        task = self.room.assignments()[0].task
        return self.room.book.begin(task, persona, "practice", "en", 7, "somebody")

    def pick(self, attempt: str, *picks: str) -> None:
        """Keep picks, each after a second, with what is left of the time."""
        for turn, pick in enumerate(picks, start=1):
            self.clock.pass_(1)
            limit = self.room.limit(attempt)
            self.room.book.keep(attempt, turn, pick, 1000, None if limit is None else max(0.0, limit - turn))

    def play(self, *picks: str) -> str:
        """Play an attempt at the first task to its end."""
        attempt = self.begin()
        self.pick(attempt, *picks)
        self.room.book.end(attempt)
        return attempt

    def kept(self, attempt: str) -> Attempt:
        """The attempt as the store has it."""
        return self.store.attempt(attempt)

    def close(self) -> None:
        """Close the game."""
        self._stack.close()


@contextmanager
def opened(folder: Path, roster: str | None = None, who: str = "Ann", pin: str = "", **keys: Any) -> Iterator[Room]:
    """A room in which a trainee has come in."""
    room = Room(folder, roster, **keys)
    try:
        assert room.room.enter(who, pin) == ""
        yield room
    finally:
        room.close()
