"""Starts Yuqi without a console: what goes wrong is written into a file, and shown in a box."""

import os
import sys
import tempfile
import traceback
from pathlib import Path

MARK = 0x10
"""The box has the sign of an error."""
SHOWN = 12
"""So many last lines of what went wrong are shown; all of it is in the file."""
SORRY = """预期没能打开。下面是原因；请把文件 {file} 交给给您这个文件夹的人。

Yuqi could not be opened. The reason is below; please hand the file {file} to whoever gave you this folder.

{reason}"""


def kept() -> Path:
    """The folder in which what goes wrong is written down, even where the game itself lies on something read-only."""
    folder = Path(os.environ.get("LOCALAPPDATA") or tempfile.gettempdir(), "yuqi")
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def box(text: str) -> None:
    """Nothing, after somebody has read a text."""
    import ctypes

    ctypes.windll.user32.MessageBoxW(None, text, "Yuqi 预期", MARK)


def play(arguments: "list[str]") -> int:
    """The exit code of the game; 1 after a fault, which has then been written down."""
    try:
        from game.cli import main

        return main(arguments)
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else int(ended.code is not None)
    except BaseException:
        traceback.print_exc()
        return 1


def start(arguments: "list[str]") -> int:
    """The exit code of the game. Whatever it had to say, which is nothing where all went well, is shown in a box."""
    folder = kept()
    sys.pycache_prefix = str(folder / "bytecode")  # the folder of the game stays as it was delivered
    file = folder / "start.log"
    with file.open("w", encoding="utf-8", buffering=1) as log:
        sys.stdout = sys.stderr = log
        code = play(arguments)
    sys.stdout = sys.stderr = None
    reason = file.read_text(encoding="utf-8").strip()
    last = "\n".join(reason.splitlines()[-SHOWN:])
    if code or last:
        box(SORRY.format(file=file, reason=last) if code else last)
    return code


if __name__ == "__main__":
    sys.exit(start(sys.argv[1:]))
