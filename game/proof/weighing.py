"""The responses of a beat weighed against each other, over all states in which they are on offer."""

import numpy as np

from game.proof.columns import EMPATHY_TURN_AT, NVC_TURN_AT, Array, Floats
from game.proof.hindsight import SAME, Offers
from game.proof.trace import Piece


class Scale:
    """What is known of the options of one beat, by place; silence is weighed too, but is nobody's rival."""

    def __init__(self, picks: int, spoken: list[int], top: int | None = None) -> None:
        """Begin with so many options; `top` is the most overall of all plays, by which the best ways are known."""
        self.top = top
        self.spoken = np.array(spoken, np.intp)
        self.states = np.zeros(picks, np.int64)
        self.rivals = np.zeros(picks, np.int64)
        self.chance = np.zeros(picks)
        self.best = np.zeros(picks)
        self.best_spoken = np.zeros(picks)
        self.best_now = np.zeros(picks)
        self.regret = np.zeros(picks)
        self.least = np.full(picks, 101)
        self.most = np.zeros(picks, np.int64)
        self.alike = np.zeros(picks, bool)
        self.alike[self.spoken] = True
        self.astray = np.full(picks, 101)
        """The least regret where the best of all plays can still be come to; 101 where it never is on offer there."""
        self.alluring = np.ones(picks, bool)
        """Whether the option has the best of the turn's own results in all these states."""
        self.listening_lost = np.zeros(picks, bool)
        self.beaten = np.zeros((picks, picks), bool)
        """Whether the one of the line was beaten by the one of the column wherever it was on offer."""
        self.beaten[np.ix_(self.spoken, self.spoken)] = ~np.eye(len(spoken), dtype=bool)
        self.matched = self.beaten.copy()
        """Whether the one of the column was on offer and at least as good wherever the one of the line was."""
        self.behind = np.zeros((picks, picks), bool)
        """Whether the one of the line was worse than the one of the column somewhere; told of those matched only."""

    def weigh(self, piece: Piece, offers: Offers) -> None:
        """Take in one piece of the beat."""
        on = offers.most >= 0
        best: Array = offers.most.max(axis=0)
        regret = np.where(on, best - offers.most, 0)
        first = on & (regret == 0)
        fresh = on if piece.fresh is None else on & piece.fresh
        self.states += np.count_nonzero(fresh, axis=1)
        self.chance += on @ piece.chance
        self.best += first @ piece.chance
        self.best_now += (on & (offers.now == offers.now.max(axis=0))) @ piece.chance
        self.regret += regret @ piece.chance
        self.most = np.maximum(self.most, regret.max(axis=1))
        self.least = np.minimum(self.least, np.where(on, regret, 101).min(axis=1))
        self._best_way(on & (best == self.top), regret, offers)
        self._beside(on, offers, piece.chance)
        self._outlistened(offers, regret, first)

    def _best_way(self, on: Array, regret: Array, offers: Offers) -> None:
        """See what is lost by leaving the best way of all, and what looks best on it."""
        if on.any():
            self.astray = np.minimum(self.astray, np.where(on, regret, 101).min(axis=1))
            self.alluring &= ~(on & (offers.now < offers.now.max(axis=0))).any(axis=1)

    def _beside(self, on: Array, offers: Offers, chance: Floats) -> None:
        """Compare what is on offer side by side, silence left out."""
        spoken = self.spoken
        if not len(spoken):
            return
        here, most = on[spoken], offers.most[spoken]
        many = np.count_nonzero(here, axis=0)
        self.rivals[spoken] = np.maximum(self.rivals[spoken], np.where(here, many - 1, 0).max(axis=1))
        self.best_spoken[spoken] += (here & (most == most.max(axis=0))) @ chance
        for one, other in np.argwhere(self.matched):
            mine, theirs = offers.most[one], offers.most[other]
            self.matched[one, other] = not bool((on[one] & (theirs < mine)).any())
            self.beaten[one, other] &= not bool((on[one] & (theirs <= mine)).any())
            self.behind[one, other] |= bool((on[one] & (theirs > mine)).any())
        if self.alike.any():
            self.alike[spoken] &= ~(here & ~_level(here, offers, spoken)).any(axis=1)

    def _outlistened(self, offers: Offers, regret: Array, first: Array) -> None:
        """See where a response that costs something has less empathy or NVC in its turn than the best one."""
        for shift in (EMPATHY_TURN_AT, NVC_TURN_AT):
            if bool(self.listening_lost[self.spoken].all()):
                return
            told = offers.listening >> shift & 127
            top = np.where(first, told, -1).max(axis=0)
            self.listening_lost |= ((regret > 0) & (told < top)).any(axis=1)


def _level(here: Array, offers: Offers, spoken: Array) -> Array:
    """Return in which states all that is on offer comes to the same least, most and mean."""
    level: Array = np.ones(here.shape[1], bool)
    for table, room in ((offers.least, 0), (offers.most, 0), (offers.mean, SAME)):
        told = table[spoken].astype(np.float64)
        level &= np.where(here, told, -np.inf).max(axis=0) - np.where(here, told, np.inf).min(axis=0) <= room
    return level
