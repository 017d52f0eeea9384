"""Plays that can go on for ever: only a response picked again leads back to a state that was there before."""

from random import Random
from typing import Final, Literal

import numpy as np

from game.engine.play import Play, choose
from game.proof.columns import Array, Ints
from game.proof.moves import Moves
from game.proof.rows import Rows
from game.proof.walk import again

FADED: Final = 1e-30
"""A state that comes again with less chance than this adds nothing to any sum of doubles."""

WALKS: Final = 4
FURTHER: Final = 400
"""So many plays are followed for so many picks to see whether they go round."""


class Loops:
    """Remembers the states that were played on where a response can be picked again."""

    def __init__(self, moves: Moves) -> None:
        self.moves = moves
        options = enumerate(moves.reach.options)
        self.beats = {beat for beat, offered in options if any(option.response.again for option in offered)}
        self.faded: list[Rows] = []
        self._met: dict[int, dict[bytes, int]] = {beat: {} for beat in self.beats}

    def first(self, rows: Rows, beat: int, number: int) -> Ints | None:
        """Return for each row the number of the row that first was the same state; the rows' own begin at `number`.

        None for beats where no state can come again.
        """
        if beat not in self.beats:
            return None
        met = self._met[beat]
        return np.array([met.setdefault(key, own) for own, key in enumerate(_keys(rows), number)])

    def fade(self, rows: Rows, first: Ints, number: int) -> Array:
        """Return which rows need not be played on: they were before, and now come with hardly any chance."""
        over: Array = (first < np.arange(number, number + len(rows))) & (rows.chance < FADED)
        if over.any():
            self.faded.append(rows.take(np.flatnonzero(over)))
        return over


def _keys(rows: Rows) -> list[bytes]:
    table = np.stack([column.view(np.uint64) for column in rows.state.columns], axis=1)
    return [row.tobytes() for row in table]


Round = Literal["no", "same", "more"]


def goes_round(play: Play, picks: tuple[str, ...]) -> Round:
    """Return whether these picks, from where `play` stands, come back to a state: what led there can be done for ever.

    What only adds up is left out of the comparison: "same" says that it did not change either, "more" that it did, so
    that there are always new scores. The play is left alone.
    """
    walked = again(play)
    met: dict[tuple[object, ...], tuple[object, ...]] = {}
    found: Round = "no"
    for steps, pick in enumerate((*picks, None), 1):
        core, added = _core(walked), _added(walked)
        if met.setdefault(core, added) != added:
            return "more"
        found = "same" if steps > len(met) else found
        if pick is not None:
            choose(walked, pick)
    return found


def goes_on(play: Play, picks: tuple[str, ...]) -> bool:
    """Return whether these picks, from where `play` stands, can be followed by others that go round with ever new sums.

    On each beat it is one response, which can be picked again, that is picked over and over: what has its limits, a
    meter say, reaches them in time. The play is left alone; that none was found does not say that there is none.
    """
    return any(_goes_on(play, picks, Random(number)) for number in range(WALKS))


def _goes_on(play: Play, picks: tuple[str, ...], dice: Random) -> bool:
    walked = again(play)
    for pick in picks:
        choose(walked, pick)
    habits: dict[str, str] = {}
    met: dict[tuple[object, ...], tuple[object, ...]] = {}
    for _ in range(FURTHER):
        offered = [] if walked.stage is None else [one for one in walked.stage.options if one.offered(walked)]
        ids = [one.id for one in offered if one.response.again]
        if not ids:
            return False
        core, added = _core(walked), _added(walked)
        if met.setdefault(core, added) != added:
            return True
        habit = habits.setdefault(walked.state, dice.choice(ids))
        choose(walked, habit if habit in ids else ids[0])
    return False


def _added(play: Play) -> tuple[object, ...]:
    standing = play.standing
    sums = standing.empathy_sum, standing.nvc_sum, standing.turn_weights
    return (standing.set_points, standing.deeds, standing.broken_promises, *sums)


def _core(play: Play) -> tuple[object, ...]:
    standing = play.standing
    return (
        play.state,
        play.back,
        play.interrupted,
        standing.heat,
        standing.perceived,
        standing.desired,
        standing.adequate,
        standing.meters,
        standing.marks,
        standing.open_promises,
    )
