"""The debrief as a page: saved where the trainee finds it, opened, told of where it cannot be."""

import webbrowser
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.desktop.screens import debrief_page
from game.i18n import words
from tests.desktop.booth import Booth, opened
from tests.desktop.screens.debriefs import ended, screen

ZH = words("zh")


@pytest.fixture
def booth(tmp_path: Path) -> Iterator[Booth]:
    with opened(tmp_path / "store", ended()) as booth:
        yield booth


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The trainee's folder of documents."""
    documents = tmp_path / "documents"
    documents.mkdir()
    monkeypatch.setattr(debrief_page, "folders", lambda: (documents,))
    return documents


def test_the_debrief_is_saved_as_a_page_and_opened(booth: Booth, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One press writes the page under a clear name and says where it lies; the next opens it in the browser."""
    shown: list[str] = []
    monkeypatch.setattr(webbrowser, "open", shown.append)
    booth.press("save")
    (file,) = folder.iterdir()
    assert file.name.startswith("预期复盘 主管爆了，水进了屋 20")
    assert file.suffix == ".html"
    text = file.read_text(encoding="utf-8")
    assert "小李" in text
    assert all(turn.said in text for turn in screen(booth).told.turns)
    assert ZH("window.debrief.saved", path=f"{file}") in booth.labels
    booth.press("open")
    assert shown == [file.as_uri()]


def test_a_page_never_takes_the_place_of_another(booth: Booth, folder: Path) -> None:
    """Saved twice, there are two pages; what is told can be put away."""
    booth.keys("w", "w")
    assert len(list(folder.iterdir())) == 2
    booth.press("noted")
    assert not [node for node in booth.nodes if node.role == "status"]


def test_where_nothing_can_be_written_the_trouble_is_told(booth: Booth, folder: Path) -> None:
    """A folder that takes nothing is told in words; the debrief stays as it is, and it can be tried again."""
    folder.rmdir()
    folder.write_text("no folder")
    booth.keys("w")
    (told,) = [node.label for node in booth.nodes if node.role == "status"]
    assert told.startswith("网页没有存成")
    folder.unlink()
    folder.mkdir()
    booth.keys("w")
    assert list(folder.iterdir())


def test_a_page_goes_where_there_is_room_for_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the first folder takes nothing, the next one does."""
    blocked = tmp_path / "blocked"
    blocked.write_text("no folder")
    monkeypatch.setattr(debrief_page, "folders", lambda: (blocked, tmp_path / "data"))
    assert debrief_page.written("page", "name") == tmp_path / "data" / "name.html"


@pytest.mark.parametrize(
    ("name", "fit"), [("谁的错? 3:0 <a>", "谁的错 3 0 a"), ("../../x", "x"), ("..", "debrief"), ("长" * 99, "长" * 48)]
)
def test_the_name_of_a_page_fits_every_system(name: str, fit: str) -> None:
    """Signs that some system does not take in a name are left out, and it is not too long."""
    assert debrief_page.fitting(name) == fit
