"""How a trainee comes on: five scores over attempts with mean and spread, and badges for what is mastered."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from statistics import fmean, pstdev
from typing import Final, Literal

from game.engine import Play, Score, look, score
from game.engine.standing import half_up
from game.i18n import Words
from game.report.shelf import DOMAINS

ScoreName = Literal["set", "meet", "exceed", "empathy", "nvc"]
SCORES: Final[tuple[ScoreName, ...]] = ("set", "meet", "exceed", "empathy", "nvc")
Steadiness = Literal["once", "steady", "varied", "erratic"]
STEADY: Final = 8
"""Up to this standard deviation, in points, a score counts as steady, and up to twice that as varied."""

PLEASED: Final = frozenset({"met", "exceeded"})
WELL_HEARD: Final = 80
FURIOUS: Final = 8
CALMED: Final = 3
ROW: Final = 5
SOUND: Final = 65
"""What counts as met."""


@dataclass(frozen=True, slots=True)
class Round:
    """One talk that came to its end, as far as progress goes. `heat` is that at the start, 0 to 10; `word`: promises
    were made, and each was kept in full."""

    scenario: str
    domain: str
    level: int
    heat: int
    score: Score
    word: bool

    def value(self, name: ScoreName) -> int:
        """Return one of the five scores, 0 to 100."""
        return int(getattr(self.score, name))


@dataclass(frozen=True, slots=True)
class Trend:
    """One score over attempts, oldest first, 0 to 100 each; `spread` is the standard deviation in points.

    `told` says mean and spread in words.
    """

    name: ScoreName
    label: str
    values: tuple[int, ...]
    mean: int
    spread: int
    steadiness: Steadiness
    told: str


@dataclass(frozen=True, slots=True)
class Badge:
    """Something that can be mastered: `done` of `needed`, what it takes (`about`) and what is still missing, "" once
    it is held."""

    id: str
    name: str
    about: str
    done: int
    needed: int
    missing: str

    @property
    def held(self) -> bool:
        """Whether the trainee has it."""
        return self.done >= self.needed


def rounds(plays: Iterable[Play]) -> tuple[Round, ...]:
    """Return the plays that are over, in their order, as rounds; the plays are left alone."""
    return tuple(_round(play) for play in plays if play.over)


def _round(play: Play) -> Round:
    scenario = play.case.scenario
    fates = [fate for _, fate in look(play).gauges.ledger]
    word = bool(fates) and all(fate == "kept" for fate in fates)
    opening = play.case.customer.heat
    return Round(scenario.id, scenario.domain, scenario.level or 1, opening, score(play), word)


def trends(words: Words, held: Sequence[Round]) -> tuple[Trend, ...]:
    """Return each score over the rounds, which come oldest first; nothing before the first round."""
    return tuple(_trend(words, name, tuple(one.value(name) for one in held)) for name in SCORES) if held else ()


def _trend(words: Words, name: ScoreName, values: tuple[int, ...]) -> Trend:
    mean, spread = half_up(sum(values), len(values)), round(pstdev(values))
    steadiness: Steadiness = "once"
    if len(values) > 1:
        steadiness = "steady" if spread <= STEADY else "varied" if spread <= 2 * STEADY else "erratic"
    told = words(f"progress.{steadiness}", mean=mean, low=min(values), high=max(values))
    return Trend(name, words(f"score.{name}"), values, mean, spread, steadiness, told)


def weakest(held: Sequence[Round]) -> tuple[ScoreName, int]:
    """Return the score most in need of practice and its mean: the lowest over the last five rounds, the newest last.

    First meet, then exceed: exceed is the weakest only where all others are at 65 or more. ValueError without a round.
    """
    if not held:
        raise ValueError("no rounds")
    means = {name: fmean(one.value(name) for one in held[-ROW:]) for name in SCORES}
    others = [name for name in SCORES if name != "exceed"]
    name = min(SCORES if min(means[one] for one in others) >= SOUND else others, key=lambda one: means[one])
    return name, int(means[name] + 0.5)


# Badges


def badges(words: Words, held: Sequence[Round], domains: Iterable[str]) -> tuple[Badge, ...]:
    """Return all badges. `held` are the rounds, oldest first; `domains` those in which there are customers to meet."""
    there = [domain for domain in DOMAINS if domain in set(domains)]
    pleased = {one.domain for one in held if one.score.verdict in PLEASED}
    missing = [words(f"domain.{domain}") for domain in there if domain not in pleased]
    return (
        _counted(words, "word", sum(one.word for one in held), 3),
        _counted(words, "heard", _customers(held, lambda one: one.score.empathy >= WELL_HEARD), 3),
        _counted(words, "clean", _customers(held, lambda one: one.score.nvc >= WELL_HEARD), 3),
        _counted(words, "calmed", sum(_calmed(one) for one in held), 1),
        _counted(words, "beyond", sum(one.score.verdict == "exceeded" for one in held), 1),
        _counted(words, "rounds", len(there) - len(missing), len(there), words.list(missing)),
        _counted(words, "steady", _in_a_row(held), ROW),
    )


def _counted(words: Words, id_: str, done: int, needed: int, which: str = "") -> Badge:
    done = min(done, needed)
    left = needed - done
    missing = words(f"badge.{id_}.missing", left=left, which=which) if left else ""
    return Badge(id_, words(f"badge.{id_}"), words(f"badge.{id_}.about"), done, needed, missing)


def _customers(held: Sequence[Round], good: Callable[[Round], bool]) -> int:
    """Return with how many different customers it went so."""
    return len({one.scenario for one in held if good(one)})


def _calmed(one: Round) -> bool:
    return one.heat >= FURIOUS and one.score.heat <= CALMED and not one.score.lost


def _in_a_row(held: Sequence[Round]) -> int:
    """Return the longest run of rounds that ended as met or better."""
    longest = run = 0
    for one in held:
        run = run + 1 if one.score.verdict in PLEASED else 0
        longest = max(longest, run)
    return longest
