"""What was seen of one customer's plays, beside their proof: what every response did, cost and left, in all states."""

from msgspec import Struct

from game.proof.records import Proof


class Choice(Struct, frozen=True):
    """One response over all states of one customer's plays in which it is on offer.

    Regret is the best overall (0 to 100) that the best on offer, silence among it, can still come to, less what this
    one can. Shares are of a random player's plays that come to the beat with the response on offer. Where evidence is
    not whole, `states` are those that were looked at, and nothing is claimed of the others.
    """

    beat: str
    response: str
    states: int
    """In how many states it was on offer, those that nothing can tell apart any more taken as one; 0: it never was, and
    the rest says nothing.
    """
    chance: float
    """How likely random play comes to have it on offer, 0 to 1 (more where a beat comes again)."""
    rivals: int
    """The most other responses, silence left out, that were on offer beside it."""
    best_share: float
    """How often it is among the best, of the states weighted by chance, 0 to 1."""
    regret_least: int
    regret_most: int
    regret: float
    """The mean regret, weighted by chance."""
    astray: int
    """The least regret where the best of all plays can still be come to, if it has the best of the turn's own results
    in all these states; else, and where it is on offer in none of them, 0.
    """
    alike: bool
    """In every state, all responses on offer come to the same least, most and mean overall, silence left out.

    False where it never had a rival.
    """
    beaten_by: tuple[str, ...]
    """Responses of the beat on offer in every state where this one is, that can always come to more overall."""
    matched_by: tuple[str, ...]
    """Responses of the beat on offer in every state where this one is, that can always come to at least as much."""
    bettered_by: tuple[str, ...]
    """Of those, the ones that can come to more in some state."""
    outdone_by: tuple[str, ...]
    """Of `beaten_by`, those that lead to the same place and are right after the turn at least as good in everything.

    Everything is heat, empathy, NVC, set points, each perceived, each deed and the budget, as far as something reads
    them; other meters, zones, open promises and all that can still be read of the past (facts, what was said, made or
    kept) are equal.
    """
    listening: tuple[int, int, int, int]
    """The least and the most empathy of the turn, the least and the most NVC of the turn, each 0 to 100."""
    listening_lost: bool
    """In some state where it costs something, the best response beside it has a higher empathy or NVC of the turn."""
    rules: frozenset[str]
    """The rules that fired for it in some state."""
    clipped: frozenset[str]
    """Effects of its own that lose something to a limit wherever they are at work: "heat", "deliver.service",
    "meters.budget".
    """
    best_now: float
    """How often it has the best of all the turn's own results, others that are equal beside it, 0 to 1; what that is
    says `game.proof.gather`.
    """


class Evidence(Struct, frozen=True):
    """A proof and what was seen on the way. `whole` says that every state was looked at."""

    proof: Proof
    whole: bool
    choices: tuple[Choice, ...]
    """Every response of every beat, in the file's order; silence is left out."""
    fired: frozenset[str]
    """The rules that fired in some play, closing rules among them."""
    interrupts: frozenset[int]
    """The places in the file's list of the interrupts that fired."""
    made: frozenset[str]
    """Promises that were made in some play; then those that were kept, thin or broken (by `breaks`), or forgotten."""
    kept: frozenset[str]
    thin: frozenset[str]
    broken: frozenset[str]
    forgotten: frozenset[str]
    learned: frozenset[str]
    perceived: dict[str, tuple[int, int]]
    """The least and the most of each component, over the start and all turns."""
    desired: dict[str, tuple[int, int]]
    meters: dict[str, tuple[int, int]]
    best_clean: int | None
    """The best overall of the plays in which no blocker fires; None where there is no such play."""
    answers: dict[str, tuple[str, ...]]
    """Per beat that was come to, the responses that are the best in most states (by chance), silence left out: usually
    one; all where they are alike.
    """

    def choice(self, beat: str, response: str) -> Choice | None:
        """Return what was seen of a response."""
        return next((one for one in self.choices if (one.beat, one.response) == (beat, response)), None)
