"""The engines that are played side by side, each in a process of its own, and how the peers get onto this machine.

The peers go into `.bench/` in the root of the project, which keeps itself out of git.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

ROOT: Final = Path(__file__).resolve().parents[2]
HERE: Final = Path(__file__).resolve().parent
KEPT: Final = ROOT / ".bench"
MODULES: Final = KEPT / "node_modules"
PACKAGES: Final = KEPT / "python"
INKJS: Final = "inkjs@2.4"
BINK: Final = "bink==0.7.*"


class NotHere(Exception):
    """Why a peer cannot be had, in words for whoever runs the bench."""


def folder() -> Path:
    """Return the folder that keeps the peers and the written stories."""
    KEPT.mkdir(exist_ok=True)
    (KEPT / ".gitignore").write_text("*\n", encoding="ascii")
    return KEPT


def has_inkjs() -> bool:
    """Return whether inkjs can be played."""
    return shutil.which("node") is not None and (MODULES / "inkjs").is_dir()


def has_bink() -> bool:
    """Return whether bink can be played; its stories are compiled by inkjs."""
    return has_inkjs() and (PACKAGES / "bink").is_dir()


def install_inkjs() -> None:
    """Bring inkjs with npm; NotHere where that cannot be done."""
    for program in ("node", "npm"):
        if shutil.which(program) is None:
            raise NotHere(f"inkjs needs {program}, which is not on this machine")
    if not has_inkjs():
        npm = shutil.which("npm") or "npm"
        _quietly([npm, "install", "--no-fund", "--no-audit", "--no-save", "--prefix", str(folder()), INKJS])


def install_bink() -> None:
    """Bring bink with pip; NotHere where that cannot be done."""
    if not has_inkjs():
        raise NotHere("bink plays what inkjs has compiled, and inkjs is not here")
    if not has_bink():
        _quietly([sys.executable, "-m", "pip", "install", "--quiet", "--target", str(folder() / "python"), BINK])


def _quietly(command: list[str]) -> None:
    done = subprocess.run(command, check=False, capture_output=True, encoding="utf-8", errors="replace", cwd=KEPT)
    if done.returncode:
        tail = " / ".join((done.stdout + done.stderr).strip().splitlines()[-3:])
        raise NotHere(f"{command[-1]} could not be installed: {tail}")


class Engine:
    """A process that plays the story on one engine. `name` and `version` are for people."""

    def __init__(self, name: str, command: list[str], packages: Path | None = None) -> None:
        env = {**os.environ, "PYTHONPATH": str(packages)} if packages is not None else None
        self.name = name
        self.process = subprocess.Popen(
            command, cwd=ROOT, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
        )
        self.ready: float = self._answer()["ready"]
        """Seconds to load (for inkjs: to compile) the story."""

    def _answer(self) -> dict[str, Any]:
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        if not line:
            raise NotHere(f"{self.name} ended with exit code {self.process.wait()}")
        answer: dict[str, Any] = json.loads(line)
        return answer

    def play(self, first: int, count: int) -> dict[str, Any]:
        """Return picks, seconds and checksum of `count` plays from number `first` on."""
        assert self.process.stdin is not None
        self.process.stdin.write(f"{first} {count}\n")
        self.process.stdin.flush()
        return self._answer()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.process.communicate()


def yuqi(scenario: Path) -> Engine:
    """Return Yuqi, at play on a scenario file."""
    return Engine("yuqi", [sys.executable, str(HERE / "players.py"), "yuqi", str(scenario)])


def plain(scenario: Path) -> Engine:
    """Return plain Python without rules, which shows what the graph alone costs."""
    return Engine("plain", [sys.executable, str(HERE / "players.py"), "plain", str(scenario)])


def inkjs(source: Path) -> Engine:
    """Return inkjs at play on ink source; it writes the compiled story beside it."""
    return Engine("inkjs", [shutil.which("node") or "node", str(HERE / "ink.mjs"), str(MODULES), str(source)])


def bink(source: Path) -> Engine:
    """Return bink at play on the story that inkjs has compiled."""
    compiled = f"{source}.json"
    return Engine("bink", [sys.executable, str(HERE / "players.py"), "bink", compiled], PACKAGES)
