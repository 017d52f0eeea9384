"""Checks that every library of the game has a wheel for each system and each version of Python: nobody has to compile.

`python -m delivery.wheels` asks the index that pip is set up with; `--offline` leaves the check out.
"""

import argparse
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Final

import run
from delivery.resolving import NoIndex, lacking
from delivery.targets import TARGETS, Target
from delivery.words import Unpackable, say

AT_ONCE: Final = 2
"""So many questions are asked side by side: the index is shared with others, and so is the machine."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Return 0 where everything is there or nothing was to be checked, 1 where something is not, or cannot be known."""
    parser = argparse.ArgumentParser(prog="python -m delivery.wheels", description=say("help-wheels"))
    parser.add_argument("--offline", action="store_true", help=say("help-offline"))
    parser.add_argument("--lang", choices=("zh", "en"))
    if parser.parse_args(arguments).offline:
        print(say("skipped"))
        return 0
    try:
        lines = check(run.requirements("play"), TARGETS)
    except NoIndex:
        print(say("no-index"), file=sys.stderr)
        return 1
    except Unpackable as wrong:
        print(wrong, file=sys.stderr)
        return 1
    for _, line in lines:
        print(line)
    return int(not all(good for good, _ in lines))


def check(requirements: Sequence[str], targets: Sequence[Target]) -> list[tuple[bool, str]]:
    """Return for each machine whether it can have all that is required, and a line that says so or names what lacks."""

    def line(target: Target) -> tuple[bool, str]:
        count, lacks = lacking(requirements, target)
        if lacks:
            return False, say("lacking", target.system.title, target.python, ", ".join(lacks))
        return True, say("complete", target.system.title, target.python, count)

    with ThreadPoolExecutor(AT_ONCE) as asking:
        return list(asking.map(line, targets))


if __name__ == "__main__":
    sys.exit(main())
