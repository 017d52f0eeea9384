"""What is said about a class, worked out once for pages, tables and PDFs: `class_report`, or `one_trainee` alone."""

from game.report.course.classes import class_report, one_trainee
from game.report.course.reports import (
    AttemptTold,
    CellTold,
    ClassReport,
    Desk,
    TaskTold,
    TraineeTold,
    Trust,
)

__all__ = [
    "AttemptTold",
    "CellTold",
    "ClassReport",
    "Desk",
    "TaskTold",
    "TraineeTold",
    "Trust",
    "class_report",
    "one_trainee",
]
