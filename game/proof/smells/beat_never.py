"""A moment of the talk that never comes."""

from collections.abc import Iterator

from game.proof.never import Never
from game.proof.view import Finding, View
from game.scenario import Text
from game.scenario.diagnostics import Diagnostic

SAYS = Diagnostic(
    "warning",
    Text("没有一局会走到节点“{beat}”。", "No play comes to the beat “{beat}”."),
    Text(
        "让一个走得到的回应用“{~then}”去“{beat}”；已经有去路的，看它的条件能不能成立，前面的去路是不是把人都带走了。",
        "Let a response lead to “{beat}” with `{~then}`; where one does, see whether its condition can hold, and "
        "whether an earlier way takes everyone first.",
    ),
)
WHY = Text(
    "写好的一段戏没有人看得到，它后面的一切也跟着白写。",
    "A scene that was written and that nobody will ever see, with all that hangs on it.",
)


def find(view: View) -> Iterator[Finding]:
    """Yield each beat that no play comes to, where the chain begins."""
    for _, beat in Never(view).where("beat"):
        yield Finding(("beats", beat), {"beat": beat})
