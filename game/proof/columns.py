"""Arrays as they are used here: growing tables, and how sums are packed into one 64-bit number."""

from typing import Any, Final

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Words = npt.NDArray[np.uint64]
Floats = npt.NDArray[np.float64]
Array = npt.NDArray[Any]

WORD: Final = 64
LANES: Final = 8
"""A word has eight lanes of a byte: one component's perceived in each."""
WIDE: Final = 4
"""A wide word has four lanes of two bytes: what was done on one component in each."""

WEIGHT_BITS: Final = 12
MEAN_BITS: Final = 18
NVC_AT: Final = WEIGHT_BITS
EMPATHY_AT: Final = WEIGHT_BITS + MEAN_BITS
SET_AT: Final = WEIGHT_BITS + 2 * MEAN_BITS
NVC_TURN_AT: Final = 1
EMPATHY_TURN_AT: Final = 8
MOST_WEIGHTS: Final = 2500
"""Turns whose weights sum to so much at most keep every packed sum within its bits."""


FIRST: Final = 64
"""How many values a table has room for at first."""


class Table:
    """A column of numbers that grows at its end; `view` is what it holds so far."""

    __slots__ = ("_held", "size")

    def __init__(self, dtype: Any) -> None:
        self._held: Array = np.zeros(FIRST, dtype)
        self.size = 0

    def add(self, value: Any) -> int:
        """Add one value and return its place."""
        if self.size == len(self._held):
            self._held = np.concatenate([self._held, np.zeros_like(self._held)])
        self._held[self.size] = value
        self.size += 1
        return self.size - 1

    @property
    def view(self) -> Array:
        """The values so far, without a copy."""
        return self._held[: self.size]


At = Ints | slice


def drawn(column: Array, at: At) -> Array:
    """Return the rows of a column at these places, which must be there.

    To clip is NumPy's quickest way to take rows: it looks at no place before it goes there.
    """
    return column[at] if isinstance(at, slice) else column.take(at, mode="clip")


def lanes(levels: tuple[int, ...]) -> int:
    """Return numbers of a byte each, packed into one word, the first lowest."""
    return sum((level & 0xFF) << (8 * place) for place, level in enumerate(levels))


def wide(levels: tuple[int, ...]) -> int:
    """Return numbers of two bytes each, packed into one word."""
    return sum((level & 0xFFFF) << (16 * place) for place, level in enumerate(levels))


def sums(set_points: int, empathy: int, nvc: int, weights: int) -> int:
    """Return the four sums of a play in one signed number; sums add as the numbers do."""
    return (set_points << SET_AT) + (empathy << EMPATHY_AT) + (nvc << NVC_AT) + weights


def listening(empathy: int, nvc: int, blocked: bool) -> int:
    """Return how well a turn listened, each 0 to 100, and whether a blocker fired, in one number."""
    return empathy << EMPATHY_TURN_AT | nvc << NVC_TURN_AT | blocked


def unpacked(packed: Ints) -> tuple[Ints, Ints, Ints, Ints]:
    """Return set points, the sums of empathy and NVC, and the weights."""
    mean = (1 << MEAN_BITS) - 1
    return (
        packed >> SET_AT,
        (packed >> EMPATHY_AT) & mean,
        (packed >> NVC_AT) & mean,
        packed & ((1 << WEIGHT_BITS) - 1),
    )


def different(numbers: Ints) -> list[int]:
    """Return the different numbers, in order, where they lie close together."""
    low = int(numbers.min())
    if bool((numbers == low).all()):
        return [low]
    found: list[int] = (np.flatnonzero(np.bincount(numbers - low)) + low).tolist()
    return found
