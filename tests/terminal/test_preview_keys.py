"""The preview as a process of its own: real keys on a real terminal, real saves of a real file."""

import os
import signal
import statistics
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

import pytest

from tests.terminal.room import FILE, instead

ROOT = Path(__file__).resolve().parents[2]
TEXT = FILE.read_text(encoding="utf-8")
ASKED = "So when will it be fixed?"
MAIN = str(ROOT / "main.py")
terminal = pytest.mark.skipif(sys.platform == "win32", reason="pexpect needs the terminals of macOS and Linux")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The worked example, to be written on."""
    path = tmp_path / "cold.yaml"
    path.write_bytes(TEXT.encode())
    return path


def save(file: Path, old: str, new: str) -> None:
    """Save the file by renaming, as editors do, with `new` in place of `old`."""
    beside = file.with_suffix(".tmp")
    beside.write_bytes(instead(old, new)(TEXT).encode())
    os.replace(beside, file)


def opened(file: Path, *options: str, width: int = 80) -> Any:
    """A preview on a terminal of some width."""
    import pexpect

    words = [MAIN, "preview", str(file), "--terminal", "--seed", "7", *options]
    environment = {**os.environ, "TERM": "xterm"}
    return pexpect.spawn(sys.executable, words, dimensions=(50, width), encoding="utf-8", timeout=20, env=environment)


def left(child: Any) -> int:
    """The exit code of a preview that was told to close."""
    import pexpect

    child.expect(pexpect.EOF)
    child.close()
    return int(child.exitstatus)


@terminal
def test_a_save_is_on_the_screen_within_a_second(file: Path) -> None:
    """Without a key the new words are there, in the middle of the talk, in less than a second."""
    child = opened(file, "--lang", "en")
    child.expect("for help")
    child.sendline("hear-her,ask-room")
    child.expect(ASKED.replace("?", "[?]"))
    took = []
    for number in range(5):
        begun = time.monotonic()
        save(file, ASKED, f"Question {number}, please.")
        child.expect(f"Question {number}, please")
        took.append(time.monotonic() - begun)
        child.expect("new version")
    assert statistics.median(took) < 1.0
    child.sendline("q")
    child.expect("Goodbye")
    assert left(child) == 0


@terminal
@pytest.mark.parametrize(
    ("language", "behind", "reread"),
    [("zh", "上一个没有错误的版本", "已经换成新的"), ("en", "Until it is mended", "this is the new version")],
)
def test_an_error_comes_and_goes_with_the_saves(file: Path, language: str, behind: str, reread: str) -> None:
    """The error stands beside the talk until it is mended; keys work all the while."""
    child = opened(file, "--lang", language, width=140)
    child.expect("[?]")
    child.sendline("hear-her,ask-room")
    child.expect("honest-time|18:00|18 点")
    line = TEXT[: TEXT.index("frame:")].count("\n") + 1
    save(file, "frame: {service: 7}", "frame: {servicx: 7}")
    child.expect(behind)
    child.expect(f"cold.yaml:{line}:17: .{{0,8}}error unknown-key")
    child.sendline("honest-time")
    child.expect("evening")
    file.write_bytes(TEXT.encode())
    child.expect(reread)
    child.sendline("b")
    child.expect("step 2|第 2 步")
    child.expect("for help|说明")
    assert "unknown-key" not in child.before
    child.sendline("q")
    assert left(child) == 0


@terminal
def test_jump_walk_and_leave_by_keys(file: Path) -> None:
    """j with a part of an id, b and f, another language, Ctrl-C."""
    child = opened(file, "--lang", "en", "--persona", "calm")
    child.expect("customer: Calm")
    child.sendline("j")
    child.expect("7[.] hung-up")
    child.sendline("even")
    child.expect("beat evening .line 147., step 3 of 3")
    child.sendline("b")
    child.expect("beat when .line 113., step 2 of 3")
    child.sendline("f")
    child.expect("step 3 of 3")
    child.sendline("l")
    child.expect("第 3 步，共走过 3 步")
    child.sendintr()
    child.expect("再见")
    assert left(child) == 0


@terminal
def test_plain_lines_break_at_words(file: Path) -> None:
    """On a narrow terminal a plain line ends where a word does, and not in the middle of it."""
    child = opened(file, "--lang", "en", "--plain", width=50)
    child.expect("for help")
    lines = child.before.split("\r\n")
    assert max(len(line) for line in lines) <= 50
    assert "I will log a repair right away. Your account number, please." in " ".join(lines)
    child.sendline("q")
    assert left(child) == 0


@terminal
def test_what_is_half_typed_goes_with_the_screen_that_showed_it(file: Path) -> None:
    """After a save the line is empty, as it looks: what was typed before does not join what is typed next."""
    child = opened(file, "--lang", "en")
    child.expect("for help")
    child.send("j even")
    save(file, "Does anyone care?", "Does nobody care?")
    child.expect("nobody care")
    child.expect("for help")
    child.sendline("2")
    child.expect("step 1 of 1")
    child.sendeof()
    assert left(child) == 0


@terminal
def test_a_preview_that_is_killed_leaves_nothing_behind(file: Path, home: Path) -> None:
    """No attempt is stored, and the file is as its author wrote it."""
    child = opened(file, "--lang", "en")
    child.expect("for help")
    child.sendline("hear-her")
    child.expect("step 1 of 1")
    child.kill(signal.SIGKILL)
    child.close(force=True)
    assert file.read_bytes() == TEXT.encode()
    assert not home.exists()


def piped(*words: str, said: str) -> subprocess.CompletedProcess[str]:
    """A preview whose keys come through a pipe."""
    command = [sys.executable, MAIN, *words]
    return subprocess.run(
        command, input=said, capture_output=True, text=True, encoding="utf-8", check=False, timeout=60
    )


def test_keys_through_a_pipe(file: Path) -> None:
    """A pipe types as a person does; the last line needs no end; what is not there is exit code 1."""
    done = piped("preview", str(file), "--lang", "zh", said="hear-her\n1，1\nj settled\nb\nq")
    assert (done.returncode, done.stderr) == (0, "")
    assert "节点 evening（第 147 行），第 3 步，共走过 4 步" in done.stdout
    assert "再见" in done.stdout
    wrong = piped("preview", str(file), "--lang", "en", said="nope\n")
    assert (wrong.returncode, wrong.stderr) == (1, "")
    assert "“nope” is neither on offer nor a key" in wrong.stdout


def test_a_pipe_that_stays_open_sees_saves(file: Path) -> None:
    """A tool that keeps the pipe open is shown the new version by itself, too."""
    command = [sys.executable, MAIN, "preview", str(file), "--lang", "en"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8") as process:
        assert process.stdin is not None
        assert process.stdout is not None
        late = threading.Timer(30, process.kill)
        late.start()
        for line in process.stdout:
            if "Does anyone care" in line:
                break
        save(file, "Does anyone care?", "Does nobody care?")
        assert any("Does nobody care?" in line for line in process.stdout)
        process.stdin.close()
        late.cancel()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("nothing.yaml",), "There is no file “nothing.yaml”"),
        (("burst-pip",), "Did you mean “burst-pipe”?"),
        (("COLD", "--persona", "angry"), "There is no persona “angry”. There are: base, calm, furious."),
    ],
)
def test_a_preview_of_what_is_not_there_is_a_wrong_use(file: Path, words: tuple[str, ...], said: str) -> None:
    """Exit code 2, and what there is, as in play."""
    done = piped("preview", *(str(file) if word == "COLD" else word for word in words), "--lang", "en", said="")
    assert done.returncode == 2
    assert said in done.stderr
