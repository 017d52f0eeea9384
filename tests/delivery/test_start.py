"""The launcher on the receiver's machine: silent where all goes well, and never silent where it does not."""

import importlib.util
import sys
from collections.abc import Callable
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from delivery.folder import RECEIVER
from game import cli

SHOWN: list[str] = []


@pytest.fixture
def start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The launcher, with the box that it shows kept in SHOWN, and a user's folder of its own."""
    loader = SourceFileLoader("start", str(RECEIVER / "start.pyw"))
    spec = importlib.util.spec_from_loader("start", loader)
    assert spec is not None
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    module = importlib.util.module_from_spec(spec)
    loader.exec_module(module)
    for name in ("stdout", "stderr", "pycache_prefix"):
        monkeypatch.setattr(sys, name, getattr(sys, name))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
    monkeypatch.setattr(module, "box", SHOWN.append)
    SHOWN.clear()
    return module


def plays(monkeypatch: pytest.MonkeyPatch, game: Callable[[Any], int]) -> None:
    """Let the game be another one."""
    monkeypatch.setattr(cli, "main", game)


def test_a_game_that_ran_well_leaves_no_word(
    start: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever has played and closes the window sees nothing more; the folder of the game stays as it was."""
    given = []

    def game(arguments: list[str]) -> int:
        given.append(arguments)
        return 0

    plays(monkeypatch, game)
    assert start.start(["play", "--lang", "zh"]) == 0
    assert given == [["play", "--lang", "zh"]]
    assert SHOWN == []
    assert (tmp_path / "yuqi" / "start.log").read_text() == ""
    assert sys.pycache_prefix == str(tmp_path / "yuqi" / "bytecode")


def test_a_fault_is_shown_and_written_down(start: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever's game breaks down is told in both languages, with the reason and the file to hand on."""

    def broken(arguments: list[str]) -> int:
        raise ModuleNotFoundError("No module named 'numpy'")

    plays(monkeypatch, broken)
    assert start.start([]) == 1
    (told,) = SHOWN
    log = tmp_path / "yuqi" / "start.log"
    assert all(word in told for word in ("预期没能打开", "could not be opened", "No module named 'numpy'", str(log)))
    assert "Traceback" in log.read_text(encoding="utf-8")


def test_what_a_game_said_on_its_way_out_is_shown(start: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a console nothing is lost that the game writes there: a refusal, a missing window, a wrong word."""

    def refuses(arguments: list[str]) -> int:
        print("这台电脑上打不开窗口。", file=sys.stderr)
        return 0

    plays(monkeypatch, refuses)
    assert start.start([]) == 0
    assert SHOWN == ["这台电脑上打不开窗口。"]


def test_a_command_that_is_used_wrongly_is_told(start: ModuleType) -> None:
    """The real game, asked for something it does not know, answers in the box."""
    assert start.start(["--lang", "zh", "dance"]) == 2
    assert "dance" in SHOWN[0]
