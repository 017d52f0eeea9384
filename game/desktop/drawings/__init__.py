"""People, rooms and signs, drawn as SVG strings in the part of SVG that the window's rasteriser knows."""

from typing import Final

from game.desktop.drawings.expressions import Expression, expression
from game.desktop.drawings.icons import ICONS, icon
from game.desktop.drawings.people import PEOPLE
from game.desktop.drawings.portrait import portrait
from game.desktop.drawings.scenery import PLACES, scene

PORTRAITS: Final[tuple[str, ...]] = tuple(PEOPLE)
"""The names of the drawn characters."""
SCENES: Final[tuple[str, ...]] = tuple(PLACES)
"""The names of the drawn rooms."""
__all__ = ["ICONS", "PORTRAITS", "SCENES", "Expression", "expression", "icon", "portrait", "scene"]
