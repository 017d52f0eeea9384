"""A random player where the rest is too much to be played in every way: an estimate, with how far it can be trusted."""

from collections.abc import Iterator
from typing import Final

import numpy as np

from game.proof.columns import Array, Floats
from game.proof.ends import SCORES, VERDICTS
from game.proof.explore import Exploration
from game.proof.rows import Rows, together
from game.proof.step import Ending, Going, follow

SEED: Final = 20261121
"""The same scenario gives the same estimate every time."""
SURE: Final = 1.959964
"""So many standard errors either way hold 95 % of all estimates."""

MANY_BEATS: Final = 1000
"""Of more beats, it is not kept what picks do once plays have left them: it would take most of the memory."""


class Sample:
    """Random plays from the states that an exploration has left; `chance` is how likely a random player gets there."""

    def __init__(self, exploration: Exploration, plays: int) -> None:
        self.exploration = exploration
        self.chance = sum(float(rows.chance.sum()) for _, rows in exploration.left)
        self.plays = plays
        self.ended = 0
        self.sums = dict.fromkeys(SCORES, 0.0)
        self.squares = dict.fromkeys(SCORES, 0.0)
        self.reached: dict[str, set[int]] = {name: set() for name in SCORES}
        """Of each score, values that were reached, its least and its most among them."""
        self.shares: dict[tuple[str, str], int] = {}
        self._dice = np.random.default_rng(SEED)
        self._play()

    def _play(self) -> None:
        turns = self.exploration.budget.turns
        many = len(self.exploration.moves.reach.beats) > MANY_BEATS
        waiting = self._drawn()
        while waiting:
            beat = min(waiting)
            rows = together(waiting.pop(beat))
            if rows.depth >= 2 * turns:
                continue
            for result in self._turn(rows, beat):
                if isinstance(result, Going):
                    self.exploration.moves.settle(result.rows.state, result.beat)
                    waiting.setdefault(result.beat, []).append(result.rows)
                else:
                    self._end(result)
            if many:
                self.exploration.moves.forget(beat)

    def _drawn(self) -> dict[int, list[Rows]]:
        """Return where the random plays begin: each state as often as its chance says."""
        left = self.exploration.left
        chances = np.concatenate([rows.chance for _, rows in left])
        drawn = np.sort(self._dice.choice(len(chances), self.plays, p=chances / chances.sum()))
        found: dict[int, list[Rows]] = {}
        first = 0
        for beat, rows in left:
            here = drawn[(drawn >= first) & (drawn < first + len(rows))] - first
            first += len(rows)
            if len(here):
                found.setdefault(beat, []).append(rows.take(here))
        return found

    def _turn(self, rows: Rows, beat: int) -> Iterator[Going | Ending]:
        """Pick one response of those on offer in each row, all with the same chance."""
        moves = self.exploration.moves
        offered = [np.ones(len(rows), bool) if one is None else one for one in moves.offered(rows.state, beat)]
        table: Array = np.stack(offered)
        wanted = (self._dice.random(len(rows)) * table.sum(axis=0)).astype(np.int64)
        place = np.cumsum(table, axis=0)
        ones: Floats = np.ones(len(rows))
        for pick in range(len(offered)):
            at = np.flatnonzero(table[pick] & (place[pick] == wanted + 1))
            if len(at):
                yield from follow(moves, rows, beat, pick, at, ones)

    def _end(self, ending: Ending) -> None:
        exploration = self.exploration
        marks, id_ = exploration.tally.scored(exploration.moves, exploration.ends, ending)
        exploration.tally.stand_out(marks, ending)
        self.ended += len(ending.at)
        for name, values in marks.scores.items():
            self.sums[name] += float(values.sum())
            self.squares[name] += float((values * values).sum())
            self.reached[name] |= {int(values.min()), int(values.max())}
        self._share("ending", id_, len(ending.at))
        self._share("passing", "", int(exploration.ends.passed(marks).sum()))
        for verdict, name in enumerate(VERDICTS):
            self._share("verdict", name, int((marks.verdict == verdict).sum()))

    def _share(self, kind: str, name: str, count: int) -> None:
        self.shares[kind, name] = self.shares.get((kind, name), 0) + count

    def mean(self, name: str) -> tuple[float, float]:
        """Return the mean of a score over the random plays that came to an end, and its standard error."""
        if not self.ended:
            return 50.0, 50.0
        mean = self.sums[name] / self.ended
        spread = max(self.squares[name] / self.ended - mean * mean, 0.0)
        return mean, float(np.sqrt(spread / self.ended))

    def share(self, kind: str, name: str) -> float:
        """Return how many of the random plays that came to an end were of this kind, 0 to 1."""
        return self.shares.get((kind, name), 0) / self.ended if self.ended else 0.0
