"""`graph` as instructors use it: the file that it writes, and what it says when it cannot."""

import os
from pathlib import Path

import pytest

from tests.report.scenes import TALK
from tests.typed import yuqi


@pytest.fixture
def scenario(tmp_path: Path) -> str:
    """A small scenario on the disk."""
    path = tmp_path / "talk.yaml"
    path.write_text(TALK, encoding="utf-8")
    return str(path)


@pytest.mark.parametrize(("ending", "begins"), [(".svg", "<?xml"), (".html", "<!DOCTYPE html>"), (".mmd", "flowchart")])
@pytest.mark.parametrize(("language", "wanted"), [("zh", "结局"), ("en", "ending")])
def test_the_ending_says_what_is_drawn(
    scenario: str,
    tmp_path: Path,
    ending: str,
    begins: str,
    language: str,
    wanted: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """`graph` writes the file in the reader's language, says where it is, and leaves nothing else lying about."""
    file = tmp_path / f"drawn{ending}"
    code, out, err = yuqi(capsys, "graph", scenario, "-o", str(file), "--lang", language)
    assert (code, err) == (0, "")
    assert str(file) in out
    text = file.read_text(encoding="utf-8")
    assert text.startswith(begins)
    assert wanted in text
    assert sorted(one.name for one in tmp_path.iterdir()) == sorted(["talk.yaml", file.name])


@pytest.mark.parametrize("name", ["drawn.png", "drawn", ".svg"])
def test_another_ending_is_a_wrong_use(
    scenario: str, tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file of another kind is refused with exit 2 and the endings that there are; nothing is written."""
    code, out, err = yuqi(capsys, "graph", scenario, "-o", str(tmp_path / name))
    assert (code, out) == (2, "")
    assert ".svg, .html, .mmd" in err
    assert [one.name for one in tmp_path.iterdir()] == ["talk.yaml"]


def test_no_file_is_a_wrong_use(scenario: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Without -o there is nothing to draw into."""
    assert yuqi(capsys, "graph", scenario)[0] == 2


def test_a_file_that_is_there_is_replaced_in_one_step(
    scenario: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The new drawing takes the old one's place whole: whoever has the old file open still reads the old drawing."""
    file, still_open = tmp_path / "drawn.svg", tmp_path / "open.svg"
    file.write_text("old", encoding="utf-8")
    os.link(file, still_open)
    assert yuqi(capsys, "graph", scenario, "-o", str(file))[0] == 0
    assert file.read_text(encoding="utf-8").startswith("<?xml")
    assert still_open.read_text(encoding="utf-8") == "old"


@pytest.mark.parametrize(("language", "wanted"), [("zh", "写不了"), ("en", "cannot be written")])
def test_a_path_that_cannot_be_written_is_said(
    scenario: str, tmp_path: Path, language: str, wanted: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A folder that is not there, or one in the file's place: exit 1, a message, and nothing is left behind."""
    (tmp_path / "folder.svg").mkdir()
    for path in (tmp_path / "missing" / "drawn.svg", tmp_path / "folder.svg"):
        code, out, err = yuqi(capsys, "graph", scenario, "-o", str(path), "--lang", language)
        assert (code, out) == (1, "")
        assert wanted in err
    assert sorted(one.name for one in tmp_path.iterdir()) == ["folder.svg", "talk.yaml"]


def test_a_scenario_with_errors_is_not_drawn(scenario: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Its problems are told with file and line, exit 1, and no drawing is written."""
    Path(scenario).write_text(TALK.replace("to: next", "to: nxt"), encoding="utf-8")
    code, out, err = yuqi(capsys, "graph", scenario, "-o", str(tmp_path / "drawn.svg"))
    assert (code, out) == (1, "")
    assert f"{scenario}:" in err
    assert "next" in err
    assert not (tmp_path / "drawn.svg").exists()


def test_an_unknown_persona_or_scenario_is_a_wrong_use(
    scenario: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit 2, as with every other command."""
    file = str(tmp_path / "drawn.svg")
    assert yuqi(capsys, "graph", scenario, "-o", file, "--persona", "angry")[0] == 2
    assert yuqi(capsys, "graph", "no-such-talk", "-o", file)[0] == 2
