"""One play of a scenario. All that shows, saves or proves a play lives on `begin`, `look`, `choose` and `score`;
`close` ends one whose time has run out."""

from game.engine.case import Choice
from game.engine.gauges import Gauges, Zone, facts, gauges, zones
from game.engine.overlay import is_rulebook, read_rulebook
from game.engine.play import Moment, NotOffered, Play, Turn, begin, choose, close, look
from game.engine.rulebook import Lesson, Rule, Rulebook
from game.engine.scores import Part, Score, Weights, score
from game.engine.standard import standard
from game.engine.turn import Fired

__all__ = [
    "Choice",
    "Fired",
    "Gauges",
    "Lesson",
    "Moment",
    "NotOffered",
    "Part",
    "Play",
    "Rule",
    "Rulebook",
    "Score",
    "Turn",
    "Weights",
    "Zone",
    "begin",
    "choose",
    "close",
    "facts",
    "gauges",
    "is_rulebook",
    "look",
    "read_rulebook",
    "score",
    "standard",
    "zones",
]
