"""One turn of many plays at once: every response on offer is picked in every row of a beat."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from game.proof.columns import Array, At, Floats, Ints, different, drawn
from game.proof.cores import cores, spread
from game.proof.moves import Moves
from game.proof.rows import Rows, State, lengthened


@dataclass(slots=True)
class Ending:
    """Plays that a pick has ended: the ending's number, and what a `Going` has of the pick.

    `last` are their last states, or where `of` is given the cores of these: then it tells each play's core, and `sums`
    what is to be added to the sums of that.
    """

    last: State
    of: Ints | None
    sums: Ints
    ending: int
    before: Rows
    at: Ints
    pick: int
    chance: Floats
    asked: list[Ints]
    here: At
    _state: State | None = None

    @property
    def state(self) -> State:
        """The last state of each play."""
        if self._state is None:
            self._state = spread(self.last, self.of, self.sums)
        return self._state


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
    found = cores(rows.state)
    state, of = (rows.state, None) if found is None else found
    offered = moves.offered(state, beat)
    count = np.zeros(len(state))
    for open_ in offered:
        count += 1 if open_ is None else open_
    share = rows.chance / (count if of is None else drawn(count, of))
    everywhere = np.arange(len(rows))
    for pick, open_ in enumerate(offered):
        if open_ is None or open_.all():
            yield from _followed(moves, Picked(rows, beat, pick, everywhere, state, of), share)
        elif open_.any():
            there = Picked(rows, beat, pick, everywhere, state, of).at_some(open_)
            yield from _followed(moves, there, share)


def follow(moves: Moves, rows: Rows, beat: int, pick: int, at: Ints, share: Floats) -> Iterator[Going | Ending]:
    """Yield what one pick makes of the rows `at`: the plays that go on, beat by beat, and those that have ended.

    `share` is how likely a random player picks it, for each row.
    """
    state = rows.state if len(at) == len(rows) else rows.state.take(at)
    yield from _followed(moves, Picked(rows, beat, pick, at, state, None), share)


class Picked(NamedTuple):
    """A pick in the rows `at` of a piece: their states, or where `of` is given the cores of these."""

    rows: Rows
    beat: int
    pick: int
    at: Ints
    state: State
    of: Ints | None

    def at_some(self, which: Array) -> "Picked":
        """Return the pick in some of the states only."""
        inside, of = within(self.of, which)
        here = inside if self.of is None else np.flatnonzero(which)
        return self._replace(at=drawn(self.at, inside), state=self.state.take(here), of=of)


def within(of: Ints | None, which: Array) -> tuple[Ints, Ints | None]:
    """Return the rows whose states are among `which`, and for each of them the place of its core among these."""
    if of is None:
        return np.flatnonzero(which), None
    inside = np.flatnonzero(drawn(which, of))
    return inside, drawn(np.cumsum(which) - 1, drawn(of, inside))


def _followed(moves: Moves, picked: Picked, share: Floats) -> Iterator[Going | Ending]:
    """Yield what a pick makes of its rows; states are worked on as they are given, and spread to all rows last."""
    rows, beat, pick, at, state, of = picked
    after, to, asked = moves.picked(state, beat, pick)
    spans = moves.spanned(rows.spans, at, asked if of is None else [drawn(which, of) for which in asked])
    for place, here, inside, own in _places(to, of):
        there = after if isinstance(here, slice) else after.take(here)
        some, told = drawn(at, inside), inside if of is None else drawn(of, inside)
        cut = slice(None) if len(some) == len(rows) else some
        chance, sums = drawn(share, cut), drawn(rows.state.sums, cut)
        if place < 0:
            last = moves.closed(there, state, here, beat, pick)
            yield Ending(last, own, sums, -1 - place, rows, some, pick, chance, asked, told)
            continue
        path = lengthened([drawn(word, cut) for word in rows.path], pick)
        levels = [span[inside] for span in spans]
        on = Rows(spread(there, own, sums), drawn(rows.plays, cut), chance, path, rows.depth + 1, levels)
        yield Going(place, on, pick, some, asked, told)


def _places(to: Array, of: Ints | None) -> Iterator[tuple[int, At, At, Ints | None]]:
    """Yield each place that was come to, with the states that came there, their rows, and the core of each of these.

    Slices where all have come there.
    """
    places = different(to)
    if len(places) == 1:
        yield places[0], slice(None), slice(None), of
        return
    for place in places:
        inside, own = within(of, to == place)
        yield place, inside if of is None else np.flatnonzero(to == place), inside, own
