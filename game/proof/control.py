"""What steers a play beside its marks and levels, packed into one word: heat, promises, zones, where `back` leads."""

from typing import Final, Generic, NamedTuple, TypeVar

import numpy as np

from game.engine.standing import Levels
from game.proof.columns import Ints, Words

T = TypeVar("T")


class Spent(Exception):
    """There is more to be told apart than a proof has room for."""


class Field(NamedTuple):
    """A part of the word: its first bit and how many bits it has."""

    at: int
    bits: int

    @property
    def mask(self) -> int:
        """The bits of the word that are this field's."""
        return ((1 << self.bits) - 1) << self.at

    def of(self, word: int) -> int:
        """Return the field's number in a word."""
        return (word & self.mask) >> self.at

    def each(self, words: Words) -> Ints:
        """Return the field's number in each word."""
        low = words >> np.uint64(self.at) if self.at else words
        return (low & np.uint64((1 << self.bits) - 1)).view(np.int64)

    def put(self, number: int) -> int:
        """Return a word with this number in the field and nothing else. Spent if it has no room."""
        if number >> self.bits:
            raise Spent
        return number << self.at


HEAT: Final = Field(0, 4)
BROKEN: Final = Field(4, 1)
"""Whether a promise was broken before: the second one costs more."""
BACK: Final = Field(5, 16)
OPEN: Final = Field(21, 20)
ZONES: Final = Field(41, 20)
WHOLE: Final = (1 << 64) - 1


class Numbered(Generic[T]):
    """Values with a number each, in the order in which they were met."""

    def __init__(self, first: T) -> None:
        self.values: list[T] = [first]
        self._numbers: dict[T, int] = {first: 0}

    def number(self, value: T) -> int:
        """Return the value's number, a new one if it was never met."""
        found = self._numbers.get(value)
        if found is None:
            found = self._numbers[value] = len(self.values)
            self.values.append(value)
        return found


class Zones(NamedTuple):
    """Where the customer's zones of tolerance stand."""

    desired: Levels
    adequate: Levels
