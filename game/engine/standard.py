"""The standard rulebook, read once from the data file beside this module."""

from functools import cache
from importlib.resources import files
from typing import Final

from game.engine.overlay import read_rulebook
from game.engine.rulebook import Rulebook

FILE: Final = "standard.yaml"


@cache
def standard() -> Rulebook:
    """Return the standard rulebook, version 1."""
    raw = files("game.engine").joinpath(FILE).read_bytes()
    rulebook, problems = read_rulebook(raw, FILE)
    if rulebook is None:
        raise ValueError("\n".join(problem.told("en") for problem in problems))
    return rulebook
