"""One turn of many plays at once: every response on offer is picked in every row of a beat."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from game.proof.columns import Array, Floats, Ints, different
from game.proof.moves import Moves
from game.proof.rows import At, Rows, State, lengthened


@dataclass(slots=True)
class Ending:
    """Plays that a pick has ended: their last states and the ending's number, and what a `Going` has of the pick."""

    state: State
    ending: int
    before: Rows
    at: Ints
    pick: int
    chance: Floats
    asked: list[Ints]
    here: At


@dataclass(slots=True)
class Going:
    """Plays that go on, on one beat: the rows `at` of the piece that was played, after this pick.

    `asked` are the numbers of the answers for all rows of the pick, of which `here` are these.
    """

    beat: int
    rows: Rows
    pick: int
    at: Ints
    asked: list[Ints]
    here: At


def turn(moves: Moves, rows: Rows, beat: int) -> Iterator[Going | Ending]:
    """Yield, for each option of the beat that is on offer, the plays that go on and the plays that it ends."""
    offered = moves.offered(rows.state, beat)
    count = np.zeros(len(rows))
    for open_ in offered:
        count += 1 if open_ is None else open_
    share = rows.chance / count
    everywhere = np.arange(len(rows))
    for pick, open_ in enumerate(offered):
        at = everywhere if open_ is None else np.flatnonzero(open_)
        if len(at):
            yield from follow(moves, rows, beat, pick, at, share)


def follow(moves: Moves, rows: Rows, beat: int, pick: int, at: Ints, share: Floats) -> Iterator[Going | Ending]:
    """Yield what one pick makes of the rows `at`: the plays that go on, beat by beat, and those that have ended.

    `share` is how likely a random player picks it, for each row.
    """
    state = rows.state if len(at) == len(rows) else rows.state.take(at)
    after, to, asked = moves.picked(state, beat, pick)
    spans = moves.spanned(rows.spans, at, asked)
    for place, here in _places(to):
        some, there = at[here], after if isinstance(here, slice) else after.take(here)
        cut = slice(None) if len(some) == len(rows) else some
        if place < 0:
            last = moves.closed(there, rows.state, some, beat, pick)
            yield Ending(last, -1 - place, rows, some, pick, share[cut], asked, here)
            continue
        path = lengthened([word[cut] for word in rows.path], pick)
        levels = [span[here] for span in spans]
        on = Rows(there, rows.plays[cut], share[cut], path, rows.depth + 1, levels)
        yield Going(place, on, pick, some, asked, here)


def _places(to: Array) -> Iterator[tuple[int, At]]:
    """Yield each place that was come to, with its rows; a slice where all have come there."""
    places = different(to)
    if len(places) == 1:
        yield places[0], slice(None)
        return
    for place in places:
        yield place, np.flatnonzero(to == place)
