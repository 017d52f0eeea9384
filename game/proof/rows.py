"""Plays that stand on one beat, as columns: a row is a state, with how many plays it holds and how likely they are."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from game.proof.columns import LANES, Array, At, Floats, Ints, Words, drawn


@dataclass(slots=True)
class State:
    """Where plays stand, one row each: `perceived` in lanes of a byte by component, `deeds` of two by salient one."""

    control: Words
    marks: list[Words]
    perceived: Words
    deeds: list[Words]
    sums: Ints
    meters: list[Array]

    def __len__(self) -> int:
        return len(self.control)

    @property
    def columns(self) -> list[Array]:
        """All columns."""
        return [self.perceived, self.sums, self.control, *self.marks, *self.deeds, *self.meters]

    def levels(self, place: int) -> Array:
        """Return the perceived level of the component at `place`."""
        return self.perceived.view(np.uint8).reshape(-1, LANES)[:, place]

    def take(self, at: At) -> "State":
        """Return the rows at these places."""
        return State(
            drawn(self.control, at),
            [drawn(one, at) for one in self.marks],
            drawn(self.perceived, at),
            [drawn(one, at) for one in self.deeds],
            drawn(self.sums, at),
            [drawn(one, at) for one in self.meters],
        )


class Join:
    """For rows that went on waiting, the numbers of the states that they have become part of."""

    __slots__ = ("states",)

    def __init__(self) -> None:
        self.states: npt.NDArray[np.int32] = np.zeros(0, np.int32)


@dataclass(slots=True)
class Rows:
    """States with the plays that led to them.

    `plays` counts plays exactly (Python's own integers where 64 bits might not do), `chance` is how likely a random
    player gets here, `path` the picks of one of the plays, three bits each after a leading 1, the lowest word first;
    `depth` is the fewest picks of any. `spans` are the least and the most perceived of the plays, in lanes, where the
    state leaves some of it out and somebody wants to know; `join` is where a trace notes what has become of the rows.
    """

    state: State
    plays: Array
    chance: Floats
    path: list[Words]
    depth: int
    spans: list[Words] = field(default_factory=list)
    join: "Join | None" = None

    def __len__(self) -> int:
        return len(self.state)

    def take(self, at: At) -> "Rows":
        """Return the rows at these places."""
        path = [drawn(one, at) for one in self.path]
        spans = [drawn(one, at) for one in self.spans]
        return Rows(self.state.take(at), drawn(self.plays, at), drawn(self.chance, at), path, self.depth, spans)

    def picks(self, row: int) -> list[int]:
        """Return one row's picks, as places of options."""
        path = sum(int(word[row]) << 64 * place for place, word in enumerate(self.path))
        found = []
        while path > 1:
            found.append(path & 7)
            path >>= 3
        return found[::-1]


def together(blocks: Sequence[Rows]) -> Rows:
    """Return the rows of all blocks as one."""
    if len(blocks) == 1:
        return blocks[0]
    states, words = [block.state for block in blocks], max(len(block.path) for block in blocks)
    first = states[0]
    state = State(
        np.concatenate([one.control for one in states]),
        [np.concatenate([one.marks[at] for one in states]) for at in range(len(first.marks))],
        np.concatenate([one.perceived for one in states]),
        [np.concatenate([one.deeds[at] for one in states]) for at in range(len(first.deeds))],
        np.concatenate([one.sums for one in states]),
        [np.concatenate([one.meters[at] for one in states]) for at in range(len(first.meters))],
    )
    return Rows(
        state,
        np.concatenate([block.plays for block in blocks]),
        np.concatenate([block.chance for block in blocks]),
        [np.concatenate([_word(block, at) for block in blocks]) for at in range(words)],
        min(block.depth for block in blocks),
        [np.concatenate(parts) for parts in zip(*(block.spans for block in blocks), strict=True)],
    )


def _word(block: Rows, at: int) -> Words:
    return block.path[at] if at < len(block.path) else np.zeros(len(block), np.uint64)


def lengthened(path: list[Words], pick: int) -> list[Words]:
    """Return paths with one more pick; a word more where the highest is full."""
    three, carry = np.uint64(3), np.uint64(61)
    longer = [(path[0] << three) | np.uint64(pick)]
    longer += [(word << three) | (below >> carry) for below, word in pairwise(path)]
    if bool((path[-1] >> carry).any()):
        longer.append(path[-1] >> carry)
    return longer


def pieces(blocks: list[Rows], size: int) -> list[Rows]:
    """Return the rows of all blocks, in their order, in pieces of so many at most; small blocks come together."""
    found: list[Rows] = []
    small: list[Rows] = []
    for block in blocks:
        if small and sum(map(len, small)) + len(block) > size:
            found.append(together(small))
            small = []
        if len(block) > size:
            found += [block.take(slice(at, at + size)) for at in range(0, len(block), size)]
        else:
            small.append(block)
    return [*found, together(small)] if small else found


def hashed(columns: Sequence[Array]) -> Words:
    """Return a number for each row that is the same for equal rows and nearly never for others."""
    mixed = np.zeros(len(columns[0]), np.uint64)
    for column in columns:
        mixed ^= mixed >> np.uint64(29)
        mixed += column.view(np.uint64)
        mixed *= np.uint64(0x9E3779B97F4A7C15)
    mixed ^= mixed >> np.uint64(32)
    mixed *= np.uint64(0xD6E8FEB86659FD93)
    return mixed
