"""A course in a booth: its file and its roster are read from a disk, its clocks are wound by hand."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final

import pygame

from game import programme
from game.classbook import Clocks
from game.classroom import Classroom
from game.course.attempt import Attempt
from game.course.store import open_store
from game.desktop.app import App
from game.desktop.clock import WoundClock
from game.desktop.errands import AtOnce
from game.desktop.flow import Flow
from game.desktop.screens.course_entry import Entry
from game.desktop.screens.talk import GoOn, Pick, Talk
from game.desktop.settings import Settings
from game.desktop.sitting import Sitting
from game.desktop.sound import Sounds
from game.session import Session
from tests.desktop.booth import SEED, SIZE, Booth

SCENARIOS: Final = Path(__file__).resolve().parents[3] / "scenarios"
NOON: Final = datetime(2026, 11, 20, 12, tzinfo=UTC)
"""When the course is taken, by the clock of the day."""
DAYS: Final = timedelta(days=12)
"""So long after noon the course has closed."""

EXAM: Final = f"""\
format: 1
id: frontline-autumn
title: {{zh: 一线服务秋季班, en: "Front-line course, autumn"}}
mode: exam
pass: {{overall: 65, verdict: met, empathy: 50}}
minutes: 15
attempts: {{allowed: 2, counts: best}}
opens: 2026-11-20T08:00+08:00
closes: 2026-12-01T20:00+08:00
roster: roster.csv
phases:
  - {{id: before, scenarios: [{{file: {SCENARIOS}/hotel/room-not-ready.yaml, persona: stormy}}]}}
  - {{id: practice, mode: practice, scenarios: [{{file: {SCENARIOS}/ecommerce/late-parcel.yaml}},
     {{file: {SCENARIOS}/education/slipping-grades.yaml, persona: base}}]}}
  - {{id: after, scenarios: [{{file: {SCENARIOS}/heating/burst-pipe.yaml}}], compare: before}}
"""
ROSTER: Final = "学号,姓名,班组,口令,时间\n2026001,张三,一班,1234,\n2026002,李四,一班,,1.5\n"
OPEN_COURSE: Final = f"""\
format: 1
id: walk-in
title: {{zh: 随到随谈, en: Walk-in practice}}
scenarios: [{{file: {SCENARIOS}/ecommerce/late-parcel.yaml, persona: base}}]
"""
SHORT: Final = OPEN_COURSE.replace("scenarios:", "minutes: 6\nattempts: {allowed: 1}\nmode: exam\nscenarios:")
"""One attempt of six minutes, in an exam without a closing time."""


class CourseBooth(Booth):
    """The window in which a course is taken. `day` is what the clock of the day is apart from where it should be."""

    folder: Path
    begun: float
    day: timedelta = timedelta()

    @property
    def course(self) -> Classroom:
        """The course as this desk has it."""
        found = self.sitting.session.course
        assert isinstance(found, Classroom)
        return found

    def wall(self) -> datetime:
        """What the clock of the day shows."""
        return NOON + timedelta(seconds=self.clock.now() - self.begun) + self.day

    def come_in(self, who: str = "2026001", pin: str = "1234") -> None:
        """Come into the course with the keyboard alone."""
        self.type(who)
        if "pin" in self.app.sheet.places:
            self.keys("tab")
            self.type(pin)
        self.keys("return")

    def jump(self, seconds: float) -> None:
        """Let so much time pass in which the window does nothing, as if the machine had stood still; then look."""
        self.clock.wind(seconds)
        self.step()
        self.step()

    @property
    def attempts(self) -> list[Attempt]:
        """All attempts in the store, newest first."""
        return self.course.book.store.attempts()

    def choose(self, task: str, *, begin: bool = True) -> None:
        """Open the file of the task whose key begins so, and begin the talk."""
        self.press(next(key for key in self.app.sheet.places if key.startswith(f"task.{task}")))
        if begin:
            self.press("start")
            self.wind(0.5)

    def talk_on(self, turns: int | None = None) -> None:
        """Say the first of what is on offer, for so many turns or until the talk is over."""
        said = 0
        while isinstance(talk := self.screen, Talk):
            self.wind(0.3)
            if talk.stage == "choosing":
                if said == turns:
                    return
                said += 1
                self.app.send(Pick(talk.talk.moment.shown[0].id))
                self.step()
            else:
                self.app.send(GoOn())
                self.step()


@contextmanager
def course_opened(
    folder: Path, course: str = EXAM, window: tuple[int, int] = SIZE, *, trainee: str = "", start: float = 1000.0,
    day: timedelta = timedelta(), **changes: Any,
) -> Iterator[CourseBooth]:  # fmt: skip
    """Open a booth with the way into a course; the store and the files of the course lie in `folder`.

    `start` is where the machine's clock stands, `day` by how much the clock of the day is wrong.
    """
    pygame.display.init()
    surface = pygame.display.set_mode(window)
    (folder / "course.yaml").write_text(course, encoding="utf-8")
    (folder / "roster.csv").write_text(ROSTER, encoding="utf-8")
    read = programme.load(folder / "course.yaml")
    assert read is not None
    clock = WoundClock(start)
    with open_store(folder) as store:
        settings = Settings(**{"speed": "at-once", "motion": False, "sound": False, **changes})
        sitting = Sitting(settings, clock, Sounds(), AtOnce(), lambda: session)
        booth = CourseBooth(sitting, clock, App(sitting, surface))
        booth.folder, booth.begun, booth.day = folder, start, day
        room = Classroom(store, read, folder / "exports", Clocks(booth.wall, clock.now))
        session = Session(
            read.tasks, room.book, "zh", False, read.rulebook, seed=SEED, trainee=trainee, course=room
        )  # fmt: skip
        sitting.begin(Flow(Entry(sitting, read.course.title)))
        for _ in range(4):
            booth.step()
        yield booth
        sitting.sounds.close()
