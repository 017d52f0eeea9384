"""How the person who reads types a command: what the game tells them to run can be copied as it stands."""

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Final

_PLAIN: Final = re.compile(r"[\w@%+=:,./-]+")


def command(*words: object) -> str:
    """Return a command line: by `python run.py` where the game was started from its folder, else by `yuqi`."""
    started = Path(sys.argv[0])
    if started.name in ("main.py", "run.py"):
        return " ".join(("python", _quoted(_near(started.with_name("run.py"))), *map(_quoted, words)))
    return " ".join(("yuqi", *map(_quoted, words)))


def _near(path: Path) -> str:
    """Return a path as it is shortest, seen from the current folder."""
    try:
        return min(os.path.relpath(path), str(path.absolute()), key=len)
    except ValueError:  # on another drive of Windows
        return str(path)


def _quoted(word: object) -> str:
    """Return a word in the quotes that the shell wants; letters of any language want none."""
    text = str(word)
    if os.name == "nt":
        return subprocess.list2cmdline([text])
    return text if _PLAIN.fullmatch(text) else "'" + text.replace("'", "'\"'\"'") + "'"
