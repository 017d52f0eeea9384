"""Counts, means and shares over a class, as the reports tell them."""

from collections import Counter
from collections.abc import Iterable, Sequence
from statistics import fmean, median
from typing import Final

from game.course.grading.results import Gain, Guess
from game.engine.standing import half_up
from game.i18n import Words
from game.report.course.naming import percent, phase_title
from game.report.course.records import (
    Bar,
    Distribution,
    GainTold,
    GuessTold,
    Outcome,
    Progress,
    State,
    Value,
)

BINS: Final = 10
TOP: Final = 100
FIVE: Final = ("set", "meet", "exceed", "empathy", "nvc")
LEAST_PAIRS: Final = 10
"""Of fewer the interval of a gain is shown, but nothing is made of it: it rests on how scores are spread."""
EVEN: Final = 3
"""Guesses that are off by less than this, on the mean of a class, count as sound."""


def distribution(words: Words, values: Sequence[int], mark: int | None) -> Distribution:
    """Return how numbers of 0 to 100 are spread; `mark` is the least that passes."""
    counts = Counter(min(BINS - 1, value // BINS) for value in values)
    bins = tuple(counts[place] for place in range(BINS))
    if not values:
        return Distribution(bins, 0, None, None, None, None, mark, words("report.spread.none"))
    mean, middle, least, most = fmean(values), float(median(values)), min(values), max(values)
    numbers = {"n": len(values), "mean": f"{mean:.1f}", "median": f"{middle:g}", "least": least, "most": most}
    told = words("report.spread.one" if len(values) == 1 else "report.spread", **numbers)
    return Distribution(bins, len(values), mean, middle, least, most, mark, told)


def outcome(words: Words, states: Iterable[State], reasons: Iterable[Sequence[str]] = ()) -> Outcome:
    """Return how many passed, failed and are open; `reasons` are names of what each one who failed was short of."""
    counts = Counter(states)
    passed, failed, open_ = counts["passed"], counts["failed"], counts["open"]
    rate = half_up(TOP * passed, passed + failed) if passed + failed else None
    key = "report.outcome.none" if rate is None else "report.outcome" if open_ else "report.outcome.all"
    told = words(key, passed=passed, failed=failed, open=open_, rate=rate, decided=passed + failed)
    short = Counter(name for names in reasons for name in dict.fromkeys(names))
    labels = {name: words(f"report.short.{name}") for name in short}
    bars = [bar(words, name, labels[name], count, failed) for name, count in short.most_common()]
    return Outcome(sum(counts.values()), passed, failed, open_, rate, told, tuple(bars))


def bar(words: Words, name: str, label: str, count: int, whole: int) -> Bar:
    """Return a count beside others; the share is of `whole`."""
    share = count / whole if whole else 0.0
    return Bar(name, label, count, share, words("report.bar", label=label, count=count, share=percent(share)))


def values(words: Words, numbers: dict[str, int | None], room: str = "score") -> tuple[Value, ...]:
    """Return numbers by name with their labels, which stand in the words of a room."""
    return tuple(Value(name, words(f"{room}.{name}"), number) for name, number in numbers.items())


def mean_of(numbers: Iterable[int | None]) -> int | None:
    """Return the mean of those numbers that are there, halves up; None without any."""
    there = [number for number in numbers if number is not None]
    return half_up(sum(there), len(there)) if there else None


def progress(words: Words, pairs: Sequence[tuple[float, float]]) -> Progress | None:
    """Return how it went from first to last attempt; None where nobody tried twice."""
    if not pairs:
        return None
    before, after = fmean(one for one, _ in pairs), fmean(two for _, two in pairs)
    better = sum(two > one for one, two in pairs)
    told = words("report.progress", n=len(pairs), before=f"{before:.0f}", after=f"{after:.0f}", better=better)
    return Progress(len(pairs), before, after, better, told)


def gain(words: Words, one: Gain, *, own: bool = False) -> GainTold:
    """Return a paired gain in words, with what the numbers allow to be said; `own` is that of one trainee."""
    phase, against = (phase_title(words, id_) or id_ for id_ in (one.phase, one.compared))
    low, high = one.interval if one.interval is not None else (None, None)
    told = words("report.gain.none", phase=phase, against=against)
    if one.gain is not None and one.before is not None and one.after is not None:
        told = words(
            "report.gain.own" if own else "report.gain",
            phase=phase,
            against=against,
            n=one.n,
            before=f"{one.before:.1f}",
            after=f"{one.after:.1f}",
            gain=f"{one.gain:+.1f}",
        )
        if low is not None and high is not None:
            told += _sure(words, low, high, one)
        elif not own and one.n < LEAST_PAIRS:
            told += words("report.gain.few")
    return GainTold(phase, against, one.n, one.before, one.after, one.gain, low, high, one.dz, told)


def _sure(words: Words, low: float, high: float, one: Gain) -> str:
    told = words("report.gain.interval", low=f"{low:+.1f}", high=f"{high:+.1f}")
    if one.n < LEAST_PAIRS:
        return told + words("report.gain.small")
    key = "more" if low > 0 else "less" if high < 0 else "unsure"
    effect = "" if one.dz is None else words("report.gain.effect", dz=f"{one.dz:.2f}")
    return told + effect + words(f"report.gain.{key}")


def guess(words: Words, one: Guess, pairs: Sequence[tuple[int, int]]) -> GuessTold:
    """Return how guesses compare with scores; `pairs` are (guess, score)."""
    told = words("report.guess.none")
    if one.error is not None and one.off is not None:
        key = "even" if abs(one.error) < EVEN else "over" if one.error > 0 else "under"
        told = words(f"report.guess.{key}", n=one.n, error=f"{abs(one.error):.1f}", off=f"{one.off:.1f}")
        if one.correlation is not None:
            told += words("report.guess.together", r=f"{one.correlation:.2f}")
    return GuessTold(tuple(pairs), one.n, one.error, one.off, one.correlation, told)
