"""What every test starts from: an empty data folder, an English system, and nobody's settings."""

import signal
from pathlib import Path

import pytest
from hypothesis import settings

# Whoever starts the tests in the background has Ctrl-C ignored, and every process would inherit that.
signal.signal(signal.SIGINT, signal.default_int_handler)

# How fast a machine is says nothing about whether the game is right; what is too slow is measured by tests of its own.
settings.register_profile("yuqi", deadline=None, print_blob=True)
settings.load_profile("yuqi")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The empty data folder of this test alone (`YUQI_HOME`), so that no test touches what a trainee has played."""
    folder = tmp_path / "yuqi-home"
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES", "YUQI_STORE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "C.UTF-8")
    monkeypatch.setenv("YUQI_HOME", str(folder))
    return folder
