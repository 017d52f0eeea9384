"""Where talks ended: each component's zone and level, of one talk or over many, and the customers' heat on the way."""

from collections.abc import Sequence
from statistics import fmean, quantiles

from game.course.grading.results import Result
from game.engine import Part, Score
from game.i18n import Words
from game.report.course.numbers import mean_of, values
from game.report.course.records import HeatTurn, Value, ZoneEnd
from game.report.debrief.journey import heat

QUARTERS = 4
SERVQUAL = ("reliability", "assurance", "tangibles", "empathy", "responsiveness")


def zone_end(words: Words, part: Part) -> ZoneEnd:
    """Return where a component ended in one talk."""
    levels = (part.adequate, part.desired, part.perceived)
    where = tuple(int(part.verdict == name) for name in ("below", "met", "exceeded"))
    return _end(words, part.component, part.weight, 1, levels, where)


def zone_ends(words: Words, scores: Sequence[Score]) -> tuple[ZoneEnd, ...]:
    """Return where each component ended on average, and how often below, within and above the zone."""
    by_component: dict[str, list[Part]] = {}
    for score in scores:
        for part in score.parts:
            by_component.setdefault(part.component, []).append(part)
    return tuple(_mean_end(words, component, parts) for component, parts in by_component.items())


def _mean_end(words: Words, component: str, parts: Sequence[Part]) -> ZoneEnd:
    levels = (
        fmean(part.adequate for part in parts),
        fmean(part.desired for part in parts),
        fmean(part.perceived for part in parts),
    )
    where = tuple(sum(part.verdict == name for part in parts) for name in ("below", "met", "exceeded"))
    return _end(words, component, fmean(part.weight for part in parts), len(parts), levels, where)


def _end(
    words: Words,
    component: str,
    weight: float,
    n: int,
    levels: tuple[float, float, float],
    where: tuple[int, ...],
) -> ZoneEnd:
    label = words(f"component.{component}")
    adequate, desired, perceived = levels
    numbers = {"adequate": level(adequate), "desired": level(desired), "perceived": level(perceived)}
    below, met, exceeded = where
    key = "report.zone.many" if n > 1 else "report.zone"
    told = words(key, component=label, below=below, met=met, exceeded=exceeded, **numbers)
    return ZoneEnd(component, label, weight, n, adequate, desired, perceived, below, met, exceeded, told)


def level(number: float) -> str:
    """Return a level to a tenth, and a whole one without it."""
    return f"{number:.1f}".removesuffix(".0")


def class_heat(results: Sequence[Result]) -> tuple[HeatTurn, ...]:
    """Return the heat after each turn over talks; a talk that is over earlier is left out of what comes after."""
    ways = [heat(result.play) for result in results if result.play is not None]
    longest = max(map(len, ways), default=0)
    return tuple(_turn(turn, [way[turn] for way in ways if len(way) > turn]) for turn in range(longest))


def _turn(turn: int, levels: Sequence[int]) -> HeatTurn:
    low = high = float(levels[0])
    if len(levels) > 1:
        low, _, high = quantiles(levels, n=QUARTERS, method="inclusive")
    return HeatTurn(turn, len(levels), fmean(levels), low, high)


def lens(words: Words, cells: Sequence[Sequence[Score]]) -> tuple[Value, ...]:
    """Return the five dimensions of SERVQUAL, each the mean over what counts of trainees and tasks that speak of it;
    `cells` are the scores that made each of them, so that whoever has tried more often does not weigh more.

    They read the same numbers in another way (Parasuraman, Zeithaml and Berry 1988), as the debrief of a talk does.
    """
    seen = [_seen(scores) for scores in cells if scores]
    return values(words, {name: mean_of(one[name] for one in seen) for name in SERVQUAL}, "servqual")


def _seen(scores: Sequence[Score]) -> dict[str, int | None]:
    """Return the five dimensions of what counts of one trainee at one task."""
    levels: dict[str, list[int]] = {"brand": [], "product": [], "service": []}
    for score in scores:
        for part in score.parts:
            if part.component in levels:
                levels[part.component].append(10 * part.perceived)
    return {
        "reliability": mean_of(score.set for score in scores),
        "assurance": mean_of(levels["brand"]),
        "tangibles": mean_of(levels["product"]),
        "empathy": mean_of(score.empathy for score in scores),
        "responsiveness": mean_of(levels["service"]),
    }
