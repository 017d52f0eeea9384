"""Settings on the disk: kept wholly, or as they were; what makes no sense is left out."""

import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.desktop.settings import CHOICES, FILE, Settings, load, save

SETTINGS = st.builds(
    Settings,
    **{name: st.sampled_from(values) for name, values in CHOICES.items()},
    toured=st.booleans(),
    trainee=st.text(max_size=40).filter(lambda name: name.isprintable()),
)


@given(settings=SETTINGS)
def test_what_is_kept_comes_back(tmp_path_factory: pytest.TempPathFactory, settings: Settings) -> None:
    """All settings are as they were set, the next time."""
    folder = tmp_path_factory.mktemp("kept")
    save(folder, settings)
    assert load(folder, "zh") == settings


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "17", '{"size": 100', "\ufeff{}"])
def test_a_spoilt_file_is_as_none(tmp_path: Path, text: str) -> None:
    """A file that is no settings leaves all as at first, in the language of the system."""
    (tmp_path / FILE).write_text(text, encoding="utf-8")
    assert load(tmp_path, "en") == Settings(language="en")


@pytest.mark.parametrize(
    "wrong",
    [{"size": 101}, {"size": "100"}, {"theme": "pink"}, {"motion": 1}, {"trainee": 5}, {"toured": "yes"}, {"what": 1}],
)
def test_what_makes_no_sense_is_left_out(tmp_path: Path, wrong: dict[str, object]) -> None:
    """A setting that cannot stand so is as at first, and the others hold."""
    (tmp_path / FILE).write_text(json.dumps({"theme": "dark", "language": "en"} | wrong), encoding="utf-8")
    expected = Settings(language="en") if "theme" in wrong else Settings(language="en", theme="dark")
    assert load(tmp_path, "zh") == expected


def test_a_folder_that_takes_nothing_stops_nobody(tmp_path: Path) -> None:
    """Where nothing can be written the game goes on, and what was there stays."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    save(tmp_path / "file", Settings())
    assert load(tmp_path / "file", "en") == Settings(language="en")


def test_no_half_file_is_ever_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the disk fails in the middle of writing, the settings are those of before."""
    save(tmp_path, Settings(trainee="Ann"))

    def fails(*_: object) -> None:
        raise OSError("no room")

    monkeypatch.setattr(os, "replace", fails)
    save(tmp_path, Settings(trainee="Bo"))
    assert load(tmp_path, "en").trainee == "Ann"
    assert [file.name for file in tmp_path.iterdir()] == [FILE]
