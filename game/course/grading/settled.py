"""Whether what somebody has come to in a course can still change, by what is known of it today."""

from typing import Literal

from game.course.form import Counts
from game.course.grading.results import Cell, GradeBook, Line

Settled = Literal["", "pass", "whole"]
"""How much of a result stands: nothing; that a pass stays one, while the grade may rise; all of it."""


def settled(book: GradeBook, line: Line) -> Settled:
    """Return how much of a trainee's result no talk that is still to come can change; after closing time all of it.

    What is handed in late with an earlier date is not foreseen.
    """
    if book.closed:
        return "whole"
    counts = book.programme.course.counts
    found = {_settled(cell, counts) for cell in line.cells if cell.task in book.counting}
    return "" if "" in found or not found else "pass" if "pass" in found else "whole"


def _settled(cell: Cell, counts: Counts) -> Settled:
    """Return how much of what counts at a task stands while the course is open."""
    if cell.counted is None:
        return ""
    going_on = any(result.uncounted == "unfinished" for result in cell.results)
    if counts == "first" or (cell.left == 0 and not going_on):
        return "whole"
    return "pass" if counts == "best" else ""
