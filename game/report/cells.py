"""The responses of a beat as cells of its box: each with its words, its condition, and a port for each way on."""

from collections.abc import Iterator
from typing import Final, Literal

from msgspec import Struct
from msgspec.structs import replace

from game.report.graph import Edge
from game.report.lettering import clip, width, wrap
from game.report.sheet import Drawing
from game.report.walk import SILENCE, Key

CELL: Final = 168.0
WIDEST: Final = 250.0
PORT: Final = 74.0
WIDEST_PORT: Final = 190.0
OFTEN: Final = 62.0
"""How much room the share of a response's picks takes beside its name."""
CELL_GAP: Final = 8.0
SIDE: Final = 8.0
ROW: Final = 14.5


class Label(Struct, frozen=True):
    """A line of text in a box; `style` is its class."""

    x: float
    y: float
    text: str
    style: str
    anchor: Literal["start", "middle", "end"] = "start"


class Cell(Struct, frozen=True):
    """A response in its beat's box. `strip` is how high its row of ports is; `ports` are the ways on, from its left."""

    beat: str
    response: str
    width: float
    height: float
    labels: tuple[Label, ...]
    ports: dict[Key, float]
    strip: float = 0
    x: float = 0
    y: float = 0

    def at(self, x: float, y: float, height: float) -> "Cell":
        """Return the cell where it belongs in its box, as high as its neighbours; its ports stay at its foot."""
        foot = height - self.height
        labels = [
            Label(x + one.x, y + one.y + (foot if one.style == "port" else 0), one.text, one.style, one.anchor)
            for one in self.labels
        ]
        return replace(self, x=x, y=y, height=height, labels=tuple(labels))


def beat_cells(drawing: Drawing, beat: str) -> tuple[tuple[Cell, ...], float]:
    """Return the cells of a beat in the order of the file, silence last, and the height of the highest."""
    edges: dict[str, list[Edge]] = {}
    for edge in drawing.graph.leaving(beat):
        edges.setdefault(edge.response, []).append(edge)
    cells = tuple(_cell(drawing, beat, response, ways) for response, ways in edges.items())
    return cells, max((cell.height for cell in cells), default=0)


def _cell(drawing: Drawing, beat: str, response: str, ways: list[Edge]) -> Cell:
    name = _name(drawing, beat, response)
    strip = _ports(drawing, ways)
    wide = max(CELL, sum(room for *_, room in strip), min(WIDEST, width(name, 12) + OFTEN + 2 * SIDE + 1))
    labels = [Label(SIDE, 16, clip(name, 12, wide - 2 * SIDE - OFTEN), "id")]
    often = drawing.traffic.picks[beat, response]
    if response:
        state = drawing.shortly(often, drawing.pick_state(beat, response))
        labels.append(Label(wide - SIDE, 16, state, "often", "end"))
    lines = list(_lines(drawing, beat, response, wide - 2 * SIDE))
    labels += [Label(SIDE, 34 + ROW * row, line, style) for row, (line, style) in enumerate(lines)]
    height = 34 + ROW * len(lines)
    deepest = max(len(told) for _, told, _ in strip)
    ports, left, rest = {}, 0.0, wide - sum(room for *_, room in strip)
    for key, told, room in strip:
        middle = left + (room + rest / len(strip)) / 2
        left, ports[key] = left + room + rest / len(strip), middle
        labels += [Label(middle, height + 14 + 13 * row, line, "port", "middle") for row, line in enumerate(told)]
    foot = 13.0 * deepest + 8 if deepest else 0.0
    return Cell(beat, response, wide, height + foot, tuple(labels), ports, foot)


def _name(drawing: Drawing, beat: str, response: str) -> str:
    """Return the name of a response, with a star and the turns where it is on the best way."""
    turns = drawing.way.picks.get((beat, response), ())
    star = "★" + ",".join(map(str, turns)) + " " if turns else ""
    return star + (
        drawing.words("graph.silence_id") if response == SILENCE else response or drawing.words("graph.dead_end")
    )


def _lines(drawing: Drawing, beat: str, response: str, room: float) -> Iterator[tuple[str, str]]:
    """Yield the first words of a response and its condition, line by line with their styles."""
    if response == SILENCE:
        yield from ((line, "say") for line in wrap(drawing.words("graph.silence"), 12, room, 3))
        return
    for one in drawing.graph.scenario.beats[beat].responses:
        if one.id == response:
            yield from ((line, "say") for line in wrap(drawing.told(one.say), 12, room, 3))
            yield from ((line, "guard") for line in wrap(drawing.guard(one), 11.5, room, 4))


def _ports(drawing: Drawing, ways: list[Edge]) -> list[tuple[Key, tuple[str, ...], float]]:
    """Return each way on with what is written at its port, and the room that this takes."""
    ports = []
    for edge in ways:
        told = drawing.when(edge)
        room = min(WIDEST_PORT, max(PORT, width(told, 11) / 2.2 + 16))
        ports.append((edge.key, wrap(told, 11, room - 10, 4), room))
    return ports
