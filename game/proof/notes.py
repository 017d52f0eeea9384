"""What the engine told when it was asked: which rules fired on a response, what became of promises and facts."""

from collections import defaultdict

from game.engine.layout import Layout
from game.engine.ledger import Shut
from game.engine.turn import Outcome


class Notes:
    """Gathers what every answer of the engine said; each was asked for a state that some play comes to.

    Responses go by the bit that says that they were picked.
    """

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.rules: defaultdict[int, set[str]] = defaultdict(set)
        self.listening: dict[int, tuple[int, int, int, int]] = {}
        self.marks = 0
        self.thin: set[int] = set()
        self.forgot: dict[int, frozenset[str]] = {}
        """By the number of the promises that are open at the end, the rules that forgetting them fires."""

    def turned(self, bit: int, outcome: Outcome) -> None:
        """Note what the rules of a turn said."""
        self.rules[bit].update(outcome.rules)
        self.marks |= outcome.marks
        e, n = outcome.empathy_turn, outcome.nvc_turn
        a, b, c, d = self.listening.get(bit, (e, e, n, n))
        self.listening[bit] = (min(a, e), max(b, e), min(c, n), max(d, n))

    def shut(self, bit: int, were: tuple[int, ...], shut: Shut) -> None:
        """Note which promises a response has closed, of those that `were` open."""
        self.rules[bit].update(one.rule for one in shut.fired)
        self.marks |= shut.marks
        for number in set(were).difference(shut.open_promises):
            id_ = self.layout.promises[number].id
            if not shut.marks & (self.layout.kept[id_] | self.layout.broken[id_]):
                self.thin.add(number)

    def named(self, bits: dict[str, int]) -> frozenset[str]:
        """Return the ids whose mark was set in some play."""
        return frozenset(id_ for id_, bit in bits.items() if self.marks & bit)
