"""Chinese and English text in lines, for window and paper alike: where lines break, and how signs stand together.

Pure: who draws brings a typeface that says how far each form of a sign carries on.
"""

from game.typesetting.block import Align, Block, Line
from game.typesetting.breaking import breaks
from game.typesetting.setting import Order, Typeface, set_text
from game.typesetting.style import Style

__all__ = ["Align", "Block", "Line", "Order", "Style", "Typeface", "breaks", "set_text"]
