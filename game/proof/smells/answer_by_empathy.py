"""A talk whose best answers are nearly always those with the most empathy tags."""

from collections.abc import Iterator

from game.proof.giveaways import finding, given
from game.proof.view import Finding, View
from game.scenario import Response, Text
from game.scenario.diagnostics import Diagnostic
from game.scenario.words import EMPATHY

SAYS = Diagnostic(
    "warning",
    Text(
        "{of} 个节点里有 {hits} 个，最好的回应就是{mark}。",
        "At {hits} of {of} beats the best response is simply the one with {mark}.",
    ),
    Text(
        "情绪平下来以后，让问清楚、给办法、兑现承诺的回应胜过一句暖话；"
        "在这里头的几处再写一个很暖却没答到点上的：{beats}。",
        "Once feelings have cooled, let asking, finding a way and keeping one's word do better than warm words; at "
        "some of these add a response that is warm and misses the point: {beats}.",
    ),
)
WHY = Text(
    "哪句最贴心就选哪句，不听客户在问什么也能赢：学员学到的是堆暖话。",
    "The warmest line always wins, whatever the customer asked: what it teaches is to pile on warm words.",
)


def find(view: View) -> Iterator[Finding]:
    """Yield one finding if the one with the most empathy tags is nearly always the best."""
    yield from finding(given(view, {Text("同理心标签最多的那个", "the most empathy tags"): _warmest}, 1))


def _warmest(offered: tuple[Response, ...]) -> tuple[Response, ...]:
    """Return the responses with the most empathy tags: several where they have as many."""
    most = max(len(one.tags & EMPATHY.keys()) for one in offered)
    return tuple(one for one in offered if len(one.tags & EMPATHY.keys()) == most)
