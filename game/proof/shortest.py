"""The shortest good way through a talk: with how few turns a play of one customer can come to a good end."""

from typing import Final

import numpy as np
from msgspec import Struct

from game.engine.play import Play
from game.engine.scores import STANDARD, Verdict, Weights
from game.proof.arrive import merit
from game.proof.columns import MOST_WEIGHTS, WEIGHT_BITS
from game.proof.control import Spent
from game.proof.ends import AWARDS, VERDICTS, Ends
from game.proof.loops import Loops
from game.proof.merging import WORTH, merged
from game.proof.moves import Moves
from game.proof.rows import Rows, pieces, together
from game.proof.step import Ending, turn
from game.proof.tally import Tally
from game.proof.walk import ids

GOOD: Final = 80
"""From this overall a way is good, whatever its verdict but the lowest."""
BELOW: Final = VERDICTS.index("below")


class Short(Struct, frozen=True):
    """The picks of a play of fewest turns among the good ones, the best of them; its overall (0 to 100) and verdict.

    Good is an overall of 80 or more with a verdict above below; where no play has that, the best verdict that any has.
    Where `exact` is not set there may be a shorter one, or a good one where none was found.
    """

    picks: tuple[str, ...]
    overall: int
    verdict: Verdict
    exact: bool

    @property
    def good(self) -> bool:
        """Whether it comes to a good end, rather than to the best that there is."""
        return self.overall >= GOOD and self.verdict != "below"

    @property
    def turns(self) -> int:
        """How many turns it takes."""
        return len(self.picks)


class Reach(Struct, frozen=True):
    """How far is searched: after `whole` states each beat keeps its `few` best ones only, after `most` it is enough."""

    whole: int = 2_000_000
    most: int = 4_000_000
    few: int = 2_000
    turns: int = 300
    piece: int = 1 << 16


FAR: Final = Reach()
"""A second or less for the scenarios that come with the game."""


def shortest(play: Play, weights: Weights = STANDARD, reach: Reach = FAR) -> Short | None:
    """Return the shortest good way on from where a play stands, which is left alone.

    None where the play is over, or where no end was found as far as was searched.
    """
    return None if play.over else _Search(play, weights, reach).run()


Way = tuple[int, list[int]]
"""The overall of a play that has ended, and its picks as places of options."""


class _Search:
    """Goes through all plays turn by turn, and stops at the first turn that ends a good one."""

    def __init__(self, play: Play, weights: Weights, reach: Reach) -> None:
        self.play = play
        self.reach = reach
        self.moves = Moves(play.case)
        self.ends = Ends(play.case, weights, self.moves.salient)
        self.loops = Loops(self.moves)
        self.tally = Tally()
        self.exact = True
        self.looked = 0
        self.good: tuple[int, int, list[int]] | None = None
        """The best good way of the turn that ended one: its verdict, as a place in `VERDICTS`, overall and picks."""
        self.best: dict[int, Way] = {}
        """For each verdict, as a place in `VERDICTS`, the best of the shortest ways to it."""
        self._here: dict[int, Way] = {}

    def run(self) -> Short | None:
        """Return the best of the shortest good ways, else of the shortest ways to the best verdict."""
        layer = {self.moves.reach.place[self.play.state]: [self.moves.root(self.play)]}
        depth = 0
        while layer and self.good is None:
            if depth == self.reach.turns or self.looked > self.reach.most:
                self.exact = False
                break
            layer = self._turned(layer)
            self.best = self._here | self.best
            self._here = {}
            depth += 1
        return self._told()

    def _told(self) -> Short | None:
        if not self.best:
            return None
        verdict = min(self.best)
        overall, picks = self.best[verdict]
        if self.good is not None:
            verdict, overall, picks = self.good
        name: Verdict = VERDICTS[verdict]
        return Short(ids(self.play, picks), overall, name, self.exact)

    def _turned(self, layer: dict[int, list[Rows]]) -> dict[int, list[Rows]]:
        """Play one turn everywhere; return what goes on, by beat."""
        came: dict[int, list[Rows]] = {}
        for beat, blocks in layer.items():
            for rows in pieces(blocks, self.reach.piece):
                self._piece(beat, rows, came)
        return {beat: kept for beat, blocks in came.items() if (kept := self._new(beat, blocks))}

    def _piece(self, beat: int, rows: Rows, came: dict[int, list[Rows]]) -> None:
        try:
            results = list(turn(self.moves, rows, beat))
        except Spent:
            self.exact = False
            return
        for result in results:
            if isinstance(result, Ending):
                self._ended(result)
            else:
                self.moves.settle(result.rows.state, result.beat)
                came.setdefault(result.beat, []).append(result.rows)

    def _ended(self, ending: Ending) -> None:
        """Keep, of plays that have ended, the best of each verdict; a good one ends the search after this turn."""
        marks, _ = self.tally.scored(self.moves, self.ends, ending)
        verdicts, overall = AWARDS[marks.may, marks.overall], marks.overall
        for verdict in np.unique(verdicts).tolist():
            at = np.flatnonzero(verdicts == verdict)
            row = int(at[overall[at].argmax()])
            way = (int(overall[row]), [*ending.before.picks(int(ending.at[row])), ending.pick])
            kept = self._here.get(verdict)
            if kept is not None and kept[0] >= way[0]:
                continue
            self._here[verdict] = way
            if verdict != BELOW and way[0] >= max(GOOD, 0 if self.good is None else self.good[1] + 1):
                self.good = (verdict, *way)

    def _new(self, beat: int, blocks: list[Rows]) -> list[Rows]:
        """Return the rows that are to be played on: equal ones once, none that stood here before, none too long."""
        found = merged(blocks, self.reach.piece, WORTH)
        rows = together(blocks if found is None else found.pieces)
        number, self.looked = self.looked, self.looked + len(rows)
        first = self.loops.first(rows, beat, number)
        if first is not None:
            rows = rows.take(np.flatnonzero(first == np.arange(number, number + len(rows))))
        short = (rows.state.sums & (1 << WEIGHT_BITS) - 1) <= MOST_WEIGHTS
        if not short.all():
            self.exact = False
            rows = rows.take(np.flatnonzero(short))
        if self.looked > self.reach.whole and len(rows) > self.reach.few:
            self.exact = False
            rows = rows.take(np.argsort(-merit(rows.state), kind="stable")[: self.reach.few])
        return [rows] if len(rows) else []
