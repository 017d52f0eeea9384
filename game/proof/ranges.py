"""How far the levels of a play go: the least and the most of each, over all states that were looked at."""

import numpy as np

from game.proof.columns import LANES, Array, Words
from game.proof.control import OPEN
from game.proof.moves import Moves
from game.proof.rows import State
from game.proof.shapes import TOP
from game.proof.step import Ending

Range = tuple[int, int]


class Ranges:
    """The ranges of perceived and meters, and which promises were still open at an end."""

    def __init__(self, moves: Moves) -> None:
        self.moves = moves
        opening = moves.known.opening
        self.perceived: list[Range] = [(level, level) for level in opening.perceived]
        self.meters: list[Range] = [(meter, meter) for meter in opening.meters]
        self.forgotten: dict[int, set[int]] = {}
        """By the number of the promises that were open at an end, the bits of the responses that led there."""

    def see(self, state: State, spans: list[Words]) -> None:
        """Take in states; `spans` are the least and the most perceived of each, where the states leave some out."""
        low, high = spans or (state.perceived, state.perceived)
        for place, (least, most) in enumerate(self.perceived):
            if (least, most) != (0, TOP):
                self.perceived[place] = (
                    min(least, int(_lane(low, place).min())),
                    max(most, int(_lane(high, place).max())),
                )
        for place, (least, most) in enumerate(self.meters):
            column = state.meters[place]
            self.meters[place] = min(least, int(column.min())), max(most, int(column.max()))

    def ended(self, ending: Ending, beat: int) -> None:
        """Take in plays that have ended on a pick of a beat."""
        moves, state = self.moves, ending.state
        spans = moves.spanned(ending.before.spans, ending.at, [which[ending.here] for which in ending.asked])
        if spans and moves.case.layout.promises:
            asked = moves.forgotten.asked(state)
            spans = [moves.known.effects.levels(span, asked) for span in spans]
        self.see(state, spans)
        bit = moves.reach.options[beat][ending.pick].bit
        for open_ in np.unique(OPEN.each(state.control)).tolist():
            if open_:
                self.forgotten.setdefault(open_, set()).add(bit)


def _lane(words: Words, place: int) -> Array:
    return words.view(np.uint8).reshape(-1, LANES)[:, place]
