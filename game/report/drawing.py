"""A scenario as a picture: what its plays come to, written as SVG, as a page or as Mermaid."""

from collections.abc import Callable
from typing import Final

from game.engine import begin
from game.i18n import words
from game.report.best_way import best_way
from game.report.graph import graph
from game.report.mermaid import mermaid
from game.report.page import page
from game.report.proven import last_picks, proven
from game.report.sheet import Drawing
from game.report.svg import picture
from game.report.traffic import PLAYS, traffic
from game.report.walk import DEAD_END
from game.scenario import Scenario

FORMS: Final[dict[str, Callable[[Drawing], str]]] = {".svg": picture, ".html": page, ".mmd": mermaid}
"""What a drawing can be written as, by the ending of the file."""


def drawn(scenario: Scenario, form: str, language: str, persona: str | None = None) -> str:
    """Return a scenario, as `persona` meets it, drawn in `form` (a key of FORMS); the same for the same file."""
    return FORMS[form](surveyed(scenario, language, persona))


def surveyed(scenario: Scenario, language: str, persona: str | None = None, plays: int = PLAYS) -> Drawing:
    """Return all that a drawing tells: the graph, what plays can come to, how often random ones do, the best way."""
    seen, known = traffic(scenario, persona, plays), proven(scenario, persona)
    dead = {(source, response) for source, response, target in seen.edges if target == DEAD_END}
    dead |= {*last_picks(scenario, persona, known.dead_ends)}
    way = best_way(begin(scenario, persona), seen, known)
    return Drawing(graph(scenario, frozenset(dead)), scenario.persona(persona), seen, known, way, words(language))
