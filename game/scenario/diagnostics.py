"""The diagnostics: every code that reading a scenario or a rulebook can tell, by theme.

A failing and a mended example of each code lies in `docs/diagnostics/`.
"""

from typing import Final

from game.scenario.diagnostic import Diagnostic, Severity
from game.scenario.file_faults import FILE
from game.scenario.form_faults import FORM, LINKS
from game.scenario.sense_faults import MEANING, RULEBOOK, WARNINGS

__all__ = ["DIAGNOSTICS", "FILE", "FORM", "LINKS", "MEANING", "RULEBOOK", "WARNINGS", "Diagnostic", "Severity"]

DIAGNOSTICS: Final[dict[str, Diagnostic]] = {**FILE, **FORM, **LINKS, **MEANING, **RULEBOOK, **WARNINGS}
