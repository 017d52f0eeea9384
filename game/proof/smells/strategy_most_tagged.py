"""A pass for always picking the response with the most tags."""

from collections.abc import Iterator

from game.proof.mechanical import Player, passes, tags
from game.proof.view import Finding, View
from game.scenario import Text
from game.scenario.diagnostics import Diagnostic

SAYS = Diagnostic(
    "warning",
    Text(
        "每次都选标签最多的回应就能过关：{who}，最高 {overall} 分。",
        "Always picking the response with the most tags passes: {who}, with {overall} at most.",
    ),
    Text(
        "这样选的一局是：{picks}。给几个节点写上技巧用得多、却没答到客户问的事的回应；有时最好的只要一两样就够。",
        "Such a play is {picks}. Add responses that do many things and miss what was asked; sometimes the best needs "
        "but one or two.",
    ),
)
WHY = Text(
    "什么都来一点就过关，学员学到的是堆技巧，而不是这一刻该说什么。",
    "A bit of everything passes: what it teaches is to pile up techniques, not what this moment wants.",
)


def find(view: View) -> Iterator[Finding]:
    """Yield one finding for all customers with whom such a player passes."""
    yield from passes(view, (Player(tags),))
