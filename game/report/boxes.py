"""The boxes of the drawing: what is written in each, how large it is, and where its edges leave it."""

from typing import Final

from msgspec import Struct

from game.report.cells import CELL_GAP, Cell, Label, beat_cells
from game.report.graph import Node
from game.report.lettering import clip, width, wrap
from game.report.sheet import Drawing
from game.report.walk import Key

PAD: Final = 12.0
NARROWEST: Final = 300.0
LINE: Final = 17.0
TALL: Final = 50.0
"""How far below its top a box's second row begins."""


class Box(Struct, frozen=True):
    """A node as a box. Everything in it is placed from its own top left; `ports` are where edges leave its bottom."""

    node: Node
    width: float
    height: float
    labels: tuple[Label, ...]
    cells: tuple[Cell, ...] = ()
    ports: dict[Key, float] = {}


def boxes(drawing: Drawing) -> dict[str, Box]:
    """Return the box of every node, by key."""
    return {key: _box(node, drawing) for key, node in drawing.graph.nodes.items()}


def _box(node: Node, drawing: Drawing) -> Box:
    if node.kind == "beat":
        return _beat(node, drawing)
    if node.kind == "ending":
        return _ending(node, drawing)
    return _pill(node, drawing)


def _beat(node: Node, drawing: Drawing) -> Box:
    """Return the box of a beat: its name, what is said, and its responses side by side."""
    cells, height = beat_cells(drawing, node.name)
    inner = max(NARROWEST - 2 * PAD, sum(cell.width + CELL_GAP for cell in cells) - CELL_GAP)
    labels = _heading(node, drawing, inner)
    said = wrap(drawing.words_of(node), 13, inner, 2)
    labels += [Label(PAD, TALL + LINE * row, line, "says") for row, line in enumerate(said)]
    top = TALL + LINE * len(said) - 4
    placed, left = [], PAD
    ports: dict[Key, float] = {}
    for cell in cells:
        moved = cell.at(left, top, height)
        placed.append(moved)
        ports |= {key: left + x for key, x in cell.ports.items()}
        left += cell.width + CELL_GAP
    return Box(node, inner + 2 * PAD, top + height + PAD, tuple(labels), tuple(placed), ports)


def _heading(node: Node, drawing: Drawing, inner: float) -> list[Label]:
    """Return the first row of a beat or an ending: its name at the left, what it is and how often at the right."""
    mark = "★ " if node.key in drawing.way.nodes else ""
    if node.kind == "ending" and drawing.graph.scenario.endings[node.name].lost:
        mark += "✕ "
    name = clip(mark + node.name, 14, inner * 0.52)
    labels = [
        Label(PAD, 25, name, "name"),
        Label(PAD + inner, 19, clip(drawing.where(node), 11, inner * 0.46), "where", "end"),
    ]
    state = drawing.often(drawing.traffic.nodes[node.key], drawing.node_state(node))
    return [*labels, Label(PAD + inner, 32, clip(state, 11, inner - width(name, 14) - PAD), "often", "end")]


def _ending(node: Node, drawing: Drawing) -> Box:
    inner = NARROWEST - 2 * PAD
    said = wrap(drawing.words_of(node), 13, inner, 3)
    labels = [
        *_heading(node, drawing, inner),
        *(Label(PAD, TALL + LINE * row, line, "says") for row, line in enumerate(said)),
    ]
    return Box(node, NARROWEST, TALL + LINE * len(said), tuple(labels))


def _pill(node: Node, drawing: Drawing) -> Box:
    """Return the small box of an interrupt, of a way back or of the dead end: a title and what explains it."""
    words = drawing.words
    if node.kind == "interrupt":
        title, about = "⚡ " + words("graph.interrupt"), words("graph.if", condition=drawing.anytime(node))
    elif node.kind == "back":
        title, about = "↩ " + words("graph.back"), words("graph.back_about")
    else:
        title, about = "✕ " + words("graph.dead_end"), words("graph.dead_end_about")
    inner = 236.0 if node.kind == "interrupt" else 206.0
    labels = [Label(PAD, 21, line, "pill") for line in wrap(title, 13, inner, 1)]
    lines = [*wrap(about, 12, inner, 4)]
    if node.kind == "dead-end":
        lines += [line for told in drawing.some_stuck() for line in wrap(told, 12, inner, 3)]
    labels += [Label(PAD, 38 + 15 * row, line, "guard") for row, line in enumerate(lines)]
    middle = inner / 2 + PAD
    height = 32 + 15 * len(lines)
    state = drawing.node_state(node)
    missed = wrap(drawing.missed(state), 11, inner, 2) if state != "met" else ()
    labels += [Label(PAD, height + 6 + 14 * row, line, "often") for row, line in enumerate(missed)]
    height += 14 * len(missed)
    return Box(
        node, inner + 2 * PAD, height, tuple(labels), (), {edge.key: middle for edge in drawing.graph.leaving(node.key)}
    )
