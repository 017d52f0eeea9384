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
    """Yield each interrupt that fires in no play, also where what it waits for is told as never coming.

    Where a talk cannot even begin, that is the fault, and dead-end tells it.
    """
    dead = Never(view).dead
    start = view.scenario.beats[view.scenario.start]
    if all(("response", start.id, one.id) in dead for one in start.responses):
        return
    for place, interrupt in enumerate(view.scenario.interrupts):
        if ("interrupt", str(place)) in dead:
            yield Finding(("interrupts", place), {"number": str(place + 1), "to": interrupt.to})
