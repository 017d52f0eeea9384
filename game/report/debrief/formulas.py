"""How the scores came about: each formula with this play's numbers, so that anyone can check it by hand."""

from collections.abc import Iterable

from game.engine import Part, Play, Score
from game.engine.rules.acting import SALIENT
from game.engine.scores import EXCEED_STEP, OVERHANG_COST, SET_START, SHORT_OF_ADEQUATE, SHORT_OF_DESIRED
from game.i18n import Words
from game.report.debrief.records import Formula


def formulas(words: Words, play: Play, score: Score) -> tuple[Formula, ...]:
    """Return the formulas of set, meet, exceed, empathy and NVC."""
    turns = _weighed(play)
    meet = mean([(part.weight, part.meet) for part in score.parts], score.meet)
    return (
        _set(words, score),
        _formula(words, "meet", score.meet, words("formula.meet"), meet),
        _exceed(words, score),
        _running(words, "empathy", [(weight, empathy) for weight, empathy, _ in turns], score.empathy),
        _running(words, "nvc", [(weight, nvc) for weight, _, nvc in turns], score.nvc),
    )


def overall(words: Words, score: Score) -> Formula:
    """Return the formula of the overall score."""
    w = score.weights
    about = words("formula.overall", set=w.set, meet=w.meet, exceed=w.exceed, empathy=w.empathy, nvc=w.nvc)
    five = [
        (w.set, score.set),
        (w.meet, score.meet),
        (w.exceed, score.exceed),
        (w.empathy, score.empathy),
        (w.nvc, score.nvc),
    ]
    return _formula(words, "overall", score.overall, about, mean(five, score.overall))


def meet_sum(words: Words, part: Part) -> str:
    """Return how a component's points come about: 100 less 15 for each level short, and 15 more below adequate."""
    short, under = max(0, part.desired - part.perceived), max(0, part.adequate - part.perceived)
    raw = 100 - SHORT_OF_DESIRED * short - SHORT_OF_ADEQUATE * under
    if not short:
        return "100"
    sum_ = f"100 - {SHORT_OF_DESIRED}×{short}" + (f" - {SHORT_OF_ADEQUATE}×{under}" if under else "")
    return kept(words, f"{sum_} = {raw}", raw, part.meet)


def mean(weighted: Iterable[tuple[int, int]], result: int) -> str:
    """Return a weighted mean with its numbers; ≈ where it was rounded. What has no weight is left out."""
    counted = [(weight, value) for weight, value in weighted if weight]
    total = sum(weight for weight, _ in counted)
    exact = sum(weight * value for weight, value in counted) == total * result
    terms = " + ".join(f"{weight}×{value}" for weight, value in counted)
    return f"({terms}) / {total} {'=' if exact else '≈'} {result}"


def kept(words: Words, sum_: str, raw: int, result: int) -> str:
    """Return a sum, and what was made of it where it left the range of 0 to 100."""
    return sum_ if raw == result else words("formula.kept", sum=sum_, result=result)


def signed(number: int) -> str:
    """Return a number as it is added to another one."""
    return f"- {-number}" if number < 0 else f"+ {number}"


def _formula(words: Words, name: str, value: int, about: str, sums: str, notes: tuple[str, ...] = ()) -> Formula:
    return Formula(name, words(f"score.{name}"), value, about, sums, notes)


def _set(words: Words, score: Score) -> Formula:
    if score.lost:
        return _formula(words, "set", score.set, words("formula.set_lost"), "")
    over = [part for part in score.parts if part.overhang and part.weight]
    levels = sum(part.overhang for part in over)
    raw = SET_START + score.set_points - OVERHANG_COST * levels
    sum_ = f"{SET_START} {signed(score.set_points)} - {OVERHANG_COST}×{levels} = {raw}"
    notes = tuple(_overhang(words, part) for part in over)
    return _formula(words, "set", score.set, words("formula.set"), kept(words, sum_, raw, score.set), notes)


def _overhang(words: Words, part: Part) -> str:
    component = words(f"component.{part.component}")
    return words("formula.overhang", component=component, desired=part.desired, can=part.can, over=part.overhang)


def _exceed(words: Words, score: Score) -> Formula:
    counted = [part for part in score.parts if part.weight]
    best = max((part for part in counted if part.weight >= SALIENT), key=_beyond, default=None)
    reason = _zero(words, score, counted, best)
    if reason or best is None:
        return _formula(words, "exceed", score.exceed, reason, "")
    about = words("formula.exceed", component=words(f"component.{best.component}"))
    raw = EXCEED_STEP * _beyond(best)
    sum_ = f"{EXCEED_STEP} × min({best.perceived} - max({best.desired}, {best.opening}), {best.deeds}) = {raw}"
    return _formula(words, "exceed", score.exceed, about, kept(words, sum_, raw, score.exceed))


def _zero(words: Words, score: Score, counted: list[Part], best: Part | None) -> str:
    """Return the reason for which exceed is 0 whatever was done; empty where there is none."""
    below = [words(f"component.{part.component}") for part in counted if part.verdict == "below"]
    if score.lost:
        return words("formula.exceed_lost")
    if score.overspent:
        return words("formula.exceed_overspent")
    if below:
        return words("formula.exceed_below", components=words.list(below))
    return words("formula.exceed_none") if best is None else ""


def _beyond(part: Part) -> int:
    """Return by how many levels deeds went beyond what was desired, at the start and now; below 0 for less."""
    return min(part.perceived - max(part.desired, part.opening), part.deeds)


def _weighed(play: Play) -> list[tuple[int, int, int]]:
    """Return for each turn that counts its weight, its empathy and its NVC."""
    turns = [
        (turn.after.turn_weights - turn.before.turn_weights, turn.empathy_turn, turn.nvc_turn) for turn in play.turns
    ]
    return [turn for turn in turns if turn[0]]


def _running(words: Words, name: str, turns: list[tuple[int, int]], result: int) -> Formula:
    if not turns:
        return _formula(words, name, result, words("formula.no_turns"), "")
    return _formula(words, name, result, words("formula.mean"), mean(turns, result))
