"""What a scenario is, and how a file becomes one: `read(bytes)` gives frozen records and problems."""

from game.scenario.links import is_id
from game.scenario.problem import Problem, nearest
from game.scenario.read import Whereabouts, read
from game.scenario.records import (
    Beat,
    Condition,
    Customer,
    Ending,
    Expectation,
    Line,
    Persona,
    Promise,
    Response,
    Scenario,
    Text,
)
from game.scenario.words import BASE_IDS, SILENCE, SILENCE_IDS

__all__ = [
    "BASE_IDS",
    "SILENCE",
    "SILENCE_IDS",
    "Beat",
    "Condition",
    "Customer",
    "Ending",
    "Expectation",
    "Line",
    "Persona",
    "Problem",
    "Promise",
    "Response",
    "Scenario",
    "Text",
    "Whereabouts",
    "is_id",
    "nearest",
    "read",
]
