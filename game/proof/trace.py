"""Where every state of an exploration went by every pick, so that it can be told afterwards what a pick has cost."""

from dataclasses import dataclass, field
from typing import Final

import numpy as np
import numpy.typing as npt

from game.proof.columns import Array, Floats, Ints
from game.proof.control import HEAT
from game.proof.ends import Marks
from game.proof.rows import Join, Rows, State
from game.proof.step import Ending, Going

COOLEST: Final = 10

Small = npt.NDArray[np.int32]


@dataclass(slots=True)
class Leg:
    """One pick in rows of a piece, as far as it led to one place.

    `at` are the rows (None: all of them), `listening` the packed listening of their turns. Where plays went on, `join`
    tells the states that they became; where they ended, `overall` is what they came to and `now` how the gauges stand.
    """

    pick: int
    at: Small | None
    listening: Array
    join: Join | None
    overall: Array | None
    now: Array | None


@dataclass(slots=True)
class Piece:
    """States of one beat that were played on together: their numbers, chances and legs.

    `fresh` says which are met for the first time; None: all of them.
    """

    beat: int
    numbers: Ints | slice
    chance: Floats
    now: Array
    legs: list[Leg]
    fresh: Array | None


@dataclass(slots=True)
class Trace:
    """The graph of an exploration: its pieces in the order in which they were played.

    States are numbered as they were taken up, so that a pick always leads to a higher number. `repeats` are states that
    were not played on, and the same states where they first were.
    """

    pieces: list[Piece] = field(default_factory=list)
    repeats: list[tuple[Ints, Ints]] = field(default_factory=list)
    size: int = 0
    _at: int = 0
    _fresh: Array | None = None
    _numbers: Ints | None = None

    def taken(self, blocks: list[Rows], numbers: list[Ints] | None) -> None:
        """Take in that the rows of these blocks have become the next states, in the order of `numbers` if given."""
        size = self.size
        for at, block in enumerate(blocks):
            states = np.arange(self.size, self.size + len(block)) if numbers is None else size + numbers[at]
            if block.join is not None:
                block.join.states = states.astype(np.int32)
            self.size = self.size + len(block) if numbers is None else max(self.size, int(states.max()) + 1)

    def came_again(self, first: Ints, over: Array, number: int) -> None:
        """Take in which states of the next piece are the same as earlier ones, and which of these are not played on."""
        own = np.arange(number, number + len(first))
        self._numbers, self._fresh = own[~over], (first == own)[~over]
        self._at = number + len(first)
        if over.any():
            self.repeats.append((own[over], first[over]))
        if over.all():  # the piece is not played at all, and the next one has numbers of its own
            self._numbers = self._fresh = None

    def turned(self, rows: Rows, beat: int, now: Array, legs: list[Leg]) -> None:
        """Take in a piece that has been played."""
        numbers: Ints | slice
        if self._numbers is None:
            numbers, self._at = slice(self._at, self._at + len(rows)), self._at + len(rows)
        else:
            numbers = self._numbers
        self.pieces.append(Piece(beat, numbers, rows.chance, now, legs, self._fresh))
        self._numbers = self._fresh = None


def leg(result: Going | Ending, marks: Marks | None, size: int, listening: Array) -> Leg:
    """Return the leg of a result in a piece of so many rows."""
    at = None if len(result.at) == size else result.at.astype(np.int32)
    told = listening[result.asked[0][result.here]].astype(np.int16)
    if isinstance(result, Going):
        result.rows.join = Join()
        return Leg(result.pick, at, told, result.rows.join, None, None)
    assert marks is not None
    overall = marks.overall
    return Leg(result.pick, at, told, None, overall.astype(np.int8), gauges(marks, result.state))


def gauges(marks: Marks, state: State) -> Array:
    """Return how the gauges stand, as one number: the overall that they amount to, and where equal, the lower heat."""
    found: Array = (marks.overall * (COOLEST + 1) + COOLEST - HEAT.each(state.control)).astype(np.int16)
    return found
