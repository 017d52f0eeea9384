"""An interrupt that never takes a beat's place."""

from collections.abc import Iterator

from game.proof.never import Never
from game.proof.view import Finding, View
from game.scenario import Text
from game.scenario.diagnostics import Diagnostic

SAYS = Diagnostic(
    "warning",
    Text("第 {number} 个“{~interrupts}”（去“{to}”）从不触发。", "Interrupt {number}, to “{to}”, fires in no play."),
    Text(
        "放宽它的“{~if}”，或让谈话走得到那个地步；如果排在前面的“{~interrupts}”总抢在它前头，就调一下次序。",
        "Loosen its `{~if}`, or let the talk go that far; if another interrupt always comes first, change their order.",
    ),
)
WHY = Text(
    "说好会出事的地方从来不出事，学员把客户惹急了也没有后果。",
    "What should happen when things go wrong never happens: however the trainee talks, nothing comes of it.",
)


def find(view: View) -> Iterator[Finding]:
    """Yield each interrupt that fires in no play."""
    for _, place in Never(view).where("interrupt"):
        interrupt = view.scenario.interrupts[int(place)]
        yield Finding(("interrupts", int(place)), {"number": str(int(place) + 1), "to": interrupt.to})
