"""Sets Yuqi up and opens it: `python run.py`. Runs every check: `python run.py test`.

Whatever follows `run.py` goes to the game: `python run.py play …`, `python run.py check my.yaml`; what follows `test`
goes to pytest. The libraries go into `.venv` beside this file, at first and whenever pyproject.toml asks for others.
It uses the standard library only, in words that Python 3.6 can read, so that an old Python can be told that it is old.
Standard output belongs to the game: what is said here goes to standard error.
"""

import signal

if __name__ == "__main__" and signal.getsignal(signal.SIGINT) is signal.default_int_handler:
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # while the rest is read Ctrl-C just ends it, without a word

import collections
import contextlib
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import typing

ROOT = os.path.dirname(os.path.abspath(__file__))
VENV = os.path.join(ROOT, ".venv")
PYTHON = os.path.join(VENV, "Scripts", "python.exe") if os.name == "nt" else os.path.join(VENV, "bin", "python")
UNFINISHED = os.path.join(VENV, "yuqi-unfinished")
OLDEST, TOO_NEW = (3, 11), (3, 14)
INTERRUPTED = 130

# The whole check: its steps, and what Python is given for each in the root of the project.
STEPS = (
    ("ruff check", ("-m", "ruff", "check", ".")),
    ("ruff format", ("-m", "ruff", "format", "--check", ".")),
    ("mypy", ("-m", "mypy")),
    ("pytest", ("-m", "pytest", "-n", "auto")),
    ("scenarios", ("main.py", "check", "--strict", "scenarios")),
)
WORDS = {
    "python": ("预期需要 Python 3.11 到 3.13，现在用的是 {0}。", "Yuqi needs Python 3.11 to 3.13, and this is {0}."),
    "other": ("这台电脑上有合适的，请改用：{0} run.py", "This machine has one that fits. Use: {0} run.py"),
    "none": ("请先到 python.org 装一个，再来一次。", "Get one from python.org, then try again."),
    "prepare": ("正在准备运行环境（第一次要一两分钟）……", "Getting things ready (a minute or two the first time) ..."),
    "wait": ("另一个窗口正在准备运行环境，等它弄好……", "Another window is getting things ready, waiting for it ..."),
    "no-venv": (
        "这个 Python 没带 venv。Debian、Ubuntu 上请先运行：sudo apt install python3-venv",
        "This Python lacks venv. On Debian and Ubuntu, first run: sudo apt install python3-venv",
    ),
    "failed": (
        "没准备好，原因在上面几行。先看看网络（慢的话用 pip config 换个近一点的镜像），再运行一次就会接着来。",
        "Not ready yet; the lines above say why. Check the network, then run the same command again.",
    ),
    "folder": ("这里写不进去：{0}", "Cannot write here: {0}"),
    "stopped": ("停了。下次运行会接着来。", "Stopped. The next start takes it from here."),
    "passed": ("全部通过。", "All checks passed."),
    "wrong": ("没有通过：{0}", "Failed: {0}"),
}


class NotReady(Exception):
    """What stands in the way of a set-up, in words for whoever started it."""


def language() -> str:
    """`zh` where the arguments, or else the system, ask for Chinese; otherwise `en`."""
    words = " ".join(sys.argv[1:]).replace("--lang=", "--lang ").split()
    if "--lang" in words[:-1]:
        return "zh" if words[words.index("--lang") + 1].startswith("zh") else "en"
    if sys.platform == "win32":
        import ctypes

        return "zh" if ctypes.windll.kernel32.GetUserDefaultUILanguage() & 0x3FF == 0x04 else "en"
    spoken = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    return "zh" if spoken.startswith("zh") else "en"


def words(word: str, *values: str) -> str:
    """A text of WORDS in the language of whoever started this."""
    return WORDS[word][0 if language() == "zh" else 1].format(*values)


def say(text: str) -> None:
    """Nothing; one line has been said on standard error."""
    print(text, file=sys.stderr, flush=True)


def unfit(version: "tuple[int, ...]") -> str:
    """Why Yuqi cannot run on a Python of this version, and what to do; empty where it can."""
    if OLDEST <= tuple(version[:2]) < TOO_NEW:
        return ""
    other = fitting()
    return words("python", ".".join(map(str, version[:3]))) + "\n" + (words("other", other) if other else words("none"))


def fitting() -> str:
    """The command of another Python of this machine that Yuqi can run on; empty where none answers."""
    for minor in range(TOO_NEW[1] - 1, OLDEST[1] - 1, -1):
        command = ["py", "-3.{}".format(minor)] if os.name == "nt" else ["python3.{}".format(minor)]
        program = shutil.which(command[0])
        # Some answer to the name only to say that they are not there (the shims of pyenv), hence the question.
        if program and subprocess.call([program, *command[1:], "-c", ""], stderr=subprocess.DEVNULL) == 0:
            return " ".join(command)
    return ""


def requirements(level: str) -> "list[str]":
    """What pyproject.toml asks for at a level: `play`, or `test`, which wants the tools as well."""
    import tomllib

    with open(os.path.join(ROOT, "pyproject.toml"), "rb") as file:
        project = tomllib.load(file)["project"]
    asked: "list[str]" = project["dependencies"]
    return asked + project["optional-dependencies"]["dev"] if level == "test" else asked


def stamp(asked: "list[str]", python: str) -> str:
    """What tells one set-up from another: what was asked for, and the Python that `python` really is."""
    real = os.path.realpath(python)
    seen = os.stat(real)
    text = "\n".join([*sorted(asked), real, str(seen.st_size), str(seen.st_mtime_ns)])
    return hashlib.sha256(text.encode("utf-8", "surrogateescape")).hexdigest()


def kept(level: str) -> str:
    """The file that keeps the stamp of the last good set-up at a level."""
    return os.path.join(VENV, "yuqi-ready-" + level)


def ready(level: str) -> bool:
    """Whether the last good set-up is still what is asked for. No other process is started to find out."""
    try:
        with open(kept(level), encoding="ascii") as file:
            return file.read() == stamp(requirements(level), PYTHON)
    except OSError:
        return False


def prepare(level: str) -> None:
    """Nothing, once `.venv` has all that a level asks for; NotReady where that cannot be had."""
    with alone():
        if ready(level):
            return
        say(words("prepare"))
        if not usable():
            create()
        asked = requirements(level)
        for old in map(kept, ("play", "test")):
            with contextlib.suppress(FileNotFoundError):
                os.remove(old)
        install(asked)
        for new in ("play", "test") if level == "test" else ("play",):
            with open(kept(new), "w", encoding="ascii") as file:
                file.write(stamp(requirements(new), PYTHON))


@contextlib.contextmanager
def alone() -> "typing.Iterator[None]":
    """A stretch in which no other run.py prepares the same folder."""
    with open(VENV + ".lock", "a") as file:
        if not locked(file, wait=False):
            say(words("wait"))
            locked(file, wait=True)
        yield


def locked(file: "typing.IO[str]", wait: bool) -> bool:
    """Whether the lock is ours now. The system takes it back when this process ends, however that happens."""
    if sys.platform == "win32":
        import msvcrt

        while True:
            with contextlib.suppress(OSError):  # LK_LOCK gives up after ten seconds
                msvcrt.locking(file.fileno(), msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
                return True
            if not wait:
                return False
    import fcntl

    try:
        fcntl.flock(file, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def usable() -> bool:
    """Whether `.venv` has a Python that fits and a pip, and no installation was cut off in it."""
    question = "import sys, pip; sys.exit(not {} <= sys.version_info[:2] < {})".format(OLDEST, TOO_NEW)
    try:
        asked = subprocess.call([PYTHON, "-c", question], cwd=VENV, stderr=subprocess.DEVNULL)
    except OSError:
        return False
    return asked == 0 and not os.path.exists(UNFINISHED)


def create() -> None:
    """Nothing, once a new `.venv` stands in place of any old one."""
    maker = next((name for name in ("ensurepip", "virtualenv") if importlib.util.find_spec(name)), None)
    if maker is None:
        raise NotReady(words("no-venv"))
    inside = os.path.abspath(sys.prefix) == VENV  # it cannot make itself anew: the Python behind it has to
    python: str = getattr(sys, "_base_executable", sys.executable) if inside else sys.executable
    quietly([python, "-m", "venv" if maker == "ensurepip" else maker, "--clear", VENV], ROOT)


def install(asked: "list[str]") -> None:
    """Nothing, once pip has put everything in; what is there already needs no network."""
    with open(UNFINISHED, "w", encoding="ascii"):
        pass
    try:
        quietly([PYTHON, "-m", "pip", "install", "--no-input", "--progress-bar", "off", *asked], VENV)
    except NotReady:  # pip had its say, and cleaned up after itself; where it is cut off, nobody has
        os.remove(UNFINISHED)
        raise
    os.remove(UNFINISHED)


def quietly(command: "list[str]", folder: str) -> None:
    """Nothing, after a command went well behind a single moving line; NotReady with the tail of its words if not."""
    tail: "collections.deque[str]" = collections.deque(maxlen=15)
    # Settings that would lead pip out of the virtual environment stay outside.
    outside = ("PIP_PREFIX", "PIP_ROOT", "PIP_TARGET", "PYTHONHOME", "PYTHONPATH")
    env = {key: value for key, value in os.environ.items() if key not in outside}
    env.update(PIP_USER="0", PIP_DISABLE_PIP_VERSION_CHECK="1", PYTHONIOENCODING="utf-8")
    pipe, null = subprocess.PIPE, subprocess.DEVNULL
    process = subprocess.Popen(command, cwd=folder, env=env, stdin=null, stdout=pipe, stderr=subprocess.STDOUT)
    try:
        for line in process.stdout or ():
            tail.append(line.decode("utf-8", "replace").rstrip())
            move(tail[-1])
        process.wait()
    finally:
        process.kill()  # where Ctrl-C got here, and only there, it still runs
        process.wait()
        move("")
    if process.returncode:
        raise NotReady("\n".join([*tail, words("failed")]))


def move(text: str) -> None:
    """Nothing; the moving line, shown only to somebody who looks on, says `text` now."""
    if sys.stderr.isatty():
        width = shutil.get_terminal_size().columns - 1
        shown = text.encode("ascii", "replace").decode("ascii")[:width]
        print("\r" + shown.ljust(width) + "\r", end="", file=sys.stderr, flush=True)


def follow(command: "list[str]", folder: "str | None" = None) -> "tuple[int, bool]":
    """The exit code of a command that has the keyboard, and whether Ctrl-C was pressed: the command answers it."""
    pressed = False
    process = subprocess.Popen(command, cwd=folder)
    while True:
        try:
            code = process.wait()
            return (code if code >= 0 else 128 - code), pressed
        except KeyboardInterrupt:
            pressed = True


def hand_over(command: "list[str]") -> int:
    """The exit code of the game. Where the system allows it, the game takes the place of this very process."""
    sys.stderr.flush()
    if os.name != "nt":  # Windows has exec too, but there the shell does not wait for what comes after
        os.execv(command[0], command)
    return follow(command)[0]


def check_all() -> int:
    """0 where every step of the whole check passes, otherwise 1, naming those that do not."""
    wrong = []
    for name, step in STEPS:
        say("\n== {}".format(name))
        code, pressed = follow([PYTHON, *step], ROOT)
        if pressed:
            raise KeyboardInterrupt
        if code:
            wrong.append(name)
    say("\n" + (words("wrong", ", ".join(wrong)) if wrong else words("passed")))
    return int(bool(wrong))


def main(arguments: "list[str]") -> int:
    """The exit code: the game's own, or that of the checks, or 1 where there is no set-up to run them in."""
    reason = unfit(tuple(sys.version_info[:3]))
    if reason:
        say(reason)
        return 1
    level = "test" if arguments[:1] == ["test"] else "play"
    try:
        if not ready(level):
            prepare(level)
        if level == "play":
            return hand_over([PYTHON, os.path.join(ROOT, "main.py"), *arguments])
        return follow([PYTHON, "-m", "pytest", *arguments[1:]], ROOT)[0] if arguments[1:] else check_all()
    except (NotReady, OSError) as error:
        say(str(error) if isinstance(error, NotReady) else words("folder", str(error)))
    except KeyboardInterrupt:
        say(words("stopped"))
        return INTERRUPTED
    return 1


if __name__ == "__main__":
    try:
        if signal.getsignal(signal.SIGINT) == signal.SIG_DFL:
            signal.signal(signal.SIGINT, signal.default_int_handler)
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        say(words("stopped"))
        sys.exit(INTERRUPTED)
