"""The drawing as SVG: one file with all it needs, in light colours; within a page, light or dark as the system is."""

import re
from collections.abc import Iterator
from html import escape
from importlib.resources import files
from typing import Final

from game.report.boxes import Box
from game.report.cells import Cell
from game.report.curves import HEAD, Curve
from game.report.layout import Layout, layout
from game.report.legend import legend
from game.report.lettering import plain
from game.report.sheet import Drawing

_DARK: Final = re.compile(r"@media \(prefers-color-scheme: dark\) \{.*?\n\}\n", re.DOTALL)
_VARIABLE: Final = re.compile(r"\s*(--[\w-]+): (#\w+);")
_USE: Final = re.compile(r"var\((--[\w-]+)\)")
MARGIN: Final = 28.0
THINNEST: Final = 1.2
BROADEST: Final = 8.0
"""How much wider than the thinnest a line is that every play takes."""


def safe(text: str) -> str:
    """Return text that stays text wherever it stands in a drawing or a page."""
    return escape(plain(text), quote=True)


def picture(drawing: Drawing) -> str:
    """Return the whole SVG file."""
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + svg(drawing, alive=False) + "\n"


def svg(drawing: Drawing, alive: bool) -> str:
    """Return the SVG element; `alive` for a page in which beats can be opened by keyboard."""
    placed = layout(drawing)
    head, high, wide = legend(drawing, titled=not alive)
    width, height = max(placed.width, wide) + 2 * MARGIN, placed.height + high + 2 * MARGIN
    left = MARGIN + max(0.0, wide - placed.width) / 2
    title = safe(drawing.title())
    role = "graphics-document" if alive else "img"
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.0f}" height="{height:.0f}"'
            f' viewBox="0 0 {width:.0f} {height:.0f}" role="{role}" lang="{drawing.words.language}"'
            f' aria-label="{title}">',
            f"<title>{title}</title>",
            f"<style>{styles() if alive else plain_styles()}</style>",
            '<defs><pattern id="hatch" width="9" height="9"'
            ' patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
            '<rect class="hatch-ground" width="9" height="9"/><line class="hatch-line" x1="0" y1="0" x2="0" y2="9"/>'
            "</pattern></defs>",
            f'<rect class="ground" width="{width:.0f}" height="{height:.0f}"/>',
            f'<g transform="translate({MARGIN:.0f},{MARGIN:.0f})">{head}</g>',
            f'<g transform="translate({left:.1f},{MARGIN + high:.1f})">',
            *_lines(drawing, placed),
            *_boxes(drawing, placed, alive),
            "</g></svg>",
        ]
    )


def styles() -> str:
    """Return the style sheet of drawings."""
    return files("game.report").joinpath("drawing.css").read_text(encoding="utf-8")


def plain_styles() -> str:
    """Return the style sheet with its light colours written out: word processors know no variables, and show black."""
    light, rules = _DARK.split(styles())
    rules = re.sub(r"(?m)^[^{\n]*:hover.*\n", "", rules)
    colours = dict(_VARIABLE.findall(light))
    return _VARIABLE.sub("", light) + _USE.sub(lambda used: colours[used[1]], rules)


def thickness(share: float) -> float:
    """Return how wide the line of an edge is that this share of random plays took."""
    return THINNEST + BROADEST * share


def _lines(drawing: Drawing, placed: Layout) -> Iterator[str]:
    """Yield the edges: the best way's glow first, so that it lies below all lines; the wide lines below the thin."""
    for curve in placed.curves:
        if curve.edge.key in drawing.way.edges:
            width = thickness(drawing.share(curve.edge)) + 7
            yield f'<path class="glow" d="{curve.path}" stroke-width="{width:.1f}"/>'
    for curve in sorted(placed.curves, key=lambda one: -drawing.share(one.edge)):
        yield _line(drawing, curve)


def _line(drawing: Drawing, curve: Curve) -> str:
    edge = curve.edge
    kinds = ["edge", edge.kind]
    kinds += ["best"] if edge.key in drawing.way.edges else []
    kinds += ["unreached"] if drawing.marked(drawing.edge_state(edge)) else []
    x, y = curve.tip
    half = HEAD / 2 + 0.5
    if curve.points == "down":
        head = f"M{x - half:.1f},{y - HEAD:.1f}h{2 * half:.1f}L{x:.1f},{y:.1f}z"
    else:
        head = f"M{x + HEAD:.1f},{y - half:.1f}v{2 * half:.1f}L{x:.1f},{y:.1f}z"
    return (
        f'<g class="{" ".join(kinds)}"><title>{safe(told(drawing, curve))}</title>'
        f'<path class="reach" d="{curve.path}"/>'
        f'<path class="line" d="{curve.path}" stroke-width="{thickness(drawing.share(edge)):.1f}"/>'
        f'<path class="head" d="{head}"/></g>'
    )


def told(drawing: Drawing, curve: Curve) -> str:
    """Return what an edge is, in words: from where to where, under which condition, and how often."""
    edge, words = curve.edge, drawing.words
    name = words("graph.interrupt") if edge.kind == "interrupt" else f"{edge.source} / {edge.response}"
    to = words("graph.back") if edge.kind == "back" else edge.target
    count = drawing.traffic.edges[edge.key]
    often = drawing.often(count, drawing.edge_state(edge))
    when = drawing.when(edge)
    return f"{name} → {to}" + (f" ({when})" if when else "") + f" · {often}"


def _boxes(drawing: Drawing, placed: Layout, alive: bool) -> Iterator[str]:
    for number, (box, x, y) in enumerate(placed.boxes.values()):
        yield _box(drawing, box, x, y, f' id="n{number}"{_role(drawing, box, number) if alive else ""}')


def _role(drawing: Drawing, box: Box, number: int) -> str:
    """Return what lets a box be opened by mouse and keyboard; only boxes with more to read than they show."""
    if box.node.kind == "back":
        return ""
    name, about = box.node.name, ""
    if box.node.kind == "interrupt":
        name, about = drawing.words("graph.interrupt"), drawing.anytime(box.node)
    elif box.node.kind == "dead-end":
        name, about = drawing.words("graph.dead_end"), drawing.words("graph.dead_end_about")
    else:
        about = drawing.words_of(box.node)
    return f' data-read="r{number}" tabindex="0" role="button" aria-label="{safe(f"{name}: {about}")}"'


def _box(drawing: Drawing, box: Box, x: float, y: float, role: str) -> str:
    node = box.node
    kinds = ["node", node.kind]
    if node.kind == "beat":
        kinds.append(drawing.graph.scenario.beats[node.name].kind)
    if node.kind == "ending" and drawing.graph.scenario.endings[node.name].lost:
        kinds.append("lost")
    kinds += ["best"] if node.key in drawing.way.nodes else []
    kinds += ["unreached"] if drawing.marked(drawing.node_state(node)) else []
    corner = 8 if node.kind == "beat" else min(22, box.height / 2)
    parts = [
        f'<g class="{" ".join(kinds)}" transform="translate({x:.1f},{y:.1f})"{role}>',
        f'<rect class="box" width="{box.width:.1f}" height="{box.height:.1f}" rx="{corner:.0f}"/>',
    ]
    if node.kind == "beat":
        parts.append(f'<path class="kind" d="M0,8a8,8 0 0 1 8,-8H{box.width - 8:.1f}a8,8 0 0 1 8,8z"/>')
    parts += [_cell(drawing, cell) for cell in box.cells]
    parts += [text(one.x, one.y, one.text, one.style, one.anchor) for one in box.labels]
    return "".join([*parts, "</g>"])


def _cell(drawing: Drawing, cell: Cell) -> str:
    kinds = ["cell"]
    kinds += ["best"] if (cell.beat, cell.response) in drawing.way.picks else []
    kinds += ["unreached"] if drawing.marked(drawing.pick_state(cell.beat, cell.response)) else []
    size = f'x="{cell.x:.1f}" y="{cell.y:.1f}" width="{cell.width:.1f}" height="{cell.height:.1f}"'
    foot = cell.y + cell.height - cell.strip
    strip = [f'<path class="strip" d="M{cell.x:.1f},{foot:.1f}h{cell.width:.1f}"/>'] if cell.strip else []
    labels = [text(one.x, one.y, one.text, one.style, one.anchor) for one in cell.labels]
    return "".join([f'<g class="{" ".join(kinds)}"><rect {size} rx="5"/>', *strip, *labels, "</g>"])


def text(x: float, y: float, said: str, style: str, anchor: str = "start") -> str:
    """Return one line of text."""
    at = "" if anchor == "start" else f' text-anchor="{anchor}"'
    return f'<text x="{x:.1f}" y="{y:.1f}" class="{style}"{at}>{safe(said)}</text>'
