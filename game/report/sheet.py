"""What a drawing is made from, and the small sentences that all of its forms share."""

from collections.abc import Iterable
from typing import Final, Literal

from msgspec import Struct

from game.i18n import Words
from game.report.best_way import Way
from game.report.conditions import condition
from game.report.graph import Edge, Graph, Node
from game.report.proven import Proven
from game.report.traffic import Traffic
from game.report.walk import BACK
from game.scenario.records import Persona, Response, Text

State = Literal["met", "possible", "unmet", "never"]
"""What is known of plays coming by something: a random play or the best way did; some play does; none was seen to, and
that is all; it is proven that none does.
"""
RANK: Final[tuple[State, ...]] = ("met", "possible", "unmet", "never")
STUCK: Final = 4
"""Of so many dead ends a box tells how they are come to; the page tells it of all."""


def likeliest(states: Iterable[State]) -> State:
    """Return what is known of something that several ways lead to."""
    return min(states, key=RANK.index)


class Drawing(Struct, frozen=True):
    """A graph with what is known of its plays, in one language."""

    graph: Graph
    persona: Persona
    traffic: Traffic
    proven: Proven
    way: Way
    words: Words

    def told(self, text: Text | None) -> str:
        """Return a scenario's text in the language of the drawing."""
        return "" if text is None else text.told(self.words.language)

    def title(self) -> str:
        """Return whose scenario it is: its title and the persona."""
        return self.words("graph.title", title=self.graph.scenario.title, persona=self.persona.label)

    def share(self, edge: Edge) -> float:
        """Return the share of random plays, 0 to 1, in which an edge was taken."""
        plays = self.traffic.plays
        return min(1.0, self.traffic.edges.get(edge.key, 0) / plays) if plays else 0.0

    def part(self, count: int) -> str:
        """Return a count of random plays as a share in words."""
        plays = max(1, self.traffic.plays)
        percent = 100 * min(count, plays) / plays
        return f"{percent:.0f} %" if percent >= 1 or not count else "< 1 %"

    def node_state(self, node: Node) -> State:
        """Return what is known of plays coming by a node."""
        if node.kind == "back":
            ways = self.graph.leaving(node.key.removeprefix(f"{BACK}/"))
            return likeliest(self.edge_state(edge) for edge in ways if edge.target == node.key)
        if node.kind == "interrupt":
            return likeliest(map(self.edge_state, self.graph.leaving(node.key)))
        met = node.key in self.traffic.nodes or node.key in self.way.nodes
        can_be = node.kind == "dead-end" or node.key in self.proven.beats or node.key in self.proven.endings
        return self._state(met, can_be)

    def pick_state(self, beat: str, response: str) -> State:
        """Return what is known of plays picking a response; an empty one stands for a beat with nothing on offer."""
        pick = (beat, response)
        met = pick in self.traffic.picks or pick in self.way.picks
        return self._state(met, not response or pick in self.proven.picks)

    def edge_state(self, edge: Edge) -> State:
        """Return what is known of plays taking an edge: of several ways on from a response often less than of it."""
        met = edge.key in self.traffic.edges or edge.key in self.way.edges
        if edge.kind == "interrupt":
            return self._state(met, int(self.graph.nodes[edge.source].name) in self.proven.interrupts)
        if met or edge.kind == "dead-end" or not edge.when:
            return self._state(met, edge.kind == "dead-end" or (edge.source, edge.response) in self.proven.picks)
        sure = self.proven.exact and (
            (edge.source, edge.response) not in self.proven.picks or self._never_led_to(edge.target)
        )
        return "never" if sure else "unmet"

    def _never_led_to(self, target: str) -> bool:
        """Return whether nothing leads to a target: not so where an interrupt may have taken its beat's place."""
        if target in self.graph.scenario.beats:
            return target not in self.proven.beats and not self.proven.interrupts
        return target in self.graph.scenario.endings and target not in self.proven.endings

    def _state(self, met: bool, can_be: bool) -> State:
        if met or can_be:
            return "met" if met else "possible"
        return "never" if self.proven.exact else "unmet"

    def marked(self, state: State) -> bool:
        """Return whether something is drawn as unreached: proven so, or where nothing could be proven, never met."""
        return state == "never" or (state == "unmet" and not self.proven.exact)

    def often(self, count: int, state: State) -> str:
        """Return in words in how many random plays something was met, or what is known where it was not."""
        if count:
            return self.words("graph.of_plays", share=self.part(count))
        return self.missed(state)

    def missed(self, state: State) -> str:
        """Return in words what is known of something that no random play met."""
        kind = "possible" if state in ("met", "possible") else state
        return self.words(f"graph.{kind}", plays=f"{self.traffic.plays:,}")

    def shortly(self, count: int, state: State) -> str:
        """Return the same in a word or two."""
        return self.part(count) if count else self.words(f"graph.{'possible' if state == 'met' else state}_short")

    def stuck(self) -> tuple[str, ...]:
        """Return where a play can stand with nothing on offer, each with the picks that lead there."""
        return tuple(
            self.words("graph.dead_end_at", beat=end.beat, picks=" → ".join(end.picks))
            if end.picks
            else self.words("graph.dead_end_first", beat=end.beat)
            for end in self.proven.dead_ends
        )

    def some_stuck(self) -> tuple[str, ...]:
        """Return the first of them, for a box."""
        every = self.stuck()
        return (*every[:STUCK], "…") if len(every) > STUCK else every

    def words_of(self, node: Node) -> str:
        """Return what is said at a beat or an ending: as it was heard first in these plays, else the last words."""
        said = self.traffic.says.get(node.key)
        if said is not None:
            return self.told(said)
        scenario = self.graph.scenario
        lines = scenario.beats[node.name].says if node.kind == "beat" else scenario.endings[node.name].says
        return self.told(lines[-1].text) if lines else ""

    def when(self, edge: Edge) -> str:
        """Return under which condition an edge is taken, empty where it always is."""
        if edge.kind == "dead-end":
            return self.words("graph.nothing_left")
        otherwise = self.words("graph.otherwise")
        parts = [otherwise if one is None else condition(one, self.graph.scenario, self.words) for one in edge.when]
        return self.words("graph.or").join(parts)

    def guard(self, response: Response) -> str:
        """Return under which condition a response is on offer, empty where it always is."""
        if response.when is None:
            return ""
        return self.words("graph.if", condition=condition(response.when, self.graph.scenario, self.words))

    def anytime(self, node: Node) -> str:
        """Return the condition of an interrupt."""
        return condition(self.graph.interrupt(node).when, self.graph.scenario, self.words)

    def where(self, node: Node) -> str:
        """Return what kind of moment a beat or an ending is: its channel and kind, or that it ends the talk."""
        if node.kind == "ending":
            lost = self.graph.scenario.endings[node.name].lost
            return self.words("graph.lost") if lost else self.words("graph.end")
        beat = self.graph.scenario.beats[node.name]
        channel = [] if beat.channel is None else [self.words(f"channel.{beat.channel}")]
        return " · ".join([self.words(f"graph.kind.{beat.kind}"), *channel])

    def estimate(self) -> str:
        """Return what the width of lines means, and of how many plays it was estimated."""
        return self.words("graph.estimate", plays=f"{self.traffic.plays:,}")

    def best(self) -> str:
        """Return how the best way is marked and what it scores; empty where none was found."""
        if not self.way.picks:
            return ""
        return self.words("graph.best_exact" if self.way.exact else "graph.best", points=self.way.points)

    def unreached(self) -> str:
        """Return what the marks of the unreached parts mean; empty where nothing is marked."""
        graph = self.graph
        if not any(map(self.marked, map(self.node_state, graph.nodes.values()))) and not any(
            map(self.marked, map(self.edge_state, graph.edges))
        ):
            return ""
        kind = "legend_never" if self.proven.exact else "legend_unmet"
        return self.words(f"graph.{kind}", plays=f"{self.traffic.plays:,}")
