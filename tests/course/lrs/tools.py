"""The two programs from elsewhere that statements are held against: a validator and a learning record store.

They are installed once, into a cache folder outside of the project. Where they cannot be had the tests that want them
are left out, and say why.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import pytest
from filelock import FileLock
from platformdirs import user_cache_path

VALIDATOR: Final = "@learninglocker/xapi-validation@3.0.0"
RALPH: Final = ("ralph-malph[cli,lrs]==5.1.*", "requests")
HERE: Final = Path(__file__).resolve().parent
PATIENCE: Final = 600


def cache() -> Path:
    """The folder for what is installed: `YUQI_TEST_CACHE`, else one of the user's."""
    named = os.environ.get("YUQI_TEST_CACHE", "")
    folder = Path(named) if named else user_cache_path("yuqi-tests", appauthor=False)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def faults(statements: Sequence[bytes]) -> list[list[Any]]:
    """What the validator of Learning Locker has against each of these statements."""
    told = subprocess.run(
        [_node(), HERE / "validate.js", _validator()],
        input=b"[" + b",".join(statements) + b"]",
        capture_output=True,
        check=True,
        timeout=PATIENCE,
    )
    found: list[list[Any]] = json.loads(told.stdout)
    assert len(found) == len(statements)
    return found


def _node() -> str:
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        pytest.skip("no Node.js and npm here: the validator of statements cannot be run")
    return node


def _validator() -> Path:
    """The folder in which the validator is installed."""
    folder = cache() / "xapi-validation-3.0.0"
    _installed(folder, [str(shutil.which("npm")), "install", "--no-audit", "--no-fund", "--prefix", folder, VALIDATOR])
    return folder


def ralph() -> Path:
    """The Python of an environment in which Ralph is installed."""
    if os.name == "nt":
        pytest.skip("Ralph's falls are made by forking, which Windows cannot do")
    folder = cache() / f"ralph-5.1-py{sys.version_info.major}{sys.version_info.minor}"
    python = folder / "bin" / "python"
    _installed(folder, [sys.executable, "-m", "venv", folder], [python, "-m", "pip", "install", "--quiet", *RALPH])
    return python


def _installed(folder: Path, *commands: Sequence[str | Path]) -> None:
    """Run the commands that fill a folder, once for all who ask at the same time; skip where they fail."""
    done = folder / "yuqi-done"
    with FileLock(folder.with_suffix(".lock")):
        if done.exists():
            return
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        for command in commands:
            ran = subprocess.run(command, capture_output=True, check=False, timeout=PATIENCE, text=True)
            if ran.returncode:
                said = (ran.stderr or ran.stdout).strip().splitlines()
                pytest.skip(f"{folder.name} cannot be installed here: {said[-1] if said else ran.returncode}")
        done.touch()
