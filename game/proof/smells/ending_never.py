"""An ending that no talk comes to."""

from collections.abc import Iterator

from game.proof.never import Never, ends
from game.proof.view import Finding, View
from game.scenario import Text
from game.scenario.diagnostics import Diagnostic

SAYS = Diagnostic(
    "warning",
    Text("没有一局会以“{ending}”结束。", "No play ends with “{ending}”."),
    Text(
        "让一个走得到的回应用“{~then}”去“{ending}”，或放宽通到那里的条件；用不上就删掉。",
        "Let a response lead to “{ending}” with `{~then}`, or loosen the condition on the way there; or take it out.",
    ),
)
WHY = Text(
    "这个结局本来是一个教训或一份奖励，现在谁也得不到。",
    "The ending was to be a lesson or a reward, and nobody gets it.",
)


def find(view: View) -> Iterator[Finding]:
    """Yield each ending that no play comes to, whatever keeps it away; where all end alike, ending-always says it once.

    An ending behind a response that is never on offer is told as well: another way may lead to it.
    """
    if view.whole and len(ends(view)) == 1:
        return
    dead = Never(view).dead
    for ending in view.scenario.endings:
        if ("ending", ending) in dead:
            yield Finding(("endings", ending), {"ending": ending})
