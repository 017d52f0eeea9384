"""A whole talk in a real window, by mouse alone and by keyboard alone; a window that is killed and opened again."""

import json
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from game.course.store import open_store
from game.desktop.screens.start import Start
from tests.desktop.booth import Booth, opened
from tests.desktop.real import ROOT, RealWindow, display, wanted

pytestmark = [wanted, pytest.mark.slow]

SCENARIO = "late-parcel"
SETTINGS: dict[str, Any] = {
    "language": "zh", "speed": "at-once", "motion": False, "sound": False, "toured": True, "patience": "off",
}  # fmt: skip
"""Words are there at once: the window and its twin, whose clock is wound, are then never apart."""
KEYS = {"return": "Return", "escape": "Escape", "tab": "Tab", "down": "Down", "space": "space"}


@pytest.fixture
def screen() -> Iterator[str]:
    with display() as (name, _):
        yield name


@pytest.fixture
def homes(tmp_path: Path) -> tuple[Path, Path]:
    """A folder for the window and one for its twin, both with the same settings."""
    folders = tmp_path / "window", tmp_path / "twin"
    for folder in folders:
        folder.mkdir()
        (folder / "window.json").write_text(json.dumps(SETTINGS), encoding="utf-8")
    return folders


class Twins:
    """The window, and a booth in which the same is done: it says where things are, and what the window must show."""

    def __init__(self, window: RealWindow, booth: Booth) -> None:
        self.window = window
        self.booth = booth
        self.agree()

    def agree(self) -> None:
        """Let the booth's time pass, and wait until the window shows the same."""
        self.booth.wind(1.0)
        self.window.becomes(self.booth.app.caption)

    def click(self, key: str) -> None:
        """Click on what has this key, or this label."""
        point = self.booth.node(key).rect.center
        self.booth.click_at(point)
        self.window.click(point)
        self.agree()

    def key(self, name: str) -> None:
        """Press a key of the keyboard."""
        self.booth.keys(name)
        self.window.key(KEYS.get(name, name))
        self.agree()


def by_mouse(twins: Twins) -> None:
    """Play from the start to the debrief with the mouse alone."""
    twins.click("begin")
    twins.click("start")
    while twins.booth.screen.name == "talk":
        first = next(node for node in twins.booth.nodes if node.key in ("say.1", "go-on"))
        twins.click(first.key)
    twins.click("skip")


def by_keyboard(twins: Twins) -> None:
    """Play from the start to the debrief with the keyboard alone."""
    twins.key("return")
    twins.key("return")
    while twins.booth.screen.name == "talk":
        choosing = any(node.key == "say.1" for node in twins.booth.nodes)
        twins.key("1" if choosing else "return")
    while twins.booth.app.hand.focus != "skip":
        twins.key("tab")
    twins.key("return")


def scored(home: Path) -> tuple[tuple[str, ...], dict[str, object]]:
    """The picks of the only attempt in a store, and its score as `replay` gives it."""
    with open_store(home) as store:
        (attempt,) = store.attempts()
    assert attempt.ended is not None
    return tuple(pick.response for pick in attempt.picks), _command(home, "replay", attempt.id)["score"]


def _command(home: Path, *words: str) -> dict[str, dict[str, object]]:
    command = [sys.executable, str(ROOT / "main.py"), *words, "--json"]
    done = subprocess.run(command, capture_output=True, check=True, env=_around(home), cwd=ROOT)
    found: dict[str, dict[str, object]] = json.loads(done.stdout)
    return found


def _around(home: Path) -> dict[str, str]:
    import os

    return {**os.environ, "YUQI_HOME": str(home)}


@pytest.mark.parametrize("played", [by_mouse, by_keyboard], ids=["mouse", "keyboard"])
def test_a_talk_from_start_to_debrief(screen: str, homes: tuple[Path, Path], played: Callable[[Twins], None]) -> None:
    """What was picked in the window is kept and scores as `score --picks` does; the same was seen all the way."""
    with (
        RealWindow(screen, homes[0], "play", SCENARIO, "--seed", "7", "--lang", "zh") as window,
        opened(homes[1], Start, chosen=SCENARIO, **SETTINGS) as booth,
    ):
        twins = Twins(window, booth)
        played(twins)
        assert booth.screen.name == "debrief"
    picks, score = scored(homes[0])
    assert score == _command(homes[0], "score", SCENARIO, "--picks", ",".join(picks))["score"]


def test_a_window_that_was_killed_goes_on_at_the_very_beat(screen: str, homes: tuple[Path, Path]) -> None:
    """Killed after two picks, opened again: the talk goes on with the third turn, and no pick is lost."""
    arguments = ("play", SCENARIO, "--seed", "7", "--lang", "zh")
    with opened(homes[1], Start, chosen=SCENARIO, **SETTINGS) as booth:
        with RealWindow(screen, homes[0], *arguments) as window:
            twins = Twins(window, booth)
            for key in ("begin", "start", "say.1", "go-on", "say.1"):
                twins.click(key)
            window.process.send_signal(signal.SIGKILL)
            window.process.wait()
        with open_store(homes[0]) as store:
            (attempt,) = store.unfinished()
            assert len(attempt.picks) == 2
        booth.show(Start(booth.sitting))
        with RealWindow(screen, homes[0], *arguments) as window:
            twins = Twins(window, booth)
            twins.key("return")
            assert booth.screen.name == "talk"
            assert "3" in window.caption
