"""An expectation that counts, and that nothing in the talk ever touches."""

from collections.abc import Iterator

from game.proof.naming import both, component_name
from game.proof.view import Finding, View
from game.scenario import Response, Text
from game.scenario.diagnostics import Diagnostic

SAYS = Diagnostic(
    "warning",
    Text(
        "客户看重“{component}”（权重 {weight}），可从头到尾没有一句话动得了它。",
        "The customer cares for {component} (weight {weight}), and nothing that is said or done ever moves it.",
    ),
    Text(
        "让某个回应用“{~deliver}”“{~extra}”“{~promise}”或“{~frame}”影响它；这个情景用不上，就把“{~weight}”写成 0，"
        "或删掉这一项。",
        "Let some response move it with `{~deliver}`, `{~extra}`, `{~promise}` or `{~frame}`; if this case has no "
        "use for it, give it `{~weight}` 0 or leave it out.",
    ),
)
WHY = Text(
    "它一直算在“兑现”里，学员却怎么选都帮不上，等于白送分或者白扣分。",
    "It counts in every play and answers to no choice: points given or taken for nothing.",
)


def find(view: View) -> Iterator[Finding]:
    """Yield each component of weight that no play moves, unless meet as a whole is fixed or its mover is never met."""
    if not view.whole or all(seen.proof.scores["meet"].min == seen.proof.scores["meet"].max for seen in view.evidence):
        return
    still = _still(view)
    for component in view.scenario.customer.expects:
        weight = max(persona.customer.expects[component].weight for persona in view.scenario.personas)
        if component in still and weight and not _waiting(view, component):
            path = ("customer", "expects", component)
            yield Finding(path, {"weight": str(weight)} | both("component", component_name(component)))


def _still(view: View) -> set[str]:
    """Return the components whose perceived and desired are the same in all plays of each customer."""
    return {
        component
        for component in view.scenario.customer.expects
        if all(
            seen.perceived[component][0] == seen.perceived[component][1]
            and seen.desired[component][0] == seen.desired[component][1]
            for seen in view.evidence
        )
    }


def _waiting(view: View, component: str) -> bool:
    """Return whether a response would move it that is never on offer: that is told instead."""
    met = {(one.beat, one.response) for seen in view.evidence for one in seen.choices if one.states}
    return any(
        (beat.id, one.id) not in met and _moves(one, component)
        for beat in view.scenario.beats.values()
        for one in beat.responses
    )


def _moves(one: Response, component: str) -> bool:
    about = {promise.about for promise in one.promises} | {frame.about for frame in one.frames}
    return component in about | {name for name, _ in one.deliver} | ({one.extra.about} if one.extra else set())
