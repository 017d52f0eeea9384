"""What screen readers are told of a screen: each node under a number that it keeps, in the words of AccessKit."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from pygame import Rect

from game.desktop.sheet import Node, Role
from game.desktop.widgets.field import Typing

ROLES: Final[Mapping[Role, str]] = {
    "heading": "HEADING",
    "text": "LABEL",
    "button": "BUTTON",
    "choice": "RADIO_BUTTON",
    "switch": "SWITCH",
    "field": "TEXT_INPUT",
    "link": "LINK",
    "image": "IMAGE",
    "meter": "METER",
    "timer": "TIMER",
    "group": "GROUP",
    "status": "STATUS",
    "speech": "LABEL",
    "row": "LIST_ITEM",
}
"""AccessKit's name of each role of ours."""
SAID_AT_ONCE: Final[tuple[Role, ...]] = ("status", "speech")
"""What is read out as soon as it is there, without anybody going to it."""
PRESSED: Final[tuple[Role, ...]] = ("button", "choice", "switch", "link", "row")
"""What cannot stand at a value: there ours is what is said after the name."""
ROOT: Final = 0
Mark = tuple[Role, str, int]
"""What a node is known by from one view to the next: its role, its key or else its label, and the how-manieth it is."""


@dataclass(frozen=True, slots=True)
class Told:
    """A node of the screen under its number. `many` says of a field that Enter begins a line in it."""

    id: int
    node: Node
    typing: bool = False
    many: bool = False

    def told(self) -> dict[str, Any]:
        """Return what is told of it: `role`, `bounds`, and whatever else is another than usual."""
        node, rect = self.node, self.node.rect
        bounds = tuple(float(edge) for edge in (rect.left, rect.top, rect.right, rect.bottom))
        told: dict[str, Any] = {"role": ROLES[node.role], "bounds": bounds, **self._words()}
        if self.many:
            told["role"] = "MULTILINE_TEXT_INPUT"
        if node.key:
            told["author_id"] = node.key
            told["actions"] = ("FOCUS", "SCROLL_INTO_VIEW", "SET_VALUE") if self.typing else ("FOCUS", "CLICK")
        if node.role in ("choice", "switch") or node.selected:
            told["toggled"] = node.selected
        if not node.enabled:
            told["disabled"] = True
        if node.role in SAID_AT_ONCE:
            told["live"] = True
        return told

    def _words(self) -> dict[str, str]:
        """Return what is said of it: running text is a value, everything else has a name, and may have a value."""
        node = self.node
        if ROLES[node.role] == "LABEL":
            return {"value": node.label}
        words = {"label": node.label}
        if node.role in PRESSED and node.value:
            words["description"] = node.value
        elif node.value or self.typing:
            words["value"] = node.value
        return words


@dataclass(frozen=True, slots=True)
class Root:
    """The window that all the others lie in."""

    title: str
    language: str
    children: tuple[int, ...]
    id: int = ROOT

    def told(self) -> dict[str, Any]:
        """Return what is told of it."""
        return {"role": "WINDOW", "label": self.title, "language": self.language, "children": list(self.children)}


@dataclass(frozen=True, slots=True)
class View:
    """What a reader can know of the screen at one moment. It does not change any more."""

    root: Root
    nodes: tuple[Told, ...]
    focus: int
    """The number of what has the keyboard; that of the window where nothing has."""
    numbers: Mapping[Mark, int]
    next: int
    """The number that is free."""


def view(
    nodes: Iterable[Node], focus: str, typing: Mapping[str, object], title: str, language: str,
    before: View | None = None,
) -> View:  # fmt: skip
    """Return what is told of these nodes. What was there `before` keeps its number; no number is given twice."""
    free = ROOT + 1 if before is None else before.next
    seen: Counter[tuple[Role, str]] = Counter()
    numbers: dict[Mark, int] = {}
    told = []
    for node in nodes:
        known = (node.role, node.key or node.label)
        mark = (*known, seen[known])
        seen[known] += 1
        number = None if before is None else before.numbers.get(mark)
        if number is None:
            number, free = free, free + 1
        numbers[mark] = number
        field = typing.get(node.key) if node.key else None
        many = isinstance(field, Typing) and field.many
        told.append(Told(number, _kept(node), node.key in typing and bool(node.key), many))
    at = next((one.id for one in told if focus and one.node.key == focus), ROOT)
    root = Root(title, {"zh": "zh-Hans"}.get(language, language), tuple(one.id for one in told))
    return View(root, tuple(told), at, numbers, free)


def _kept(node: Node) -> Node:
    """Return a node whose rectangle nobody else can move."""
    return replace(node, rect=Rect(node.rect))


def changed(now: View, before: View | None) -> tuple[Root | Told, ...]:
    """Return what is another than before, or new: the window first. All there is where there was nothing before."""
    if before is None:
        return (now.root, *now.nodes)
    old = {one.id: one for one in before.nodes}
    root = () if now.root == before.root else (now.root,)
    return (*root, *(one for one in now.nodes if old.get(one.id) != one))
