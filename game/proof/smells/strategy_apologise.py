"""A pass for apologising at every turn."""

from collections.abc import Iterator

from game.proof.mechanical import Player, apology, first, passes
from game.proof.view import Finding, View
from game.scenario import Text
from game.scenario.diagnostics import Diagnostic

SAYS = Diagnostic(
    "warning",
    Text(
        "句句先道歉就能过关：{who}，最高 {overall} 分。",
        "Apologising at every turn passes: {who}, with {overall} at most.",
    ),
    Text(
        "这样选的一局是：{picks}。让几个只道歉、不担责也没办法的回应留在台面上，把几个好回应里的道歉去掉。",
        "Such a play is {picks}. Leave some apologies on offer that own nothing and offer nothing, and take the "
        "apology out of some good responses.",
    ),
)
WHY = Text(
    "不看场合一路赔不是也能过关，学员就分不清什么时候该道歉、什么时候该办事。",
    "Saying sorry throughout passes, so nobody learns when an apology is called for and when a deed is.",
)


def find(view: View) -> Iterator[Finding]:
    """Yield one finding for all customers with whom such a player passes, and not one who just takes the first."""
    yield from passes(view, (Player(apology),), unless=Player(first))
