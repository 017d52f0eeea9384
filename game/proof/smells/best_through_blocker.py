"""A best play that has to hurt the customer on the way."""

from collections.abc import Iterator

from game.engine import Turn, begin, choose
from game.engine.layout import SILENCE
from game.proof.evidence import Evidence
from game.proof.naming import both, people
from game.proof.view import Finding, View
from game.scenario import Persona, Text
from game.scenario.diagnostics import Diagnostic
from game.scenario.words import BLOCKERS

SAYS = Diagnostic(
    "warning",
    Text(
        "{who}：最好的一局（{best} 分）要从“{beat}/{response}”走，而它犯了{rule}；{clean}。",
        "{who}: the best play, with {best}, goes through “{beat}/{response}”, which is {rule}; {clean}.",
    ),
    Text(
        "让“{beat}”有一个不伤人的回应也走得到这条好路，或者减掉“{response}”带来的好处。",
        "Let a response of “{beat}” that hurts nobody lead there too, or take away what “{response}” gains.",
    ),
)
WHY = Text(
    "想拿高分就得说一句伤人的话，游戏教的就和课上讲的反了。",
    "Whoever wants the best score must say something that hurts: the game then teaches the opposite of the lesson.",
)


def find(view: View) -> Iterator[Finding]:
    """Yield each response with a blocker through which the best play of some customers goes, and has to."""
    found: dict[tuple[str, str], list[tuple[Persona, Evidence, Turn]]] = {}
    for seen in view.evidence:
        if seen.whole and (seen.best_clean is None or seen.best_clean < seen.proof.best_overall):
            turn = _blocked(seen, view)
            if turn is not None:
                persona = view.scenario.persona(seen.proof.persona)
                found.setdefault((turn.beat, turn.response), []).append((persona, seen, turn))
    for (beat, response), hits in found.items():
        yield Finding(("beats", beat, "responses", response), _words(hits))


def _words(hits: list[tuple[Persona, Evidence, Turn]]) -> dict[str, str]:
    _, seen, turn = hits[0]
    rule = next(one for one in turn.rules if one in BLOCKERS)
    clean = Text("不说这种话，一局也走不完", "without any such words no play comes to an end")
    if seen.best_clean is not None:
        most = seen.best_clean
        clean = Text(f"不说这种话，最多 {most} 分", f"without any such words {most} is the most")
    told = both("who", people(persona for persona, _, _ in hits)) | both("clean", clean)
    told |= both("rule", Text(f"“{BLOCKERS[rule][0]}”", f"tagged “{BLOCKERS[rule][1]}”"))
    return told | {"beat": turn.beat, "response": turn.response, "best": str(seen.proof.best_overall)}


def _blocked(seen: Evidence, view: View) -> Turn | None:
    """Return the first turn of the best play at which a blocker fires."""
    play = begin(view.scenario, seen.proof.persona, rulebook=view.rulebook)
    for pick in seen.proof.best:
        turn = choose(play, pick)
        if turn.response != SILENCE and any(rule in BLOCKERS for rule in turn.rules):
            return turn
    return None
