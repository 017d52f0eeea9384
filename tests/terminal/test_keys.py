"""Real keys on a real terminal, and bytes through a real pipe: patience, Ctrl-C, the end of input, old encodings."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from game.terminal.keyboard import EndOfInput, Pipe, TimeUp
from tests.terminal.room import BEST, Kept, Waiting, instead, shelved, sit

PLAYER = Path(__file__).with_name("player.py")
terminal = pytest.mark.skipif(sys.platform == "win32", reason="pexpect needs the terminals of macOS and Linux")


@pytest.fixture
def notebook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file in which a player's notebook ends up."""
    monkeypatch.setenv("NOTEBOOK", str(tmp_path / "notebook.json"))
    monkeypatch.setenv("TERM", "xterm")
    return tmp_path / "notebook.json"


def player(*arguments: str) -> Any:
    """A game on a terminal of 24 lines of 80 cells."""
    import pexpect

    command = [str(PLAYER), *arguments]
    return pexpect.spawn(sys.executable, command, dimensions=(24, 80), encoding="utf-8", timeout=60)


def told(notebook: Path, what: str) -> list[list[Any]]:
    """What the notebook was told by one call."""
    return [one[1:] for one in json.loads(notebook.read_text(encoding="utf-8")) if one[0] == what]


def close(child: Any) -> int:
    """The exit code of a game that has come to its end."""
    import pexpect

    child.expect(pexpect.EOF)
    child.close()
    return int(child.exitstatus)


@terminal
@pytest.mark.parametrize(
    ("language", "begin", "late", "ask"),
    [("zh", "开始谈", "时间到了", "选 1"), ("en", "Enter to begin", "Time is up", "1 to 3")],
)
def test_patience_runs_out_on_a_terminal(notebook: Path, language: str, begin: str, late: str, ask: str) -> None:
    """When the patience runs out while nobody answers, it counts as silence, by itself, and that is said; what was half
    typed is gone, and the next answer counts as usual."""
    child = player(language, "1", "-")
    child.expect(begin)
    child.sendline("")
    child.expect(ask)
    child.send("2")
    child.sendeof()
    child.send("3")
    child.expect(late)
    child.expect("1[.] ")
    child.expect(">")
    child.sendline("q")
    assert close(child) == 0
    [[_, turn, response, milliseconds]] = told(notebook, "keep")
    assert (turn, response) == (1, "silence")
    assert 1000 <= milliseconds < 30000


@terminal
def test_the_seconds_are_told_and_the_thinking_is_measured(notebook: Path) -> None:
    """A terminal tells how long the customer waits, and keeps with the pick how long the trainee thought."""
    child = player("en", "40", "-")
    child.expect("Enter to begin")
    child.sendline("")
    child.expect("for 40 s at most")
    child.expect(">")
    child.sendline("hear-her")
    child.expect("There is a baby here")
    child.expect("1 to 2")
    child.sendline("q")
    assert close(child) == 0
    [[_, _, response, milliseconds]] = told(notebook, "keep")
    assert response == "hear-her"
    assert 0 <= milliseconds < 40000


@terminal
def test_what_is_left_of_the_patience_survives_leaving(notebook: Path) -> None:
    """Who leaves while the customer waits, even by Ctrl-C, finds what was left of the patience, and no more."""
    child = player("en", "40", "30")
    child.expect("Enter to go on")
    child.sendline("")
    child.expect("for 30 s at most")
    child.expect(">")
    child.sendintr()
    child.expect("This talk is saved")
    assert close(child) == 0
    [[attempt, seconds]] = told(notebook, "left")
    assert attempt == "waiting"
    assert 10 < seconds <= 30


@terminal
def test_ctrl_d_closes_politely(notebook: Path) -> None:
    """The end of input on a terminal says that the talk is saved, and exits with 0."""
    child = player("en", "40", "-")
    child.expect("Enter to begin")
    child.sendline("")
    child.expect("1 to 3")
    child.sendeof()
    child.expect("This talk is saved")
    assert close(child) == 0


@terminal
def test_ctrl_c_before_the_talk_closes_politely(notebook: Path) -> None:
    """Ctrl-C at the file says goodbye, with nothing begun and nothing to save."""
    child = player("zh", "40", "-")
    child.expect("开始谈")
    child.sendintr()
    child.expect("再见")
    assert close(child) == 0
    assert told(notebook, "begin") == []


def test_time_does_not_run_for_those_who_listen(monkeypatch: pytest.MonkeyPatch) -> None:
    """With --plain and with piped input there is no patience: nothing is said of seconds, and no clock is set."""
    for plain, piped in ((True, False), (False, True)):
        sat = sit(monkeypatch, ["q"] if piped else ["", "q"], plain=plain, piped=piped)
        assert " s at most" not in sat.text
        assert sat.kept.all("left") == []
        assert set(sat.typist.seconds) <= {None}


def test_only_moments_with_patience_are_timed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The clock runs at beats that have patience, and there once: after a silence the customer does not wait again."""
    sat = sit(monkeypatch, ["", TimeUp, "hear-her", "ask-room", "q"], persona="calm")
    timed = [seconds is not None for seconds in sat.typist.seconds]
    assert timed == [False, True, False, False, False]
    assert sat.kept.picks == ("silence", "hear-her", "ask-room")
    assert "Time is up. You said nothing, and Mrs Wang takes that as your answer." in " ".join(sat.text.split())


def test_what_is_left_is_kept_while_the_clock_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    """While the customer waits, what is left is kept now and then, so that pulling the plug gives no time back."""
    sat = sit(monkeypatch, ["", TimeUp, "q"], persona="calm")
    assert sat.kept.all("left") == [("attempt-1", 0.5)]


def test_an_answer_that_comes_too_late_is_silence(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a line can only be read when it is finished, one that took longer than the patience counts as silence."""
    clock = iter(range(0, 1000, 30))
    monkeypatch.setattr("game.terminal.patience.time.monotonic", lambda: float(next(clock)))
    sat = sit(monkeypatch, ["", "hear-her", "q"], persona="calm")
    assert sat.kept.picks == ("silence",)
    assert "Time is up" in sat.text


def test_little_time_is_told_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """With ten seconds left the trainee is told so, once."""
    long = shelved(instead("patience: 40", "patience: 11"))
    clock = iter(range(0, 100, 2))
    monkeypatch.setattr("game.terminal.patience.time.monotonic", lambda: float(next(clock)))
    sat = sit(monkeypatch, ["", TimeUp, "q"], entry=long, persona="calm")
    assert sat.text.count("will wait 1 s more") == 1


def test_what_is_left_counts_from_there_after_a_resume(monkeypatch: pytest.MonkeyPatch) -> None:
    """A resumed moment has the seconds that were left, and the thinking before the break counts too."""
    waiting = Waiting(shelved(), picks=(), left=12.0, persona="calm")
    sat = sit(monkeypatch, ["", "hear-her", "q"], Kept([waiting]))
    assert "for 12 s at most" in sat.text
    [(_, _, _, milliseconds)] = sat.kept.all("keep")
    assert 28000 <= milliseconds < 40000


def test_a_pipe_speaks_utf_8_and_else_what_the_system_speaks() -> None:
    """Piped lines are UTF-8, with or without a mark at the start and Windows line ends, or else in the system's."""
    lines = "\ufeff先听\r\nb\n".encode() + "先听\n".encode("gbk")
    pipe = Pipe(io.TextIOWrapper(io.BytesIO(lines), encoding="gbk"))
    assert [pipe.line() for _ in range(3)] == ["先听", "b", "先听"]
    with pytest.raises(EndOfInput):
        pipe.line()


def test_no_standard_input_is_an_end_of_input() -> None:
    """A game that was started without any standard input ends politely."""
    with pytest.raises(EndOfInput):
        Pipe(None).line()


@pytest.mark.parametrize("encoding", ["ascii", "gbk", "latin-1"])
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("options", [["--plain"], []])
def test_an_old_encoding_does_not_stop_the_game(
    notebook: Path, encoding: str, language: str, options: list[str]
) -> None:
    """Where standard output knows no such letter it shows a stand-in: the play ends with its debrief, exit code 0."""
    done = subprocess.run(
        [sys.executable, str(PLAYER), language, "40", "-", *options],
        env={**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0", "LC_ALL": "C"},
        input="\n".join(BEST).encode(),
        capture_output=True,
        check=False,
        timeout=120,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"95" in done.stdout
    assert [keep[2] for keep in told(notebook, "keep")] == list(BEST)
