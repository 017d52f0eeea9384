"""A score that is the same in all plays."""

from collections.abc import Iterator
from typing import Final

from game.proof.evidence import Evidence
from game.proof.naming import SCORES, both, people, score_name
from game.proof.view import Finding, View
from game.scenario import Response, Text
from game.scenario.diagnostics import Diagnostic

SAYS = Diagnostic(
    "warning",
    Text(
        "不管怎么选，“{score}”都是 {value} 分（{who}）。",
        "Whatever is picked, {score} comes to {value} ({who}).",
    ),
    Text("{do}", "{do}"),
)
WHY = Text(
    "这一项占着总分，却不随任何选择变化：它既不奖励做得好的人，也不提醒做得差的人。",
    "The score has its share in overall and answers to no choice: it neither rewards who does well nor warns who "
    "does not.",
)
MENDS: Final = {
    "set": Text(
        "让学员能把话说在前头：给能核对时间的承诺（“{~promise}”）、说明限制（“{~frame}”），结尾确认（标签“{~check-back}”）。",
        "Let trainees say what will happen: a `{~promise}` with a time, a `{~frame}` for a limit, the tag "
        "{~check-back} at the end.",
    ),
    "meet": Text(
        "让回应用“{~deliver}”兑现客户看重的期望，或者少兑现一点。",
        "Let responses deliver more or less (`{~deliver}`) on what the customer cares for.",
    ),
    "exceed": Text(
        "给一条超出期望的路：在“{~weight}”至少是 2 的期望上用“{~deliver}”或“{~extra}”，"
        "让“{~perceived}”能高过“{~desired}”。",
        "Open a way to exceed: `{~deliver}` or `{~extra}` on a component with `{~weight}` 2 or more, so that "
        "`{~perceived}` can rise above `{~desired}`.",
    ),
    "empathy": Text(
        "让同一个节点的回应在倾听上有差别：有的接住情绪，有的没有（标签“{~reaction}”“{~interpretation}”“{~exploration}”）。",
        "Let the responses of a beat differ in listening: some meet the feeling, some do not (the tags {~reaction}, "
        "{~interpretation}, {~exploration}).",
    ),
    "nvc": Text(
        "让同一个节点的回应在表达上有差别（标签“{~observation}”“{~feeling}”“{~need}”“{~request}”）。",
        "Let the responses of a beat differ in how they are put (the tags {~observation}, {~feeling}, {~need}, "
        "{~request}).",
    ),
}


LOST: Final = Text(
    "每一局客户都流失了，这一项就只能是 0：让谈得好的路通到一个不带“{~lost}”的结局。",
    "The customer is lost in every play, which makes this 0: let the good ways lead to an ending without `{~lost}`.",
)


def find(view: View) -> Iterator[Finding]:
    """Yield each score that no choice moves with some customer, unless another one says so."""
    for name in SCORES:
        found = _told_of(view, name)
        if found:
            personas = [view.scenario.persona(seen.proof.persona) for seen in found]
            told = both("score", score_name(name)) | both("who", people(personas)) | both("do", _mend(view, name))
            yield Finding(("customer", "expects"), {"value": str(found[0].proof.scores[name].min)} | told)


def _mend(view: View, name: str) -> Text:
    """Return what can be done; where the customer is lost in every play, that comes first."""
    met = {id_ for seen in view.evidence for id_, share in seen.proof.endings.items() if share.mean > 0}
    lost = all(id_ not in view.scenario.endings or view.scenario.endings[id_].lost for id_ in met)
    return LOST if lost and name in ("set", "exceed") else MENDS[name]


def _told_of(view: View, name: str) -> list[Evidence]:
    """Return the customers with whom a score is fixed and nothing else says so.

    That nothing exceeds goes without saying where meet is fixed, or something is never even adequate for all that is
    done; and that one customer is too hard to exceed with is no fault.
    """
    found = [seen for seen in view.evidence if _fixed(seen, name)]
    if name != "exceed":
        return found
    if len(found) < len(view.scenario.personas):
        return []
    deeds = any(_deed(response) for beat in view.scenario.beats.values() for response in beat.responses)
    return [seen for seen in found if not _fixed(seen, "meet") and not (deeds and _inadequate(view, seen))]


def _deed(response: Response) -> bool:
    """Return whether something is done for the customer, which is what exceeds."""
    return response.extra is not None or any(change > 0 for _, change in response.deliver)


def _inadequate(view: View, seen: Evidence) -> bool:
    """Return whether some component that counts is below adequate in all plays, frames and all."""
    expects = view.scenario.persona(seen.proof.persona).customer.expects
    return any(
        one.weight > 0 and seen.perceived[id_][1] < min(one.adequate, seen.desired[id_][0] - 1)
        for id_, one in expects.items()
    )


def _fixed(seen: Evidence, name: str) -> bool:
    spread = seen.proof.scores[name]
    return seen.proof.exact and spread.min == spread.max
