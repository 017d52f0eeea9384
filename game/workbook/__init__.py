"""Scenarios as workbooks: `handed_out` makes one of a scenario file, `taken_in` a scenario file of a workbook."""

from game.workbook.binding import TooLong
from game.workbook.faults import Finding
from game.workbook.handing_out import handed_out
from game.workbook.taking_in import Taken, taken_in

__all__ = ["Finding", "Taken", "TooLong", "handed_out", "taken_in"]
