"""An instructor names a workbook, a plan, a course or a rulebook where a scenario belongs, and is told what to run."""

import shlex
from pathlib import Path

import pytest

from game import cli

COURSE = "format: 1\nid: autumn\ntitle: Autumn\nscenarios: [{file: hotel/late.yaml}]\n"
PLAN = "format: 1\nplays:\n  one: {picks: [own-it]}\n"
WITH_ONE = (("play",), ("preview",), ("graph", "-o", "x.svg"), ("export", "-o", "x.xlsx"), ("score", "--picks", "a"))


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    """A folder with a scenario, its workbook, its plan, a course and a roster."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("YUQI_HOME", str(tmp_path / "home"))
    cli.main(["new", "hotel/late", "--lang", "en"])
    cli.main(["export", "hotel/late.yaml", "-o", "talk.xlsx", "--lang", "en"])
    Path("hotel/late.plays.yaml").write_text(PLAN, encoding="utf-8")
    Path("course.yaml").write_text(COURSE, encoding="utf-8")
    Path("rules.yaml").write_text("format: 1\nid: gentle\nrules: {}\n", encoding="utf-8")
    Path("roster.csv").write_text("id,name\n1,Ann\n", encoding="utf-8")
    capsys.readouterr()
    return tmp_path


def yuqi(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str]:
    """The exit code, and everything that was said."""
    code = cli.main([*words])
    said = capsys.readouterr()
    return code, said.out + said.err


@pytest.mark.parametrize("words", [*WITH_ONE, ("check",), ("check", "--fix-words", "zh")])
def test_a_workbook_is_no_text_in_a_wrong_encoding(words: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    """Nobody is sent to save a workbook as UTF-8: the command that makes a scenario of it is told, and works."""
    code, said = yuqi(capsys, words[0], "talk.xlsx", *words[1:], "--lang", "zh")
    assert (code, "UTF-8" in said) == (2, False)
    told = shlex.split(said.splitlines()[-1])
    assert told[-3:] == ["new", "--from", "talk.xlsx"]
    Path("hotel/late.yaml").unlink()
    assert yuqi(capsys, *told[-3:])[0] == 0


@pytest.mark.parametrize("words", WITH_ONE)
@pytest.mark.parametrize(
    ("file", "said"),
    [("hotel/late.plays.yaml", "is a test plan"), ("course.yaml", "is a course"), ("rules.yaml", "is an overlay")],
)
def test_another_kind_of_file_is_called_by_its_name(
    file: str, said: str, words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    """Instead of all that it lacks as a scenario it is said what it is, and how to check it."""
    code, told = yuqi(capsys, words[0], file, *words[1:], "--lang", "en")
    assert (code, said in told, "missing-key" in told) == (2, True, False)
    assert shlex.split(told.splitlines()[-1])[-2:] == ["check", file]


def test_a_roster_by_itself_is_sent_to_its_course(capsys: pytest.CaptureFixture[str]) -> None:
    """`check roster.csv` says that it is checked along with the course."""
    code, said = yuqi(capsys, "check", "roster.csv", "--lang", "zh")
    assert code == 2
    assert "检查课程时会一起查" in said


@pytest.mark.parametrize(("copies", "language", "wanted"), [(1, "en", "late-1: "), (4, "zh", "late-3：")])
def test_cases_with_one_title_are_told_apart(
    copies: int, language: str, wanted: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Several files begun from the same example still have its title: the proofs name the id before it."""
    for number in range(copies):
        assert yuqi(capsys, "new", f"hotel/late-{number + 1}", "--lang", language)[0] == 0
    Path("hotel/late.plays.yaml").unlink()
    assert wanted not in yuqi(capsys, "check", "hotel/late-1.yaml", "--lang", language)[1]
    if language == "zh":
        Path("hotel/late.yaml").unlink()
    assert wanted in yuqi(capsys, "check", "hotel", "--lang", language)[1]
