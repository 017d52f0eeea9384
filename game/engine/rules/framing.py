"""Frames: explaining a limit, so that what is desired becomes what can be had."""

from typing import Final

from game.engine.rules.situation import Situation

FRAMES: Final = ("sandbagging", "needless-limit", "frame-unheard", "honest-framing", "bare-limit")
SANDBAG: Final = 2
"""A limit this far below what can be had talks the customer down."""


def frame(situation: Situation, level: int, desired: int, can: int) -> str:
    """Return the one rule that a frame of `level` fires where `desired` is wanted and `can` is possible."""
    if level <= can - SANDBAG:
        return "sandbagging"
    if desired <= can or level >= desired:
        return "needless-limit"
    if not situation.heard:
        return "frame-unheard"
    if {"reason", "option"} <= situation.tags:
        return "honest-framing"
    return "bare-limit"
