"""What the moment wants at each heat, and how much it counts: the more upset, the more listening."""

from typing import Final

BANDS: Final[tuple[tuple[int, int, int, int], ...]] = ((6, 2, 2, 3), (3, 1, 2, 2), (0, 0, 1, 1))
"""(from this heat on, wanted empathy tags, wanted NVC tags, weight of the turn)."""


def band(heat: int) -> tuple[int, int, int]:
    """Return (wanted empathy tags, wanted NVC tags, weight of the turn) at `heat`, 0 to 10."""
    return next((want_e, want_n, u) for low, want_e, want_n, u in BANDS if heat >= low)


def want_empathy(heat: int) -> int:
    """Return how many empathy tags the moment wants at `heat`."""
    return band(heat)[0]
