"""How the five scores came about: each formula with this play's numbers, so that anyone can check it by hand."""

from collections.abc import Iterable
from typing import Final

from game.engine import Part, Play, Score
from game.i18n import Words
from game.terminal.blocks import Block, Para, Section

SALIENT: Final = 2
"""The weight from which a component can be exceeded on."""


def formulas(words: Words, play: Play, score: Score) -> list[Block]:
    """Return each score's formula in words, and below it in this play's numbers."""
    return [
        Section(words("debrief.formulas")),
        *_set(words, score),
        *_titled(words, "meet", words("formula.meet"), mean([(p.weight, p.meet) for p in score.parts], score.meet)),
        *_exceed(words, score),
        *_running(words, "empathy", [(turn[0], turn[1]) for turn in _weighed(play)], score.empathy),
        *_running(words, "nvc", [(turn[0], turn[2]) for turn in _weighed(play)], score.nvc),
        *_overall(words, score),
    ]


def _titled(words: Words, name: str, about: str, numbers: str) -> list[Block]:
    title = words("mark.colon", name=words(f"score.{name}"))
    return [Para(f"{title}{about}", indent=2), *([Para(numbers, "strong", 4)] if numbers else [])]


def _set(words: Words, score: Score) -> list[Block]:
    over = [part for part in score.parts if part.overhang and part.weight]
    raw = 50 + score.set_points - 10 * sum(part.overhang for part in over)
    sum_ = f"50 {signed(score.set_points)} - 10×{sum(part.overhang for part in over)} = {raw}"
    if score.lost:
        return _titled(words, "set", words("formula.set_lost"), "")
    return [
        *_titled(words, "set", words("formula.set"), kept(words, sum_, raw, score.set)),
        *(Para(_overhang(words, part), "bad", 4) for part in over),
    ]


def _overhang(words: Words, part: Part) -> str:
    component = words(f"component.{part.component}")
    return words("formula.overhang", component=component, desired=part.desired, can=part.can, over=part.overhang)


def meet_sum(words: Words, part: Part) -> str:
    """Return how a component's points come about: 100 less 15 for each level short, and 15 more below adequate."""
    short, under = max(0, part.desired - part.perceived), max(0, part.adequate - part.perceived)
    raw = 100 - 15 * short - 15 * under
    if not short:
        return "100"
    sum_ = f"100 - 15×{short}" + (f" - 15×{under}" if under else "")
    return kept(words, f"{sum_} = {raw}", raw, part.meet)


def _exceed(words: Words, score: Score) -> list[Block]:
    counted = [part for part in score.parts if part.weight]
    below = [words(f"component.{part.component}") for part in counted if part.verdict == "below"]
    best = max((part for part in counted if part.weight >= SALIENT), key=_beyond, default=None)
    reason = ""
    if score.lost:
        reason = words("formula.exceed_lost")
    elif score.overspent:
        reason = words("formula.exceed_overspent")
    elif below:
        reason = words("formula.exceed_below", components=words.list(below))
    elif best is None:
        reason = words("formula.exceed_none")
    if reason or best is None:
        return _titled(words, "exceed", reason, "")
    about = words("formula.exceed", component=words(f"component.{best.component}"))
    raw = 35 * _beyond(best)
    sum_ = f"35 × min({best.perceived} - max({best.desired}, {best.opening}), {best.deeds}) = {raw}"
    return _titled(words, "exceed", about, kept(words, sum_, raw, score.exceed))


def _beyond(part: Part) -> int:
    """Return by how many levels deeds went beyond what was desired, at the start and now; below 0 for less."""
    return min(part.perceived - max(part.desired, part.opening), part.deeds)


def _weighed(play: Play) -> list[tuple[int, int, int]]:
    """Return for each turn that counts its weight, its empathy and its NVC."""
    turns = [
        (turn.after.turn_weights - turn.before.turn_weights, turn.empathy_turn, turn.nvc_turn) for turn in play.turns
    ]
    return [turn for turn in turns if turn[0]]


def _running(words: Words, name: str, turns: list[tuple[int, int]], result: int) -> list[Block]:
    if not turns:
        return _titled(words, name, words("formula.no_turns"), "")
    return _titled(words, name, words("formula.mean"), mean(turns, result))


def _overall(words: Words, score: Score) -> list[Block]:
    w = score.weights
    about = words("formula.overall", set=w.set, meet=w.meet, exceed=w.exceed, empathy=w.empathy, nvc=w.nvc)
    five = [
        (w.set, score.set),
        (w.meet, score.meet),
        (w.exceed, score.exceed),
        (w.empathy, score.empathy),
        (w.nvc, score.nvc),
    ]
    return _titled(words, "overall", about, mean(five, score.overall))


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
