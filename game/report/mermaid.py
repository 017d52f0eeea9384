"""The drawing as a Mermaid flowchart, for pages that draw it themselves."""

from collections.abc import Iterator
from typing import Final

from game.report.graph import Edge, Node
from game.report.lettering import plain, wrap
from game.report.sheet import Drawing
from game.report.walk import SILENCE

AS_IT_IS: Final = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 ,.!?'-")
OWN_MARKS: Final = frozenset("ﬂ°¶ß")
"""What Mermaid itself puts into texts for a while to stand for an entity."""
SHAPES: Final = {
    "beat": ("[", "]"),
    "ending": ("([", "])"),
    "dead-end": ("{{", "}}"),
    "interrupt": ("{{", "}}"),
    "back": ("((", "))"),
}
CLASSES: Final = (
    "  classDef best stroke-width:4px",
    "  classDef unreached stroke-dasharray:4 4",
    "  classDef lost stroke-dasharray:2 2",
)


def label(text: str) -> str:
    """Return text as it can stand between the quotes of a label: what Mermaid reads as its own becomes an entity."""
    return "".join(one if _harmless(one) else f"#{ord(one)};" for one in plain(text))


def _harmless(sign: str) -> bool:
    return sign in AS_IT_IS or (ord(sign) > 0xA0 and sign not in OWN_MARKS)


def mermaid(drawing: Drawing) -> str:
    """Return the whole flowchart; node and edge labels hold every text of the drawing as plain words."""
    ids = {key: f"n{number}" for number, key in enumerate(drawing.graph.nodes)}
    lines = ["flowchart TD"]
    lines += [_node(drawing, node, ids[node.key]) for node in drawing.graph.nodes.values()]
    lines += [_edge(drawing, edge, ids) for edge in drawing.graph.edges]
    lines += [*CLASSES, *_classes(drawing, ids), *_widths(drawing)]
    about = "<br/>".join(map(label, _head(drawing)))
    lines.append(f'  legend["{about}"]')
    return "\n".join(lines) + "\n"


def _head(drawing: Drawing) -> Iterator[str]:
    yield drawing.title()
    yield drawing.estimate()
    if drawing.best():
        yield drawing.best()
    if drawing.unreached():
        yield drawing.unreached()


def _node(drawing: Drawing, node: Node, id_: str) -> str:
    words = drawing.words
    if node.kind == "interrupt":
        parts = ["⚡ " + words("graph.interrupt"), words("graph.if", condition=drawing.anytime(node))]
    elif node.kind == "back":
        parts = ["↩ " + words("graph.back")]
    elif node.kind == "dead-end":
        parts = ["✕ " + words("graph.dead_end"), *drawing.some_stuck()]
    else:
        mark = "★ " if node.key in drawing.way.nodes else ""
        parts = [f"{mark}{node.name} · {drawing.where(node)}", *wrap(drawing.words_of(node), 12, 260, 2)]
    if (state := drawing.node_state(node)) != "met":
        parts.append(drawing.missed(state))
    opening, closing = SHAPES[node.kind]
    return f'  {id_}{opening}"{"<br/>".join(map(label, parts))}"{closing}'


def _edge(drawing: Drawing, edge: Edge, ids: dict[str, str]) -> str:
    arrow = "-.->" if edge.kind == "interrupt" else "==>" if edge.key in drawing.way.edges else "-->"
    told = "<br/>".join(map(label, _parts(drawing, edge)))
    between = f'|"{told}"|' if told else ""
    return f"  {ids[edge.source]} {arrow}{between} {ids[edge.target]}"


def _parts(drawing: Drawing, edge: Edge) -> Iterator[str]:
    """Yield what is written at an edge: the response, its first words, its conditions, and how often it was taken."""
    if edge.kind == "interrupt":
        return
    turns = drawing.way.picks.get((edge.source, edge.response), ()) if edge.key in drawing.way.edges else ()
    star = "★" + ",".join(map(str, turns)) + " " if turns else ""
    yield star + (drawing.words("graph.silence_id") if edge.response == SILENCE else edge.response)
    for response in drawing.graph.scenario.beats[edge.source].responses:
        if response.id == edge.response:
            yield from wrap(drawing.told(response.say), 12, 190, 1)
            if response.when is not None:
                yield drawing.guard(response)
    if when := drawing.when(edge):
        yield when
    yield drawing.shortly(drawing.traffic.edges[edge.key], drawing.edge_state(edge))


def _classes(drawing: Drawing, ids: dict[str, str]) -> Iterator[str]:
    nodes = drawing.graph.nodes.values()
    endings = drawing.graph.scenario.endings
    groups = {
        "best": [ids[node.key] for node in nodes if node.key in drawing.way.nodes],
        "unreached": [ids[node.key] for node in nodes if drawing.marked(drawing.node_state(node))],
        "lost": [ids[node.key] for node in nodes if node.kind == "ending" and endings[node.name].lost],
    }
    yield from (f"  class {','.join(members)} {name}" for name, members in groups.items() if members)


def _widths(drawing: Drawing) -> Iterator[str]:
    """Yield the width of every edge, those of one width together."""
    wide: dict[int, list[int]] = {}
    for number, edge in enumerate(drawing.graph.edges):
        wide.setdefault(1 + round(8 * drawing.share(edge)), []).append(number)
    for width, numbers in sorted(wide.items()):
        yield f"  linkStyle {','.join(map(str, numbers))} stroke-width:{width}px"
