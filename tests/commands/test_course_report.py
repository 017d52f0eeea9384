"""`course report`: a folder of reports on a real course with its roster and its store."""

import csv
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from game.cli import main
from game.commands.together import put_together
from game.course.file import read_course
from game.course.store import open_store
from tests.course.classroom import Classroom
from tests.report.course.classes import PHASES, TERMS, course, members

MANY = 5


@pytest.fixture(scope="module")
def laid_out(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Classroom]:
    """A course on the disk with its scenarios and roster, and a class that has played it."""
    folder = tmp_path_factory.mktemp("课程 autumn")
    room = course(MANY, 2)
    lines = [
        "format: 1",
        "id: autumn",
        "title: {zh: 秋季班, en: Autumn}",
        TERMS.rstrip(),
        "roster: roster.csv",
        "phases:",
    ]
    for number, (phase, names) in enumerate(PHASES.items()):
        tasks = [task for task in room.programme.tasks if task.phase == phase]
        for task in tasks:
            (folder / f"{task.scenario.id}.yaml").write_bytes(task.source)
        files = ", ".join(f"{{file: {task.scenario.id}.yaml, persona: base}}" for task in tasks)
        mode = ", mode: practice" if phase == "practice" else ", compare: before" if number == len(PHASES) - 1 else ""
        assert len(names) == len(tasks)
        lines.append(f"- {{id: {phase}, scenarios: [{files}]{mode}}}")
    (folder / "course.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    rows = [f"{one.id},{one.name},{one.group}" for one in members(MANY)]
    (folder / "roster.csv").write_text("\n".join(["id,name,group", *rows]) + "\n", encoding="utf-8")
    return folder, room


@pytest.fixture
def played(laid_out: tuple[Path, Classroom], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The course file, in a store in which the class has played."""
    folder, room = laid_out
    monkeypatch.setenv("YUQI_HOME", str(tmp_path / "home"))
    source = (folder / "course.yaml").read_bytes()
    found, _ = read_course(source, "course.yaml")
    assert found is not None
    with open_store() as store:
        for attempt in room.attempts:
            own = room.sources[attempt.sha256]
            assert store.take_in(replace(attempt, course_sha256=found.sha256), [own, source])
    return folder / "course.yaml"


@pytest.fixture
def unplayed(laid_out: tuple[Path, Classroom], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The course file, in a store without an attempt."""
    monkeypatch.setenv("YUQI_HOME", str(tmp_path / "empty"))
    return laid_out[0] / "course.yaml"


def report(course_file: Path, folder: Path, *more: str) -> int:
    """Run the command in English."""
    try:
        return main(["course", "report", str(course_file), "-o", str(folder), "--lang", "en", *more])
    except SystemExit as left:
        return int(str(left.code))


def everything(folder: Path) -> dict[str, bytes]:
    """Return all files below a folder by name."""
    return {f"{path.relative_to(folder).as_posix()}": path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_folder_holds_all_reports(played: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without further options the folder has page, PDFs, workbook, lists and Moodle's file, and they are told."""
    assert report(played, tmp_path / "out") == 0
    names = set(everything(tmp_path / "out"))
    top = {"class.html", "class.pdf", "class.xlsx", "grades.csv", "attempts.csv", "moodle.csv", "trainees.pdf"}
    assert top <= names
    assert sum(name.startswith("trainees/") and name.endswith(".html") for name in names) == MANY
    assert everything(tmp_path / "out")["class.pdf"].startswith(b"%PDF")
    told = capsys.readouterr().out
    assert all(name in told for name in top)
    assert "scored again from its picks" in told


def test_other_files_in_the_folder_stay(played: Path, tmp_path: Path) -> None:
    """A report of before is replaced; whatever else lies in the folder is left alone, and nothing is left over."""
    (tmp_path / "trainees").mkdir()
    (tmp_path / "trainees" / "notes.txt").write_text("mine", encoding="utf-8")
    (tmp_path / "class.html").write_text("old", encoding="utf-8")
    assert report(played, tmp_path, "--format", "html") == 0
    found = everything(tmp_path)
    assert found["trainees/notes.txt"] == b"mine"
    assert found["class.html"].startswith(b"<!DOCTYPE html>")
    assert not [name for name in found if ".part" in name]


def test_all_of_the_files_or_none(played: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where one file cannot have its place, nothing in the folder has changed, and why is told."""
    (tmp_path / "out" / "grades.csv").mkdir(parents=True)
    (tmp_path / "out" / "attempts.csv").write_text("old", encoding="utf-8")
    (tmp_path / "out" / "class.html").write_text("old", encoding="utf-8")
    before = everything(tmp_path / "out")
    assert report(played, tmp_path / "out", "--format", "html,csv") == 1
    assert everything(tmp_path / "out") == before
    assert (tmp_path / "out" / "grades.csv").is_dir()
    assert not (tmp_path / "out" / "trainees").exists()
    assert "grades.csv" in capsys.readouterr().err


def test_a_failure_halfway_gives_back_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the disk refuses the second of three files, the first has its old contents again."""
    (tmp_path / "a").write_bytes(b"old a")
    moves = []

    def full(source: Path, target: Path) -> None:
        moves.append(target)
        if target == tmp_path / "b":
            raise OSError(28, "full", str(target))
        source.rename(target)

    monkeypatch.setattr("os.replace", full)
    with pytest.raises(OSError, match="full"):
        put_together(tmp_path, [("a", b"new a"), ("b", b"new b"), ("c/d", b"new d")])
    assert tmp_path / "a" in moves
    assert everything(tmp_path) == {"a": b"old a"}


def test_a_file_in_the_way_of_the_folder(played: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file where the folder should be is told and left as it is."""
    (tmp_path / "out").write_text("mine", encoding="utf-8")
    assert report(played, tmp_path / "out", "--format", "csv") == 1
    assert (tmp_path / "out").read_text(encoding="utf-8") == "mine"
    assert "out" in capsys.readouterr().err


def test_one_trainee_gets_nothing_about_others(played: Path, tmp_path: Path) -> None:
    """With --trainee the files are about that one, and no other name or id is in any of them."""
    one, *others = members(MANY)
    assert report(played, tmp_path / "out", "--trainee", one.id) == 0
    found = everything(tmp_path / "out")
    assert {name.rpartition(".")[2] for name in found} == {"html", "pdf", "xlsx", "csv"}
    for name, raw in found.items():
        text = raw.decode("utf-8", "replace")
        if name.endswith(".xlsx"):
            sheets = openpyxl.load_workbook(tmp_path / "out" / name).worksheets
            text = " ".join(f"{cell.value}" for sheet in sheets for row in sheet.iter_rows() for cell in row)
        assert one.id in text or name.endswith(".pdf")
        assert not [other.id for other in others if other.id in text or other.name in text]


def test_codes_take_the_place_of_names_everywhere(
    played: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With --codes no name, no id and nothing that was typed is in a page, list, or workbook, nor in a file's name."""
    assert report(played, tmp_path / "out", "--codes", "--format", "html,csv,xlsx") == 0
    found = everything(tmp_path / "out")
    hidden = [text for one in members(MANY) for text in (one.id, one.name)] + ["先听完再说。"]
    for name, raw in found.items():
        text = raw.decode("utf-8", "replace")
        if name.endswith(".xlsx"):
            sheets = openpyxl.load_workbook(tmp_path / "out" / name).worksheets
            text = " ".join(f"{cell.value}" for sheet in sheets for row in sheet.iter_rows() for cell in row)
        assert not [one for one in hidden if one in text or one in name], name
    assert "moodle.csv" not in found
    assert "codes-autumn.csv" in capsys.readouterr().out


def test_a_group_has_a_report_of_its_own(played: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With --group only that group's trainees are in the lists; of an unknown group the known ones are told."""
    assert report(played, tmp_path / "out", "--group", "早班", "--format", "csv") == 0
    with (tmp_path / "out" / "grades.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["ID"] for row in rows} == {one.id for one in members(MANY) if one.group == "早班"}
    assert report(played, tmp_path / "out", "--group", "早办") == 2
    assert "晚班" in capsys.readouterr().err


def test_the_item_analysis_takes_first_attempts_or_all(played: Path, tmp_path: Path) -> None:
    """By default each trainee's first attempt at a customer goes into the item analysis, with --all-attempts all do."""

    def reached(folder: Path) -> int:
        sheet = openpyxl.load_workbook(folder / "class.xlsx")["Items"]
        return max(row[3] for row in sheet.iter_rows(min_row=2, values_only=True) if isinstance(row[3], int))

    assert report(played, tmp_path / "first", "--format", "xlsx") == 0
    assert report(played, tmp_path / "all", "--format", "xlsx", "--all-attempts") == 0
    assert reached(tmp_path / "first") == MANY - 1
    assert reached(tmp_path / "all") == 2 * (MANY - 1) - 1


def test_both_languages_have_a_folder_each(played: Path, tmp_path: Path) -> None:
    """With --both the same reports stand in Chinese and in English."""
    assert report(played, tmp_path / "out", "--both", "--format", "html,csv") == 0
    found = everything(tmp_path / "out")
    assert {name.partition("/")[0] for name in found} == {"zh", "en"}
    assert "班级报告" in found["zh/class.html"].decode()
    assert "Class report" in found["en/class.html"].decode()


def test_a_course_that_nobody_has_played(unplayed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Before anybody has played, all reports are written and say so."""
    assert report(unplayed, tmp_path / "out") == 0
    assert "Nobody has played" in (tmp_path / "out" / "class.html").read_text(encoding="utf-8")
    assert "Nobody has played" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("--format", "html,docx"), "docx"),
        (("--trainee", "nobody"), "nobody"),
        (("--codes", "--format", "moodle"), "Moodle"),
    ],
)
def test_what_cannot_be_reported_is_told(
    played: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], more: tuple[str, ...], said: str
) -> None:
    """A format or a trainee that there is not, and codes for Moodle, are told, and nothing is written."""
    assert report(played, tmp_path / "out", *more) == 2
    assert said in capsys.readouterr().err
    assert not (tmp_path / "out").exists()
