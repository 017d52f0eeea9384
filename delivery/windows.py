"""Makes a folder that starts with a double click on a Windows machine without Python: `python -m delivery.windows ZIP`.

It runs on any system. The embeddable Python is supplied; the libraries come from the index that pip is set up with, or
from a folder of wheels.
"""

import argparse
import sys
import tempfile
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import run
from delivery import embedded
from delivery.embedded import Embedded
from delivery.folder import archive, files, lay_out
from delivery.inspection import unresolved
from delivery.resolving import Lacking, NoIndex, download, pip, resolve
from delivery.targets import WINDOWS, Target
from delivery.words import Unpackable, say

ROOT: Final = Path(__file__).resolve().parent.parent
MEGABYTE: Final = 1_000_000


def main(arguments: Sequence[str] | None = None) -> int:
    """Return 0 once the folder is there, 1 where it cannot be made, 2 where no embeddable Python was named."""
    options = _parser().parse_args(arguments)
    if options.zip is None:
        print(say("no-zip"), file=sys.stderr)
        return 2
    try:
        build(Path(options.zip), Path(options.output), options.wheels and Path(options.wheels), access=options.access)
        _tell(Path(options.output), options.archive)
    except Unpackable as wrong:
        print(wrong, file=sys.stderr)
        return 1
    except OSError as wrong:
        print(say("unwritable", wrong), file=sys.stderr)
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m delivery.windows", description=say("help-windows"))
    parser.add_argument("zip", nargs="?", help=say("help-zip"))
    parser.add_argument("-o", "--output", default=str(Path("build", "Yuqi")), help=say("help-output"))
    parser.add_argument("--wheels", help=say("help-folder-of-wheels"))
    parser.add_argument("--archive", action="store_true", help=say("help-archive"))
    parser.add_argument("--access", action="store_true", help=say("help-access"))
    parser.add_argument("--lang", choices=("zh", "en"))
    return parser


def build(zipped: Path, folder: Path, wheels: Path | None = None, *, access: bool = False) -> None:
    """Make the folder. Raises `Unpackable`; a folder that lacks something is left there to be looked at."""
    python = embedded.read(zipped)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Unpackable("occupied", folder)
    with tempfile.TemporaryDirectory() as scratch:
        print(say("gathering", python.python))
        libraries = _libraries(python, Path(scratch, "wheels"), wheels, access)
        own = _own(Path(scratch, "own"))
        print(say("packing"))
        lay_out(folder, python, own, libraries)
    program = folder / "program"
    if lost := unresolved(program / "app", program / "libraries", python.standard(), python.python):
        raise Unpackable("unresolved", "\n".join(lost))


def _libraries(python: Embedded, folder: Path, source: Path | None, access: bool) -> tuple[Path, ...]:
    """Return the wheels of all that the game needs at play, which then lie in a folder."""
    target = Target(WINDOWS, python.python)
    folder.mkdir()
    try:
        wanted = resolve([*run.requirements("play"), *(_access() if access else ())], target, source)
        return download(wanted, target, folder, source)
    except Lacking as lack:
        raise Unpackable("lacking", target.system.title, target.python, lack.asked) from lack
    except NoIndex as error:
        raise Unpackable("no-index-here") from error


def _access() -> list[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted: list[str] = project["optional-dependencies"]["access"]
    return wanted


def _own(folder: Path) -> Path:
    """Return the game's own wheel: what belongs to it is said in one place, pyproject.toml."""
    try:
        pip("wheel", "--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder), str(ROOT))
    except Unpackable as wrong:
        if "hatchling" in str(wrong):
            raise Unpackable("no-builder") from wrong
        raise
    (wheel,) = folder.glob("*.whl")
    return wheel


def _tell(folder: Path, packed: bool) -> None:
    """Say what was made, after packing it where that was wanted."""
    made = files(folder)
    print(say("built", folder, len(made), round(sum(file.stat().st_size for file in made) / MEGABYTE)))
    if packed:
        target = folder.with_name(folder.name + ".zip")
        archive(folder, target)
        print(say("archived", target, round(target.stat().st_size / MEGABYTE)))


if __name__ == "__main__":
    sys.exit(main())
