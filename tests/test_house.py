"""The parts of the house know only what lies below them."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

CORE = {"scenario", "engine"}
SHELL = CORE | {"proof", "course", "report", "i18n", "places", "session"}

BELOW: dict[str, set[str]] = {
    "__init__": set(),
    "__main__": {"cli"},
    "cli": SHELL | {"commands", "desktop", "terminal"},
    "commands": SHELL
    | {"cli", "classroom", "desktop", "draft", "library", "notebook", "programme", "terminal", "workbook", "writing"},
    "classroom": CORE | {"classbook", "course", "notebook"},
    "classbook": CORE | {"course", "notebook", "session"},
    "programme": CORE | {"course", "library"},
    "notebook": CORE | {"course", "library"},
    "library": CORE | {"places"},
    "desktop": SHELL | {"draft", "draft_file", "typesetting", "writing"},
    "terminal": SHELL | {"draft", "draft_file"},
    "draft": CORE | {"proof"},
    "draft_file": set(),
    "report": SHELL - {"report", "session"} | {"typesetting"},
    "course": SHELL - {"report", "course", "session"} | {"writing"},
    "proof": CORE | {"i18n"},
    "workbook": {"scenario", "i18n"},
    "engine": {"scenario"},
    "scenario": set(),
    "i18n": set(),
    "places": set(),
    "typesetting": set(),
    "writing": set(),
    "session": CORE | {"course"},
}
"""What each part of game/ may import of the others."""

FRONT_DOOR = {"desktop": CORE, "terminal": CORE, "session": CORE, "course": {"proof"}}
"""Where a part may use another only by what its package itself offers: the seam, never a module inside."""

TOOLKIT = {"canvas", "corners", "drawings", "frame", "lettering", "pictures", "sheet", "theme", "widgets"}
"""What the window's screens are made with: it knows no play; of the game it imports only itself and typesetting."""

ALONE = {"drawings", "lettering"}
"""What needs not even the rest of the toolkit."""

LIBRARIES = {
    "accesskit": {"desktop"},
    "cryptography": {"course"},
    "fontTools": {"report"},
    "fpdf": {"report"},
    "jinja2": {"report"},
    "numpy": {"proof", "course"},
    "openpyxl": {"workbook"},
    "psycopg": {"course"},
    "pygame": {"desktop"},
    "rich": {"terminal"},
    "sqlalchemy": {"course"},
    "truststore": {"course"},
    "urllib3": {"course"},
    "xlsxwriter": {"report"},
}
"""The libraries that only some parts may import."""

OUTSIDE = {
    "asyncio",
    "curses",
    "http",
    "shutil",
    "socket",
    "sqlite3",
    "subprocess",
    "tempfile",
    "time",
    "tkinter",
    "urllib",
}
PURE = {"engine": OUTSIDE, "proof": OUTSIDE, "draft": OUTSIDE}
"""What the parts that only compute leave to others: screens, disks, networks and clocks."""


def violations(game: Path) -> list[str]:
    """Each import under `game` that the house does not allow, as `file:line: what is wrong`."""
    found = []
    for file in sorted(game.rglob("*.py")):
        inside = file.relative_to(game)
        part = inside.parts[0].removesuffix(".py")
        if part not in BELOW:
            found.append(f"game/{inside.as_posix()}:1: {part} is no part of the house; give it a place in BELOW")
            continue
        for line, module in imports(file, game):
            if wrong := objection(part, module) or apart(inside, module):
                found.append(f"game/{inside.as_posix()}:{line}: {wrong}")
    return found


def objection(part: str, module: str) -> str:
    """Why a part may not import a module; empty where it may."""
    top, *inner = module.split(".")
    if top != "game":
        if part not in LIBRARIES.get(top, {part}):
            return f"{part} may not import {top}: only {' and '.join(sorted(LIBRARIES[top]))} may"
        return f"{part} is pure and may not import {top}" if top in PURE.get(part, ()) else ""
    if not inner or inner[0] == part:
        return ""
    if inner[0] not in BELOW[part]:
        return f"{part} may not import {module}: arrows point down only"
    if len(inner) > 1 and inner[0] in FRONT_DOOR.get(part, ()):
        return f"{part} may not import {module}: it knows game.{inner[0]} only by what the package itself offers"
    return ""


def apart(inside: Path, module: str) -> str:
    """Why a file of the window's toolkit may not import a module; empty for any other file, and where it may."""
    own = (*inside.parts, "")[1].removesuffix(".py")
    if inside.parts[0] != "desktop" or own not in TOOLKIT or not module.startswith("game"):
        return ""
    _, part, inner, *_ = (*module.split("."), "", "")
    if part == "typesetting" or (part == "desktop" and inner in ({own} if own in ALONE else TOOLKIT)):
        return ""
    return f"desktop/{own} may not import {module}: what draws knows no play, and no screen"


def imports(file: Path, game: Path) -> Iterator[tuple[int, str]]:
    """Line and full name of every module that a file imports, wherever in the file and by whatever form."""
    package = ["game", *file.relative_to(game).parent.parts]
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        match node:
            case ast.Import(names=names):
                yield from ((node.lineno, alias.name) for alias in names)
            case ast.ImportFrom(module=module, names=names, level=level):
                start = package[: len(package) - level + 1] if level else []
                base = ".".join([*start, module] if module else start)
                yield from ((node.lineno, imported(base, alias.name, game)) for alias in names)
            case ast.Call(
                func=ast.Name(id=called) | ast.Attribute(attr=called), args=[ast.Constant(value=str(name)), *_]
            ):
                if called in {"import_module", "__import__"}:
                    yield node.lineno, name


def imported(base: str, name: str, game: Path) -> str:
    """The module that `from base import name` is about: a module inside `base` where there is one of that name."""
    if base.partition(".")[0] != "game":
        return base
    place = game.joinpath(*base.split(".")[1:], name)
    return f"{base}.{name}" if place.is_dir() or place.with_suffix(".py").exists() else base


def test_every_import_follows_the_arrows() -> None:
    """No file of the game imports what lies above it, another shell, or a library that is not its own."""
    found = violations(ROOT / "game")
    assert not found, "\n" + "\n".join(found)


HOUSE = {
    "scenario/__init__.py": "",
    "scenario/records.py": "",
    "engine/__init__.py": "from game.engine.turn import choose\n",
    "engine/turn.py": "",
    "terminal/__init__.py": "",
    "desktop/app.py": "",
    "desktop/theme.py": "",
    "desktop/widgets/text.py": "",
    "course/__init__.py": "",
    "i18n/__init__.py": "",
    "places.py": "",
    "cli.py": "",
}
"""A small house in order, into which the tests below build one fault each."""


def built(folder: Path, changes: dict[str, str]) -> Path:
    """The folder of the small house with these files changed."""
    game = folder / "game"
    for name, text in (HOUSE | changes).items():
        (game / name).parent.mkdir(parents=True, exist_ok=True)
        (game / name).write_text(text, encoding="utf-8")
    return game


@pytest.mark.parametrize(
    ("file", "source"),
    [
        ("scenario/records.py", "import game.engine"),
        ("scenario/records.py", "from game import places"),
        ("scenario/records.py", "from game.i18n import words"),
        ("engine/turn.py", "import rich.table as t"),
        ("engine/turn.py", "def f():\n    import sqlalchemy"),
        ("engine/turn.py", "from game.course import store"),
        ("engine/turn.py", "from ..i18n import words"),
        ("engine/turn.py", "from .. import places"),
        ("engine/turn.py", "import time"),
        ("engine/turn.py", "from importlib import import_module\nimport_module('numpy')"),
        ("proof/smells.py", "import game.course"),
        ("proof/smells.py", "import pygame"),
        ("course/store.py", "from game.report import chart"),
        ("course/store.py", "import game.terminal"),
        ("report/chart.py", "import numpy as np"),
        ("report/chart.py", "import game.desktop"),
        ("terminal/talk.py", "from game.engine.turn import choose"),
        ("terminal/talk.py", "from game.engine import turn"),
        ("terminal/talk.py", "import game.scenario.records"),
        ("terminal/talk.py", "from game.desktop import app"),
        ("terminal/talk.py", "from game.cli import main"),
        ("desktop/app.py", "from game import terminal"),
        ("desktop/app.py", "from game.scenario import records"),
        ("desktop/app.py", "from rich import print"),
        ("desktop/widgets/text.py", "from game.engine import look"),
        ("desktop/widgets/text.py", "from game.report import charts"),
        ("desktop/widgets/text.py", "from game.i18n import words"),
        ("desktop/widgets/text.py", "from game.desktop import app"),
        ("desktop/sheet.py", "if True:\n    from game.course.attempt import Answers"),
        ("desktop/lettering/fonts.py", "from game.desktop.theme import BODY"),
        ("desktop/drawings/people.py", "import game.scenario"),
        ("cli.py", "import sqlalchemy"),
        ("places.py", "import game.engine"),
        ("draft.py", "import game.library"),
        ("draft.py", "from time import monotonic"),
        ("helpers.py", ""),
    ],
)
def test_a_fault_is_named_with_file_and_line(tmp_path: Path, file: str, source: str) -> None:
    """Whoever builds an arrow the wrong way is told in which file and on which line."""
    line = max(1, source.count("\n") + 1)
    assert [v.split(": ")[0] for v in violations(built(tmp_path, {file: source}))] == [f"game/{file}:{line}"]


@pytest.mark.parametrize(
    ("file", "source"),
    [
        ("engine/turn.py", "from game.scenario.records import Beat\nimport transitions, yaml, dataclasses"),
        ("engine/turn.py", "from . import turn\nfrom ..scenario import records"),
        ("proof/reach.py", "import numpy\nfrom game.engine.turn import choose\nfrom game.i18n import words"),
        ("course/store.py", "import sqlalchemy, sqlite3, time\nfrom game.places import scenarios"),
        ("report/page.py", "from game.course.store import attempts"),
        ("terminal/talk.py", "import rich\nfrom game.engine import begin, choose\nfrom game.scenario import load"),
        ("desktop/app.py", "import pygame, game.engine\nfrom game.report import chart"),
        (
            "desktop/widgets/text.py",
            "import pygame\nfrom game.desktop.theme import BODY\nfrom game.desktop import theme",
        ),
        ("desktop/screens/talk.py", "from game.engine import look\nfrom game.desktop.widgets import Text"),
        ("cli.py", "from game import terminal\nfrom game.engine.turn import choose\nimport game.desktop.app"),
        ("__main__.py", "from game.cli import main"),
    ],
)
def test_what_follows_the_arrows_is_let_through(tmp_path: Path, file: str, source: str) -> None:
    """Whoever builds downwards, through the front door and with their own libraries, hears nothing."""
    assert violations(built(tmp_path, {file: source})) == []
