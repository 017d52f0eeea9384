"""What only a proof can say of a play: what each pick has cost, and how short a good way is. It is worked out beside
the window, in a process of its own: a proof takes a hundred megabytes and all of a core."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from game.engine import Play, Rulebook, Weights, begin, choose
from game.i18n import words as words_of
from game.report.debrief import STANDARD, Cost, Efficiency, costs, efficiency
from game.scenario import Scenario

if TYPE_CHECKING:
    from game.desktop.errands import Errand
    from game.desktop.sitting import Sitting
    from game.session import Past


class Findings:
    """What was found so far, told in the language that is set; None for what is still being worked out."""

    def __init__(
        self, sitting: "Sitting", play: Play, past: "Callable[[], Past | None]", weights: Weights = STANDARD
    ) -> None:
        self._sitting = sitting
        self._weights = weights
        self._play = play
        self._past = past
        self._language = ""
        self._costs: Errand[tuple[Cost, ...]] | None = None
        self._pace: Errand[Efficiency] | None = None
        self._seen = (False, False)
        self.news = 0
        """How often there was something new."""

    @property
    def costs(self) -> tuple[Cost, ...] | None:
        """What each turn has cost; empty where it could not be worked out."""
        errand = self._costs
        return None if errand is None or not errand.done else errand.result or ()

    @property
    def pace(self) -> Efficiency | None:
        """The play against the shortest good way."""
        return None if self._pace is None else self._pace.result

    @property
    def done(self) -> bool:
        """Whether all that can be found has been found."""
        return all(errand is not None and errand.done for errand in (self._costs, self._pace))

    def cost(self, turn: int) -> Cost | None:
        """Return what a turn has cost, None as long as that is not known."""
        return next((cost for cost in self.costs or () if cost.turn == turn), None)

    def update(self) -> bool:
        """Send for what is not there yet in this language; return whether something is new."""
        if self._language != self._sitting.language:
            self._send()
        seen = tuple(errand is not None and errand.done for errand in (self._costs, self._pace))
        new, self._seen = seen != self._seen, (seen[0], seen[1])
        self.news += new
        return new

    def _send(self) -> None:
        """Have it worked out; a second time, in another language, what was proved is at hand."""
        words, play = self._sitting.words, self._play
        self._language = words.language
        self._seen = (False, False)

        case, send, apart = play.case, self._sitting.errands.send, self._sitting.apart
        same = case.scenario, case.persona.id, play.seed, case.rulebook, play.picks, words.language, self._weights

        def pace() -> Efficiency:
            past = self._past()
            taken = (None, 0) if past is None else ((past.milliseconds,), past.repeated)
            found: Efficiency = apart(paced, *same, *taken)
            return found

        def cost() -> tuple[Cost, ...]:
            found: tuple[Cost, ...] = apart(cost_of, *same)
            return found

        self._pace = send(pace)
        self._costs = send(cost)


def cost_of(
    scenario: Scenario, persona: str | None, seed: int, rulebook: Rulebook, picks: tuple[str, ...], language: str,
    weights: Weights = STANDARD,
) -> tuple[Cost, ...]:  # fmt: skip
    """Return what each turn of a play has cost; the proof that it takes can be made in another process."""
    return costs(words_of(language), played(scenario, persona, seed, rulebook, picks), weights)


def paced(
    scenario: Scenario, persona: str | None, seed: int, rulebook: Rulebook, picks: tuple[str, ...], language: str,
    weights: Weights, milliseconds: tuple[int, ...] | None, repeated: int,
) -> Efficiency:  # fmt: skip
    """Return a play against the shortest good way; the search for that can be made in another process."""
    play = played(scenario, persona, seed, rulebook, picks)
    return efficiency(words_of(language), play, milliseconds, weights, repeated)


def played(scenario: Scenario, persona: str | None, seed: int, rulebook: Rulebook, picks: tuple[str, ...]) -> Play:
    """Return the play of these picks."""
    play = begin(scenario, persona, seed, rulebook=rulebook)
    for pick in picks:
        choose(play, pick)
    return play
