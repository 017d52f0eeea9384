"""States that differ in their sums alone, taken as one: what a pick does to all else is worked out once for them."""

from typing import Final, NamedTuple

import numpy as np

from game.proof.columns import WORD, Ints, drawn
from game.proof.rows import State, hashed

FEW: Final = 500
"""Fewer states are not worth the search."""
SAMPLED_BITS: Final = 4
"""About one state in two to the power of this is looked at to see how many are the same but for their sums."""
WORTH: Final = 0.65
"""There have to be fewer cores than this part of the states, or finding them takes more time than it saves."""


class Cores(NamedTuple):
    """States whose sums are 0, and for each of the states that they stand for its place among them."""

    state: State
    of: Ints


def cores(state: State) -> Cores | None:
    """Return what is left of states without their sums, each once (a few may come twice); None if too few agree."""
    if len(state) < FEW:
        return None
    columns = [column for column in state.columns if column is not state.sums]
    few = np.flatnonzero(hashed([state.perceived ^ state.control]) >> np.uint64(WORD - SAMPLED_BITS) == 0)
    if len(np.unique(hashed([drawn(column, few) for column in columns]))) > WORTH * len(few):
        return None
    mixed = hashed(columns)
    # One state for each slot stands for all that are equal to it; the others in the slot stand for themselves.
    bits = 1 + len(state).bit_length()
    slots = (mixed >> np.uint64(WORD - bits)).view(np.int64)
    last, own = np.empty(1 << bits, np.int64), np.arange(len(state))
    last[slots] = own
    first = drawn(last, slots)
    equal = np.ones(len(state), bool)
    for column in columns:
        equal &= drawn(column, first) == column
    first = np.where(equal, first, own)
    new = first == own
    found = state.take(np.flatnonzero(new))
    found.sums = np.zeros(len(found), np.int64)
    return Cores(found, drawn(np.cumsum(new) - 1, first))


def spread(state: State, of: Ints | None, sums: Ints) -> State:
    """Return the states that cores stand for, `sums` added to theirs; `of` None: the states stand for themselves."""
    if of is None:
        return state
    found = state.take(of)
    found.sums += sums
    return found
