"""An exam of a course in a real window, by keyboard alone; and one that is killed and gone on with."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import pytest

from game import programme
from game.course.attempt import Attempt
from game.course.grading.rescoring import rescore
from game.course.store import open_store
from tests.desktop.real import ROOT, RealWindow, display, until, wanted
from tests.desktop.screens.courses import ROSTER, SCENARIOS

pytestmark = [wanted, pytest.mark.slow]

SETTINGS: Final = {"language": "zh", "speed": "at-once", "motion": False, "sound": False}
COURSE: Final = f"""\
format: 1
id: real
title: {{zh: 真刀真枪, en: For real}}
mode: exam
minutes: 20
closes: 2999-12-01T20:00+08:00
attempts: {{allowed: 2}}
roster: roster.csv
scenarios: [{{file: {SCENARIOS}/ecommerce/late-parcel.yaml, persona: base}}]
"""
QUESTIONS: Final = "先别急着看分"
"""What the window is called while the three questions are asked."""


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """The course's file, beside it its roster; the folder is the game's home too."""
    (tmp_path / "window.json").write_text(json.dumps(SETTINGS), encoding="utf-8")
    (tmp_path / "roster.csv").write_text(ROSTER, encoding="utf-8")
    file = tmp_path / "course.yaml"
    file.write_text(COURSE, encoding="utf-8")
    return file


@pytest.fixture
def screen() -> Iterator[str]:
    """A display of its own."""
    with display() as (name, _):
        yield name


def come_in(window: RealWindow) -> None:
    """Come in with id and PIN, and go where the keyboard is then."""
    window.becomes("真刀真枪")  # while the session opens, that is said too
    window.type("2026001")
    window.key("Tab")
    window.type("1234")
    window.key("Return")


def talk(window: RealWindow, until_: str, keys: tuple[str, ...] = ("1", "Return")) -> None:
    """Say the first of what is on offer until the window is called otherwise; with Return alone, nothing is said.

    On a busy machine the window is called so late that something more may have been said.
    """

    def on() -> bool:
        for key in keys:  # either does nothing where the other is wanted
            if until_ not in window.caption:
                window.key(key)
        return until_ in window.caption

    until(on, lambda: f"{window.caption!r}; {window.said}")


def attempts(home: Path) -> list[Attempt]:
    """All attempts that are kept."""
    with open_store(home) as store:
        return store.attempts()


def scored(course: Path) -> tuple[Attempt, dict[str, Any]]:
    """The only attempt, and its scores as the reports of the course have them."""
    read = programme.load(course)
    assert read is not None
    with open_store(course.parent) as store:
        (attempt,) = store.attempts()
        (result,) = rescore(read, [attempt], store.source, datetime.now(UTC))
    found = result.score
    assert found is not None
    names = ("set", "meet", "exceed", "empathy", "nvc", "overall", "verdict", "satisfaction")
    return attempt, {name: getattr(found, name) for name in names}


def score_of(picks: tuple[str, ...]) -> dict[str, Any]:
    """What `score --picks` makes of these picks."""
    command = [sys.executable, str(ROOT / "main.py"), "score", "late-parcel", "--picks", ",".join(picks), "--json"]
    done = subprocess.run(command, capture_output=True, check=True, cwd=ROOT, env=os.environ)
    found: dict[str, Any] = json.loads(done.stdout)["score"]
    return found


def test_an_exam_by_keyboard_alone(screen: str, course: Path) -> None:
    """From the way in to what is kept no mouse is wanted; the file is written, and the course scores the attempt as
    `score --picks` does."""
    with RealWindow(screen, course.parent, "course", "run", str(course), "--lang", "zh") as window:
        come_in(window)
        talk(window, QUESTIONS)
        window.key("Escape")
        window.becomes("交上去了")
        window.key("Return")
        until(lambda: window.caption.startswith("真刀真枪"), lambda: window.caption)
    attempt, found = scored(course)
    assert (attempt.trainee, attempt.mode, attempt.course, attempt.task) == (
        "2026001", "exam", "real", "all/late-parcel/base"
    )  # fmt: skip
    assert attempt.ended is not None
    told = score_of(tuple(pick.response for pick in attempt.picks))
    assert found == {name: told[name] for name in found}
    (file,) = (course.parent / "exports").iterdir()
    assert attempt.id in file.name


def test_an_exam_whose_window_was_killed(screen: str, course: Path) -> None:
    """Opened again, the list leads back to the very turn, with no more time than was left."""
    arguments = ("course", "run", str(course), "--lang", "zh")
    with RealWindow(screen, course.parent, *arguments) as window:
        come_in(window)
        talk(window, "第 3 轮")
        window.process.send_signal(signal.SIGKILL)
        window.process.wait()
    (killed,) = attempts(course.parent)
    assert len(killed.picks) >= 2
    assert killed.time_left is not None
    assert killed.time_left < 20 * 60
    with RealWindow(screen, course.parent, *arguments) as window:
        come_in(window)
        talk(window, f"第 {len(killed.picks) + 1} 轮", ("Return",))
        talk(window, QUESTIONS)
    (ended,) = attempts(course.parent)
    assert (ended.id, ended.picks[: len(killed.picks)]) == (killed.id, killed.picks)
    assert ended.ended is not None
    assert not ended.expired
