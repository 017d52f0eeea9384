"""What can be told of a file that YAML breaks off: the faults of what stands before, none that only follows from it."""

import contextlib
from collections.abc import Callable
from typing import Final

from game.scenario.problem import MOST, Problem
from game.scenario.sheet import Enough, Place, Sheet

_WHOLE: Final = frozenset({"missing-brief", "no-next-beat", "too-many-problems"})
"""What only the whole file tells."""
_MAPS: Final = frozenset({"empty-map", "list-without-end"})
_RESPONSES: Final = frozenset({"need-without-name", "same-words"})
"""What the rest of a map, of a list or of a response may still put right."""
_DEPTH: Final = 3
"""How many names stand before that of a response: `beats`, its beat, `responses`."""

_Begun = tuple[Place, Place]


def look_over(sheet: Sheet, check: Callable[[], object]) -> None:
    """Tell what `check` finds wrong before the break, where nothing that stands behind it could put it right."""
    if not isinstance(sheet.begun, dict):
        return
    told, sheet.problems, sheet.root = sheet.problems, [], sheet.begun
    within, last = _end(sheet)
    with contextlib.suppress(Enough):  # told below, with those that are told already
        check()
    found, sheet.problems, sheet.root = sheet.problems, told, None
    kept = [problem for problem in found if not _follows(problem, sheet.broken, within, last)]
    room = MOST - len(told)
    sheet.problems += kept[: max(room, 0)]
    if len(kept) > room:
        sheet.problems.append(Problem(sheet.file, *sheet.broken, "too-many-problems", {"most": str(MOST)}))


def _end(sheet: Sheet) -> tuple[list[_Begun], Place | None]:
    """Return where the maps and lists that may go on are named and begin, and the last value if it may be cut short.

    The line of the break may have ended some of them that it was meant to go on with.
    """
    node, line = sheet.root, sheet.broken[0]
    within: list[_Begun] = []
    while isinstance(node, dict | list):
        sheet.open.add(id(node))
        sheet.spoil(node)
        steps = reversed(node) if isinstance(node, dict) else reversed(range(len(node)))
        step = next((step for step in steps if sheet.key(node, step)[0] < line), None)
        if step is None:
            return within, None
        place = sheet.value(node, step)
        within.append((sheet.key(node, step), place))
        node = node[step]
    end = sheet.end(place, node) if isinstance(node, str) else None
    return within, place if node is None or (end is not None and end[0] >= line) else None


def _follows(problem: Problem, broken: Place, within: list[_Begun], last: Place | None) -> bool:
    """Return whether a problem may be one only because the file breaks off."""
    place = (problem.line, problem.column)
    return (
        place[0] >= broken[0]  # on this line nothing is what it seems
        or place == last
        or problem.code in _WHOLE
        or (problem.code in _MAPS and any(place in both for both in within))
        or (problem.code in _RESPONSES and len(within) > _DEPTH and place >= within[_DEPTH][0])
    )
