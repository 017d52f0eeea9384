"""A pass for always picking the shortest response."""

from collections.abc import Iterator

from game.proof.mechanical import lengths, passes
from game.proof.view import Finding, View
from game.scenario import Text
from game.scenario.diagnostics import Diagnostic

SAYS = Diagnostic(
    "warning",
    Text(
        "每次都选最短的回应就能过关：{who}，最高 {overall} 分。",
        "Always picking the shortest response passes: {who}, with {overall} at most.",
    ),
    Text(
        "这样选的一局是：{picks}。给其中几个节点写上又短又差的回应，把几句好的说得再具体些。",
        "Such a play is {picks}. Add short poor responses to some of these beats, and say more in some of the good "
        "ones.",
    ),
)
WHY = Text(
    "不读内容，挑最短的就能过关，考的就不是会不会说话了。",
    "Whoever takes the least to read passes, and what was to be learned was never looked at.",
)


def find(view: View) -> Iterator[Finding]:
    """Yield one finding for all customers with whom such a player passes."""
    yield from passes(view, lengths(view.scenario.languages, -1))
