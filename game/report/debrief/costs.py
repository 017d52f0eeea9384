"""What the picks of a play have cost, and how long the shortest good way is: what only a proof can say.

Both take a moment, so they stand apart from the debrief, and what was worked out is kept.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from game.engine import Play, Weights, begin, choose, look
from game.engine.case import Case
from game.i18n import Words
from game.report.debrief.naming import said_at
from game.report.debrief.records import Cost

if TYPE_CHECKING:
    from game.proof import Regret
    from game.proof.shortest import Short

STANDARD: Final = Weights()


@dataclass(frozen=True, slots=True)
class Efficiency:
    """Turns and time of a play against the shortest good way; `told` are the sentences on it.

    `seconds` is the time from question to pick, None where it is not known; `least_seconds` is that of the shortest
    way at this play's pace. `least` and what follows are None or empty where no way was found. `good` says that the
    way comes to an overall of 80; else it is the shortest to the best verdict. Where `exact` is not set, a shorter one
    may have been missed. `way` is what is said on it, turn by turn.
    """

    turns: int
    seconds: int | None
    least: int | None
    least_seconds: int | None
    good: bool
    exact: bool
    way: tuple[str, ...]
    told: tuple[str, ...]


def costs(words: Words, play: Play, weights: Weights = STANDARD) -> tuple[Cost, ...]:
    """Return for each turn what its pick has cost. Takes up to some seconds the first time, which a proof needs."""
    found = _regrets(play.case, play.picks, weights)
    return tuple(_cost(words, play, regret) for regret in found)


def cost_line(words: Words, cost: Cost, better: str) -> str:
    """Return the sentence on a cost, with `better` as what would have been better."""
    key = "debrief.cost" if cost.exact else "debrief.cost_at_least"
    quoted = words("mark.quote", text=better)
    return words(key, cost=cost.cost, before=cost.before, after=cost.after, better=quoted)


def efficiency(
    words: Words, play: Play, milliseconds: Sequence[int] | None = None, weights: Weights = STANDARD, repeated: int = 0
) -> Efficiency:
    """Return turns and time of a play against the shortest good way; `milliseconds` are those of its picks, of
    which the first `repeated` were taken over from an earlier talk and took no time.

    Takes about a second the first time.
    """
    short = _short(play.case, weights)
    turns = len(play.turns)
    seconds = round(sum(milliseconds) / 1000) if milliseconds else None
    least_seconds = None
    if short is not None and seconds is not None and turns > repeated:
        least_seconds = round(seconds * short.turns / (turns - repeated))
    return Efficiency(
        turns,
        seconds,
        None if short is None else short.turns,
        least_seconds,
        short is not None and short.good,
        short is not None and short.exact,
        () if short is None else _said(words, play, short.picks),
        tuple(_told(words, turns, seconds, short, least_seconds, repeated)),
    )


@lru_cache(maxsize=32)
def _regrets(case: Case, picks: tuple[str, ...], weights: Weights) -> "tuple[Regret, ...]":
    from game.proof import regrets  # slow to import, and not needed to show a debrief

    return regrets(_walked(case, picks), weights)


@lru_cache(maxsize=32)
def _short(case: Case, weights: Weights) -> "Short | None":
    from game.proof.shortest import shortest  # as above

    return shortest(_walked(case, ()), weights)


def _walked(case: Case, picks: tuple[str, ...]) -> Play:
    play = begin(case.scenario, case.persona.id, rulebook=case.rulebook)
    for pick in picks:
        choose(play, pick)
    return play


def _cost(words: Words, play: Play, regret: "Regret") -> Cost:
    better = ""
    if regret.cost > 0:
        better = said_at(play.turns[regret.turn - 1], regret.way[0])[0].told(words.language)
    cost = Cost(regret.turn, max(0, regret.cost), regret.before, regret.after, better, regret.exact, "")
    if not cost.cost:
        return cost
    told = cost_line(words, cost, better)
    return Cost(cost.turn, cost.cost, cost.before, cost.after, better, cost.exact, told)


def _said(words: Words, play: Play, picks: tuple[str, ...]) -> tuple[str, ...]:
    """Return what is said on a way from the start."""
    walked, said = _walked(play.case, ()), []
    for pick in picks:
        choice = next(choice for choice in look(walked).offered if choice.id == pick)
        said.append(choice.say.told(words.language))
        choose(walked, pick)
    return tuple(said)


def _told(
    words: Words, turns: int, seconds: int | None, short: "Short | None", least_seconds: int | None, repeated: int
) -> list[str]:  # fmt: skip
    told = [words("pace.turns", turns=turns)]
    if seconds is not None:
        told = [words("pace.turns_time", turns=turns, time=_time(words, seconds))]
    if repeated:
        told.append(words("pace.repeated", turn=repeated + 1))
    if short is None:
        return [*told, words("pace.none")]
    key = ("good" if short.good else "best") if short.exact else ("good_found" if short.good else "best_found")
    told.append(
        words(f"pace.{key}", turns=short.turns, overall=short.overall, verdict=words(f"verdict.{short.verdict}"))
    )
    if least_seconds is not None and turns != short.turns:
        told.append(words("pace.at_your_pace", time=_time(words, least_seconds)))
    if turns > short.turns:
        told.append(words("pace.more", more=turns - short.turns))
    return [*told, words("pace.unscored")]


def _time(words: Words, seconds: int) -> str:
    minutes, rest = divmod(max(1, seconds), 60)
    if not minutes:
        return words("pace.seconds", seconds=rest)
    return words("pace.minutes", minutes=minutes, seconds=rest) if rest else words("pace.even", minutes=minutes)
