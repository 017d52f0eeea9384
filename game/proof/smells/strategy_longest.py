"""A pass for always picking the longest response."""

from collections.abc import Iterator

from game.proof.mechanical import lengths, passes
from game.proof.view import Finding, View
from game.scenario import Text
from game.scenario.diagnostics import Diagnostic

SAYS = Diagnostic(
    "warning",
    Text(
        "每次都选最长的回应就能过关：{who}，最高 {overall} 分。",
        "Always picking the longest response passes: {who}, with {overall} at most.",
    ),
    Text(
        "这样选的一局是：{picks}。把其中几句好的说短些，给差的回应配上一样周全的话。",
        "Such a play is {picks}. Say some of the good ones in fewer words, and give poor responses as many.",
    ),
)
WHY = Text(
    "学员很快会发现“长的就是对的”，从此不读内容。",
    "Trainees soon notice that long means right, and read no further.",
)


def find(view: View) -> Iterator[Finding]:
    """Yield one finding for all customers with whom such a player passes."""
    yield from passes(view, lengths(view.scenario.languages, 1))
