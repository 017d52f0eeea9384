"""What can be pressed: buttons, cards, switches, a choice of several."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from pygame import Rect

from game.desktop.canvas import Canvas
from game.desktop.frame import Frame, inset
from game.desktop.sheet import Role, Sheet
from game.desktop.theme import BODY, Colour
from game.desktop.widgets.marks import Icon
from game.desktop.widgets.text import Ink, Text
from game.desktop.widgets.widget import Widget

Kind = Literal["plain", "main", "quiet"]
LEAST = 40
"""A button is at least so many units high: a finger or an unsteady hand has to hit it."""


@dataclass(frozen=True, slots=True)
class Press:
    """A widget that can be pressed as a whole. `label` is what screen readers say; `told`: the child is silent."""

    key: str
    message: object
    child: Widget
    label: str
    value: str = ""
    kind: Literal["card", "row", "main", "quiet"] = "card"
    role: Role = "button"
    enabled: bool = True
    selected: bool = False
    radius: float = 10

    def width(self, frame: Frame) -> int:
        return self.child.width(frame)

    def height(self, frame: Frame, width: int) -> int:
        return self.child.height(frame, width)

    def place(self, frame: Frame, rect: Rect, sheet: Sheet) -> None:
        if self.enabled:
            sheet.press(rect, self.key, self.message, self._paint)
        else:
            sheet.paint(rect, self._paint)
        key = self.key if self.enabled else ""
        sheet.tell(self.role, self.label, rect, value=self.value, key=key, enabled=self.enabled, selected=self.selected)
        told = len(sheet.nodes)
        self.child.place(frame, rect, sheet)
        del sheet.nodes[told:]  # the label says it all

    def _paint(self, canvas: Canvas, rect: Rect) -> None:
        canvas.fill(rect, self._ground(canvas), radius=self.radius, line=self._edge(canvas))

    def _ground(self, canvas: Canvas) -> Colour:
        theme = canvas.theme
        hover, held = self.enabled and canvas.hover == self.key, self.enabled and canvas.held == self.key
        if self.kind == "main" and self.enabled:
            return _mixed(theme.accent, theme.ink, 0.22 if held else 0.12 if hover else 0)
        if held or self.selected:
            return theme.pressed
        if hover:
            return theme.raised
        return theme.ground if self.kind == "quiet" else theme.panel

    def _edge(self, canvas: Canvas) -> Colour | None:
        theme = canvas.theme
        if self.selected:
            return theme.accent
        if self.kind == "main":
            return None
        return theme.line if self.kind in ("row", "quiet") or not self.enabled else theme.edge


def _mixed(one: Colour, other: Colour, share: float) -> Colour:
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


@dataclass(frozen=True, slots=True)
class Centred:
    """A widget in the middle of its place, at its own width."""

    child: Widget
    least: float = 0

    def width(self, frame: Frame) -> int:
        return self.child.width(frame)

    def height(self, frame: Frame, width: int) -> int:
        return max(frame.px(self.least), self.child.height(frame, min(width, self.child.width(frame))))

    def place(self, frame: Frame, rect: Rect, sheet: Sheet) -> None:
        width = min(rect.width, self.child.width(frame))
        height = min(rect.height, self.child.height(frame, width))
        left, top = (rect.width - width) // 2, (rect.height - height) // 2
        self.child.place(frame, Rect(rect.left + left, rect.top + top, width, height), sheet)


def button(
    key: str, label: str, message: object, *, kind: Kind = "plain", icon: str = "", enabled: bool = True,
    hint: str = "", size: float = BODY, selected: bool = False, role: Role = "button",
) -> Press:  # fmt: skip
    """Return a button with words, an icon before them where one is named; `hint` is what its key on the keyboard is."""
    from game.desktop.widgets.boxes import Pad, Row

    ink: Ink = "on_accent" if kind == "main" and enabled else "ink" if enabled else "quiet"
    parts: list[Widget] = [Icon(icon, size + 2, ink)] if icon else []
    if label:
        parts.append(Text(label, size, ink, role=None, align="centre"))
    if hint:
        parts.append(Text(hint, size - 4, "on_accent" if kind == "main" else "quiet", role=None))
    inside = Pad(Row(parts, gap=8), 14, 7)
    look: Literal["card", "main", "quiet"] = {"plain": "card", "main": "main", "quiet": "quiet"}[kind]  # type: ignore[assignment]
    return Press(
        key,
        message,
        Centred(inside, LEAST),
        label or key,
        hint,
        kind=look,
        enabled=enabled,
        selected=selected,
        role=role,
    )


def icon_button(key: str, label: str, message: object, icon: str, *, selected: bool = False) -> Press:
    """Return a square button with nothing but an icon; `label` is what it is called."""
    from game.desktop.widgets.boxes import Pad

    inside = Centred(Pad(Icon(icon, 22, "ink"), 9, 9), LEAST)
    return Press(key, message, inside, label, kind="quiet", selected=selected)


def segments(
    key: str, options: Sequence[tuple[str, str]], chosen: str, message: type, *, size: float = BODY, of: str = ""
) -> Widget:  # fmt: skip
    """Return a choice of one of several: (id, label) each; it sends `message(key, id)`. `of` is what is chosen, for
    those who hear only the one that they are at."""
    from game.desktop.widgets.boxes import Wrap

    buttons = [
        button(f"{key}.{id_}", label, message(key, id_), selected=id_ == chosen, role="choice", size=size, icon="check")
        if id_ == chosen
        else button(f"{key}.{id_}", label, message(key, id_), role="choice", size=size)
        for id_, label in options
    ]
    return Wrap([replace(one, value=of) for one in buttons], 8)


def focus_ring(canvas: Canvas, rect: Rect) -> None:
    """Draw the line around what has the focus."""
    around = inset(rect, -canvas.px(3), -canvas.px(3))
    canvas.outline(around, canvas.theme.ground, radius=13, width=5)
    canvas.outline(around, canvas.theme.focus, radius=13, width=3)
