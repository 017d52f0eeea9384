"""A beat at which the trainee can be left with nothing to say."""

from collections.abc import Iterator

from game.proof.never import Never
from game.proof.records import DeadEnd
from game.proof.view import Finding, View
from game.scenario import Text
from game.scenario.diagnostics import Diagnostic

SAYS = Diagnostic(
    "warning",
    Text(
        "走到节点“{beat}”时可能一个回应也没有，谈话就断了{whom}。这样选就会遇到：{picks}。",
        "At “{beat}” there can be nothing to say{whom}, and the talk breaks off. Picks that lead there: {picks}.",
    ),
    Text(
        "给“{beat}”留一个不带“{~if}”的回应，或者别让这条路走到那里。",
        "Give “{beat}” one response without `{~if}`, or let this way lead elsewhere.",
    ),
)
WHY = Text(
    "学员面前一句可说的话也没有，这一局按丢了客户算，而他什么也没做错。",
    "The trainee has nothing to pick, and the play counts as a customer lost, through no fault of theirs.",
)


def find(view: View) -> Iterator[Finding]:
    """Yield each beat that is a dead end in some play, once, unless a response there only waits for another fault."""
    never = Never(view)
    ends: dict[str, tuple[str | None, DeadEnd]] = {}
    for one in view.evidence:
        for end in one.proof.dead_ends:
            ends.setdefault(end.beat, (one.proof.persona, end))
    for beat, (persona, end) in ends.items():
        dead = {("response", beat, one.id) for one in view.scenario.beats[beat].responses} & never.dead
        if not dead - never.roots:
            yield Finding(("beats", beat), _words(view, persona, end))


def _words(view: View, persona: str | None, end: DeadEnd) -> dict[str, str]:
    label = view.scenario.persona(persona).label
    return {
        "beat": end.beat,
        "whom.zh": "" if persona is None else f"（性格“{label.told('zh')}”）",
        "whom.en": "" if persona is None else f" (persona “{label.told('en')}”)",
        "picks.zh": "、".join(end.picks) or "一开场就是",
        "picks.en": ", ".join(end.picks) or "none, it is the start",
    }
