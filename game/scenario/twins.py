"""Two scenarios of one id, which lists of customers and the stored attempts could not tell apart."""

from typing import Final

from game.scenario.diagnostic import Diagnostic, warning
from game.scenario.problem import WRITTEN, Problem
from game.scenario.read import Whereabouts

SAME_ID: Final[Diagnostic] = warning(
    "编号“{value}”已经有情景用了：{first}",
    "Another scenario has the id “{value}”: {first}.",
    "给其中一个换个编号，不然名单里分不清是哪一个。",
    "Give one of them another id, or lists will show both under one.",
)


def same_id(id_: str, source: bytes, file: str, first: str) -> Problem:
    """Return the warning, at the id of the scenario in `source`, that the file `first` has the same."""
    places = Whereabouts(source)
    words = {"value": id_, "first": first, WRITTEN: places.language}
    return Problem(file, *places.place(("id",)), "same-id", words, SAME_ID)
