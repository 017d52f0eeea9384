"""`check --fix-words`: an author puts files into one language, and can lose nothing by it."""

import json
import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from game.commands import fix_words
from game.scenario.rewording import reworded

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = (ROOT / "docs" / "examples" / "heating-cold-flat.yaml").read_bytes()
GENTLE = (ROOT / "docs" / "examples" / "gentle.yaml").read_bytes()
PLAN = (ROOT / "docs" / "examples" / "heating-cold-flat.plays.yaml").read_bytes()


def yuqi(*words: str, folder: Path, code: str = "from game.cli import main; sys.exit(main())") -> tuple[int, str, str]:
    """What a real process in `folder` ends with, prints, and complains of; `code` runs it in a world of its own."""
    done = subprocess.run(
        [sys.executable, "-c", f"import sys; {code}", *words],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


def meek(*said: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """A process in `folder` of somebody whom the disk does not let read and write everything."""
    command = [sys.executable, "-c", "import sys; from game.cli import main; sys.exit(main())", *said]
    if os.geteuid() == 0:
        if shutil.which("setpriv") is None:
            pytest.skip("whoever may read everything cannot try what others may not")
        command = ["setpriv", "--bounding-set", "-dac_override,-dac_read_search", *command]
    env = os.environ | {"PYTHONPATH": str(ROOT)}
    return subprocess.run(command, cwd=folder, env=env, capture_output=True, encoding="utf-8", check=False)


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """A folder with a scenario, its plan, a rulebook and a scenario with an error."""
    (tmp_path / "供热").mkdir()
    (tmp_path / "供热" / "cold.yaml").write_bytes(EXAMPLE)
    (tmp_path / "供热" / "cold.plays.yaml").write_bytes(PLAN)
    (tmp_path / "gentle.yaml").write_bytes(GENTLE)
    return tmp_path


def test_all_files_of_a_folder_become_chinese_and_english_again(shelf: Path) -> None:
    """Scenarios, rulebooks and test plans; each is named with what was done, and comes back byte for byte."""
    code, out, _ = yuqi("check", "--fix-words", "zh", ".", "--lang", "zh", folder=shelf)
    assert (code, len(out.splitlines())) == (0, 3)
    assert all("：键和固定的词都换成中文了。" in line for line in out.splitlines())
    assert (shelf / "供热" / "cold.yaml").read_bytes() == reworded(EXAMPLE, "zh")
    assert "规则:" in (shelf / "gentle.yaml").read_text(encoding="utf-8")
    assert (
        yuqi("check", "--fix-words", "zh", ".", "--lang", "zh", folder=shelf)[1].count("本来就是这样写的，不用改") == 3
    )
    assert yuqi("check", "--fix-words", "en", ".", "--lang", "en", folder=shelf)[0] == 0
    assert (shelf / "供热" / "cold.yaml").read_bytes() == EXAMPLE
    assert (shelf / "供热" / "cold.plays.yaml").read_bytes() == PLAN
    assert (shelf / "gentle.yaml").read_bytes() == GENTLE
    assert sorted(path.name for path in shelf.rglob("*")) == ["cold.plays.yaml", "cold.yaml", "gentle.yaml", "供热"]


def test_a_course_stays_a_course(tmp_path: Path) -> None:
    """A course in Chinese is known for one: it goes there and back, and its problems are those of a course."""
    raw = b"format: 1\nid: autumn\ntitle: Autumn\nmode: exam\nrulebook: gentle.yaml\nscenarios: [{file: a.yaml}]\n"
    (tmp_path / "course.yaml").write_bytes(raw)
    assert yuqi("check", "--fix-words", "zh", "course.yaml", folder=tmp_path)[0] == 0
    assert "\n模式: 考试\n" in (tmp_path / "course.yaml").read_text(encoding="utf-8")
    code, out, _ = yuqi("check", "course.yaml", "--lang", "en", folder=tmp_path)
    assert (code, {line.split()[2] for line in out.splitlines()[:-1]}) == (1, {"course-file"})
    assert yuqi("check", "--fix-words", "en", "course.yaml", folder=tmp_path)[0] == 0
    assert (tmp_path / "course.yaml").read_bytes() == raw


def test_a_chinese_file_can_be_checked_and_played(shelf: Path) -> None:
    """After the change the same commands work on it, and the score of a play is the same."""
    picks = ("--picks", "hear-her,ask-room,honest-time,close-the-loop", "--json")
    before = json.loads(yuqi("score", "供热/cold.yaml", *picks, folder=shelf)[1])
    assert yuqi("check", "--fix-words", "zh", "供热/cold.yaml", folder=shelf)[0] == 0
    after = json.loads(yuqi("score", "供热/cold.yaml", *picks, folder=shelf)[1])
    assert after["score"] == before["score"]
    assert after["turns"] == before["turns"]


def test_a_file_with_errors_is_left_alone_and_the_others_are_not(shelf: Path) -> None:
    """Its problems are printed, it is not touched, and the exit code is 1."""
    wrong = EXAMPLE.replace(b"heat: 8", b"heat: 80")
    (shelf / "a.yaml").write_bytes(wrong)
    code, out, err = yuqi("check", "--fix-words", "zh", ".", "--lang", "en", folder=shelf)
    assert code == 1
    assert "a.yaml:15:9: error out-of-range" in out
    assert "a.yaml: left alone, because it has errors" in err
    assert (shelf / "a.yaml").read_bytes() == wrong
    assert (shelf / "gentle.yaml").read_bytes() != GENTLE


def test_json_is_one_document(shelf: Path) -> None:
    """Another program learns of each file what was done with it."""
    (shelf / "a.yaml").write_bytes(b"format: 1\n")
    code, out, _ = yuqi("check", "--fix-words", "en", "--json", "a.yaml", "gentle.yaml", folder=shelf)
    files = json.loads(out)["files"]
    assert (code, [(one["file"], one["done"]) for one in files]) == (
        1,
        [("a.yaml", "refused"), ("gentle.yaml", "same")],
    )
    assert files[0]["problems"][0]["code"] == "missing-key"


@pytest.mark.parametrize("words", [("gone.yaml",), ("empty",)])
def test_nothing_to_fix_is_a_wrong_use(shelf: Path, words: tuple[str, ...]) -> None:
    """A path that is not there and a folder without YAML are named, exit 2."""
    (shelf / "empty").mkdir()
    code, _, err = yuqi("check", "--fix-words", "zh", *words, folder=shelf)
    assert code == 2
    assert words[0] in err


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no limit on the size of files")
def test_a_full_disk_costs_nothing(shelf: Path) -> None:
    """Where the new file does not fit the old one stays, nothing is left beside it, and the reason is told."""
    limited = (
        "import resource, signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); "
        "resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096)); sys.dont_write_bytecode = True; "
        "from game.cli import main; sys.exit(main())"
    )
    code, out, err = yuqi("check", "--fix-words", "zh", "供热/cold.yaml", "--lang", "en", folder=shelf, code=limited)
    assert (code, err) == (1, "")
    assert "cold.yaml:1:1: error unwritable It cannot be written: " in out
    assert (shelf / "供热" / "cold.yaml").read_bytes() == EXAMPLE
    assert sorted(path.name for path in (shelf / "供热").iterdir()) == ["cold.plays.yaml", "cold.yaml"]


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_kill_costs_nothing(shelf: Path, step: str) -> None:
    """Whoever is killed while writing has the old file, whole; what may lie beside it is no scenario."""
    killed = f"import os; os.{step} = lambda *_: os._exit(9); from game.cli import main; main()"
    assert yuqi("check", "--fix-words", "zh", "供热/cold.yaml", folder=shelf, code=killed)[0] == 9
    assert (shelf / "供热" / "cold.yaml").read_bytes() == EXAMPLE
    assert yuqi("check", "--fix-words", "zh", "供热", folder=shelf)[0] == 0
    assert (shelf / "供热" / "cold.yaml").read_bytes() == reworded(EXAMPLE, "zh")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other rights")
def test_what_does_not_open_is_told_and_the_others_are_changed(shelf: Path) -> None:
    """A file that may not be read, one that may not be written and a folder that is shut stop nobody."""
    for name, mode in (("1.yaml", 0), ("2.yaml", 0o444)):
        (shelf / name).write_bytes(EXAMPLE)
        (shelf / name).chmod(mode)
    (shelf / "shut").mkdir(mode=0)
    try:
        done = meek("check", "--fix-words", "zh", ".", "--lang", "zh", folder=shelf)
        listed = meek("check", "--fix-words", "zh", "1.yaml", "gentle.yaml", "--json", folder=shelf)
    finally:
        (shelf / "shut").chmod(0o755)
    assert (done.returncode, done.stderr) == (1, "")
    told = done.stdout.splitlines()
    left = "没有权限；没有动它；弄好了再来一次。"
    assert f"1.yaml:1:1: error unreadable 读不了：{left}" in told
    assert f"2.yaml:1:1: error unwritable 写不了：{left}" in told
    assert any(line.startswith(("shut:1:1: error unreadable", "./shut:1:1: error unreadable")) for line in told)
    assert "规则:" in (shelf / "gentle.yaml").read_text(encoding="utf-8")
    assert (shelf / "2.yaml").read_bytes() == EXAMPLE
    assert [one["done"] for one in json.loads(listed.stdout)["files"]] == ["unreadable", "same"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other rights and links")
def test_rights_and_links_stay(tmp_path: Path) -> None:
    """A file keeps who may read it, and a link stays a link to the file that is changed."""
    (tmp_path / "real.yaml").write_bytes(EXAMPLE)
    (tmp_path / "real.yaml").chmod(0o640)
    (tmp_path / "link.yaml").symlink_to("real.yaml")
    assert fix_words.fix(tmp_path / "link.yaml", "zh").what == "changed"
    assert (tmp_path / "link.yaml").is_symlink()
    assert stat.S_IMODE((tmp_path / "real.yaml").stat().st_mode) == 0o640
    assert (tmp_path / "real.yaml").read_bytes() == reworded(EXAMPLE, "zh")
