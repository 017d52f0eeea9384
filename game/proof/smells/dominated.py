"""A response that never pays, and of which nothing says why."""

from collections.abc import Iterator
from typing import Final

from game.proof.evidence import Choice
from game.proof.naming import both, joined
from game.proof.smells.greedy_misleads import COSTS, misleads
from game.proof.speaking import AGAINST
from game.proof.view import Finding, View
from game.scenario import Beat, Response, Text
from game.scenario.diagnostics import Diagnostic
from game.scenario.words import BLOCKERS, EMPATHY, NVC

SAYS = Diagnostic(
    "warning",
    Text(
        "“{beat}/{response}”{does}：它说到的对方都说到了，也没有一条规则说它哪里不好。",
        "“{beat}/{response}” {does}: it says nothing that the other does not, and no rule says what is wrong with it.",
    ),
    Text(
        "它要是真不好，就用标签写明（比如“{~generic}”“{~advice}”“{~minimising}”）；要是也有道理，"
        "就给它一点用处（“{~deliver}”、“{~learn}”、一条路）；都不是就删掉。",
        "If it is bad, say how with a tag (such as {~generic}, {~advice}, {~minimising}); if there is something to "
        "it, give it some use (`{~deliver}`, `{~learn}`, a way of its own); or else take it out.",
    ),
)
WHY = Text(
    "学员选了它要丢分，复盘时却没有一句话告诉他为什么，只好当它是陷阱。",
    "Trainees lose by it, and nothing in the debrief tells them why. All they can conclude is that it was a trap.",
)

LISTENING: Final = EMPATHY.keys() | NVC.keys()
"""The tags by which the listening of a turn is measured."""
SEEN: Final = 3
"""A loss of fewer points may come of rounding alone."""


def find(view: View) -> Iterator[Finding]:
    """Yield each response that never does better, and at times worse, than one that does all that it does, unexplained.

    One that is told as a trap is not told again.
    """
    for beat in view.scenario.beats.values() if view.whole else ():
        for response in beat.responses:
            found = (one.choice(beat.id, response.id) for one in view.evidence)
            seen = [one for one in found if one is not None and one.states]
            better = [] if any(misleads(one) for one in seen) else _better(view, beat, response, seen)
            if better:
                words = {"beat": beat.id, "response": response.id} | both("does", _does(better, seen))
                yield Finding(("beats", beat.id, "responses", response.id), words)


def _does(better: list[Response], seen: list[Choice]) -> Text:
    """Return how a response does beside better ones: worse always, or only at times and never better."""
    names = joined(Text(f"“{one.id}”", f"“{one.id}”") for one in better)
    zh, en = names.told("zh"), names.told("en")
    if all(one.id in choice.beaten_by for one in better for choice in seen):
        least = min(one.regret_least for one in seen)
        return Text(
            f"什么时候选都不如{zh}，最少也差 {least} 分",
            f"always does worse than {en}, by {least} or more in overall",
        )
    most = max(one.regret_most for one in seen)
    return Text(
        f"什么时候选都不比{zh}强，有时还要差，最多差到 {most} 分",
        f"never does better than {en}, and at times worse, by up to {most} in overall",
    )


def _better(view: View, beat: Beat, response: Response, seen: list[Choice]) -> list[Response]:
    """Return the responses beside which one never pays, and nothing tells why.

    Either no rule speaks against it at all, it takes nothing away, and it says nothing that the better one does not;
    or what speaks against it speaks against the better one too, which does all that it does.
    """
    if response.tags & BLOCKERS.keys() or not seen:
        return []
    never = set.intersection(*(set(one.matched_by) for one in seen)) & {id_ for one in seen for id_ in one.bettered_by}
    told = [one for one in beat.responses if one.id in never and _plainly(one, response, seen)]
    rivals = (one for one in told if not one.tags & BLOCKERS.keys())
    said = _against(view, beat, response)
    return [
        one
        for one in rivals
        if _silent(one, response, said) or (said <= _against(view, beat, one) and _covers(one, response))
    ]


def _plainly(one: Response, other: Response, seen: list[Choice]) -> bool:
    """Return whether the other, no better anywhere, is clearly the worse one: it always loses.

    One that is as good at times is told if with some customer it always loses, if it loses much, or if it is as well
    put as the better one; else it is an ordinary weaker answer, whose want of listening shows on the gauges.
    """
    loses = [one.id in choice.beaten_by for choice in seen]
    if all(loses) or max(choice.regret for choice in seen) >= COSTS:
        return True
    alike = one.tags & LISTENING == other.tags & LISTENING and _covers(one, other)
    return (alike or any(loses)) and max(choice.regret_most for choice in seen) >= SEEN


def _against(view: View, beat: Beat, response: Response) -> frozenset[str]:
    """Return the rules that speak against a response in some state of some customer."""
    found = (one.choice(beat.id, response.id) for one in view.evidence)
    return AGAINST & frozenset().union(*(one.rules for one in found if one is not None))


def _covers(one: Response, other: Response) -> bool:
    """Return whether a response says and does all that another says and does to the good, and leads where it leads.

    Meters are left out: whether more of one is good is the author's to know.
    """
    deeds = dict(one.deliver)
    words = other.tags <= one.tags and other.names in (None, one.names) and set(other.learn) <= set(one.learn)
    kept = not other.promises and set(other.keeps) <= set(one.keeps) and set(other.frames) <= set(one.frames)
    more = all(deeds.get(component, 0) >= change for component, change in other.deliver if change > 0)
    extra = other.extra is None or (one.extra is not None and one.extra.about == other.extra.about)
    return words and kept and more and extra and one.heat <= max(other.heat, 0) and one.then == other.then


def _silent(one: Response, other: Response, said: frozenset[str]) -> bool:
    """Return whether nothing speaks for the other or against it: no rule, no word more, nothing taken away at once."""
    return not said and other.tags <= one.tags and all(change >= 0 for _, change in other.deliver)
