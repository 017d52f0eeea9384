"""The window: opened where there is a display, told apart where there is none, at rest while nothing happens."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pygame
import pytest

from game.desktop import display, window
from game.desktop.clock import WallClock
from game.desktop.display import FIRST, LEAST, NoWindow, first_size
from game.desktop.frame import Frame
from game.desktop.screen import Still
from game.desktop.sitting import Sitting
from game.desktop.widgets import Widget, button
from tests.desktop.booth import opened

ROOT = Path(__file__).resolve().parents[2]
LINUX = sys.platform.startswith("linux")
x11 = pytest.mark.skipif(not LINUX or shutil.which("Xvfb") is None, reason="there is no X server to try it on")
DEADLINE = 60.0


@pytest.fixture
def screen() -> Iterator[tuple[str, "subprocess.Popen[str]"]]:
    """An X server of its own: its name, and its process."""
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", "1", "-screen", "0", "1280x720x24", "-nolisten", "tcp"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert server.stdout is not None
    yield f":{server.stdout.readline().strip()}", server
    server.kill()
    server.wait()
    server.stdout.close()


def game(*arguments: str, **changed: str) -> "subprocess.Popen[str]":
    """A game that was started from a desktop: nobody types at its standard input."""
    inherited = {
        name: value for name, value in os.environ.items() if not name.startswith(("SDL_", "DISPLAY", "WAYLAND"))
    }
    return subprocess.Popen(
        [sys.executable, str(ROOT / "main.py"), "--lang", "en", *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=inherited | {"SDL_AUDIODRIVER": "dummy"} | changed,
        encoding="utf-8",
    )


def test_without_a_display_it_says_so_and_plays_in_the_terminal() -> None:
    """On a machine without a display the game says so, and the library is there in the terminal."""
    out, wrong = game().communicate(timeout=DEADLINE)
    assert out.lstrip().startswith("There is no display here, so it plays in the terminal.")
    assert "Choose a customer" in out
    assert "Traceback" not in out + wrong


@x11
def test_a_display_that_does_not_answer_is_none() -> None:
    """A display that is named and not there is as none: never a window that nobody can see."""
    out, wrong = game(DISPLAY=":4999").communicate(timeout=DEADLINE)
    assert "There is no display here" in out
    assert "Traceback" not in out + wrong


def test_upstream_pygame_beside_ours_is_told_with_the_remedy(tmp_path: Path) -> None:
    """Where the old pygame was installed over ours, the game names the two commands that mend it."""
    beside = tmp_path / "site"
    (beside / "pygame").mkdir(parents=True)
    (beside / "pygame" / "__init__.py").write_text("", encoding="utf-8")
    (beside / "pygame-2.6.1.dist-info").mkdir()
    out, wrong = game(PYTHONPATH=str(beside), DISPLAY=":4999").communicate(timeout=DEADLINE)
    assert "pip uninstall pygame" in " ".join(out.split())
    assert "pip install --force-reinstall pygame-ce" in " ".join(out.split())
    assert "Traceback" not in out + wrong


def test_pygame_ce_alone_is_no_trouble(monkeypatch: pytest.MonkeyPatch) -> None:
    """With pygame-ce as it is installed here, the window may open."""
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    display.ready()
    monkeypatch.delenv("SDL_VIDEODRIVER")
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    if LINUX:
        with pytest.raises(NoWindow):
            display.ready()


@x11
def test_a_display_that_dies_ends_the_game_with_words(screen: tuple[str, "subprocess.Popen[str]"], home: Path) -> None:
    """When the display goes away in the middle, there are words and exit code 1, no traceback, and no hang."""
    name, server = screen
    process = game(DISPLAY=name)
    deadline = time.monotonic() + DEADLINE
    while not (home / "yuqi.db").exists():  # the record is opened once the first screen is seen
        assert process.poll() is None
        assert time.monotonic() < deadline
        with suppress(subprocess.TimeoutExpired):
            process.wait(0.05)
    server.send_signal(signal.SIGKILL)
    _, wrong = process.communicate(timeout=DEADLINE)
    assert "The display went away" in wrong
    assert "Traceback" not in wrong
    assert process.returncode == 1


@pytest.mark.parametrize(
    ("screen_size", "expected"),
    [
        ((1024, 600), LEAST),
        ((1280, 720), FIRST),
        ((1366, 768), FIRST),
        ((1920, 1080), (1440, 810)),
        ((3840, 2160), (2880, 1620)),
        ((800, 480), LEAST),
    ],
)
def test_the_window_opens_as_readable_on_a_dense_screen(
    screen_size: tuple[int, int], expected: tuple[int, int]
) -> None:  # fmt: skip
    """Where pixels are small the window opens with more of them, and is then as large to the eye."""
    assert first_size(screen_size) == expected


def test_waiting_looks_away_and_is_woken(monkeypatch: pytest.MonkeyPatch) -> None:
    """A minute without events takes a few thousand looks, not sixty thousand; an event ends the wait at once."""
    looks: list[float] = []
    now = [0.0]
    event = pygame.event.Event(window.NUDGE)

    def get() -> list[pygame.event.Event]:
        looks.append(now[0])
        return [event] if len(looks) == 2000 else []

    def sleep(seconds: float) -> None:
        assert seconds <= window.LATEST
        now[0] += seconds

    monkeypatch.setattr("game.desktop.window.pygame.event.get", get)
    monkeypatch.setattr("game.desktop.window.time.monotonic", lambda: now[0])
    monkeypatch.setattr("game.desktop.window.time.sleep", sleep)
    assert window.happenings(3600.0) == [event]
    assert looks[-1] > 40
    before = now[0]
    assert window.happenings(0.5) == []
    assert now[0] - before == pytest.approx(0.5)


def test_an_errand_that_ends_after_the_window_troubles_nobody() -> None:
    """A thread that is done when the window is closed already wakes nothing, and raises nothing."""
    pygame.display.quit()
    window.nudge()
    assert WallClock().now() <= WallClock().now()


@dataclass
class Broken(Still):
    """A screen with a mistake in what it does, or in how it looks."""

    sitting: Sitting
    name: str = "library"
    shows: bool = True

    def view(self, frame: Frame) -> Widget:
        if not self.shows:
            raise KeyError("no such picture")
        return button("press", "Press", "pressed")

    def hear(self, message: object) -> None:
        raise ZeroDivisionError("no such number")

    def home(self) -> str:
        return "press"


def test_a_mistake_in_a_screen_is_told_on_the_screen(tmp_path: Path) -> None:
    """What goes wrong when something is pressed is told in words with a way on; the window stays."""
    with opened(tmp_path, Broken, language="en") as booth:
        stroke: dict[str, Any] = {"key": pygame.K_RETURN, "mod": 0, "unicode": ""}
        strokes = [pygame.event.Event(kind, **stroke) for kind in (pygame.KEYDOWN, pygame.KEYUP)]
        assert window._step(booth.sitting, booth.app, strokes, None)
        assert booth.app.rest() == 0
        assert window._step(booth.sitting, booth.app, [], None)
        assert booth.screen.name == "trouble"
        assert "ZeroDivisionError: no such number, test_window.py:" in booth.text
        booth.press("quit")
        assert booth.sitting.leave


def test_a_screen_that_cannot_be_shown_is_told_on_another(tmp_path: Path) -> None:
    """A screen that fails while it is laid out gives way to one that says so."""
    with opened(tmp_path, Broken, language="zh") as booth:
        booth.sitting.flow.home([Broken(booth.sitting, shows=False)])
        assert window._step(booth.sitting, booth.app, [], None)
        assert window._step(booth.sitting, booth.app, [], None)
        assert booth.node("再试一次").role == "button"
        assert "no such picture" in booth.text


def test_the_first_screen_waits_for_nothing_that_it_does_not_show() -> None:
    """What is seen first is there before engine, files and proofs are loaded."""
    loaded = (
        "import sys, game.commands.play, game.desktop.opening, game.desktop.screens.start_view; "
        "print(*({'game.engine', 'game.session', 'game.scenario', 'numpy', 'yaml', 'transitions'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.split() == []
