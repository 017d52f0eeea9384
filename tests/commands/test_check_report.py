"""What `check` says at a glance: the sum last, bars that fit, one line for many, and what it did not come to do."""

import errno
import io
import os
import re
import select
import shutil
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest

from game import cli
from game.commands import progress, proofs
from game.commands.asked import REASONS, reason
from game.commands.page import cells
from game.i18n import words
from game.proof import Budget
from game.proof.gather import gather

ROOT = Path(__file__).resolve().parents[2]
COLD_FLAT = ROOT / "tests" / "data" / "heating-cold-flat.yaml"


@pytest.fixture(autouse=True)
def eighty_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")


def check(capsys: pytest.CaptureFixture[str], *said: str) -> tuple[int, list[str], str]:
    """The exit code, the lines on standard output and what was said on standard error."""
    try:
        code = cli.main(["check", *said])
    except SystemExit as stop:
        code = int(stop.code or 0)
    told = capsys.readouterr()
    return code, told.out.splitlines(), told.err


def copies(folder: Path, count: int) -> str:
    """A folder with so many scenarios."""
    for number in range(count):
        shutil.copy(COLD_FLAT, folder / f"{number}.yaml")
    return str(folder)


def test_the_sum_is_the_last_line_with_and_without_problems(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Whoever looks at the end of a long report sees whether anything is wrong; nothing goes to another stream."""
    _, lines, err = check(capsys, str(COLD_FLAT), "--lang", "zh")
    assert (lines[-1], err) == ("检查了 1 个文件：0 个错误，6 个警告。", "")
    (tmp_path / "gentle.yaml").write_text("format: 1\nid: gentle\nversion: 1\nextends: standard\nrules: {}\n", "utf-8")
    assert check(capsys, str(tmp_path), "--lang", "en")[1:] == (["Files checked: 1. Errors: 0. Warnings: 0."], "")


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("columns", [80, 66, 200])
def test_bars_fit_the_terminal(
    columns: int, language: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """No line with a bar goes over the edge, and on a wide terminal none is longer than on one of 80."""
    monkeypatch.setenv("COLUMNS", str(columns))
    _, lines, _ = check(capsys, str(COLD_FLAT), "--lang", language)
    bars = [line for line in lines if re.search(r"\[[.=|]+\]", line)]
    assert len(bars) == 21
    assert max(map(cells, bars)) <= min(columns - 1, 79)
    assert len({line.index("]") - line.index("[") for line in bars[:7]}) == 1


def test_many_files_have_one_line_for_each_customer_unless_more_is_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Four scenarios of three customers are twelve lines; `--verbose` gives the pages."""
    monkeypatch.setattr("os.cpu_count", lambda: 1)
    folder = copies(tmp_path, 4)
    _, lines, _ = check(capsys, folder, "--lang", "zh")
    rows = [line for line in lines if line.startswith("家里不热")]
    assert len(rows) == 12
    assert rows[0].split() == ["家里不热（客户原样）", "7", "到", "95", "分，乱选平均", "24.9，12.5%", "能到", "65"]
    assert "--verbose" in "\n".join(lines)
    assert not [line for line in lines if "最好的谈法" in line]
    _, lines, _ = check(capsys, folder, "--lang", "zh", "--verbose")
    assert len([line for line in lines if "最好的谈法" in line]) == 12


@pytest.mark.parametrize(
    ("language", "summed", "best", "reached"),
    [
        ("zh", "疑点没有查全（谈法太多，没有算完）：", "谈过的里面最好的，", "谈过 7 到 95，界限 7 到 95，平均 "),
        ("en", "Not every smell was looked for", "The best way met so far, ", "met 7 to 95, within 7 to 95, mean "),
    ],
)
def test_a_proof_that_could_not_be_finished_does_not_look_like_one_that_was(
    language: str,
    summed: str,
    best: str,
    reached: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The sum says that smells may be missing; the page says the best that was met, what was reached, the interval."""
    assert summed not in check(capsys, str(COLD_FLAT), "--lang", language)[1][-1]
    monkeypatch.setattr(proofs, "gather", partial(gather, budget=Budget(rows=1, samples=300)))
    _, lines, _ = check(capsys, str(COLD_FLAT), "--lang", language)
    assert summed in lines[-1]
    assert str(COLD_FLAT) in lines[-1]
    page = "\n".join(lines)
    assert best in page
    assert reached in page


def test_a_way_of_very_many_picks_is_cut_and_counted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody reads sixty ids in a line: the first stand there, and how many there are."""
    monkeypatch.setattr("game.commands.page.STEPS", 2)
    _, lines, _ = check(capsys, str(COLD_FLAT), "--lang", "zh")
    assert "  最好的谈法，95 分：hear-her, ask-room … 共 4 步" in lines
    assert "  最差的谈法，7 分：calm-down" in lines


def reader(*said: str) -> subprocess.CompletedProcess[str]:
    """A process of somebody whom the disk does not let read everything."""
    command = [sys.executable, str(ROOT / "main.py"), *said]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        if shutil.which("setpriv") is None:
            pytest.skip("whoever may read everything cannot try what others may not")
        command = ["setpriv", "--bounding-set", "-dac_override,-dac_read_search", *command]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)


@pytest.mark.skipif(sys.platform == "win32", reason="permissions of another kind")
def test_what_cannot_be_read_is_told_and_the_others_are_checked(tmp_path: Path) -> None:
    """A file and a folder without permission are problems in the reader's language; the file beside them is proved."""
    copies(tmp_path, 2)
    (tmp_path / "shut").mkdir()
    shutil.copy(COLD_FLAT, tmp_path / "shut" / "2.yaml")
    (tmp_path / "1.yaml").chmod(0)
    (tmp_path / "shut").chmod(0)
    try:
        run = reader("check", str(tmp_path), "--lang", "zh")
        alone = reader("score", str(tmp_path / "1.yaml"), "--picks", "x", "--lang", "zh")
    finally:
        (tmp_path / "shut").chmod(0o755)
    assert (run.returncode, run.stderr) == (1, "")
    told = run.stdout.splitlines()
    for name in ("1.yaml", "shut"):
        assert f"{tmp_path / name}:1:1: error unreadable 读不了：没有权限；没有检查它；能读了再来一次。" in told
    assert "一共 12 种谈法" in run.stdout
    assert told[-1].startswith("检查了 1 个文件：2 个错误，")
    assert (alone.returncode, alone.stderr) == (2, f"读不了“{tmp_path / '1.yaml'}”：没有权限。\n")


def test_every_reason_of_the_system_is_told_in_chinese() -> None:
    """No word of the operating system's own stands in a Chinese sentence; what is unknown is named by its code."""
    told = [reason(OSError(number, os.strerror(number)), words("zh")) for number in REASONS]
    assert [text for text in told if re.search("[A-Za-z]", text)] == []
    assert reason(OSError(errno.EPIPE, "Broken pipe"), words("zh")) == "系统不允许（EPIPE）"
    assert reason(ValueError("embedded null byte"), words("zh")) == "名字里有不能用的字符"


def test_a_course_counts_with_all_that_it_names(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Course, scenario and roster are three files, however few were named on the command line."""
    shutil.copy(COLD_FLAT, tmp_path / "cold.yaml")
    (tmp_path / "roster.csv").write_text("id,name\n1,甲\n", encoding="utf-8")
    course = tmp_path / "course.yaml"
    course.write_text(
        "format: 1\nid: small\ntitle: 小班\nroster: roster.csv\nscenarios:\n  - {file: cold.yaml}\n", encoding="utf-8"
    )
    assert check(capsys, str(course), "--lang", "zh")[1][-1].startswith("检查了 3 个文件：")


def test_check_takes_the_id_of_a_shipped_scenario(capsys: pytest.CaptureFixture[str]) -> None:
    """An id means the file that comes with the game; a misspelt one gets the nearest."""
    code, _, _ = check(capsys, "late-parcel", "--fix-words", "en", "--lang", "en")
    assert code == 2  # what comes with the game is not rewritten by its id
    code, _, err = check(capsys, "room-not-raedy", "--lang", "en")
    assert (code, "Did you mean “room-not-ready”?" in err) == (2, True)
    from game.library import named

    assert named(["room-not-ready", str(COLD_FLAT)]) == [
        str(ROOT / "scenarios" / "hotel" / "room-not-ready.yaml"),
        str(COLD_FLAT),
    ]


@pytest.mark.parametrize(("language", "wanted"), [("zh", "是不是想写 check？"), ("en", "Did you mean check?")])
def test_a_misspelt_command_gets_the_nearest_one(
    language: str, wanted: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit 2, the command that was meant, and no quotation marks of a programming language."""
    with pytest.raises(SystemExit) as stop:
        cli.main(["--lang", language, "chek", "x.yaml"])
    said = capsys.readouterr().err
    assert (stop.value.code, wanted in said, "'" in said) == (2, True, False)


def test_an_option_is_written_out(capsys: pytest.CaptureFixture[str]) -> None:
    """A shortened option is refused: it might come to mean another one."""
    code, _, err = check(capsys, "--stric", str(COLD_FLAT), "--lang", "zh")
    assert (code, "多出来的 --stric" in err) == (2, True)


class Terminal(io.StringIO):
    """What a terminal would be shown."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("patience", "named"), [(0.0, True), (60.0, False)])
def test_a_long_check_says_which_file_it_is_on(patience: float, named: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """After a while the bar names the file; it takes itself away at the end, and nothing is drawn into a pipe."""
    monkeypatch.setattr(progress, "PATIENCE", patience)
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with progress.Progress(["a.yaml", "慢.yaml"], words("zh")) as bar:
        bar.waiting([1])
        bar._draw()
    shown = terminal.getvalue()
    assert ("50% 正在算 慢.yaml" in shown) == named
    assert "50%" in shown
    assert shown.split("\r")[-2:] == [" " * len(shown.split("\r")[-2]), ""]


def checking(until: str, *said: str) -> tuple[subprocess.Popen[bytes], int]:
    """A check in a terminal of its own whose bar has come so far, and where that terminal can be read."""
    import pty

    ours, theirs = pty.openpty()
    command = [sys.executable, str(ROOT / "main.py"), "check", str(COLD_FLAT), str(ROOT / "scenarios"), *said]
    run = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=theirs, start_new_session=True)
    os.close(theirs)
    shown = b""
    while not re.search(until, shown.decode(errors="replace")):
        shown += os.read(ours, 1000)
    return run, ours


def rest(ours: int) -> str:
    """What the terminal was shown until the last process that has it was gone; at most a while is waited for that."""
    shown = b""
    try:
        while select.select([ours], [], [], 20)[0] and (more := os.read(ours, 1000)):
            shown += more
    except OSError:  # how Linux says that nobody is there any more
        pass
    finally:
        os.close(ours)
    return shown.decode()


@pytest.mark.skipif(sys.platform == "win32", reason="no such terminal there")
@pytest.mark.parametrize("drawings", [1, 2, 3])
@pytest.mark.parametrize(("language", "wanted"), [("zh", "停下了，没有查完。"), ("en", "Stopped before the end.")])
def test_ctrl_c_stops_a_check_at_once_and_says_so(language: str, wanted: str, drawings: int) -> None:
    """It hits all processes, as in a terminal, while they begin: one line, no traceback, 130, nobody goes on."""
    run, ours = checking("%[^%]*" * drawings, "--lang", language)
    since = time.monotonic()
    os.killpg(run.pid, signal.SIGINT)
    out, _ = run.communicate(timeout=60)
    shown = rest(ours)
    assert time.monotonic() - since < 5
    assert (run.returncode, out) == (130, b"")
    assert shown.rstrip().endswith(wanted)
    assert "Traceback" not in shown


@pytest.mark.skipif(sys.platform != "linux", reason="only there does a terminal say that all have gone")
def test_the_processes_of_a_check_do_not_outlive_it() -> None:
    """A check that is killed outright leaves nobody behind who goes on to prove."""
    run, ours = checking("[1-9]%", "--json")
    run.kill()
    since = time.monotonic()
    run.communicate(timeout=20)  # its end is that of the last who could write there
    rest(ours)
    assert time.monotonic() - since < 5
