"""The real game and a real bus: what a screen reader of Linux finds in the window, and can press there."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.desktop.reader import LAUNCHERS

ROOT = Path(__file__).resolve().parent.parent.parent
READER = Path(__file__).with_name("reader.py")
there = all(shutil.which(name) for name in ("dbus-run-session", "gdbus")) and any(Path(x).exists() for x in LAUNCHERS)


@pytest.mark.slow
@pytest.mark.skipif(not there, reason="wants dbus-run-session, gdbus and at-spi2-core")
def test_a_screen_reader_reads_the_game_and_presses_in_it(home: Path, tmp_path: Path) -> None:
    """Whoever plays by ear finds the first screen, presses Settings, and is then told what can be set."""
    game = [sys.executable, str(ROOT / "main.py"), "--lang", "en"]
    outside = {name: value for name, value in os.environ.items() if not name.startswith(("DBUS_", "AT_SPI"))}
    told = tmp_path / "told.json"
    with told.open("w", encoding="utf-8") as out:  # no pipe: services that outlive the session would hold it open
        done = subprocess.run(
            ["dbus-run-session", "--", sys.executable, str(READER), "Settings", "High contrast", *game],
            env=outside | {"YUQI_HOME": str(home), "XDG_CACHE_HOME": str(tmp_path), "SDL_VIDEODRIVER": "dummy"},
            check=False,
            stdin=subprocess.DEVNULL,
            stdout=out,
            timeout=150,
        )
    assert done.returncode == 0
    first, then = json.loads(told.read_text(encoding="utf-8").splitlines()[-1])  # the bus itself may talk before
    assert {"Yuqi", "Your name", "Settings", "Quit"} <= set(first)
    assert {"High contrast", "200 %", "Full screen"} <= set(then)
