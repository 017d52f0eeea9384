"""A response that looks best on every gauge, and turns out to cost much, with nothing to warn of it."""

from collections.abc import Iterator
from typing import Final

from game.proof.evidence import Choice
from game.proof.naming import both, people
from game.proof.speaking import AGAINST, CLOSING
from game.proof.view import Finding, View
from game.scenario import Persona, Text
from game.scenario.diagnostics import Diagnostic

SAYS = Diagnostic(
    "warning",
    Text(
        "“{beat}/{response}”选完那一刻样样最好，到头来却要少得 {regret} 分，也没有一条规则提醒（{who}）。",
        "“{beat}/{response}” looks best on every gauge right away and costs {regret} points in the end, and no rule "
        "warns of it ({who}).",
    ),
    Text(
        "让代价当场看得见一点（标签、“{~heat}”“{~meters}”、客户的“{~reply}”），或者别让后面的路只因为选了它就变差。",
        "Let some of the cost show at once (a tag, `{~heat}`, `{~meters}`, the customer's `{~reply}`), or do not "
        "close the better way for having picked it.",
    ),
)
WHY = Text(
    "学员看着仪表做对了每一步，结果还是输了，而且没人告诉他错在哪一步：他会不再相信仪表。",
    "Trainees follow the gauges, lose by it and are not told where: after that they no longer trust the gauges.",
)
LOOKS_BEST: Final = 0.9
"""From this share of the states on it has the best of the turn's own results: nearly always."""
COSTS: Final = 10
"""The mean regret from which a trap costs much: more than half of the way from one verdict to the next (15)."""
STRAYS: Final = 8
"""The regret on the best way of all from which it costs much, be it as good in most other states."""


def find(view: View) -> Iterator[Finding]:
    """Yield each response that looks best with some customer, costs much, and against which no rule speaks."""
    for beat in view.scenario.beats.values() if view.whole else ():
        for response in beat.responses:
            seen = [(one.proof.persona, one.choice(beat.id, response.id)) for one in view.evidence]
            hits = [(view.scenario.persona(id_), one) for id_, one in seen if one is not None and misleads(one)]
            if hits:
                path = ("beats", beat.id, "responses", response.id)
                yield Finding(path, {"beat": beat.id, "response": response.id} | _words(hits))


def misleads(one: Choice) -> bool:
    """Return whether a response looks best, costs much, and nothing says so: in nearly all states, or on the best way.

    Too much warmth is told by the gauges of the turn, and here they say that it is the best.
    """
    always = one.best_now >= LOOKS_BEST and one.regret_least > 0 and one.regret >= COSTS
    if one.states and always:
        return not one.rules & (AGAINST - CLOSING)
    return one.states > 0 and one.astray >= STRAYS and not one.rules & (AGAINST - CLOSING - {"warmth-in-time"})


def _words(hits: list[tuple[Persona, Choice]]) -> dict[str, str]:
    regret = max(max(one.regret, one.astray) for _, one in hits)
    return {"regret": f"{regret:.0f}"} | both("who", people(persona for persona, _ in hits))
