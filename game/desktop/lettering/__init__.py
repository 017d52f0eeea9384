"""Chinese and English text on the screen: where lines break, how signs stand together, and how they are drawn.

letters = Letters()
block = letters.lay("您好，请问 17:30 方便吗？", Style(20), 320)
letters.paint(surface, block, (24, 24), "black")
"""

from game.desktop.lettering.block import Block, Line
from game.desktop.lettering.breaking import breaks
from game.desktop.lettering.fonts import Style
from game.desktop.lettering.letters import Letters

__all__ = ["Block", "Letters", "Line", "Style", "breaks"]
