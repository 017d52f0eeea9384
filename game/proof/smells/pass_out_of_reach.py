"""A customer with whom nobody can pass."""

from collections.abc import Iterator

from game.engine import begin, choose, score
from game.engine.passing import RANKS, SCORES, Passing
from game.proof.evidence import Evidence
from game.proof.naming import both, by_course, listed, people, place, plain, result
from game.proof.view import Finding, View
from game.scenario import Text
from game.scenario.diagnostics import Diagnostic

SAYS = Diagnostic(
    "warning",
    Text(
        "{who}：再会谈的人也过不了关{asked}，最好的一局只有 {best}。",
        "{who}: nobody can pass{asked}. The best play comes to {best}.",
    ),
    Text(
        "最好的一局选的是：{picks}。看它差在哪一项，让能做的事再多做到一点（“{~deliver}”“{~can}”），"
        "或者让起点近一点（“{~perceived}”“{~desired}”“{~heat}”）。",
        "Its picks are {picks}. See which score holds it down; let more be delivered (`{~deliver}`, `{~can}`) or "
        "start less far away (`{~perceived}`, `{~desired}`, `{~heat}`).",
    ),
)
WHY = Text(
    "学员句句都说到位了还是不及格，他学不到东西，只会觉得这一关不讲理。",
    "Trainees who do everything right fail all the same. They learn nothing but that the exercise is unfair.",
)


def find(view: View) -> Iterator[Finding]:
    """Yield one finding for all customers with whom no play passes."""
    out = [seen for seen in view.judged if out_of_reach(seen, view.passing)]
    if out:
        personas = [view.scenario.persona(seen.proof.persona) for seen in out]
        best, picks = _best(out[0], view)
        told = both("picks", picks) | both("who", people(personas)) | both("best", best)
        yield Finding(place(personas[0]), told | both("asked", by_course(view)))


def out_of_reach(seen: Evidence, passing: Passing) -> bool:
    """Return whether it is proved that no play passes: by all that is asked, its verdict or a single score."""
    proof = seen.proof
    if proof.passing.bounds[1] == 0 or any(proof.scores[name].max < getattr(passing, name) for name in SCORES):
        return True
    return all(proof.verdicts[verdict].bounds[1] == 0 for verdict in RANKS[RANKS.index(passing.verdict) :])


def _best(seen: Evidence, view: View) -> tuple[Text, Text]:
    """Return what the best play of a customer comes to, and its picks."""
    play = begin(view.scenario, seen.proof.persona, rulebook=view.rulebook)
    for pick in seen.proof.best:
        choose(play, pick)
    told = result(score(play, view.weights)) if play.over else plain(seen.proof.scores["overall"].max)
    return told, listed(play.picks or ("–",))
