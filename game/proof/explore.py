"""All plays from a point on: breadth first while the frontier is small, then piece by piece to the end."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from msgspec import Struct

from game.engine.play import Play
from game.engine.scores import Weights
from game.proof.columns import MOST_WEIGHTS, WEIGHT_BITS
from game.proof.control import Spent
from game.proof.ends import Ends
from game.proof.loops import Loops
from game.proof.moves import Moves
from game.proof.rows import Rows, merged, together
from game.proof.step import Going, turn
from game.proof.tally import Tally

Progress = Callable[[float], None]
"""Is told how much of a random player's chance is done, 0 to 1."""

MOST_PLAYS: Final = 1 << 62


class Budget(Struct, frozen=True):
    """How far a proof goes. `rows` states are played on and `answers` asked of the engine at most, no play is followed
    past `turns` picks.

    `piece` rows are worked on at a time; past `frontier` rows that wait, the last beats come first, so that memory
    stays bounded. `samples` random plays are played where the rest has to be estimated.
    """

    rows: int = 60_000_000
    answers: int = 400_000
    turns: int = 300
    piece: int = 1 << 15
    frontier: int = 1 << 20
    samples: int = 20_000


@dataclass(slots=True)
class Waiting:
    """Rows that wait on one beat."""

    blocks: list[Rows] = field(default_factory=list)
    size: int = 0

    def add(self, rows: Rows) -> None:
        """Let more rows wait."""
        self.blocks.append(rows)
        self.size += len(rows)

    def gathered(self) -> Rows:
        """Return all rows, equal ones merged."""
        rows = together(self.blocks)
        return merged(rows) if len(self.blocks) > 1 or len(rows) > 1 else rows


class Exploration:
    """The plays of one case from one point on, folded into a tally. `left` is what the budget left over, by beat."""

    def __init__(self, moves: Moves, weights: Weights, budget: Budget, progress: Progress | None = None) -> None:
        self.moves = moves
        self.budget = budget
        self.progress = progress
        self.ends = Ends(moves.case, weights, moves.salient)
        self.tally = Tally()
        self.waiting: dict[int, Waiting] = {}
        self.states = 0
        self.beats: set[int] = set()
        self.picked: set[tuple[int, int]] = set()
        self.left: list[tuple[int, Rows]] = []
        self.loops = Loops(moves)
        self._ranks = ranks(moves)
        self._most = max((len(options) for options in moves.reach.options), default=1)

    def run(self, play: Play) -> None:
        """Play on from where `play` stands, in every way, as far as the budget goes."""
        self._push(self.moves.reach.place[play.state], self.moves.root(play))
        while self.waiting:
            if self.states > self.budget.rows or self.moves.size > self.budget.answers:
                break
            beat, pieces = self._next()
            for at, rows in enumerate(pieces):
                try:
                    self._turn(rows, beat)
                except Spent:
                    self.left += [(beat, piece) for piece in pieces[at:]]
                    break
        self.left += [(beat, block) for beat, wait in self.waiting.items() for block in wait.blocks]
        self.waiting = {}

    def _turn(self, rows: Rows, beat: int) -> None:
        new = self.loops.new(rows, beat)
        if new is None:
            return
        rows = new
        if rows.depth >= self.budget.turns or int((rows.state.sums & (1 << WEIGHT_BITS) - 1).max()) > MOST_WEIGHTS:
            self.left.append((beat, rows))
            return
        if rows.plays.dtype != object and int(rows.plays.max()) > MOST_PLAYS // (self._most * 2 * self.budget.frontier):
            rows.plays = rows.plays.astype(object)
        results = list(turn(self.moves, rows, beat))
        self.states += len(rows)
        self.beats.add(beat)
        for result in results:
            if isinstance(result, Going):
                self.picked.add((beat, result.pick))
                self._push(result.beat, result.rows)
            else:
                self.picked.add((beat, result.pick))
                self.tally.fold(self.moves, self.ends, result)
        if self.progress is not None:
            self.progress(min(self.tally.chance, 1.0))

    def _push(self, beat: int, rows: Rows) -> None:
        """Let rows wait on a beat."""
        self.moves.settle(rows.state, beat)
        self.waiting.setdefault(beat, Waiting()).add(rows)

    def _next(self) -> tuple[int, list[Rows]]:
        """Return the pieces to be played next: a whole early beat, or one piece of the last beat if many rows wait."""
        crowded = sum(wait.size for wait in self.waiting.values()) > self.budget.frontier
        beat = (max if crowded else min)(self.waiting, key=lambda one: (self._ranks[one], one))
        rows = self.waiting.pop(beat).gathered()
        piece = self.budget.piece
        if crowded and len(rows) > piece:
            self.waiting[beat] = Waiting([rows.take(slice(piece, None))], len(rows) - piece)
            return beat, [rows.take(slice(0, piece))]
        return beat, [rows.take(slice(at, at + piece)) for at in range(0, len(rows), piece)]


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
