"""What a person typed, made safe to stand in a page, a table or a list: nothing of it is ever a command."""

import re
from typing import Final

_UNSEEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_TURNING: Final = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""The signs that turn the direction of what follows: within one name they would turn the line around."""
FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a spreadsheet takes for the beginning of a formula, also where it trims blanks or knows broad letters."""


def shown(text: str) -> str:
    """Return a text that can be shown anywhere: a stand-in for each sign that no file holds, and no turned lines."""
    return _TURNING.sub("", _UNSEEN.sub("\ufffd", text))


def listed(text: str) -> str:
    """Return a text for a cell of a CSV file: an apostrophe keeps a spreadsheet from working it out."""
    safe = shown(text)
    return f"'{safe}" if safe.lstrip(" ").startswith(FORMULA) else safe
