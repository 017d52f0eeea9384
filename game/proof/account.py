"""What every response of a case has come to: the account of an exploration, as records."""

from collections.abc import Iterator
from typing import Final

import numpy as np

from game.engine.layout import SILENCE
from game.proof.evidence import Choice
from game.proof.hindsight import Offers
from game.proof.moves import Moves
from game.proof.trace import Piece
from game.proof.watch import Watch
from game.proof.weighing import Scale

SHARED: Final = 1e-12
"""Shares that differ by less are equal: they are sums of doubles."""


class Account:
    """The responses of all beats of one case, weighed beat by beat."""

    def __init__(self, moves: Moves, top: int | None = None) -> None:
        """Begin an account; `top` is the most overall of all plays, None where it is not known for certain."""
        self.moves = moves
        self.options = moves.reach.options
        self.picks = [len(options) for options in self.options]
        self.scales = [
            Scale(len(options), [at for at, option in enumerate(options) if option.id != SILENCE], top)
            for options in self.options
        ]

    def weigh(self, piece: Piece, offers: Offers) -> None:
        """Take in one piece with what its picks come to."""
        self.scales[piece.beat].weigh(piece, offers)

    def written(self) -> Iterator[tuple[int, int]]:
        """Yield the places of all beats and their responses, silence left out."""
        for beat, options in enumerate(self.options):
            yield from ((beat, place) for place, option in enumerate(options) if option.id != SILENCE)

    def choice(self, watch: Watch, beat: int, place: int, plays: int) -> Choice:
        """Return what was seen of a response, whose chances are those of so many random players together."""
        scale, option = self.scales[beat], self.options[beat][place]
        met = bool(scale.states[place])
        chance = float(scale.chance[place])
        beaten = [other for other in np.flatnonzero(scale.beaten[place]).tolist() if met]
        matched = [other for other in np.flatnonzero(scale.matched[place]).tolist() if met]
        bettered = [other for other in matched if scale.behind[place, other]]
        outdone = [other for other in beaten if (place, other) in watch.duels.pairs.get(beat, ())]

        def share(part: float) -> float:
            return part / chance if chance else 0.0

        return Choice(
            beat=self.moves.reach.beats[beat],
            response=option.id,
            states=int(scale.states[place]),
            chance=chance / max(plays, 1),
            rivals=int(scale.rivals[place]),
            best_share=share(float(scale.best[place])),
            regret_least=int(scale.least[place]) if met else 0,
            regret_most=int(scale.most[place]),
            regret=share(float(scale.regret[place])),
            astray=int(scale.astray[place]) if scale.alluring[place] and scale.astray[place] <= 100 else 0,
            alike=bool(scale.alike[place] and scale.rivals[place]),
            beaten_by=tuple(self.options[beat][other].id for other in beaten),
            matched_by=tuple(self.options[beat][other].id for other in matched),
            bettered_by=tuple(self.options[beat][other].id for other in bettered),
            outdone_by=tuple(self.options[beat][other].id for other in outdone),
            listening=self.moves.known.notes.listening.get(option.bit, (0, 0, 0, 0)),
            listening_lost=bool(scale.listening_lost[place]),
            rules=self.rules(watch, option.bit),
            clipped=watch.limits.clipped(beat, place),
            best_now=share(float(scale.best_now[place])),
        )

    def rules(self, watch: Watch, bit: int) -> frozenset[str]:
        """Return the rules that fired for a response, those among them that close a play."""
        notes = self.moves.known.notes
        found = set(notes.rules.get(bit, ()))
        for open_, bits in watch.ranges.forgotten.items():
            found |= notes.forgot[open_] if bit in bits else set()
        return frozenset(found)

    def fired(self, watch: Watch) -> frozenset[str]:
        """Return the rules that fired in some play."""
        notes = self.moves.known.notes
        rules = (notes.forgot[open_] for open_ in watch.ranges.forgotten)
        return frozenset().union(*notes.rules.values(), *rules)

    def answers(self) -> dict[str, tuple[str, ...]]:
        """Return for each beat that was come to the responses that are the best there in most states, by chance."""
        found = {}
        for id_, options, scale in zip(self.moves.reach.beats, self.options, self.scales, strict=True):
            most = scale.best_spoken.max(initial=0.0)
            if most:
                at = np.flatnonzero(scale.best_spoken >= most * (1 - SHARED))
                found[id_] = tuple(options[place].id for place in at.tolist())
        return found
