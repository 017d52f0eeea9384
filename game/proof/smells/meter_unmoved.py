"""A meter that stands still."""

from collections.abc import Iterator

from game.proof.naming import both
from game.proof.view import Finding, View
from game.scenario import Text
from game.scenario.diagnostics import Diagnostic

SAYS = Diagnostic(
    "warning",
    Text("“{label}”从头到尾都是 {start}，没有一个选择动得了它。", "{label} stays at {start}, whatever is picked."),
    Text(
        "让回应用“{~meters}”改动它{limit}；用不上就把“{meter}”从“{~meters}”里删掉。",
        "Let responses change it with `{~meters}`{limit}, or take “{meter}” out of the file's `{~meters}`.",
    ),
)
WHY = Text(
    "学员盯着一个不会动的数，以为自己该省着花、该小心着说，其实它什么也不管。",
    "Trainees watch a number that never changes, and are careful about something that does not matter.",
)
AT_LIMIT = Text(
    "（现在的改动都被“{~MeterForm/min}”“{~MeterForm/max}”挡住了，先把“{~MeterForm/start}”和它们拉开）",
    " (what there is now is all cut off by `{~MeterForm/min}` and `{~MeterForm/max}`: set `{~MeterForm/start}` "
    "further from them)",
)


def find(view: View) -> Iterator[Finding]:
    """Yield each meter that no play moves, unless what would move it is never on offer."""
    for meter in view.scenario.meters.values() if view.whole else ():
        movers = _movers(view, meter.id)
        if all(moved for moved, _ in movers) and still(view, meter.id):
            limit = AT_LIMIT if movers else Text("", "")
            words = {"meter": meter.id, "start": str(meter.start)} | both("label", meter.label) | both("limit", limit)
            yield Finding(("meters", meter.id), words)


def still(view: View, meter: str) -> bool:
    """Return whether a meter keeps its value in all plays of all customers."""
    return all(seen.meters[meter][0] == seen.meters[meter][1] for seen in view.evidence)


def _movers(view: View, meter: str) -> list[tuple[bool, str]]:
    """Return the responses that would change a meter, each with whether it is ever on offer."""
    met = {(one.beat, one.response) for seen in view.evidence for one in seen.choices if one.states}
    return [
        ((beat.id, one.id) in met, one.id)
        for beat in view.scenario.beats.values()
        for one in beat.responses
        if dict(one.meters).get(meter)
    ]
