"""Whether all that the game imports lies in the folder. Nothing of it is run: it could not be, on this machine."""

import ast
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

BUILT_IN: Final = frozenset(
    (
        *("_winapi", "array", "atexit", "builtins", "errno", "faulthandler", "gc", "itertools", "marshal", "math"),
        *("msvcrt", "nt", "sys", "time", "winreg", "zlib"),
    )
)
"""What the Python of Windows has inside of itself, without a file."""
ELSEWHERE: Final = frozenset(("fcntl", "termios", "tty", "pty", "pwd", "grp", "resource", "posix"))
"""What is only there on other systems; whoever imports it has asked which system this is."""
ENDINGS: Final = (".py", ".pyd", "/__init__.py")


def unresolved(app: Path, libraries: Path, standard: Iterable[str], python: str) -> list[str]:
    """Return each import of the game that would find nothing, as `file:line: module`."""
    known = BUILT_IN | ELSEWHERE | frozenset(standard)
    endings = (*ENDINGS, f".cp{python.replace('.', '')}-win_amd64.pyd")
    return [
        f"{file.relative_to(app).as_posix()}:{line}: {module}"
        for file in sorted((app / "game").rglob("*.py"))
        for line, module, names in imports(file)
        if not _is_there(module, names, (app, libraries), endings, known)
    ]


def imports(file: Path) -> Iterator[tuple[int, str, tuple[str, ...]]]:
    """Line, full name of the module, and the names taken out of it, for each import of a file, wherever it stands."""
    for node in ast.walk(ast.parse(file.read_bytes())):
        match node:
            case ast.Import(names=names):
                yield from ((node.lineno, alias.name, ()) for alias in names)
            case ast.ImportFrom(module=str(module), names=names, level=0):
                yield node.lineno, module, tuple(alias.name for alias in names)


def _is_there(
    module: str, names: tuple[str, ...], roots: tuple[Path, ...], endings: tuple[str, ...], known: frozenset[str]
) -> bool:  # fmt: skip
    """Return whether a module is there; of the game itself, whether all that is taken out of a bare folder is, too."""
    top = module.partition(".")[0]
    if top in sys.stdlib_module_names:
        return top in known
    path = module.replace(".", "/")
    if any(Path(f"{root / path}{ending}").is_file() for root in roots for ending in endings):
        return True
    folders = [root / path for root in roots if (root / path).is_dir()]
    inner = [any(Path(f"{folder / name}{end}").is_file() for folder in folders for end in endings) for name in names]
    return bool(folders) and all(inner)
