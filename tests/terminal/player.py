"""A game in a process of its own, for tests that press real keys: `player.py LANGUAGE PATIENCE LEFT [--plain]`.

It plays the worked example and writes at its end what the notebook was told, as JSON, to the file NOTEBOOK names.
"""

import json
import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from game.terminal import run
from tests.terminal.room import Kept, Waiting, instead, session, shelved


def main(language: str, patience: str, left: str, *options: str) -> int:
    """Play, and return the exit code of the game."""
    entry = shelved(instead("patience: 40", f"patience: {patience}"))
    kept = Kept([Waiting(entry, picks=(), persona=None, left=float(left))] if left != "-" else [])
    plain = "--plain" in options
    try:
        return run(session(entry=entry, notebook=kept, language=language, plain=plain, piped=not sys.stdin.isatty()))
    finally:
        Path(os.environ["NOTEBOOK"]).write_text(json.dumps(kept.told), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
