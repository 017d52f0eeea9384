"""What a screen is made of, before anyone decides how it looks: plain values that a paper turns into lines."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Style = Literal["", "title", "customer", "trainee", "good", "bad", "quiet", "strong"]


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of a screen."""

    text: str


@dataclass(frozen=True, slots=True)
class Section:
    """The title of a part of a screen."""

    text: str


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph; its lines begin `indent` cells from the left."""

    text: str
    style: Style = ""
    indent: int = 0


@dataclass(frozen=True, slots=True)
class Entry:
    """A paragraph that begins with a mark (a number, a name); its further lines hang below the text, or at `hang`."""

    mark: str
    text: str
    style: Style = "strong"
    indent: int = 0
    hang: int | None = None


@dataclass(frozen=True, slots=True)
class Scale:
    """A zone of 0 to 10, the dot of what is perceived, and what stands `beside` it; `told` says it all in words."""

    label: str
    adequate: int
    desired: int
    perceived: int
    beside: str
    told: str


@dataclass(frozen=True, slots=True)
class Bar:
    """A number out of `top` as a bar; `hot` says that more is worse."""

    label: str
    value: int
    top: int
    beside: str
    told: str
    hot: bool = False


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars and zones below each other, their labels aligned; the `legend` says how a drawing is read."""

    rows: tuple[Scale | Bar, ...]
    legend: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table. `told` says it in words; `below` are lines under its wide cell; `group` is a title over it."""

    cells: tuple[str, ...]
    told: str
    style: Style = ""
    below: tuple[Para | Entry, ...] = ()
    group: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows in columns; the column `wide` (from 0) takes what is left of the width and wraps. Numbers stand right."""

    head: tuple[str, ...]
    rows: tuple[Row, ...]
    wide: int
    numbers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Gap:
    """An empty line."""


Block = Heading | Section | Para | Entry | Chart | Table | Gap
Page = Sequence[Block]
