"""Drawing changes nothing: what a screen shows is worked out from what it is, as often as anyone looks."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

DESKTOP = Path(__file__).resolve().parents[2] / "game" / "desktop"
DRAWS = {"view", "width", "height", "place", "_paint"}
"""What lays out and paints, by name; so does every function that is given a screen and returns widgets."""
SHOWN = {"self", "screen", "sitting", "frame", "canvas"}
"""What they are given to show, and must leave alone. A sheet is what they make, so they write on it."""
DEEDS = {"hear", "change", "open", "replace", "back", "leave"}


def changes(source: str) -> list[tuple[int, str]]:
    """Line and name of whatever a function that draws does to what it shows; what it keeps in a dict is no change."""
    found = []
    for function in ast.walk(ast.parse(source)):
        if isinstance(function, ast.FunctionDef) and _draws(function):
            found += [(node.lineno, f"{function.name} changes {ast.unparse(node)}") for node in _changed(function)]
    return found


def _draws(function: ast.FunctionDef) -> bool:
    returns = "" if function.returns is None else ast.unparse(function.returns)
    given = {argument.arg for argument in function.args.args}
    return function.name in DRAWS or ("screen" in given and "Widget" in returns)


def _changed(function: ast.FunctionDef) -> Iterator[ast.Attribute]:
    called = {node.func for node in ast.walk(function) if isinstance(node, ast.Call)}
    for node in ast.walk(function):
        if not isinstance(node, ast.Attribute) or _root(node) not in SHOWN:
            continue
        if not isinstance(node.ctx, ast.Load) or (node in called and node.attr in DEEDS):
            yield node


def _root(node: ast.expr) -> str:
    while isinstance(node, ast.Attribute):
        node = node.value
    return node.id if isinstance(node, ast.Name) else ""


def test_no_screen_and_no_widget_changes_anything_by_being_drawn() -> None:
    """However often a screen is laid out and painted, it stays as it was, and so do settings and play."""
    files = sorted(DESKTOP.rglob("*.py"))
    found = [f"{file.relative_to(DESKTOP)}:{line}: {what}" for file in files for line, what in changes(_read(file))]
    assert len(files) > 80
    assert not found, "\n" + "\n".join(found)


def _read(file: Path) -> str:
    return file.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "fault",
    [
        "def view(self, frame):\n    self.seen = True",
        "def _paint(self, canvas, rect):\n    self.count += 1",
        "def place(self, frame, rect, sheet):\n    frame.hand.focus = ''",
        "def _bar(screen: Talk) -> Widget:\n    screen.sitting.settings = None",
        "def _bar(screen: Talk) -> 'list[Widget]':\n    screen.sitting.change(motion=False)",
    ],
)
def test_who_changes_something_while_drawing_is_named(fault: str) -> None:
    """A line that changes what it shows is found, in a screen, a widget or a function beside them."""
    assert [line for line, _ in changes(fault)] == [2]
