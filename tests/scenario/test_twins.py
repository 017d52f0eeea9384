"""Two scenarios of one id in one check."""

import json
from pathlib import Path

import pytest

from game import cli
from tests.scenario.cases import SMALL


def checked(capsys: pytest.CaptureFixture[str], folder: Path) -> list[dict[str, object]]:
    """The problems that `check` tells of a folder."""
    cli.main(["check", str(folder), "--json", "--lang", "zh"])
    return [one for one in json.loads(capsys.readouterr().out)["problems"] if one["code"] == "same-id"]


def test_the_second_of_an_id_is_told_with_the_first(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A copy that kept its id is told at the id, and the file that had it first is named."""
    for name in ("a.yaml", "b.yaml"):
        (tmp_path / name).write_text(SMALL, encoding="utf-8")
    (problem,) = checked(capsys, tmp_path)
    assert (Path(str(problem["file"])).name, problem["line"], problem["level"]) == ("b.yaml", 2, "warning")
    assert "a.yaml" in str(problem["message"])


def test_scenarios_of_different_ids_are_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each has its own id, and nothing is said."""
    (tmp_path / "a.yaml").write_text(SMALL, encoding="utf-8")
    (tmp_path / "b.yaml").write_text(SMALL.replace("id: small", "id: other"), encoding="utf-8")
    assert checked(capsys, tmp_path) == []
