"""All plays from a point on: breadth first while the frontier is small, then piece by piece to the end."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

import numpy as np
from msgspec import Struct

from game.engine.passing import MARK, Passing
from game.engine.play import Play
from game.engine.scores import Weights
from game.proof.columns import MOST_WEIGHTS, WEIGHT_BITS
from game.proof.control import Spent
from game.proof.ends import Ends, Marks
from game.proof.loops import Loops, goes_on, goes_round
from game.proof.merging import WORTH, WORTH_LAST, merged
from game.proof.moves import Moves
from game.proof.rows import Rows, pieces, together
from game.proof.step import Ending, Going, turn
from game.proof.tally import Tally
from game.proof.walk import ids
from game.proof.watch import Watch

Progress = Callable[[float], None]
"""Is told how much of a random player's chance is done, 0 to 1."""

MOST_PLAYS: Final = 1 << 62
PIECE_COSTS: Final = 1500
ANSWER_COSTS: Final = 300
"""How many states could be played on in the time of one piece, however small, and of one answer of the engine."""
ENDLESS_AFTER: Final = 100_000
"""After so much effort, and each time that it has doubled, it is looked whether there can be an end to it."""
ENDLESS_UNTIL: Final = 800_000
"""Where there is none, so much effort is enough, or less if what waits has hardly any chance."""
HARDLY: Final = 1e-10
LOOKED_AT: Final = 20
"""So many plays are looked at then on each beat where plays wait."""


class Budget(Struct, frozen=True):
    """How far a proof goes: `rows` is how many states are played on, where what else takes time counts as so many more;
    no play is followed past `turns` picks.

    `piece` rows are worked on at a time. Up to `traced` states are kept for evidence, where that is wanted; past them,
    and past `frontier` rows that wait, the last beats come first, so that memory stays bounded. `samples` random plays
    are played where the rest has to be estimated.
    """

    rows: int = 25_000_000
    turns: int = 300
    piece: int = 1 << 16
    frontier: int = 1 << 20
    traced: int = 3_000_000
    samples: int = 20_000


@dataclass(slots=True)
class Waiting:
    """Rows that wait on one beat. `merged` says that equal ones are merged already, `worth` when merging pays here."""

    worth: float
    blocks: list[Rows] = field(default_factory=list)
    size: int = 0
    merged: bool = False

    def add(self, rows: Rows) -> None:
        """Let more rows wait."""
        self.blocks.append(rows)
        self.size += len(rows)
        self.merged = False

    def all(self, piece: int, watch: Watch | None) -> list[Rows]:
        """Return all rows in pieces, equal ones merged."""
        blocks, self.blocks, self.size = self.blocks, [], 0
        found = None if self.merged else merged(blocks, piece, self.worth, watch is not None)
        if watch is not None:
            watch.taken(blocks, None if found is None else found.numbers)
        return pieces(blocks if found is None else found.pieces, piece)

    def some(self, most: int) -> Rows:
        """Return so many rows at most, equal ones merged; the others go on waiting."""
        found = None if self.merged else merged(self.blocks, most, self.worth)
        rows = together(self.blocks if found is None else found.pieces)
        rest = rows.take(slice(most, None))
        self.blocks, self.size, self.merged = [rest] if len(rest) else [], len(rest), True
        return rows.take(slice(0, most))


class Exploration:
    """The plays of one case from one point on, folded into a tally. `left` is what the budget left over, by beat."""

    def __init__(
        self,
        moves: Moves,
        weights: Weights,
        budget: Budget,
        progress: Progress | None = None,
        watched: bool = False,
        passing: Passing = MARK,
    ) -> None:
        self.moves = moves
        self.budget = budget
        self.progress = progress
        self.ends = Ends(moves.case, weights, moves.salient, passing)
        self.watch = Watch(moves, self.ends) if watched else None
        self.tally = Tally()
        self.waiting: dict[int, Waiting] = {}
        self.states = 0
        self.met = 0
        """How many states were taken up, those among them that were not played on again too."""
        self.pieces = 0
        self.beats: set[int] = set()
        self.picked: set[tuple[int, int]] = set()
        self.left: list[tuple[int, Rows]] = []
        self.loops = Loops(moves)
        self.endless = False
        """Whether plays were seen that go round with ever new sums."""
        self._held = moves.size
        self.ranks = ranks(moves)
        self._alive = 1.0
        """How many plays wait in all: no row can hold more of them."""
        self._most = max((len(options) for options in moves.reach.options), default=1)

    def run(self, play: Play) -> None:
        """Play on from where `play` stands, in every way, as far as the budget goes."""
        self._push(self.moves.reach.place[play.state], self.moves.root(play, self.watch is not None))
        check = ENDLESS_AFTER if self.loops.beats else self.budget.rows
        while any(wait.size for wait in self.waiting.values()):
            if self.effort > min(check, self.budget.rows):
                if check >= self.budget.rows or self._enough(play, check):
                    break
                check *= 2
            beat, pieces = self._next()
            for at, rows in enumerate(pieces):
                try:
                    self._turn(rows, beat)
                except Spent:
                    self.left += [(beat, piece) for piece in pieces[at:]]
                    break
        self.left += [(beat, block) for beat, wait in self.waiting.items() for block in wait.blocks]
        self.waiting = {}

    def _enough(self, play: Play, done: int) -> bool:
        """Return whether no effort will end the plays that wait, since some go round with ever new sums, and so much
        was done that more would tell little.
        """
        blocks = [block for wait in self.waiting.values() for block in wait.blocks]
        if not self.endless:
            last = [wait.blocks[-1] for wait in self.waiting.values() if wait.size]
            rows = ((block, row) for block in last for row in range(0, len(block), -(-len(block) // LOOKED_AT)))
            self.endless = any(goes_round(play, ids(play, block.picks(row))) == "more" for block, row in rows)
            self.endless = self.endless or any(goes_on(play, ids(play, block.picks(0))) for block in last)
        faint = sum(float(block.chance.sum()) for block in blocks) < HARDLY
        return self.endless and (faint or done >= ENDLESS_UNTIL)

    @property
    def effort(self) -> int:
        """How much was done so far, in states."""
        return self.states + PIECE_COSTS * self.pieces + ANSWER_COSTS * (self.moves.size - self._held)

    def _turn(self, rows: Rows, beat: int) -> None:
        number = self.met
        self.met += len(rows)
        first = self.loops.first(rows, beat, number)
        if first is not None:
            over = self.loops.fade(rows, first, number)
            if self.watch is not None:
                self.watch.came_again(first, over, number)
            if over.all():
                return
            rows = rows.take(np.flatnonzero(~over)) if over.any() else rows
        if rows.depth >= self.budget.turns or int((rows.state.sums & (1 << WEIGHT_BITS) - 1).max()) > MOST_WEIGHTS:
            self.left.append((beat, rows))
            return
        if self._alive * self._most > MOST_PLAYS:
            rows.plays = rows.plays.astype(object)
        self._alive -= float(rows.plays.sum())
        results = list(turn(self.moves, rows, beat))
        self.states += len(rows)
        self.pieces += 1
        self.beats.add(beat)
        marks = [self._on(beat, result) for result in results]
        if self.watch is not None:
            self.watch.turned(rows, beat, results, marks)
        if self.progress is not None:
            self.progress(min(self.tally.chance, 1.0))

    def _on(self, beat: int, result: Going | Ending) -> Marks | None:
        """Let plays that go on wait, and add up those that have ended; return the scores of these."""
        self.picked.add((beat, result.pick))
        if isinstance(result, Ending):
            return self.tally.fold(self.moves, self.ends, result)
        self._alive += float(result.rows.plays.sum())
        self._push(result.beat, result.rows)
        return None

    def _push(self, beat: int, rows: Rows) -> None:
        """Let rows wait on a beat."""
        self.moves.settle(rows.state, beat)
        if beat not in self.waiting:
            self.waiting[beat] = Waiting(WORTH if self.moves.reach.ways[beat] else WORTH_LAST)
        self.waiting[beat].add(rows)

    def _next(self) -> tuple[int, list[Rows]]:
        """Return the pieces to be played next: a whole early beat, or one piece of the last beat if many rows wait."""
        waiting = [beat for beat, wait in self.waiting.items() if wait.size]
        size = sum(self.waiting[beat].size for beat in waiting)
        traced = self.met + size <= self.budget.traced
        if self.watch is not None and not traced:
            self.watch.trace = None
        crowded = size > self.budget.frontier and not traced
        beat = (max if crowded else min)(waiting, key=lambda one: (self.ranks[one], one))
        wait, piece = self.waiting[beat], self.budget.piece
        return beat, [wait.some(piece)] if crowded else wait.all(piece, self.watch)


def ranks(moves: Moves) -> list[int]:
    """Return for each beat how late it comes: no beat before those that lead to it, as far as there are no loops.

    Beats that only interrupts lead to come first: from them plays go back to where they were.
    """
    ways = moves.reach.ways
    found, seen = [-1] * len(ways), [False] * len(ways)
    order: list[int] = []
    todo = [(moves.reach.place[moves.case.scenario.start], False)]
    while todo:
        beat, left = todo.pop()
        if left:
            order.append(beat)
        elif not seen[beat]:
            seen[beat] = True
            todo.append((beat, True))
            todo.extend((to, False) for to in ways[beat] if not seen[to])
    for rank, beat in enumerate(reversed(order)):
        found[beat] = rank
    return found
