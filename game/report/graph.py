"""A scenario as nodes and edges: what can follow what, before anyone has played it."""

from collections.abc import Iterator
from itertools import groupby
from typing import Literal

from msgspec import Struct

from game.report.walk import BACK, DEAD_END, SILENCE, Key, interrupt_key, node_key
from game.scenario.records import Beat, Condition, Interrupt, Response, Scenario

NodeKind = Literal["beat", "ending", "dead-end", "interrupt", "back"]
EdgeKind = Literal["route", "silence", "back", "dead-end", "interrupt"]


class Node(Struct, frozen=True):
    """A place of the drawing. `key` is its own in the graph, `name` the id that the author wrote."""

    key: str
    kind: NodeKind
    name: str


class Edge(Struct, frozen=True):
    """A way from node to node. `when` are the conditions under which it is taken, None standing for "otherwise".

    Routes of one response that lead to the same place are one edge.
    """

    key: Key
    kind: EdgeKind
    when: tuple[Condition | None, ...] = ()

    @property
    def source(self) -> str:
        """The key of the node that it leaves."""
        return self.key[0]

    @property
    def response(self) -> str:
        """The id of the response that takes it; empty for an interrupt."""
        return self.key[1]

    @property
    def target(self) -> str:
        """The key of the node that it leads to."""
        return self.key[2]


class Graph(Struct, frozen=True):
    """All nodes by key and all edges, in the order of the file; `ways` are the edges by the node that they leave."""

    scenario: Scenario
    nodes: dict[str, Node]
    edges: tuple[Edge, ...]
    ways: dict[str, tuple[Edge, ...]]

    def leaving(self, node: str) -> tuple[Edge, ...]:
        """Return the edges that leave a node, in the order of the file."""
        return self.ways.get(node, ())

    def interrupt(self, node: Node) -> Interrupt:
        """Return the interrupt that a node of that kind stands for."""
        return self.scenario.interrupts[int(node.name)]


def graph(scenario: Scenario, dead: frozenset[tuple[str, str]] = frozenset()) -> Graph:
    """Return the graph of a scenario. `dead` are the (beat, response) after which plays found nothing left to say."""
    edges = tuple(_edges(scenario, dead))
    nodes = {beat: Node(beat, "beat", beat) for beat in scenario.beats}
    nodes |= {ending: Node(ending, "ending", ending) for ending in scenario.endings}
    for place in range(len(scenario.interrupts)):
        key = interrupt_key(place)
        nodes[key] = Node(key, "interrupt", str(place))
    for edge in edges:
        if edge.kind == "back":
            nodes[edge.target] = Node(edge.target, "back", BACK)
        elif edge.kind == "dead-end":
            nodes[DEAD_END] = Node(DEAD_END, "dead-end", DEAD_END)
    ways: dict[str, tuple[Edge, ...]] = {}
    for source, leaving in groupby(edges, key=lambda edge: edge.source):
        ways[source] = tuple(leaving)
    return Graph(scenario, nodes, edges, ways)


def _edges(scenario: Scenario, dead: frozenset[tuple[str, str]]) -> Iterator[Edge]:
    for beat in scenario.beats.values():
        for response in beat.responses:
            yield from _routes(beat, response)
            if (beat.id, response.id) in dead:
                yield Edge((beat.id, response.id, DEAD_END), "dead-end")
        if beat.patience is not None:
            yield Edge((beat.id, SILENCE, beat.id), "silence")
            if (beat.id, SILENCE) in dead:
                yield Edge((beat.id, SILENCE, DEAD_END), "dead-end")
        if (beat.id, "") in dead:
            yield Edge((beat.id, "", DEAD_END), "dead-end")
    for place, interrupt in enumerate(scenario.interrupts):
        yield Edge((interrupt_key(place), "", node_key("", interrupt.to)), "interrupt", (interrupt.when,))


def _routes(beat: Beat, response: Response) -> Iterator[Edge]:
    """Yield one edge for each place that a response can lead to."""
    targets: dict[str, list[Condition | None]] = {}
    for route in response.then:
        targets.setdefault(route.to, []).append(route.when)
    for to, conditions in targets.items():
        when = () if len(targets) == 1 else tuple(conditions)
        yield Edge((beat.id, response.id, node_key(beat.id, to)), "back" if to == BACK else "route", when)
