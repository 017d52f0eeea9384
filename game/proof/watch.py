"""What is seen of an exploration while it goes on: how far levels go, effects lost to limits, and its trace."""

from game.proof.columns import Array, Ints
from game.proof.ends import Ends, Marks
from game.proof.limits import Limits
from game.proof.moves import Moves
from game.proof.ranges import Ranges
from game.proof.rows import Rows
from game.proof.sidebyside import Duels
from game.proof.step import Ending, Going
from game.proof.trace import Trace, gauges, leg


class Watch:
    """Looks on while an exploration is run. `trace` is set to None once there are too many states for it."""

    def __init__(self, moves: Moves, ends: Ends) -> None:
        self.moves = moves
        self.ends = ends
        self.trace: Trace | None = Trace()
        self.ranges = Ranges(moves)
        self.limits = Limits(moves)
        self.duels = Duels(moves)

    def taken(self, blocks: list[Rows], numbers: list[Ints] | None) -> None:
        """Take in that the rows of these blocks have become the next states, those with the same numbers the same."""
        if self.trace is not None:
            self.trace.taken(blocks, numbers)

    def came_again(self, first: Ints, over: Array, number: int) -> None:
        """Take in which states of the next piece are the same as earlier ones, and which of these are not played on."""
        if self.trace is not None:
            self.trace.came_again(first, over, number)

    def turned(self, rows: Rows, beat: int, results: list[Going | Ending], marks: list[Marks | None]) -> None:
        """Take in a piece that has been played, with the scores of what has ended."""
        self.ranges.see(rows.state, rows.spans)
        for result in results:
            if isinstance(result, Ending):
                self.ranges.ended(result, beat)
        self.limits.see(rows, beat, results)
        self.duels.fight(rows, beat, results)
        if self.trace is not None:
            told = self.moves.known.effects.listening.view
            legs = [leg(one, scored, len(rows), told) for one, scored in zip(results, marks, strict=True)]
            now = gauges(self.ends.scored(rows.state, self.moves.known.zones.values, False), rows.state)
            self.trace.turned(rows, beat, now, legs)
