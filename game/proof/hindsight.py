"""What every state could still come to, worked out from the ends backwards, and what each pick cost there."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np

from game.proof.columns import EMPATHY_TURN_AT, NVC_TURN_AT, Array, Floats, Ints
from game.proof.trace import Leg, Piece, Trace

NOT: Final = -1
"""Stands for an overall that there is none of: not on offer, or no play without a blocker."""
HIGH: Final = 127
SAME: Final = 1e-9
"""Means that differ by less are equal: they are sums of doubles."""
AGAIN: Final = 3
"""So many times backwards where states come again: what was not played on is then known from where it first was."""


@dataclass(slots=True)
class Values:
    """For each state, the least, the most and the mean overall still to come, and the most without a blocker."""

    least: Array
    most: Array
    mean: Floats
    clean: Array
    now: Array

    @classmethod
    def blank(cls, size: int) -> "Values":
        """Return values of so many states that nothing is known of."""
        shape = (size,)
        least, most = np.full(shape, HIGH, np.int8), np.full(shape, NOT, np.int8)
        return cls(least, most, np.full(shape, 50.0), np.full(shape, NOT, np.int8), np.zeros(shape, np.int16))

    def take(self, at: Ints) -> "Values":
        """Return the values of these states."""
        return Values(self.least[at], self.most[at], self.mean[at], self.clean[at], self.now[at])

    def put(self, at: Ints | slice, other: "Values") -> None:
        """Set the values of these states."""
        self.least[at], self.most[at], self.mean[at] = other.least, other.most, other.mean
        self.clean[at], self.now[at] = other.clean, other.now


@dataclass(slots=True)
class Offers:
    """The picks of a piece, one line of every table each, one column a state; where not on offer, `most` is below 0."""

    least: Array
    most: Array
    mean: Floats
    clean: Array
    now: Array
    listening: Array

    @classmethod
    def of(cls, piece: Piece, picks: int, values: Values) -> "Offers":
        """Return what the picks of a piece come to, by the values of the states that they lead to."""
        shape = (picks, len(piece.chance))
        found = cls(
            np.full(shape, HIGH, np.int8),
            np.full(shape, NOT, np.int8),
            np.zeros(shape),
            np.full(shape, NOT, np.int8),
            np.full(shape, NOT, np.int32),
            np.zeros(shape, np.int32),
        )
        for leg in piece.legs:
            found.enter(leg, values)
        return found

    def enter(self, leg: Leg, values: Values) -> None:
        """Take in one leg."""
        at = (leg.pick, slice(None) if leg.at is None else leg.at)
        if leg.join is not None:
            states = leg.join.states
            self.least[at], self.most[at], self.mean[at] = (
                values.least[states],
                values.most[states],
                values.mean[states],
            )
            clean, now = values.clean[states], values.now[states]
        else:
            assert leg.overall is not None
            assert leg.now is not None
            self.least[at] = self.most[at] = self.mean[at] = clean = leg.overall
            now = leg.now
        told = leg.listening
        self.clean[at] = np.where(told & 1, NOT, clean)
        empathy, nvc = told >> EMPATHY_TURN_AT, told >> NVC_TURN_AT & 127
        self.now[at] = now.astype(np.int32) * 256 + empathy + nvc
        self.listening[at] = told

    def values(self, now: Array) -> Values:
        """Return what the states of the piece come to: the player picks what is best, worst, or any."""
        many = np.count_nonzero(self.most >= 0, axis=0)
        return Values(
            self.least.min(axis=0), self.most.max(axis=0), self.mean.sum(axis=0) / many, self.clean.max(axis=0), now
        )


Look = Callable[[Piece, Offers], None]
"""Is shown every piece with what its picks come to, the last one first."""


def backwards(trace: Trace, picks: list[int], look: Look) -> Values:
    """Return what every state could still come to; `picks` says how many options each beat has.

    Pieces are shown once, when all that they lead to is known.
    """
    values = Values.blank(trace.size)
    rounds = AGAIN if trace.repeats else 1
    for round_ in range(rounds):
        for piece in reversed(trace.pieces):
            offers = Offers.of(piece, picks[piece.beat], values)
            values.put(piece.numbers, offers.values(piece.now))
            if round_ == rounds - 1:
                look(piece, offers)
        for again, first in trace.repeats:
            values.put(again, values.take(first))
    return values
