"""What a drawing is made from, and the small sentences that all of its forms share."""

from msgspec import Struct

from game.i18n import Words
from game.report.best_way import Way
from game.report.conditions import condition
from game.report.graph import Edge, Graph, Node
from game.report.traffic import Traffic
from game.report.walk import BACK
from game.scenario.records import Persona, Response, Text


class Drawing(Struct, frozen=True):
    """A graph with what plays showed of it, in one language."""

    graph: Graph
    persona: Persona
    traffic: Traffic
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

    def reached(self, node: Node) -> bool:
        """Return whether a random play or the best way came by a node."""
        if node.kind in ("interrupt", "back"):
            source = node.key.removeprefix(f"{BACK}/")
            ways = self.graph.leaving(source)
            return any(self.passed(edge) for edge in ways if node.key in (edge.source, edge.target))
        return node.key in self.traffic.nodes or node.key in self.way.nodes

    def passed(self, edge: Edge) -> bool:
        """Return whether a random play or the best way took an edge."""
        return edge.key in self.traffic.edges or edge.key in self.way.edges

    def picked(self, beat: str, response: str) -> bool:
        """Return whether a response was picked in a random play or on the best way."""
        return (beat, response) in self.traffic.picks or (beat, response) in self.way.picks

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
        sure = self.words("graph.best_exact") if self.way.exact else ""
        return self.words("graph.best", points=self.way.points) + sure
