"""The project as newcomers find it: one command sets it up, one tests it, one wheel carries it."""

import ast
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import threading
import tomllib
import zipfile
from pathlib import Path

import pytest

import main
import run
from game import places

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
terminal = pytest.mark.skipif(sys.platform == "win32", reason="pexpect needs the terminals of macOS and Linux")


def python(*arguments: str, **changed: str) -> "subprocess.CompletedProcess[str]":
    """What a new process of this Python says in the root of the project, with these changes to its environment."""
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=os.environ | changed,
        check=False,
        capture_output=True,
        encoding="utf-8",
        timeout=300,
    )


@pytest.mark.parametrize("version", [(3, 6, 15), (3, 10, 13), (3, 14, 0), (4, 0, 0)])
def test_a_python_that_does_not_fit_is_told_so(version: tuple[int, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever starts with a Python that does not fit reads which ones do, and the command of one that is there."""
    monkeypatch.setattr(run, "fitting", lambda: "python3.12")
    told = run.unfit(version)
    assert all(word in told for word in (".".join(map(str, version)), "3.11", "3.13", "python3.12 run.py"))
    monkeypatch.setattr(run, "fitting", lambda: "")
    assert "python.org" in run.unfit(version)


@pytest.mark.parametrize("version", [(3, 11, 0), (3, 12, 1), (3, 13, 9)])
def test_a_python_that_fits_hears_nothing(version: tuple[int, ...]) -> None:
    """On Python 3.11 to 3.13 the game just starts."""
    assert run.unfit(version) == ""


def test_an_old_python_can_read_the_script_that_tells_it_so() -> None:
    """Python 3.6 gets as far as the message: nothing in run.py is newer than that, neither words nor annotations."""
    tree = ast.parse((ROOT / "run.py").read_text(encoding="utf-8"), feature_version=(3, 6))
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef):
            annotations = [function.returns, *(argument.annotation for argument in function.args.args)]
            assert all(isinstance(each, ast.Name | ast.Constant) for each in annotations), function.name


@pytest.mark.parametrize(
    ("lang", "arguments", "spoken"),
    [
        ("zh_CN.UTF-8", [], "zh"),
        ("zh_TW.UTF-8", [], "zh"),
        ("de_DE.UTF-8", [], "en"),
        ("zh_CN.UTF-8", ["play", "--lang", "en"], "en"),
        ("C", ["--lang=zh", "play"], "zh"),
        ("C", ["play", "--lang"], "en"),
    ],
)
@pytest.mark.skipif(sys.platform == "win32", reason="Windows is asked by another way than LANG")
def test_set_up_speaks_the_language_of_whoever_started_it(
    lang: str, arguments: list[str], spoken: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Set-up speaks Chinese on a Chinese system, English elsewhere, and what --lang says before either."""
    monkeypatch.setenv("LANG", lang)
    monkeypatch.setattr(sys, "argv", ["run.py", *arguments])
    assert run.language() == spoken


def test_every_word_of_set_up_is_there_in_both_languages() -> None:
    """Each message has a Chinese and an English text with the same gaps."""
    for chinese, english in run.WORDS.values():
        assert re.search("[一-鿿]", chinese)
        assert not re.search("[一-鿿]", english)
        assert re.findall(r"{\d}", chinese) == re.findall(r"{\d}", english)


def test_a_set_up_is_done_again_only_when_something_changed(tmp_path: Path) -> None:
    """Another order of the same requirements is no reason to set up again; a new one, or another Python, is."""
    one, other = tmp_path / "python", tmp_path / "python-next"
    one.write_text("3.11")
    other.write_text("3.12.1")
    before = run.stamp(["rich>=13.9", "PyYAML>=6.0.2"], str(one))
    assert run.stamp(["PyYAML>=6.0.2", "rich>=13.9"], str(one)) == before
    assert run.stamp(["PyYAML>=6.0.3", "rich>=13.9"], str(one)) != before
    assert run.stamp(["PyYAML>=6.0.2", "rich>=13.9"], str(other)) != before


def test_testing_wants_all_that_playing_wants() -> None:
    """Set up to test is set up to play."""
    play, test = set(run.requirements("play")), set(run.requirements("test"))
    assert play == set(PROJECT["dependencies"])
    assert test - play == set(PROJECT["optional-dependencies"]["dev"])


@pytest.fixture
def pickup(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small project to set up without a network: run.py, a game that repeats its arguments, and one library."""
    folder = tmp_path / "预期 练习" / "a b"
    folder.mkdir(parents=True)
    shutil.copy(ROOT / "run.py", folder)
    (folder / "main.py").write_text("import sys, toy\nprint(toy.WORD, *sys.argv[1:])\nsys.exit(len(sys.argv) - 1)\n")
    with zipfile.ZipFile(tmp_path / "toy-1.0-py3-none-any.whl", "w") as wheel:
        wheel.writestr("toy.py", "WORD = 'toy'\n")
        wheel.writestr("toy-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: toy\nVersion: 1.0\n")
        wheel.writestr("toy-1.0.dist-info/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        wheel.writestr("toy-1.0.dist-info/RECORD", "")
    for name in ("PIP_FIND_LINKS", "PIP_CONSTRAINT", "PIP_INDEX_URL", "PIP_EXTRA_INDEX_URL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    asks(folder, "toy")
    return folder


def asks(folder: Path, library: str) -> None:
    """Nothing; the project in the folder now asks for this library."""
    (folder / "pyproject.toml").write_text(f'[project]\ndependencies = ["{library}"]\n', encoding="utf-8")


@pytest.mark.slow
def test_one_command_sets_up_and_opens_the_game(pickup: Path) -> None:
    """The first start sets up and plays, the next just plays; a set-up that fails says why and is tried again."""
    started = str(pickup / "run.py")
    first = python(started, "play", "书 一", PIP_FIND_LINKS=str(pickup.parents[1]))
    assert (first.stdout, first.returncode) == ("toy play 书 一\n", 2)
    assert first.stderr == run.WORDS["prepare"][1] + "\n"

    again = python(started, "play")
    assert (again.stdout, again.stderr, again.returncode) == ("toy play\n", "", 1)

    asks(pickup, "toy>=2")
    failed = python(started, "play", PIP_FIND_LINKS=str(pickup.parents[1]))
    assert (failed.stdout, failed.returncode) == ("", 1)
    assert "toy>=2" in failed.stderr
    assert failed.stderr.endswith(run.WORDS["failed"][1] + "\n")

    asks(pickup, "toy>=1")
    mended = python(started, "play")
    assert (mended.stdout, mended.returncode) == ("toy play\n", 1)


@pytest.mark.slow
def test_a_set_up_that_was_cut_off_is_made_anew(pickup: Path) -> None:
    """After a power cut in the middle of an installation, the next start does not trust what it finds."""
    started = str(pickup / "run.py")
    python(started, PIP_FIND_LINKS=str(pickup.parents[1]))
    (pickup / ".venv" / "yuqi-ready-play").unlink()
    (pickup / ".venv" / "yuqi-unfinished").touch()
    for half in (pickup / ".venv").rglob("toy.py"):
        half.write_text("")
    assert python(started, PIP_FIND_LINKS=str(pickup.parents[1])).stdout == "toy\n"


def test_a_python_without_venv_names_the_package_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a Debian without python3-venv the message names that package."""
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    with pytest.raises(run.NotReady, match="apt install python3-venv"):
        run.create()


def test_a_second_start_waits_for_the_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two starts at once: the second says that it waits, and goes on when the first is done."""
    monkeypatch.setattr(run, "VENV", str(tmp_path / ".venv"))
    script = "import run, sys; run.VENV = sys.argv[1]\nwith run.alone(): print('in')"
    with run.alone():
        second = subprocess.Popen(
            [sys.executable, "-c", script, run.VENV],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
        deadline = threading.Timer(30, second.kill)
        deadline.start()
        assert second.stderr
        assert second.stderr.readline() == run.WORDS["wait"][1] + "\n"
        deadline.cancel()
        with pytest.raises(subprocess.TimeoutExpired):
            second.wait(timeout=1)
    assert second.communicate(timeout=60) == ("in\n", "")


@terminal
def test_ctrl_c_is_the_game_s_to_answer() -> None:
    """Ctrl-C reaches the game, which closes politely; set-up waits for it and passes on its exit code."""
    import pexpect

    game = (
        "import sys\ntry: print('open', flush=True); sys.stdin.read()\n"
        "except KeyboardInterrupt: print('bye'); sys.exit(7)"
    )
    script = f"import run, sys; print(run.follow([sys.executable, '-c', {game!r}]))"
    with pexpect.spawn(sys.executable, ["-c", script], cwd=str(ROOT), timeout=60, encoding="utf-8") as child:
        child.expect_exact("open")
        child.sendintr()
        child.expect_exact("bye")
        child.expect_exact("(7, True)")


INTERRUPTED = """
import os, runpy, signal, sys
loading, script, sys.argv = sys.argv[1], sys.argv[2], sys.argv[2:]
class Impatient:
    def find_spec(self, name, path=None, target=None):
        if name == loading:
            os.kill(os.getpid(), signal.SIGINT)
sys.modules.pop(loading, None)
sys.meta_path.insert(0, Impatient())
runpy.run_path(script, run_name="__main__")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends Ctrl-C to all of a console")
@pytest.mark.parametrize(
    ("script", "loading", "code", "told"),
    [
        ("main.py", "game.cli", 130, ["停了。Stopped."]),
        ("main.py", "argparse", 130, ["停了。Stopped."]),
        ("run.py", "hashlib", -2, []),
        ("run.py", "tomllib", 130, ["Stopped. The next start takes it from here."]),
    ],
)
def test_ctrl_c_in_the_first_moments_is_no_traceback(
    script: str, loading: str, code: int, told: list[str], tmp_path: Path
) -> None:
    """Whoever changes their mind while the program is still loading gets their prompt back, and at most a word."""
    shutil.copy(ROOT / script, tmp_path)  # away from the project, where nothing can be set up by mistake
    done = python("-c", INTERRUPTED, loading, str(tmp_path / script), "--version", PYTHONPATH=str(ROOT))
    assert (done.returncode, done.stderr.splitlines()[-1:], done.stdout) == (code, told, "")
    assert "Traceback" not in done.stderr


def test_main_without_its_libraries_names_the_command_that_brings_them() -> None:
    """Whoever starts main.py before anything is set up reads in both languages which command does that."""
    bare = python("-S", "-E", "main.py", "check", "scenarios")
    assert (bare.stdout, bare.returncode) == ("", 2)
    chinese, english = bare.stderr.splitlines()
    assert "请运行 python run.py" in chinese
    assert "Run `python run.py`" in english


def test_main_knows_every_library_that_the_project_asks_for() -> None:
    """No library can be missing without main.py saying what to do."""
    modules = {"pyyaml": "yaml", "pygame-ce": "pygame", "pylopdf-fonts-zh-cn": "pylopdf_fonts_zh_cn"}
    modules |= {"fpdf2": "fpdf", "fonttools": "fontTools"}
    named = [re.split("[<>=~!; ]", asked)[0].lower() for asked in PROJECT["dependencies"]]
    assert {modules.get(name, name) for name in named} == main.BROUGHT


def test_the_project_asks_for_all_that_the_game_imports() -> None:
    """An installed game never lacks a library that its developers happened to have."""
    imported = set()
    for file in (ROOT / "game").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                imported |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                imported.add(node.module.partition(".")[0])
    assert imported - sys.stdlib_module_names - {"game"} <= main.BROUGHT


def test_the_changelog_tells_of_this_version() -> None:
    """The changelog's newest release is this version; before its release, what it brings stands under Unreleased."""
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    unreleased = text.partition("## [Unreleased]")[2].partition("\n## ")[0]
    released = re.findall(r"^## \[(\d+\.\d+\.\d+)\] - \d{4}-\d\d-\d\d$", text, re.MULTILINE)
    assert PROJECT["version"] in released[:1] or (PROJECT["version"] not in released and "\n- " in unreleased)


def test_a_checkout_plays_its_own_scenarios() -> None:
    """In a checkout the game shows the scenarios that lie there to be edited."""
    assert places.scenarios() == ROOT / "scenarios"


@pytest.mark.slow
def test_the_wheel_carries_all_and_runs_from_any_folder(tmp_path: Path) -> None:
    """Installed from its wheel, the game has its scenarios, courses, rulebook and all that its pages are made with, and
    finds them from any folder."""
    pip = ["-m", "pip", "--disable-pip-version-check"]
    made = python(*pip, "wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", str(tmp_path), ".")
    assert made.returncode == 0, made.stdout + made.stderr
    (wheel,) = tmp_path.glob("yuqi-*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    for folder in ("scenarios", "courses"):
        there = {file.relative_to(ROOT).as_posix() for file in (ROOT / folder).rglob("*.*")}
        assert there
        assert {f"game/data/{name}" for name in there} <= names
    kinds = (".css", ".html", ".js", ".py", ".typed", ".yaml")
    assert {file.relative_to(ROOT).as_posix() for file in (ROOT / "game").rglob("*.*") if file.suffix in kinds} <= names
    assert {name.partition("/")[0] for name in names} == {"game", f"yuqi-{PROJECT['version']}.dist-info"}

    site, elsewhere = tmp_path / "site", tmp_path / "别处 elsewhere"
    elsewhere.mkdir()
    assert python(*pip, "install", "--no-deps", "--target", str(site), str(wheel)).returncode == 0
    script = (
        "import os, sys; os.chdir(sys.argv.pop(1)); sys.path[0] = sys.argv.pop(1)\n"
        "from game import cli, places; print(places.scenarios(), flush=True)\n"
        "sys.argv += ['check', 'starter']; sys.exit(cli.main())"
    )
    ran = python("-c", script, str(elsewhere), str(site))
    assert ran.stdout.splitlines()[0] == str(site / "game" / "data" / "scenarios")
    assert ran.returncode == 0, ran.stdout + ran.stderr
