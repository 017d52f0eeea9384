"""`course import` and `course forget` as an instructor types them."""

import io
import json
import sys
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

import pytest

from game import cli
from game.commands.code_list import kept
from game.course.attempt import Attempt
from game.course.exchange.codes import codes_of
from game.course.exchange.parcels import PieceFault
from game.course.exchange.signing import DeskKey, fingerprint
from game.course.exchange.slip import Fault, exports, read_slip, write_slip
from game.course.grading.results import Doubt, Uncounted
from game.course.store import open_store
from game.desktop.settings import Settings, load, save
from game.i18n import words
from tests.course import handed_in
from tests.course.handed_in import COURSE, SCENARIO, attempt, slip, sources


@pytest.fixture
def key(tmp_path: Path) -> DeskKey:
    """The key of a trainee's desk."""
    return handed_in.desk(tmp_path / "desk")


@pytest.fixture
def course(tmp_path: Path) -> str:
    """The small course's file."""
    return str(handed_in.course_file(tmp_path / "course"))


@pytest.fixture
def handed(tmp_path: Path, key: DeskKey) -> Path:
    """A platform's ZIP: two good attempts, one of them twice, a changed one, one that cannot be, and a letter."""
    good = slip(key, attempt("李四"))
    files = {
        "张三_1_assignsubmission_file_/a.json": slip(key),
        "李四_2_assignsubmission_file_/b.json": good,
        "李四_2_assignsubmission_file_/b (1).json": good,
        "王五_3_assignsubmission_file_/c.json": slip(key, attempt("王五")).replace("王五".encode(), "王六".encode()),
        "赵六_4_assignsubmission_file_/d.json": slip(key, attempt("赵六", picks=("sorry", "sorry"))),
        "赵六_4_assignsubmission_file_/letter\x1b[2J.txt": "老师好".encode(),
        "__MACOSX/._a.json": b"\0",
    }
    path = tmp_path / "作业.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name, raw in files.items():
            archive.writestr(name, raw)
    return path


def run(capsys: pytest.CaptureFixture[str], *arguments: str, language: str = "zh") -> tuple[int, str, str]:
    """Give the exit code, what was printed, and what was said beside it."""
    code = cli.main(["course", *arguments, "--lang", language])
    said = capsys.readouterr()
    return code, said.out, said.err


def attempts() -> list[Attempt]:
    """Give what the instructor's store has."""
    with open_store() as store:
        return store.attempts()


def test_an_import_tells_what_became_of_every_file(
    course: str, handed: Path, key: DeskKey, capsys: pytest.CaptureFixture[str]
) -> None:
    """What was refused is named with its reason, the rest goes in, and the page says what a signature proves."""
    code, said, _ = run(capsys, "import", str(handed), "--course", course)
    assert code == 1
    assert said.startswith("导入完了：新收 2 局；1 个文件早就收过，跳过；3 个文件没有收。")
    blocks = said.split("\n\n")
    assert blocks[1].splitlines() == [
        "没有收的：",
        "  签名对不上：内容被改过，或者不是这把钥匙签的。请学员重交原来的文件。",
        f"    {handed} › 王五_3_assignsubmission_file_/c.json",
        "  第 2 轮选的是“sorry”，可当时根本选不到。",
        f"    {handed} › 赵六_4_assignsubmission_file_/d.json",
        "  不是预期存出来的记录文件。",
        f"    {handed} › 赵六_4_assignsubmission_file_/letter\ufffd[2J.txt",
    ]
    assert f"  {fingerprint(key.public)}  第一次见，3 个文件，2 位学员" in said
    assert "它不说明坐在电脑前的是谁，也不说明他有没有作弊" in said
    assert sorted(one.trainee for one in attempts()) == ["张三", "李四"]


def test_an_import_in_english(course: str, handed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The same in English, and a second time: nothing is new, nothing is doubled, and the desk is known."""
    run(capsys, "import", str(handed), "--course", course)
    code, said, _ = run(capsys, "import", str(handed), "--course", course, language="en")
    assert code == 1
    assert said.startswith(
        "Import done: attempts taken in: 0; files that were here already, skipped: 3; files refused: 3."
    )
    assert "The pick of turn 2, “sorry”, was not on offer then." in said
    assert "seen before, files: 3, trainees: 2" in said
    assert "It does not prove who sat there, or that they were honest." in said
    assert len(attempts()) == 2


def test_an_import_for_programs(course: str, handed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--json prints one document with every file, its outcome, its score worked out again, and the desks."""
    code, said, _ = run(capsys, "import", str(handed), "--course", course, "--json")
    told = json.loads(said)
    assert code == 1
    assert {name: told[name] for name in ("taken", "grown", "known", "refused")} == {
        "taken": 2, "grown": 0, "known": 1, "refused": 3,
    }  # fmt: skip
    assert [one.get("code") for one in told["files"] if one["outcome"] == "refused"] == ["signature", "pick", "no-slip"]
    good = next(one for one in told["files"] if one.get("trainee") == "李四")
    assert (good["outcome"], good["task"], good["verdict"], good["counted"]) == ("taken", "all/late/*", "met", True)
    assert 0 < good["overall"] <= 100
    assert [(desk["known"], desk["files"], desk["trainees"]) for desk in told["desks"]] == [(False, 3, 2)]


def test_what_is_odd_is_taken_in_and_told(
    course: str, tmp_path: Path, key: DeskKey, capsys: pytest.CaptureFixture[str]
) -> None:
    """Attempts over the limit and times that nobody reads in go in, with a word on each; that is no error."""
    folder = tmp_path / "in"
    folder.mkdir()
    hasty = attempt()
    hasty = replace(hasty, picks=tuple(replace(pick, milliseconds=3) for pick in hasty.picks))
    for number, one in enumerate([hasty, attempt(), attempt()]):
        (folder / f"{number}.json").write_bytes(slip(key, one))
    code, said, _ = run(capsys, "import", str(folder), "--course", course)
    assert code == 0
    assert said.split("\n\n")[1].splitlines() == [
        "收了，但请留意：",
        "  有几轮选得太快，连那句话都来不及读完。",
        f"    {folder / '0.json'}（张三，第 1, 2 轮）",
        "  超过了允许的次数，留着，不计成绩。",
        f"    {folder / '2.json'}（张三）",
    ]


def test_what_holds_for_all_is_told_once(tmp_path: Path, key: DeskKey, capsys: pytest.CaptureFixture[str]) -> None:
    """Where the course file has changed since everybody played, that is one line and not one for each of them."""
    newer = str(handed_in.course_file(tmp_path / "course", COURSE.replace("best", "last")))
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(20):
        (folder / f"{number}.json").write_bytes(slip(key, attempt(f"学员 {number}")))
    _, said, _ = run(capsys, "import", str(folder), "--course", newer)
    assert said.split("\n\n")[1].splitlines() == [
        "收了，但请留意：",
        "  谈的时候用的课程文件和现在的不一样。",
        "    这次收的 20 局都是这样。",
    ]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_file_that_is_not_there_stops_before_anything(
    course: str, tmp_path: Path, key: DeskKey, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A mistyped name is told at once, and nothing has been taken in."""
    (tmp_path / "a.json").write_bytes(slip(key))
    code, said, told = run(capsys, "import", str(tmp_path / "a.json"), str(tmp_path / "b.json"), language=language)
    assert (code, said) == (2, "")
    assert "b.json" in told
    assert attempts() == []


def test_an_empty_folder_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder without a file has nothing to import, and that is no error."""
    (tmp_path / "in").mkdir()
    assert run(capsys, "import", str(tmp_path / "in"))[:2] == (0, "里面没有可以导入的文件。\n")


def test_a_course_that_is_none_is_told(tmp_path: Path, key: DeskKey, capsys: pytest.CaptureFixture[str]) -> None:
    """What is no course file is refused before anything is taken in."""
    (tmp_path / "a.json").write_bytes(slip(key))
    code, _, _ = run(capsys, "import", str(tmp_path / "a.json"), "--course", str(tmp_path / "a.json"))
    assert code == 2
    assert attempts() == []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_reason_has_its_words(language: str) -> None:
    """Whatever can be wrong with a file or odd about it is told in the reader's words."""
    told = words(language)
    refused = {*get_args(PieceFault), *get_args(Fault), "other-course", "no-course", "unknown-scenario", "bad-scenario"}
    refused |= {"bad-rulebook", "persona", "pick", "other-content", "unkept"}
    noted = {"other-scenario", "other-rulebook", "other-course-file", "not-listed", "out-of-hours", "unfinished"}
    noted |= {"cut-short", "fast", "clock", *get_args(Doubt)} | {f"uncounted-{why}" for why in get_args(Uncounted)}
    keys = [f"import.refused.{code}" for code in refused if code] + [f"import.noted.{code}" for code in noted]
    assert [key for key in keys if key not in told and not key.endswith(("uncounted-", "-unfinished"))] == []


def stored(*kept: Attempt) -> None:
    """Put attempts into this desk's store, and their files into its folder of exports."""
    with open_store() as store:
        for one in kept:
            store.take_in(one, [SCENARIO, COURSE.encode()])
            write_slip(exports(), one, sources())


def everywhere(home: Path) -> bytes:
    """Give the bytes of every file of the data folder."""
    return b"".join(path.read_bytes() for path in sorted(home.rglob("*")) if path.is_file())


def test_a_person_is_forgotten_everywhere(home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """After `forget` the name is in no file of the data folder and in none of the folder named, whatever had it: own
    attempts, a group, signed files, half written ones, the list of codes, the window's settings; all else stays."""
    group = attempt("一组", members=("王小明", "李四"))
    stored(attempt("王小明"), attempt("王小明"), attempt("李四"), group)
    (exports() / ".half.part").write_bytes(slip(handed_in.desk(home), attempt("王小明"))[:600])
    elsewhere = write_slip(tmp_path / "else", attempt("王小明"), sources())
    save(home, Settings(trainee="王小明", size=130))
    programme = handed_in.course(tmp_path / "course")
    with open_store() as store:
        assert str(home) in kept(store, codes_of(store), programme, words("zh"))
    assert "王小明".encode() in everywhere(home)
    code, said, _ = run(capsys, "forget", "王小明", "--yes", "--exports", str(tmp_path / "else"))
    assert code == 0
    assert "自己谈的 2 局" in said
    assert "参加过的 1 局小组谈话" in said
    assert "再导入一次，人就又回来了" in said
    assert "王小明".encode() not in everywhere(home)
    assert not elsewhere.exists()
    assert {one.trainee for one in attempts()} == {"李四", "一组"}
    (anew,) = [
        one for path in exports().glob("*.json") if (one := read_slip(path.read_bytes())[0]) and one.attempt.members
    ]
    assert (anew.attempt.id, anew.attempt.members) == (group.id, ("李四",))
    assert len(list(exports().iterdir())) == 2
    assert (load(home, "zh").trainee, load(home, "zh").size) == ("", 130)
    assert "李四".encode() in next(home.glob("codes-*.csv")).read_bytes()


def test_nobody_is_forgotten_unasked(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nobody can be asked, --yes has to be said; what would go is told, and nothing has gone."""
    stored(attempt("王小明"))
    monkeypatch.setattr(sys, "stdin", io.StringIO("y\n"))
    code, said, told = run(capsys, "forget", "王小明")
    assert code == 2
    assert "自己谈的 1 局" in said
    assert "--yes" in told
    assert len(attempts()) == 1


class _Keyboard(io.StringIO):
    """What somebody types at a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("typed", "language", "left"), [
    ("y\n", "zh", 0), ("是\n", "zh", 0), ("YES\n", "en", 0), ("\n", "zh", 1), ("n\n", "en", 1), ("", "en", 1),
])  # fmt: skip
def test_the_instructor_is_asked(
    typed: str, language: str, left: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A yes deletes; anything else, also Enter and the end of the input, leaves everything as it was."""
    stored(attempt("王小明"))
    monkeypatch.setattr(sys, "stdin", _Keyboard(typed))
    code, _, _ = run(capsys, "forget", "王小明", language=language)
    assert (code, len(attempts()), len(list(exports().iterdir()))) == (left, left, left)


def test_a_name_that_is_nobodys(capsys: pytest.CaptureFixture[str]) -> None:
    """Whoever is not there cannot be forgotten; the nearest name is told, and nothing has gone."""
    stored(attempt("王小明"))
    code, _, told = run(capsys, "forget", "王小名", "--yes")
    assert code == 1
    assert "没有找到“王小名”" in told
    assert "王小明" in told
    assert len(attempts()) == 1


def test_a_name_of_the_roster_leads_to_the_id(home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is kept under an id is not half deleted by its name, which two may have: the ids are told, and nothing has
    gone. A talk that somebody of that name made without a roster goes, and nothing else."""
    for id_ in ("2026001", "2026002"):
        stored(attempt(id_))
        write_slip(exports(), attempt(id_), sources(), name="王伟")
    (home / "codes-autumn.csv").write_text("代号,学号,姓名,班组\nT-1,2026003,王伟,\n", "utf-8")
    before = sorted(exports().iterdir())
    code, _, told = run(capsys, "forget", "王伟", "--yes")
    assert code == 1
    assert "2026001、2026002、2026003" in told
    assert (len(attempts()), sorted(exports().iterdir())) == (2, before)
    stored(attempt("王伟"))
    code, said, _ = run(capsys, "forget", "王伟", "--yes")
    assert code == 0
    assert "2026001、2026002、2026003" in said
    assert {one.trainee for one in attempts()} == {"2026001", "2026002"}
    assert "2026003" in (home / "codes-autumn.csv").read_text("utf-8")
    assert run(capsys, "forget", "2026001", "--yes")[0] == 0
    assert {one.trainee for one in attempts()} == {"2026002"}


def test_a_kill_half_way_can_be_made_good(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where the store has forgotten and the files have not, the same command finishes the work."""
    stored(attempt("王小明"))
    with open_store() as store:
        store.forget("王小明")
    assert "王小明".encode() in everywhere(home)
    assert run(capsys, "forget", "王小明", "--yes")[0] == 0
    assert "王小明".encode() not in everywhere(home)


def test_a_name_is_not_found_in_anothers(capsys: pytest.CaptureFixture[str]) -> None:
    """Somebody called as a scenario, or with a name that begins another, takes nobody else along."""
    stored(attempt("late"), attempt("王小明"), attempt("王小"))
    odd: dict[str, Any] = {"trainee": "standard"}
    stored(attempt(**odd))
    for name in ("late", "standard", "王小"):
        assert run(capsys, "forget", name, "--yes")[0] == 0
    assert [one.trainee for one in attempts()] == ["王小明"]
    assert len(list(exports().iterdir())) == 1
