"""Whether every machine can have the libraries: what lacks is named, and no answer is not taken for a good one."""

from pathlib import Path

import pytest

import run
from delivery import wheels
from delivery.resolving import NoIndex, lacking, resolve
from delivery.targets import LINUX, MACOS, TARGETS, WINDOWS, Target
from tests.delivery.parcels import wheel


def test_all_three_systems_are_asked_for_every_version_of_python() -> None:
    """Nobody on a system and a Python that the game is for is forgotten."""
    assert {(target.system.title, target.python) for target in TARGETS} == {
        (system, f"3.{minor}")
        for system in ("Windows", "macOS", "Linux")
        for minor in range(run.OLDEST[1], run.TOO_NEW[1])
    }


def test_what_only_windows_needs_is_found_from_any_system(tmp_path: Path) -> None:
    """A library that another one wants on Windows alone is put in, although pip is asked on another system."""
    wheel(tmp_path, "talk", 'pane; sys_platform == "win32"', 'old; python_version < "3.12"', 'more; extra == "all"')
    wheel(tmp_path, "pane", "glass>=1")
    wheel(tmp_path, "glass")
    wheel(tmp_path, "old")

    def names(target: Target) -> list[str]:
        return [found.name for found in resolve(["talk"], target, tmp_path)]

    assert names(Target(WINDOWS, "3.11")) == ["glass", "old", "pane", "talk"]
    assert names(Target(WINDOWS, "3.13")) == ["glass", "pane", "talk"]
    assert names(Target(LINUX, "3.13")) == ["talk"]


def test_everything_that_lacks_a_wheel_is_named(tmp_path: Path) -> None:
    """Not the first one alone is told that a system lacks, and what another system has does not count."""
    wheel(tmp_path, "everywhere")
    wheel(tmp_path, "penguin", tag="cp312-cp312-manylinux_2_17_x86_64")
    wheel(tmp_path, "apple", tag="cp312-cp312-macosx_11_0_arm64")
    asked = ["everywhere", "penguin>=1", "apple>=1"]
    assert lacking(asked, Target(LINUX, "3.12"), tmp_path) == (2, ("apple>=1",))
    assert lacking(asked, Target(MACOS, "3.12"), tmp_path) == (2, ("penguin>=1",))
    assert sorted(lacking(asked, Target(WINDOWS, "3.12"), tmp_path)[1]) == ["apple>=1", "penguin>=1"]


def test_what_is_lacking_ends_the_check(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """One machine that cannot have one library is exit code 1, and the line says which machine and which library."""
    monkeypatch.setattr(wheels, "lacking", lambda asked, target: (19, ("numpy",) if target == TARGETS[3] else ()))
    assert wheels.main([]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == len(TARGETS)
    assert [line for line in lines if "numpy" in line] == ["macOS, Python 3.11: no wheel for numpy"]


def test_no_index_is_not_taken_for_all_well(capsys: pytest.CaptureFixture[str]) -> None:
    """Where the index cannot be asked, the check does not pass; it says what to do, and names nothing as lacking."""
    with pytest.raises(NoIndex):
        resolve(["numpy"], TARGETS[0])
    assert wheels.main([]) == 1
    told = capsys.readouterr()
    assert "--offline" in told.err
    assert told.out == ""


def test_an_index_that_does_not_answer_is_not_taken_for_an_empty_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """A network that is down does not look as if no library had a wheel."""
    monkeypatch.delenv("PIP_NO_INDEX")
    monkeypatch.setenv("PIP_INDEX_URL", "http://127.0.0.1:9/simple")
    monkeypatch.setenv("PIP_RETRIES", "0")
    with pytest.raises(NoIndex):
        resolve(["numpy"], TARGETS[0])


def test_only_who_says_so_is_let_off(capsys: pytest.CaptureFixture[str]) -> None:
    """With --offline nothing is asked, nothing fails, and it is said that nothing was checked."""
    assert wheels.main(["--offline"]) == 0
    assert "no network" in capsys.readouterr().out
