"""A customer with whom nobody can pass."""

from collections.abc import Iterator

from game.engine import begin, choose, score
from game.engine.passing import RANKS, SCORES, Passing
from game.proof.evidence import Evidence
from game.proof.naming import both, by_course, joined, listed, people, place, plain, result, score_name, verdict_name
from game.proof.view import Finding, View
from game.scenario import Text
from game.scenario.diagnostics import Diagnostic

SAYS = Diagnostic(
    "warning",
    Text(
        "{who}：再会谈的人也过不了关{asked}，{short}。最好的一局得 {best}。",
        "{who}: nobody can pass{asked}: {short}. The best play comes to {best}.",
    ),
    Text(
        "最好的一局选的是：{picks}。看差的那项为什么上不去，让能做的事再多做到一点（“{~deliver}”“{~can}”），"
        "或者让起点近一点（“{~perceived}”“{~desired}”“{~heat}”）。",
        "Its picks are {picks}. See what holds down the score that falls short; let more be delivered "
        "(`{~deliver}`, `{~can}`) or "
        "start less far away (`{~perceived}`, `{~desired}`, `{~heat}`).",
    ),
)
WHY = Text(
    "学员句句都说到位了还是不及格，他学不到东西，只会觉得这一关不讲理。",
    "Trainees who do everything right fail all the same. They learn nothing but that the exercise is unfair.",
)


def find(view: View) -> Iterator[Finding]:
    """Yield one finding for all customers with whom no play passes and who fall short in the same."""
    groups: dict[tuple[str, ...], list[Evidence]] = {}
    for seen in view.judged:
        if out_of_reach(seen, view.passing):
            groups.setdefault(missed(seen, view.passing), []).append(seen)
    for names, out in groups.items():
        personas = [view.scenario.persona(seen.proof.persona) for seen in out]
        best, picks = _best(max(out, key=lambda seen: seen.proof.best_overall), view)
        told = both("picks", picks) | both("who", people(personas)) | both("best", best)
        yield Finding(
            place(personas[0]),
            told | both("asked", by_course(view)) | both("short", _short(names, out, view.passing)),
        )


def out_of_reach(seen: Evidence, passing: Passing) -> bool:
    """Return whether it is proved that no play passes: by all that is asked, its verdict or a single score."""
    return seen.proof.passing.bounds[1] == 0 or bool(missed(seen, passing))


def missed(seen: Evidence, passing: Passing) -> tuple[str, ...]:
    """Return what no play has of that which is asked: scores, and "verdict"; none where only all together is amiss."""
    proof = seen.proof
    scores = tuple(name for name in SCORES if proof.scores[name].max < getattr(passing, name))
    return scores if _rank(seen) >= RANKS.index(passing.verdict) else (*scores, "verdict")


def _rank(seen: Evidence) -> int:
    """Return the place of the best verdict that some play may have."""
    return max((at for at, verdict in enumerate(RANKS) if seen.proof.verdicts[verdict].bounds[1] > 0), default=0)


def _short(names: tuple[str, ...], out: list[Evidence], passing: Passing) -> Text:
    """Return what falls short, each with the best that there is of it and what is asked."""
    if not names:
        return Text(
            "每项要求分开都做得到，同一局里凑不齐", "each can be reached by itself, but no play has all of them"
        )
    parts = []
    for name in names:
        if name == "verdict":
            best, asked = verdict_name(RANKS[max(map(_rank, out))]), verdict_name(passing.verdict)
            zh = f"评定最高只到“{best.told('zh')}”（要“{asked.told('zh')}”）"
            parts.append(Text(zh, f"the verdict is “{best.told('en')}” at best (“{asked.told('en')}” is asked)"))
            continue
        most, least = max(seen.proof.scores[name].max for seen in out), getattr(passing, name)
        called = score_name(name)
        parts.append(
            Text(
                f"{called.told('zh')}最高只到 {most}（要 {least}）",
                f"{called.told('en')} is {most} at best ({least} is asked)",
            )
        )
    return joined(parts)


def _best(seen: Evidence, view: View) -> tuple[Text, Text]:
    """Return what the best play of a customer comes to, and its picks."""
    play = begin(view.scenario, seen.proof.persona, rulebook=view.rulebook)
    for pick in seen.proof.best:
        choose(play, pick)
    told = result(score(play, view.weights)) if play.over else plain(seen.proof.scores["overall"].max)
    return told, listed(play.picks or ("–",))
