"""Reports: what an instructor gets to look at, made of a scenario and of plays. `drawn` is a scenario as a picture."""

from game.report.drawing import FORMS, drawn, surveyed
from game.report.sheet import Drawing

__all__ = ["FORMS", "Drawing", "drawn", "surveyed"]
