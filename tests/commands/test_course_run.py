"""`course run` as people run it: a real game with real keys, killed and started again; files that are wrong."""

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from game import cli
from game.course.attempt import Attempt
from game.course.exchange.slip import read_slip
from game.course.store import open_store
from game.i18n import words
from tests.course.lessons import BEST, FILE, ROSTER, iso, written

ROOT = Path(__file__).resolve().parents[2]
terminal = pytest.mark.skipif(sys.platform == "win32", reason="pexpect needs the terminals of macOS and Linux")
NOW = datetime.now(UTC)


def game(course: Path, *options: str) -> Any:
    """A game on a terminal of 40 lines of 100 cells."""
    import pexpect

    command = [str(ROOT / "main.py"), "course", "run", str(course), "--lang", "en", "--plain", *options]
    environment = {**os.environ, "TERM": "xterm"}
    spawned = pexpect.spawn(
        sys.executable, command, dimensions=(40, 100), encoding="utf-8", timeout=60, env=environment
    )
    spawned.delaybeforesend = None
    return spawned


def say(child: Any, *lines: str) -> None:
    """Type each line once something is asked."""
    for line in lines:
        child.expect(" > ")
        child.sendline(line)


def kill(child: Any) -> None:
    """Kill the game as it stands, without a word."""
    import signal

    child.expect(" > ")
    child.kill(signal.SIGKILL)
    child.close()


def only() -> Attempt:
    """The only attempt of the store."""
    with open_store() as store:
        [attempt] = store.attempts()
        return attempt


Said = Callable[..., tuple[int, str]]


@pytest.fixture
def yuqi(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Said:
    """Runs a command with these lines typed into its pipe; gives the exit code and all that it says."""

    def run(command: Sequence[object], *lines: str) -> tuple[int, str]:
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
        code = cli.main([*map(str, command), "--lang", "en"])
        said = capsys.readouterr()
        return code, said.out + said.err

    return run


@terminal
def test_a_killed_exam_goes_on_with_the_time_that_was_left(tmp_path: Path) -> None:
    """Killed after its second pick, an exam is there when the trainee comes back: at its third beat, with no more time
    than it had; killed again and finished, it has every pick, in order, once."""
    import pexpect

    course = written(tmp_path, ROSTER, mode="exam", minutes=10, attempts={"allowed": 1})
    child = game(course)
    say(child, "a-1", "1234", "1", "", *BEST[:2])
    kill(child)
    first = only()
    assert [pick.response for pick in first.picks] == list(BEST[:2])
    assert first.time_left is not None
    assert 0 < first.time_left < 600
    child = game(course, "--trainee", "A-1")
    say(child, "1234", "1")
    child.expect("Back where you stopped, at turn 3")
    say(child, BEST[2])
    kill(child)
    second = only()
    assert second.time_left is not None
    assert second.time_left < first.time_left
    child = game(course, "--trainee", "A-1")
    say(child, "1234", "1", BEST[3], "", "70", "", "q")
    child.expect(pexpect.EOF)
    last = only()
    assert [pick.response for pick in last.picks] == list(BEST)
    assert last.ended is not None
    assert not last.expired


@terminal
def test_the_pin_does_not_show(tmp_path: Path) -> None:
    """What is typed as a PIN cannot be read over a shoulder, and letters show again afterwards."""
    import pexpect

    child = game(written(tmp_path, ROSTER))
    child.logfile_read = open(tmp_path / "screen.txt", "w+", encoding="utf-8")  # noqa: SIM115
    say(child, "A-1", "9876", "A-1", "1234", "hello", "q")
    child.expect(pexpect.EOF)
    child.logfile_read.seek(0)
    screen = child.logfile_read.read()
    child.logfile_read.close()
    assert "not the PIN" in screen
    assert [typed for typed in ("9876", "1234") if typed in screen] == []
    assert "hello" in screen


def test_the_file_to_hand_in_lies_where_it_was_asked_for(tmp_path: Path, home: Path, yuqi: Said) -> None:
    """By default in the exports of the data folder, else in the folder that is named, which is made."""
    take = ("course", "run", written(tmp_path / "course"))
    stick = tmp_path / "stick" / "autumn"
    assert yuqi(take, "Ann", "1", *BEST)[0] == 0
    assert yuqi((*take, "--exports", stick), "Bo", "1", *BEST)[0] == 0
    for folder, name in ((home / "exports", "Ann"), (stick, "Bo")):
        [path] = folder.iterdir()
        slip, fault = read_slip(path.read_bytes())
        assert fault == ""
        assert slip is not None
        assert slip.attempt.trainee == name


def test_the_debrief_waits_everywhere(tmp_path: Path, yuqi: Said) -> None:
    """While the course keeps its debriefs back, replay does too, and says until when; afterwards it has the course's
    weights. What is not finished is not replayed."""
    weights = {"set": 0, "meet": 0, "exceed": 100, "empathy": 0, "nvc": 0}
    take = ("course", "run", written(tmp_path, debrief="after_last", attempts={"allowed": 2}, weights=weights))
    assert yuqi(take, "Ann", "1", BEST[0])[0] == 0
    first = only().id
    code, said = yuqi(("replay", first))
    assert (code, "it is not finished" in said) == (1, True)
    assert yuqi(take, "Ann", "1", *BEST[1:])[0] == 0
    code, said = yuqi(("replay", first))
    assert (code, "once you have finished 1 more" in said) == (1, True)
    assert yuqi(take, "Ann", "1", *BEST)[0] == 0
    code, said = yuqi(("replay", first, "--plain"))
    assert (code, "Overall 70," in said) == (0, True)
    score = json.loads(yuqi(("replay", first, "--json"))[1])["score"]
    assert (score["overall"], score["exceed"]) == (70, 70)


def test_a_course_that_is_closed_begins_nothing(tmp_path: Path, yuqi: Said) -> None:
    """After closing time the list can still be read, and says so; choosing from it ends a pipe with 1."""
    course = written(tmp_path, opens=iso(NOW - timedelta(days=3)), closes=iso(NOW - timedelta(days=1)))
    code, said = yuqi(("course", "run", course), "Ann", "1")
    assert (code, "cannot be begun now: closed" in said) == (1, True)


def test_a_course_that_is_right_waits_for_nothing_that_only_checks_and_reports_need(tmp_path: Path) -> None:
    """Until somebody comes in neither the store nor NumPy is loaded: whoever sits down does not wait for them."""
    code = (
        "import sys; from game.commands import course_run, programmes; from game.i18n import words\n"
        "assert programmes.course(sys.argv[1], words('en')).tasks\n"
        "print(*({'numpy', 'sqlalchemy', 'cryptography', 'fpdf', 'jinja2', 'rich'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, written(tmp_path)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_is_wrong_with_a_course_is_told_as_check_tells_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], language: str
) -> None:
    """All errors at once with their lines, of the course, its roster and its scenarios, and exit 1."""
    course = written(tmp_path, "id,name\nA-1,Ann\nA-1,Ann\n", mode="exma", weights={"set": 10})
    (tmp_path / FILE).write_text("format: 1\nid: x\n", encoding="utf-8")
    assert cli.main(["course", "run", str(course), "--lang", language]) == 1
    told = capsys.readouterr().err
    assert [
        code for code in ("unknown-word", "course-weights", "roster-twice", "missing-key") if code not in told
    ] == []
    assert f"{tmp_path / 'roster.csv'}:3:" in told
    cli.main(["check", str(course), "--lang", language])
    problems = [line for line in told.splitlines() if line.startswith(str(tmp_path))]
    assert set(problems) <= set(capsys.readouterr().out.splitlines())


def test_a_file_that_the_course_names_is_missing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A scenario or roster that is not there is told at the line that names it, and exit 1."""
    course = written(tmp_path, ROSTER, scenarios=[{"file": "gone.yaml"}])
    (tmp_path / "roster.csv").unlink()
    assert cli.main(["course", "run", str(course), "--lang", "en"]) == 1
    assert capsys.readouterr().err.count("course-file") == 2


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("nowhere.yaml", "There is no file “"),
        (".", "it is a folder"),
        (FILE, "is no course file"),
        ("roster.csv", "roster.csv"),
    ],
)
def test_what_is_no_course_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, said: str) -> None:
    """A path at which there is no course ends with 2 and says what is there instead."""
    written(tmp_path, ROSTER)
    assert cli.main(["course", "run", str(tmp_path / name), "--lang", "en"]) == 2
    assert said in capsys.readouterr().err


@pytest.mark.parametrize("options", [("--trainee", "C-3"), ("--exports", "{course}")])
def test_options_that_cannot_be_are_refused_before_anything_opens(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], options: tuple[str, str], home: Path
) -> None:
    """A trainee who is not on the roster and a folder that is a file end with 2; no store is made."""
    course = written(tmp_path, ROSTER)
    given = [option.format(course=course) for option in options]
    assert cli.main(["course", "run", str(course), *given, "--terminal", "--lang", "en"]) == 2
    assert given[1] in capsys.readouterr().err
    assert not home.exists()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_name_too_long_for_the_file_to_hand_in_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], home: Path, language: str
) -> None:
    """Without a roster too: nobody's exam ends in a file that no import takes."""
    course = written(tmp_path)
    assert cli.main(["course", "run", str(course), "--trainee", "x" * 65, "--terminal", "--lang", language]) == 2
    assert words(language)("course.enter.long") in capsys.readouterr().err
    assert not home.exists()


@pytest.mark.parametrize("command", ["rnu", "runs", ""])
def test_a_course_command_that_is_not_there(capsys: pytest.CaptureFixture[str], command: str) -> None:
    """A command that is misspelt, or left out, names those that there are."""
    with pytest.raises(SystemExit) as stopped:
        cli.main(["course", *([command] if command else []), "--lang", "en"])
    assert stopped.value.code == 2
    told = capsys.readouterr().err
    assert "Did you mean run?" in told if command else "what to do" in told
