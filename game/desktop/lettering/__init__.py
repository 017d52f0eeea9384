"""Chinese and English text on the screen: lines as `game.typesetting` lays them, and how their signs are drawn.

letters = Letters()
block = letters.lay("您好，请问 17:30 方便吗？", Style(20), 320)
letters.paint(surface, block, (24, 24), "black")
"""

from game.desktop.lettering.letters import Letters
from game.typesetting import Block, Line, Style, breaks

__all__ = ["Block", "Letters", "Line", "Style", "breaks"]
