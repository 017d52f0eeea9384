"""What can be wrong with a workbook itself: each fault names its sheet and cell, and says what to do."""

from msgspec import Struct

from game.scenario import Problem
from game.scenario.problem import shown
from game.workbook.complaints import FAULTS


class Finding(Struct, frozen=True):
    """One problem of a workbook. `place` is the sheet and the cell, "" for the workbook as a whole."""

    place: str
    problem: Problem

    def told(self, language: str) -> str:
        """Return the whole problem on one line: `talk.xlsx [谈话!D7]: error CODE what is wrong; what to do`."""
        one = self.problem
        where = f"{one.file} [{self.place}]" if self.place else one.file
        return f"{where}: {one.sentence(language)}"


def finding(file: str, place: str, code: str, **told: object) -> Finding:
    """Return the finding of one of these faults; the words fill its texts."""
    filled = {name: shown(word, 60) for name, word in told.items()}
    return Finding(place, Problem(file, 1, 1, code, filled, FAULTS[code]))


class Unread(Exception):
    """A cell that cannot be read: the code of the fault and its words."""

    def __init__(self, code: str, **told: object) -> None:
        super().__init__(code)
        self.code = code
        self.told = told
        self.place = ""

    def at(self, place: str) -> "Unread":
        """Return it with the one of several cells whose fault it is."""
        self.place = place
        return self


class Closed(Exception):
    """A workbook that cannot be opened at all: the code of the fault."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code
