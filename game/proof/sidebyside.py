"""Responses of a beat side by side, right after the turn: which of them outdoes another in everything, everywhere."""

import numpy as np

from game.engine.layout import SILENCE
from game.engine.scores import BUDGET
from game.proof.columns import LANES, WIDE, Array, Ints, unpacked
from game.proof.control import HEAT, WHOLE, ZONES
from game.proof.ends import means
from game.proof.moves import Moves
from game.proof.rows import Rows, State
from game.proof.step import Ending, Going


class Stood:
    """Where one pick has led the rows of a piece: `row` is each one's place in `states`, -1 where it was not on offer.

    `to` is the beat, or -1 - the ending's number.
    """

    def __init__(self, size: int, results: list[Going | Ending]) -> None:
        self.to: Ints = np.zeros(size, np.int64)
        self.part: Ints = np.full(size, -1, np.int64)
        self.row: Ints = np.zeros(size, np.int64)
        self.states = [result.rows.state if isinstance(result, Going) else result.state for result in results]
        for part, result in enumerate(results):
            self.to[result.at] = result.beat if isinstance(result, Going) else -1 - result.ending
            self.part[result.at] = part
            self.row[result.at] = np.arange(len(result.at))


class Duels:
    """Pairs of responses of a beat of which, so far, the second has always led to the same place and been as good.

    As good in everything that the gauges show: heat, empathy, NVC, set points, each level of perceived, each deed that
    counts, the budget; and the same in all else that can still be read: other meters, zones, open promises, marks.
    """

    def __init__(self, moves: Moves) -> None:
        self.moves = moves
        self.pairs: dict[int, set[tuple[int, int]]] = {}
        self._budget = moves.case.layout.meter_places.get(BUDGET)

    def fight(self, rows: Rows, beat: int, results: list[Going | Ending]) -> None:
        """Take in a piece that has been played."""
        if beat not in self.pairs:
            spoken = [at for at, option in enumerate(self.moves.reach.options[beat]) if option.id != SILENCE]
            self.pairs[beat] = {(one, other) for one in spoken for other in spoken if one != other}
        pairs = self.pairs[beat]
        picks = {pick for pair in pairs for pick in pair}
        stood = {pick: Stood(len(rows), [one for one in results if one.pick == pick]) for pick in picks}
        self.pairs[beat] = {pair for pair in pairs if self._outdone(stood[pair[0]], stood[pair[1]])}

    def _outdone(self, one: Stood, other: Stood) -> bool:
        """Return whether the other pick is on offer wherever the one is, and as good everywhere."""
        here = one.part >= 0
        if bool((here & ((other.part < 0) | (one.to != other.to))).any()):
            return False
        many = len(other.states)
        both = np.where(here, one.part * many + other.part, -1)
        for pair in np.flatnonzero(np.bincount(both + 1)[1:]).tolist():
            at, (a, b) = np.flatnonzero(both == pair), divmod(pair, many)
            mine, theirs = one.states[a].take(one.row[at]), other.states[b].take(other.row[at])
            if not self._as_good(theirs, mine, bool(one.to[at[0]] < 0)):
                return False
        return True

    def _as_good(self, a: State, b: State, over: bool) -> bool:
        """Return whether states are in every row as good as others; where plays are over, only zones are still read."""
        rest = np.uint64(ZONES.mask if over else WHOLE & ~HEAT.mask)
        worse = [HEAT.each(a.control) > HEAT.each(b.control), _levels(a) < _levels(b)]
        worse += [x < y for x, y in _deeds(a, b)]
        other = [a.control & rest != b.control & rest]
        other += [] if over else [x != y for x, y in zip(a.marks, b.marks, strict=True)]
        for place, (x, y) in enumerate(zip(a.meters, b.meters, strict=True)):
            other.append(x < y if place == self._budget else x != y)
        return not any(bool(rows.any()) for rows in (*worse, *other)) and _listened(a, b)


def _listened(a: State, b: State) -> bool:
    """Return whether set points and the running means of states are in every row as good as others'."""
    mine, theirs = unpacked(a.sums), unpacked(b.sums)
    if bool((mine[0] < theirs[0]).any()):
        return False
    pairs = zip(means(mine[3], *mine[1:3]), means(theirs[3], *theirs[1:3]), strict=True)
    return not any(bool((x < y).any()) for x, y in pairs)


def _levels(state: State) -> Array:
    return state.perceived.view(np.uint8).reshape(-1, LANES)


def _deeds(a: State, b: State) -> list[tuple[Array, Array]]:
    return [
        (x.view(np.int16).reshape(-1, WIDE), y.view(np.int16).reshape(-1, WIDE))
        for x, y in zip(a.deeds, b.deeds, strict=True)
    ]
